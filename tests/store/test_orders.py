"""Adding in any order, and adding twice, leaves the same store; a store on disk and one in memory are the same store."""

import runpy
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ceasewatch.model.claim import Claim
from ceasewatch.model.gap import Gap, GapReason
from ceasewatch.model.ids import hash_fields
from ceasewatch.model.incident import Judgement, Verdict
from ceasewatch.model.mention import Mention
from ceasewatch.model.reading import Outcome, Reading, Resolution, Status
from ceasewatch.model.record import Link, Party, Place, Record
from ceasewatch.model.report import Report, Span
from ceasewatch.store.memory import MemoryStore
from ceasewatch.store.sqlite import SqliteStore
from ceasewatch.store.store import Store

cases = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("cases.py"))))

NOW = datetime(2015, 2, 15, tzinfo=UTC)
QUERIES = ("guards", "Şuşa", "PMN-E", "мост bridge", "harbour", "cafe")
PLACES = st.sampled_from(["near the bridge", "in ŞUŞA", "by a PMN-E", "у МОСТА, bridge, мост", "at the café"])
spans_in_text = st.tuples(st.integers(0, 20), st.integers(1, 10))


@st.composite
def whole_cases(draw: st.DrawFn) -> Any:
    """A report of few possible ones, with mentions, claims of any value, links, records and gaps of any kind that fit it."""
    case = cases.make_case(draw(st.integers(0, 3)), words=draw(PLACES))
    report = case.outcome.report
    mentions = tuple(
        draw(st.lists(st.builds(_move_mention, st.just(report), st.from_type(Mention), spans_in_text), min_size=1, max_size=2))
    )
    claims = tuple(
        draw(st.lists(st.builds(_move_claim, st.just(report), st.sampled_from(mentions), st.from_type(Claim), spans_in_text), max_size=3))
    )
    gaps = tuple(draw(st.lists(st.builds(_move_gap, st.just(report), st.from_type(Gap), spans_in_text), max_size=2)))
    records = tuple(draw(st.lists(st.from_type(Place) | st.from_type(Party), min_size=1, max_size=2).map(_name_records)))
    links = draw(st.lists(st.builds(_make_link, st.sampled_from(claims), st.sampled_from(records)), max_size=2)) if claims else []
    if draw(st.integers(0, 5)) == 0:
        return replace(
            case, outcome=Outcome(status=Status.REFUSED, report=None, gaps=(replace(gaps[0], span=None),) if gaps else ()), **NOTHING
        )
    return replace(
        case,
        outcome=replace(case.outcome, status=draw(st.sampled_from([Status.READ, Status.PARTLY_READ])), gaps=gaps),
        reading=Reading(mentions=mentions, claims=claims, gaps=gaps[:1]),
        resolution=Resolution(links=tuple(links), records=records, gaps=gaps[1:]),
    )


NOTHING = {"reading": Reading(), "resolution": Resolution()}


def _place(report: Report, place: tuple[int, int]) -> Span:
    return Span(report_id=report.id, start=place[0], end=place[0] + place[1])


def _move_mention(report: Report, mention: Mention, place: tuple[int, int]) -> Mention:
    return Mention.record(kind=mention.kind, anchor=_place(report, place), status=mention.status)


def _move_claim(report: Report, mention: Mention, claim: Claim, place: tuple[int, int]) -> Claim:
    said_by = tuple(replace(speaker, span=speaker.span and _place(report, place)) for speaker in claim.said_by)
    fields = {"slot": claim.slot, "value": claim.value, "stance": claim.stance, "certainty": claim.certainty}
    return Claim.record(mention_id=mention.id, span=_place(report, place), said_by=said_by, origin="test", **fields)


def _move_gap(report: Report, gap: Gap, place: tuple[int, int]) -> Gap:
    return Gap.record(report_id=report.id, reason=gap.reason, slot=gap.slot, span=gap.span and _place(report, place), detail=gap.detail)


def _name_records(records: list[Record]) -> tuple[Record, ...]:
    return tuple(replace(record, id=hash_fields(record)) for record in records)


def _make_link(claim: Claim, record: Record) -> Link:
    return Link(claim_id=claim.id, record_id=record.id, role="value", by="test", score=0.5)


judgements = st.builds(
    Judgement,
    left=st.sampled_from(["m1", "m2"]),
    right=st.sampled_from(["m2", "m3"]),
    verdict=st.sampled_from(Verdict),
    by=st.sampled_from(["Maria", "program 1"]),
    at=st.integers(0, 4).map(lambda hours: NOW + timedelta(hours=hours)),
    reason=st.sampled_from(["", "same hour"]),
)
lone_gaps = st.sampled_from(["a", "b"]).map(lambda detail: Gap.record(report_id=None, reason=GapReason.NOT_FETCHED, detail=detail))
additions = whole_cases() | judgements | lone_gaps


def add(store: Store, addition: Any) -> bool:
    if isinstance(addition, Judgement):
        return store.add_judgement(addition)
    if isinstance(addition, Gap):
        return store.add_gap(addition)
    return addition.keep(store)


def read(store: Store, added: Iterable[Any]) -> dict[str, Any]:
    records = {record.id for addition in added if isinstance(addition, cases.Case) for record in addition.resolution.records}
    return cases.read_everything(store, records=sorted(records), queries=QUERIES)


def without_audit_order(everything: dict[str, Any]) -> dict[str, Any]:
    """A report whose claims come in two readings is noted once or twice, depending on which reading comes first."""
    return {**everything, "audit": {(what, subject) for _, what, subject in everything["audit"]}}


class AddingInAnyOrder(RuleBasedStateMachine):
    """Adds the same things to a store on disk and to one in memory, which is the model, and later to others in another order."""

    @initialize()
    def open_stores(self) -> None:
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "ceasewatch.db"
        self.on_disk = SqliteStore(self.path, clock=lambda: NOW)
        self.in_memory = MemoryStore(clock=lambda: NOW)
        self.added: list[Any] = []

    @rule(addition=additions)
    def add_something(self, addition: Any) -> None:
        assert add(self.on_disk, addition) == add(self.in_memory, addition)
        self.added.append(addition)

    @precondition(lambda self: self.added)
    @rule(data=st.data())
    def add_the_same_again(self, data: st.DataObject) -> None:
        before = read(self.on_disk, self.added)
        assert not add(self.on_disk, data.draw(st.sampled_from(self.added)))
        assert read(self.on_disk, self.added) == before

    @precondition(lambda self: len(self.added) > 1)
    @rule(data=st.data())
    def add_all_to_others_in_another_order(self, data: st.DataObject) -> None:
        shuffled = data.draw(st.permutations(self.added))
        with TemporaryDirectory() as folder, SqliteStore(Path(folder) / "other.db") as on_disk, MemoryStore() as in_memory:
            for other in (on_disk, in_memory):
                for addition in shuffled:
                    add(other, addition)
                assert without_audit_order(read(other, self.added)) == without_audit_order(read(self.on_disk, self.added))

    @rule()
    def open_again(self) -> None:
        self.on_disk.close()
        self.on_disk = SqliteStore(self.path, clock=lambda: NOW)

    @invariant()
    def both_tell_the_same(self) -> None:
        assert read(self.on_disk, self.added) == read(self.in_memory, self.added)

    def teardown(self) -> None:
        self.on_disk.close()
        self.folder.cleanup()


TestAddingInAnyOrder = AddingInAnyOrder.TestCase
TestAddingInAnyOrder.settings = settings(max_examples=60, stateful_step_count=12, deadline=None)
