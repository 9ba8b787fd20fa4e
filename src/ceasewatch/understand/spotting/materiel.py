"""The things that a sentence names: weapons, mines, ammunition, aircraft, vehicles, cargo, positions, documents.

Models are recognised by a list of equipment found in wars all over the world and by their shape ("PMN-E", "BM-21"). The number comes from
the words in front; a thing without a number has no count, which is not a count of one, let alone of zero.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ceasewatch.model.values import Count, Thing
from ceasewatch.understand.numbers import Quantity, find_quantities
from ceasewatch.understand.spotting.lexemes import Lexemes, read_lexemes
from ceasewatch.understand.spotting.makers import read_making
from ceasewatch.understand.spotting.materiel_phrases import Piece, is_loose, may_begin, read_piece
from ceasewatch.understand.spotting.wordlists import read_contexts


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterielFound:
    """A thing named in a sentence: ``text[start:end]`` is ``thing.name``, as written, without its number.

    ``family`` is one of weapon, mine, explosive, aircraft, vehicle, cargo, position, document.
    """

    start: int
    end: int
    thing: Thing
    family: str


@lru_cache(maxsize=256)
def find_materiel(text: str) -> tuple[MaterielFound, ...]:
    """Return the things that a sentence names, from left to right, none overlapping another.

    Raises:
        TimeoutError: the search for numbers in the text ran longer than its limit.
    """
    lexemes = read_lexemes(text)
    pieces = list(_each_piece(lexemes))
    quantities = find_quantities(text) if pieces else ()
    return tuple(_make_found(text, lexemes, piece, quantities) for piece in pieces)


def _each_piece(lexemes: Lexemes) -> Iterator[Piece]:
    index = 0
    while index < len(lexemes):
        piece = read_piece(lexemes, index) if may_begin(lexemes, index) else None
        if piece:
            yield piece
        index = piece.stop if piece else index + 1


def _make_found(text: str, lexemes: Lexemes, piece: Piece, quantities: tuple[Quantity, ...]) -> MaterielFound:
    start, end = lexemes[piece.first].start, lexemes[piece.stop - 1].end
    making = read_making(lexemes, piece.first, piece.stop)
    is_means = piece.stop < len(lexemes) and lexemes[piece.stop].low in read_contexts("materiel_contexts.csv")["means_of"]
    count = None if is_means else _find_count(lexemes, piece.first, quantities)
    thing = Thing(name=text[start:end], count=count, made_where=making.where, made_when=making.when)
    return MaterielFound(start=start, end=end, thing=thing, family=piece.family)


def _find_count(lexemes: Lexemes, first: int, quantities: tuple[Quantity, ...]) -> Count | None:
    """Return the number that ends right before the thing, over "units of" and the like."""
    begin = first
    fillers = read_contexts("materiel_contexts.csv")["count_filler"]
    while begin > 0 and (lexemes[begin - 1].low in fillers or is_loose(lexemes[begin - 1].low)):
        begin -= 1
    starts = {lexemes[index].start for index in range(begin, first + 1)}
    ends = {lexemes[index - 1].end for index in range(begin, first + 1) if index > 0}
    for quantity in quantities:
        is_article = quantity.words.lower() in ("a", "an", "another")
        if not is_article and (quantity.end in ends or quantity.end + 1 in starts) and quantity.start < lexemes[first].start:
            return Count(low=quantity.low, high=quantity.high, words=quantity.words)
    return None
