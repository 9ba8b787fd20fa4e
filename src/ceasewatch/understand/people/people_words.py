"""The vocabulary of people: which words are nouns for people, which describe them, and which end the phrase."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import regex

from ceasewatch.model.countries import country_demonyms
from ceasewatch.model.values import Standing
from ceasewatch.understand.spotting.wordlists import read_contexts, read_table, read_words, split_cell

_AGED = regex.compile(r"[\p{L}\d-]{1,20}-year-old")
_PEOPLES = regex.compile(r"\p{Lu}\p{Ll}+ians")
_EFFECTS = frozenset(
    "killed wounded injured captured missing dead hurt slain detained arrested abducted kidnapped displaced died deaths fatalities".split()
)


@cache
def people_nouns() -> Mapping[str, tuple[Standing | None, bool]]:
    """Return the nouns for people, each with its standing and whether it is a singular."""
    return MappingProxyType(
        {
            word: (Standing(row["standing"]) if row["standing"] else None, row["number"] == "one")
            for row in read_table("people.csv")
            for word in split_cell(row["words"])
        }
    )


def is_people(word: str, *, is_several: bool) -> bool:
    """Whether a word is a noun for people; ``is_several``: a number above one stands before it."""
    small = word.lower()
    is_nation = word in _peoples() or _PEOPLES.fullmatch(word) is not None
    return is_nation or small in people_nouns() or _AGED.fullmatch(small) is not None or (is_several and _is_agentive(small))


def is_plural(word: str) -> bool:
    """Whether a noun for people is a plural; unknown nouns are taken for plurals."""
    return not (people_nouns().get(word.lower(), (None, False))[1] or _AGED.fullmatch(word))


@cache
def _peoples() -> frozenset[str]:
    """Return the plurals for the people of every country ("Georgians", "Iraqis")."""
    return frozenset(f"{demonym}s" for demonym in country_demonyms() if not demonym.endswith(("s", "sh", "ch", "ese")))


def _is_agentive(word: str) -> bool:
    """Whether an unknown counted noun is formed like one for people ("lecturers", "sculptors")."""
    return word.endswith(tuple(_words("agentive"))) and word not in _words("not_people")


def _words(context: str) -> frozenset[str]:
    return read_contexts("people_words.csv")[context]


def ends_phrase(word: str) -> bool:
    """Whether a word cannot stand between a number or article and its noun: a function word, another number, or likely a verb."""
    if word in _EFFECTS:
        return True
    if word in {"other", "others", "more", "second", "third", "fourth"} or word in _modifiers():
        return False
    is_verb = word in _words("verbs") or (word.endswith("ed") and "-" not in word)
    return word in read_words("function_words.txt") or is_verb or word.isdecimal()


def is_thing(word: str) -> bool:
    """Whether a word is a plural for things, after which no noun for people belongs to the same number: "two shells hit soldiers"."""
    return (
        word.islower() and word.endswith("s") and not word.endswith("ss") and word not in _words("attributive") and word not in _modifiers()
    )


def is_modifier(word: str) -> bool:
    """Whether a word ahead of a noun for people describes them, where no article or number opens the phrase."""
    small = word.lower()
    return small in _modifiers() or (word[:1].isupper() and not ends_phrase(small)) or ("-" in small and small[-1].isalpha())


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(part for row in read_table("party_modifiers.csv") for part in split_cell(row["words"]))
