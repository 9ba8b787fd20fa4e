"""Where dates and weekdays lie.

A date without a year is the latest such date not after the publication, or the coming one where the words look ahead. It takes its year
from the time told of last where that has one and the date goes on with it: later in the same year, within two months after, or just
before; unless the latest such date is within a month before the publication, and so is more likely meant. A weekday is the latest one,
the day of publication included.

A date in figures that can be read in two orders is the reading that is not after the publication; where both are possible, the stretch
covers both.
"""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from ceasewatch.model.values import When
from ceasewatch.understand.times.nodes import DateNode, EitherNode, Turn, WeekdayNode
from ceasewatch.understand.times.scene import Outlook, Scene, Told, cover

_WEEK = 7
_DECEMBER = 12
_RECENT_DAYS = 31
_NEAR_DAYS = 62
_LONG_AGO_DAYS = 300
_JUST_BEFORE_DAYS = 15
_LEAP_YEARS = 8
TURN_SHIFTS = {Turn.LAST: -1, Turn.THIS: 0, Turn.NEXT: 1, Turn.PREVIOUS: -1, Turn.SAME: 0, Turn.FOLLOWING: 1}
TOLD_TURNS = (Turn.PREVIOUS, Turn.SAME, Turn.FOLLOWING)


def place_date(node: DateNode, scene: Scene) -> When | None:
    """Place a date, or as much of one as is written.

    Raises:
        ValueError: the calendar has no such day.
    """
    if node.month is None:
        return _place_without_month(node, scene)
    year = choose_year(node, scene)
    if year is None:
        return None
    return _span_of(year, node)


def _place_without_month(node: DateNode, scene: Scene) -> When | None:
    if node.day is None:
        return _span_of(node.year, node) if node.year is not None else None
    month = _choose_month(node, scene)
    return _span_of(month.year, replace(node, month=month.month)) if month else None


def _span_of(year: int, node: DateNode) -> When:
    if node.month is None:
        return When.of_days(date(year, 1, 1), date(year, 12, 31))
    if node.day is None:
        return When.of_days(date(year, node.month, 1), date(year, node.month, monthrange(year, node.month)[1]))
    first = date(year, node.month, node.day)
    last = date(year, node.month, node.last_day) if node.last_day else first
    if last < first:
        # "28-3 March" runs over the end of a month; the month named is the last day's.
        before = first.replace(day=1) - timedelta(days=1)
        first = before.replace(day=node.day)
    return When.of_days(first, last)


def _choose_month(node: DateNode, scene: Scene) -> date | None:
    """Return the first of the month that "the 14th" is in: the month told of last, or the latest that has the day behind it."""
    told, today, day = scene.told, scene.today, node.day or 1
    if node.month_turn in (Turn.LAST, Turn.THIS) and today:
        return shift_month(today, TURN_SHIFTS[node.month_turn])
    if told and (told.last - told.first).days <= _RECENT_DAYS and node.month_turn is not Turn.LAST:
        return shift_month(told.first, -1 if node.month_turn is Turn.PREVIOUS else 0)
    if today is None:
        return None
    shift = 0 if today.day >= day else -1
    if scene.is_planned:
        shift = 0 if today.day <= day else 1
    return shift_month(today, shift)


