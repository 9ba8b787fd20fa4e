"""The phrase that names a thing: its model, the words before its noun, and the noun ("PMN-E anti-personnel mines")."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ceasewatch.understand.spotting.lexemes import Lexeme, Lexemes, low_at
from ceasewatch.understand.spotting.wordlists import read_contexts, read_table, split_cell

_LONGEST = 8
_CALIBRE = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?(?:-|x\d{2,3}-?)?(?:mm|millimet(?:re|er)|cm|calibre|caliber)\Z", re.IGNORECASE)
_MODEL = re.compile(r"([A-Za-z]{1,8}|\d[A-Z])-?((?:\d{1,4}|[A-Z]{1,2})(?:-?[A-Z0-9]{1,4})*(?:mod)?s?)\Z")
_MADE = re.compile(r"(?:[\w.]+-)+(?:made|built|produced|manufactured|supplied|designed|era|style|type)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun for a thing stands for, and whether it needs a word such as "combat" beside it."""

    family: str
    needs_support: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """The lexemes ``[first, stop)`` that name a thing of a family."""

    first: int
    stop: int
    family: str


def may_begin(lexemes: Lexemes, index: int) -> bool:
    """Whether a phrase for a thing can begin with this word."""
    return _role(lexemes, index)[0] != ""


def read_piece(lexemes: Lexemes, first: int) -> Piece | None:
    """Read the thing that begins at ``first``: a noun with what stands before it, or a model by itself."""
    stop, noun_at, model_at = first, None, None
    while stop < min(len(lexemes), first + _LONGEST):
        role, width = _role(lexemes, stop)
        if not role or (stop > first and lexemes[stop].initial):
            break
        if role == "noun" and _is_noun(lexemes, first, stop):
            noun_at = stop
        if role == "model":
            model_at = stop if model_at is None else model_at
        stop += width
    first = _drop_loose(lexemes, first, stop)
    if noun_at is not None:
        return Piece(min(first, noun_at), _with_of(lexemes, noun_at + 1), _family_of_phrase(lexemes, first, noun_at))
    return _read_model(lexemes, first, stop, model_at)


def _drop_loose(lexemes: Lexemes, first: int, stop: int) -> int:
    """Leave out leading words that do not tell what the thing is ("new", "illegal")."""
    while first + 1 < stop and is_loose(lexemes[first].low):
        first += 1
    return first


def is_loose(word: str) -> bool:
    """Whether a word before a thing says nothing of what it is."""
    return _modifiers().get(word) is False


def _read_model(lexemes: Lexemes, first: int, stop: int, model_at: int | None) -> Piece | None:
    if model_at is None:
        return None
    last = model_at + 1
    while last < stop and _role(lexemes, last)[0] == "model":
        last += 1
    family = _model_family(lexemes[model_at])
    stands_alone = _stands_alone(lexemes[model_at].text)
    return Piece(first, last, family) if family and stands_alone else None


def _stands_alone(model: str) -> bool:
    """Whether a model can do without a noun: "T-72" and "BM21" can, "M1" and "F1" may be roads or races."""
    return "-" in model or model[:2].isalpha()


def _role(lexemes: Lexemes, index: int) -> tuple[str, int]:
    """Return what part a word can play: noun, model, calibre, word before a noun; and how many words it takes."""
    lexeme = lexemes[index]
    if lexeme.tag in "PSFDK":
        return "", 1
    if _is_calibre(lexeme):
        return "calibre", 1
    if lexeme.tag == "Q" and index + 1 < len(lexemes) and lexemes[index + 1].low in ("mm", "millimetre", "millimeter"):
        return "calibre", 2
    if lexeme.low in _nouns():
        return "noun", 1
    if _model_family(lexeme):
        return "model", 1
    is_before = lexeme.low in _modifiers() or _MADE.match(lexeme.text)
    return ("before", 1) if is_before else ("", 1)


def _is_calibre(lexeme: Lexeme) -> bool:
    return lexeme.text[:1].isdigit() and bool(_CALIBRE.match(lexeme.text))


