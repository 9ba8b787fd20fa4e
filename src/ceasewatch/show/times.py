"""A stretch of time in plain English, never more precise than it is known."""

from datetime import UTC, date, datetime, time, timedelta

from ceasewatch.model.values import When

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAY = timedelta(days=1)
_LAST_HOUR = 24
_PARTS_OF_DAY = {
    (0, 6): "early hours",
    (3, 9): "early morning",
    (4, 8): "dawn",
    (6, 12): "morning",
    (8, 11): "mid-morning",
    (9, 12): "late morning",
    (12, 15): "early afternoon",
    (12, 18): "afternoon",
    (14, 17): "mid-afternoon",
    (15, 18): "late afternoon",
    (17, 21): "early evening or dusk",
    (18, 24): "evening",
    (18, 30): "night",
    (21, 24): "late evening",
    (21, 28): "late night",
}
"""The hours that the time grammar gives to words for parts of the day, counted from midnight; what is not here is told by the clock."""


def describe_when(when: When) -> str:
    """Say when something happened: "5 March 2023, morning", "10 to 14 November 2022", "November 2021", "before 3 March 2023"."""
    if when.earliest is None:
        return f"before {_describe_moment(_end(when.before))}"
    if when.before is None:
        return f"{_describe_moment(when.earliest)} or later"
    if _is_midnight(when.earliest) and _is_midnight(when.before):
        return describe_days(when.earliest.date(), (when.before - _DAY).date())
    return _describe_hours(when.earliest, when.before)


def describe_publication(when: When) -> str:
    """Say on which day a report came out, without the minute: its clock is rarely known."""
    first, last = when.first_day, when.last_day
    return describe_when(when) if first is None or last is None else describe_days(first, last)


def describe_days(first: date, last: date) -> str:
    """Say which days, both included, by the month or the year where they fill it."""
    if first == last:
        return _describe_day(first)
    if _begins_month(first) and _begins_month(last + _DAY):
        return _describe_months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {_describe_day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {_describe_day(last)}"
    return f"{_describe_day(first)} to {_describe_day(last)}"


def _describe_months(first: date, last: date) -> str:
    is_years = first.month == 1 and last.month == len(_MONTHS)
    if is_years:
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    ending = f"{_MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return ending
    year = "" if first.year == last.year else f" {first.year}"
    return f"{_MONTHS[first.month - 1]}{year} to {ending}"


def _describe_hours(earliest: datetime, before: datetime) -> str:
    midnight = datetime.combine(earliest.date(), time(), tzinfo=UTC)
    start, end = (earliest - midnight).total_seconds() / 3600, (before - midnight).total_seconds() / 3600
    part = _PARTS_OF_DAY.get((int(start), int(end))) if start.is_integer() and end.is_integer() else None
    day = _describe_day(earliest.date())
    if part:
        return f"{day}, {part}"
    if before - earliest <= timedelta(minutes=1):
        return f"{day}, {_clock(earliest)}"
    if end <= _LAST_HOUR:
        return f"{day}, between {_clock(earliest)} and {'24:00' if end == _LAST_HOUR else _clock(before)}"
    return f"between {_describe_moment(earliest)} and {_describe_moment(before)}"


def _describe_moment(moment: datetime) -> str:
    day = _describe_day(moment.date())
    return day if _is_midnight(moment) else f"{day}, {_clock(moment)}"


def _describe_day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def _is_midnight(moment: datetime) -> bool:
    return moment.time() == time()


def _begins_month(day: date) -> bool:
    return day.day == 1


def _end(moment: datetime | None) -> datetime:
    if moment is None:
        raise ValueError("a When has at least one end")
    return moment