def shift_month(day: date, months: int) -> date:
    """Return the first day of the month so many months away."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def choose_year(node: DateNode, scene: Scene) -> int | None:
    """Return the year of a date: as written, by its turn, carried over, or the one that makes it the latest not after the publication."""
    if node.year is not None:
        return node.year
    if node.year_turn is not None:
        base = (scene.told.first if scene.told else None) if node.year_turn in TOLD_TURNS else scene.today
        return base.year + TURN_SHIFTS[node.year_turn] if base else None
    if node.turn is not None:
        return _turn_year(node, node.turn, scene.today) if scene.today else None
    carried = carry_year(node, scene)
    if carried is not None:
        return carried
    return _year_seen_from(node, scene, scene.today) if scene.today else None


def _turn_year(node: DateNode, turn: Turn, today: date) -> int:
    """Return the year of "last March" or "next March", which is never the month of the publication."""
    if turn is Turn.NEXT:
        return _nearest_year(node, shift_month(today, 1), is_ahead=True)
    return _nearest_year(node, today.replace(day=1) - timedelta(days=1), is_ahead=False)


def _year_seen_from(node: DateNode, scene: Scene, today: date) -> int:
    """Return the year of the latest such date, or of the coming one where that is what is meant.

    The coming one is meant in a plan; the day after the publication, which another clock already had; the nearer of the two where
    something ends; and, where no verb tells, a date two months ahead rather than ten months back.
    """
    ahead = _nearest_year(node, today, is_ahead=True)
    if scene.is_planned:
        return ahead
    latest = _nearest_year(node, today, is_ahead=False)
    to_come, gone = -_days_behind(node, ahead, today), _days_behind(node, latest, today)
    is_tomorrow = node.day is not None and to_come == 1
    is_nearer_limit = scene.is_limit and to_come < gone
    is_open = scene.outlook is Outlook.OPEN and gone > _LONG_AGO_DAYS and to_come <= _NEAR_DAYS
    return ahead if is_tomorrow or is_nearer_limit or is_open else latest


def carry_year(node: DateNode, scene: Scene) -> int | None:
    """Return the year taken over from the time told of last; ``None`` where the publication decides."""
    told = scene.told
    if node.year is not None or node.year_turn is not None or node.turn is not None or node.month is None or told is None:
        return None
    if not told.is_year_stated or scene.is_planned or (told.last - told.first).days > _NEAR_DAYS:
        return None
    today = scene.today or date.max
    near = [day for year in (told.first.year - 1, told.first.year, told.first.year + 1) if (day := _day_in(node, year)) and day <= today]
    carried = min((day for day in near if _follows(day, told)), key=lambda day: abs((day - told.first).days), default=None)
    if carried is None:
        return None
    latest = _nearest_year(node, scene.today, is_ahead=False) if scene.today else carried.year
    is_recent = scene.today is not None and _days_behind(node, latest, scene.today) <= _RECENT_DAYS
    is_near = abs((carried - told.first).days) <= _RECENT_DAYS
    return None if is_recent and not is_near and latest != carried.year else carried.year


def _follows(day: date, told: Told) -> bool:
    """Whether a date goes on with the time told of last: later in its year, within two months after it, or just before it."""
    gap = (day - told.first).days
    return -_JUST_BEFORE_DAYS <= gap <= _NEAR_DAYS or (gap > 0 and day.year == told.first.year)


def _days_behind(node: DateNode, year: int, today: date) -> int:
    last = _span_of(year, node).last_day
    return (today - last).days if last else 0


def _day_in(node: DateNode, year: int) -> date | None:
    """Return the first day a date has in a year; ``None`` for 29 February in a common year."""
    month, day = node.month or 1, node.day or 1
    if not 1 <= year <= date.max.year or not 1 <= month <= _DECEMBER or day > monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def _nearest_year(node: DateNode, today: date, *, is_ahead: bool) -> int:
    step = 1 if is_ahead else -1
    for year in range(today.year - step, today.year + step * _LEAP_YEARS + step, step):
        day = _day_in(node, year)
        last = _span_of(year, node).last_day if day else None
        if day and last and (last >= today if is_ahead else day <= today):
            return year
    raise ValueError("no year has this day")


def place_either(node: EitherNode, scene: Scene) -> When | None:
    """Place a date in figures that can be read in two orders."""
    readings: list[When | None] = [place_date(reading, scene) for reading in (node.one, node.other)]
    if scene.today and not scene.is_planned:
        past = [reading for reading in readings if reading and reading.first_day and reading.first_day <= scene.today]
        readings = [past[0], past[0]] if len(past) == 1 else readings
    return cover(readings[0], readings[-1])


def place_weekday(node: WeekdayNode, scene: Scene) -> When | None:
    """Place a weekday: seen from the publication, or from the time told of last for "the following" and "that"."""
    if node.week_turn is not None:
        base = told_or_today(node.week_turn, scene)
        if base is None:
            return None
        monday = base - timedelta(days=base.weekday())
        return When.of_days(monday + timedelta(days=_WEEK * TURN_SHIFTS[node.week_turn] + node.weekday))
    if node.turn in (Turn.PREVIOUS, Turn.SAME, Turn.FOLLOWING):
        return _place_told_weekday(node, scene.told)
    if scene.today is None:
        return None
    return When.of_days(_step_to(node.weekday, scene.today, node.turn, is_planned=scene.is_planned))


def _place_told_weekday(node: WeekdayNode, told: Told | None) -> When | None:
    if told is None:
        return None
    if node.turn is Turn.SAME:
        return When.of_days(_step_to(node.weekday, told.last, None, is_planned=False))
    turn = Turn.NEXT if node.turn is Turn.FOLLOWING else Turn.LAST
    return When.of_days(_step_to(node.weekday, told.last if turn is Turn.NEXT else told.first, turn, is_planned=False))


def _step_to(weekday: int, today: date, turn: Turn | None, *, is_planned: bool) -> date:
    if turn is Turn.NEXT or (is_planned and turn is not Turn.LAST):
        ahead = (weekday - today.weekday()) % _WEEK
        return today + timedelta(days=ahead or (_WEEK if turn is Turn.NEXT else 0))
    behind = (today.weekday() - weekday) % _WEEK
    return today - timedelta(days=behind or (_WEEK if turn is Turn.LAST else 0))


def told_or_today(turn: Turn, scene: Scene) -> date | None:
    """Return the day that a turn counts from."""
    if turn in TOLD_TURNS:
        return scene.told.last if scene.told else None
    return scene.today
