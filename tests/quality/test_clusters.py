"""Comparing two groupings of the same articles."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.clusters import b_cubed, pairwise, tally_b_cubed, tally_pairs

things = st.text("abcdefgh", min_size=1, max_size=1)
groupings = st.dictionaries(things, st.sampled_from(["x", "y", "z"]), min_size=1)
both = groupings.flatmap(lambda gold: st.tuples(st.just(gold), st.fixed_dictionaries({thing: st.sampled_from("pqr") for thing in gold})))
SCORERS = (b_cubed, pairwise)
GOLD = {"a": "1", "b": "1", "c": "1", "d": "2", "e": "2", "f": "3"}
OURS = {"a": "p", "b": "p", "c": "q", "d": "q", "e": "q", "f": "r"}


def test_b_cubed_of_a_worked_example():
    # precision: a, b 1; c 1/3; d, e 2/3; f 1. recall: a, b 2/3; c 1/3; d, e 1; f 1.
    precision, recall, _ = b_cubed(GOLD, OURS)
    assert precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3 + 1) / 6)
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1 + 1) / 6)


def test_pairs_of_a_worked_example():
    # ours: ab, cd, ce, de; true: ab, ac, bc, de; right: ab, de.
    assert pairwise(GOLD, OURS) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize("score", SCORERS)
def test_nothing_to_group_is_refused(score):
    with pytest.raises(ValueError, match="nothing"):
        score({}, {})


@pytest.mark.parametrize("score", SCORERS)
@given(groupings)
def test_a_perfect_grouping_scores_1_whatever_its_groups_are_called(score, gold):
    assert score(gold, {thing: f"our {group}" for thing, group in gold.items()}) == pytest.approx((1, 1, 1))


@pytest.mark.parametrize("score", SCORERS)
@given(both)
def test_the_order_of_things_does_not_matter(score, pair):
    gold, ours = pair
    backwards = ({thing: one[thing] for thing in reversed(one)} for one in (gold, ours))
    assert score(*backwards) == pytest.approx(score(gold, ours))


@pytest.mark.parametrize("score", SCORERS)
@given(both)
def test_exchanging_the_two_groupings_exchanges_precision_and_recall(score, pair):
    gold, ours = pair
    precision, recall, f1 = score(gold, ours)
    assert score(ours, gold) == pytest.approx((recall, precision, f1))


@given(both)
def test_pairs_are_those_that_one_counts_by_hand(pair):
    gold, ours = pair
    true, given_pairs = ({two for two in combinations(sorted(one), 2) if one[two[0]] == one[two[1]]} for one in (gold, ours))
    precision, recall, _ = pairwise(gold, ours)
    if true:
        assert recall == pytest.approx(len(true & given_pairs) / len(true))
    if given_pairs:
        assert precision == pytest.approx(len(true & given_pairs) / len(given_pairs))


@given(groupings)
def test_no_grouping_at_all_leaves_everything_alone(gold):
    precision, recall, _ = b_cubed(gold, {})
    assert (precision, recall) == pytest.approx((1, len(set(gold.values())) / len(gold)))
    has_pairs = len(set(gold.values())) < len(gold)
    assert pairwise(gold, {})[2] == (0 if has_pairs else 1)


@pytest.mark.parametrize("score", SCORERS)
@given(both)
def test_what_only_we_have_is_left_out(score, pair):
    gold, ours = pair
    assert score(gold, {**ours, "unknown": "p"}) == pytest.approx(score(gold, ours))


@given(both)
def test_every_score_lies_between_0_and_1(pair):
    for score in SCORERS:
        assert all(0 <= share <= 1 + 1e-9 for share in score(*pair))


def test_a_thing_of_ours_that_stands_alone_is_no_group_of_that_name():
    assert b_cubed({"a": "1", "b": "2"}, {"b": "a"}) == (1, 1, 1)


LETTERS = "12345 67 89ABC".split()
TWELVE = {letter: group for group in LETTERS for letter in group}


@pytest.mark.parametrize(
    ("joined", "precision"),
    [({"67": "89ABC"}, 16 / 21), ({"12345": "89ABC"}, 7 / 12)],
    ids=["a small group and a large one joined", "two large groups joined"],
)
def test_b_cubed_of_the_two_answers_worked_out_by_its_authors(joined, precision):
    """Bagga and Baldwin (1998) give 76 % and 58 %, with full recall: joining two large groups does the greater harm."""
    ours = {letter: joined.get(group, group) for letter, group in TWELVE.items()}
    assert b_cubed(TWELVE, ours)[:2] == pytest.approx((precision, 1))
    assert round(precision, 2) in (0.76, 0.58)


def test_as_tallies_both_say_out_of_how_many_things_and_pairs():
    things, pairs = tally_b_cubed("things", GOLD, OURS), tally_pairs("pairs", GOLD, OURS)
    assert (things.given, things.expected, things.right) == (6, 6, pytest.approx(1 + 1 + 1 / 3 + 2 / 3 + 2 / 3 + 1))
    assert (pairs.right, pairs.given, pairs.expected) == (2, 4, 4)
