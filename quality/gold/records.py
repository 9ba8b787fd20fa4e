"""One annotated report, standing off from its text: spans are code points, half-open; every name is a span too, never words.

A line of ``claims/*.jsonl`` is one report as one annotator read it::

    {"document": "fakes/nna-001", "sha256": "...", "annotator": "a1", "codebook": "1", "byline": [s, e] | absent,
     "mentions": [{"anchor": [s, e], "kind": "air_strike", "status": "reported", "aggregate": true | absent}],
     "claims": [{"mention": 0, "slot": "killed", "evidence": [s, e],
                 "chain": [{"role": "speaker", "words": [s, e], "name": [s, e] | null}],
                 "stance": "asserts", "certainty": "stated",
                 "low": 9, "high": null, "whose": [s, e], "standing": "civilian",   (counts)
                 "first": "2031-05-04", "last": "2031-05-04",                       (when; either may be null, never both)
                 "name": [s, e], "relation": [s, e], "rank": [s, e]}]}              (places, parties, persons, things)

Fields that do not apply are left out; ``low`` and ``high`` both ``null``: some, without a number.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from ceasewatch.errors import DataMissing
from ceasewatch.model.claim import Certainty, Slot, SpeakerRole, Stance
from ceasewatch.model.mention import Status
from ceasewatch.model.values import Standing

CODEBOOK = "1"
COUNTS = frozenset({Slot.KILLED, Slot.WOUNDED, Slot.CAPTURED, Slot.MISSING, Slot.DISPLACED})
THINGS = frozenset({Slot.MEANS, Slot.MOVED, Slot.BUILT, Slot.FOUND})
WORDS = frozenset({Slot.NOTIFIED, Slot.ASKED, Slot.REFUSED, Slot.PURPOSE, Slot.PROVISION})
NAMES = frozenset({Slot.WHERE, Slot.ACTOR, Slot.TARGET, Slot.FIRED_FIRST, Slot.RESPONSIBLE, Slot.NAMED})
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """One event: where the report first names it, its kind and status, and whether it is a sum over several events."""

    anchor: Stretch
    kind: str
    status: Status
    is_aggregate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSpeaker:
    """One link of the chain: where it stands, and where its fullest name stands; ``name`` is ``None`` for hearsay."""

    role: SpeakerRole
    words: Stretch
    name: Stretch | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldCount:
    """Bounds; both ``None``: some, without a number."""

    low: int | None
    high: int | None
    whose: Stretch | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDays:
    """First and last day, both included; ``None`` where that end is open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldName:
    """A place, a party, a person or a thing, by where its name stands."""

    name: Stretch
    relation: Stretch | None = None
    rank: Stretch | None = None
    whose: Stretch | None = None
    count: GoldCount | None = None


GoldValue = GoldCount | GoldDays | GoldName | None
"""``None`` for slots whose value is the words of the evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """Somebody says one thing about one mention. An empty chain is the publisher's own voice."""

    mention: int
    slot: Slot
    evidence: Stretch
    chain: tuple[GoldSpeaker, ...]
    value: GoldValue
    stance: Stance = Stance.ASSERTS
    certainty: Certainty = Certainty.STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One report as one annotator read it."""

    document: str
    sha256: str
    annotator: str
    codebook: str
    mentions: tuple[GoldMention, ...]
    claims: tuple[GoldClaim, ...]
    byline: Stretch | None = None


def read_annotations(path: Path) -> Iterator[Annotation]:
    """Every line of one file.

    Raises:
        DataMissing: a line is not an annotation.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield from_plain(json.loads(line))
        except (KeyError, TypeError, ValueError) as problem:
            raise DataMissing(f"{path}, line {number}: {problem!r}") from problem


def write_line(annotation: Annotation) -> str:
    """One line, without what does not apply."""
    return json.dumps(to_plain(annotation), separators=(",", ":"))


