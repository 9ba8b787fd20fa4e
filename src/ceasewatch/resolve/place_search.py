"""The search for one place name in one report."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ceasewatch.model.distances import distance_m, is_within, lies_in, middle_of, point_of
from ceasewatch.model.gap import GapReason
from ceasewatch.model.record import Place, PlaceName
from ceasewatch.resolve.choices import choose_place
from ceasewatch.resolve.gazetteer import Candidate, Gazetteer
from ceasewatch.resolve.geography import Geography, country_words
from ceasewatch.resolve.names import fold_name, spell_out
from ceasewatch.resolve.overlay import Overlay, OverlayMatch, widen_to_area
from ceasewatch.resolve.place_wordings import Wording, read_wording

_AREA_RADIUS_M = 25_000.0
_SITE_SCORE = 0.8
_ROAD_SCORE = 0.7
_SAME_PLACE_M = 10_000.0
_FOLLOWING = re.compile(r"\s{0,3}(,|\bin\b|\bof\b)\s{0,3}(?:the\s)?((?:[A-Z][A-Za-z]{0,4}\.\s?){1,2}|[^\W\d_][^,.;:()\n]{1,60})")
_MOST_WORDS = 4
_GOES_ON = frozenset("on in at after when where while during since before by as and or late early last this yesterday today".split())
_NOT_IN_GAZETTEER = frozenset({"height", "feature", "line", "bridge"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What came of looking for a name: a place and how surely, or the reason why none."""

    place: Place | None = None
    score: float = 0.0
    reason: GapReason | None = None


_UNKNOWN = Found(reason=GapReason.PLACE_UNKNOWN)
_AMBIGUOUS = Found(reason=GapReason.PLACE_AMBIGUOUS)


