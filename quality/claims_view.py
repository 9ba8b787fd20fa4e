"""What a report was read to say, in one form for annotations and for readings, so that either can be held against the other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ceasewatch.model.claim import Certainty, Claim, Slot, SpeakerRole, Stance
from ceasewatch.model.mention import Status
from ceasewatch.model.reading import Reading
from ceasewatch.model.values import Category, Count, Standing, Thing, When, Where, Who
from quality.gold.records import Annotation, GoldClaim, GoldCount, GoldDays, GoldName, GoldSpeaker, Stretch

Value = tuple[int | None, int | None] | tuple[date | None, date | None] | str | None
"""Bounds of a count, first and last day, a name; ``None`` where the value is the words of the evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenMention:
    """One event: kind, status, where it is first named, and the days that are given for it."""

    anchor: Stretch
    kind: str
    status: Status
    days: frozenset[Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenClaim:
    """One claim. ``chain`` is without the publisher and bylines, nearest first: names, ``None`` for hearsay; empty for own voice."""

    mention: int
    slot: Slot
    value: Value
    whose: str | None
    standing: Standing | None
    chain: tuple[str | None, ...]
    stance: Stance
    certainty: Certainty
    evidence: Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Everything that was read in one report."""

    document: str
    text: str
    mentions: tuple[SeenMention, ...]
    claims: tuple[SeenClaim, ...]


def see_annotation(annotation: Annotation, text: str) -> Seen:
    """What an annotator read in a text."""
    claims = tuple(_see_gold(claim, text) for claim in annotation.claims)
    mentions = tuple(
        SeenMention(anchor=one.anchor, kind=one.kind, status=one.status, days=_days(claims, number))
        for number, one in enumerate(annotation.mentions)
    )
    return Seen(document=annotation.document, text=text, mentions=mentions, claims=claims)


def see_reading(document: str, text: str, reading: Reading) -> Seen:
    """What the program read in a text. The kind is told with the mention, so claims of a kind are left out."""
    numbers = {mention.id: number for number, mention in enumerate(reading.mentions)}
    claims = tuple(
        _see_claim(claim, numbers[claim.mention_id])
        for claim in reading.claims
        if claim.mention_id in numbers and not isinstance(claim.value, Category)
    )
    mentions = tuple(
        SeenMention(anchor=(one.anchor.start, one.anchor.end), kind=one.kind, status=one.status, days=_days(claims, numbers[one.id]))
        for one in reading.mentions
    )
    return Seen(document=document, text=text, mentions=mentions, claims=claims)


def _days(claims: Sequence[SeenClaim], mention: int) -> frozenset[Value]:
    return frozenset(one.value for one in claims if one.mention == mention and one.slot is Slot.WHEN)


def _see_gold(claim: GoldClaim, text: str) -> SeenClaim:
    def words(stretch: Stretch | None) -> str | None:
        return text[slice(*stretch)] if stretch else None

    value = claim.value
    return SeenClaim(
        mention=claim.mention,
        slot=claim.slot,
        value=_gold_value(value, words),
        whose=words(value.whose) if isinstance(value, GoldCount | GoldName) else None,
        standing=value.standing if isinstance(value, GoldCount) else None,
        chain=tuple(_gold_names(claim.chain, words)),
        stance=claim.stance,
        certainty=claim.certainty,
        evidence=claim.evidence,
    )


def _gold_value(value: GoldCount | GoldDays | GoldName | None, words: Callable[[Stretch | None], str | None]) -> Value:
    if isinstance(value, GoldCount):
        return value.low, value.high
    if isinstance(value, GoldDays):
        return value.first, value.last
    return words(value.name) if value else None


def _gold_names(chain: Sequence[GoldSpeaker], words: Callable[[Stretch | None], str | None]) -> Iterator[str | None]:
    return (words(link.name) for link in chain if link.role is not SpeakerRole.BYLINE)


def _see_claim(claim: Claim, mention: int) -> SeenClaim:
    value = claim.value
    return SeenClaim(
        mention=mention,
        slot=claim.slot,
        value=_read_value(claim),
        whose=value.whose if isinstance(value, Count | Who) else None,
        standing=value.standing if isinstance(value, Count) else None,
        chain=tuple(link.name for link in claim.said_by if link.role in (SpeakerRole.SPEAKER, SpeakerRole.SOURCE)),
        stance=claim.stance,
        certainty=claim.certainty,
        evidence=(claim.span.start, claim.span.end),
    )


def _read_value(claim: Claim) -> Value:
    value = claim.value
    if isinstance(value, Count):
        return value.low, value.high
    if isinstance(value, When):
        return value.first_day, value.last_day
    return value.name if isinstance(value, Where | Who | Thing) else None
