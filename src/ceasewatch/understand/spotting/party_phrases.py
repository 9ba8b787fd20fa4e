"""The noun phrase around a noun for an actor: what stands before it, and what follows with "of"."""

from dataclasses import dataclass, replace
from functools import cache

from ceasewatch.understand.spotting.lexemes import Lexeme, Lexemes, low_at, names_people, tag_at
from ceasewatch.understand.spotting.party_contexts import follows_place_word, swallow_name
from ceasewatch.understand.spotting.party_kinds import Sense, choose_kind, has_support, head_senses
from ceasewatch.understand.spotting.wordlists import read_contexts, read_table, split_cell

_LONGEST_CHUNK = 14
_MOST_LINKS = 4
_PERSON_USES = ("person", "rank")
_NO_OF = ("document", "media", "unclear", "relative")
_PLACE_OWNERS = ("civilians", "people", "person", "ministry", "organisation", "state", "force", "armed_group")
_LINKS = {"of": (*_PLACE_OWNERS, "mission"), "to": ("person",), "in": ("unclear",), "within": ("unclear",), "for": ("person",)}
_BAD_FIRST = ("ing", "ly", "ed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """The lexemes ``[first, stop)`` that name an actor, with its kind and its noun, if it has one."""

    first: int
    stop: int
    kind: str
    head: str | None = None
    use: str = "any"
    inherits: bool = False


def read_head_phrase(lexemes: Lexemes, first: int, links: int = _MOST_LINKS) -> Phrase | None:
    """Read a phrase with a noun for an actor that begins at ``first``: "Ruritanian border guards", "the command of the mission"."""
    base = _read_base(lexemes, first, links)
    return _extend(lexemes, base, links) if base else None


def chunk_stop(lexemes: Lexemes, first: int) -> int:
    """Return where the run of words that can belong to one noun phrase ends."""
    stop = first + 1
    last = min(len(lexemes), first + _LONGEST_CHUNK)
    while stop < last and _continues(lexemes, stop):
        stop += 1
    return stop


def _continues(lexemes: Lexemes, index: int) -> bool:
    """Whether the word at ``index`` can belong to the noun phrase of the word before it."""
    this, before = lexemes[index], lexemes[index - 1]
    if this.tag == "P":
        return tag_at(lexemes, index + 1) in tuple("CMKXAHB")
    if this.tag not in "CMKXAHB" or (this.initial and before.tag != "P"):
        return False
    if before.tag == "H":
        return this.tag in "HB" or (before.capital and this.tag in "KX")
    if this.tag == "C":
        return before.tag in "PABK"
    return not (before.tag == "C" and this.tag == "M")


def _read_base(lexemes: Lexemes, first: int, links: int) -> Phrase | None:
    if lexemes[first].tag not in "CMKXAHB" or _cannot_begin(lexemes, first):
        return None
    stop = chunk_stop(lexemes, first)
    for index in range(stop - 1, first - 1, -1):
        if lexemes[index].tag != "H" or (lexemes[index].initial and index > first):
            continue
        sense = _choose_sense(lexemes, first, index, links)
        if sense:
            kind = choose_kind(sense.kind, lexemes[first:index])
            inherits = sense.inherits and kind == sense.kind
            return Phrase(first=first, stop=index + 1, kind=kind, head=_head_word(lexemes[index]), use=sense.use, inherits=inherits)
    return None


def _cannot_begin(lexemes: Lexemes, first: int) -> bool:
    """Whether the first word only looks like part of the phrase: "Shelling soldiers", "In Strelsau police said"."""
    word = lexemes[first]
    if word.tag == "X" and word.initial and word.low.endswith(_BAD_FIRST) and tag_at(lexemes, first + 1) != "X":
        return True
    bare_place = word.tag in "CX" and tag_at(lexemes, first - 1) == "F" and follows_place_word(lexemes, first)
    return bare_place and tag_at(lexemes, first + 1) in ("H", "A", "B") and not lexemes[first + 1].capital


def _head_word(lexeme: Lexeme) -> str:
    return lexeme.low if lexeme.low in head_senses() else lexeme.low.rpartition("-")[2]


def _choose_sense(lexemes: Lexemes, first: int, index: int, links: int) -> Sense | None:
    senses = head_senses()[_head_word(lexemes[index])]
    return next((sense for sense in senses if _holds(lexemes, first, index, sense.use, links)), None)


def _holds(lexemes: Lexemes, first: int, index: int, use: str, links: int) -> bool:
    if _is_adjective(lexemes, first, index):
        return False
    if use == "any":
        return True
    if use == "media":
        return _is_medium(lexemes, first, index)
    if use == "capital":
        return lexemes[index].capital and (not lexemes[index].initial or index > first)
    if use == "lead":
        return index == first and (lexemes[index].initial or low_at(lexemes, first - 1) in ("to", "in", "by", "citing"))
    if use == "definite" and index == first and lexemes[index].capital is False and _is_definite(lexemes, first):
        return True
    if use == "person" and (tag_at(lexemes, first - 1) == "D" or lexemes[index].capital):
        return True
    if use in _PERSON_USES and _name_follows(lexemes, index + 1):
        return True
    return has_support(lexemes[first:index]) or _is_supported_after(lexemes, first, index, links)


def _is_supported_after(lexemes: Lexemes, first: int, index: int, links: int) -> bool:
    """Whether "of" and an actor follow ("units of the army"), not a number of things ("350 units of PMN-E mines")."""
    inner = _read_link(lexemes, index + 1, "people", links)
    return inner is not None and not (
        inner.kind == "place" and (tag_at(lexemes, first - 1) == "Q" or not lexemes[inner.first].text.isalpha())
    )


def _is_medium(lexemes: Lexemes, first: int, index: int) -> bool:
    """Whether "reports", "agency", "channel" are of the media ("local reports", "a Ruritanian agency"), not "police reports"."""
    of_media = read_contexts("party_contexts.csv")["of_media"]
    return any(lexeme.tag in "CMKX" or lexeme.low in of_media for lexeme in lexemes[first:index])


def _is_adjective(lexemes: Lexemes, first: int, index: int) -> bool:
    """Whether the noun only describes what follows ("military supplies"), or is a verb ("which monitors the truce")."""
    if index == first and low_at(lexemes, first - 1) in ("which", "who"):
        return True
    word, following, contexts = lexemes[index].low, low_at(lexemes, index + 1), read_contexts("party_contexts.csv")
    run = lexemes[index + 1 : swallow_name(lexemes, index + 1)] if lexemes[index].capital else ()
    if any(lexeme.low in contexts["not_a_name"] for lexeme in run):
        return True
    if word not in contexts["adjectival"]:
        return False
    describes_thing = tag_at(lexemes, index + 1) in ("A", "B") and low_at(lexemes, index + 2) in _thing_words()
    return following in contexts["after_adjectival"] or following in _thing_words() or describes_thing


@cache
def _thing_words() -> frozenset[str]:
    return frozenset(word for row in read_table("materiel_nouns.csv") for word in split_cell(row["words"]))


def _is_definite(lexemes: Lexemes, first: int) -> bool:
    """Whether "the", "this" or "its" stands before it, and not "in the statement", "on the mission"."""
    before = low_at(lexemes, first - 2)
    contexts = read_contexts("party_contexts.csv")
    is_circumstance = before in contexts["place_word"] | {"under", "during"} and low_at(lexemes, first - 3) != "according"
    return low_at(lexemes, first - 1) in ("the", "this", "its", "their", "his") and not is_circumstance


def _name_follows(lexemes: Lexemes, index: int) -> bool:
    closes_quote = low_at(lexemes, index) in ('"', "”")
    return tag_at(lexemes, index + closes_quote) == "X" and not (closes_quote and lexemes[index + 1].initial)


def _extend(lexemes: Lexemes, phrase: Phrase, links: int) -> Phrase:
    phrase = _add_purpose(lexemes, _add_name(lexemes, phrase))
    for left in range(links, 0, -1):
        inner = _read_link(lexemes, phrase.stop, phrase.kind, left)
        if inner is None:
            break
        kind = inner.kind if phrase.inherits and inner.kind not in ("place", "person") else phrase.kind
        phrase = replace(phrase, stop=inner.stop, kind=kind, inherits=phrase.inherits and inner.inherits)
    return _add_name(lexemes, phrase)


def _add_name(lexemes: Lexemes, phrase: Phrase) -> Phrase:
    if phrase.use not in _PERSON_USES or not _name_follows(lexemes, phrase.stop):
        return phrase
    begin = phrase.stop + (lexemes[phrase.stop].tag == "S")
    opens_quote = begin > phrase.stop and low_at(lexemes, phrase.first - 1) in ('"', "“")
    return replace(phrase, first=phrase.first - opens_quote, stop=swallow_name(lexemes, begin))


def _add_purpose(lexemes: Lexemes, phrase: Phrase) -> Phrase:
    """Add what an organisation's name goes on with: "Observatory for Human Rights"."""
    if (
        not lexemes[phrase.stop - 1].capital
        or phrase.kind in ("person", "state")
        or low_at(lexemes, phrase.stop) not in ("for", "on", "against")
    ):
        return phrase
    stop = _proper_stop(lexemes, phrase.stop + 1)
    return replace(phrase, stop=stop) if stop > phrase.stop + 1 else phrase


def _proper_stop(lexemes: Lexemes, index: int) -> int:
    """Return where a run of capitalised words ends that may hold an "and": "Human Rights and Democracy"."""
    while _is_proper(lexemes, index) or (
        low_at(lexemes, index) == "and" and _is_proper(lexemes, index + 1) and _is_proper(lexemes, index - 1)
    ):
        index += 1
    return index


def _is_proper(lexemes: Lexemes, index: int) -> bool:
    return tag_at(lexemes, index) in ("X", "A", "B", "H") and lexemes[index].capital


def _read_link(lexemes: Lexemes, index: int, kind: str, links: int) -> Phrase | None:
    """Read what follows a noun for an actor with "of" (or "ambassador to", "sources in")."""
    word = low_at(lexemes, index)
    if links <= 0 or kind not in _LINKS.get(word, ()):
        return None
    begin = _skip_forward(lexemes, index + 1)
    if begin >= len(lexemes):
        return None
    inner = read_head_phrase(lexemes, begin, links - 1)
    return inner or (_read_owner(lexemes, begin, kind) if word in ("of", "to") else None)


def _skip_forward(lexemes: Lexemes, index: int) -> int:
    quantifiers = read_contexts("party_contexts.csv")["quantifier"]
    while index < len(lexemes) and (lexemes[index].tag in "DQ" or lexemes[index].low in quantifiers):
        index += 1
    return index


def _read_owner(lexemes: Lexemes, index: int, kind: str) -> Phrase | None:
    """Read a bare owner: a country, a people, a name, a place ("residents of the village of Zenda") or a ministry's field."""
    lexeme = lexemes[index]
    if lexeme.tag in "CK":
        return Phrase(first=index, stop=index + 1, kind=lexeme.kind)
    stop = chunk_stop(lexemes, index)
    if names_people(lexemes[stop - 1]):
        return Phrase(first=index, stop=stop, kind=choose_kind("people", lexemes[index:stop]))
    if kind in ("organisation", "ministry") and _is_proper(lexemes, index):
        return Phrase(first=index, stop=_proper_stop(lexemes, index), kind="place")
    if lexeme.tag == "X" or (_is_proper(lexemes, index) and tag_at(lexemes, index + 1) == "X"):
        return Phrase(first=index, stop=max(swallow_name(lexemes, index), swallow_name(lexemes, index + 1)), kind="place")
    if kind in ("ministry", "person") and lexeme.low in read_contexts("party_contexts.csv")["portfolio"]:
        return Phrase(first=index, stop=_portfolio_stop(lexemes, index), kind="ministry")
    return _read_village(lexemes, index, kind)


def _portfolio_stop(lexemes: Lexemes, index: int) -> int:
    fields = read_contexts("party_contexts.csv")["portfolio"]
    while index < len(lexemes) and lexemes[index].low in fields:
        index += 1
    return index - (lexemes[index - 1].low == "and")


def _read_village(lexemes: Lexemes, index: int, kind: str) -> Phrase | None:
    is_village = tag_at(lexemes, index) in ("L", "B") and low_at(lexemes, index + 1) == "of" and tag_at(lexemes, index + 2) in ("X", "C")
    if kind not in ("civilians", "people", "person") or not is_village:
        return None
    return Phrase(first=index, stop=max(swallow_name(lexemes, index + 2), index + 3), kind="place")
