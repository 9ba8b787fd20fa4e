"""One event as told in one report."""

from dataclasses import dataclass
from enum import StrEnum

from ceasewatch.model.ids import hash_fields
from ceasewatch.model.report import Span


class Status(StrEnum):
    """How the report treats the event: as its news, as something recalled, as a habit, as a plan, or as a mere thought."""

    REPORTED = "reported"
    BACKGROUND = "background"
    PATTERN = "pattern"
    PLAN = "plan"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One event as told in one report; several sentences may tell of it.

    ``kind`` is a code of the kinds table. ``anchor`` is where the report first names the event ("opened fire", "the clash").
    """

    id: str
    report_id: str
    kind: str
    anchor: Span
    status: Status

    @classmethod
    def record(cls, *, kind: str, anchor: Span, status: Status) -> "Mention":
        """Make a mention whose id is computed from where it stands and what it is."""
        return cls(
            id=hash_fields("mention", anchor, kind, status),
            report_id=anchor.report_id,
            kind=kind,
            anchor=anchor,
            status=status,
        )
