"""Exchanges the names of a ceasefire's two sides in a text, and keeps account of where every letter went."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

import regex

from ceasewatch.errors import CeasefireInvalid
from ceasewatch.model.ceasefire import Ceasefire
from ceasewatch.model.report import Span


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
    """The names that stand for each other, both ways, and the ids of the parties that do.

    ``lone`` are names of a side's parties that have no counterpart on the other side, in lower case. They stand in the exchanged text as
    they did before, so they must mean the same party and the same side in both.
    """

    forms: Mapping[str, str]
    records: Mapping[str, str]
    lone: frozenset[str] = frozenset()

    def in_text(self, text: str) -> Exchanged:
        """Exchange every name: whole words only, the longest first, capital letters kept as they are."""
        pieces: list[str] = []
        before, after = [0], [0]
        length = end = count = 0
        for match in self._pattern().finditer(text):
            kept, name = text[end : match.start()], self._replace(match[0])
            pieces += [kept, name]
            before += [match.start(), match.end()]
            after += [length + len(kept), length + len(kept) + len(name)]
            length, end, count = after[-1], match.end(), count + 1
        return Exchanged(text="".join([*pieces, text[end:]]), count=count, before=tuple(before), after=tuple(after))

    def in_words(self, words: str) -> str:
        """Exchange every name in a few words."""
        return self.in_text(words).text

    def is_lone(self, words: str) -> bool:
        """Whether words name a party that has no counterpart, and nobody who has one."""
        named = any(regex.search(rf"(?<!\w){regex.escape(name)}(?!\w)", words.lower()) for name in self.lone)
        return named and self.in_text(words).count == 0

    def _pattern(self) -> regex.Pattern[str]:
        longest_first = sorted(self.forms, key=lambda form: (-len(form), form))
        names = "|".join(regex.escape(form, literal_spaces=True).replace(" ", r"\s+") for form in longest_first)
        return regex.compile(rf"(?<!\w)(?:{names})(?!\w)" if names else r"(?!)", regex.IGNORECASE)

    def _replace(self, found: str) -> str:
        plain = " ".join(found.split())
        form = next(form for form in self.forms if form.lower() == plain.lower())
        name = self.forms[form]
        if plain == form:
            return name
        if plain.isupper():
            return name.upper()
        return name.lower() if plain.islower() else name


def make_exchange(ceasefire: Ceasefire) -> Exchange:
    """Pair the names and the parties of a ceasefire's two sides.

    Two parties stand for each other when the name of one becomes the name of the other; so do the two sides themselves.

    Raises:
        CeasefireInvalid: the ceasefire does not say which names stand for each other.
    """
    lists = [[form for party in ceasefire.parties if party.party.side == side for form in party.swap] for side in ceasefire.sides]
    if not lists[0] or len(lists[0]) != len(lists[1]):
        raise CeasefireInvalid(f"{ceasefire.id}: the two sides have {len(lists[0])} and {len(lists[1])} names to exchange")
    forms = dict(zip(lists[0], lists[1], strict=True)) | dict(zip(lists[1], lists[0], strict=True))
    names = Exchange(forms=forms, records={})
    by_name = {party.party.name: party.party.id for party in ceasefire.parties}
    twins = {party_id: by_name.get(names.in_words(name), party_id) for name, party_id in by_name.items()}
    alone = [one for one in ceasefire.parties if one.party.side and twins[one.party.id] == one.party.id]
    called = [name for one in alone for name in (*one.names, *one.adjectives)]
    lone = frozenset(name.lower() for name in called if names.in_text(name).count == 0)
    return Exchange(forms=forms, records=twins, lone=lone)
