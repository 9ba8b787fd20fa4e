"""The sentence round a claim's evidence, with the evidence marked: where every line of a case file leads back to."""

from dataclasses import dataclass

from ceasewatch.model.report import Report, Span
from ceasewatch.understand.sentences import Sentence, split_sentences

_MOST_ROUND = 400
"""A text without sentence ends is cut this many characters from the evidence, and the cut is shown."""

_CUT = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch of a report: what stands before the evidence, the evidence itself, and what follows; whitespace is kept.

    ``before`` or ``after`` begins or ends with "…" where a very long sentence was cut.
    """

    before: str
    evidence: str
    after: str
    language: str | None = None

    @property
    def text(self) -> str:
        """The whole stretch."""
        return self.before + self.evidence + self.after


def split_report(report: Report) -> tuple[Sentence, ...]:
    """Return a report's sentences, in the language it is in."""
    return split_sentences(report.text, report.language or "en")


def quote_sentence(report: Report, span: Span, sentences: tuple[Sentence, ...]) -> Quotation:
    """Return the sentence or sentences that a span lies in; the line where it lies in none, such as a heading."""
    start, end = _find_stretch(report.text, span, sentences)
    first, last = max(start, span.start - _MOST_ROUND), min(end, span.end + _MOST_ROUND)
    return Quotation(
        before=(_CUT if first > start else "") + report.text[first : span.start],
        evidence=report.evidence(span),
        after=report.text[span.end : last] + (_CUT if last < end else ""),
        language=report.language,
    )


def _find_stretch(text: str, span: Span, sentences: tuple[Sentence, ...]) -> tuple[int, int]:
    touched = [one for one in sentences if one.start < span.end and span.start < one.end]
    if touched:
        return min(span.start, touched[0].start), max(span.end, touched[-1].end)
    line_end = text.find("\n", span.end)
    return text.rfind("\n", 0, span.start) + 1, line_end if line_end >= 0 else len(text)
