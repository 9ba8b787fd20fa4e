"""What is handed back for each time found in a text."""

from dataclasses import dataclass
from enum import StrEnum

from ceasewatch.model.gap import GapReason
from ceasewatch.model.values import When


class TimeRelation(StrEnum):
    """How the words tie what happened to the time they name."""

    AT = "at"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"
    DURATION = "duration"
    RECURRING = "recurring"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFound:
    """One time as the text words it, and the stretch of time it was taken to mean.

    ``text[start:end] == words``, without a leading preposition ("Sunday", not "on Sunday").

    ``when`` already holds the relation: "before Sunday" has ``earliest=None`` and ends as Sunday begins; "until Friday" and "by Friday"
    end as Friday ends; "after 10 March" begins as the 10th ends; "since Monday" runs from Monday to the publication, or has
    ``before=None`` where no publication is known. A clock time keeps to its day ("after 10:00 on Sunday" ends with Sunday).

    ``when`` is ``None`` where the words cannot be placed, and then ``reason`` says why: ``TIME_UNANCHORED`` (relative to a day that is
    not known) or ``TIME_UNREADABLE`` (30 February). What recurs ("every Friday") has neither: it is no one moment.

    ``named`` is the stretch that the words name before the relation is applied: for "since Monday", Monday.

    ``is_year_stated`` is true where the year is written in the words, or carried over from a time before in which it is.
    """

    start: int
    end: int
    words: str
    when: When | None
    reason: GapReason | None
    relation: TimeRelation
    is_year_stated: bool
    named: When | None = None
