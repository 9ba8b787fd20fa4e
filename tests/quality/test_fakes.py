"""Scoring articles against a crowd: what the crowd's words mean, and who is right."""

import csv
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.fakes import MEASURE, score_groups
from quality.fakes_crowd import (
    Annotated,
    make_key,
    mend_marks,
    read_annotated,
    read_day,
    read_listed,
    read_listed_day,
    read_number,
    read_parties,
)
from quality.fakes_scorer import (
    Checked,
    compare_crowd,
    is_near,
    is_on,
    judge_article,
    list_errors,
    rate_crowd,
    set_beside,
    tally_fields,
)
from quality.main_event import MainEvent, find_main_event
from quality.place_spelling import is_same_name

from ceasewatch.errors import DataMissing
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.report import Report, Span
from ceasewatch.model.values import When
from ceasewatch.pipeline import understand

DATA = os.environ.get("CEASEWATCH_DATA")
MENTION = Mention.record(kind="shelling", anchor=Span(report_id="a" * 64, start=0, end=5), status=Status.REPORTED)
COLUMNS = (
    "Content-Title",
    "Title",
    "Location",
    "Cause-Of-Death",
    "Actor",
    "Civilians",
    "NonCivilians",
    "Children",
    "Women",
    "Date",
    "Source",
)


def make_row(**changed: str) -> Annotated:
    filled = {
        "title": "Shells fall on a market",
        "text": "Shells fell on a market.",
        "outlet": "wire",
        "place": "Aleppo",
        "actor": "regime forces",
        "civilians": "six civilians",
        "combatants": "two soldiers",
        "day": "Sunday 10 Jul 2016",
    }
    return Annotated(**(filled | changed))


def make_event(**changed: object) -> MainEvent:
    filled = {
        "mention": MENTION,
        "when": When.of_days(date(2016, 7, 10)),
        "places": ("city of Aleppo", "Syria"),
        "actors": ("government forces",),
        "civilians": 6,
        "combatants": 2,
    }
    return MainEvent(**(filled | changed))


@pytest.mark.parametrize(
    "words", ["10 Jul 2016", "Sunday 10 July 2016", "July 10 2016", "Sun Jul 10 2016", "10.07.2016", "10-07-2016", "10 July  2016"]
)
def test_every_way_in_which_the_crowd_writes_a_day_is_read(words: str):
    assert read_day(words) == date(2016, 7, 10)


@pytest.mark.parametrize("words", ["", "Sunday", "31 Nov 2016", "10 Xyz 2016", "40-40-2016"])
def test_what_is_no_day_is_none(words: str):
    assert read_day(words) is None


def test_the_list_writes_the_month_first():
    assert read_listed_day("7/10/2016") == date(2016, 7, 10)
    assert read_listed_day("soon") is None


@pytest.mark.parametrize(
    ("words", "number"), [("six civilians", 6), ("Four", 4), ("a child", 1), ("22", 22), ("At least 44 people", 44), ("Civilian", None)]
)
def test_the_number_in_the_crowds_words(words: str, number: int | None):
    assert read_number(words) == number


def test_parties_are_told_by_their_words():
    assert read_parties("Russian and regime") == {"russia", "government"}
    assert read_parties("The Islamic State (IS) group") == {"islamic state"}
    assert read_parties("President Bashar al-Assad's forces") == {"government"}
    assert read_parties("Ruritanian Guards") == {"ruritanian guards"}
    assert read_parties("") == frozenset()


def test_spellings_of_one_place_are_one_and_those_of_two_are_not():
    assert is_same_name("Raqa", "city of Raqqa")
    assert is_same_name("Hasakeh", "Hasaka province")
    assert is_same_name("Aleppo’s countryside", "Aleppo")
    assert not is_same_name("Homs", "Hama")
    assert not is_same_name("northern Syria", "northern Iraq")
    assert not is_same_name("the city", "the city")


def test_copies_that_differ_in_marks_have_one_key():
    assert make_key("  Daesh's town -- hit") == make_key("Daeshs town hit")


