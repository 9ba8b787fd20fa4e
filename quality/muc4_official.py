"""Scores full MUC-4 templates as the scoring guidelines of 1992 say: 23 slots, half credit for what is partly right.

Where a fill is not the key's word for word, the program of 1992 asked a judge; ``History`` holds what the judges said. Without a judge,
only what the guidelines leave to the program is given credit: a more general set fill, a country alone, a date within the key's time.

Several rules are in no guideline and were read off the score reports of 1992: days at most two apart are the same, small numbers ahead of
a string are of no account, an optional fill that is answered wrongly counts as wanted, and a set fill earns nothing for one thing if the
key says something else of the very thing that it is about. What cannot be worked out anew is which templates the judges paired by hand;
``read_pairs`` takes that from those reports that list it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quality.muc4_fills import compare_values, is_same_string
from quality.muc4_history import History
from quality.muc4_slots import SLOTS, TAGGED, Fill, FullTemplate

ALL = "all templates"

_PAIRED = re.compile(r"^(TST\d-MUC\d-\d{4})\s+key: (\d+)\s+response: (\d+)", re.MULTILINE)
_HALF = 0.5
_LEAST = 1e-6
_JUDGED = frozenset(SLOTS) - TAGGED | {"hum-tgt-desc"}
_MEETING = ("perp-ind-id", "perp-org-id", "phys-tgt-id", "phys-tgt-type", "hum-tgt-name", "hum-tgt-desc", "hum-tgt-type")
_ABOUT = {"inc": ("inc-instr-id",), "perp": ("perp-org-id",), "phys": ("phys-tgt-id",), "hum": ("hum-tgt-name", "hum-tgt-desc")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What one slot comes to: fills that the key wants, fills given, and how many of those are right, and partly right."""

    possible: int = 0
    actual: int = 0
    correct: int = 0
    partial: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            possible=self.possible + other.possible,
            actual=self.actual + other.actual,
            correct=self.correct + other.correct,
            partial=self.partial + other.partial,
        )

    @property
    def credit(self) -> float:
        """Points: one for what is right, half a one for what is partly right."""
        return self.correct + _HALF * self.partial

    @property
    def f1(self) -> float:
        """The F-measure, worked out of precision and recall in whole percents, as the reports of 1992 do."""
        recall = int(100 * self.credit / self.possible + _HALF) if self.possible else 0
        precision = int(100 * self.credit / self.actual + _HALF) if self.actual else 0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


Counts = Mapping[str, Count]
Pairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Compares one report's templates."""

    report: str
    history: History

    def count(self, given: FullTemplate, key: FullTemplate) -> Counts:
        """Compare two templates slot by slot."""
        return {slot: self._count_slot(slot, given, key) for slot in SLOTS}

    def _count_slot(self, slot: str, given: FullTemplate, key: FullTemplate) -> Count:
        ours, theirs = given.of(slot), key.of(slot)
        grades = [[self.grade(slot, one, other, key) for other in theirs] for one in ours]
        pairs = match_best(
            [[grade and grade - _LEAST * other.is_optional for grade, other in zip(row, theirs, strict=True)] for row in grades]
        )
        earned = {other: grades[one][other] for one, other in pairs}
        again = {at: self._credit_again(slot, ours, fill, key.number) for at, fill in enumerate(theirs) if at not in earned}
        earned |= {at: credit for at, credit in again.items() if credit}
        left = [fill for at, fill in enumerate(theirs) if at not in earned]
        right = sum(credit == 1 for credit in earned.values())
        return Count(
            possible=len(earned) + max(sum(not fill.is_optional for fill in left), min(len(ours) - len(pairs), len(left))),
            actual=len(ours) + len(earned) - len(pairs),
            correct=right,
            partial=len(earned) - right,
        )

    def _credit_again(self, slot: str, given: Iterable[Fill], key: Fill, number: str) -> float:
        """What a fill earns that the judges let stand for several of the key's."""
        return max((self.history.credit_for_each((self.report, number, slot), one.first, key) for one in given), default=0.0)

    def grade(self, slot: str, given: Fill, wanted: Fill, key: FullTemplate) -> float:
        """How much credit one fill is worth against one of the key's.

        A judge who was asked about a string has the last word. A set fill that is right, but of another thing, is half right, unless the
        key says something else of the thing that it is about.
        """
        judged = self.history.credit((self.report, key.number, slot), given.first, wanted)
        if judged is not None and slot in _JUDGED:
            return judged
        value = compare_values(slot, given, wanted)
        if value == 1 and slot in TAGGED and not self._is_about_same(slot, given, wanted, key.number):
            value = 0.0 if any(self._is_about_same(slot, given, other, key.number) for other in key.of(slot)) else _HALF
        return max(value, judged or 0.0)

    def _is_about_same(self, slot: str, given: Fill, key: Fill, number: str) -> bool:
        tags = {tag for choice in key.choices for tag in choice.tags}
        ours = given.first.tags
        if not ours or not tags:
            return not ours and not tags
        return any(is_same_string(tag, other) for tag in ours for other in tags) or self._is_judged_same(slot, given, tags, number)

    def _is_judged_same(self, slot: str, given: Fill, tags: Iterable[str], number: str) -> bool:
        known = self.history.verdicts
        return any(
            (verdict.credit == 1 or verdict.is_for_each)
            and verdict.given.value in given.first.tags
            and {one.value for one in verdict.against} & set(tags)
            for other in _ABOUT[slot.partition("-")[0]]
            for verdict in known.get((self.report, number, other), ())
        )


