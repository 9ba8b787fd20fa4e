"""The places and parties that a name can be taken to mean, and the links that say so."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """One name of a place, and who calls it that: a side of the ceasefire, a language code, or nobody in particular."""

    name: str
    used_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on the ground: every side's name for it, and how well its position is known.

    ``latitude`` and ``longitude`` are WGS 84 degrees, ``None`` where no source gives them; ``uncertainty_m`` is the radius in metres
    within which the place lies. ``kind`` is "settlement", "area", "road", "height", "bridge" or "country".
    ``names`` are in one fixed order, alphabetical, whoever reads them.
    """

    id: str
    names: tuple[PlaceName, ...]
    kind: str
    latitude: float | None = None
    longitude: float | None = None
    uncertainty_m: float | None = None
    country: str | None = None
    source: str | None = None

    @property
    def label(self) -> str:
        """Every side's name, in the fixed order, as shown to people."""
        sided = [name.name for name in self.names if name.used_by is not None] or [name.name for name in self.names[:1]]
        return " / ".join(dict.fromkeys(sided))


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party to the ceasefire or a third party: a state, an armed force, a mission.

    ``side`` is the id of the side it belongs to in this ceasefire; ``None`` for third parties and where no ceasefire is loaded.
    """

    id: str
    name: str
    side: str | None = None


Record = Place | Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Which record a claim's words were taken to mean, who decided so, and how surely.

    ``role`` says which words of the claim: "value" for the claim's value, "whose" for the people counted, "speaker" for who says it.
    ``score`` runs from 0 to 1. ``by`` is the code or person that decided.
    """

    claim_id: str
    record_id: str
    role: str
    by: str
    score: float
