"""Our reading of the seed report, laid out so that it can be held against the annotation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceasewatch.model.claim import Claim, Slot, SpeakerRole
from ceasewatch.model.kinds import kinds
from ceasewatch.model.mention import Mention
from ceasewatch.model.reading import Reading, Resolution
from ceasewatch.model.record import Party
from ceasewatch.model.report import Report
from ceasewatch.model.values import Count, Standing, Thing, Where
from ceasewatch.reconcile.incidents import group_mentions
from quality.names import names_agree
from quality.seed_gold import CIVILIAN

_OUTSIDE = (SpeakerRole.SPEAKER, SpeakerRole.SOURCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One mention with its claims. ``letters`` are all offsets that its anchor and its claims cover.

    ``is_incident`` says whether it stands in the record as an incident, or as part of one.
    """

    mention: Mention
    claims: tuple[Claim, ...]
    letters: frozenset[int]
    is_incident: bool

    @property
    def is_context(self) -> bool:
        """Whether it is of a kind too large to be an incident, such as a war."""
        kind = kinds().get(self.mention.kind)
        return kind is not None and not kind.is_incident

    def on(self, slot: Slot) -> tuple[Claim, ...]:
        """Its claims about one thing."""
        return tuple(claim for claim in self.claims if claim.slot is slot)

    def places(self) -> Iterator[str]:
        """Every place that it gives: where it happened, and where things went from and to, and by which road."""
        for claim in self.claims:
            if isinstance(claim.value, Where) and claim.slot is Slot.WHERE:
                yield claim.value.name
            if isinstance(claim.value, Thing) and claim.slot is Slot.MOVED:
                ways = (claim.value.moved_from, claim.value.moved_to, claim.value.by_road)
                yield from (place for place in ways if place)

    def __str__(self) -> str:
        return f"{self.mention.kind} ({self.mention.status})"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The whole reading: the report, its mentions in the order of the text, and which sides each claim's words were taken to mean."""

    report: Report
    told: tuple[Told, ...]
    loose: tuple[Claim, ...]
    sides: dict[str, frozenset[str]]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim."""
        return (*(claim for told in self.told for claim in told.claims), *self.loose)

    def whose(self, claim: Claim) -> frozenset[str]:
        """The sides of the people that it counts or names; "civilian" where the text only calls them so."""
        standing = claim.value.standing if isinstance(claim.value, Count) else None
        return frozenset({CIVILIAN}) if standing is Standing.CIVILIAN else self.sides.get(claim.id, frozenset())


def make_view(report: Report, reading: Reading, resolution: Resolution) -> View:
    """Lay a reading out."""
    claims = sorted(reading.claims, key=lambda claim: (claim.span.start, claim.span.end, claim.slot, claim.id))
    ids = {mention.id for mention in reading.mentions}
    records = {record.id: record for record in resolution.records}
    incidents = group_mentions(reading.mentions, reading.claims, resolution.links, records)
    taken = {mention.id for incident in incidents for mention in incident.mentions}
    told = [_gather(mention, claims, is_incident=mention.id in taken) for mention in reading.mentions]
    return View(
        report=report,
        told=tuple(sorted(told, key=lambda one: (one.mention.anchor.start, one.mention.anchor.end, one.mention.kind, one.mention.id))),
        loose=tuple(claim for claim in claims if claim.mention_id not in ids),
        sides=_read_sides(resolution),
    )


def is_said_by(claim: Claim, name: str | None) -> bool:
    """Whether that speaker stands in the claim's chain; ``None`` asks for the publisher's own voice."""
    if name is None:
        return claim.is_own_voice
    return any(link.role in _OUTSIDE and names_agree(link.name, name) for link in claim.said_by)


def describe_speaker(claim: Claim) -> str:
    """Who says it, for people who read the cases."""
    named = [link.name or "(not named)" for link in claim.said_by if link.role in _OUTSIDE]
    return " < ".join(named) if named else "own voice"


def _gather(mention: Mention, claims: Sequence[Claim], *, is_incident: bool) -> Told:
    own = tuple(claim for claim in claims if claim.mention_id == mention.id)
    spans = [mention.anchor, *(claim.span for claim in own)]
    letters = frozenset(offset for span in spans for offset in range(span.start, span.end))
    return Told(mention=mention, claims=own, letters=letters, is_incident=is_incident)


def _read_sides(resolution: Resolution) -> dict[str, frozenset[str]]:
    parties = {record.id: record.side for record in resolution.records if isinstance(record, Party) and record.side}
    found: dict[str, set[str]] = {}
    for link in resolution.links:
        if link.role in ("value", "whose") and link.record_id in parties:
            found.setdefault(link.claim_id, set()).add(parties[link.record_id])
    return {claim_id: frozenset(sides) for claim_id, sides in found.items()}
