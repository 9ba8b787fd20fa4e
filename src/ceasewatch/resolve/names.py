"""How two spellings of one name are brought together."""

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

_APOSTROPHES = re.compile(r"['’ʼ`´ʻʿʾ]")
_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s\b|(?<=s)['’](?=\s|$))")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_SPELLINGS = (
    ("kh", "h"),
    ("gh", "g"),
    ("q", "g"),
    ("x", "h"),
    ("dzh", "j"),
    ("dj", "j"),
    ("zh", "j"),
    ("tch", "ch"),
    ("ts", "c"),
    ("tz", "c"),
    ("ph", "f"),
    ("ou", "u"),
    ("w", "v"),
    ("ya", "ia"),
    ("yu", "iu"),
    ("ee", "i"),
    ("oo", "u"),
    ("y", "i"),
    ("ii", "i"),
)
_DOUBLED = re.compile(r"([a-z])\1")


@lru_cache(maxsize=100_000)
def fold_name(name: str) -> str:
    """Return a name in plain small letters: "Zəndā" and "zenda", "Nether-Zenda" and "Nether Zenda" become one.

    A possessive ending is dropped, apostrophes inside a word vanish, every other sign becomes one space.
    """
    plain = anyascii(_POSSESSIVE.sub("", name)).casefold()
    return _NO_WORD.sub(" ", _APOSTROPHES.sub("", plain)).strip()


def spell_out(name: str) -> str:
    """Return a name in full where the press has a short form for it ("Kan." is Kansas); any other name as it is."""
    return _short_forms().get(name.replace(" ", ""), name) if name.endswith(".") else name


@cache
def _short_forms() -> dict[str, str]:
    table = files("ceasewatch.resolve").joinpath("lexicon", "short_forms.csv").read_text(encoding="utf-8")
    return {row["short"]: row["full"] for row in csv.DictReader(table.splitlines())}


@lru_cache(maxsize=10_000)
def spelling_key(name: str) -> str:
    """Return what stays the same when one name is written down by two systems of transliteration ("Zagda", "Zaghda").

    Vowels that differ are *not* levelled: places whose names differ only there can be different places.
    """
    key = fold_name(name)
    for long, short in _SPELLINGS:
        key = key.replace(long, short)
    return _DOUBLED.sub(r"\1", key)


def make_slug(name: str) -> str:
    """Return a name as it stands in an id: "Courier.Ru" becomes "courier-ru"."""
    return fold_name(name).replace(" ", "-")
