"""How alike two groupings of the same things are: ours of articles into incidents, and the one held for true.

Both are given as thing -> name of its group. A thing that we put in no group stands alone; one that only we have is left out.
"""

from collections import Counter
from collections.abc import Mapping

from quality.figures import Tally

Scores = tuple[float, float, float]
"""Precision, recall and F1, from 0 to 1."""


def b_cubed(gold: Mapping[str, str], ours: Mapping[str, str]) -> Scores:
    """For each thing, how much of its group of ours belongs there, and how much of its true group we kept together; the mean of each.

    Bagga and Baldwin (1998). A lone thing that stands alone is right, so grouping nothing has full precision.

    Raises:
        ValueError: there is nothing to group.
    """
    sizes, own_sizes, shared = _count_groups(gold, ours)
    total = sum(sizes.values())
    precision = sum(count * count / own_sizes[own] for (_, own), count in shared.items()) / total
    recall = sum(count * count / sizes[true] for (true, _), count in shared.items()) / total
    return precision, recall, _harmonic_mean(precision, recall)


def pairwise(gold: Mapping[str, str], ours: Mapping[str, str]) -> Scores:
    """Of the pairs that we put together, how many belong together, and the other way round.

    Where there are no pairs to be right or wrong about, nothing is wrong: the share is 1 where the other grouping has no pairs either,
    and 0 where it has.

    Raises:
        ValueError: there is nothing to group.
    """
    right, given, true = _count_pairs(gold, ours)
    precision = right / given if given else float(not true)
    recall = right / true if true else float(not given)
    return precision, recall, _harmonic_mean(precision, recall)


def tally_b_cubed(label: str, gold: Mapping[str, str], ours: Mapping[str, str]) -> Tally:
    """B-cubed as a tally: a thing counts as right for the share of its group that belongs there.

    Raises:
        ValueError: there is nothing to group.
    """
    precision, recall, _ = b_cubed(gold, ours)
    return Tally(label=label, right=precision * len(gold), given=len(gold), found=recall * len(gold), expected=len(gold))


def tally_pairs(label: str, gold: Mapping[str, str], ours: Mapping[str, str]) -> Tally:
    """How many pairs were put together, should have been, and both.

    Raises:
        ValueError: there is nothing to group.
    """
    right, given, true = _count_pairs(gold, ours)
    return Tally(label=label, right=right, given=given, found=right, expected=true)


Group = tuple[str, str]


def _count_groups(gold: Mapping[str, str], ours: Mapping[str, str]) -> tuple[Counter[str], Counter[Group], Counter[tuple[str, Group]]]:
    """How large each true group and each group of ours is, and how much each pair of the two shares."""
    if not gold:
        raise ValueError("nothing to group")
    own = {thing: ("group", ours[thing]) if thing in ours else ("alone", thing) for thing in gold}
    shared = Counter((gold[thing], own[thing]) for thing in gold)
    return Counter(gold.values()), Counter(own.values()), shared


def _count_pairs(gold: Mapping[str, str], ours: Mapping[str, str]) -> tuple[int, int, int]:
    """The pairs that are together in both groupings, in ours, in the true one."""
    sizes, own_sizes, shared = _count_groups(gold, ours)
    right, given, true = (sum(_pairs(count) for count in counts.values()) for counts in (shared, own_sizes, sizes))
    return right, given, true


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _harmonic_mean(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
