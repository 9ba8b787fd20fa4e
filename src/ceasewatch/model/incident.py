"""The event across reports: a view computed from mentions, claims and links. It owns no facts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ceasewatch.model.claim import Claim, Slot, Speaker, Stance
from ceasewatch.model.mention import Mention
from ceasewatch.model.values import Value, When


class Verdict(StrEnum):
    """What was decided about two mentions."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Two mentions are, or are not, one incident: who decided it, when and why. Superseded, never erased."""

    left: str
    right: str
    verdict: Verdict
    by: str
    at: datetime
    reason: str
    superseded_at: datetime | None = None

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("a judgement needs an aware datetime")


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One version of one slot, and everyone who gives it.

    ``origins`` are the independent speakers behind it: two outlets that quote one ministry are one origin.
    """

    slot: Slot
    value: Value
    stance: Stance
    claims: tuple[Claim, ...]
    origins: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One event as told across reports, with every version side by side.

    ``id`` is the id of its first mention by hash order, and the id of any of its mentions finds it, so ids never die.
    ``positions`` are grouped by slot in the order of ``Slot``; ``when`` is what all dated mentions agree on, if they agree.
    """

    id: str
    kind: str
    mentions: tuple[Mention, ...]
    positions: tuple[Position, ...]
    when: When | None

    def positions_on(self, slot: Slot) -> tuple[Position, ...]:
        """Every version of one slot."""
        return tuple(position for position in self.positions if position.slot is slot)
