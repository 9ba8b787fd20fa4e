"""The words that put an event in relation to a place: "near", "north of", "in the vicinity of"."""

from collections.abc import Mapping
from functools import cache

from ceasewatch.understand.spotting.lexemes import Lexemes, low_at, tag_at
from ceasewatch.understand.spotting.place_phrases import is_feature, is_in
from ceasewatch.understand.spotting.wordlists import read_contexts, read_lines

_MOST_STEPS = 8
_FARTHEST_VERB = 4


def find_relation(lexemes: Lexemes, index: int) -> tuple[str, int] | None:
    """Return the relation in front of the place that begins at ``index``, and where the relation begins."""
    for stop in _places_before(lexemes, index):
        relation = _match_ending(lexemes, stop)
        if relation:
            return relation
    return None


def allows_bare_name(lexemes: Lexemes, relation: str, start: int) -> bool:
    """Whether a name without a feature noun is a place after this relation: "in Zenda", but not "on Monday", "according to Smith"."""
    before = low_at(lexemes, start - 1)
    if relation == "to":
        return before not in read_contexts("party_contexts.csv")["actor_before_to"] or before in ("close", "due")
    if relation == "on":
        return is_in("attack_on", before)
    if relation == "for":
        return any(is_in("leaving", lexeme.low) for lexeme in lexemes[max(start - _FARTHEST_VERB, 0) : start])
    if relation == "between":
        return is_feature(before)
    return relation not in ("by", "of", "beyond", "over", "above", "off") or relation in ("over", "above", "off")


def _places_before(lexemes: Lexemes, index: int) -> list[int]:
    """Where the words before a place may end: at the place itself, or ahead of "the", an adjective, or an owner ("Ruritania's")."""
    stops, stop = [index], index
    for _ in range(_MOST_STEPS):
        before = tag_at(lexemes, stop - 1)
        if before == "P":
            stop -= 2
        elif before in ("D", "A", "B") or (before in ("L", "M") and _describes(lexemes, stop - 1)):
            stop -= 1
        else:
            break
        stops.append(stop)
    return [one for one in stops if one > 0]


def _describes(lexemes: Lexemes, index: int) -> bool:
    word = lexemes[index]
    return word.tag == "M" or is_in("direction", word.low) or is_feature(word.low) or is_in("middle", word.low)


def _match_ending(lexemes: Lexemes, stop: int) -> tuple[str, int] | None:
    for words in _relations().get(low_at(lexemes, stop - 1), ()):
        begin = stop - len(words)
        if begin >= 0 and tuple(lexeme.low for lexeme in lexemes[begin:stop]) == words:
            return " ".join(words), begin
    return None


@cache
def _relations() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Relations by their last word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in read_lines("place_relations.txt"):
        words = tuple(line.split())
        found.setdefault(words[-1], []).append(words)
    return {last: tuple(sorted(rows, key=len, reverse=True)) for last, rows in found.items()}
