"""The places that a sentence uses as places, as written, each with the word that relates the event to it.

A name is a place where a word such as "near" or "in" stands before it, or a noun such as "road" or "village" beside it. Actors are none:
"Ruritania rejected it" names no place. Which place on the map is meant is decided elsewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ceasewatch.model.values import Where
from ceasewatch.understand.spotting.lexemes import Lexemes, is_acronym, is_shouted, low_at, read_lexemes, tag_at
from ceasewatch.understand.spotting.parties import PartyFound, find_parties
from ceasewatch.understand.spotting.place_phrases import (
    is_feature,
    is_in,
    name_stop,
    read_feature_first,
    read_feature_of,
    read_line,
    read_named_feature,
    read_part,
)
from ceasewatch.understand.spotting.place_relations import allows_bare_name, find_relation

_PEOPLE = ("civilians", "people")
_DASHES = ("-", "–", "—")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFound:
    """A place named in a sentence: ``text[start:end]`` is ``where.name``."""

    start: int
    end: int
    where: Where


@dataclass(frozen=True, slots=True)
class _Place:
    """The lexemes ``[first, stop)`` of a place, its relation, and whether it may lie inside the name of an actor."""

    first: int
    stop: int
    relation: str | None
    may_overlap: bool = False


@lru_cache(maxsize=256)
def find_places(text: str) -> tuple[PlaceFound, ...]:
    """Return the places that a sentence names, from left to right, none overlapping another."""
    return tuple(
        PlaceFound(start=start, end=end, where=Where(name=text[start:end], relation=place.relation))
        for place, start, end in _each_place(text, read_lexemes(text), find_parties(text))
    )


def _each_place(text: str, lexemes: Lexemes, parties: tuple[PartyFound, ...]) -> Iterator[tuple[_Place, int, int]]:
    index, last = 0, None
    shouted = is_shouted(text)
    while index < len(lexemes):
        place = None if shouted else _read_place(lexemes, index, last, parties)
        if place is None:
            index += 1
            continue
        start, end = lexemes[place.first].start, lexemes[place.stop - 1].end
        if place.may_overlap or not _is_actor(parties, start, end):
            yield place, start, end
            last = place
        index = place.stop


def _is_actor(parties: tuple[PartyFound, ...], start: int, end: int) -> bool:
    """Whether the words belong to an actor's name; the village in "residents of the village" is a place all the same."""
    over = [party for party in parties if party.start < end and start < party.end and not _is_part(party, start, end)]
    return any(party.kind not in _PEOPLE or party.head is None or party.start >= start for party in over)


def _is_part(party: PartyFound, start: int, end: int) -> bool:
    """Whether the actor is only a part of the place: the states in "the border between them"."""
    return start <= party.start and party.end <= end and end - start > party.end - party.start


def _read_place(lexemes: Lexemes, index: int, last: _Place | None, parties: tuple[PartyFound, ...]) -> _Place | None:
    word = lexemes[index]
    if word.tag in "DPSQF" and not is_in("feature_first", word.low):
        return None
    return (
        _read_feature(lexemes, index)
        or _read_owned(lexemes, index, parties)
        or _read_unnamed(lexemes, index)
        or _read_name(lexemes, index, last)
    )


def _read_feature(lexemes: Lexemes, index: int) -> _Place | None:
    """Read a name with a feature noun, wherever it stands; with a demonym for a name, only after a relation."""
    begin = index
    while is_in("direction", low_at(lexemes, begin)) and not lexemes[begin].capital:
        begin += 1
    if begin >= len(lexemes):
        return None
    part = read_part(lexemes, begin)
    stop = part or read_feature_first(lexemes, begin) or read_feature_of(lexemes, begin) or read_named_feature(lexemes, begin)
    if stop is None:
        return None
    relation = find_relation(lexemes, index)
    needs_relation = part is not None or lexemes[begin].tag == "M" or (lexemes[begin].initial and tag_at(lexemes, begin) == "A")
    if relation is None and needs_relation and not is_in("crossing_verb", low_at(lexemes, index - 1 - (tag_at(lexemes, index - 1) == "D"))):
        return None
    if relation and _tells_making(lexemes, relation[1]):
        return None
    return _Place(index, stop, relation[0] if relation else None)


