"""The whole path, from the demo's files to incidents."""

import random
from datetime import date
from pathlib import Path

import pytest

from ceasewatch.ceasefires.folder import load_ceasefire
from ceasewatch.model.claim import Slot, Stance
from ceasewatch.model.gap import GapReason
from ceasewatch.model.incident import Incident
from ceasewatch.model.reading import Status
from ceasewatch.model.values import Count, When
from ceasewatch.pipeline import find_incident, list_incidents, read_inputs
from ceasewatch.store.memory import MemoryStore
from ceasewatch.store.store import Store

DEMO = Path(__file__).parent.parent / "demo" / "reports"
MARCH_5 = date(2023, 3, 5)


@pytest.fixture(scope="module")
def store() -> Store:
    kept = MemoryStore()
    list(read_inputs([str(DEMO)], kept, ceasefire=load_ceasefire("karabakh-2020")))
    return kept


def incident_of(store: Store, day: date) -> Incident:
    told = [one for one in list_incidents(store) if one.when and one.when.first_day == one.when.last_day == day]
    return max(told, key=lambda one: len({mention.report_id for mention in one.mentions}))


def test_every_demo_report_is_read_in_full(store: Store):
    assert len(list(store.reports())) == len([path for path in DEMO.iterdir() if path.is_file()])


def test_reports_of_every_side_meet_in_the_incident_of_5_march(store: Store):
    incident = incident_of(store, MARCH_5)
    assert len({mention.report_id for mention in incident.mentions}) >= 6


def test_each_side_is_said_by_somebody_to_have_fired_first(store: Store):
    said = {claim.id for position in incident_of(store, MARCH_5).positions_on(Slot.FIRED_FIRST) for claim in position.claims}
    sides = {store.record(link.record_id).side for link in store.links(said) if link.role == "value"}
    assert {"armenian", "azerbaijani"} <= sides


def test_clashing_tolls_stand_side_by_side_and_some_are_not_stated(store: Store):
    counts = [position.value for position in incident_of(store, MARCH_5).positions_on(Slot.KILLED)]
    assert {2, 3} <= {count.low for count in counts if isinstance(count, Count)}
    assert any(isinstance(count, Count) and not count.is_stated for count in counts)
    assert not any(isinstance(count, Count) and count.high == 0 for count in counts)


def test_a_denial_is_in_the_record(store: Store):
    assert any(claim.stance is Stance.DENIES for claim in store.claims())


def test_every_claim_points_into_its_report(store: Store):
    for claim in store.claims():
        assert store.report(claim.span.report_id).evidence(claim.span).strip()


def test_the_day_of_publication_is_never_the_day_of_the_event(tmp_path: Path):
    (tmp_path / "a.md").write_text("---\npublished: 2019-05-06\n---\nTwo guards were killed in a clash near Goma.\n", encoding="utf-8")
    kept = MemoryStore()
    list(read_inputs([str(tmp_path)], kept))
    assert [claim.value.low for claim in kept.claims() if claim.slot is Slot.KILLED] == [2]
    assert not any(isinstance(claim.value, When) for claim in kept.claims())


def test_reading_twice_changes_nothing(store: Store):
    before = list(store.claims()), list(store.links()), list(store.gaps()), list(store.audit())
    handled = list(read_inputs([str(DEMO)], store, ceasefire=load_ceasefire("karabakh-2020")))
    assert not any(one.is_new for one in handled)
    assert (list(store.claims()), list(store.links()), list(store.gaps()), list(store.audit())) == before


def test_the_order_of_reading_changes_nothing(store: Store):
    paths = [str(path) for path in DEMO.iterdir()]
    random.Random(4).shuffle(paths)
    other = MemoryStore()
    list(read_inputs(paths, other, ceasefire=load_ceasefire("karabakh-2020")))
    assert list(other.claims()) == list(store.claims())
    assert list(other.links()) == list(store.links())
    assert list_incidents(other) == list_incidents(store)


def test_any_mention_of_an_incident_finds_it(store: Store):
    incident = incident_of(store, MARCH_5)
    assert {find_incident(store, mention.id).id for mention in incident.mentions} == {incident.id}


def test_without_a_ceasefire_the_record_stands_with_parties_as_named():
    kept = MemoryStore()
    list(read_inputs([str(DEMO)], kept))
    assert len({mention.report_id for mention in incident_of(kept, MARCH_5).mentions}) >= 4


def test_what_fails_is_recorded_and_the_rest_goes_on(tmp_path: Path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "junk.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "good.txt").write_text(
        "Published: 6 May 2019\n\nTwo guards were killed in a clash near Goma on Sunday.\n", encoding="utf-8"
    )
    kept = MemoryStore()
    handled = list(read_inputs([str(tmp_path), str(tmp_path / "missing.txt")], kept))
    assert [one.outcome.status if one.outcome else None for one in handled] == [Status.REFUSED, Status.READ, Status.REFUSED, None]
    assert {GapReason.EMPTY, GapReason.NOT_OPENED} <= {gap.reason for gap in kept.gaps()}
    assert kept.original(handled[2].outcome.gaps[0].report_id) == bytes(range(256)) * 40


def test_what_was_read_by_a_ceasefire_stays_as_it_was_when_read_again_without(tmp_path: Path):
    kept = MemoryStore()
    list(read_inputs([str(DEMO)], kept, ceasefire=load_ceasefire("karabakh-2020")))
    before = list(kept.links()), list_incidents(kept)
    handled = list(read_inputs([str(DEMO)], kept))
    assert not any(one.is_new for one in handled)
    assert (list(kept.links()), list_incidents(kept)) == before


def test_a_text_made_to_be_slow_does_not_stop_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def take_too_long(*_):
        raise TimeoutError

    monkeypatch.setattr("ceasewatch.pipeline.understand", take_too_long)
    (tmp_path / "a.txt").write_text("Two guards were killed on Sunday.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Two guards were wounded on Sunday.", encoding="utf-8")
    kept = MemoryStore()
    assert len(list(read_inputs([str(tmp_path)], kept))) == len(list(kept.reports())) == 2
    assert GapReason.TOO_SLOW in {gap.reason for gap in kept.gaps()}


def test_a_refused_input_is_refused_again_with_its_reason(tmp_path: Path):
    (tmp_path / "empty.txt").write_bytes(b"")
    kept = MemoryStore()
    first = list(read_inputs([str(tmp_path)], kept))
    second = list(read_inputs([str(tmp_path)], kept))
    assert [gap.reason for gap in second[0].gaps] == [gap.reason for gap in first[0].gaps] == [GapReason.EMPTY]
    assert not second[0].is_new
