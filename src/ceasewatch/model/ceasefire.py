"""A ceasefire, as a folder of data describes it: its sides, parties, places, roads and agreement."""

from dataclasses import dataclass
from datetime import date

from ceasewatch.model.record import Party, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyNames:
    """The words by which one party is known.

    ``names`` are full names and aliases ("Ministry of Defense of Ruritania"); ``adjectives`` are demonyms that make any noun its own
    ("Ruritanian" in "Ruritanian troops"). ``swap`` lists, in the same order for each of two opposed parties, the forms that stand
    for each other when the neutrality test exchanges the sides.
    """

    party: Party
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    swap: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A road as an approximate line of (longitude, latitude) points.

    ``standing`` is "permitted", "bypass" or "closed" under the agreement; ``is_approximate`` says that the line was drawn by hand.
    """

    id: str
    place: Place
    standing: str
    line: tuple[tuple[float, float], ...]
    is_approximate: bool
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVersion:
    """One published text of the agreement: where it is, in which language, and what is known to differ."""

    language: str
    source: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One point of the agreement, in our own words, which are never mixed with what a party says about it."""

    id: str
    number: str
    words: str
    obliged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The text that the ceasefire rests on."""

    id: str
    names: tuple[str, ...]
    signed: date
    provisions: tuple[Provision, ...]
    versions: tuple[TextVersion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceasefire:
    """Everything that is data about one ceasefire. ``sides`` are the ids of its two opposed sides, in alphabetical order."""

    id: str
    name: str
    sides: tuple[str, str]
    parties: tuple[PartyNames, ...]
    places: tuple[Place, ...]
    routes: tuple[Route, ...]
    agreement: Agreement

    def opposite(self, side: str) -> str | None:
        """The other of the two sides; ``None`` for a third party's."""
        if side not in self.sides:
            return None
        return self.sides[1] if side == self.sides[0] else self.sides[0]
