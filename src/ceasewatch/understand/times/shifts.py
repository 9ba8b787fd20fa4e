"""Where "two days earlier", "three weeks ago" and "the past two years" lie.

Days are counted exactly. A number of weeks reaches three days to either side of the day so many weeks away; a number of months is the
calendar month, a number of years the calendar year. Hours and minutes reach half a unit to either side. Unstated and vague numbers
("days ago", "several weeks later") give the wide stretch that they allow.
"""

from datetime import date, timedelta

from ceasewatch.model.values import When
from ceasewatch.understand.times.dates import shift_month
from ceasewatch.understand.times.nodes import ShiftNode, Unit, WindowNode
from ceasewatch.understand.times.periods import month_bounds
from ceasewatch.understand.times.scene import Scene

_SHORT = {Unit.MINUTE: timedelta(minutes=1), Unit.HOUR: timedelta(hours=1)}
_WEEK_SLACK = timedelta(days=3)


def place_shift(node: ShiftNode, base: When) -> When | None:
    """Place so many units before or after a stretch that is known.

    What lies before it never reaches past its end, nor what lies after it ahead of its beginning.
    """
    near, far = sorted((node.low * node.direction, node.high * node.direction))
    shifted = _shift(base, node.unit, near, far)
    if shifted is None or shifted.earliest is None or shifted.before is None or base.earliest is None or base.before is None:
        return shifted
    if node.direction < 0:
        return When(earliest=shifted.earliest, before=min(shifted.before, base.before))
    return When(earliest=max(shifted.earliest, base.earliest), before=shifted.before)


def _shift(base: When, unit: Unit, near: int, far: int) -> When | None:
    if unit in _SHORT:
        return _shift_moment(base, near, far, _SHORT[unit])
    first, last = base.first_day, base.last_day
    if first is None or last is None:
        return None
    if unit is Unit.DAY:
        return When.of_days(first + timedelta(days=near), last + timedelta(days=far))
    if unit is Unit.WEEK:
        return When.of_days(first + timedelta(weeks=near) - _WEEK_SLACK, last + timedelta(weeks=far) + _WEEK_SLACK)
    if unit is Unit.MONTH:
        return When.of_days(shift_month(first, near), month_bounds(shift_month(last, far))[1])
    return When.of_days(date(first.year + near, 1, 1), date(last.year + far, 12, 31))


def _shift_moment(base: When, near: int, far: int, unit: timedelta) -> When | None:
    if base.earliest is None or base.before is None:
        return None
    return When(earliest=base.earliest + near * unit - unit / 2, before=base.before + far * unit + unit / 2)


def place_window(node: WindowNode, scene: Scene) -> When | None:
    """Place a stretch that ends or begins with the publication."""
    now, today = scene.published, scene.today
    if today is None or now is None or now.earliest is None or now.before is None:
        return None
    if node.unit in _SHORT:
        reach = node.count * _SHORT[node.unit]
        return (
            When(earliest=now.earliest - reach, before=now.before)
            if node.direction < 0
            else When(earliest=now.earliest, before=now.before + reach)
        )
    edge = _step(today, node.unit, node.count * node.direction)
    return When.of_days(min(edge, today), max(edge, today))


def _step(day: date, unit: Unit, count: int) -> date:
    if unit is Unit.DAY:
        return day + timedelta(days=count)
    if unit is Unit.WEEK:
        return day + timedelta(weeks=count)
    month = shift_month(day, count if unit is Unit.MONTH else 12 * count)
    return month.replace(day=min(day.day, month_bounds(month)[1].day))
