"""What the words of a time are placed against: the day of publication and the time told of last."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from ceasewatch.model.values import When
from ceasewatch.understand.times.found import TimeFound, TimeRelation


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The time told of last: its first and last day, and ``moment`` where it is narrower than a day."""

    first: date
    last: date
    moment: When | None
    is_year_stated: bool

    @property
    def is_narrow(self) -> bool:
        """Whether it is one day or a night, so that hours can be set on it."""
        return (self.last - self.first).days <= 1

    @classmethod
    def of_found(cls, found: TimeFound | None) -> "Told | None":
        """Return the days that a time names, whatever its relation: "since Monday" tells of Monday."""
        if found is None or found.relation in (TimeRelation.DURATION, TimeRelation.RECURRING):
            return None
        named = found.named or found.when
        if named is None:
            return None
        first, last = named.first_day or named.last_day, named.last_day or named.first_day
        if first is None or last is None:
            return None
        is_moment = named.width is not None and named.width < timedelta(days=1)
        return cls(first=first, last=last, moment=named if is_moment else None, is_year_stated=found.is_year_stated)


class Outlook(StrEnum):
    """Which way the verb beside a time looks: to a plan, to what has happened, or neither way."""

    AHEAD = "ahead"
    BEHIND = "behind"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The anchors of one time.

    ``today`` is the day of publication, ``outlook`` the way the words look. ``is_limit`` marks the end of something ("until 14 January"),
    which may lie on either side of the publication.
    """

    published: When | None
    today: date | None
    told: Told | None = None
    outlook: Outlook = Outlook.OPEN
    is_limit: bool = False

    @property
    def is_planned(self) -> bool:
        """Whether the words look ahead ("will")."""
        return self.outlook is Outlook.AHEAD

    def seen_from(self, day: date) -> "Scene":
        """The same scene, had the report been published on another day."""
        return replace(self, today=day, published=When.of_days(day))


def cover(one: When | None, other: When | None) -> When | None:
    """Return the narrowest stretch that holds both; ``None`` where either is not known."""
    if one is None or other is None:
        return None
    starts = [end for end in (one.earliest, other.earliest) if end is not None]
    ends = [end for end in (one.before, other.before) if end is not None]
    return When(earliest=min(starts) if len(starts) == 2 else None, before=max(ends) if len(ends) == 2 else None)  # noqa: PLR2004