class PlaceSearch:
    """Looks names up for one report: the ceasefire's places first, then the world's."""

    def __init__(self, overlay: Overlay, gazetteer: Gazetteer, geography: Geography, text: str) -> None:
        """Keep what the lookups need."""
        self._overlay = overlay
        self._gazetteer = gazetteer
        self._geography = geography
        self._text = text

    def informed_by(self, places: Iterable[Place]) -> "PlaceSearch":
        """Return a search that also knows which places the report has already named."""
        return PlaceSearch(self._overlay, self._gazetteer, self._geography.with_places(places), self._text)

    def find(self, written: str) -> Found:
        """Look one name up, as it is written in the report."""
        wording = read_wording(written)
        if wording.kind == "road" or len(wording.stops) > 1:
            road = self._find_road(written, wording)
            if road.place or wording.kind == "road":
                return road
        holders = (*wording.holders, *self._holders_in_text(written))
        return self._find_place(written, wording, holders)

    def _find_place(self, written: str, wording: Wording, holders: Sequence[str]) -> Found:
        if exact := self._overlay.find(wording):
            return _narrow(self._settle(exact, holders), wording)
        slip = self._overlay.find_misspelt(wording)
        world = self._find_in_world(written, wording, holders)
        own = self._overlay.same_spot(world.place) if world.place else None
        if own:
            return _narrow(Found(place=own, score=world.score), wording)
        if slip and (world.place is None or _is_near_any(world.place, slip.places)):
            return _narrow(self._settle(slip, holders), wording)
        return world

    def _settle(self, match: OverlayMatch, holders: Sequence[str]) -> Found:
        """Choose among the ceasefire's places of one name by the larger place that it is said to lie in."""
        if len(match.places) == 1:
            return Found(place=match.places[0], score=match.score)
        around = self._places_of(holders)
        near = [place for place in match.places if any(is_within(place, holder, _AREA_RADIUS_M) for holder in around)]
        return Found(place=near[0], score=round(match.score * _SITE_SCORE, 2)) if len(near) == 1 else _AMBIGUOUS

    def _places_of(self, names: Sequence[str]) -> list[Place]:
        found = [self._overlay.find(read_wording(name)) for name in names]
        return [match.places[0] for match in found if match and len(match.places) == 1]

    def _find_in_world(self, written: str, wording: Wording, holders: Sequence[str]) -> Found:
        for name in dict.fromkeys((written, wording.whole)):
            if whole := self._gazetteer.look_up(name):
                is_part = wording.is_part and name != written
                return self._choose(name, whole, holders, Wording(core=name, kind=None, is_part=is_part))
        if wording.kind in _NOT_IN_GAZETTEER or not any(letter.isupper() for letter in wording.core):
            return _UNKNOWN
        found = self._choose(wording.core, self._gazetteer.look_up(wording.core), holders, wording)
        return self._find_part_of_country(wording) if found.reason is GapReason.PLACE_UNKNOWN and wording.undirected else found

    def _find_part_of_country(self, wording: Wording) -> Found:
        """Read "Northern Syria" as a part of Syria; a direction before anything smaller is more likely part of a name."""
        named = self._gazetteer.look_up(wording.undirected or "")
        countries = [candidate for candidate in named if candidate.place.kind == "country"]
        return self._choose(wording.core, countries, (), Wording(core=wording.core, kind=None, is_part=True))

    def _choose(self, name: str, candidates: Sequence[Candidate], holders: Sequence[str], wording: Wording) -> Found:
        held = self._held_by(candidates, holders)
        wanted = [one for one in held if one.place.kind == wording.kind] if wording.kind in ("area", "settlement") else []
        choice = choose_place(name, wanted or held, self._geography)
        if choice is None:
            return _UNKNOWN
        if choice.place is None:
            return _AMBIGUOUS
        return _narrow(Found(place=choice.place, score=choice.score), wording)

    def _held_by(self, candidates: Sequence[Candidate], holders: Sequence[str]) -> Sequence[Candidate]:
        """Keep the candidates that lie in the country or region that the words name; all of them where none does."""
        for holder in holders:
            codes = country_words().get(fold_name(holder), ())
            regions = [one.place for one in self._gazetteer.look_up(read_wording(holder).core) if one.place.kind == "area"]
            inside = [one for one in candidates if one.place.country in codes or any(lies_in(one.place, region) for region in regions)]
            if inside:
                return inside
        return candidates

    def _holders_in_text(self, written: str) -> tuple[str, ...]:
        """Return the words after a name in the text that may say where it lies: "Zenda, northern Ruritania".

        After a comma the place must end there too: in "shells fell on Zenda, Ruritania said" it does not.
        """
        start = self._text.find(written)
        following = _FOLLOWING.match(self._text, start + len(written)) if start >= 0 else None
        if following is None:
            return ()
        words = spell_out(following.group(2).strip()).split()
        lengths = range(min(len(words), _MOST_WORDS), 0, -1)
        if following.group(1) == ",":
            return tuple(read_wording(" ".join(words[:end])).core for end in lengths if end == len(words) or words[end] in _GOES_ON)
        return tuple(read_wording(" ".join(words[:end])).core for end in lengths)

    def _find_road(self, written: str, wording: Wording) -> Found:
        own = self._overlay.find_road(wording)
        if own:
            return Found(place=own, score=1.0)
        if len(wording.stops) < 2:  # noqa: PLR2004 - a line has two ends
            return _UNKNOWN
        ends = [self._find_place(stop, read_wording(stop), ()) for stop in wording.stops]
        places = [end.place for end in ends if end.place]
        reason = next((end.reason for end in ends if end.reason), None)
        return Found(reason=reason) if reason else _draw_road(written, places)


def _draw_road(written: str, stops: Sequence[Place]) -> Found:
    """Make a road out of the places that it is named by: as uncertain as half its length."""
    points = [point for stop in stops if (point := point_of(stop))]
    if len(points) < len(stops) or len(set(points)) < len(points):
        return _UNKNOWN
    middle = middle_of(points)
    road = Place(
        id="road/" + "+".join(sorted(stop.id for stop in stops)),
        names=(PlaceName(name=written),),
        kind="road",
        latitude=middle[0],
        longitude=middle[1],
        uncertainty_m=round(max(distance_m(middle, point) for point in points)),
        country=stops[0].country if len({stop.country for stop in stops}) == 1 else None,
        source="between the places that its name gives",
    )
    return Found(place=road, score=_ROAD_SCORE)


def _narrow(found: Found, wording: Wording) -> Found:
    """Take the words beside the name into account: "the district of" makes a town an area, "near the base at" makes it less sure."""
    if found.place is None:
        return found
    if wording.kind == "area":
        return Found(place=widen_to_area(found.place, _AREA_RADIUS_M), score=found.score)
    is_loose = wording.is_part or wording.kind == "site"
    return Found(place=found.place, score=round(found.score * _SITE_SCORE, 2)) if is_loose else found


def _is_near_any(place: Place, others: Iterable[Place]) -> bool:
    return any(is_within(place, other, _SAME_PLACE_M) for other in others)
