"""Puts a time that we found into TimeML's terms: its type, and its value as TimeML writes it.

The stretch says when, the words say how wide they are meant to be: "last month" is a month, though our stretch for it may be clipped at
the publication. Where TimeML has two expressions ("August 3 to 5") and we have one stretch, only the first of them is given.
"""

import re
from datetime import date, datetime, timedelta

from ceasewatch.model.values import When
from ceasewatch.understand.cardinals import read_exact
from ceasewatch.understand.times import TimeFound, TimeRelation

_UNIT = re.compile(r"\b(second|minute|hour|day|night|week|month|quarter|year|decade|centur)(?:s|y|ies)?\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d+|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?)\b", re.IGNORECASE
)
_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "E", "centur": "C",
}  # fmt: skip
_RECURRING = {"hour": "PT1H", "dai": "P1D", "day": "P1D", "week": "P1W", "month": "P1M", "quarter": "P3M", "year": "P1Y", "annual": "P1Y"}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = re.compile(
    r"\b(?:months?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "tonight": "NI", "night": "NI", "overnight": "NI", "dawn": "MO"}
_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def convert_time(found: TimeFound) -> tuple[str, str]:
    """The type and the value of a time; the value is empty where the time could not be placed."""
    words = found.words.casefold()
    if found.relation is TimeRelation.RECURRING:
        return "SET", _write_recurring(words)
    if found.relation is TimeRelation.DURATION:
        return "DURATION", _write_duration(words)
    stretch = found.named or found.when
    if stretch is None or stretch.earliest is None or stretch.before is None:
        return "DATE", ""
    return _write_stretch(words, stretch.earliest, stretch.before)


def _write_recurring(words: str) -> str:
    for number, weekday in enumerate(_WEEKDAYS, start=1):
        if weekday in words:
            return f"XXXX-WXX-{number}"
    return next((value for stem, value in _RECURRING.items() if stem in words), "")


def _write_duration(words: str) -> str:
    unit = _UNIT.search(words)
    if unit is None:
        return ""
    letters = _LETTERS[unit.group(1)]
    number = _NUMBER.search(words[: unit.start()])
    # "the past week" is one, "the past weeks" are some.
    count = (read_exact(number.group()) or 1) if number else (1 if unit.group() in (unit.group(1), "century") else "X")
    if isinstance(count, int) and letters in ("E", "C"):
        return f"P{count * (10 if letters == 'E' else 100)}Y"
    return f"PT{count}{letters[1]}" if len(letters) > 1 else f"P{count}{letters}"


def _write_stretch(words: str, earliest: datetime, before: datetime) -> tuple[str, str]:
    width = before - earliest
    day = earliest.date()
    if width <= _HOUR:
        # "About ten" is the hour round ten, a clock time written to the minute is that minute.
        moment = earliest + width / 2 if width > _MINUTE else earliest
        return "TIME", moment.strftime("%Y-%m-%dT%H:%M")
    part = next((code for word, code in _PARTS.items() if word in words), None)
    if part and width < _DAY:
        return "TIME", f"{day}T{part}"
    return "DATE", _write_date(words, day, width)


def _write_date(words: str, day: date, width: timedelta) -> str:
    if width <= _DAY:
        return day.isoformat()
    season = next((code for word, code in _SEASONS.items() if word in words), None)
    if season:
        return f"{day.year}-{season}"
    if "weekend" in words:
        return f"{_week(day)}-WE"
    if "week" in words:
        return _week(day + width / 2)
    if "quarter" in words:
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if _MONTH.search(words):
        return day.isoformat()[:7] if width > timedelta(days=7) else day.isoformat()
    if re.search(r"\d0['’]?s\b|\bdecade$", words) and width > timedelta(days=3000):
        return f"{day.year // 10}X"
    return str(day.year) if width > timedelta(days=90) or "year" in words else day.isoformat()


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def read_day(value: str) -> When | None:
    """The day that a value of TimeML names; ``None`` where it names more than a day or none."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?", value)
    return When.of_days(date(*map(int, match.groups()))) if match else None
