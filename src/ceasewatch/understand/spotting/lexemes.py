"""The words of a sentence, each tagged by what the word lists know of it.

Names of several words ("Costa Rican") are one lexeme. Tags are one letter each:

    C  a country               M  a demonym (adjective or people)    K  a name in the list of names
    H  a noun for an actor     A  an adjective before such a noun    B  a noun before such a noun
    X  another capitalised word    P  the possessive "'s"            D  a determiner
    Q  a number or quantity    F  a function word                    L  any other word       S  a sign
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ceasewatch.model.countries import countries, country_demonyms, country_names
from ceasewatch.understand.spotting.wordlists import read_contexts, read_table, read_words, split_cell

_ABBREVIATIONS = "Lt|Gen|Col|Maj|Capt|Sgt|Brig|Cpl|Pvt|Adm|Cmdr|Gov|Sen|Rep|Dr|Mr|Mrs|Ms|Prof|Pres|St"
_TOKEN = re.compile(
    rf"(?:[A-Za-z]\.){{2,}}(?:-\w+)*|\b(?:{_ABBREVIATIONS})\."
    r"|\w+(?:(?:[-‐‑–]|[.,](?=\d)|\.(?=[A-Za-z]{2}\b|com\b|org\b|net\b|info\b|news\b)|['’](?!s\b)(?=\w\w)|/(?=[A-Z]))\w+)*"
    r"|['’]s\b|[^\w\s]"
)
_ARABIC_ARTICLE = re.compile(r"(?:al|el|ad|as|ar|ash|at|an|az|ed|es)-[^\W\d_]")
_ADJECTIVE = re.compile(r"\w{3,}(?:al|ous|ive|ary|ic|ist|ish|ese|ian)\Z")
_JOINED_ADJECTIVE = re.compile(
    r"(?:[\w.]+-)+(?:led|backed|based|controlled|held|allied|aligned|supported|trained|armed|speaking|linked|affiliated|dominated|majority"
    r"|run|ruled|appointed|sponsored|funded|installed|brokered|owned|manned|ranking|occupied)\Z"
    r"|(?:pro|anti|ex|non|semi|counter|multi|inter|cross)-[\w-]+\Z",
    re.IGNORECASE,
)
_SENTENCE_ENDS = frozenset(".!?:;“«")
_SHOUTING_SHARE = 0.6
_LONGEST_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One word or name: where it stands, what it is (see the module's table), whether capitalised, and whether it opens a sentence."""

    text: str
    low: str
    start: int
    end: int
    tag: str
    capital: bool
    initial: bool
    kind: str = ""
    demonym: str | None = None


Lexemes = tuple[Lexeme, ...]


@lru_cache(maxsize=256)
def read_lexemes(text: str) -> Lexemes:
    """Return the lexemes of a sentence from left to right."""
    tokens = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    return tuple(_tag_tokens(text, tokens))


def tag_at(lexemes: Lexemes, index: int) -> str:
    """Return the tag at ``index``; empty outside the sentence."""
    return lexemes[index].tag if 0 <= index < len(lexemes) else ""


def low_at(lexemes: Lexemes, index: int) -> str:
    """Return the word at ``index`` in small letters; empty outside the sentence."""
    return lexemes[index].low if 0 <= index < len(lexemes) else ""


def _tag_tokens(text: str, tokens: list[tuple[str, int, int]]) -> Iterator[Lexeme]:
    position, words = 0, [word.replace("’", "'") for word, _, _ in tokens]
    while position < len(tokens):
        _, start, end = tokens[position]
        opens = _opens_sentence(text, tokens, position)
        name = _match_name(words, position)
        if name:
            length, tag, kind = name
            end = tokens[position + length - 1][2]
            demonym = text[start:end] if tag in "CM" else None
            yield Lexeme(text[start:end], text[start:end].lower(), start, end, tag, True, opens, kind, demonym)
            position += length
            continue
        yield _tag_word(text, words[position], start, end, opens)
        position += 1


def _opens_sentence(text: str, tokens: list[tuple[str, int, int]], position: int) -> bool:
    if position == 0:
        return True
    word, start, end = tokens[position - 1]
    if word == '"':
        return tokens[position][1] == end and (start == 0 or text[start - 1].isspace())
    return word in _SENTENCE_ENDS or text.count("\n", end, tokens[position][1]) > 1


