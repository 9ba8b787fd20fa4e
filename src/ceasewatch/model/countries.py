"""The countries of the world: their names, the words for their people, and their capitals.

A plain table, so that "Ruritanian troops" can be read as troops of Ruritania. Codes are ISO 3166-1 alpha-2, and "XK", the code in common
use for Kosovo. A row says how the news names a place; it takes no view on who governs it.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country or territory.

    ``aliases`` are other names and short forms ("UK"); ``demonyms`` are adjectives and words for the people, the commonest adjective
    first; ``capital`` is empty where there is none.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str


@cache
def countries() -> tuple[Country, ...]:
    """Return the table in the order of the codes."""
    table = files("ceasewatch.model").joinpath("countries.csv").read_text(encoding="utf-8")
    return tuple(_read_row(row) for row in csv.DictReader(table.splitlines()))


@cache
def country_names() -> Mapping[str, tuple[str, ...]]:
    """Return the codes that each name or alias stands for; nearly always one ("Guinea"), sometimes more."""
    return _index({country.code: (country.name, *country.aliases) for country in countries()})


@cache
def country_demonyms() -> Mapping[str, tuple[str, ...]]:
    """Return the codes that each demonym stands for: two for "Congolese"."""
    return _index({country.code: country.demonyms for country in countries()})


def _index(words: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, forms in words.items():
        for form in forms:
            found[form] = (*found.get(form, ()), code)
    return MappingProxyType(found)


def _read_row(row: dict[str, str]) -> Country:
    return Country(
        code=row["code"],
        name=row["name"],
        aliases=_split(row["aliases"]),
        demonyms=_split(row["demonyms"]),
        capital=row["capital"],
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
