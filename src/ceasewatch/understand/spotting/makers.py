"""Where and when a thing was made, as the words beside it say: "produced in Ruritania in 2021", "Ruritanian-made"."""

import re
from dataclasses import dataclass
from datetime import date

from ceasewatch.model.values import When
from ceasewatch.understand.spotting.lexemes import Lexemes
from ceasewatch.understand.spotting.place_phrases import name_stop
from ceasewatch.understand.spotting.wordlists import read_contexts

_MADE_BEFORE = re.compile(r"([\w.]+(?:-[\w.]+)*)-(?:made|built|produced|manufactured)\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_MOST_LINKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """Where (as written) and when a thing was made; ``None`` for what the words do not say."""

    where: str | None = None
    when: When | None = None


def read_making(lexemes: Lexemes, first: int, stop: int) -> Making:
    """Return what is said of the making of the thing at ``[first, stop)``."""
    contexts = read_contexts("materiel_contexts.csv")
    index = stop
    while index < min(len(lexemes), stop + _MOST_LINKS) and lexemes[index].low in contexts["link_to_made"]:
        index += 1
    if index >= len(lexemes) or lexemes[index].low not in contexts["made"]:
        return Making(where=_made_before(lexemes, first, stop))
    return _read_after(lexemes, index + 1)


def _made_before(lexemes: Lexemes, first: int, stop: int) -> str | None:
    joined = (_MADE_BEFORE.match(lexeme.text) for lexeme in lexemes[first:stop])
    makers = [match[1] for match in joined if match]
    return next((maker for maker in makers if maker[:1].isupper() and maker.lower() not in ("home", "locally")), None)


def _read_after(lexemes: Lexemes, index: int) -> Making:
    where, when = None, None
    while index + 1 < len(lexemes) and lexemes[index].low == "in":
        begin = index + 1 + (lexemes[index + 1].tag == "D" and index + 2 < len(lexemes))
        stop = name_stop(lexemes, begin)
        if where is None and stop > begin:
            where = _written(lexemes, begin, stop)
        elif when is None and _YEAR.match(lexemes[begin].text):
            year, stop = int(lexemes[begin].text), begin + 1
            when = When.of_days(date(year, 1, 1), date(year, 12, 31))
        else:
            break
        index = stop
    return Making(where=where, when=when)


def _written(lexemes: Lexemes, begin: int, stop: int) -> str:
    return " ".join(lexeme.text for lexeme in lexemes[begin:stop])
