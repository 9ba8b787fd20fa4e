"""Texts all in capitals, as wire services sent them: letter case is restored as far as word lists can tell, so that names stand out.

A word that is neither everyday English nor made of such a word is taken for a name. What comes out is as long as what went in, letter for
letter, so that whatever is found in it stands at the same place in the report.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ceasewatch.model.countries import country_demonyms, country_names
from ceasewatch.understand.spotting.wordlists import read_table, read_words, split_cell

_CAPITAL_SHARE = 0.95
_FEWEST_LETTERS = 12
_LONG_PARAGRAPH = 300
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’](?!S\b)[^\W\d_]+)*")
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_OPENING = re.compile(
    r"\A\W*(?=\w)|(?P<last>[\w'’]*)[.!?]+[\"”’)\]]*\s+[\"“‘(\[]*(?=\w)|\A[^\n]{5,80}?\)\s*--?\s*(?:\[[A-Z]+\]\s*)?[\"“]?(?=\w)"
)
_BRACKETED = re.compile(r"(?<=[\w\"”’]\s)[\[(]([^\W\d_]{2,10})[\])]")
_NUMBER_AHEAD, _NUMBER_BEHIND = re.compile(r"\d(?:ST|ND|RD|TH)?(?: OF)? $"), re.compile(r"\.? \d")
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_ALWAYS_CAPITAL = frozenset(("i", "gmt", "utc"))
_SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_AHEAD_OF_MONTH = frozenset("in since until last early late mid".split())
_PARTICLES = frozenset("da das de del den der di do dos du e el ibn la las le los van von y".split())
_ONLY_INSIDE = frozenset("den do e van y".split())
_OPENERS = frozenset("cape fort great lake mount new port saint".split())
_LINKS = frozenset("and for in of the".split())
_GLUE = tuple("'’0123456789")
_CONTRACTED = re.compile("['’](?:d|ll|m|re|ve)$")
_LONGEST_NAME = 5
_SHORTEST_STEM = 3
_SHORTEST_ENGLISH = 7
_ENGLISH_ENDINGS = tuple("ing ed tion tions ment ments ness ly ism ist ists ers ous ive less able".split())
_BEGINNING = re.compile(r"(?:anti|counter|inter|non|over|pre|re|sub|super|un|under|ultra|dis|mis|de|mid|multi)(?=\w{3})")
_ENDINGS = tuple(
    (ending, base)
    for base, endings in {
        "": "s es ed ing ings er ers ly ness ment ments able ion ions or ors less ful ism ist ists ize ized al",
        "e": "ed ing ings er ers able ion ions ation ations or ors al",
        "y": "ies ied ier iest ily iness",
        "man": "men",
    }.items()
    for ending in endings.split()
)


def restore_case(text: str) -> str:
    """Return the text with its letter case restored where it has none to go by: all through, or in long paragraphs in capitals.

    Texts in small and capital letters come back as they are, with their headlines in capitals. The length never changes.
    """
    paragraphs = [match for match in _PARAGRAPH.finditer(text) if not match.group().islower() and is_without_case(match.group())]
    if not is_without_case(text):
        paragraphs = [match for match in paragraphs if len(match.group()) >= _LONG_PARAGRAPH]
    acronyms = frozenset(_find_acronyms(text)) if paragraphs else frozenset()
    letters = list(text)
    for match in paragraphs:
        letters[match.start() : match.end()] = _restore_paragraph(match.group(), acronyms)
    return "".join(letters)


def is_without_case(text: str) -> bool:
    """Whether nearly all letters are capitals, and there are enough of them to tell."""
    capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return capitals >= _FEWEST_LETTERS and capitals >= _CAPITAL_SHARE * (capitals + small)


def _restore_paragraph(text: str, acronyms: frozenset[str]) -> list[str]:
    matches = list(_WORD.finditer(text))
    words = [_lower(match.group()) for match in matches]
    forms = [_spell_word(text, match, word, acronyms) for match, word in zip(matches, words, strict=True)]
    _spell_parts_of_names(words, forms)
    _spell_known_names(words, forms)
    _spell_long_forms(text, matches, forms, acronyms)
    openings = set(_find_openings(text))
    letters = list(_lower(text))
    for match, form in zip(matches, forms, strict=True):
        letters[match.start() : match.end()] = _raise(form) if match.start() in openings else form
    for match in _DOTTED.finditer(text):
        letters[match.start() : match.end()] = match.group()
    return letters


def _spell_word(text: str, match: re.Match[str], word: str, acronyms: frozenset[str]) -> str:
    """Spell one word by itself; only dates need a look at what stands beside it."""
    if word in _MONTHS or word in _SHORT_MONTHS or word in _WEEKDAYS:
        return word.capitalize() if _is_date_word(text, match, word) else word
    if text[match.start() - 1 : match.start()] in _GLUE:
        return word
    if word in _ALWAYS_CAPITAL or word in acronyms:
        return match.group()
    if word.endswith(("n't", "n’t")) or _is_everyday(_CONTRACTED.sub("", word)):
        return word
    if not re.search("[aeiouy]", word) and len(word) > 1:
        return match.group()
    if word in _PARTICLES or (len(word) >= _SHORTEST_ENGLISH and word.endswith(_ENGLISH_ENDINGS)):
        return word
    return "’".join("'".join(map(_raise, part.split("'"))) for part in word.split("’"))


def _is_date_word(text: str, match: re.Match[str], word: str) -> bool:
    """Tell "in May", "4 MAY" from "may", "SAT." from "sat"."""
    if word in _WEEKDAYS or (word in _MONTHS and word not in ("may", "march")):
        return True
    ahead = " ".join(text[max(0, match.start() - 20) : match.start()].split()) + " "
    if _NUMBER_AHEAD.search(ahead) or _NUMBER_BEHIND.match(" ".join(text[match.end() : match.end() + 5].split("\n"))):
        return True
    return word in _MONTHS and ahead.lower().split()[-1:] != [] and ahead.lower().split()[-1] in _AHEAD_OF_MONTH


def _spell_parts_of_names(words: Sequence[str], forms: list[str]) -> None:
    """Spell what belongs to the name behind it: "Port Zenda", "General Ruritan", "El Zendar", the "de" of "Zenda de Hentzau"."""
    joined = len(words)
    for index in reversed(range(len(words) - 1)):
        if not (_is_name(forms[index + 1]) or joined == index + 1):
            continue
        word = words[index]
        if word in _PARTICLES:
            joined = index
            follows = index > 0 and (_is_name(forms[index - 1]) or words[index - 1] in _PARTICLES)
            forms[index] = word if follows or word in _ONLY_INSIDE else _raise(word)
        elif word in _OPENERS or word in _ranks():
            forms[index] = _raise(word)


def _spell_known_names(words: Sequence[str], forms: list[str]) -> None:
    """Spell the names of countries, peoples and well-known bodies as the tables have them."""
    index = 0
    while index < len(words):
        for parts in _known_names().get(words[index], ()):
            if tuple(words[index : index + len(parts)]) == tuple(map(_lower, parts)):
                forms[index : index + len(parts)] = parts
                index += len(parts) - 1
                break
        index += 1
    for index, word in enumerate(words[:-1]):
        if word == "us" and (words[index - 1 : index] == ["the"] or words[index + 1] in _actor_words()):
            forms[index] = "US"


def _spell_long_forms(text: str, matches: Sequence[re.Match[str]], forms: list[str], acronyms: frozenset[str]) -> None:
    """Raise the words that a short form in brackets stands for: "Ruritanian Liberation Front (RLF)"."""
    for index, match in enumerate(matches):
        word = _lower(match.group())
        if word in acronyms and text[match.start() - 1 : match.start()] in ("(", "["):
            for before in _long_form(word, [_lower(one.group()) for one in matches[:index][-len(word) - _LONGEST_NAME :]]):
                forms[index - before] = _raise(forms[index - before])


def _long_form(short: str, words: Sequence[str]) -> Iterator[int]:
    """Yield how far ahead of a short form its words stand, as long as its letters begin them."""
    left = list(short)
    for before, word in enumerate(reversed(words), start=1):
        if word[0] in left and word not in _LINKS:
            left.remove(word[0])
            yield before
        elif word not in _LINKS or not left:
            return


def _find_acronyms(text: str) -> Iterator[str]:
    """Yield the short forms that a text explains in brackets: letters of which at least two begin the words ahead of them."""
    for match in _BRACKETED.finditer(text):
        short = _lower(match.group(1))
        words = [_lower(word) for word in _WORD.findall(text[max(0, match.start() - 100) : match.start()])]
        if len(list(_long_form(short, words))) > 1:
            yield short


def _find_openings(text: str) -> Iterator[int]:
    """Yield where sentences begin; not behind the point of an abbreviated rank or of an initial."""
    for match in _OPENING.finditer(text):
        last = _lower(match["last"] or "")
        if not match["last"] or not (len(last) == 1 or f"{last}." in _ranks() or last in _SHORT_MONTHS):
            yield match.end()


def _is_name(form: str) -> bool:
    return form[:1].isupper()


@cache
def _is_everyday(word: str) -> bool:
    known = _everyday_words()
    if word in known or any(base in known for base in _list_bases(word)):
        return True
    beginning = _BEGINNING.match(word)
    rest = word[beginning.end() :] if beginning else ""
    return rest in known or any(base in known for base in _list_bases(rest))


def _list_bases(word: str) -> Iterator[str]:
    """Yield what a word may be made of: "stop" and "stopp" for "stopped", "deny" for "denied"."""
    for ending, base in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            yield stem + base
            if not base and len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def _everyday_words() -> frozenset[str]:
    return read_words("everyday_words.txt") | read_words("function_words.txt") | read_words("actor_verbs.txt") | _actor_words()


@cache
def _actor_words() -> frozenset[str]:
    tables = ("party_heads.csv", "party_modifiers.csv")
    return frozenset(word for table in tables for row in read_table(table) for word in split_cell(row["words"]))


@cache
def _ranks() -> frozenset[str]:
    """Ranks, which take a capital letter ahead of a name; words for offices ("the minister") are as often small."""
    return frozenset(word for row in read_table("ranks.csv") if row["part"] == "base" for word in split_cell(row["words"]))


@cache
def _known_names() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Names by their first word in small letters, longest first; none in capitals that is also a word ("who", "car")."""
    bodies = [name for row in read_table("party_names.csv") for name in split_cell(row["names"])]
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in (*country_names(), *country_demonyms(), *bodies):
        parts = tuple(_WORD.findall(name))
        is_common = _is_everyday(_lower(name)) and (name.isupper() or name in bodies)
        if not is_common and not any(map(str.isdigit, name)):
            found.setdefault(_lower(parts[0]), []).append(parts)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def _raise(form: str) -> str:
    return form[:1].upper() + form[1:] if len(form[:1].upper()) == 1 else form


def _lower(text: str) -> str:
    """Small letters, as many as there were: a few capitals have a small form of two characters, and stay."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
