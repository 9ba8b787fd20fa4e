"""The places of a loaded ceasefire, found by any side's name and by the usual ways of spelling it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from ceasewatch.model.ceasefire import Ceasefire
from ceasewatch.model.distances import is_within
from ceasewatch.model.record import Place
from ceasewatch.resolve.names import fold_name, spelling_key
from ceasewatch.resolve.place_wordings import Wording, read_wording

_SAME_SPOT_M = 300.0
_SHORTEST_MISSPELT = 6
_LONG_NAME = 10
_EXACT, _SPELLED, _MISSPELT = 1.0, 0.9, 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlayMatch:
    """The places of the ceasefire that a name can mean, and how well the name fits them; more than one is an ambiguity."""

    places: tuple[Place, ...]
    score: float


class Overlay:
    """An index over the places and roads of one ceasefire; empty without one."""

    def __init__(self, ceasefire: Ceasefire | None) -> None:
        """Index every name of every place."""
        self._exact: dict[str, list[Place]] = defaultdict(list)
        self._cores: dict[str, list[Place]] = defaultdict(list)
        self._spelled: dict[str, list[Place]] = defaultdict(list)
        self._roads: dict[str, list[Place]] = defaultdict(list)
        self._stops: dict[tuple[str, ...], Place] = {}
        self._places: tuple[Place, ...] = ceasefire.places if ceasefire else ()
        for place in self._places:
            self._add_place(place)
        for route in ceasefire.routes if ceasefire else ():
            self._add_road(route.place)

    def find(self, wording: Wording) -> OverlayMatch | None:
        """Return the place that a name means by its own spelling or by another transliteration of it."""
        whole, core, spelled = fold_name(wording.whole), fold_name(wording.core), spelling_key(wording.core)
        tries = ((self._exact, whole, _EXACT), (self._exact, core, _EXACT), (self._cores, core, _EXACT), (self._spelled, spelled, _SPELLED))
        for index, key, score in tries:
            if places := index.get(key):
                return OverlayMatch(places=tuple(dict.fromkeys(places)), score=score)
        return None

    def find_misspelt(self, wording: Wording) -> OverlayMatch | None:
        """Return the places whose names differ from this one by a slip: a letter, or two in a long name.

        Every place that is as near is returned, and one that is only a letter farther too: a slip must not choose between neighbours.
        """
        folded = fold_name(wording.core)
        if len(folded) < _SHORTEST_MISSPELT or any(letter.isdigit() for letter in folded):
            return None
        most = 2 if len(folded) >= _LONG_NAME else 1
        near = {name: OSA.distance(folded, name, score_cutoff=most + 1) for name in self._exact if name[:1] == folded[:1]}
        near = {name: steps for name, steps in near.items() if steps <= most + 1}
        if not near or min(near.values()) > most:
            return None
        best = min(near.values())
        places = [place for name, steps in near.items() if steps <= best + 1 for place in self._exact[name]]
        return OverlayMatch(places=tuple(dict.fromkeys(places)), score=_MISSPELT)

    def find_road(self, wording: Wording) -> Place | None:
        """Return the road that is called so, or that runs by the places of its name, in either direction."""
        named = self._roads.get(fold_name(wording.core), [])
        if len(dict.fromkeys(named)) == 1:
            return named[0]
        return self._stops.get(_in_one_direction(self._name_stops(wording.stops))) if len(wording.stops) > 1 else None

    def same_spot(self, place: Place) -> Place | None:
        """Return the settlement of the ceasefire that stands where a settlement of the gazetteer does."""
        settlements = (own for own in self._places if own.kind == place.kind == "settlement")
        return next((own for own in settlements if is_within(own, place, _SAME_SPOT_M)), None)

    def _add_place(self, place: Place) -> None:
        for name in place.names:
            self._exact[fold_name(name.name)].append(place)
            self._cores[fold_name(read_wording(name.name).core)].append(place)
            self._spelled[spelling_key(name.name)].append(place)

    def _add_road(self, road: Place) -> None:
        for name in road.names:
            wording = read_wording(name.name)
            self._roads[fold_name(wording.core)].append(road)
            if len(wording.stops) > 1:
                self._stops.setdefault(_in_one_direction(self._name_stops(wording.stops)), road)

    def _name_stops(self, stops: Iterable[str]) -> tuple[str, ...]:
        """Return ids for the places of a road's name, so that each side's names give the same road."""
        found = [(stop, self.find(read_wording(stop))) for stop in stops]
        return tuple(match.places[0].id if match and match.places else fold_name(stop) for stop, match in found)


def _in_one_direction(stops: Sequence[str]) -> tuple[str, ...]:
    forward, backward = tuple(stops), tuple(reversed(stops))
    return min(forward, backward)


def widen_to_area(place: Place, radius_m: float) -> Place:
    """Return the area that a report names after a settlement ("the district of Zenda"), around that settlement."""
    if place.kind != "settlement":
        return place
    known = place.uncertainty_m is not None
    return replace(place, id=f"{place.id}/area", kind="area", uncertainty_m=radius_m if known else None)
