"""Makes claims about a text, for the tests of the resolvers; the conftest gives this module as the fixture ``cases``."""

from datetime import UTC, datetime

from ceasewatch.model.claim import Claim, Slot, Speaker, SpeakerRole
from ceasewatch.model.reading import Resolution
from ceasewatch.model.report import Report, Span
from ceasewatch.model.values import Value, Where

REPORT_ID = "ab" * 32


def make_report(text: str) -> Report:
    return Report(id=REPORT_ID, text=text, retrieved_at=datetime(2024, 1, 1, tzinfo=UTC), media_type="text/plain")


def make_claim(
    value: Value, slot: Slot, *, speaker: str | None = None, publisher: str | None = "The Strelsau Courier", at: int = 0
) -> Claim:
    chain = (Speaker(role=SpeakerRole.PUBLISHER, name=publisher),)
    if speaker:
        chain = (*chain, Speaker(role=SpeakerRole.SPEAKER, name=speaker))
    span = Span(report_id=REPORT_ID, start=at, end=at + 1)
    return Claim.record(mention_id="m", slot=slot, value=value, span=span, said_by=chain, origin="test")


def make_where(name: str, at: int = 0) -> Claim:
    return make_claim(Where(name=name), Slot.WHERE, at=at)


def links_of(resolution: Resolution, claim: Claim, role: str = "value") -> list[str]:
    return [link.record_id for link in resolution.links if link.claim_id == claim.id and link.role == role]
