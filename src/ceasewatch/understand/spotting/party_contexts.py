"""The words around a name that tell whether it is used as a place or as somebody."""

from ceasewatch.understand.spotting.lexemes import Lexemes, low_at, tag_at
from ceasewatch.understand.spotting.wordlists import read_contexts

_FARTHEST = 14
_LONGEST_NAME = 5


def follows_place_word(lexemes: Lexemes, index: int) -> bool:
    """Whether a name stands after "in", "from", "near" and the like, also by way of "and" ("in A and B")."""
    before = _skip_back(lexemes, index)
    if before < 0:
        return False
    contexts, word = read_contexts("party_contexts.csv"), lexemes[before].low
    earlier = lexemes[before - 1].low if before else ""
    if word in ("between", "with"):
        is_span = any(lexeme.low in contexts["not_a_name"] for lexeme in lexemes[before:index])
        return earlier in contexts["bounded"] or (word == "between" and is_span)
    if word not in contexts["place_word"]:
        return False
    if word == "to":
        return earlier not in contexts["actor_before_to"]
    return not (word == "of" and earlier in contexts["actor_before_of"])


def swallow_name(lexemes: Lexemes, index: int) -> int:
    """Return where a personal name that begins at ``index`` ends; ``index`` itself where there is none."""
    particles = read_contexts("party_contexts.csv")["name_particle"]
    stop = index
    while stop < min(len(lexemes), index + _LONGEST_NAME):
        named = lexemes[stop].tag == "X"
        joins = lexemes[stop].low in particles and tag_at(lexemes, stop + 1) == "X"
        if not named and not joins:
            break
        stop += 1
    return stop


def _skip_back(lexemes: Lexemes, index: int) -> int:
    before = index - 1
    for _ in range(_FARTHEST):
        if tag_at(lexemes, before) in ("D", "A"):
            before -= 1
        elif tag_at(lexemes, before) == "P":
            before -= 2
        elif low_at(lexemes, before) in ("and", "or", ",") and _is_named(lexemes, before - 1):
            before = _skip_names(lexemes, before - 1)
        else:
            break
    return before


def _is_named(lexemes: Lexemes, index: int) -> bool:
    """Whether the word ends the name of a place: a name, or a noun such as "region"."""
    return tag_at(lexemes, index) in ("C", "X") or low_at(lexemes, index) in read_contexts("party_contexts.csv")["not_a_name"]


def _skip_names(lexemes: Lexemes, index: int) -> int:
    last = max(index - _FARTHEST, -1)
    while index > last and (_is_named(lexemes, index) or lexemes[index].tag in "AB"):
        index -= 1
    return index
