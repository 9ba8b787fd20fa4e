"""What every store must do, whatever it is made of."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ceasewatch.errors import UnknownRecord
from ceasewatch.model.gap import Gap, GapReason
from ceasewatch.model.reading import Original, Outcome, Reading, Resolution, Status
from ceasewatch.model.record import Link
from ceasewatch.model.report import Span

NOON = datetime(1974, 8, 1, 12, tzinfo=UTC)
SHARED_STORE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


def test_a_report_comes_back_as_it_went_in(store, cases):
    case = cases.make_case(1)
    assert case.keep(store)
    assert store.report(case.original.id) == case.outcome.report
    assert store.original(case.original.id) == case.original.content
    assert tuple(store.mentions()) == case.reading.mentions
    assert tuple(store.claims()) == case.reading.claims
    assert tuple(store.links()) == case.resolution.links
    assert tuple(store.gaps()) == case.reading.gaps
    assert store.record("guards") == case.resolution.records[0]


def test_original_bytes_come_back_whatever_they_are(store):
    original = Original(content=bytes(range(256)) * 300, name="-", retrieved_at=NOON)
    assert store.add_original(original)
    assert store.original(original.id) == original.content


def test_an_empty_original_is_kept_too(store):
    empty = Original(content=b"", name="empty.txt", retrieved_at=NOON)
    assert store.add_original(empty)
    assert store.original(empty.id) == b""


def test_keeping_the_same_thing_again_changes_nothing(store, cases):
    case = cases.make_case(1)
    gap = Gap.record(report_id=None, reason=GapReason.NOT_FETCHED, detail="https://example.org/a: no answer")
    case.keep(store)
    store.add_gap(gap)
    store.add_judgement(cases.make_judgement())
    before = cases.read_everything(store, queries=["guards"])
    assert not store.add_original(case.original)
    assert not store.add_outcome(case.original.id, case.outcome, case.reading, case.resolution)
    assert not store.add_gap(gap)
    assert not store.add_judgement(cases.make_judgement())
    assert cases.read_everything(store, queries=["guards"]) == before


def test_the_same_bytes_fetched_later_under_another_name_are_the_same_original(store, cases):
    case = cases.make_case(1)
    case.keep(store)
    before = cases.read_everything(store)
    later = replace(case.original, name="copy.txt", retrieved_at=NOON + timedelta(days=9000))
    report = replace(case.outcome.report, retrieved_at=later.retrieved_at)
    again = replace(case, original=later, outcome=replace(case.outcome, report=report))
    assert not again.keep(store)
    assert cases.read_everything(store) == before


def test_a_second_reading_that_gives_another_text_never_moves_the_evidence(store, cases):
    case = cases.make_case(1)
    case.keep(store)
    before = cases.read_everything(store)
    report = replace(case.outcome.report, text="Site menu. " + case.outcome.report.text)
    moved = replace(case.reading.claims[0], id="moved", span=Span(report_id=report.id, start=13, end=19))
    reading = replace(case.reading, claims=(*case.reading.claims, moved))
    assert not store.add_outcome(report.id, replace(case.outcome, report=report), reading, case.resolution)
    assert cases.read_everything(store) == before


def test_a_second_reading_of_the_same_text_adds_what_it_found_anew(store, cases):
    first, second = cases.make_case(1, claims=2), cases.make_case(1, claims=4)
    first.keep(store)
    assert second.keep(store)
    assert tuple(store.claims()) == second.reading.claims
    assert store.search("guards") == (first.original.id,)


def test_a_refused_original_keeps_its_gaps_and_can_be_read_later(store, cases):
    case = cases.make_case(1)
    gap = Gap.record(report_id=case.original.id, reason=GapReason.TOO_SLOW)
    refused = replace(case, outcome=Outcome(status=Status.REFUSED, report=None, gaps=(gap,)), reading=Reading(), resolution=Resolution())
    assert refused.keep(store)
    assert list(store.reports()) == []
    assert list(store.gaps(report_id=case.original.id)) == [gap]
    assert [what for _, what, _ in store.audit()] == ["kept", "refused"]
    assert case.keep(store)
    assert store.report(case.original.id) == case.outcome.report
    assert gap in store.gaps()


def test_a_refusal_without_a_reason_is_in_the_audit_trail_all_the_same(store, cases):
    original = cases.make_case(1).original
    store.add_original(original)
    refused = Outcome(status=Status.REFUSED, report=None)
    assert store.add_outcome(original.id, refused, Reading(), Resolution())
    assert not store.add_outcome(original.id, refused, Reading(), Resolution())
    assert [what for _, what, _ in store.audit()] == ["kept", "refused"]


def test_an_outcome_needs_its_original(store, cases):
    case = cases.make_case(1)
    with pytest.raises(UnknownRecord, match="no original"):
        store.add_outcome(case.original.id, case.outcome, case.reading, case.resolution)
    assert not any(cases.read_everything(store).values())


def test_the_audit_trail_says_what_was_done_in_order(store, cases):
    case = cases.make_case(1)
    gap = Gap.record(report_id=None, reason=GapReason.NOT_FETCHED)
    case.keep(store)
    store.add_gap(gap)
    store.add_judgement(cases.make_judgement())
    done = [(what, subject) for _, what, subject in store.audit()]
    assert done == [("kept", case.original.id), ("read", case.original.id), ("gap", gap.id), ("judged", "m1 m2")]
    times = [at for at, _, _ in store.audit()]
    assert times == sorted(times)
    assert all(at.tzinfo is not None for at in times)


def test_everything_is_still_there_when_the_store_is_opened_again(store, path, cases, open_again):
    cases.make_case(1).keep(store)
    store.add_judgement(cases.make_judgement())
    before = cases.read_everything(store, queries=["guards"])
    assert before["found"] == [[cases.make_case(1).original.id]]
    with open_again(store, path) as reopened:
        assert cases.read_everything(reopened, queries=["guards"]) == before


@pytest.mark.parametrize(
    "break_it", ["foreign span", "span past the end", "speaker past the end", "lost mention", "lost record", "foreign gap", "wrong id"]
)
def test_what_breaks_a_promise_is_not_kept(store, cases, break_it):
    case, other = cases.make_case(1), cases.make_case(2)
    report, claim = case.outcome.report, case.reading.claims[0]
    past_the_end = Span(report_id=report.id, start=5, end=len(report.text) + 1)
    broken = {
        "foreign span": replace(
            case, reading=replace(case.reading, claims=(replace(claim, span=Span(report_id=other.original.id, start=0, end=1)),))
        ),
        "span past the end": replace(case, reading=replace(case.reading, claims=(replace(claim, span=past_the_end),))),
        "speaker past the end": replace(
            case, reading=replace(case.reading, claims=(replace(claim, said_by=(replace(claim.said_by[0], span=past_the_end),)),))
        ),
        "lost mention": replace(case, reading=replace(case.reading, mentions=())),
        "lost record": replace(case, resolution=replace(case.resolution, records=())),
        "foreign gap": replace(case, reading=replace(case.reading, gaps=other.reading.gaps)),
        "wrong id": replace(case, outcome=replace(case.outcome, report=replace(report, id=other.original.id))),
    }[break_it]
    store.add_original(case.original)
    with pytest.raises(ValueError, match=r"span|mention|record|gap|id"):
        store.add_outcome(case.original.id, broken.outcome, broken.reading, broken.resolution)
    assert list(store.reports()) == []
    assert list(store.claims()) == []


def test_a_gap_on_its_own_belongs_to_no_report(store):
    with pytest.raises(ValueError, match="with its outcome"):
        store.add_gap(Gap.record(report_id="r", reason=GapReason.EMPTY))


def test_a_report_is_found_by_the_beginning_of_its_id(store, cases):
    kept = [cases.make_case(number) for number in range(40)]
    for case in kept:
        case.keep(store)
    for case in kept:
        assert store.report(case.original.id[:12]) == case.outcome.report


@pytest.mark.parametrize("wanted", ["", "zz", "%", "_", "*", "' OR 1=1 --", "\U0010ffff"])
def test_an_unknown_id_is_an_error_that_names_it(store, cases, wanted):
    cases.make_case(1).keep(store)
    with pytest.raises(UnknownRecord) as caught:
        store.report(wanted)
    assert f'no report "{wanted}"' in str(caught.value)


def test_an_ambiguous_beginning_is_an_error_that_says_so(store, cases):
    made = [cases.make_case(number) for number in range(17)]
    for case in made:
        case.keep(store)
    first = [case.original.id[0] for case in made]
    shared = next(letter for letter in first if first.count(letter) > 1)
    with pytest.raises(UnknownRecord, match=f'several reports in the store begin with "{shared}"'):
        store.report(shared)


def test_unknown_originals_and_records_are_errors(store):
    with pytest.raises(UnknownRecord, match='no original "abc"'):
        store.original("abc")
    with pytest.raises(UnknownRecord, match='no record "Q1"'):
        store.record("Q1")


def test_the_claims_of_one_report_come_in_the_order_of_the_text(store, cases):
    first, second = cases.make_case(1, claims=4), cases.make_case(2, claims=4)
    reading = replace(first.reading, claims=first.reading.claims[::-1])
    replace(first, reading=reading).keep(store)
    second.keep(store)
    assert tuple(store.claims(report_id=first.original.id)) == first.reading.claims
    assert list(store.claims(report_id="nobody")) == []
    assert {claim.span.report_id for claim in store.claims()} == {first.original.id, second.original.id}


def test_links_can_be_asked_for_by_claim(store, cases):
    first, second = cases.make_case(1), cases.make_case(2)
    first.keep(store)
    second.keep(store)
    wanted = [claim.id for claim in first.reading.claims]
    assert tuple(store.links(iter(wanted))) == first.resolution.links
    assert list(store.links([])) == []
    assert len(list(store.links())) == 2


def test_two_opinions_on_one_name_are_two_links(store, cases):
    case = cases.make_case(1)
    link = case.resolution.links[0]
    links = (link, replace(link, by="another resolver"), replace(link, score=0.5), replace(link, role="speaker"))
    replace(case, resolution=replace(case.resolution, links=links)).keep(store)
    assert set(store.links()) == set(links)
    assert len(list(store.links())) == 4


def test_a_corrected_record_is_what_links_point_at_from_then_on(store, cases):
    case = cases.make_case(1)
    case.keep(store)
    for latitude in (35.0, 36.0, 35.0):
        assert store.add_outcome(case.original.id, case.outcome, case.reading, Resolution(records=(cases.make_place(latitude),)))
        assert not store.add_outcome(case.original.id, case.outcome, case.reading, Resolution(records=(cases.make_place(latitude),)))
        assert store.record("bridge") == cases.make_place(latitude)


@SHARED_STORE
@given(text=st.text(min_size=1, max_size=200))
def test_any_text_comes_back_character_by_character(store, cases, text):
    case = cases.make_case(1)
    original = replace(case.original, content=text.encode())
    report = replace(case.outcome.report, id=original.id, text=text, title=text)
    store.add_original(original)
    store.add_outcome(original.id, replace(case.outcome, report=report), Reading(), Resolution())
    assert store.report(original.id) == report


def test_adding_while_reading_disturbs_neither(store, cases):
    kept = [cases.make_case(number) for number in range(6)]
    for case in kept:
        case.keep(store)
    seen = []
    for report in store.reports():
        seen.append(report.id)
        cases.make_case(100 + len(seen)).keep(store)
        if len(seen) > 100:
            break
    assert set(seen) >= {case.original.id for case in kept}
    assert len(list(store.reports())) == 6 + len(seen)


def test_a_failed_write_does_not_disturb_a_reader(store, cases):
    for number in range(6):
        cases.make_case(number).keep(store)
    reading = store.reports()
    seen = [next(reading)]
    with pytest.raises(UnknownRecord):
        store.add_outcome("0" * 64, Outcome(status=Status.REFUSED, report=None), Reading(), Resolution())
    seen += reading
    assert len(seen) == 6


def test_a_sound_store_passes_its_own_examination(store, cases):
    cases.make_case(1).keep(store)
    cases.make_refusal(b"\x00\x01").keep(store)
    store.verify()


def test_links_keep_a_whole_score(store, cases):
    case = cases.make_case(1)
    link = Link(claim_id=case.reading.claims[0].id, record_id="guards", role="value", by="test", score=1)
    whole = replace(case, resolution=replace(case.resolution, links=(link,)))
    whole.keep(store)
    assert not whole.keep(store)
    assert list(store.links()) == [link]


def test_what_the_user_called_an_original_and_how_reading_it_ended_are_known(store, cases):
    case = cases.make_case(1)
    store.add_original(case.original)
    assert store.original_name(case.original.id) == case.original.name
    assert store.status(case.original.id) is None
    case.keep(store)
    assert store.status(case.original.id) is case.outcome.status
    assert store.status("0" * 64) is None
    with pytest.raises(UnknownRecord):
        store.original_name("0" * 64)
