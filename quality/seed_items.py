"""Which of our mentions stands for which annotated item: the right kind of event, told in that item's words, one mention to one item."""

from collections.abc import Mapping, Sequence

from quality.seed_gold import GoldItem
from quality.seed_view import Told

_LEAST_SHARE = 0.5

Matches = Mapping[str, Told]
"""By the item's id."""


def match_items(items: Sequence[GoldItem], told: Sequence[Told]) -> dict[str, Told]:
    """Pair items with mentions so that as many items as possible are found, the best overlaps first.

    A mention can stand for an item when its kind is one of the item's and at least half of its words lie in the item's words.
    """
    wishes = {item.id: _rank(item, told) for item in items}
    order = sorted((item.id for item in items if wishes[item.id]), key=lambda name: (-wishes[name][0][0], name))
    holders: dict[int, str] = {}
    for name in order:
        _seat(name, wishes, holders, set())
    return {name: told[index] for index, name in sorted(holders.items(), key=lambda pair: pair[1])}


def _rank(item: GoldItem, told: Sequence[Told]) -> list[tuple[float, int]]:
    """The mentions that can stand for the item, the best first: the more words in common, and the fewer outside, the better."""
    if item.is_context:
        return []
    within = frozenset(range(*item.span))
    ranked: list[tuple[float, int]] = []
    for index, one in enumerate(told):
        shared = len(one.letters & within)
        share = shared / len(one.letters)
        if one.mention.kind in item.kinds and share >= _LEAST_SHARE:
            ranked.append((shared * share, index))
    return sorted(ranked, key=lambda pair: (-pair[0], pair[1]))


def _seat(name: str, wishes: Mapping[str, list[tuple[float, int]]], holders: dict[int, str], tried: set[int]) -> bool:
    """Give an item its best free mention, or one whose item can be moved to another (an augmenting path)."""
    for _, index in wishes[name]:
        if index in tried:
            continue
        tried.add(index)
        if index not in holders or _seat(holders[index], wishes, holders, tried):
            holders[index] = name
            return True
    return False
