"""A report, and the places inside its text."""

from dataclasses import dataclass
from datetime import datetime

from ceasewatch.model.values import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of one report's text: ``report.text[start:end]`` is the evidence.

    Offsets count Unicode code points from 0; ``end`` is exclusive.
    """

    report_id: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span must hold at least one character, not [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text that tells of incidents, exactly as it was kept.

    ``id`` is the SHA-256 of the original bytes, in hex. ``text`` never changes once stored, because spans point into it.
    What the report does not say about itself is ``None``: a page without a date has ``published=None``, never today's date.
    ``published`` and ``updated`` are as wide as they are known: a day, or the minute printed on the page.
    """

    id: str
    text: str
    retrieved_at: datetime
    media_type: str
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    title: str | None = None
    language: str | None = None
    published: When | None = None
    updated: When | None = None

    def evidence(self, span: Span) -> str:
        """Return the words a span points at."""
        return self.text[span.start : span.end]
