"""What PolNeAR annotates: who (source) is said, by which words (cue), to say or think what (content).

The corpus marks every word of an article at most once: what is said inside somebody's content is not marked again. Offsets count code
points of the article's text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

Piece = tuple[int, int]
Words = frozenset[int]
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One act of saying or thinking; each part may be in several pieces, and source and cue may be lacking."""

    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]

    def part(self, name: str) -> tuple[Piece, ...]:
        """The pieces of the part of that name."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]


@dataclass(frozen=True, kw_only=True)
class Article:
    """One article with what its annotators marked and what we give."""

    name: str
    text: str
    gold: tuple[Said, ...]
    given: tuple[Said, ...]

    @cached_property
    def _borders(self) -> tuple[list[int], list[int]]:
        """Where the words begin and where they end."""
        words = [match.span() for match in _WORD.finditer(self.text)]
        return [start for start, _ in words], [end for _, end in words]

    @property
    def length(self) -> int:
        """How many words the text has."""
        return len(self._borders[0])

    def words(self, pieces: Iterable[Piece]) -> Words:
        """The numbers of the words that some pieces touch: punctuation and blanks count for nothing."""
        starts, ends = self._borders
        return frozenset(number for first, last in pieces for number in range(bisect_right(ends, first), bisect_left(starts, last)))

    def quote(self, said: Said) -> str:
        """One act of saying, readable."""
        source, cue, content = (self._cut(pieces) for pieces in (said.source, said.cue, said.content))
        return f"[{source or '-'}] [{cue or '-'}] [{content}]"

    def _cut(self, pieces: Sequence[Piece]) -> str:
        return " ... ".join(" ".join(self.text[start:end].split()) for start, end in pieces)
