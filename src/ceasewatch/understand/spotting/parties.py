"""The actors that a sentence names: states, ministries, forces, missions, media, people.

Nothing here knows a conflict. Names are recognised by capital letters, by the nouns that stand for actors ("ministry", "rebels") and by
the table of countries, so a report about any ceasefire is read in the same way.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from ceasewatch.model.countries import countries
from ceasewatch.understand.spotting.lexemes import Lexemes, is_acronym, is_shouted, low_at, names_people, read_lexemes, tag_at
from ceasewatch.understand.spotting.party_contexts import follows_place_word, swallow_name
from ceasewatch.understand.spotting.party_kinds import choose_kind
from ceasewatch.understand.spotting.party_phrases import Phrase, chunk_stop, read_head_phrase
from ceasewatch.understand.spotting.wordlists import read_contexts, read_words

_SPEECH = frozenset({"said", "says", "told", "added", "according", "by"})
_AUXILIARIES = frozenset({"has", "have", "had", "will", "would", "also", "later", "earlier", "then", "is", "was"})
_LONGEST_NAME = 4
_MOST_SHARES = 4
_NOT_NAME_ENDS = ("ing", "ly", "ed")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFound:
    """An actor named in a sentence: ``text[start:end]`` is ``name``, as written, without a leading article.

    ``kind`` is one of state, ministry, force, armed_group, mission, media, person, people, civilians, document, relative ("the opposing
    side"), organisation, unclear. ``head`` is the noun that makes it an actor ("troops"), in small letters; ``None`` for a bare name.
    ``demonym`` is the first country or demonym in it, as written.
    """

    start: int
    end: int
    name: str
    kind: str
    head: str | None
    demonym: str | None


@lru_cache(maxsize=256)
def find_parties(text: str) -> tuple[PartyFound, ...]:
    """Return the actors that a sentence names, from left to right, none overlapping another."""
    lexemes = read_lexemes(text)
    shouted = is_shouted(text)
    found: list[PartyFound] = []
    index = 0
    while index < len(lexemes):
        phrase = _read_relative(lexemes, index) or _read_phrase(lexemes, index, shouted)
        if phrase and phrase.kind:
            found.append(_make_found(text, lexemes, phrase))
        index = max(phrase.stop, index + 1) if phrase else index + 1
    return tuple(found)


def _make_found(text: str, lexemes: Lexemes, phrase: Phrase) -> PartyFound:
    start, end = lexemes[phrase.first].start, lexemes[phrase.stop - 1].end
    demonym = next((lexeme.demonym for lexeme in lexemes[phrase.first : phrase.stop] if lexeme.demonym), None)
    return PartyFound(start=start, end=end, name=text[start:end], kind=phrase.kind, head=phrase.head, demonym=demonym)


def _read_relative(lexemes: Lexemes, index: int) -> Phrase | None:
    """Read "both sides", "the other party"; not "both sides of the road"."""
    contexts = read_contexts("party_contexts.csv")
    if lexemes[index].low not in contexts["relative_opener"] or index + 1 >= len(lexemes):
        return None
    noun = lexemes[index + 1].low
    if noun not in contexts["relative_noun"]:
        return None
    is_edge = low_at(lexemes, index + 2) == "of" and not read_head_phrase(lexemes, min(index + 4, len(lexemes) - 1))
    return Phrase(first=index, stop=index + 2, kind="" if is_edge else "relative", head=noun)


def _read_phrase(lexemes: Lexemes, index: int, shouted: bool) -> Phrase | None:
    """Read the actor that begins at ``index``; a phrase without a kind is a name that is no actor, to be passed over."""
    if lexemes[index].tag not in "CMKXAHB":
        return None
    return read_head_phrase(lexemes, index) or _read_people(lexemes, index) or _read_bare(lexemes, index, shouted)


def _read_people(lexemes: Lexemes, index: int, shares: int = _MOST_SHARES) -> Phrase | None:
    """Read "ethnic Ruritanians", and the first half of "Ruritanian and Freedonian soldiers"."""
    if lexemes[index].tag == "M" and not names_people(lexemes[index]) and _does_act(lexemes, index + 1):
        return Phrase(first=index, stop=index + 1, kind="state")
    stop = chunk_stop(lexemes, index)
    last = lexemes[stop - 1]
    if last.tag != "M" or any(lexeme.tag in "CKXH" for lexeme in lexemes[index : stop - 1]):
        return None
    if names_people(last):
        return Phrase(first=index, stop=stop, kind=choose_kind("people", lexemes[index:stop]))
    if low_at(lexemes, stop) in ("and", "or", ",") and tag_at(lexemes, stop + 1) == "M":
        shared = read_head_phrase(lexemes, stop + 1) or (_read_people(lexemes, stop + 1, shares - 1) if shares else None)
        return Phrase(first=index, stop=stop, kind=shared.kind, head=shared.head) if shared and shared.head else None
    return None


def _does_act(lexemes: Lexemes, index: int) -> bool:
    """Whether an act or a weapon follows a demonym and so makes it an actor: "Ruritanian shelling", "a Ruritanian drone strike"."""
    acts = read_contexts("party_contexts.csv")["acts"]
    for position in range(index, min(index + _MOST_SHARES, len(lexemes))):
        if lexemes[position].low in acts:
            return True
        if lexemes[position].tag not in "ABL" or lexemes[position].low.endswith(_NOT_NAME_ENDS):
            return False
    return False


def _read_bare(lexemes: Lexemes, index: int, shouted: bool) -> Phrase | None:
    lexeme = lexemes[index]
    if lexeme.tag == "K":
        return Phrase(first=index, stop=index + 1, kind=lexeme.kind)
    if lexeme.tag == "C":
        return Phrase(first=index, stop=index + 1, kind="state" if _is_acting_country(lexemes, index) else "")
    if lexeme.tag == "X":
        stop = swallow_name(lexemes, index)
        return Phrase(first=index, stop=stop, kind="" if shouted else _kind_of_name(lexemes, index, stop))
    return None


def _is_acting_country(lexemes: Lexemes, index: int) -> bool:
    others = read_contexts("party_contexts.csv")["not_a_name"]
    if low_at(lexemes, index - 1).endswith("ern") or low_at(lexemes, index + 1) in others or tag_at(lexemes, index + 1) in ("X", "M"):
        return False
    if (
        tag_at(lexemes, index + 1) == "P"
        and tag_at(lexemes, index + 2) in ("L", "A", "B")
        and low_at(lexemes, index - 1) in ("on", "at", "of")
    ):
        return low_at(lexemes, index + 2) not in others
    return not follows_place_word(lexemes, index)


def _kind_of_name(lexemes: Lexemes, index: int, stop: int) -> str:
    """Return the kind of a run of capitalised words without a noun for an actor; empty where it is likely no actor."""
    run = lexemes[index:stop]
    others = read_contexts("party_contexts.csv")["not_a_name"]
    if any(lexeme.low in others for lexeme in run) or low_at(lexemes, stop) in others or _is_dateline(lexemes, stop):
        return ""
    if len(run) == 1:
        return _kind_of_word(lexemes, index)
    is_object = low_at(lexemes, index - 1) in read_contexts("place_contexts.csv")["verb_object"]
    if len(run) > _LONGEST_NAME or is_object or follows_place_word(lexemes, index):
        return ""
    if _acts(lexemes, index, stop) or not (run[0].initial and run[0].low.endswith(_NOT_NAME_ENDS)):
        return "person"
    return ""


def _is_dateline(lexemes: Lexemes, stop: int) -> bool:
    return all(lexeme.text.isupper() for lexeme in lexemes[:stop]) and low_at(lexemes, stop) in ("(", ",", "-", "—", "–", ":")


def _kind_of_word(lexemes: Lexemes, index: int) -> str:
    lexeme = lexemes[index]
    if lexeme.low in _capitals():
        return "state" if _acts(lexemes, index, index + 1) and not follows_place_word(lexemes, index) else ""
    if is_acronym(lexeme) and lexeme.low not in read_words("not_parties.txt") and not follows_place_word(lexemes, index):
        return "organisation"
    if "." in lexeme.text[1:-1]:
        return "media"
    if not _acts(lexemes, index, index + 1) or follows_place_word(lexemes, index):
        return ""
    return "" if lexeme.initial and lexeme.low.endswith(_NOT_NAME_ENDS) else "unclear"


def _acts(lexemes: Lexemes, index: int, stop: int) -> bool:
    """Whether a verb of saying or doing makes the name an actor: "Smith said", "according to Smith", "said Smith"."""
    verbs = read_words("actor_verbs.txt")
    after = stop + 1 if low_at(lexemes, stop) in _AUXILIARIES else stop
    if low_at(lexemes, after) in verbs:
        return True
    before = low_at(lexemes, index - 1)
    return before in _SPEECH or (before == "to" and low_at(lexemes, index - 2) == "according")


@cache
def _capitals() -> frozenset[str]:
    return frozenset(country.capital.lower() for country in countries() if country.capital)