def _read_owned(lexemes: Lexemes, index: int, parties: tuple[PartyFound, ...]) -> _Place | None:
    """Read "the post of the peacekeepers" after a relation."""
    if not is_in("owned", lexemes[index].low) or low_at(lexemes, index + 1) != "of":
        return None
    begin = index + 2 + (tag_at(lexemes, index + 2) == "D")
    relation = find_relation(lexemes, index)
    owner = next((party for party in parties if begin < len(lexemes) and party.start == lexemes[begin].start), None)
    if relation is None or owner is None:
        return None
    stop = next(number for number in range(begin, len(lexemes) + 1) if number == len(lexemes) or lexemes[number].start >= owner.end)
    return _Place(index, stop, relation[0], may_overlap=True)


def _read_unnamed(lexemes: Lexemes, index: int) -> _Place | None:
    stop = read_line(lexemes, index)
    relation = find_relation(lexemes, index) if stop else None
    return _Place(index, stop, relation[0]) if stop and relation else None


def _read_name(lexemes: Lexemes, index: int, last: _Place | None) -> _Place | None:
    """Read a bare name after a relation, in a list of places, after "captured", or as a dateline."""
    begin = index
    while is_in("direction", low_at(lexemes, begin)) and not lexemes[begin].capital:
        begin += 1
    stop = name_stop(lexemes, begin)
    if stop == begin:
        return None
    if index == 0 and _is_dateline(lexemes, stop):
        return _Place(index, stop, None)
    if not _is_place_name(lexemes, begin, stop):
        return None
    relation = _relation_of_name(lexemes, index, stop, last)
    return None if relation is None else _Place(index, stop, relation or None)


def _is_dateline(lexemes: Lexemes, stop: int) -> bool:
    """Whether the report begins with the name of where it was written: "STRELSAU (EW)", "STRELSAU, Ode.", "Strelsau — Shells fell"."""
    if all(lexeme.text.isupper() for lexeme in lexemes[:stop]):
        return low_at(lexemes, stop) in ("(", ",", ":", *_DASHES)
    dash = stop + (low_at(lexemes, stop) == low_at(lexemes, stop + 1) == "-")
    if low_at(lexemes, dash) not in _DASHES or dash + 1 >= len(lexemes):
        return False
    return lexemes[dash + 1].capital and lexemes[dash].start > lexemes[stop - 1].end


def _is_place_name(lexemes: Lexemes, begin: int, stop: int) -> bool:
    if any(is_in("not_a_place", lexeme.low) for lexeme in lexemes[begin:stop]):
        return False
    if stop - begin == 1 and is_acronym(lexemes[begin]):
        return False
    following = low_at(lexemes, stop)
    return not (tag_at(lexemes, stop) in ("P", "M", "K") or is_in("not_a_place", following) or is_in("modified", following))


def _relation_of_name(lexemes: Lexemes, index: int, stop: int, last: _Place | None) -> str | None:
    """Return the relation of a bare name, empty where it is a place without one, ``None`` where it is no place."""
    listed = _relation_in_list(lexemes, index, stop, last)
    if listed is not None:
        return listed
    relation = find_relation(lexemes, index)
    if relation and _tells_making(lexemes, relation[1]):
        return None
    if relation:
        fits_article = low_at(lexemes, index - 1) != "the" or tag_at(lexemes, stop) in ("", "F", "S", "D", "Q")
        return relation[0] if allows_bare_name(lexemes, *relation) and fits_article else None
    before = low_at(lexemes, index - 1)
    if before == "of" and is_in("event_of", low_at(lexemes, index - 2)):
        return ""
    is_object = is_in("verb_object", before) and lexemes[index].tag != "C" and not is_feature(low_at(lexemes, stop))
    return "" if is_object and tag_at(lexemes, stop) in ("", "F", "S", "D") else None


def _tells_making(lexemes: Lexemes, relation_at: int) -> bool:
    """Whether the place is where something was made, not where something happened: "mines produced in"."""
    return is_in("making", low_at(lexemes, relation_at - 1))


def _relation_in_list(lexemes: Lexemes, index: int, stop: int, last: _Place | None) -> str | None:
    """Return the relation that a place shares with the one before it: "in Zenda and Hentzau", "in Strelsau, Ruritania"."""
    joint = index - 1 - (tag_at(lexemes, index - 1) == "D")
    if last is None or low_at(lexemes, joint) not in ("and", "or", ",") or last.stop not in (joint, joint - 1):
        return None
    if low_at(lexemes, joint) == "," and last.stop == joint:
        continues = low_at(lexemes, stop) in (",", "and", ".", ";", ")", "")
        return (last.relation or "") if continues or lexemes[index].tag == "C" else None
    return last.relation or ""
