"""What a report itself says about where in the world it is: the countries it names and the places already found."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ceasewatch.model.countries import countries
from ceasewatch.model.distances import Point, distance_m, lies_in, point_of
from ceasewatch.model.record import Place
from ceasewatch.resolve.names import fold_name, spell_out

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_LONGEST = 5
_NEAR_M = 150_000.0
_REGIONAL_M = 500_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Geography:
    """What a text says of where it is.

    ``counts`` says how often it has each (folded) word for a country; ``regions`` are the regions it names, each with that word;
    ``points`` are the places already found.
    """

    counts: Mapping[str, int]
    regions: tuple[tuple[str, Place], ...] = ()
    points: tuple[Point, ...] = ()

    @property
    def names_countries(self) -> bool:
        """Whether the text has any word for a country."""
        return bool(self.counts)

    def country_support(self, code: str | None, name: str) -> float:
        """How far the report speaks of a country: 0 not at all, 1 once among many or only of its regions, 3 of no other.

        The name in question is left out: that a report says "Zenda" is no sign of which Zenda it means.
        """
        others = {word: count for word, count in self.counts.items() if word != fold_name(name)}
        here = sum(count for word, count in others.items() if code in country_words()[word])
        if others:
            return 1.0 + 2.0 * here / sum(others.values()) if here else 0.0
        return 1.0 if any(region.country == code for word, region in self.regions if word != fold_name(name)) else 0.0

    def region_support(self, place: Place, name: str) -> float:
        """Whether the report names, by another name, a region that a place lies in: 2 if so, else 0."""
        others = (region for word, region in self.regions if word != fold_name(name))
        return 2.0 if any(lies_in(place, region) for region in others) else 0.0

    def nearness(self, place: Place) -> float:
        """How near a place is to those already found: 2 beside one of them, 1 in the same part of the world, 0 elsewhere."""
        here = point_of(place)
        if here is None or not self.points:
            return 0.0
        nearest = min(distance_m(here, point) for point in self.points)
        return 2.0 if nearest <= _NEAR_M else 1.0 if nearest <= _REGIONAL_M else 0.0

    def with_places(self, places: Iterable[Place]) -> "Geography":
        """Return the same with the places found so far."""
        points = {point for place in places if (point := point_of(place))}
        return Geography(counts=self.counts, regions=self.regions, points=tuple(sorted(points)))


def read_geography(text: str, regions: Mapping[str, tuple[Place, ...]]) -> Geography:
    """Count the words of a text that name a country, its people or its capital, and list the regions that it names."""
    counts = Counter(_each_name(text, {**dict.fromkeys(regions), **dict.fromkeys(country_words())}))
    named = ((word, region) for word in sorted(counts) for region in regions.get(word, ()))
    return Geography(counts=Counter({word: count for word, count in counts.items() if word in country_words()}), regions=tuple(named))


def read_countries(text: str) -> frozenset[str]:
    """Return the codes of the countries that a text names unmistakably."""
    words = set(_each_name(text, country_words().keys()))
    return frozenset(codes[0] for word in words if len(codes := country_words()[word]) == 1)


def _each_name(text: str, known: Collection[str]) -> Iterator[str]:
    words = [match.group() for match in _WORD.finditer(text)]
    index = 0
    while index < len(words):
        found = _longest_at(words, index, known) if words[index][:1].isupper() else None
        if found:
            yield found[1]
        index += found[0] if found else 1


def _longest_at(words: list[str], index: int, known: Collection[str]) -> tuple[int, str] | None:
    for length in range(min(_LONGEST, len(words) - index), 0, -1):
        folded = fold_name(spell_out(" ".join(words[index : index + length])))
        if folded in known:
            return length, folded
    return None


@cache
def country_words() -> Mapping[str, tuple[str, ...]]:
    """Return the codes of the countries that each folded name, alias, demonym or capital stands for."""
    found: dict[str, tuple[str, ...]] = {}
    for country in countries():
        capital = (country.capital,) if country.capital else ()
        for word in dict.fromkeys(map(fold_name, (country.name, *country.aliases, *country.demonyms, *capital))):
            found[word] = (*found.get(word, ()), country.code)
    return found