def _match_name(words: list[str], position: int) -> tuple[int, str, str] | None:
    for parts, tag, kind in _names().get(words[position], ()):
        if len(parts) == 1 or tuple(words[position : position + len(parts)]) == parts:
            return len(parts), tag, kind
    return None


@cache
def _names() -> Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """Names by their first word, longest first."""
    known = [(name, "K", row["kind"]) for row in read_table("party_names.csv") for name in split_cell(row["names"])]
    named = [(name, "C", "state") for name in country_names()] + [(name, "M", "") for name in country_demonyms()] + known
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for name, tag, kind in named:
        parts = tuple(_TOKEN.findall(name.replace("’", "'")))
        found.setdefault(parts[0], []).append((parts, tag, kind))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def _tag_word(text: str, word: str, start: int, end: int, opens: bool) -> Lexeme:
    low = word.lower()
    capital = word[0].isupper() or bool(_ARABIC_ARTICLE.match(word) and word.partition("-")[2][:1].isupper())
    demonym = _part_demonym(word) if "-" in word or "–" in word else None
    return Lexeme(text[start:end], low, start, end, _choose_tag(text, word, low, start, capital, demonym), capital, opens, "", demonym)


def _choose_tag(text: str, word: str, low: str, start: int, capital: bool, demonym: str | None) -> str:
    if not (word[0].isalnum() or word[0] == "_"):
        return _tag_sign(text, word, start)
    contexts = read_contexts("party_contexts.csv")
    if low in contexts["determiner"]:
        return "D"
    if word[0].isdigit():
        return "Q"
    tag = _known_words().get(low)
    if tag:
        return tag
    if low in read_words("function_words.txt"):
        return "F"
    return _tag_unknown(word, low, capital, demonym)


def _tag_sign(text: str, word: str, start: int) -> str:
    follows_word = start > 0 and text[start - 1].isalnum()
    if word == "'s" and follows_word:
        return "P"
    ends_plural = word == "'" and follows_word and text[start - 1] == "s" and text[start + 1 : start + 2].isspace()
    return "P" if ends_plural else "S"


def _tag_unknown(word: str, low: str, capital: bool, demonym: str | None) -> str:
    if "-" in word:
        tail = low.rpartition("-")[2]
        if _JOINED_ADJECTIVE.match(word) and (tail not in _head_words() or low.startswith(("pro-", "anti-"))):
            return "A"
        if demonym and all(part in country_demonyms() for part in word.split("-")):
            return "M"
        if tail in _head_words() and not word.rpartition("-")[2][:1].isupper():
            return "H"
    if capital:
        return "X"
    return "A" if _ADJECTIVE.match(low) else "L"


def _part_demonym(word: str) -> str | None:
    parts = re.split("[-–]", word)
    return next((part for part in parts if part in country_demonyms() or part in country_names()), None)


@cache
def _known_words() -> Mapping[str, str]:
    parts = {word: row["part"] for row in read_table("party_modifiers.csv") for word in split_cell(row["words"])}
    tags = {word: "B" if part == "noun" else "A" for word, part in parts.items()}
    return {**tags, **dict.fromkeys(_head_words(), "H")}


@cache
def _head_words() -> frozenset[str]:
    return frozenset(word for row in read_table("party_heads.csv") for word in split_cell(row["words"]))


def is_shouted(text: str) -> bool:
    """Whether a text is mostly in capitals, so that capitals say nothing about names."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) / len(letters) > _SHOUTING_SHARE


def names_people(lexeme: Lexeme) -> bool:
    """Whether a demonym is a plural for people ("Ruritanians"), not an adjective that happens to end in "s" ("Swiss")."""
    return lexeme.tag == "M" and lexeme.low.endswith(("s", "men")) and lexeme.text not in _adjectives()


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(country.demonyms[0] for country in countries() if country.demonyms)


def is_acronym(lexeme: Lexeme) -> bool:
    """Whether a word that no list knows is a short form in capitals ("DMV")."""
    is_short = 1 < len(lexeme.text) <= _LONGEST_ACRONYM
    return lexeme.tag == "X" and is_short and lexeme.text.isalpha() and lexeme.text.isupper()
