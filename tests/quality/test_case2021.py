"""Classes of events through the table of kinds and words."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.case2021 import MEASURE, choose_class, class_rows, find_kind, read_snippets, tally_classes, weigh_f1

from ceasewatch.errors import DataMissing
from ceasewatch.model.kinds import kinds

DATA = os.environ.get("CEASEWATCH_DATA")
LABELS = st.lists(st.sampled_from(["AIR_STRIKE", "ARREST", "DIPLO"]), min_size=1, max_size=20)


@given(LABELS)
def test_a_perfect_prediction_scores_one_and_an_empty_one_nothing(gold: list[str]):
    assert weigh_f1(gold, gold) == pytest.approx(1.0)
    assert weigh_f1(gold, [""] * len(gold)) == 0.0


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("abc")), min_size=1, max_size=20), st.randoms())
def test_the_order_of_snippets_does_not_matter(pairs: list[tuple[str, str]], random):
    shuffled = random.sample(pairs, len(pairs))
    assert weigh_f1(*map(list, zip(*pairs, strict=True))) == pytest.approx(weigh_f1(*map(list, zip(*shuffled, strict=True))))


def test_each_class_weighs_as_much_as_the_key_has_of_it():
    gold = ["a", "a", "a", "b"]
    ours = ["a", "a", "b", "b"]
    f1_of_a, f1_of_b = 0.8, 2 / 3
    assert weigh_f1(gold, ours) == pytest.approx((3 * f1_of_a + f1_of_b) / 4)
    assert [(tally.label, tally.right, tally.given, tally.expected) for tally in tally_classes(gold, ours)] == [
        ("a", 2, 2, 3),
        ("b", 1, 2, 1),
    ]


def test_nothing_to_score_scores_nothing():
    assert weigh_f1([], []) == 0.0


def test_every_kind_of_ours_that_is_an_incident_has_a_class():
    named = {kind for row in class_rows() for kind in row.kinds}
    assert named <= set(kinds())
    assert {code for code, kind in kinds().items() if kind.is_incident} <= named


def test_the_table_has_the_30_classes():
    assert len({row.label for row in class_rows()}) == 30


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        ("air_strike", "Jets hit the hills.", "AIR_STRIKE"),
        ("protest", "Hundreds protested; police fired tear gas.", "PROTEST_WITH_INTER"),
        ("protest", "Hundreds protested with candles.", "PEACE_PROTEST"),
        (None, "A quake: the earthquake shook the valley.", "NATURAL_DISASTER"),
        ("attack", "The army recaptured the hill.", "GOV_REGAINS_TERIT"),
        ("attack", "Insurgents captured the hill.", "NON_STATE_ACTOR_OVERTAKES_TER"),
        (None, "Tea is grown here.", "OTHER"),
    ],
)
def test_the_first_row_that_fits_decides(kind: str | None, text: str, label: str):
    assert choose_class(kind, text, frozenset()) == label


def test_a_class_that_is_left_out_is_never_given():
    assert choose_class(None, "The earthquake shook the valley.", frozenset({"NATURAL_DISASTER"})) != "NATURAL_DISASTER"


def test_words_are_whole_words_unless_the_table_says_otherwise():
    assert choose_class(None, "He is unarrested.", frozenset()) == "OTHER"
    assert choose_class(None, "Police arrested him.", frozenset()) == "ARREST"


def test_the_kind_of_a_snippet_is_that_of_its_first_event():
    assert find_kind("Warplanes bombed the village of Example on Monday, killing two people.") == "air_strike"
    assert find_kind("Tea is grown here.") is None


def test_a_folder_of_the_same_layout_runs_end_to_end(tmp_path: Path):
    path = tmp_path / "case2021" / "task2" / "test_dataset" / "test_set_final_release_with_labels.tsv"
    path.parent.mkdir(parents=True)
    path.write_text('id\tEventSnippet\tSubType\n1\tThe earthquake shook\tNATURAL_DISASTER\n2\t"He said ""grenade"""\tGRENADE\n')
    figures = MEASURE.run(MEASURE.locate(tmp_path), "test")
    assert figures.amount("weighted F1, 30 classes").amount == 100
    assert [snippet.text for snippet in read_snippets(path)] == ["The earthquake shook", 'He said "grenade"']
    with pytest.raises(DataMissing):
        MEASURE.run(tmp_path / "case2021", "dev")


@pytest.mark.skipif(DATA is None or MEASURE.locate(Path(DATA or ".")) is None, reason="the data is not here")
def test_the_published_file_is_read_to_the_last_row():
    folder = MEASURE.locate(Path(DATA or "."))
    snippets = read_snippets(folder / "task2" / "test_dataset" / "test_set_final_release_with_labels.tsv")
    assert len(snippets) == 1019
    assert {snippet.label for snippet in snippets} == {row.label for row in class_rows()}
