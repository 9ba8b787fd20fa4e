"""The words of a phrase that names an actor, each with what it is good for."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ceasewatch.resolve.names import fold_name

_WORD = re.compile(r"[^\W_]+(?:[.’'‑-][^\W_]+)*['’]?")
_HYPHEN = re.compile(r"[-‑]")
_ALIKE = {"defence": "defense", "centre": "center", "organisation": "organization"}
_SHORTEST_PLURAL = 4
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word, or several that together name an owner: "South Ruritanian".

    ``stem`` is the word made plain, without its plural ending. ``owners`` are the ids of the states or bodies that the word stands for or
    makes things belong to; usually none or one, several where the word is ambiguous. ``joined`` tells that a hyphen ties it
    to the word before.
    """

    text: str
    stem: str
    owners: tuple[str, ...] = ()
    joined: bool = False

    @property
    def is_name(self) -> bool:
        """Whether the word is written like a name and is none of the common words for actors."""
        return any(letter.isupper() for letter in self.text[:1]) and not self.owners and not is_common(self.text)

    def has_role(self, role: str) -> bool:
        """Whether the word plays a part in phrases for actors: "cut", "join", "media" ..."""
        return fold_name(self.text) in party_words(role)


def read_tokens(phrase: str, owners: Mapping[str, tuple[str, ...]]) -> tuple[Token, ...]:
    """Take a phrase apart, bringing the words of each known owner together, the longest name first."""
    words = [word for text in _WORD.findall(phrase) for word in _split_hyphens(text)]
    tokens: list[Token] = []
    while words:
        length = _owner_length(words, owners)
        text = " ".join(word for word, _ in words[:length])
        known = owners.get(fold_name(text), ())
        tokens.append(Token(text=text, stem=stem_word(text), owners=known, joined=words[0][1]))
        words = words[length:]
    return tuple(tokens)


def stem_word(word: str) -> str:
    """Return a word in small letters, without a plural ending, in one spelling: "Forces" and "force" become one."""
    folded = fold_name(word)
    if len(folded) >= _SHORTEST_PLURAL and folded.endswith("s") and not folded.endswith("ss"):
        folded = folded[:-3] + "y" if folded.endswith("ies") else folded[:-1]
    return _ALIKE.get(folded, folded)


def _owner_length(words: Sequence[tuple[str, bool]], owners: Mapping[str, tuple[str, ...]]) -> int:
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
        name = " ".join(word for word, _ in words[:length])
        if name[:1].isupper() and fold_name(name) in owners:
            return length
    return 1


def _split_hyphens(text: str) -> list[tuple[str, bool]]:
    """Split "Ruritanian-Graustarkian"; leave "Ruritanian-backed" whole, which is not Ruritania; drop "Strelsau-based", an address."""
    parts = _HYPHEN.split(text)
    if fold_name(parts[-1]) == "based":
        return []
    is_whole = len(parts) > 1 and (fold_name(parts[-1]) in party_words("not_own") or fold_name(parts[0]) in party_words("before"))
    return [(text, False)] if is_whole else [(part, number > 0) for number, part in enumerate(parts)]


@cache
def party_words(role: str) -> frozenset[str]:
    """Return the common words that play one part in phrases for actors."""
    table = files("ceasewatch.resolve").joinpath("lexicon", "party_words.csv").read_text(encoding="utf-8")
    return frozenset(fold_name(word) for row in csv.DictReader(table.splitlines()) if row["role"] == role for word in row["words"].split())


@cache
def is_common(word: str) -> bool:
    """Whether a word is one that any army, ministry or crowd may be called by, so that it names nobody."""
    roles = ("stop", "cut", "join", "opposing", "own", "all", "parties", "media", "titles", "state", "generic")
    return any(fold_name(word) in party_words(role) or stem_word(word) in party_words(role) for role in roles)
