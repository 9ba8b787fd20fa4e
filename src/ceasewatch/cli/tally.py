"""What became of the inputs, in words and numbers."""

from dataclasses import dataclass

from ceasewatch.model.gap import GAP_WORDS, Gap, GapReason
from ceasewatch.model.reading import Status
from ceasewatch.pipeline import Handled
from ceasewatch.show.labels import count_of


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts inputs by how they ended. Every input is counted once; mentions and claims are those of inputs not known before."""

    read: int = 0
    partly: int = 0
    refused: int = 0
    known: int = 0
    mentions: int = 0
    claims: int = 0

    @property
    def inputs(self) -> int:
        """How many inputs there were."""
        return self.read + self.partly + self.refused + self.known

    def add(self, handled: Handled) -> None:
        """Count one input. One that is refused again counts as refused, not as known: nothing of it is in the record."""
        if handled.outcome is None or handled.outcome.status is Status.REFUSED:
            self.refused += 1
            return
        if not handled.is_new:
            self.known += 1
            return
        if handled.outcome.status is Status.PARTLY_READ:
            self.partly += 1
        else:
            self.read += 1
        self.mentions += handled.mentions
        self.claims += handled.claims

    def describe(self) -> str:
        """Say all of it in a line."""
        inputs = f"{self.read} read, {self.partly} partly read, {self.refused} refused, {self.known} already known"
        return f"{inputs}; {count_of(self.mentions, 'new mention')}, {count_of(self.claims, 'new claim')}"


def describe_trouble(handled: Handled) -> str | None:
    """Say why an input was refused or only partly read; ``None`` where it was read in full."""
    status = handled.outcome.status if handled.outcome else Status.REFUSED
    if status is Status.READ:
        return None
    reasons = dict.fromkeys(_describe_reason(gap, handled.name) for gap in handled.gaps)
    return f"{handled.name}: {status}: {'; '.join(reasons) or 'no reason was given'}"


def _describe_reason(gap: Gap, name: str) -> str:
    detail = (gap.detail or "").removeprefix(f"{name}: ")
    if gap.reason in (GapReason.NOT_FETCHED, GapReason.NOT_OPENED) and detail:
        return detail
    return f"{GAP_WORDS[gap.reason]} ({detail})" if detail else GAP_WORDS[gap.reason]
