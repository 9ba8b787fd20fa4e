"""The scorer of who says what, on a council that quarrels about a ferry, and the adapter from our voices to PolNeAR's marks."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.figures import Tally
from quality.measure import DATA_VARIABLE
from quality.polnear import MEASURE
from quality.polnear_agreement import compare_annotators, find_several, label_words, measure_alpha
from quality.polnear_files import Annotated, read_annotation
from quality.polnear_reading import hear_voices
from quality.polnear_said import Article, Piece, Said
from quality.polnear_scorer import count_known, find_errors, score_articles

from ceasewatch.errors import DataMissing
from ceasewatch.understand.speech.cues import cue_pattern

TEXT = (
    "The mayor said the ferry was late. According to the crew, fog was to blame. “We had to wait,” Captain Moss told reporters. "
    "Many islanders want a bridge."
)
ANN = """T1\tSource 0 9\tThe mayor
T2\tCue 10 14\tsaid
T3\tContent 15 33\tthe ferry was late
T4\tAttribution 10 14\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tDiscard 35 40\tquoted over
two lines
T6\tContent 60 63;67 74\tfog to blame
T7\tAttribution-no-source 35 47\tAccording to
E2\tAttribution-no-source:T7 Content:T6 Cue:T2 Content2:T3
"""
DATA = os.environ.get(DATA_VARIABLE)


def find(words: str) -> tuple[Piece, ...]:
    return ((TEXT.index(words), TEXT.index(words) + len(words)),) if words else ()


def say(source: str, cue: str, content: str) -> Said:
    return Said(source=find(source), cue=find(cue), content=find(content))


GOLD = (
    say("The mayor", "said", "the ferry was late"),
    say("the crew", "According to", "fog was to blame"),
    say("Captain Moss", "told", "We had to wait,"),
    say("Many islanders", "want", "a bridge"),
)
GIVEN = (
    say("mayor", "said", "the ferry was late."),
    say("Captain Moss", "According to", "fog was"),
    say("Captain Moss", "told", "We had to wait"),
    say("", "", "bridge."),
)


def make(gold: tuple[Said, ...], given: tuple[Said, ...], name: str = "ferry") -> Article:
    return Article(name=name, text=TEXT, gold=gold, given=given)


def tallies(*articles: Article) -> dict[str, Tally]:
    return {tally.label: tally for tally in score_articles(articles)}


def test_words_count_and_punctuation_does_not():
    scores = tallies(make(GOLD, GIVEN))
    exact, overlap, tokens = (scores[f"content, {kind}"] for kind in ("exact", "overlap", "tokens"))
    assert (exact.right, exact.given, exact.found, exact.expected) == (2, 4, 2, 4)
    assert (overlap.right, overlap.given, overlap.found, overlap.expected) == (4, 4, 4, 4)
    assert (tokens.right, tokens.given, tokens.expected) == (11, 11, 14)


def test_a_source_that_two_acts_share_is_one_source():
    sources = tallies(make(GOLD, GIVEN))["source, overlap"]
    assert (sources.right, sources.given, sources.found, sources.expected) == (2, 2, 2, 4)


def test_a_content_is_linked_only_where_its_own_source_is_named():
    linked = tallies(make(GOLD, GIVEN))["content linked to the right source"]
    assert (linked.right, linked.given, linked.found, linked.expected) == (2, 3, 2, 4)


def test_errors_tell_the_missed_the_wrongly_given_and_the_badly_cut_apart():
    extra = say("", "", "reporters")
    cases = [(case.field, case.verdict) for case in find_errors([make(GOLD, (*GIVEN[:3], extra))])]
    assert cases == [("link", "wrong"), ("content", "missed"), ("content", "extra")]
    cut = [(case.field, case.verdict) for case in find_errors([make(GOLD[:1], (say("The mayor", "said", "the ferry"),))])]
    assert cut == [("extent", "differs")]


def test_a_perfect_prediction_scores_one_and_an_empty_one_zero():
    assert {tally.f1 for tally in score_articles([make(GOLD, GOLD)])} == {1.0}
    assert {tally.f1 for tally in score_articles([make(GOLD, ())])} == {0.0}


@given(st.permutations(GOLD), st.permutations(GIVEN), st.booleans())
def test_the_order_of_marks_and_of_articles_does_not_matter(gold, given, swapped):
    other = make(GOLD[:2], GIVEN[1:], name="second")
    articles = [make(tuple(gold), tuple(given)), other]
    assert score_articles(articles[::-1] if swapped else articles) == score_articles([make(GOLD, GIVEN), other])


@given(st.sets(st.sampled_from(range(len(GIVEN)))))
def test_more_that_is_right_never_lowers_what_is_found(chosen):
    part = tallies(make(GOLD, tuple(GIVEN[number] for number in sorted(chosen))))
    whole = tallies(make(GOLD, GIVEN))
    assert all(part[label].found <= whole[label].found for label in part if "linked" not in label)


def test_verbs_of_saying_that_we_know_are_told_from_wishes():
    known, other = count_known([make(GOLD, GIVEN[:3])], cue_pattern())
    assert (known.count, known.of) == (2, 2)
    assert (other.count, other.of) == (1, 2)


def test_brat_lines_give_acts_with_their_pieces_and_lines_that_go_on_are_passed_over():
    first, second = read_annotation(ANN)
    assert first == Said(source=((0, 9),), cue=((10, 14),), content=((15, 33),))
    assert second == Said(source=(), cue=((10, 14),), content=((15, 33), (60, 63), (67, 74)))


def test_what_the_reader_hears_comes_in_the_terms_of_the_corpus():
    text = "“The road is open,” the ministry said on Friday. “It will stay open,” it added."
    heard = [Article(name="road", text=text, gold=(), given=()).quote(said) for said in hear_voices("road", text)]
    assert heard[0] == "[the ministry] [said] [“The road is open,”]"
    assert heard[1].startswith("[it] [added] [“It will stay open,”")


def test_only_the_outermost_voice_is_kept():
    text = "According to the ministry, the army said that two soldiers were killed."
    quote = Article(name="army", text=text, gold=(), given=()).quote
    assert [quote(said) for said in hear_voices("army", text)] == [
        "[the ministry] [According to] [the army said that two soldiers were killed.]"
    ]


def test_annotators_who_agree_have_alpha_one_and_those_who_disagree_less():
    assert measure_alpha([("a", "a"), ("b", "b")]) == 1.0
    # Worked by hand: 4 pairs of which 2 disagree, 4 labels of each kind but one: 1 - 2 / (2 * 3 * 5 / 7).
    assert measure_alpha([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]) == pytest.approx(1 - 2 / (2 * 3 * 5 / 7))


def test_a_further_annotator_is_scored_against_the_first():
    twice = Annotated(name="ferry", text=TEXT, annotations=(GOLD, GOLD))
    assert {row.figure for row in compare_annotators([twice])} == {"100.0"}
    assert measure_alpha(label_words(twice)) == 1.0
    assert compare_annotators([]) == ()


def test_a_split_is_found_read_and_run_to_figures(tmp_path: Path):
    assert MEASURE.locate(tmp_path) is None
    for kind in ("text", "attributions"):
        (tmp_path / "polnear" / "dev" / kind).mkdir(parents=True)
    (tmp_path / "polnear/dev/text/ferry.txt").write_bytes(TEXT.encode())
    (tmp_path / "polnear/dev/attributions/ferry_ab.ann").write_bytes(ANN.encode())
    folder = MEASURE.locate(tmp_path)
    assert folder == tmp_path / "polnear"
    figures = MEASURE.run(folder, None)
    assert figures.tally("content, overlap").found == 2
    with pytest.raises(DataMissing, match="test"):
        MEASURE.run(folder, "test")


@pytest.mark.skipif(DATA is None or MEASURE.locate(Path(DATA)) is None, reason="PolNeAR is not here")
def test_the_annotators_agree_as_published():
    # Published: 75.4 over the tokens, with another splitting into tokens; annotators only, so that no reader is tuned on the test split.
    folder = MEASURE.locate(Path(DATA or ""))
    assert folder is not None
    several = find_several(folder, ("train", "dev", "test"))
    assert measure_alpha(unit for one in several for unit in label_words(one)) == pytest.approx(0.754, abs=0.01)
