"""From place names as written to places on the ground.

A loaded ceasefire's own places come first, under any side's name; then the world's gazetteer, chosen by the report's own geography.
Where that does not decide, the report gets a gap and no place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceasewatch.model.ceasefire import Ceasefire
from ceasewatch.model.claim import Claim
from ceasewatch.model.gap import Gap, GapReason
from ceasewatch.model.reading import Resolution
from ceasewatch.model.record import Link, Place
from ceasewatch.model.report import Report
from ceasewatch.model.values import Thing, Where
from ceasewatch.resolve.gazetteer import Gazetteer
from ceasewatch.resolve.geography import read_geography
from ceasewatch.resolve.overlay import Overlay
from ceasewatch.resolve.place_search import Found, PlaceSearch

_WAYS = ("moved_from", "moved_to", "by_road")


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words of one claim that name a place, and the part they play in it."""

    claim: Claim
    role: str
    written: str


class PlaceResolver:
    """Links the place names of claims to places, with every side's name for them."""

    name = "places/1"

    def __init__(self, ceasefire: Ceasefire | None, gazetteer: Gazetteer) -> None:
        """Index the ceasefire's places, if one is loaded."""
        self._overlay = Overlay(ceasefire)
        self._gazetteer = gazetteer

    def resolve(self, report: Report, claims: Sequence[Claim]) -> Resolution:
        """Return links from the claims of one report, with the places they point at and the gaps."""
        asked = [one for claim in claims for one in _names_of(claim)]
        found = self._search(report, [one.written for one in asked])
        links = [self._link(one, place, found[one.written].score) for one in asked if (place := found[one.written].place)]
        places = {place.id: place for result in found.values() if (place := result.place)}
        gaps = [_gap(one, reason) for one in asked if (reason := found[one.written].reason)]
        return Resolution(
            links=tuple(dict.fromkeys(links)),
            records=tuple(places[key] for key in sorted(places)),
            gaps=tuple({gap.id: gap for gap in gaps}.values()),
        )

    def _search(self, report: Report, names: Sequence[str]) -> dict[str, Found]:
        """Look every name up twice: the second time with what the first found near as evidence."""
        search = PlaceSearch(self._overlay, self._gazetteer, read_geography(report.text, self._gazetteer.regions()), report.text)
        first = {name: search.find(name) for name in dict.fromkeys(names)}
        informed = search.informed_by(place for found in first.values() if (place := found.place))
        return {name: informed.find(name) for name in first}

    def _link(self, asked: _Asked, place: Place, score: float) -> Link:
        return Link(claim_id=asked.claim.id, record_id=place.id, role=asked.role, by=self.name, score=score)


def _names_of(claim: Claim) -> Iterator[_Asked]:
    value = claim.value
    if isinstance(value, Where):
        yield _Asked(claim, "value", value.name)
    elif isinstance(value, Thing):
        for way in _WAYS:
            if written := getattr(value, way):
                yield _Asked(claim, way, written)


def _gap(asked: _Asked, reason: GapReason) -> Gap:
    claim = asked.claim
    return Gap.record(report_id=claim.span.report_id, reason=reason, slot=claim.slot, span=claim.span, detail=asked.written)
