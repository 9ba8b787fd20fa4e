"""What kind of actor a noun stands for, and what it needs beside it to stand for an actor at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ceasewatch.understand.spotting.lexemes import Lexeme
from ceasewatch.understand.spotting.wordlists import read_table, split_cell

_ADOPTED_BY = {
    "relative": frozenset({"state", "force", "armed_group", "people", "organisation", "civilians", "person"}),
    "mission": frozenset({"force", "people", "organisation", "mission"}),
    "armed_group": frozenset({"people", "civilians", "unclear", "organisation"}),
    "force": frozenset({"people"}),
    "media": frozenset({"organisation", "unclear", "media"}),
}
_KIND_OF_NAME = {
    "armed_group": frozenset({"force", "people", "organisation", "state"}),
    "mission": frozenset({"force", "people", "civilians"}),
    "media": frozenset({"civilians", "people", "organisation"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One meaning of a noun. ``use`` says when it holds; ``inherits`` that the kind comes from what follows "of"."""

    kind: str
    use: str
    inherits: bool


@cache
def head_senses() -> Mapping[str, tuple[Sense, ...]]:
    """Return the meanings of each noun for an actor, the first that holds being the right one."""
    found: dict[str, tuple[Sense, ...]] = {}
    for row in read_table("party_heads.csv"):
        sense = Sense(kind=row["kind"], use=row["use"], inherits=row["inherits"] == "yes")
        for word in split_cell(row["words"]):
            found[word] = (*found.get(word, ()), sense)
    return found


@cache
def modifier_kinds() -> Mapping[str, str]:
    """Return the words before a noun that change its kind: "peacekeeping" forces are a mission."""
    rows = [row for row in read_table("party_modifiers.csv") if row["kind"]]
    return {word: row["kind"] for row in rows for word in split_cell(row["words"])}


def choose_kind(base: str, modifiers: Sequence[Lexeme]) -> str:
    """Return the kind of a noun once the words before it are taken into account."""
    kinds = [modifier_kinds().get(lexeme.low) for lexeme in modifiers]
    for kind, bases in _ADOPTED_BY.items():
        if kind in kinds and base in bases:
            return kind
    for lexeme in modifiers:
        if lexeme.tag == "K" and base in _KIND_OF_NAME.get(lexeme.kind, ()):
            return lexeme.kind
    return base


def has_support(modifiers: Sequence[Lexeme]) -> bool:
    """Whether the words before a weak noun ("group", "side") make it an actor: a name, a demonym, or a noun such as "border"."""
    return any(lexeme.tag in "CMKXPBH" or lexeme.demonym or lexeme.low in modifier_kinds() for lexeme in modifiers)
