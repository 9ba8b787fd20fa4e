"""What the crowd wrote of each FA-KES article, in its own words and as values: days, numbers and parties."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from anyascii import anyascii

from ceasewatch.understand.numbers import find_quantities

_DAY = re.compile(
    r"(?P<d>\d{1,2})[-. ]+(?P<m>\d{1,2})[-. ]+(?P<y>\d{4})"
    r"|(?P<d2>\d{1,2})\s+(?P<n2>[A-Za-z]{3})[a-z]*\s+(?P<y2>\d{4})"
    r"|(?P<n3>[A-Za-z]{3})[a-z]*\s+(?P<d3>\d{1,2})\s*,?\s*(?P<y3>\d{4})"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# The published table has the remains of broken quotation marks, dozens of signs long.
_BROKEN_MARK = re.compile(r"[_â\x7f-\x9f]{3,}|[\x7f-\x9f]+")
_BEHIND_APOSTROPHE = re.compile(r"(?:s|t|d|m|re|ve|ll)\b")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One article as one person of the crowd annotated it; what that person left blank is an empty string."""

    title: str
    text: str
    outlet: str
    place: str
    actor: str
    civilians: str
    combatants: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One article of the published list, with the day and the governorate that it was filed under."""

    title: str
    text: str
    day: str
    place: str


def read_annotated(path: Path) -> list[Annotated]:
    """Every row of ``annotations.csv``."""
    return [
        Annotated(
            title=row["Title"].strip(),
            text=mend_marks(row["Content-Title"]),
            outlet=row["Source"].strip(),
            place=row["Location"].strip(),
            actor=row["Actor"].strip(),
            civilians=row["Civilians"].strip(),
            combatants=row["NonCivilians"].strip(),
            day=row["Date"].strip(),
        )
        for row in _read_rows(path)
    ]


def read_listed(path: Path) -> list[Listed]:
    """The articles of ``articles.csv``, each text once: the copies would be grouped rightly by anybody."""
    rows = [
        Listed(title=row["article_title"], text=mend_marks(row["article_content"]), day=row["date"].strip(), place=row["location"].strip())
        for row in _read_rows(path)
    ]
    return list({make_key(row.text): row for row in rows}.values())


def mend_marks(text: str) -> str:
    """Put an apostrophe or a space where the published table has the remains of a broken mark."""
    return _BROKEN_MARK.sub(lambda match: "’" if _BEHIND_APOSTROPHE.match(text, match.end()) else " ", text)


def make_key(text: str) -> str:
    """The letters and digits of a text: equal for two copies that differ in spaces and marks."""
    return _NOT_A_LETTER.sub("", anyascii(text).lower())


def read_day(words: str) -> date | None:
    """The day that the crowd wrote, day ahead of month where both are numbers; ``None`` where it is none."""
    match = _DAY.search(words)
    if match is None:
        return None
    found = {name.rstrip("23"): value for name, value in match.groupdict().items() if value is not None}
    month = found.get("m") or str(_MONTHS.index(found["n"].lower()) + 1 if found["n"].lower() in _MONTHS else 0)
    return _make_day(int(found["y"]), int(month), int(found["d"]))


def read_listed_day(words: str) -> date | None:
    """The day of the published list, which writes the month first."""
    try:
        return datetime.strptime(words, "%m/%d/%Y").date()
    except ValueError:
        return None


def read_number(words: str) -> int | None:
    """How many the crowd wrote ("six civilians"); ``None`` where it wrote no number."""
    bounds = [quantity.low if quantity.low is not None else quantity.high for quantity in find_quantities(words)]
    return next((bound for bound in bounds if bound is not None), None)


def read_parties(words: str) -> frozenset[str]:
    """The parties that words such as "the regime and its ally" name; the words themselves where none is known."""
    plain = " ".join(re.findall(r"[a-z0-9][a-z0-9.-]*", anyascii(words).lower().replace("'s", "")))
    found = {party for party, pattern in _party_words() if pattern.search(plain)}
    return frozenset(found or ({plain} if plain else ()))


@cache
def _party_words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = _read_rows(Path(__file__).with_name("fakes_actors.csv"))
    return tuple(
        (row["party"], re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, row["words"].split("|"))) + r")(?![\w-])")) for row in rows
    )


def _read_rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table)


def _make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
