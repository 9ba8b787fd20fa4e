"""Who is meant by a phrase: the parties of a loaded ceasefire, the countries of the world, and organisations as named."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ceasewatch.model.ceasefire import Ceasefire, PartyNames
from ceasewatch.model.countries import countries
from ceasewatch.model.record import Party
from ceasewatch.resolve.names import fold_name
from ceasewatch.resolve.party_tokens import Token, party_words, read_tokens

_ALIAS, _ALIAS_AND_MORE, _OWNER_ONLY, _ANYTHING_OF_THEIRS = 1.0, 0.9, 1.0, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A party that a phrase can mean, and how well the phrase fits it."""

    party: Party
    score: float


class PartyIndex:
    """Looks phrases up among the known parties; every side is treated by the same rules."""

    def __init__(self, ceasefire: Ceasefire | None) -> None:
        """Index the ceasefire's parties, if one is loaded, over the countries of the world."""
        named = ceasefire.parties if ceasefire else ()
        self._parties: dict[str, Party] = {f"country/{one.code}": Party(id=f"country/{one.code}", name=one.name) for one in countries()}
        self._parties.update({one.party.id: one.party for one in named})
        self._wholes = {one.party.side: one.party for one in named if ceasefire and one.party.id.startswith(f"{ceasefire.id}/side/")}
        self._adjectives = {fold_name(word) for one in named for word in one.adjectives}
        self._owners = {**_country_owners(), **_folder_owners(named)}
        self._aliases = self._index_aliases(named)

    def tokens(self, phrase: str) -> tuple[Token, ...]:
        """Take a phrase apart."""
        return read_tokens(phrase, self._owners)

    def side_of(self, side: str) -> Party | None:
        """Return a side as a whole."""
        return self._wholes.get(side)

    def match_alias(self, tokens: Sequence[Token]) -> tuple[Match, ...]:
        """Return the parties whose names stand in the phrase, their words together, in any order; of several, those with the longest."""
        told = _telling(tokens)
        for length in range(len(told), 0, -1):
            windows = [told[start : start + length] for start in range(len(told) - length + 1)]
            found = {party for window in windows if self._may_be_name(window, told) for party in self._aliases.get(_bag(window), ())}
            if found:
                score = _ALIAS if length == len(told) else _ALIAS_AND_MORE
                return tuple(Match(party=self._parties[party], score=score) for party in sorted(found))
        return ()

    def _may_be_name(self, window: Sequence[Token], told: Sequence[Token]) -> bool:
        """Leave out names without an owner where the phrase has one, which is then not theirs, and an owner that owns something else."""
        owners = [token for token in window if token.owners]
        if not owners:
            return not any(token.owners for token in told)
        return len(window) > 1 or (len(told) == 1 and fold_name(owners[0].text) not in self._adjectives)

    def match_owner(self, tokens: Sequence[Token], named_countries: Collection[str]) -> tuple[Match, ...]:
        """Return whose people or things a phrase speaks of; where the owner has a side, the side, since any of its forces can be meant.

        A word that stands for several countries means the one that the report names besides; with none or several, nobody.
        """
        matches: dict[str, Match] = {}
        for token in tokens:
            owners = [owner for owner in token.owners if len(token.owners) == 1 or owner in named_countries]
            if len(owners) == 1:
                owner = self._parties[owners[0]]
                party = self._wholes.get(owner.side or "", owner)
                score = _OWNER_ONLY if party is owner and len(_telling(tokens)) == 1 else _ANYTHING_OF_THEIRS
                matches.setdefault(party.id, Match(party=party, score=score))
        return tuple(matches.values())

    def _index_aliases(self, named: Iterable[PartyNames]) -> Mapping[frozenset[str], list[str]]:
        aliases: dict[frozenset[str], list[str]] = defaultdict(list)
        for one in named:
            for name in one.names:
                bag = _bag(read_tokens(name, self._owners))
                if bag and one.party.id not in aliases[bag]:
                    aliases[bag].append(one.party.id)
        return {alias: parties for alias, parties in aliases.items() if parties}


def _telling(tokens: Iterable[Token]) -> list[Token]:
    """Leave out the words that tell no parties apart: "of the", "and", numbers."""
    skipped = party_words("stop") | party_words("join") | party_words("cut")
    return [token for token in tokens if token.owners or (token.stem not in skipped and not token.stem.replace(" ", "").isdigit())]


def _bag(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the words of a name without their order: "Ministry of Defence of X" is "X's Defense Ministry"."""
    return frozenset("|".join(token.owners) or token.stem for token in _telling(tokens))


def _country_owners() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for country in countries():
        capital = (country.capital,) if country.capital else ()
        for word in dict.fromkeys(map(fold_name, (country.name, *country.aliases, *country.demonyms, *capital))):
            found[word] = (*found.get(word, ()), f"country/{country.code}")
    return found


def _folder_owners(named: Iterable[PartyNames]) -> dict[str, tuple[str, ...]]:
    """Return the words for each party with adjectives: these, its name, its names that hold neither, and those of its country."""
    found: dict[str, tuple[str, ...]] = {}
    for one in named:
        if one.adjectives:
            seeds = dict.fromkeys(map(fold_name, (*one.adjectives, one.party.name)), (one.party.id,))
            others = [name for name in one.names if not any(token.owners for token in read_tokens(name, seeds))]
            found.update({fold_name(word): (one.party.id,) for word in (*_country_words(one.party.name), *seeds, *others)})
    return found


def _country_words(name: str) -> tuple[str, ...]:
    """Return every word for the country of that name, if there is one."""
    country = next((one for one in countries() if fold_name(one.name) == fold_name(name)), None)
    return (country.name, *country.aliases, *country.demonyms, country.capital) if country else ()
