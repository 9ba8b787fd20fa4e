"""The scorer of time expressions, on a few sentences about a patrol, and the converter from our times to TimeML's."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.figures import Tally
from quality.timeml import MEASURE
from quality.timeml_files import Timex, read_document
from quality.timeml_reading import read_times
from quality.timeml_scorer import Dated, Timed, find_errors, score_reports
from quality.timeml_values import convert_time, read_day

from ceasewatch.errors import DataMissing
from ceasewatch.model.values import When
from ceasewatch.understand.times import find_times

PUBLISHED = When.of_days(date(1999, 3, 12))
DAY = When.of_days(date(2004, 5, 7))
TEXT = (
    "On Friday a patrol left at 9 a.m. for three days. It came back the next week. Patrols leave every Monday and last year two were"
    " lost, one in March 2003, one later."
)
GOLD = [
    ("Friday", "DATE", "2004-05-07"),
    ("9 a.m.", "TIME", "2004-05-07T09:00"),
    ("three days", "DURATION", "P3D"),
    ("the next week.", "DATE", "2004-W20"),
    ("every Monday", "SET", "XXXX-WXX-1"),
    ("last year", "DATE", "2003"),
    ("March 2003", "DATE", "2003-03"),
]
GIVEN = [
    ("Friday", "DATE", "2004-05-07"),
    ("9 a.m.", "DATE", "2004-05-07"),
    ("for three days", "DURATION", "P3D"),
    ("next week", "DATE", "2004-W20"),
    ("Monday", "DATE", "2004-05-03"),
    ("two", "DATE", "2002"),
    ("March 2003", "DATE", "2003-03"),
    ("later", "DATE", "2003"),
]
MARKUP = """<?xml version="1.0" ?>
<TimeML><DOCID>patrol</DOCID>
<DCT><TIMEX3 tid="t0" type="TIME" value="2004-05-08T06:00" functionInDocument="CREATION_TIME">2004-05-08 06:00</TIMEX3></DCT>
<TEXT>
A patrol was <EVENT eid="e1" class="OCCURRENCE">shelled</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2004-05-07">Friday</TIMEX3> near the river, the army <EVENT eid="e2" class="REPORTING">said</EVENT>.

