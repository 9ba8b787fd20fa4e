"""The search for the parties that one phrase means, in one report."""

from collections.abc import Collection, Sequence

from ceasewatch.model.ceasefire import Ceasefire
from ceasewatch.resolve.party_index import Match, PartyIndex
from ceasewatch.resolve.party_phrases import cut_at_preposition, has_own_name, name_party, read_relation, split_at_joints
from ceasewatch.resolve.party_tokens import Token

_NAMED, _RELATIVE = 0.6, 0.8


class PartySearch:
    """Looks phrases up for one report; ``named_countries`` are those that the report names."""

    def __init__(self, index: PartyIndex, ceasefire: Ceasefire | None, named_countries: Collection[str]) -> None:
        """Keep what the lookups need."""
        self._index = index
        self._ceasefire = ceasefire
        self._countries = frozenset(f"country/{code}" for code in named_countries)

    def find(self, words: str, speaker: str | None) -> tuple[Match, ...]:
        """Return the parties that a phrase means; a phrase that names sides by where the speaker stands needs the speaker's name."""
        tokens = self._index.tokens(words)
        relation = read_relation(tokens)
        if relation and not self._index.match_alias(tokens):
            return self._find_relative(relation, speaker)
        return self._find_direct(tokens)

    def find_publisher(self, name: str) -> tuple[Match, ...]:
        """Return who a publisher is: a party of the ceasefire by its own name, else the outlet; never a side because of its country."""
        tokens = self._index.tokens(name)
        alias = [match for match in self._index.match_alias(tokens) if match.score == 1.0]
        return tuple(alias) or _as_named(tokens)

    def is_relative(self, words: str) -> bool:
        """Whether a phrase names a side only by where somebody stands."""
        return read_relation(self._index.tokens(words)) is not None

    def _find_direct(self, tokens: Sequence[Token]) -> tuple[Match, ...]:
        short = cut_at_preposition(tokens)
        whole = self._find_across(short) or (self._find_across(tokens) if len(short) < len(tokens) else ())
        if whole:
            return whole
        found = [match for part in split_at_joints(short) for match in self._find_one(part)]
        return tuple(dict.fromkeys(found))

    def _find_across(self, tokens: Sequence[Token]) -> tuple[Match, ...]:
        """Match a name over all the words, unless they name several owners of which it holds only some."""
        owners = {token.owners for token in tokens if token.owners}
        matches = self._index.match_alias(tokens)
        return matches if len(owners) <= 1 or len(split_at_joints(tokens)) == 1 or self._holds_all(matches, len(owners)) else ()

    def _holds_all(self, matches: Sequence[Match], number: int) -> bool:
        names = [self._index.tokens(match.party.name) for match in matches]
        return any(len({token.owners for token in name if token.owners}) >= number for name in names)

    def _find_one(self, tokens: Sequence[Token]) -> tuple[Match, ...]:
        alias = self._index.match_alias(tokens)
        if alias:
            return alias
        if any(token.owners for token in tokens) and not has_own_name(tokens):
            return self._index.match_owner(tokens, self._countries)
        return _as_named(tokens)

    def _find_relative(self, relation: str, speaker: str | None) -> tuple[Match, ...]:
        if relation == "all":
            return self._match_sides(self._ceasefire.sides if self._ceasefire else ())
        spoken = self._find_direct(self._index.tokens(speaker)) if speaker else ()
        sides = {match.party.side for match in spoken if match.party.side}
        if relation == "own" and not sides:
            return tuple(Match(party=match.party, score=_RELATIVE) for match in spoken if match.score > _NAMED)
        if len(sides) != 1 or self._ceasefire is None:
            return ()
        side = sides.pop()
        other = self._ceasefire.opposite(side) if relation == "opposing" else side
        return self._match_sides((other,) if other else ())

    def _match_sides(self, sides: Sequence[str]) -> tuple[Match, ...]:
        wholes = [self._index.side_of(side) for side in sides]
        return tuple(Match(party=whole, score=_RELATIVE) for whole in wholes if whole)


def _as_named(tokens: Sequence[Token]) -> tuple[Match, ...]:
    party = name_party(tokens)
    return (Match(party=party, score=_NAMED),) if party else ()