def score_full(
    given: Mapping[str, Sequence[FullTemplate]],
    key: Mapping[str, Sequence[FullTemplate]],
    history: History | None = None,
    pairs: Mapping[str, frozenset[tuple[str, str]]] | None = None,
) -> dict[str, Count]:
    """Score the templates of many reports: all slots together ("all templates"), then each slot.

    Args:
        given: the templates of a response, by report.
        key: the templates of the key; every report in it counts.
        history: what the judges said.
        pairs: which templates go together, as numbers in response and key, where judges paired them; otherwise the best pairing counts.
    """
    totals = {slot: Count() for slot in SLOTS}
    for report, templates in key.items():
        judge = Judge(report=report, history=history or History())
        told = None if pairs is None else pairs.get(report, frozenset())
        counts = score_report(judge, given.get(report, ()), templates, told)
        totals = {slot: totals[slot] + counts[slot] for slot in SLOTS}
    return {ALL: sum(totals.values(), Count()), **totals}


def score_report(
    judge: Judge, given: Sequence[FullTemplate], key: Sequence[FullTemplate], told: frozenset[tuple[str, str]] | None = None
) -> Counts:
    """Pair one report's templates with the key's and count; a template of the key that is optional costs nothing where it is missed."""
    compared = {(at, other): judge.count(one, two) for at, one in enumerate(given) for other, two in enumerate(key)}
    if told is None:
        pairs = match_best([[_weigh(compared[at, other]) for other in range(len(key))] for at in range(len(given))])
    else:
        pairs = tuple((at, other) for at, other in compared if (given[at].number, key[other].number) in told)
    ours, theirs = {at for at, _ in pairs}, {other for _, other in pairs}
    counts = [compared[pair] for pair in pairs]
    counts += [_count_spurious(one) for at, one in enumerate(given) if at not in ours]
    counts += [_count_missing(one) for at, one in enumerate(key) if at not in theirs and not one.is_optional]
    return {slot: sum((count[slot] for count in counts), Count()) for slot in SLOTS}


def read_pairs(score_report_text: str) -> dict[str, frozenset[tuple[str, str]]]:
    """Read from a score report of 1992 which templates were paired, as numbers in response and key; some reports do not say."""
    pairs: dict[str, frozenset[tuple[str, str]]] = {}
    for report, key, given in _PAIRED.findall(score_report_text):
        pairs[report] = pairs.get(report, frozenset()) | {(given, key)}
    return pairs


def _weigh(counts: Counts) -> float:
    """What a pairing is worth: nothing unless the two agree on the type and on one who did or suffered it."""
    if not counts["inc-type"].credit or not any(counts[slot].credit for slot in _MEETING):
        return 0.0
    return sum(count.credit for count in counts.values())


def _count_spurious(template: FullTemplate) -> Counts:
    return {slot: Count(actual=len(template.of(slot))) for slot in SLOTS}


def _count_missing(template: FullTemplate) -> Counts:
    return {slot: Count(possible=sum(not fill.is_optional for fill in template.of(slot))) for slot in SLOTS}


def match_best(grades: Sequence[Sequence[float]]) -> Pairs:
    """Pair rows with columns one to one so that the grades add up to most; what has no grade stays alone."""
    best: dict[int, tuple[float, Pairs]] = {0: (0.0, ())}
    for at, row in enumerate(grades):
        longer = [
            (used | 1 << other, total + grade, (*pairs, (at, other)))
            for used, (total, pairs) in best.items()
            for other, grade in enumerate(row)
            if grade and not used >> other & 1
        ]
        for used, total, pairs in longer:
            if used not in best or total > best[used][0]:
                best[used] = total, pairs
    return max(best.values(), key=lambda one: one[0])[1]
