"""Which judgements stand, and when the others were superseded: worked out at every look, so that no kept row ever changes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from ceasewatch.model.incident import Judgement


def mark_superseded(judgements: Iterable[Judgement]) -> Iterator[Judgement]:
    """Yield the judgements, oldest first, each with the time at which the same judge judged the same pair anew.

    A pair is the same whichever mention is on the left. Of two judgements at the same moment, the order of verdict and reason decides, so
    that the order in which they were added never does.
    """
    ordered = sorted(judgements, key=_line)
    marked = [one for _, line in groupby(ordered, key=_name_line) for one in _mark_line(list(line))]
    yield from sorted(marked, key=lambda judgement: (judgement.at, _line(judgement)))


def _mark_line(line: list[Judgement]) -> Iterator[Judgement]:
    for earlier, later in pairwise(line):
        yield replace(earlier, superseded_at=later.at)
    yield line[-1]


def _name_line(judgement: Judgement) -> tuple[str, str, str]:
    return (min(judgement.left, judgement.right), max(judgement.left, judgement.right), judgement.by)


def _line(judgement: Judgement) -> tuple[object, ...]:
    return (*_name_line(judgement), judgement.at, judgement.verdict, judgement.reason, judgement.left)
