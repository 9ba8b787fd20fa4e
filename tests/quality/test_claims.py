"""Scoring claims: a perfect reading scores 1, an empty one 0, order does not matter, and each level asks for more."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.claims_scorer import (
    list_errors,
    list_false,
    measure_false,
    pair_mentions,
    rate_details,
    tally_claims,
    tally_mentions,
    tally_outlets,
)
from quality.claims_view import Seen, SeenClaim, SeenMention

from ceasewatch.model.claim import Certainty, Slot, Stance
from ceasewatch.model.mention import Status
from ceasewatch.model.values import Standing

TEXT = "Raid kills nine in Streslau. At least nine villagers were killed, the Observatory said. A clash broke out in Hentzau on Sunday."
RAID = SeenMention(anchor=(0, 4), kind="air_strike", status=Status.REPORTED, days=frozenset())
CLASH = SeenMention(anchor=(90, 95), kind="clash", status=Status.BACKGROUND, days=frozenset())
NINE = SeenClaim(
    mention=0,
    slot=Slot.KILLED,
    value=(9, None),
    whose="villagers",
    standing=Standing.CIVILIAN,
    chain=("the Observatory",),
    stance=Stance.ASSERTS,
    certainty=Certainty.STATED,
    evidence=(29, 64),
)
OWN = replace(NINE, value=(9, 9), whose=None, standing=None, chain=(), evidence=(5, 15))
THERE = replace(OWN, slot=Slot.WHERE, value="Streslau", evidence=(16, 27))
ELSEWHERE = replace(THERE, mention=1, value="Hentzau", evidence=(112, 122))
GOLD = Seen(document="fakes/gazette-001", text=TEXT, mentions=(RAID, CLASH), claims=(NINE, OWN, THERE, ELSEWHERE))
UNDATED = frozenset({(None, None)})
EMPTY = replace(GOLD, mentions=(), claims=())


def tally(label: str, ours: Seen, gold: Seen = GOLD):
    return next(one for one in (*tally_mentions([(gold, ours)]), *tally_claims([(gold, ours)])) if one.label == label)


def change(number: int, **changes) -> Seen:
    claims = list(GOLD.claims)
    claims[number] = replace(claims[number], **changes)
    return replace(GOLD, claims=tuple(claims))


def test_a_perfect_reading_scores_1_everywhere():
    for one in (*tally_mentions([(GOLD, GOLD)]), *tally_claims([(GOLD, GOLD)])):
        assert one.f1 in (1.0, None)
    assert all(rate.count == rate.of for rate in rate_details([(GOLD, GOLD)]))
    assert all(amount.amount == 0 for amount in measure_false([(GOLD, GOLD)]))
    assert list(list_errors([(GOLD, GOLD)])) == []


def test_an_empty_reading_scores_0():
    for one in (*tally_mentions([(GOLD, EMPTY)]), *tally_claims([(GOLD, EMPTY)])):
        assert one.f1 in (0.0, None)
    assert len(list(list_errors([(GOLD, EMPTY)]))) == 6


@given(st.permutations(GOLD.claims))
def test_the_order_of_claims_does_not_matter(claims):
    assert list(tally_claims([(GOLD, replace(GOLD, claims=tuple(claims)))])) == list(tally_claims([(GOLD, GOLD)]))


@pytest.mark.parametrize(
    ("changes", "value", "speaker", "whose"),
    [
        ({"value": (9, 9)}, 1, 1, 1),
        ({"chain": ("the ministry",)}, 2, 1, 1),
        ({"chain": ()}, 2, 1, 1),
        ({"chain": (None,)}, 2, 1, 1),
        ({"whose": "soldiers"}, 2, 2, 1),
        ({"whose": None}, 2, 2, 1),
        ({"chain": ("RNA", "Observatory")}, 2, 2, 2),
    ],
)
def test_each_level_asks_for_more(changes, value, speaker, whose):
    ours = change(0, **changes)
    found = [tally(f"killed, {level}", ours).right for level in ("value", "value and speaker", "value, speaker and whose")]
    assert found == [value, speaker, whose]


def test_a_figure_said_thrice_by_one_speaker_counts_once():
    again = replace(GOLD, claims=(*GOLD.claims, replace(NINE, evidence=(40, 64)), replace(NINE, evidence=(30, 64))))
    assert tally("killed, value and speaker", again).given == 2


def test_one_value_for_two_events_is_two_values():
    twice = replace(GOLD, claims=(*GOLD.claims, replace(OWN, mention=1)))
    assert tally("killed, value", GOLD, twice).expected == 3


def test_a_name_with_other_words_of_the_same_name_is_right():
    assert tally("where, value", change(2, value="the town of Streslau")).right == 2
    assert tally("where, value", change(2, value="Zenda")).right == 1


def test_events_are_paired_by_place_kind_and_what_is_claimed_of_them():
    moved = replace(GOLD, mentions=(CLASH, RAID), claims=tuple(replace(one, mention=1 - one.mention) for one in GOLD.claims))
    assert pair_mentions(GOLD, moved) == {0: 1, 1: 0}


def test_an_event_named_far_away_without_shared_claims_is_another():
    ours = replace(EMPTY, mentions=(replace(RAID, anchor=(5_000, 5_004)),))
    assert pair_mentions(GOLD, ours) == {}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, (2, 2, 2, 2)),
        ({"kind": "shelling"}, (2, 1, 1, 1)),
        ({"status": Status.PATTERN}, (2, 2, 1, 1)),
        ({"days": UNDATED}, (2, 2, 2, 1)),
    ],
)
def test_events_are_scored_by_kind_status_and_days(changes, found):
    ours = replace(GOLD, mentions=(replace(RAID, **changes), CLASH))
    assert tuple(one.right for one in tally_mentions([(GOLD, ours)])) == found


@pytest.mark.parametrize(
    ("claim", "what"),
    [
        (replace(NINE, value=(12, 12)), ["death"]),
        (replace(NINE, value=(None, None)), []),
        (replace(OWN, slot=Slot.WHEN, value=("2031-05-04", "2031-05-04")), ["date"]),
        (replace(NINE, chain=("the palace",)), ["speaker"]),
        (replace(NINE, chain=("Observatory",)), []),
        (replace(NINE, chain=(None,)), []),
    ],
)
def test_a_figure_that_nothing_supports_is_false_once_a_report(claim, what):
    ours = replace(GOLD, claims=(*GOLD.claims, claim, claim))
    assert [label for _, _, label in list_false([(GOLD, ours)])] == what


def test_errors_say_what_was_missed_made_up_and_misheard():
    ours = replace(change(0, chain=("the ministry",)), mentions=(RAID,))
    fields = {(case.field, case.verdict) for case in list_errors([(GOLD, ours)])}
    assert fields == {("killed speaker", "wrong"), ("mention", "missed")}


def test_false_figures_are_for_every_hundred_reports():
    ours = replace(GOLD, claims=(*GOLD.claims, replace(NINE, value=(12, 12))))
    amounts = {amount.label: amount.amount for amount in measure_false([(GOLD, ours), (GOLD, GOLD)])}
    assert (amounts["false figures: death"], amounts["false figures: all"]) == (50, 50)


def test_outlets_are_scored_one_by_one():
    other = replace(GOLD, document="fakes/herald-002")
    labels = {
        one.label.partition(": ")[2]: one.f1 for one in tally_outlets([(GOLD, GOLD), (other, replace(EMPTY, document=other.document))])
    }
    assert labels == {"gazette, 1 reports": 1.0, "herald, 1 reports": 0.0}
