"""Dates as pages and datelines print them: "March 5, 2023", "2023-03-05T14:20+04:00", "Sunday, 5 March 2023 at 2.20 p.m. GMT".

Only dates with a day, a month and a year are read. "Nov 3" has no year and "03/05/2023" may be March or May: both stay unread rather than
guessed. A clock time makes the result a minute wide, otherwise it is a day wide. A zone or offset is converted to UTC; a clock time
without one is taken as UTC; a clock time in a zone that has several meanings ("IST") is left out and the day kept. Midnight in a stamp such
as "2023-03-05T00:00:00+04:00" is what software writes when it knows the day alone: it is that day.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from ceasewatch.model.values import When

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# RFC 2822 gives the American zones, the European ones are official abbreviations; all others in use are ambiguous.
_ZONE_HOURS = {
    "UTC": 0, "GMT": 0, "UT": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
}  # fmt: skip

_MONTH = r"(?P<{}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<{}>(?:1[89]|20|21)\d\d)"
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_HALF = r"\s*(?P<{}{{0}}>[ap])\.?m\b\.?"
# Hours and minutes are parted by a colon; by a full stop only ahead of "p.m.", since "3.50 million" is no time.
_CLOCK = (
    r"(?P<hour{0}>\d{{1,2}})(?:(?::|(?=\.\d\d\s*[ap]\.?m)\.)(?P<minute{0}>\d\d)(?::\d\d(?:[.,]\d+)?)?"
    + rf"(?:{_HALF.format('half')})?|{_HALF.format('half_only')})"
)
_ZONE = r"(?:\s*\(?(?P<zone{0}>(?-i:Z|[A-Z]{{2,5}})?(?:[+-]\d{{1,2}}(?::?\d\d)?)?)\b\)?)?"
_DATES = (
    _YEAR.format("y1") + r"(?P<mark1>[-/.])(?P<m1>\d{1,2})(?P=mark1)(?P<d1>\d{1,2})",
    _DAY.format("d2") + r"(?:\s+of)?[\s-]+" + _MONTH.format("m2") + r",?[\s-]+" + _YEAR.format("y2"),
    _MONTH.format("m3") + r"\s+" + _DAY.format("d3") + r",?\s+" + _YEAR.format("y3"),
    r"(?P<a4>\d{1,2})(?P<mark4>[./])(?P<b4>\d{1,2})(?P=mark4)" + _YEAR.format("y4"),
)
_PATTERN = re.compile(
    r"(?<![\w/.-])"
    rf"(?:{_CLOCK.format('_ahead')}{_ZONE.format('_ahead')}\s*(?:,|\||on\b|-|–)?\s*)?"
    rf"(?:(?:{'|'.join(f'{day}|{day[:3]}' for day in WEEKDAYS)})\.?,?\s+)?"
    rf"(?:{'|'.join(_DATES)})(?!\d|[-/]\d)"
    rf"(?:(?:T|\s*[,|•·@]?\s*(?:at\b|[-–—])?\s*){_CLOCK.format('_after')}{_ZONE.format('_after')})?",
    re.IGNORECASE,
)
_LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date inside a line: ``line[start:end]`` are its words."""

    when: When
    start: int
    end: int


def read_when(words: str) -> When | None:
    """Read words that are a date and nothing else; ``None`` when they are not, or when there is no such day."""
    stripped = words.strip(" \t\n.,;|()[]")[:_LONGEST]
    match = _PATTERN.fullmatch(stripped)
    return _build(match) if match else None


def find_date(line: str) -> FoundDate | None:
    """Find the first complete date inside a line."""
    for match in _PATTERN.finditer(line[:_LONGEST]):
        when = _build(match)
        if when is not None:
            return FoundDate(when=when, start=match.start(), end=match.end())
    return None


def _build(match: re.Match[str]) -> When | None:
    day = _build_day(match)
    if day is None:
        return None
    for place in ("_after", "_ahead"):
        if match["hour" + place] is not None:
            return _build_minute(match, place, day)
    return When.of_days(day)


def _build_day(match: re.Match[str]) -> date | None:
    numbers = _day_numbers(match)
    if numbers is None:
        return None
    try:
        return date(*numbers)
    except ValueError:  # 30 February and the like
        return None


def _day_numbers(match: re.Match[str]) -> tuple[int, int, int] | None:
    if match["y1"]:
        return int(match["y1"]), int(match["m1"]), int(match["d1"])
    for form in ("2", "3"):
        if match["y" + form]:
            return int(match["y" + form]), MONTHS[match["m" + form].lower()], int(match["d" + form])
    first, second = int(match["a4"]), int(match["b4"])
    if match["mark4"] == "." or first > 12 or first == second:  # noqa: PLR2004 -- there are 12 months
        return int(match["y4"]), second, first
    return (int(match["y4"]), first, second) if second > 12 else None  # noqa: PLR2004


def _build_minute(match: re.Match[str], place: str, day: date) -> When | None:
    hour, minute = int(match["hour" + place]), int(match["minute" + place] or 0)
    if match["y1"] and hour == minute == 0:
        return When.of_days(day)
    half = match["half" + place] or match["half_only" + place]
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 -- a half day has 12 hours
            return None
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    zone = _read_zone(match["zone" + place] or "")
    if zone is None:
        return When.of_days(day)
    try:
        moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone).astimezone(UTC)
    except ValueError:  # 25:61 and the like
        return None
    return When(earliest=moment, before=moment + timedelta(minutes=1))


def _read_zone(words: str) -> timezone | None:
    letters, sign, offset = re.fullmatch(r"([A-Za-z]*)([+-]?)([\d:]*)", words).groups()  # type: ignore[union-attr]
    if letters and letters.upper() not in _ZONE_HOURS:
        return None
    hours = _ZONE_HOURS.get(letters.upper(), 0)
    digits = offset.replace(":", "")
    minutes = int(digits[:2] or 0) * 60 + int(digits[2:] or 0)
    shift = timedelta(hours=hours) + timedelta(minutes=-minutes if sign == "-" else minutes)
    return timezone(shift) if abs(shift) < timedelta(hours=24) else None
