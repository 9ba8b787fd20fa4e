"""Neighbouring pieces made into one: "Sunday" + "March 5", "the morning" of "March 5", "at 10:00" on "Sunday", "from" one "to" another.

The passes run in a fixed order, each from left to right, so that the closest ties are made first.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ceasewatch.understand.times.hour_words import DAY, HOUR, ZONE_BEHIND, read_part
from ceasewatch.understand.times.lexicon import DASH
from ceasewatch.understand.times.nodes import (
    Base,
    DateNode,
    EitherNode,
    HoursNode,
    MomentNode,
    Node,
    PeriodNode,
    Piece,
    PortionNode,
    Qualifier,
    RangeNode,
    SeasonNode,
    ShiftNode,
    Unit,
    WeekdayNode,
    WeekendNode,
    YearsNode,
)

Rule = Callable[[str, Piece, str, Piece], Node | None]
_TOUCHING = re.compile(r",?\s{1,3}(?:the\s)?|\s?\(")
_OF = re.compile(r",?\s{1,3}(?:of\s{1,3}|on\s{1,3}|in\s{1,3})?")
_ANY_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_SPACES = re.compile(r"\s{0,3}")
_DAY_TO_HOURS = re.compile(
    rf"(?:,|\s{DASH})?\s{{1,3}}(?:(?:in|during|at|by|around|about|from|between|at\sabout|at\saround|at\sapproximately|as\searly\sas)\s{{1,3}})?(?:the\s{{1,3}})?|T?|\s\(",
    re.IGNORECASE,
)
_HOURS_TO_DAY = re.compile(r"(?:,?\s{1,3}(?:(?:of|on|to|into|from|between|till|until|in)\s{1,3})?(?:the\s)?)|\s\((?:on\s)?", re.IGNORECASE)
_INTO = re.compile(r"\b(?:to|into|till|until)\b", re.IGNORECASE)
_CLOCK_TO_PART = re.compile(r"\s{1,3}(?:in\s(?:the\s)?|at\s|on\sthe\s|of\sthe\s)?")
_PART_TO_CLOCK = re.compile(r",?\s{1,3}(?:at|around|about|at\sabout|at\saround|by)?\s{0,3}")
_TO = re.compile(rf"\s?{DASH}\s?|\s?{DASH}to{DASH}|\s{{1,3}}(?:to|until|till|through|into)\s{{1,3}}(?:the\s|early\s)?", re.IGNORECASE)
_AND = re.compile(r"\s{1,3}and\s{1,3}(?:the\s)?")
_BETWEEN = re.compile(r"\b(?:between|nights?\sof|both)\s{1,3}(?:the\s)?$", re.IGNORECASE)
_AFTERNOON_HOURS = 12
_NIGHT_HOURS = 6


def join_pieces(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with every pair that belongs together made into one."""
    joined = list(pieces)
    for rule in (_join_date, _join_clocks, _join_days, _join_parts, _join_hours, _join_moments):
        joined = _run_pass(text, joined, rule)
    return [_take_zone(text, piece) for piece in joined]


def _take_zone(text: str, piece: Piece) -> Piece:
    """Add the zone that follows the day: "10:00 on 5 March, local time"."""
    node = piece.node
    if not isinstance(node, MomentNode) or node.hours.name != "clock" or node.hours.zone or node.hours.universal is not None:
        return piece
    zone = ZONE_BEHIND.match(text, piece.end)
    if zone is None:
        return piece
    return replace(piece, end=zone.end(), node=replace(node, hours=replace(node.hours, zone=zone["zone"])))


def _run_pass(text: str, pieces: list[Piece], rule: Rule) -> list[Piece]:
    done: list[Piece] = []
    for piece in pieces:
        right = piece
        while done:
            left = done[-1]
            node = rule(text, left, text[left.end : right.start], right)
            if node is None:
                break
            done.pop()
            right = Piece(start=left.start, end=_close_bracket(text, left.end, right.start, right.end), node=node)
        done.append(right)
    return done


def _close_bracket(text: str, gap_start: int, gap_end: int, end: int) -> int:
    return end + 1 if "(" in text[gap_start:gap_end] and text[end : end + 1] == ")" else end


