"""A place as written, taken apart: the name, what kind of place the words call it, and the larger place it is said to lie in."""

import csv
import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from ceasewatch.resolve.names import fold_name, spell_out

_HOLDS = re.compile(r"(?<!\s)\s++(?:of|in|from)\s++(?:the\s++)?")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\s++")
_HOLDING = ("-controlled", "-held", "-occupied", "-administered", "-run", "-ruled")
_HYPHEN = re.compile(r"(?<!\s)\s*+[-–—‑]\s*+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The parts of a place as written.

    ``core`` is the bare name; ``kind`` what the words beside it call it ("settlement", "area", "road", "height", "bridge", "site",
    "feature", "line"), ``None`` without such a word. ``whole`` is all of it but a direction. ``holders`` are the larger places it is said
    to lie in, nearest first. ``is_part`` notes that only a part of it is meant ("northern", "the outskirts of").
    """

    core: str
    kind: str | None
    whole: str = ""
    holders: tuple[str, ...] = ()
    is_part: bool = False

    @property
    def stops(self) -> tuple[str, ...]:
        """The places that a road is named by, in the order written."""
        return tuple(part for part in _HYPHEN.split(self.core) if part)

    @property
    def undirected(self) -> str | None:
        """The name without a direction in capitals, where it has one: "Northern Syria" may be a name or a part of Syria."""
        first, _, rest = self.core.partition(" ")
        return rest if rest and _word_kind(first) == "part" else None


@lru_cache(maxsize=4_096)
def read_wording(written: str) -> Wording:
    """Take a place as written apart: "Ruritania's Ode region" is Ode, an area, held by Ruritania."""
    bracketed = tuple(text.strip() for text in _BRACKETS.findall(written) if text.strip())
    name, *listed = [spell_out(part.strip()) for part in _BRACKETS.sub(" ", written).split(",")]
    owner = _POSSESSIVE.split(name, maxsplit=1)
    owners = (owner[0],) if len(owner) > 1 else ()
    if len(owner) > 1 and _only_place_words(owner[1]):
        return replace(read_wording(owner[0]), is_part=True)
    core, kind, held, is_part = _read_held(owner[-1])
    holders = tuple(part for part in (*held, *bracketed, *owners, *listed) if part)
    return Wording(core=core, kind=kind, whole=_strip_direction(owner[-1])[0], holders=holders, is_part=is_part)


def _read_held(name: str) -> tuple[str, str | None, tuple[str, ...], bool]:
    """Part "district of Zenda" into name and kind, "Zenda district of Ruritania" into name, kind and holder."""
    parts = _HOLDS.split(name)
    kind, is_part = None, False
    while len(parts) > 1 and _only_place_words(parts[0]):
        kind = kind or _kind_of(parts[0])
        is_part = is_part or kind is None
        parts = parts[1:]
    core, own_kind, directed = _strip_words(parts[0])
    return core, own_kind or kind, tuple(parts[1:]), is_part or directed


def _strip_direction(name: str) -> tuple[str, bool]:
    """Take words such as "northern" off the front of a name, and tell whether there were any; in capitals they may belong to it."""
    words = name.split()
    directed = False
    while len(words) > 1 and _word_kind(words[0]) == "part" and (words[0][:1].islower() or words[0] == "The"):
        directed = directed or words[0].casefold() != "the"
        words.pop(0)
    return " ".join(words), directed


def _only_place_words(phrase: str) -> bool:
    words = fold_name(phrase).split()
    return bool(words) and all(word in place_words() for word in words)


def _kind_of(phrase: str) -> str | None:
    kinds = [place_words()[word] for word in fold_name(phrase).split()]
    return next((kind for kind in reversed(kinds) if kind != "part"), None)


def _strip_words(name: str) -> tuple[str, str | None, bool]:
    """Take the words for kind and direction off both ends of a name, never the whole name."""
    undirected, directed = _strip_direction(name)
    words = undirected.split()
    kind = None
    while len(words) > 1 and (found := _word_kind(words[-1])) not in (None, "part"):
        kind = kind or found
        words.pop()
    while len(words) > 1 and (found := _word_kind(words[0])) not in (None, "part") and kind in (None, found):
        kind = found
        words.pop(0)
    alone = _word_kind(words[0]) if len(words) == 1 else None
    return " ".join(words), kind or (alone if alone != "part" else None), directed


def _word_kind(word: str) -> str | None:
    if word.casefold().endswith(_HOLDING):
        return "part"
    return place_words().get(fold_name(word).replace(" ", "-")) or place_words().get(fold_name(word))


@cache
def place_words() -> dict[str, str]:
    """Return the kind of place that each word stands for; "part" for words that name only a part of a place."""
    table = files("ceasewatch.resolve").joinpath("lexicon", "place_words.csv").read_text(encoding="utf-8")
    return {word: row["kind"] for row in csv.DictReader(table.splitlines()) for word in row["words"].split("|")}
