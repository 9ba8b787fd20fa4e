from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.report import Report, Span
from ceasewatch.show.quotations import quote_sentence, split_report

NOON = datetime(2014, 9, 6, 12, tzinfo=UTC)


def report_of(text: str) -> Report:
    return Report(id="r", text=text, retrieved_at=NOON, media_type="text/plain")


def quote(text: str, start: int, end: int):
    report = report_of(text)
    return quote_sentence(report, Span(report_id="r", start=start, end=end), split_report(report))


def quote_words(text: str, words: str):
    return quote(text, text.index(words), text.index(words) + len(words))


def test_the_sentence_round_the_evidence_is_given_whole():
    text = "The day was quiet. Two guards were hurt near the mill. Nobody else was."
    assert quote_words(text, "Two guards").text == "Two guards were hurt near the mill."
    assert quote_words(text, "near the mill").before == "Two guards were hurt "


def test_evidence_across_two_sentences_brings_both():
    text = "The day was quiet. Two guards were hurt. Three were not. It rained."
    assert quote_words(text, "hurt. Three").text == "Two guards were hurt. Three were not."


def test_evidence_in_a_heading_brings_its_line():
    text = "Mill Shelled Again\n\nThe mill was hit on Monday, the guards said."
    assert quote_words(text, "Shelled").text == "Mill Shelled Again"


def test_a_sentence_without_an_end_is_cut_and_the_cut_is_shown():
    text = "and so on " * 300 + "two guards were hurt " + "and so on " * 300
    quotation = quote_words(text, "two guards")
    assert quotation.before.startswith("…")
    assert quotation.after.endswith("…")
    assert len(quotation.text) < 1000


@given(st.text(alphabet="ab.!? \n\u00a0“”\U0001f54aé", min_size=1, max_size=200), st.data())
def test_the_evidence_is_exactly_what_the_span_points_at(text, data):
    start = data.draw(st.integers(min_value=0, max_value=len(text) - 1))
    end = data.draw(st.integers(min_value=start + 1, max_value=len(text)))
    quotation = quote(text, start, end)
    assert quotation.evidence == text[start:end]
    assert quotation.before.removeprefix("…") + quotation.evidence + quotation.after.removesuffix("…") in text