The bridge was <EVENT eid="e3" class="OCCURRENCE">repaired</EVENT> &amp; opened.
</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1"/><MAKEINSTANCE eventID="e2" eiid="ei2"/><MAKEINSTANCE eventID="e3" eiid="ei3"/>
<TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1"/>
<TLINK lid="l2" relType="INCLUDES" timeID="t0" relatedToEventInstance="ei3"/>
<TLINK lid="l3" relType="BEFORE" eventInstanceID="ei1" relatedToTime="t0"/>
</TimeML>
"""  # noqa: E501 -- a paragraph is one line


def mark(rows: list[tuple[str, str, str]]) -> tuple[Timex, ...]:
    return tuple(Timex(start=TEXT.index(words), end=TEXT.index(words) + len(words), type=kind, value=value) for words, kind, value in rows)


def make(gold: tuple[Timex, ...], given: tuple[Timex, ...], dated: tuple[Dated, ...] = (), text: str = TEXT, name: str = "patrol") -> Timed:
    return Timed(name=name, text=text, gold=gold, given=given, named=dated, dated=dated, events=dated)


def tallies(*reports: Timed) -> dict[str, Tally]:
    return {tally.label: tally for tally in score_reports(reports)}


def convert(sentence: str) -> list[tuple[str, str]]:
    return [convert_time(found) for found in find_times(sentence, published=PUBLISHED)]


def test_the_scores_are_those_of_the_official_toolkit_on_the_same_marks():
    # The numbers below are what TempEval-3's own evaluation (naushadzaman/tempeval3_toolkit) printed for these two sets of marks.
    scores = tallies(make(mark(GOLD), mark(GIVEN)))
    counts = {label: (scores[f"times, {label}"].right, scores[f"times, {label}"].found) for label in ("strict", "relaxed", "type", "value")}
    assert counts == {"strict": (3, 3), "relaxed": (6, 6), "type": (4, 4), "value": (4, 4)}
    assert (scores["times, strict"].f1, scores["times, relaxed"].f1) == (pytest.approx(0.4), pytest.approx(0.8))
    assert (scores["times, strict"].given, scores["times, strict"].expected) == (8, 7)


def test_a_perfect_prediction_scores_one_and_an_empty_one_zero():
    right = Dated(text="left", days=(DAY,), given=(DAY,))
    perfect = score_reports([make(mark(GOLD), mark(GOLD), (right,))])
    assert {tally.f1 for tally in perfect} == {1.0}
    empty = score_reports([make(mark(GOLD), (), (Dated(text="left", days=(DAY,), given=()),))])
    assert {tally.f1 for tally in empty} == {0.0}


@given(st.permutations(GOLD), st.permutations(GIVEN), st.booleans())
def test_the_order_of_marks_and_of_reports_does_not_matter(gold, given, swapped):
    other = make(mark(GOLD[:2]), mark(GIVEN[1:3]), name="second")
    reports = [make(mark(gold), mark(given)), other]
    assert score_reports(reports[::-1] if swapped else reports) == score_reports([make(mark(GOLD), mark(GIVEN)), other])


@given(st.sets(st.sampled_from(range(len(GIVEN)))))
def test_what_is_given_in_excess_never_raises_recall_above_what_is_there(chosen):
    scores = tallies(make(mark(GOLD), mark([GIVEN[number] for number in sorted(chosen)])))
    assert all(tally.right <= tally.given and tally.found <= tally.expected for tally in scores.values())


def test_a_day_counts_only_where_it_is_met_by_a_stretch_no_wider_than_a_day():
    def is_right(when: When) -> bool:
        return Dated(text="", days=(DAY,), given=(when,)).is_right

    hour = When(earliest=datetime(2004, 5, 7, 9, tzinfo=UTC), before=datetime(2004, 5, 7, 10, tzinfo=UTC))
    assert is_right(DAY)
    assert is_right(hour)
    assert not is_right(When.of_days(date(2004, 5, 8)))
    assert not is_right(When.of_days(date(2004, 5, 7), date(2004, 5, 8)))
    assert not is_right(When(earliest=None, before=DAY.before))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met on Tuesday.", ("DATE", "1999-03-09")),
        ("They met at 10:35 a.m. on Tuesday.", ("TIME", "1999-03-09T10:35")),
        ("They met at about 9 a.m. on Tuesday.", ("TIME", "1999-03-09T09:00")),
        ("They met on Tuesday morning.", ("TIME", "1999-03-09TMO")),
        ("They met last week.", ("DATE", "1999-W09")),
        ("They met two weeks ago.", ("DATE", "1999-W08")),
        ("They met in November 1997.", ("DATE", "1997-11")),
        ("They met in late November.", ("DATE", "1998-11")),
        ("They have met since Monday.", ("DATE", "1999-03-08")),
        ("They met in 1992.", ("DATE", "1992")),
        ("They met last fall.", ("DATE", "1998-FA")),
        ("They met a decade ago.", ("DATE", "1989")),
        ("They meet every Friday.", ("SET", "XXXX-WXX-5")),
        ("They meet daily.", ("SET", "P1D")),
        ("They have met for the past two months.", ("DURATION", "P2M")),
    ],
)
def test_our_times_become_types_and_values_of_timeml(sentence, expected):
    assert convert(sentence) == [expected]


@pytest.mark.parametrize("value", ["1998-10", "1998-W33", "P1D", "PRESENT_REF", "1998-10-XX", ""])
def test_a_value_that_names_no_single_day_is_no_day(value):
    assert read_day(value) is None


def test_a_moment_lies_on_its_day():
    assert read_day("2004-05-07TMO") == read_day("2004-05-07") == DAY


def test_marks_stand_where_they_are_in_the_text_and_links_say_what_happened_when():
    document = read_document("patrol", MARKUP)
    assert [document.text[one.start : one.end] for one in document.timexes] == ["Friday"]
    assert {document.text[one.start : one.end]: one.within for one in document.happenings} == {
        "shelled": ("2004-05-07",),
        "repaired": ("2004-05-08T06:00",),
    }
    assert document.written == "2004-05-08"
    assert "& opened" in document.text


def test_the_reader_is_asked_for_the_day_of_what_happened():
    timed = read_times(read_document("patrol", MARKUP))
    assert [one.is_right for one in timed.named] == [True]
    assert [one.is_right for one in timed.dated] == [True, False]
    assert [one.is_right for one in timed.events] == [True]
    assert [case.field for case in find_errors([timed])] == ["claimed day"]


def test_a_document_without_a_day_of_writing_is_refused_by_name():
    with pytest.raises(DataMissing, match="patrol"):
        read_document("patrol", "<TimeML><TEXT>No day.</TEXT></TimeML>")


def test_the_files_are_found_in_the_data_folder_and_run_to_figures(tmp_path: Path):
    assert MEASURE.locate(tmp_path) is None
    folder = tmp_path / "timeml" / "aquaint"
    folder.mkdir(parents=True)
    (folder / "patrol.tml").write_text(MARKUP, encoding="utf-8")
    assert MEASURE.locate(tmp_path) == folder
    assert MEASURE.run(folder, None).tally("times, value").f1 == 1.0
    with pytest.raises(DataMissing, match="test"):
        MEASURE.run(folder, "test")