def _is_day(node: object) -> bool:
    if isinstance(node, DateNode):
        return node.day is not None
    if isinstance(node, PeriodNode | ShiftNode):
        return node.unit is Unit.DAY
    if isinstance(node, RangeNode):
        return _is_day(node.first) and _is_day(node.last)
    return isinstance(node, WeekdayNode | EitherNode)


def _is_period(node: object) -> bool:
    if isinstance(node, DateNode):
        return node.day is None
    if isinstance(node, PeriodNode):
        return node.unit is not Unit.DAY
    return isinstance(node, SeasonNode | YearsNode | WeekendNode | PortionNode)


def _join_date(text: str, left: Piece, gap: str, right: Piece) -> Node | None:
    """Tie a weekday to its date, a date to its year, "early" and "the end of" to their period, "two days before" to a day."""
    one, other = left.node, right.node
    if isinstance(one, Qualifier) and _SPACES.fullmatch(gap) and other is not None:
        return _qualify(one.name, other)
    if isinstance(other, Qualifier):
        return None
    if isinstance(one, WeekdayNode) and isinstance(other, DateNode) and other.day is not None and _TOUCHING.fullmatch(gap):
        return other
    if isinstance(one, DateNode) and _is_dated_weekday(text, left, gap, right):
        return one
    if isinstance(other, PeriodNode) and _OF.fullmatch(gap):
        return _tie_to_period(one, other)
    if isinstance(one, PeriodNode) and one.unit is Unit.WEEK and isinstance(other, WeekdayNode) and _OF.fullmatch(gap):
        return replace(other, week_turn=one.turn)
    if isinstance(one, ShiftNode) and one.base is Base.EVENT and _SPACES.fullmatch(gap) and (_is_day(other) or _is_period(other)):
        return replace(one, base=other) if other is not None else None
    return None


def _is_dated_weekday(text: str, left: Piece, gap: str, right: Piece) -> bool:
    """Whether a weekday belongs to the date ahead of it, as in "4 March (Saturday)"; a date has only one."""
    if not (isinstance(left.node, DateNode) and left.node.day is not None and isinstance(right.node, WeekdayNode)):
        return False
    has_one = _ANY_WEEKDAY.search(text, left.start, left.end)
    return right.node.turn is None and has_one is None and bool(_TOUCHING.fullmatch(gap))


def _tie_to_period(one: Node | Qualifier | None, period: PeriodNode) -> Node | None:
    if isinstance(one, DateNode) and one.month and one.year is None and period.unit is Unit.YEAR:
        return replace(one, year_turn=period.turn)
    if isinstance(one, WeekdayNode) and one.turn is None and period.unit is Unit.WEEK:
        return replace(one, week_turn=period.turn)
    return None


def _qualify(name: str, node: Node | Qualifier) -> Node | None:
    if isinstance(node, Qualifier):
        return None
    if isinstance(node, MomentNode):
        return replace(node, hours=read_part(f"{name} {node.hours.name}") or node.hours) if node.hours.name != "clock" else None
    if name == "week of":
        return PortionNode(portion=name, whole=node) if _is_day(node) else None
    if _is_period(node):
        return PortionNode(portion=name, whole=node)
    if _is_day(node) and name in ("early", "late"):
        hours = (0, 9) if name == "early" else (18, 24)
        return MomentNode(day=node, hours=HoursNode(first=hours[0] * HOUR, last=hours[1] * HOUR, name=name))
    return None


def _join_clocks(text: str, left: Piece, gap: str, right: Piece) -> Node | None:
    """Tie a clock time to another ("between 09:00 and 11:30") or to its part of the day ("6.30 in the morning")."""
    one, other = left.node, right.node
    if not (isinstance(one, HoursNode) and isinstance(other, HoursNode)):
        return None
    if one.name == other.name == "clock" and _links_range(text, left, gap):
        last = other.last if other.last > one.first else other.last + DAY
        return HoursNode(first=one.first, last=last, name="clock", zone=one.zone or other.zone, universal=one.universal)
    if one.name == "clock" and other.name != "clock" and _CLOCK_TO_PART.fullmatch(gap):
        return _settle_half(one, other.name)
    if one.name != "clock" and other.name == "clock" and _PART_TO_CLOCK.fullmatch(gap):
        return _settle_half(other, one.name)
    return None


