"""Who is meant by the words that name a speaker: "the ministry" is the ministry named before."""

import re
from dataclasses import dataclass, field
from functools import cache

from ceasewatch.model.countries import countries, country_names

_WORD = re.compile(r"[\w’'.-]+")
_EMPTY = {"the", "a", "an", "of", "and", "its", "his", "her", "their", "this", "that", "same", "in", "for", "s"}
_PRONOUNS = {"he", "she", "it", "they", "who", "which"}
_DOCUMENTS = {"statement", "report", "bulletin", "communique", "communiqué", "release", "message", "document", "letter", "note"}


@dataclass(slots=True)
class SpeakerBook:
    """The speakers of one report in the order in which they spoke; remembers full names, so that short ones find them."""

    spoken: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def note(self, name: str) -> None:
        """Remember somebody who is named without speaking."""
        self.seen.append(name)

    def take(self, words: str, subject: str | None = None) -> str | None:
        """Return the fullest known name for the words, and remember it as the last speaker; ``None`` for a pronoun without anybody.

        ``subject`` is whom the sentence before is about, where nobody spoke in it: a pronoun means them.
        """
        is_pronoun = words.casefold() in _PRONOUNS
        name = self._full_name(subject) if is_pronoun and subject else self._full_name(words)
        if name is not None:
            self.spoken.append(name)
        return name

    @property
    def last(self) -> str | None:
        """Who spoke last."""
        return self.spoken[-1] if self.spoken else None

    def _full_name(self, words: str) -> str | None:
        content = _content_words(words)
        if words.casefold() in _PRONOUNS or not content:
            return self.last
        if words.removeprefix("the ").removeprefix("The ") in _states():
            return words
        if content <= _DOCUMENTS:
            return self.last or words
        for earlier in [*reversed(self.spoken), *reversed(self.seen)]:
            if content <= _content_words(earlier):
                return earlier
        return words


@cache
def _states() -> frozenset[str]:
    """Countries and capitals: each speaks for itself and is never short for one of its offices."""
    return frozenset(country_names()) | {country.capital for country in countries()}


def _content_words(name: str) -> frozenset[str]:
    words = (re.sub(r"[’']s?$", "", word.casefold()) for word in _WORD.findall(name))
    return frozenset(_spelled_alike(word) for word in words if word not in _EMPTY and word)


def _spelled_alike(word: str) -> str:
    return {"defence": "defense"}.get(word, word)