def _is_noun(lexemes: Lexemes, first: int, index: int) -> bool:
    """Whether the noun means a thing here: not "rounds of talks", "a gold mine", "in his arms"."""
    word = lexemes[index].low
    if _is_other_sense(lexemes, index, word):
        return False
    if not _nouns()[word].needs_support:
        return True
    is_supported = any(_supports(lexemes, number) for number in range(first, index)) or _is_post(lexemes, first, word)
    return is_supported or (low_at(lexemes, index + 1) == "of" and _of_thing(lexemes, index))


def _is_post(lexemes: Lexemes, first: int, word: str) -> bool:
    """Whether positions are places that somebody holds or builds: "their troops' positions", "built new positions"."""
    contexts = read_contexts("materiel_contexts.csv")
    if word not in contexts["posts"] or first == 0:
        return False
    return lexemes[first - 1].tag in "PM" or lexemes[first - 1].low in contexts["built_verb"]


def _supports(lexemes: Lexemes, index: int) -> bool:
    role = _role(lexemes, index)[0]
    return role in ("calibre", "model", "noun") or _modifiers().get(lexemes[index].low) is True


def _is_other_sense(lexemes: Lexemes, index: int, word: str) -> bool:
    contexts = read_contexts("materiel_contexts.csv")
    before, after = low_at(lexemes, index - 1), low_at(lexemes, index + 1)
    if word in ("mine", "mines"):
        return before in contexts["not_mine"] or after in contexts["not_mine_after"]
    if word in ("tank", "tanks"):
        return before in contexts["not_tank"]
    if word == "arms":
        return before in contexts["not_arms"]
    if word in ("round", "rounds"):
        return after == "of" and low_at(lexemes, index + 2) in contexts["rounds_of"]
    return word in ("point", "points") and before in contexts["not_point"]


def _of_thing(lexemes: Lexemes, index: int) -> bool:
    """Whether "rounds of ammunition", "pieces of artillery" follows."""
    return index + 2 < len(lexemes) and lexemes[index].low in ("round", "rounds", "piece", "pieces") and lexemes[index + 2].low in _nouns()


def _with_of(lexemes: Lexemes, stop: int) -> int:
    return stop + 2 if low_at(lexemes, stop) == "of" and _of_thing(lexemes, stop - 1) else stop


def _family_of_phrase(lexemes: Lexemes, first: int, noun_at: int) -> str:
    """Return the noun's family, unless the words before it tell better: an "unmanned aerial vehicle" flies, a "car bomb" does not drive."""
    lows = [lexeme.low for lexeme in lexemes[first:noun_at]]
    family = _nouns()[lexemes[noun_at].low].family
    if family == "vehicle" and "aerial" in lows:
        return "aircraft"
    if lexemes[noun_at].low in ("system", "systems") and any(low in ("drone", "unmanned") for low in lows):
        return "aircraft"
    return family


def _model_family(lexeme: Lexeme) -> str:
    """Return the family of a model; empty where the word is none."""
    if not lexeme.capital and not lexeme.text[:1].isdigit():
        return ""
    named = _models()["name"].get(lexeme.text)
    if named:
        return named
    match = _MODEL.match(lexeme.text.replace("‑", "-").replace("–", "-"))
    if not match or not _is_marked(lexeme.text, match[2]):
        return ""
    return _models()["prefix"].get(match[1].upper(), "")


def _is_marked(word: str, mark: str) -> bool:
    """Whether a number, or letters after a hyphen, mark a model: "T-72", "TB2", "PMN-E"; not "TV" or "S"."""
    return any(letter.isdigit() for letter in mark) or ("-" in word and word.partition("-")[0].isupper())


@cache
def _nouns() -> Mapping[str, Noun]:
    rows = list(read_table("materiel_nouns.csv"))
    return {word: Noun(row["family"], row["use"] == "support") for row in rows for word in split_cell(row["words"])}


@cache
def _modifiers() -> Mapping[str, bool]:
    return {word: row["supports"] == "yes" for row in read_table("materiel_modifiers.csv") for word in split_cell(row["words"])}


@cache
def _models() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {"name": {}, "prefix": {}}
    for row in read_table("materiel_models.csv"):
        for name in split_cell(row["names"]):
            found[row["shape"]].setdefault(name if row["shape"] == "name" else name.upper(), row["family"])
    return found
