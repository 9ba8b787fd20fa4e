"""The word lists of this room: plain tables that a person can read and correct without touching code."""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from ceasewatch.errors import DataMissing


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one table of the lexicon.

    Raises:
        DataMissing: there is no such table.
    """
    yield from csv.DictReader(_read_text(name).splitlines())


@cache
def read_words(name: str) -> frozenset[str]:
    """Return the words of a plain list; lines that begin with "#" are remarks.

    Raises:
        DataMissing: there is no such list.
    """
    return frozenset(word for line in read_lines(name) for word in line.split())


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a plain list without its remarks.

    Raises:
        DataMissing: there is no such list.
    """
    return tuple(line for line in _read_text(name).splitlines() if line and not line.startswith("#"))


@cache
def read_contexts(name: str) -> Mapping[str, frozenset[str]]:
    """Return a table of named word sets (columns ``context`` and ``words``).

    Raises:
        DataMissing: there is no such table.
    """
    return MappingProxyType({row["context"]: frozenset(split_cell(row["words"])) for row in read_table(name)})


def split_cell(cell: str) -> tuple[str, ...]:
    """Split the words of one cell, which stand between upright strokes."""
    return tuple(word for word in cell.split("|") if word)


def _read_text(name: str) -> str:
    source = files("ceasewatch.understand").joinpath("lexicon", name)
    if not source.is_file():
        raise DataMissing(f"the word list {name} is not where it should be")
    return source.read_text(encoding="utf-8")
