"""Exchanges the names of two sides in a text, and keeps account of where every letter went."""

import csv
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import regex

from ceasewatch.errors import CeasefireInvalid
from ceasewatch.model.ceasefire import Ceasefire
from ceasewatch.model.countries import countries, country_names
from ceasewatch.model.report import Span

_NAMES = Path(__file__).with_name("swap_names.csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """A text with the names exchanged. ``places`` are the stretches that were replaced: their ends ahead of it and after it."""

    text: str
    count: int
    before: tuple[int, ...]
    after: tuple[int, ...]

    def move(self, offset: int) -> int:
        """Where an offset of the original text went. Inside a replaced name, it goes as far in, and no farther than the name's end."""
        index = bisect_right(self.before, offset) - 1
        shifted = self.after[index] + offset - self.before[index]
        return min(shifted, self.after[index + 1]) if index + 1 < len(self.after) else shifted

    def move_span(self, span: Span) -> Span:
        """Where a stretch of the original text went."""
        start = self.move(span.start)
        return Span(report_id=span.report_id, start=start, end=max(self.move(span.end), start + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """The names that stand for each other, both ways and in every spelling, and the ids of the parties that do.

    ``lone`` are names of a side's parties that have no counterpart on the other side, such as a leader's, in lower case. They stand in the
    exchanged text as they did before, so they must mean the same party and the same side in both. ``are_places_compared`` is false where
    countries are exchanged in texts about any place: a town is then looked for in the other country, where it is not.
    """

    forms: Mapping[str, str]
    records: Mapping[str, str]
    lone: frozenset[str] = frozenset()
    are_places_compared: bool = True

    def in_text(self, text: str) -> Exchanged:
        """Exchange every name: whole words only, the longest first, written with capitals or without as the text has it."""
        pieces: list[str] = []
        before, after = [0], [0]
        length = end = count = 0
        for match in _compile_names(frozenset(self.forms)).finditer(text):
            kept, name = text[end : match.start()], _space_alike(self.forms[" ".join(match[0].split())], match[0])
            pieces += [kept, name]
            before += [match.start(), match.end()]
            after += [length + len(kept), length + len(kept) + len(name)]
            length, end, count = after[-1], match.end(), count + 1
        return Exchanged(text="".join([*pieces, text[end:]]), count=count, before=tuple(before), after=tuple(after))

    def in_words(self, words: str) -> str:
        """Exchange every name in a few words."""
        return self.in_text(words).text

    def in_record(self, name: str) -> str:
        """Exchange a record's name; a country goes by the first of its names, whichever of them the text has."""
        exchanged = self.in_words(name)
        codes = country_names().get(exchanged, ())
        return next((country.name for country in countries() if codes == (country.code,)), exchanged)

    def is_lone(self, words: str) -> bool:
        """Whether words name a party that has no counterpart, and nobody who has one."""
        named = any(regex.search(rf"(?<!\w){regex.escape(name)}(?!\w)", words.lower()) for name in self.lone)
        return named and self.in_text(words).count == 0


@lru_cache(maxsize=16)
def _compile_names(names: frozenset[str]) -> regex.Pattern[str]:
    """A pattern for whole names, the longest first."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    either = "|".join(regex.escape(name, literal_spaces=True).replace(" ", r"\s+") for name in longest_first)
    return regex.compile(rf"(?<!\w)(?:{either})(?!\w)" if names else r"(?!)")


def _spell(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Both ways, as listed, without hyphens, and with the first letter large, every first letter, all letters, or none.

    Short forms in capitals are written in no other way: "US" is not "us".
    """
    forms: dict[str, str] = {}
    listed = [pair for name, other in pairs for pair in ((name, other), (other, name))]
    for spell in (str, _leave_hyphens, _begin_large, str.title, str.upper, str.lower):
        for name, other in listed:
            if spell is str or not name.isupper():
                forms.setdefault(spell(name), other if other.isupper() else spell(other))
    return forms


def _space_alike(name: str, found: str) -> str:
    """Break a name over two lines where the one that it replaces was broken."""
    spaces = iter(regex.findall(r"\s+", found))
    return "".join(next(spaces, " ") if letter == " " else letter for letter in name)


def _leave_hyphens(name: str) -> str:
    return name.replace("-", " ")


def _begin_large(name: str) -> str:
    return name[:1].upper() + name[1:]


def read_names(corpus: str) -> Exchange:
    """The exchange of the names that stand for each other in a corpus, from ``swap_names.csv``."""
    with _NAMES.open(encoding="utf-8", newline="") as table:
        return pair_names((row["name"], row["other"]) for row in csv.DictReader(table) if row["corpus"] == corpus)


def pair_names(pairs: Iterable[tuple[str, str]]) -> Exchange:
    """The exchange of names alone, where no ceasefire says which parties they belong to."""
    forms = _spell(pairs)
    return Exchange(forms=forms, records={}, lone=_find_other_names(forms), are_places_compared=False)


def _find_other_names(forms: Mapping[str, str]) -> frozenset[str]:
    """What else the countries are called whose names are exchanged: "US" stays where "America" becomes another country."""
    called = [(country.name, *country.aliases, *country.demonyms, country.capital) for country in countries()]
    return frozenset(name.lower() for names in called if forms.keys() & set(names) for name in names if name and name not in forms)


def make_exchange(ceasefire: Ceasefire) -> Exchange:
    """Pair the names and the parties of a ceasefire's two sides.

    Two parties stand for each other when the name of one becomes the name of the other; so do the two sides themselves.

    Raises:
        CeasefireInvalid: the ceasefire does not say which names stand for each other.
    """
    lists = [[form for party in ceasefire.parties if party.party.side == side for form in party.swap] for side in ceasefire.sides]
    if not lists[0] or len(lists[0]) != len(lists[1]):
        raise CeasefireInvalid(f"{ceasefire.id}: the two sides have {len(lists[0])} and {len(lists[1])} names to exchange")
    names = pair_names(zip(lists[0], lists[1], strict=True))
    by_name = {party.party.name: party.party.id for party in ceasefire.parties}
    twins = {party_id: by_name.get(names.in_words(name), party_id) for name, party_id in by_name.items()}
    return Exchange(forms=names.forms, records=twins, lone=_find_lone(ceasefire, names))


def _find_lone(ceasefire: Ceasefire, names: Exchange) -> frozenset[str]:
    """The names of one side's parties that hold no name to exchange; what both sides' parties are called tells no side."""
    called = [
        {name.lower() for one in ceasefire.parties if one.party.side == side for name in (*one.names, *one.adjectives)}
        for side in ceasefire.sides
    ]
    return frozenset(name for name in called[0] ^ called[1] if names.in_text(name).count == 0)
