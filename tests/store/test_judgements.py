"""Which judgements stand, in every store."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from ceasewatch.model.incident import Judgement, Verdict

NOON = datetime(1974, 8, 1, 12, tzinfo=UTC)


def judge(verdict: Verdict, *, at: datetime = NOON, by: str = "Maria", left: str = "m1", right: str = "m2") -> Judgement:
    return Judgement(left=left, right=right, verdict=verdict, by=by, at=at, reason="same place and hour")


def test_a_later_judgement_supersedes_an_earlier_one_on_the_same_pair(store):
    first, second = judge(Verdict.SAME), judge(Verdict.DIFFERENT, at=NOON + timedelta(hours=1), left="m2", right="m1")
    assert store.add_judgement(first)
    assert store.add_judgement(second)
    assert list(store.judgements()) == [second]
    assert list(store.judgements(superseded=True)) == [replace(first, superseded_at=second.at), second]


def test_a_judgement_that_arrives_late_does_not_overrule_a_later_one(store):
    first, second = judge(Verdict.SAME), judge(Verdict.DIFFERENT, at=NOON + timedelta(hours=1))
    store.add_judgement(second)
    store.add_judgement(first)
    assert list(store.judgements()) == [second]


def test_the_clock_of_a_judgement_is_compared_and_not_its_digits(store):
    in_kabul = judge(Verdict.SAME, at=datetime(1974, 8, 1, 14, tzinfo=timezone(timedelta(hours=4, minutes=30))))
    at_noon = judge(Verdict.UNSURE)
    store.add_judgement(in_kabul)
    store.add_judgement(at_noon)
    assert [one.verdict for one in store.judgements()] == [Verdict.UNSURE]
    assert not store.add_judgement(replace(in_kabul, at=in_kabul.at.astimezone(UTC)))


def test_judges_do_not_overrule_each_other(store):
    by_maria, by_program = judge(Verdict.SAME), judge(Verdict.DIFFERENT, by="program 1", at=NOON + timedelta(days=1))
    store.add_judgement(by_maria)
    store.add_judgement(by_program)
    store.add_judgement(judge(Verdict.SAME, right="m3"))
    assert len(list(store.judgements())) == 3


def test_a_judgement_without_a_time_zone_is_refused(store):
    with pytest.raises(ValueError, match="aware"):
        store.add_judgement(judge(Verdict.SAME, at=NOON.replace(tzinfo=None)))


def test_judgements_of_another_store_can_be_added_as_they_come(store):
    store.add_judgement(replace(judge(Verdict.SAME), superseded_at=NOON + timedelta(days=3)))
    assert list(store.judgements()) == [judge(Verdict.SAME)]
