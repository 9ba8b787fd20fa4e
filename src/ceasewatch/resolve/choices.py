"""Which of several places with one name a report means, decided by its own geography, or left undecided."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ceasewatch.model.distances import is_within
from ceasewatch.model.record import Place
from ceasewatch.resolve.gazetteer import Candidate
from ceasewatch.resolve.geography import Geography

_KINDS = {"country": 0.5, "settlement": 0.5, "area": 0.0}
_MAIN_NAME = 1.0
_MARGIN = 1.0
_SAME_GROUND_M = 50_000.0
_WELL_KNOWN = 100_000
_SURELY = 0.9
_TOWN_SHARE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The place chosen, or ``None`` where several are as likely; ``score`` is how surely."""

    place: Place | None
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class _Rated:
    candidate: Candidate
    support: float
    rating: float


def choose_place(name: str, candidates: Sequence[Candidate], geography: Geography) -> Choice | None:
    """Choose among places with one name; ``None`` where none of them can be meant.

    A small place that the report gives no reason to look for is not chosen even when it is the only one of its name: the place meant is
    more likely one that no gazetteer has.
    """
    rated = sorted(
        (_rate(name, one, geography) for one in _drop_namesakes(_drop_districts(candidates))),
        key=lambda one: (-one.rating, one.candidate.place.id),
    )
    rated = [one for one in rated if _is_likely(one, len(candidates), geography)]
    if not rated:
        return None
    best = rated[0]
    rivals = [one for one in rated[1:] if not _share_ground(best.candidate.place, one.candidate.place)]
    margin = best.rating - rivals[0].rating if rivals else math.inf
    if margin < _MARGIN:
        return Choice(place=None)
    if best.candidate.place.kind == "country":
        return Choice(place=best.candidate.place, score=_SURELY)
    sure = 0.5 + min(margin, 3.0) / 10 + min(best.support, 4.0) / 40
    return Choice(place=best.candidate.place, score=round(min(sure, _SURELY), 2))


def _drop_districts(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out the districts around a town of the same name: who means the district says so."""
    towns = [one for one in candidates if one.place.kind == "settlement"]
    return [
        one
        for one in candidates
        if one.place.kind != "area"
        or not any(_share_ground(one.place, town.place) and town.population * _TOWN_SHARE >= one.population for town in towns)
    ]


def _drop_namesakes(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out the towns called after a country: who means one of them says where it lies."""
    largest = max((one.population for one in candidates if one.place.kind == "country"), default=0)
    return [one for one in candidates if one.place.kind != "settlement" or one.population * _TOWN_SHARE >= largest]


def _rate(name: str, candidate: Candidate, geography: Geography) -> _Rated:
    place = candidate.place
    named = geography.country_support(place.country, name) + geography.region_support(place, name)
    near = geography.nearness(place)
    prior = math.log10(candidate.population + 10) + _KINDS.get(place.kind, 0.0) + _MAIN_NAME * candidate.is_main
    return _Rated(candidate, max(named, near), prior + max(named, near) + near / 2)


def _is_likely(rated: _Rated, number: int, geography: Geography) -> bool:
    if rated.support or rated.candidate.place.kind == "country" or rated.candidate.population >= _WELL_KNOWN:
        return True
    return number == 1 and rated.candidate.is_main and not geography.names_countries and not geography.points


def _share_ground(left: Place, right: Place) -> bool:
    """Whether two places of one name are no rivals: a town and the district around it."""
    reach_m = max(left.uncertainty_m or 0.0, right.uncertainty_m or 0.0, _SAME_GROUND_M)
    return left.country == right.country and is_within(left, right, reach_m)
