"""Scores time expressions as TempEval-3 does, and the days of what happened.

- *strict*: the very same stretch, blanks at its ends aside; *relaxed*: a word in common. Each expression has one partner.
- *type*, *value*: of the expressions that match at least in a word, those with the same type or the very same value. Counted against all
  that are given and all that there are, which gives TempEval-3's F1 (accuracy times relaxed F1).
- *day*: a sentence that tells of something which happened on a known day counts where one of our stretches for it meets that day and is no
  wider than a day.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ceasewatch.model.values import When
from quality.figures import Case, Tally
from quality.timeml_files import Timex

_WORD = re.compile(r"\w+")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A sentence that tells of something which happened on a known day, and when we say that it happened."""

    text: str
    days: tuple[When, ...]
    given: tuple[When, ...]

    @property
    def is_right(self) -> bool:
        """Whether one of our stretches meets one of the days and is no wider than it."""
        return any(when.width is not None and when.width <= _DAY and when.overlaps(day) for when in self.given for day in self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """One report with its time expressions, marked and given, and its dated sentences.

    ``events`` are the things that happened on a known day which the reader records too, each with the times that it claims for it;
    ``named`` are the sentences that name the day of what happened themselves, with every time found in them; ``dated`` are all sentences
    whose day is known, from the text or from the day of writing, with the times that the reader claims for what they tell.
    """

    name: str
    text: str
    gold: tuple[Timex, ...]
    given: tuple[Timex, ...]
    named: tuple[Dated, ...]
    dated: tuple[Dated, ...]
    events: tuple[Dated, ...]


def score_reports(reports: Sequence[Timed]) -> tuple[Tally, ...]:
    """All tallies."""
    pairs = [pair for report in reports for pair in match_timexes(report)]
    given = sum(len(report.given) for report in reports)
    expected = sum(len(report.gold) for report in reports)
    counts = {
        "times, strict": sum(is_strict for _, _, is_strict in pairs),
        "times, relaxed": len(pairs),
        "times, type": sum(gold.type == ours.type for gold, ours, _ in pairs),
        "times, value": sum(gold.value == ours.value for gold, ours, _ in pairs),
    }
    times = [Tally(label=label, right=count, given=given, found=count, expected=expected) for label, count in counts.items()]
    named = _tally_days("day of what happened, named in its sentence", [one for report in reports for one in report.named])
    dated = _tally_days("day of what happened, claimed in its sentence", [one for report in reports for one in report.dated])
    events = _tally_days("day of the events that the reader records", [one for report in reports for one in report.events])
    return (*times, named, dated, events)


def match_timexes(report: Timed) -> list[tuple[Timex, Timex, bool]]:
    """Pairs of a marked and a given expression, the very same ones first, and whether each pair is the very same."""
    gold, given = list(report.gold), list(report.given)
    pairs: list[tuple[Timex, Timex, bool]] = []
    for is_strict, matches in ((True, _is_same), (False, _share_a_word)):
        for one in tuple(gold):
            partner = next((other for other in given if matches(report.text, one, other)), None)
            if partner is not None:
                pairs.append((one, partner, is_strict))
                gold.remove(one)
                given.remove(partner)
    return pairs


def _is_same(text: str, one: Timex, other: Timex) -> bool:
    return _trim(text, one) == _trim(text, other)


def _trim(text: str, timex: Timex) -> tuple[int, str]:
    words = text[timex.start : timex.end]
    return timex.start + len(words) - len(words.lstrip()), words.strip()


def _share_a_word(text: str, one: Timex, other: Timex) -> bool:
    return _WORD.search(text, max(one.start, other.start), min(one.end, other.end)) is not None


def find_errors(reports: Sequence[Timed]) -> Iterator[Case]:
    """The expressions that were missed, read otherwise, or given too much, and the sentences with a wrong day or none."""
    for report in reports:
        yield from _judge_times(report)
        for field, sentences in (("named day", report.named), ("claimed day", report.dated), ("event day", report.events)):
            for one in sentences:
                if not one.is_right:
                    yield _judge_day(report.name, field, one)


def _judge_times(report: Timed) -> Iterator[Case]:
    pairs = match_timexes(report)
    gold, given = {one for one, _, _ in pairs}, {one for _, one, _ in pairs}
    for one, ours, is_strict in pairs:
        if not (is_strict and one.type == ours.type and one.value == ours.value):
            why = f"is {_describe(report, one)}, we give {_describe(report, ours)}"
            field = "extent" if (one.type, one.value) == (ours.type, ours.value) else "value"
            yield Case(field=field, about=report.name, verdict="differs", why=why)
    for one in report.gold:
        if one not in gold:
            yield Case(field="time", about=report.name, verdict="missed", why=_describe(report, one))
    for one in report.given:
        if one not in given:
            yield Case(field="time", about=report.name, verdict="extra", why=_describe(report, one))


def _judge_day(name: str, field: str, one: Dated) -> Case:
    days = ", ".join(str(day.first_day) for day in one.days)
    ours = ", ".join(f"{when.first_day} to {when.last_day}" for when in one.given) or "nothing"
    verdict = "wrong" if one.given else "missed"
    return Case(field=field, about=name, verdict=verdict, why=f"{' '.join(one.text.split())} ({days}; we give {ours})")


def _describe(report: Timed, timex: Timex) -> str:
    return f"{' '.join(report.text[timex.start : timex.end].split())!r} {timex.type} {timex.value or '(not placed)'}"


def _tally_days(label: str, sentences: Sequence[Dated]) -> Tally:
    right = sum(one.is_right for one in sentences)
    return Tally(label=label, right=right, given=sum(bool(one.given) for one in sentences), found=right, expected=len(sentences))
