import pytest

from ceasewatch.understand.speech.quotations import find_quotations


@pytest.mark.parametrize(
    "quoted",
    ["“We held our fire all night.”", '"We held our fire all night."', "«We held our fire all night.»", "``We held our fire all night.''"],
)
def test_speech_in_any_quotation_marks_is_found_with_its_marks(quoted: str):
    report = f"The captain said: {quoted} Then he left."
    [found] = find_quotations(report)
    assert report[found.start : found.end] == quoted
    assert not found.is_scare


def test_a_short_quotation_is_a_scare_quote():
    [found] = find_quotations('The "defence ministry" spoke.')
    assert found.is_scare


def test_a_quotation_left_open_ends_with_its_paragraph():
    report = "“We will stay here for the winter.\n“And we will dig in well before then.”"
    assert [report[found.start : found.end] for found in find_quotations(report)] == report.split("\n")


def test_an_inch_mark_or_a_lone_mark_opens_nothing_across_paragraphs():
    report = 'A 5" pipe was found.\nNobody was hurt.'
    assert all("\n" not in report[found.start : found.end] for found in find_quotations(report))


def test_an_apostrophe_inside_old_wire_marks_ends_nothing():
    report = "``It isn't over,'' the captain said."
    [found] = find_quotations(report)
    assert report[found.start : found.end] == "``It isn't over,''"
