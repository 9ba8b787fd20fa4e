"""What a claim can say: a time, a place, a number, somebody, something, a category, or words.

None of these has a value for "unknown". What the text does not say is ``None`` or a ``Gap``; it is never zero.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A stretch of time, half-open: it happened at or after ``earliest`` and ahead of ``before``.

    Both ends are aware datetimes, kept in UTC whatever zone they come in. The width *is* the precision: a day is 24 hours wide, "in
    November 2021" is 30 days wide.
    Either end may be ``None`` where the text bounds only one ("before Sunday", "since the war"), never both.
    A calendar day is kept as the UTC day of that name, since reports rarely say which clock they use.
    """

    earliest: datetime | None
    before: datetime | None

    def __post_init__(self) -> None:
        if self.earliest is None and self.before is None:
            raise ValueError("a When needs at least one end; a time that is not known is a Gap")
        for name in ("earliest", "before"):
            end = getattr(self, name)
            if end is not None and end.tzinfo is None:
                raise ValueError("a When needs aware datetimes")
            if end is not None:
                object.__setattr__(self, name, end.astimezone(UTC))
        if self.earliest is not None and self.before is not None and self.earliest >= self.before:
            raise ValueError("a When must end after it begins")

    @classmethod
    def of_days(cls, first: date, last: date | None = None) -> "When":
        """The days from ``first`` to ``last``, both included; one day when ``last`` is left out."""
        return cls(earliest=_midnight(first), before=_midnight((last or first) + timedelta(days=1)))

    @property
    def width(self) -> timedelta | None:
        """How long the stretch is; ``None`` when one end is open."""
        return None if self.earliest is None or self.before is None else self.before - self.earliest

    @property
    def first_day(self) -> date | None:
        """The calendar day on which it begins."""
        return self.earliest.date() if self.earliest else None

    @property
    def last_day(self) -> date | None:
        """The last calendar day that it touches."""
        return (self.before - timedelta(microseconds=1)).date() if self.before else None

    def overlaps(self, other: "When") -> bool:
        """Whether both could be the same moment."""
        starts_in_time = self.earliest is None or other.before is None or self.earliest < other.before
        ends_in_time = self.before is None or other.earliest is None or other.earliest < self.before
        return starts_in_time and ends_in_time


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place as written, with the word that relates the incident to it ("near", "along", "north of")."""

    name: str
    relation: str | None = None


class Standing(StrEnum):
    """Whether the people counted are described as fighting or not."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many, as bounds, in the words of the report.

    Exactly three is ``low=3, high=3``; "at least three" is ``low=3, high=None``; "up to three" is ``low=None, high=3``.
    Both ``None``: the text says that there were some and gives no number. ``0`` stands only where the text says that there were none.
    ``whose`` is the party or the people as described ("Ruritanian servicemen", "both sides"); ``None`` when the text does not say.
    """

    low: int | None
    high: int | None
    words: str
    whose: str | None = None
    standing: Standing | None = None

    def __post_init__(self) -> None:
        for bound in (self.low, self.high):
            if bound is not None and bound < 0:
                raise ValueError("a count cannot be negative")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("a count's low cannot be above its high")

    @property
    def is_stated(self) -> bool:
        """Whether the text gives any number at all."""
        return self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A party, an organisation or a person, as written.

    ``rank`` is as written too; ``rank_is_quoted`` notes that the report puts it in quotation marks, which is itself a stance.
    ``whose`` is the side or force that the report says a named person belonged to.
    """

    name: str
    rank: str | None = None
    rank_is_quoted: bool = False
    whose: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A weapon, a vehicle, a cargo, a position or a find, with what the text says of its number, make and way."""

    name: str
    count: Count | None = None
    moved_from: str | None = None
    moved_to: str | None = None
    by_road: str | None = None
    load: str | None = None
    made_where: str | None = None
    made_when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One code of a closed list (an event kind), with the words that gave it."""

    code: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What was said, asked, refused or meant, in the report's words."""

    text: str


Value = When | Where | Count | Who | Thing | Category | Words
