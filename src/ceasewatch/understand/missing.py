"""What a report leaves open: no event, no day, no place, no number, nobody who says it. Each is a gap with its reason."""

from collections.abc import Iterator, Sequence

from ceasewatch.model.claim import Claim, Slot, SpeakerRole
from ceasewatch.model.gap import Gap, GapReason
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.report import Report, Span
from ceasewatch.model.values import Count
from ceasewatch.understand.mentions import Event
from ceasewatch.understand.scenes import Scene

_TOLD = (Status.REPORTED, Status.BACKGROUND)


def find_gaps(
    report: Report, scenes: Sequence[Scene], events: Sequence[Event], mentions: Sequence[Mention], claims: Sequence[Claim]
) -> Iterator[Gap]:
    """Return the gaps of one reading; ``events`` and ``mentions`` go together, one for one."""
    if not mentions:
        yield Gap.record(report_id=report.id, reason=GapReason.NO_EVENT_FOUND)
    given = {(claim.mention_id, claim.slot) for claim in claims}
    for event, mention in zip(events, mentions, strict=True):
        if mention.status in _TOLD and (mention.id, Slot.WHEN) not in given:
            yield _missing_time(report, scenes, event, mention)
        if mention.status in _TOLD and (mention.id, Slot.WHERE) not in given:
            yield Gap.record(report_id=report.id, reason=GapReason.PLACE_NOT_STATED, slot=Slot.WHERE, span=mention.anchor)
    for claim in claims:
        if isinstance(claim.value, Count) and not claim.value.is_stated:
            yield Gap.record(report_id=report.id, reason=GapReason.COUNT_NOT_STATED, slot=claim.slot, span=claim.span)
        if any(link.role is SpeakerRole.SPEAKER and link.name is None for link in claim.said_by):
            yield Gap.record(report_id=report.id, reason=GapReason.SPEAKER_UNCLEAR, slot=claim.slot, span=claim.span)


def _missing_time(report: Report, scenes: Sequence[Scene], event: Event, mention: Mention) -> Gap:
    """Tell a time that is there but cannot be placed ("two days after the storm") from one that is not stated."""
    for telling in event.tellings:
        time = telling.time
        if time is not None and time.when is None and time.reason is not None:
            shift = scenes[telling.scene].sentence.start
            span = Span(report_id=report.id, start=time.start + shift, end=time.end + shift)
            return Gap.record(report_id=report.id, reason=time.reason, slot=Slot.WHEN, span=span, detail=time.words)
    return Gap.record(report_id=report.id, reason=GapReason.TIME_NOT_STATED, slot=Slot.WHEN, span=mention.anchor)
