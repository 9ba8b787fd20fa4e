"""The datum: somebody says something about an incident, in these words."""

from dataclasses import dataclass
from enum import StrEnum

from ceasewatch.model.ids import hash_fields
from ceasewatch.model.report import Span
from ceasewatch.model.values import Value


class Slot(StrEnum):
    """What a claim is about."""

    KIND = "kind"
    WHEN = "when"
    WHERE = "where"
    ACTOR = "actor"
    TARGET = "target"
    FIRED_FIRST = "fired_first"
    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"
    MISSING = "missing"
    DISPLACED = "displaced"
    NAMED = "named"
    MEANS = "means"
    MOVED = "moved"
    BUILT = "built"
    FOUND = "found"
    NOTIFIED = "notified"
    ASKED = "asked"
    REFUSED = "refused"
    PROVISION = "provision"
    RESPONSIBLE = "responsible"
    PURPOSE = "purpose"


class Stance(StrEnum):
    """How the speaker stands to what is said."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    ACCUSES = "accuses"
    DEMANDS = "demands"
    RELAYS = "relays"


class Certainty(StrEnum):
    """How firmly the words put it: plainly, as hearsay ("reportedly"), as suspicion, or as a mere possibility."""

    STATED = "stated"
    REPORTED = "reported"
    SUSPECTED = "suspected"
    POSSIBLE = "possible"


class SpeakerRole(StrEnum):
    """What part a link of the chain plays."""

    PUBLISHER = "publisher"
    BYLINE = "byline"
    SPEAKER = "speaker"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One link in the chain of who says it.

    ``name`` is the fullest name that the report gives ("Ruritania's Defense Ministry" where the sentence says "the ministry");
    ``None`` where the report does not name it. ``span`` is where the sentence names it; publishers and bylines often have none.
    A "source" is where a speaker says to have it from: "operative information", "local residents".
    """

    role: SpeakerRole
    name: str | None
    span: Span | None = None


Chain = tuple[Speaker, ...]
"""Who says it, nearest to farthest: publisher, byline, speaker, the speaker's own source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody says something about one incident: the smallest thing that Ceasewatch keeps.

    ``report.text[span]`` is the evidence: without a span there is no claim. ``said_by`` is never empty: a sentence without attribution
    is the publisher's own voice. ``origin`` is the code or the person that recorded it.
    """

    id: str
    mention_id: str
    slot: Slot
    value: Value
    span: Span
    said_by: Chain
    stance: Stance
    certainty: Certainty
    origin: str

    def __post_init__(self) -> None:
        if not self.said_by:
            raise ValueError("a claim needs a speaker; own voice is a speaker too")

    @classmethod
    def record(
        cls,
        *,
        mention_id: str,
        slot: Slot,
        value: Value,
        span: Span,
        said_by: Chain,
        stance: Stance = Stance.ASSERTS,
        certainty: Certainty = Certainty.STATED,
        origin: str,
    ) -> "Claim":
        """Make a claim whose id is computed from the claim as read.

        Who recorded it is not part of the id, so the same reading by two extractors is one claim.
        """
        claim_id = hash_fields("claim", mention_id, slot, value, span, said_by, stance, certainty)
        return cls(
            id=claim_id,
            mention_id=mention_id,
            slot=slot,
            value=value,
            span=span,
            said_by=said_by,
            stance=stance,
            certainty=certainty,
            origin=origin,
        )

    @property
    def speaker(self) -> Speaker:
        """Who is answerable for it: the last speaker in the chain, or the publisher in its own voice."""
        spoken = [link for link in self.said_by if link.role is SpeakerRole.SPEAKER]
        return spoken[-1] if spoken else self.said_by[0]

    @property
    def is_own_voice(self) -> bool:
        """Whether the report says it without attributing it to anyone."""
        return all(link.role in (SpeakerRole.PUBLISHER, SpeakerRole.BYLINE) for link in self.said_by)