def test_remains_of_broken_marks_become_marks_again():
    assert mend_marks("the army__\x90_â\x90__s raid__\x90_â\x90__ it said") == "the army’s raid  it said"
    assert mend_marks("a_b ââ snake_case") == "a_b ââ snake_case"


def test_a_perfect_answer_scores_one_and_no_answer_scores_nothing():
    perfect = tally_fields(list(judge_article(make_row(), make_event())))
    nothing = tally_fields(list(judge_article(make_row(), None)))
    assert {tally.label for tally in perfect} == {tally.label for tally in nothing}
    assert {tally.f1 for tally in perfect} == {1.0}
    assert {tally.f1 for tally in nothing} == {0.0}


def test_a_field_that_the_crowd_left_blank_counts_only_where_it_is_a_number_that_we_gave():
    row = make_row(place="", actor="", day="", combatants="")
    judged = list(judge_article(row, make_event()))
    assert [(one.field, one.is_right) for one in judged] == [("killed civilians", True), ("killed combatants", False)]
    assert [one.verdict for one in list_errors(judged)] == ["extra"]


def test_a_word_without_a_number_is_nothing_to_be_held_to():
    assert "killed civilians" not in {one.field for one in judge_article(make_row(civilians="Civilian"), make_event())}


def test_the_day_counts_only_where_it_is_narrow():
    day = date(2016, 7, 10)
    assert is_on(When.of_days(day, day + timedelta(days=1)), day)
    assert not is_on(When.of_days(day - timedelta(days=9), day), day)
    assert not is_on(When(earliest=None, before=datetime(2016, 7, 12, tzinfo=UTC)), day)
    assert is_near(When.of_days(day - timedelta(days=1)), day)
    assert not is_near(When.of_days(day - timedelta(days=2)), day)


def test_the_crowd_is_held_against_itself_on_the_same_text_only():
    rows = [make_row(), make_row(civilians="7", place="Halab"), make_row(text="Another text.")]
    rates = {rate.label.removeprefix("crowd agrees with itself: "): (rate.count, rate.of) for rate in compare_crowd(rows)}
    assert rates == {"killed civilians": (0, 1), "killed combatants": (1, 1), "date": (1, 1), "place": (0, 1), "actor": (1, 1)}


def test_a_field_that_one_of_two_left_blank_is_no_agreement():
    rates = {rate.label: rate for rate in compare_crowd([make_row(actor=""), make_row()])}
    assert (rates["crowd agrees with itself: actor"].count, rates["crowd agrees with itself: actor"].of) == (0, 1)


def test_a_right_reader_scores_as_often_as_the_crowd_is_right():
    tallies = tally_fields(list(judge_article(make_row(), make_event())))
    checked = Checked(field="place", right=3, filled=4, beside=("place", "place, any that we name"))
    beside = {tally.label: tally for tally in set_beside(tallies, [checked]) if tally not in tallies}
    assert set(beside) == {"place: a right reader", "place, any that we name: a right reader"}
    assert {(tally.precision, tally.recall) for tally in beside.values()} == {(0.75, 0.75)}


def test_a_number_that_the_crowd_left_out_is_extra_for_a_right_reader_as_it_is_for_us():
    tallies = tally_fields([*judge_article(make_row(), make_event()), *judge_article(make_row(civilians=""), make_event())])
    checked = Checked(field="killed civilians", right=1, filled=1, blank=1, beside=("killed civilians",))
    ours, right_reader = (tally for tally in set_beside(tallies, [checked]) if tally.label.startswith("killed civilians"))
    assert (ours.precision, ours.recall) == (right_reader.precision, right_reader.recall) == (0.5, 1.0)


def test_our_tallies_keep_their_order_and_each_is_followed_by_the_right_reader():
    tallies = tally_fields(list(judge_article(make_row(), make_event())))
    labels = [tally.label for tally in set_beside(tallies, [Checked(field="actor", right=1, filled=2, beside=("actor",))])]
    assert labels == [*(tally.label for tally in tallies), "actor: a right reader"]


