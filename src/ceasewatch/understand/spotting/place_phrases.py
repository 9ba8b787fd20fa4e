"""The phrases that name a place: a name, a name with a feature noun ("Zenda road"), a feature noun with "of"."""

from collections.abc import Mapping
from functools import cache

from ceasewatch.understand.spotting.lexemes import Lexemes, low_at, tag_at
from ceasewatch.understand.spotting.wordlists import read_contexts, read_table, split_cell

_LONGEST_NAME = 5
_LONGEST_MIDDLE = 2
_LINES = ("line", "lines")
_ZONES = ("zone", "zones")


def is_in(context: str, word: str) -> bool:
    """Whether a word belongs to one of the named word sets for places."""
    return word in read_contexts("place_contexts.csv")[context]


def is_feature(word: str, use: str = "named") -> bool:
    """Whether a word is a noun for a place ("road"); with ``use="bare"``, one that places by itself ("the border")."""
    return word in _features()[use]


def name_stop(lexemes: Lexemes, index: int) -> int:
    """Return where the run of capitalised words that begins at ``index`` ends; ``index`` itself where there is none."""
    stop = index
    while stop < min(len(lexemes), index + _LONGEST_NAME):
        lexeme = lexemes[stop]
        leads = lexeme.tag == "H" and tag_at(lexemes, stop + 1) == "X"
        if not lexeme.capital or not (lexeme.tag in "XCAB" or leads) or (stop > index and lexeme.initial):
            break
        if stop > index and is_feature(lexeme.low):
            break
        stop += 1
    return stop if any(lexeme.tag in "XC" for lexeme in lexemes[index:stop]) else index


def read_named_feature(lexemes: Lexemes, index: int) -> int | None:
    """Return where "Strelsau city", "Ruritanian border town" or "Zenda region of Ruritania" ends."""
    stop = name_stop(lexemes, index)
    if stop == index and (tag_at(lexemes, index) == "M" or _is_compass_name(lexemes, index)):
        stop = index + 1
    end = _feature_stop(lexemes, stop) if stop > index else None
    if end is None:
        return None
    return _add_owner(lexemes, end)


def _is_compass_name(lexemes: Lexemes, index: int) -> bool:
    """Whether an adjective in capitals makes a name with its noun: "West Bank", "North Island"."""
    this, following = lexemes[index], lexemes[index + 1 : index + 2]
    return this.tag == "A" and this.capital and bool(following) and following[0].capital


def read_feature_first(lexemes: Lexemes, index: int) -> int | None:
    """Return where "Lake Zenda" or "Hill 541" ends."""
    word = lexemes[index]
    if is_in("numbered", word.low) and tag_at(lexemes, index + 1) == "Q" and _touches(lexemes, index + 1):
        is_named = word.capital or word.low in ("hill", "height", "point", "elevation")
        return index + 2 if is_named and low_at(lexemes, index + 1)[:1].isdigit() else None
    if word.capital and is_in("feature_first", word.low) and tag_at(lexemes, index + 1) == "X":
        return name_stop(lexemes, index + 1)
    return None


def read_feature_of(lexemes: Lexemes, index: int) -> int | None:
    """Return where "village of Zenda", "Line of Contact" or "border between A and B" ends."""
    if not is_feature(lexemes[index].low):
        return None
    word = low_at(lexemes, index + 1)
    if word == "between" and lexemes[index].low not in _ZONES:
        return _read_between(lexemes, index + 2)
    if word not in ("of", "with"):
        return None
    if word == "with" and not is_feature(lexemes[index].low, "bare"):
        return None
    return _read_of(lexemes, index)


def read_part(lexemes: Lexemes, index: int) -> int | None:
    """Return where "Ruritania's east" or "Zenda's northern outskirts" ends."""
    owner = name_stop(lexemes, index)
    if owner == index or tag_at(lexemes, owner) != "P":
        return None
    stop = owner + 1
    while is_in("direction", low_at(lexemes, stop)) and not is_in("part", low_at(lexemes, stop)):
        stop += 1
    is_part = is_in("part", low_at(lexemes, stop)) or is_feature(low_at(lexemes, stop))
    return stop + 1 if is_part and not lexemes[stop].capital and tag_at(lexemes, stop + 1) not in tuple("HBLXP") else None


def read_line(lexemes: Lexemes, index: int) -> int | None:
    """Return where a place without a name ends: "the border", "the contact line", "the buffer zone"."""
    stop = index
    while stop < len(lexemes) and stop < index + 3:
        word, before = lexemes[stop].low, low_at(lexemes, stop - 1) if stop > index else ""
        if (word in _LINES and is_in("line_before", before)) or (word in _ZONES and is_in("zone_before", before)):
            return stop + 1
        if is_feature(word, "bare") and tag_at(lexemes, stop + 1) not in tuple("HBLAX"):
            return stop + 1
        if word in _LINES and [low_at(lexemes, stop + 1), low_at(lexemes, stop + 2)] in (["of", "contact"], ["of", "control"]):
            return stop + 3
        if not (is_in("line_before", word) or is_in("zone_before", word) or word in ("administrative", "international", "state")):
            return None
        stop += 1
    return None


def _read_of(lexemes: Lexemes, index: int) -> int | None:
    begin = index + 2 + (tag_at(lexemes, index + 2) == "D")
    while is_in("direction", low_at(lexemes, begin)) and not lexemes[begin].capital:
        begin += 1
    if lexemes[index].low in _LINES and lexemes[index].capital and low_at(lexemes, begin) in ("contact", "control"):
        return begin + 1
    named = read_named_feature(lexemes, begin) if begin < len(lexemes) else None
    if named is not None and tag_at(lexemes, begin) != "M":
        return named
    stop = name_stop(lexemes, begin) if begin < len(lexemes) else begin
    if stop == begin or (is_in("no_of", lexemes[index].low) and not lexemes[index].capital):
        return None
    return None if tag_at(lexemes, stop) == "P" else stop


def _read_between(lexemes: Lexemes, index: int) -> int | None:
    first = name_stop(lexemes, index + (tag_at(lexemes, index) == "D"))
    if first == index or low_at(lexemes, first) != "and":
        return None
    begin = first + 1 + (tag_at(lexemes, first + 1) == "D")
    stop = name_stop(lexemes, begin)
    return stop if stop > begin else None


def _feature_stop(lexemes: Lexemes, index: int) -> int | None:
    """Return where the feature nouns after a name end, over words such as "air" in "air base"."""
    end, stop = None, index
    while stop < min(len(lexemes), index + _LONGEST_MIDDLE + 2):
        word = lexemes[stop].low
        if is_feature(word):
            end = stop + 1
        elif not is_in("middle", word):
            break
        stop += 1
    return end


def _add_owner(lexemes: Lexemes, end: int) -> int:
    if low_at(lexemes, end) != "of":
        return end
    begin = end + 1 + (tag_at(lexemes, end + 1) == "D")
    stop = name_stop(lexemes, begin)
    if stop == begin or tag_at(lexemes, stop) == "P":
        return end
    return _feature_stop(lexemes, stop) or stop


def _touches(lexemes: Lexemes, index: int) -> bool:
    return lexemes[index].start - lexemes[index - 1].end == 1


@cache
def _features() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table("place_features.csv"):
        found.setdefault(row["use"], set()).update(split_cell(row["words"]))
    return {use: frozenset(words) for use, words in found.items()}
