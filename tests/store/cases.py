"""Reports to put into stores: what passes from room to room for one input, made up but whole.

Loaded by its path, by the conftest and by the processes that tests start, since tests cannot import each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from ceasewatch.model.claim import Claim, Slot, Speaker, SpeakerRole
from ceasewatch.model.gap import Gap, GapReason
from ceasewatch.model.incident import Judgement, Verdict
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.reading import Original, Outcome, Reading, Resolution
from ceasewatch.model.reading import Status as OutcomeStatus
from ceasewatch.model.record import Link, Party, Place, PlaceName
from ceasewatch.model.report import Report, Span
from ceasewatch.model.values import Category, Count, Where, Who
from ceasewatch.store.store import Store

MORNING = datetime(2013, 2, 1, 9, 30, tzinfo=UTC)
PUBLISHER = Speaker(role=SpeakerRole.PUBLISHER, name="The Valley Herald")


@dataclass(frozen=True, kw_only=True)
class Case:
    original: Original
    outcome: Outcome
    reading: Reading = field(default_factory=Reading)
    resolution: Resolution = field(default_factory=Resolution)

    def keep(self, store: Store) -> bool:
        is_new = store.add_original(self.original)
        return store.add_outcome(self.original.id, self.outcome, self.reading, self.resolution) or is_new


def make_case(number: int, *, words: str = "near the bridge", claims: int = 3, name: str = "herald.txt") -> Case:
    """One report of a clash with one mention, some claims, a link, a place and a gap; another number is another report."""
    text = f"Report {number}. Guards exchanged fire {words}; {number + 2} were wounded."
    original = Original(content=text.encode(), name=name, retrieved_at=MORNING)
    report = Report(id=original.id, text=text, retrieved_at=MORNING, media_type="text/plain", title=f"Clash {number}")
    mention = Mention.record(kind="clash", anchor=Span(report_id=report.id, start=2, end=8), status=Status.REPORTED)
    made = tuple(make_claim(report, mention, place) for place in range(claims))
    party = Party(id="guards", name="Border guards")
    link = Link(claim_id=made[0].id, record_id=party.id, role="value", by="test", score=0.75)
    gap = Gap.record(report_id=report.id, reason=GapReason.TIME_NOT_STATED, slot=Slot.WHEN)
    return Case(
        original=original,
        outcome=Outcome(status=OutcomeStatus.READ, report=report),
        reading=Reading(mentions=(mention,), claims=made, gaps=(gap,)),
        resolution=Resolution(links=(link,), records=(party,)),
    )


def make_claim(report: Report, mention: Mention, place: int) -> Claim:
    values = [
        (Slot.ACTOR, Who(name="guards")),
        (Slot.WHERE, Where(name="the bridge", relation="near")),
        (Slot.WOUNDED, Count(low=2, high=None, words="two")),
        (Slot.KIND, Category(code="clash", words="fire")),
    ]
    slot, value = values[place % len(values)]
    span = Span(report_id=report.id, start=place, end=place + 5)
    return Claim.record(mention_id=mention.id, slot=slot, value=value, span=span, said_by=(PUBLISHER,), origin="test")


def make_refusal(content: bytes, reason: GapReason = GapReason.NOT_TEXT) -> Case:
    original = Original(content=content, name="noise.bin", retrieved_at=MORNING)
    gap = Gap.record(report_id=original.id, reason=reason)
    return Case(original=original, outcome=Outcome(status=OutcomeStatus.REFUSED, report=None, gaps=(gap,)))


def make_place(latitude: float) -> Place:
    return Place(id="bridge", names=(PlaceName(name="The Bridge"),), kind="bridge", latitude=latitude, longitude=33.25)


def read_everything(store: Store, *, records: Sequence[str] = (), queries: Sequence[str] = ()) -> dict[str, Any]:
    """All that a store tells, so that two stores, or one at two times, can be compared."""
    reports = list(store.reports())
    return {
        "reports": reports,
        "originals": [store.original(report.id) for report in reports],
        "mentions": list(store.mentions()),
        "claims": list(store.claims()),
        "claims by report": [list(store.claims(report_id=report.id)) for report in reports],
        "links": list(store.links()),
        "records": [store.record(record_id) for record_id in sorted({*records, *(link.record_id for link in store.links())})],
        "gaps": list(store.gaps()),
        "judgements": list(store.judgements()),
        "all judgements": list(store.judgements(superseded=True)),
        "found": [sorted(store.search(query)) for query in queries],
        "audit": list(store.audit()),
    }


def make_judgement() -> Judgement:
    return Judgement(left="m1", right="m2", verdict=Verdict.SAME, by="Maria", at=MORNING, reason="same place and hour")
