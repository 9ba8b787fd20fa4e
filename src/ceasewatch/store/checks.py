"""What every store demands of what it is given, so that all of them keep the same promises.

A fault here is a bug of the room that made the nouns, not of the report: it is a ``ValueError`` and keeps its traceback.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC

from ceasewatch.model.gap import Gap
from ceasewatch.model.incident import Judgement
from ceasewatch.model.reading import Outcome, Reading, Resolution
from ceasewatch.model.report import Report, Span


def check_outcome(original_id: str, outcome: Outcome, reading: Reading, resolution: Resolution) -> None:
    """Make sure that all parts belong to one original, and that every span lies inside the text it points at.

    Raises:
        ValueError: they do not; the message says which.
    """
    report = outcome.report
    if report is None and (reading != Reading() or resolution != Resolution()):
        raise ValueError("an outcome without a report can have no mentions, claims or links")
    if report is not None and report.id != original_id:
        raise ValueError("a report's id must be its original's")
    if any(gap.report_id != original_id for gap in (*outcome.gaps, *reading.gaps, *resolution.gaps)):
        raise ValueError("a gap of this outcome names another report")
    _check_ties(reading, resolution)
    for span in _list_spans(outcome, reading, resolution):
        if report is None or span.report_id != report.id or span.end > len(report.text):
            raise ValueError(f"a span lies outside the report's text: {span}")


def check_gap(gap: Gap) -> None:
    """Make sure that a gap given on its own belongs to no original.

    Raises:
        ValueError: it does; such a gap belongs with its original's outcome.
    """
    if gap.report_id is not None:
        raise ValueError("a gap that belongs to an original is kept with its outcome")


def is_same_reading(kept: Report, new: Report) -> bool:
    """Whether two readings of the same bytes gave the same report, whenever they were fetched."""
    return kept == replace(new, retrieved_at=kept.retrieved_at)


def strip_judgement(judgement: Judgement) -> Judgement:
    """Return a judgement as it is kept: at UTC, and without when it was superseded, which follows from the others.

    Raises:
        ValueError: its time has no zone.
    """
    if judgement.at.tzinfo is None:
        raise ValueError("a judgement needs an aware datetime")
    return replace(judgement, at=judgement.at.astimezone(UTC), superseded_at=None)


def _check_ties(reading: Reading, resolution: Resolution) -> None:
    mentions = {mention.id for mention in reading.mentions}
    claims = {claim.id for claim in reading.claims}
    records = {record.id for record in resolution.records}
    if any(claim.mention_id not in mentions for claim in reading.claims):
        raise ValueError("a claim belongs to a mention that is not in its reading")
    if any(link.claim_id not in claims or link.record_id not in records for link in resolution.links):
        raise ValueError("a link's claim or record does not come with it")


def _list_spans(outcome: Outcome, reading: Reading, resolution: Resolution) -> Iterator[Span]:
    yield from (mention.anchor for mention in reading.mentions)
    yield from (claim.span for claim in reading.claims)
    yield from (speaker.span for claim in reading.claims for speaker in claim.said_by if speaker.span)
    yield from (gap.span for gap in (*outcome.gaps, *reading.gaps, *resolution.gaps) if gap.span)
