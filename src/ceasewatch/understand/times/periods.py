"""Where weeks, months, seasons and years lie.

Weeks run from Monday to Sunday. "This week", "this month" and "this year" end with the day of publication, since what is reported has
happened, unless the words look ahead. Thirds: a month's early days are 1-10, mid 11-20, late 21 to its end; a year's early months are
January-April, mid May-August, late September-December. Seasons are those of the northern half of the world, and the winter of a year
covers both that it can mean. A weekend is Saturday and Sunday.
"""

from calendar import monthrange
from datetime import date, timedelta

from ceasewatch.model.values import When
from ceasewatch.understand.times.dates import TURN_SHIFTS, shift_month, told_or_today
from ceasewatch.understand.times.nodes import PeriodNode, SeasonNode, Turn, Unit, WeekendNode, YearsNode
from ceasewatch.understand.times.scene import Scene

_SATURDAY = 5
_SUNDAY = 6
_WINTER = 12
_LONGEST_MONTH_DAYS = 31
_THIRDS = {"early": 0, "mid": 1, "late": 2}
_PARTS = {"first half": (0, 2), "second half": (1, 2)} | {
    f"{name} quarter": (n, 4) for n, name in enumerate(("first", "second", "third", "fourth"))
}
_WEEKS = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def place_period(node: PeriodNode, scene: Scene, *, is_whole: bool = False) -> When | None:
    """Place a day, week, month or year by its turn; ``is_whole`` keeps "this year" from ending with the publication."""
    base = told_or_today(node.turn, scene) or (scene.today if node.or_today else None)
    if base is None:
        return None
    if node.turn is Turn.PREVIOUS and scene.told:
        base = scene.told.first
    first, last = _bounds(node.unit, base, TURN_SHIFTS[node.turn])
    if node.turn is Turn.THIS and node.unit is not Unit.DAY and not is_whole:
        if node.is_later or scene.is_planned:
            first = max(first, base)
        else:
            last = min(last, base)
    return When.of_days(first, last)


def _bounds(unit: Unit, day: date, shift: int) -> tuple[date, date]:
    if unit is Unit.DAY:
        moved = day + timedelta(days=shift)
        return moved, moved
    if unit is Unit.WEEK:
        monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * shift)
        return monday, monday + timedelta(days=6)
    if unit is Unit.MONTH:
        return month_bounds(shift_month(day, shift))
    year = day.year + shift
    return date(year, 1, 1), date(year, 12, 31)


def month_bounds(day: date) -> tuple[date, date]:
    """Return the first and last day of a day's month."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def place_weekend(node: WeekendNode, scene: Scene) -> When | None:
    """Place a weekend: the latest that has begun by the publication, the one before that, or the coming one."""
    base = told_or_today(node.turn, scene)
    if base is None:
        return None
    is_ahead = scene.is_planned or node.turn in (Turn.NEXT, Turn.FOLLOWING)
    saturday = base - timedelta(days=(base.weekday() - _SATURDAY) % 7)
    if node.turn in (Turn.LAST, Turn.PREVIOUS) and base.weekday() >= _SATURDAY:
        saturday -= timedelta(days=7)
    if is_ahead and not (node.turn is Turn.THIS and base.weekday() >= _SATURDAY):
        saturday += timedelta(days=7)
    return When.of_days(saturday, saturday + timedelta(days=1))


def place_season(node: SeasonNode, scene: Scene) -> When | None:
    """Place a season of a year, or the latest one that has begun."""
    if node.year is not None:
        return _dated_season(node)
    base = told_or_today(node.turn or Turn.THIS, scene)
    if base is None:
        return None
    first = date(base.year, node.first_month, 1)
    if first > base:
        first = date(base.year - 1, node.first_month, 1)
    is_running = base <= month_bounds(shift_month(first, 2))[1]
    if node.turn in (Turn.LAST, Turn.PREVIOUS) and is_running:
        first = date(first.year - 1, node.first_month, 1)
    if node.turn in (Turn.NEXT, Turn.FOLLOWING) or (scene.is_planned and not is_running):
        first = date(first.year + 1, node.first_month, 1)
    return When.of_days(first, month_bounds(shift_month(first, 2))[1])


def _dated_season(node: SeasonNode) -> When:
    year = node.year or 1
    if node.first_month == _WINTER:
        return When.of_days(date(year, 1, 1), month_bounds(date(year + 1, 2, 1))[1])
    return When.of_days(date(year, node.first_month, 1), month_bounds(date(year, node.first_month + 2, 1))[1])


def place_years(node: YearsNode) -> When:
    """Place a run of years."""
    return When.of_days(date(node.first, 1, 1), date(node.last, 12, 31))


def place_portion(portion: str, whole: When) -> When:
    """Place a piece of a longer stretch; a stretch too short for it stays as it is."""
    first, last = whole.first_day, whole.last_day
    if first is None or last is None:
        return whole
    if portion == "week of":
        monday = first - timedelta(days=first.weekday())
        return When.of_days(monday, monday + timedelta(days=6))
    if portion in _THIRDS:
        return _third(first, last, _THIRDS[portion])
    if portion in _PARTS:
        number, parts = _PARTS[portion]
        return _share(first, last, number, parts)
    return _days_of(portion, first, last)


def _third(first: date, last: date, number: int) -> When:
    days = (last - first).days + 1
    if 20 < days <= _LONGEST_MONTH_DAYS:  # noqa: PLR2004
        starts = (0, 10, 20, days)
        return When.of_days(first + timedelta(days=starts[number]), first + timedelta(days=starts[number + 1] - 1))
    return _share(first, last, number, 3)


def _share(first: date, last: date, number: int, parts: int) -> When:
    """Return one of several equal parts: whole months of a year, otherwise whole days."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day == 1 and months % parts == 0:
        start = shift_month(first, number * months // parts)
        return When.of_days(start, month_bounds(shift_month(start, months // parts - 1))[1])
    days = (last - first).days + 1
    start = first + timedelta(days=days * number // parts)
    end = first + timedelta(days=max(days * (number + 1) // parts - 1, days * number // parts))
    return When.of_days(start, end)


def _days_of(portion: str, first: date, last: date) -> When:
    """Place "the second week of", "the last days of": weeks are counted in sevens from the first day, "days" reach to a third."""
    rank, _, unit = portion.partition(" ")
    days = (last - first).days + 1
    length = {"day": 1, "week": 7, "weekend": 7}.get(unit, max(days // 3, 1))
    if rank == "last":
        return When.of_days(max(first, last - timedelta(days=length - 1)), last)
    start = first + timedelta(days=length * _WEEKS[rank])
    if start > last:
        return When.of_days(first, last)
    return When.of_days(start, min(start + timedelta(days=length - 1), last))
