"""Where clock times and parts of the day lie.

A clock time whose zone is unsaid or "local" is taken as if the day's clock were UTC, just as a calendar day is kept as the UTC day of
its name. A stated zone (GMT, UTC+4, EST, a city's time) is converted; a name that no zone table knows counts as local. Where the text
gives local and universal time, the universal one is used. Night runs from 18:00 into the next morning; "overnight" and a night that is
not tied to its day may be the night before or after it, so both are covered, and on the day of publication only the night before.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from ceasewatch.model.values import When
from ceasewatch.understand.times.hour_words import DAY
from ceasewatch.understand.times.nodes import HoursNode

_ABBREVIATIONS = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7} | {
    "CET": 1,
    "CEST": 2,
    "EET": 2,
    "EEST": 3,
    "MSK": 3,
    "GMT": 0,
    "UTC": 0,
    "Z": 0,
}
_OFFSET = re.compile(r"(?:GMT|UTC)?\s?([+\-\u2212])\s?(\d{1,2}):?([0-5]\d)?")
_FURTHEST_ZONE = 14


def place_hours(hours: HoursNode, day: When, *, is_tied: bool, published: date | None) -> When:
    """Set hours on a day; on anything longer than two days they change nothing.

    ``is_tied`` says that the words join the hours to the day ("Sunday night"), and not only stand in the same sentence.
    """
    first, last = day.first_day, day.last_day
    if first is None or last is None or (last - first).days > 1:
        return day
    if hours.last > DAY and hours.name != "clock":
        return _place_night(hours, first, last, is_tied=is_tied, published=published)
    start, end = _shift_to_universal(hours)
    return When(earliest=_at(first, start, hours.zone), before=_at(last, end, hours.zone))


def _place_night(hours: HoursNode, first: date, last: date, *, is_tied: bool, published: date | None) -> When:
    if last > first:
        return When(earliest=_at(first, hours.first, None), before=_at(last, hours.last - DAY, None))
    before = When(earliest=_at(first, hours.first - DAY, None), before=_at(first, hours.last - DAY, None))
    after = When(earliest=_at(first, hours.first, None), before=_at(first, hours.last, None))
    if is_tied and hours.name != "overnight":
        return after
    return before if first == published else When(earliest=before.earliest, before=after.before)


def _shift_to_universal(hours: HoursNode) -> tuple[int, int]:
    """Return the minutes to use; of the universal time's days, the one nearest to the local clock."""
    if hours.universal is None:
        return hours.first, hours.last
    start = min((hours.universal + days * DAY for days in (-1, 0, 1)), key=lambda minutes: abs(minutes - hours.first))
    return start, start + hours.last - hours.first


def _at(day: date, minutes: int, zone: str | None) -> datetime:
    moment = datetime.combine(day, time(), tzinfo=UTC) + timedelta(minutes=minutes)
    return moment - _offset(zone, moment) if zone else moment


def _offset(zone: str, moment: datetime) -> timedelta:
    if zone in _ABBREVIATIONS:
        return timedelta(hours=_ABBREVIATIONS[zone])
    stated = _OFFSET.fullmatch(zone)
    if stated:
        hours = int(stated[2])
        size = timedelta(hours=hours, minutes=int(stated[3] or 0)) if hours <= _FURTHEST_ZONE else timedelta()
        return -size if stated[1] != "+" else size
    key = _city_zones().get(re.sub(r"\s+(?:standard |summer )?time$", "", zone).lower().replace(" ", "_"))
    return moment.replace(tzinfo=ZoneInfo(key)).utcoffset() or timedelta() if key else timedelta()


@cache
def _city_zones() -> dict[str, str]:
    """Return the zone of each city that a zone is named after; empty on a machine without a zone table."""
    return {key.rsplit("/", 1)[-1].lower(): key for key in sorted(available_timezones()) if "/" in key and not key.startswith("Etc/")}