def to_plain(annotation: Annotation) -> dict[str, Any]:
    """The annotation as plain data."""
    return _drop_absent(
        {
            "document": annotation.document,
            "sha256": annotation.sha256,
            "annotator": annotation.annotator,
            "codebook": annotation.codebook,
            "byline": annotation.byline,
            "mentions": [_mention_to_plain(one) for one in annotation.mentions],
            "claims": [_claim_to_plain(one) for one in annotation.claims],
        }
    )


def _mention_to_plain(one: GoldMention) -> dict[str, Any]:
    return _drop_absent({"anchor": one.anchor, "kind": one.kind, "status": one.status.value, "aggregate": one.is_aggregate or None})


def _claim_to_plain(one: GoldClaim) -> dict[str, Any]:
    return {
        "mention": one.mention,
        "slot": one.slot.value,
        "evidence": one.evidence,
        "chain": [{"role": link.role.value, "words": link.words, "name": link.name} for link in one.chain],
        "stance": one.stance.value,
        "certainty": one.certainty.value,
        **_value_to_plain(one.value),
    }


def _value_to_plain(value: GoldValue) -> dict[str, Any]:
    if isinstance(value, GoldCount):
        rest = {"whose": value.whose, "standing": value.standing.value if value.standing else None}
        return {"low": value.low, "high": value.high, **_drop_absent(rest)}
    if isinstance(value, GoldDays):
        return {name: day.isoformat() if day else None for name, day in (("first", value.first), ("last", value.last))}
    if isinstance(value, GoldName):
        counted = _value_to_plain(replace(value.count, whose=None, standing=None)) if value.count else {}
        rest = {"name": value.name, "relation": value.relation, "rank": value.rank, "whose": value.whose}
        return {**_drop_absent(rest), **counted}
    return {}


def from_plain(plain: Mapping[str, Any]) -> Annotation:
    """The annotation that plain data holds.

    Raises:
        KeyError, TypeError, ValueError: it holds none.
    """
    return Annotation(
        document=plain["document"],
        sha256=plain["sha256"],
        annotator=plain["annotator"],
        codebook=plain["codebook"],
        byline=_stretch(plain.get("byline")),
        mentions=tuple(
            GoldMention(
                anchor=_need(one["anchor"]), kind=one["kind"], status=Status(one["status"]), is_aggregate=bool(one.get("aggregate"))
            )
            for one in plain["mentions"]
        ),
        claims=tuple(_claim_from_plain(one) for one in plain["claims"]),
    )


def _claim_from_plain(plain: Mapping[str, Any]) -> GoldClaim:
    slot = Slot(plain["slot"])
    return GoldClaim(
        mention=plain["mention"],
        slot=slot,
        evidence=_need(plain["evidence"]),
        chain=tuple(
            GoldSpeaker(role=SpeakerRole(link["role"]), words=_need(link["words"]), name=_stretch(link["name"])) for link in plain["chain"]
        ),
        value=_value_from_plain(slot, plain),
        stance=Stance(plain["stance"]),
        certainty=Certainty(plain["certainty"]),
    )


def _value_from_plain(slot: Slot, plain: Mapping[str, Any]) -> GoldValue:
    if slot in COUNTS:
        standing = plain.get("standing")
        whose = _stretch(plain.get("whose"))
        return GoldCount(low=plain["low"], high=plain["high"], whose=whose, standing=Standing(standing) if standing else None)
    if slot is Slot.WHEN:
        return GoldDays(**{name: date.fromisoformat(plain[name]) if plain[name] else None for name in ("first", "last")})
    if slot in WORDS:
        return None
    return GoldName(
        name=_need(plain["name"]),
        relation=_stretch(plain.get("relation")),
        rank=_stretch(plain.get("rank")),
        whose=_stretch(plain.get("whose")),
        count=GoldCount(low=plain["low"], high=plain["high"]) if "low" in plain else None,
    )


def _drop_absent(plain: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in plain.items() if value is not None}


def _need(value: Any) -> Stretch:
    start, end = value
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
        raise ValueError(f"no stretch of text: {value}")
    return start, end


def _stretch(value: Any) -> Stretch | None:
    return None if value is None else _need(value)