def _settle_half(clock: HoursNode, part: str) -> HoursNode:
    """Move "6 in the evening" into the second half of the day; "2 at night" stays in the first."""
    middle = (clock.first + clock.last) // 2 // HOUR
    is_late = part.rsplit(maxsplit=1)[-1] in ("afternoon", "evening", "dusk", "sunset") or (
        part.rsplit(maxsplit=1)[-1] == "night" and middle >= _NIGHT_HOURS
    )
    shift = _AFTERNOON_HOURS * HOUR if is_late and middle < _AFTERNOON_HOURS else 0
    return replace(clock, first=clock.first + shift, last=clock.last + shift)


def _links_range(text: str, left: Piece, gap: str) -> bool:
    if _TO.fullmatch(gap):
        return True
    return bool(_AND.fullmatch(gap) and _BETWEEN.search(text, max(0, left.start - 14), left.start))


def _join_days(text: str, left: Piece, gap: str, right: Piece) -> Node | None:
    """Tie two days or two periods into a range."""
    one, other = left.node, right.node
    if isinstance(one, Qualifier) or isinstance(other, Qualifier) or one is None or other is None or not _links_range(text, left, gap):
        return None
    if (_is_day(one) and _is_day(other)) or (_is_period(one) and _is_period(other)) or (_is_day(one) and isinstance(other, DateNode)):
        return RangeNode(first=one, last=other)
    return None


def _join_hours(_text: str, left: Piece, gap: str, right: Piece) -> Node | None:
    """Tie a part of the day or a clock time to its day."""
    one, other = left.node, right.node
    if isinstance(other, HoursNode) and _DAY_TO_HOURS.fullmatch(gap):
        if isinstance(one, MomentNode):
            return _refine(one, other)
        if one is not None and not isinstance(one, Qualifier) and _is_day(one):
            return MomentNode(day=one, hours=other)
    if (
        isinstance(one, HoursNode)
        and other is not None
        and not isinstance(other, Qualifier)
        and _is_day(other)
        and _HOURS_TO_DAY.fullmatch(gap)
    ):
        return MomentNode(day=other, hours=_lead_into(one) if _INTO.search(gap) else one)
    if isinstance(one, HoursNode) and isinstance(other, MomentNode) and one.name == "clock" and _HOURS_TO_DAY.fullmatch(gap):
        return _refine(other, one)
    return None


def _join_parts(text: str, left: Piece, gap: str, right: Piece) -> Node | None:
    """Tie the parts of the day to their days first, so that a clock time finds "Saturday night" whole."""
    clocks = [piece for piece in (left, right) if isinstance(piece.node, HoursNode) and piece.node.name == "clock"]
    return None if clocks else _join_hours(text, left, gap, right)


def _lead_into(hours: HoursNode) -> HoursNode:
    """Set "overnight into Friday" on the night that ends on Friday."""
    return replace(hours, first=hours.first - DAY, last=hours.last - DAY, name="into") if hours.last > DAY else hours


def _refine(moment: MomentNode, hours: HoursNode) -> Node | None:
    """Make "late Thursday" + "night" a late night, and "Sunday morning" + "at 10" a clock time."""
    if moment.hours.name in ("early", "late") and hours.name != "clock":
        return replace(moment, hours=read_part(f"{moment.hours.name} {hours.name}") or hours)
    if hours.name == "clock" and moment.hours.name != "clock":
        settled = _settle_half(hours, moment.hours.name)
        is_past_midnight = moment.hours.last > DAY and settled.first < _NIGHT_HOURS * HOUR
        return replace(moment, hours=replace(settled, first=settled.first + DAY, last=settled.last + DAY) if is_past_midnight else settled)
    return None


def _join_moments(text: str, left: Piece, gap: str, right: Piece) -> Node | None:
    """Tie two moments into a range, one of which may lack its day."""
    one, other = left.node, right.node
    times = (MomentNode, HoursNode)
    if not _links_range(text, left, gap) or isinstance(one, Qualifier) or isinstance(other, Qualifier) or one is None or other is None:
        return None
    is_pair = (isinstance(one, MomentNode) and (isinstance(other, times) or _is_day(other))) or (
        isinstance(other, MomentNode) and (isinstance(one, times) or _is_day(one))
    )
    return RangeNode(first=one, last=other) if is_pair else None