def test_how_often_the_crowd_is_right_is_a_rate_of_what_it_filled_in():
    rates = list(rate_crowd([Checked(field="actor", right=2, filled=3, blank=9)]))
    assert [(rate.label, rate.count, rate.of) for rate in rates] == [("crowd right, by our reading: actor", 2, 3)]


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), st.sampled_from("xyz"), min_size=1, max_size=9))
def test_a_perfect_grouping_scores_one_whatever_its_order(gold: dict[str, str]):
    turned = dict(reversed(gold.items()))
    for tally in score_groups("x", gold, turned):
        assert tally.f1 in (pytest.approx(1.0), None)
    assert score_groups("x", gold, turned) == score_groups("x", turned, gold)


def test_pairs_are_counted_as_pairs():
    gold = {"a": "1", "b": "1", "c": "2", "d": "2"}
    _, pairs = score_groups("x", gold, {"a": "1", "b": "1", "c": "1"})
    assert (pairs.right, pairs.given, pairs.found, pairs.expected) == (1, 3, 1, 2)


def test_the_main_event_is_the_first_deadly_one_of_the_news():
    text = (
        "Two armed men were detained near Homs on Sunday, police said. "
        "Shells killed six civilians and three soldiers in the city of Aleppo on Sunday, a monitor said."
    )
    report = Report(id="b" * 64, text=text, retrieved_at=datetime(2016, 7, 11, tzinfo=UTC), media_type="text/plain")
    event = find_main_event(understand(report)[0])
    assert event is not None
    assert (event.civilians, event.combatants) == (6, 3)
    assert any(is_same_name(place, "Aleppo") for place in event.places)


def test_a_report_without_events_has_no_main_event():
    report = Report(id="c" * 64, text="Tea is grown here.", retrieved_at=datetime(2016, 7, 11, tzinfo=UTC), media_type="text/plain")
    assert find_main_event(understand(report)[0]) is None


def test_a_folder_of_the_same_layout_runs_end_to_end(tmp_path: Path):
    folder = tmp_path / "fakes"
    folder.mkdir()
    body = "10 July 2016 Shelling kills six civilians in Aleppo. Shells killed six civilians in the city of Aleppo on Sunday."
    with (folder / "annotations.csv").open("w", encoding="utf-8", newline="") as table:
        csv.writer(table).writerows(
            [COLUMNS, (body, "Shelling kills six civilians", "Aleppo", "shells", "", "six civilians", "", "", "", "10 July 2016", "wire")]
        )
    with (folder / "articles.csv").open("w", encoding="utf-8", newline="") as table:
        csv.writer(table).writerows(
            [
                ("unit_id", "article_title", "article_content", "source", "date", "location", "labels", ""),
                ("1", "Shelling kills six civilians", body, "wire", "7/10/2016", "aleppo", "1", ""),
                ("2", "Shelling kills six civilians", f" {body}", "wire", "7/10/2016", "aleppo", "1", ""),
            ]
        )
    figures = MEASURE.run(MEASURE.locate(tmp_path), None)
    assert figures.tally("killed civilians").f1 == 1.0
    assert figures.tally("date").f1 == 1.0
    assert figures.tally("grouping, ours: B-cubed").expected == 1
    assert all(
        figures.tally(f"{field}: a right reader").expected for field in ("killed civilians", "date", "place", "place, any that we name")
    )
    with pytest.raises(DataMissing):
        MEASURE.run(folder, "test")


@pytest.mark.skipif(DATA is None or MEASURE.locate(Path(DATA or ".")) is None, reason="the data is not here")
def test_the_published_tables_are_read_to_the_last_row():
    folder = MEASURE.locate(Path(DATA or "."))
    annotated, listed = read_annotated(folder / "annotations.csv"), read_listed(folder / "articles.csv")
    assert len(annotated) == 608
    assert all(read_day(row.day) for row in annotated if row.day)
    assert all(read_listed_day(row.day) and row.place for row in listed)
