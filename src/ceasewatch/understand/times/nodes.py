"""What a wording of time says, before it is known which day it was said on.

Each node is one shape of meaning. ``placing`` turns a node into a stretch of time.
"""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What is counted. A night counts as a day; a decade is counted in years, a fortnight in weeks."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Turn(StrEnum):
    """Which one of its kind: the last or next seen from the publication, or the one before, at or after the time told of last."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    PREVIOUS = "previous"
    SAME = "same"
    FOLLOWING = "following"


class Base(StrEnum):
    """What a shift is counted from: the publication, the time told of last, or an event that the words name."""

    PUBLISHED = "published"
    TOLD = "told"
    EVENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateNode:
    """A date, or as much of one as is written: days of a month, a month, or a year.

    ``last_day`` ends a run of days. ``turn`` is that of "last March" and "next March".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    year_turn: Turn | None = None
    month_turn: Turn | None = None
    turn: Turn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EitherNode:
    """A date in figures that can be read in two orders (05/03/2023)."""

    one: DateNode
    other: DateNode


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayNode:
    """A day of the week, Monday being 0; ``week_turn`` where the week is named too ("Tuesday last week")."""

    weekday: int
    turn: Turn | None = None
    week_turn: Turn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodNode:
    """A whole day, week, month or year by its turn ("yesterday" is the last day).

    ``is_later`` marks "later this week"; ``or_today`` marks "earlier in the day", which is the day of publication where no day was told of.
    """

    unit: Unit
    turn: Turn
    is_later: bool = False
    or_today: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekendNode:
    """A weekend by its turn."""

    turn: Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonNode:
    """A season by its first month, of the northern half of the world; ``year`` or a turn says which one."""

    first_month: int
    year: int | None = None
    turn: Turn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsNode:
    """A run of years, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PortionNode:
    """A piece of a longer period: thirds ("early", "mid", "late"), halves, quarters, or weeks of it."""

    portion: str
    whole: "Node"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftNode:
    """So many units before (``direction=-1``) or after (1) a base: "two days earlier", "a week ago", "the day before 5 March"."""

    unit: Unit
    low: int
    high: int
    direction: int
    base: "Base | Node"


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowNode:
    """A stretch that ends (``direction=-1``) or begins (1) with the publication: "the past two years"."""

    unit: Unit
    count: int
    direction: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursNode:
    """Hours of a day in minutes from its midnight, past 1440 where they run into the next day.

    ``name`` is the part of the day ("night") or "clock". ``zone`` is the clock's name as written, ``None`` for local or unsaid.
    ``universal`` is the same clock time in minutes of UTC where the text gives both.
    """

    first: int
    last: int
    name: str
    zone: str | None = None
    universal: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentNode:
    """Hours on a day."""

    day: "Node"
    hours: HoursNode


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeNode:
    """From one time to another, both included."""

    first: "Node"
    last: "Node"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringNode:
    """What comes again and again ("every Friday")."""


Node = (
    DateNode
    | EitherNode
    | WeekdayNode
    | PeriodNode
    | WeekendNode
    | SeasonNode
    | YearsNode
    | PortionNode
    | ShiftNode
    | WindowNode
    | HoursNode
    | MomentNode
    | RangeNode
    | RecurringNode
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier:
    """A word that means something only ahead of a period or a day: "early", "the end of", "the second half of"."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A node with its place in the text. ``is_loose`` marks a word that is a time only beside a day ("morning")."""

    start: int
    end: int
    node: Node | Qualifier | None
    is_loose: bool = False
