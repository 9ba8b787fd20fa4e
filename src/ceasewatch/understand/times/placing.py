"""From what the words say to the stretch of time they mean."""

from dataclasses import replace

from ceasewatch.model.values import When
from ceasewatch.understand.times.dates import place_date, place_either, place_weekday
from ceasewatch.understand.times.hours import place_hours
from ceasewatch.understand.times.nodes import (
    Base,
    DateNode,
    EitherNode,
    HoursNode,
    MomentNode,
    Node,
    PeriodNode,
    PortionNode,
    RangeNode,
    SeasonNode,
    ShiftNode,
    Unit,
    WeekdayNode,
    WeekendNode,
    WindowNode,
    YearsNode,
)
from ceasewatch.understand.times.periods import place_period, place_portion, place_season, place_weekend, place_years
from ceasewatch.understand.times.scene import Outlook, Scene, Told, cover
from ceasewatch.understand.times.shifts import place_shift, place_window


def place(node: Node, scene: Scene) -> When | None:
    """Return the stretch that a node means in a scene; ``None`` where it hangs on a day that is not known.

    Raises:
        ValueError, OverflowError: the calendar has no such day.
    """
    match node:
        case DateNode():
            return place_date(node, scene)
        case EitherNode():
            return place_either(node, scene)
        case WeekdayNode():
            return place_weekday(node, scene)
        case YearsNode():
            return place_years(node)
        case MomentNode():
            day = place(node.day, scene)
            return place_hours(node.hours, day, is_tied=True, published=scene.today) if day else None
        case _:
            return _place_relative(node, scene)


def _place_relative(node: Node, scene: Scene) -> When | None:
    match node:
        case PeriodNode():
            return place_period(node, scene)
        case WeekendNode():
            return place_weekend(node, scene)
        case SeasonNode():
            return place_season(node, scene)
        case WindowNode():
            return place_window(node, scene)
        case PortionNode():
            whole = place_period(node.whole, scene, is_whole=True) if isinstance(node.whole, PeriodNode) else place(node.whole, scene)
            return place_portion(node.portion, whole) if whole else None
        case ShiftNode():
            base = _place_base(node, scene)
            return place_shift(node, base) if base else None
        case HoursNode():
            return _place_loose_hours(node, scene)
        case RangeNode():
            return place_range(node, scene)
        case _:
            return None


def _place_base(node: ShiftNode, scene: Scene) -> When | None:
    if node.base is Base.PUBLISHED:
        return scene.published if node.unit in (Unit.HOUR, Unit.MINUTE) or scene.today is None else When.of_days(scene.today)
    if node.base is Base.TOLD:
        if scene.told is None:
            return None
        return scene.told.moment or When.of_days(scene.told.first, scene.told.last)
    return None if isinstance(node.base, Base) else place(node.base, scene)


def _place_loose_hours(node: HoursNode, scene: Scene) -> When | None:
    """Set hours that name no day on the day told of, or else on the day of publication."""
    if scene.told and scene.told.is_narrow:
        days = When.of_days(scene.told.first, scene.told.first)
    elif scene.today:
        days = When.of_days(scene.today)
    else:
        return None
    return place_hours(node, days, is_tied=False, published=scene.today)


def place_range(node: RangeNode, scene: Scene) -> When | None:
    """Place both ends and cover them.

    Each end may lack what the other says: a day for its clock time, a year, the week. What the last end names is looked for first, and
    the first end is the latest such time before it; where only the first has its year, the last end follows it.
    """
    if isinstance(node.last, HoursNode) and isinstance(node.first, MomentNode):
        return _cover_hours(node.first, MomentNode(day=node.first.day, hours=node.last), scene)
    if isinstance(node.first, HoursNode) and isinstance(node.last, MomentNode):
        return _cover_hours(MomentNode(day=node.last.day, hours=node.first), node.last, scene)
    if states_year(node.first) and not states_year(node.last):
        first = place(node.first, scene)
        last = place(node.last, _ahead_of(scene, first)) if first else None
        return cover(first, last)
    last = place(node.last, scene)
    if last is None or last.last_day is None:
        return None
    return _ordered(place(node.first, scene if states_year(node.first) else _back_from(scene, last)), last)


def _cover_hours(first: MomentNode, last: MomentNode, scene: Scene) -> When | None:
    return _ordered(place(first, scene), place(last, scene))


def _ordered(first: When | None, last: When | None) -> When | None:
    """Cover both ends; a range whose ends stand in the wrong order is no range.

    Raises:
        ValueError: the first end lies after the last.
    """
    if first and last and first.earliest and last.before and first.earliest >= last.before:
        raise ValueError("the range ends before it begins")
    return cover(first, last)


def _back_from(scene: Scene, last: When) -> Scene:
    return replace(scene.seen_from(last.last_day), told=None) if last.last_day else scene


def _ahead_of(scene: Scene, first: When) -> Scene:
    if first.first_day is None:
        return scene
    told = Told(first=first.first_day, last=first.first_day, moment=None, is_year_stated=True)
    return Scene(published=When.of_days(first.first_day), today=first.first_day, told=told, outlook=Outlook.AHEAD)


def states_year(node: Node) -> bool:
    """Whether the words themselves give the year."""
    match node:
        case DateNode() | SeasonNode():
            return node.year is not None
        case EitherNode() | YearsNode():
            return True
        case PortionNode():
            return states_year(node.whole)
        case MomentNode():
            return states_year(node.day)
        case RangeNode():
            return states_year(node.first) or states_year(node.last)
        case ShiftNode():
            return not isinstance(node.base, Base) and states_year(node.base)
        case _:
            return False


def hangs_on_told(node: Node) -> bool:
    """Whether the words count from the time told of last ("the next day", "two days earlier")."""
    match node:
        case ShiftNode():
            return node.base is Base.TOLD or (not isinstance(node.base, Base) and hangs_on_told(node.base))
        case PeriodNode() | WeekendNode() | SeasonNode() | WeekdayNode():
            turns = (node.turn, node.week_turn) if isinstance(node, WeekdayNode) else (node.turn,)
            return any(turn in ("previous", "same", "following") for turn in turns)
        case DateNode():
            return (node.month is None and node.day is not None) or node.year_turn in ("previous", "same", "following")
        case MomentNode():
            return hangs_on_told(node.day)
        case PortionNode():
            return hangs_on_told(node.whole)
        case RangeNode():
            return hangs_on_told(node.first) or hangs_on_told(node.last)
        case _:
            return False


def is_loose_hours(node: Node) -> bool:
    """Whether the words give hours and no day."""
    return isinstance(node, HoursNode) or (
        isinstance(node, RangeNode) and all(isinstance(end, HoursNode) for end in (node.first, node.last))
    )
