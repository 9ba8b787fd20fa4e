"""The places that reports give for one incident, for the head of its case file."""

from collections.abc import Iterable
from dataclasses import dataclass

from ceasewatch.model.claim import Claim, Slot, Stance
from ceasewatch.model.record import Place
from ceasewatch.model.values import Where
from ceasewatch.show.chains import fold
from ceasewatch.show.material import Material
from ceasewatch.show.rows import count_origins
from ceasewatch.show.words import describe_uncertainty, describe_value

_WIDE_KINDS = frozenset({"country", "area"})
_WIDE_M = 50_000
_LOCATING = frozenset({"at", "in", "on", "along", "inside", "within"})
"""The relations that put the event at the place itself; "near", "between" and "north of" put it elsewhere."""

_NOT_RESOLVED = "as written; in no gazetteer that we have"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """A place that reports give, with every side's name, how well its position is known, and how many independent speakers give it."""

    label: str
    uncertainty: str
    origins: int


def find_places(claims: Iterable[Claim], material: Material) -> tuple[PlaceLine, ...]:
    """Return the places that claims give: first those at which most reports put it, then by independent speakers; regions come last.

    A place that was not resolved stands as written. Where nobody is said to have been, because it is denied, is left to the rows.
    """
    groups: dict[str, list[Claim]] = {}
    places: dict[str, Place] = {}
    for claim in claims:
        if claim.slot is not Slot.WHERE or claim.stance in (Stance.DENIES, Stance.DOUBTS):
            continue
        found = material.places(claim)
        places.update({place.id: place for place in found})
        for key in [place.id for place in found] or [f"“{fold(describe_value(claim.value))}”"]:
            groups.setdefault(key, []).append(claim)
    return tuple(
        _build_line(groups[key], places.get(key)) for key in sorted(groups, key=lambda key: _rank(key, groups[key], places.get(key)))
    )


def _rank(key: str, claims: list[Claim], place: Place | None) -> tuple[bool, int, int, float, str]:
    located = {claim.span.report_id for claim in claims if isinstance(claim.value, Where) and _locates(claim.value)}
    uncertainty = place.uncertainty_m if place and place.uncertainty_m is not None else float("inf")
    return _is_wide(place), -len(located), -count_origins(claims), uncertainty, fold(place.label) + place.id if place else key


def _locates(where: Where) -> bool:
    return where.relation is None or where.relation.casefold() in _LOCATING


def _is_wide(place: Place | None) -> bool:
    return place is not None and (place.kind in _WIDE_KINDS or (place.uncertainty_m or 0) > _WIDE_M)


def _build_line(claims: list[Claim], place: Place | None) -> PlaceLine:
    return PlaceLine(
        label=place.label if place else min(describe_value(claim.value) for claim in claims),
        uncertainty=describe_uncertainty(place) if place else _NOT_RESOLVED,
        origins=count_origins(claims),
    )
