"""Two readings, one of a report and one of the same report with the sides' names exchanged, held against each other field by field."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from ceasewatch.model.claim import Chain, Claim, SpeakerRole
from ceasewatch.model.codec import to_plain
from ceasewatch.model.gap import Gap, GapReason
from ceasewatch.model.mention import Mention
from ceasewatch.model.reading import Reading, Resolution
from ceasewatch.model.record import Link, Place, Record
from ceasewatch.model.report import Span
from ceasewatch.model.values import Count, Who
from quality.exchange import Exchange, Exchanged

Row = Mapping[str, Any]
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that came out otherwise: what each reading has there."""

    field: str
    expected: Any
    found: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One mention, claim, link or gap of either reading beside what answers to it in the other: how many fields, and which differ."""

    noun: str
    key: Key
    fields: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """How many fields and how many claims were compared, and what came out otherwise."""

    fields: int
    claims: int
    changed: tuple[Change, ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Every field that differs."""
        return tuple(difference for change in self.changed for difference in change.differences)

    @property
    def claims_that_differ(self) -> int:
        """How many claims differ in any field, or stand in one reading only."""
        return sum(change.noun == "claim" for change in self.changed)


class _Frame:
    """How the nouns of one reading are written down: with its places moved and its names exchanged, or just as they are."""

    def __init__(self, exchange: Exchange | None, moved: Exchanged | None) -> None:
        self._exchange = exchange
        self._moved = moved

    def span(self, span: Span | None) -> tuple[int, int] | None:
        if span is None:
            return None
        moved = self._moved.move_span(span) if self._moved else span
        return moved.start, moved.end

    def words(self, words: str | None) -> str | None:
        return self._exchange.in_words(words) if self._exchange and words is not None else words

    def plain(self, data: Any) -> Any:
        if isinstance(data, str):
            return self.words(data)
        if isinstance(data, dict):
            return {name: self.plain(value) for name, value in data.items()}
        return [self.plain(value) for value in data] if isinstance(data, list) else data

    def record(self, record: Record, words: str | None, speaker: str | None) -> str:
        """A party or place by its name without hyphens, since ids of what is known only by name are made of it, and so are countries'.

        A party without a counterpart is the same one on both sides. Words without any name ("the other side") lean on who says them.
        """
        name = record.label if isinstance(record, Place) else record.name
        if self._exchange is not None and not self._stays(record, words, speaker):
            name = self._exchange.in_record(name)
        return name.replace("-", " ")

    def _stays(self, record: Record, words: str | None, speaker: str | None) -> bool:
        """Whether a party is the same one on both sides."""
        if self._exchange is None or isinstance(record, Place):
            return False
        return self._exchange.records.get(record.id) == record.id or self._is_lone(words, speaker)

    def _is_lone(self, words: str | None, speaker: str | None) -> bool:
        """Whether words mean a party without counterpart, by its name or, where they hold no name at all, because it is the speaker."""
        if self._exchange is None or (words and self._exchange.in_text(words).count):
            return False
        return any(self._exchange.is_lone(name) for name in (words, speaker) if name)

    def chain(self, chain: Chain) -> list[dict[str, Any]]:
        """Who says it; bylines are people's names and stay."""
        return [
            {
                "role": link.role,
                "name": link.name if link.role is SpeakerRole.BYLINE else self.words(link.name),
                "span": self.span(link.span),
            }
            for link in chain
        ]


def compare(original: tuple[Reading, Resolution], swapped: tuple[Reading, Resolution], exchange: Exchange, moved: Exchanged) -> Compared:
    """Bring the first reading to the other side, and count the fields in which the second is not the same."""
    ours, theirs = _Frame(exchange, moved), _Frame(None, None)
    before, after = (_leave_places(one) for one in (original, swapped)) if not exchange.are_places_compared else (original, swapped)
    parts = zip(_write_down(*before, ours), _write_down(*after, theirs), strict=True)
    changes = {noun: list(_compare_rows(noun, expected, found)) for (noun, expected), (_, found) in parts}
    return Compared(
        fields=sum(change.fields for part in changes.values() for change in part),
        claims=len(changes["claim"]),
        changed=tuple(change for part in changes.values() for change in part if change.differences),
    )


def _leave_places(read: tuple[Reading, Resolution]) -> tuple[Reading, Resolution]:
    """A reading without which places on the map its names were taken to mean."""
    reading, resolution = read
    places = {record.id for record in resolution.records if isinstance(record, Place)}
    links = tuple(link for link in resolution.links if link.record_id not in places)
    gaps = tuple(gap for gap in resolution.gaps if gap.reason not in (GapReason.PLACE_UNKNOWN, GapReason.PLACE_AMBIGUOUS))
    return reading, replace(resolution, links=links, gaps=gaps)


def _write_down(reading: Reading, resolution: Resolution, frame: _Frame) -> Iterator[tuple[str, list[tuple[Key, Row]]]]:
    anchors = {mention.id: frame.span(mention.anchor) for mention in reading.mentions}
    claims = {claim.id: _claim_key(claim, anchors, frame) for claim in reading.claims}
    records = {record.id: record for record in resolution.records}
    yield "mention", [_write_mention(mention, frame) for mention in reading.mentions]
    yield "claim", [_write_claim(claim, claims[claim.id], frame) for claim in reading.claims]
    told = {claim.id: claim for claim in reading.claims}
    yield "link", [_write_link(link, told.get(link.claim_id), claims, records, frame) for link in resolution.links]
    yield "gap", [_write_gap(gap, frame) for gap in (*reading.gaps, *resolution.gaps)]


def _write_mention(mention: Mention, frame: _Frame) -> tuple[Key, Row]:
    return (frame.span(mention.anchor),), {"kind": mention.kind, "status": mention.status, "anchor": frame.span(mention.anchor)}


def _claim_key(claim: Claim, anchors: Mapping[str, Any], frame: _Frame) -> Key:
    return (anchors.get(claim.mention_id), claim.slot.value, frame.span(claim.span))


def _write_claim(claim: Claim, key: Key, frame: _Frame) -> tuple[Key, Row]:
    row = {
        "mention": key[0],
        "slot": claim.slot,
        "span": key[2],
        "value": frame.plain(to_plain(claim.value)),
        "said_by": frame.chain(claim.said_by),
        "stance": claim.stance,
        "certainty": claim.certainty,
        "origin": claim.origin,
    }
    return key, dict(_flatten("", row))


def _write_link(
    link: Link, claim: Claim | None, claims: Mapping[str, Key], records: Mapping[str, Record], frame: _Frame
) -> tuple[Key, Row]:
    record = records.get(link.record_id)
    key = (claims.get(link.claim_id), link.role)
    words, speaker = (_words_of(claim, link.role), claim.speaker.name) if claim else (None, None)
    name = link.record_id if record is None else frame.record(record, words, speaker)
    return key, {"claim": key[0], "role": link.role, "record": name, "by": link.by, "score": link.score}


def _words_of(claim: Claim, role: str) -> str | None:
    """Which of a claim's words a link of that role was made from."""
    if role == "speaker":
        return claim.speaker.name
    value = claim.value
    if role == "whose":
        return value.whose if isinstance(value, Count | Who) else None
    return value.name if isinstance(value, Who) else None


def _write_gap(gap: Gap, frame: _Frame) -> tuple[Key, Row]:
    key = (gap.reason.value, gap.slot, frame.span(gap.span))
    return key, {"reason": gap.reason, "slot": gap.slot, "span": key[2], "detail": frame.words(gap.detail)}


def _flatten(path: str, data: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(data, dict) and data:
        for name, value in data.items():
            yield from _flatten(f"{path}.{name}" if path else name, value)
    elif isinstance(data, list) and data:
        for number, value in enumerate(data):
            yield from _flatten(f"{path}[{number}]", value)
    else:
        yield path, data


def _compare_rows(noun: str, expected: Sequence[tuple[Key, Row]], found: Sequence[tuple[Key, Row]]) -> Iterator[Change]:
    left, right = _group(expected), _group(found)
    nothing: Row = {}
    for key in sorted({**left, **right}, key=repr):
        for one, other in zip_longest(left.get(key, []), right.get(key, []), fillvalue=nothing):
            names = sorted({**one, **other})
            differences = tuple(
                Difference(field=name, expected=one.get(name), found=other.get(name))
                for name in names
                if name not in one or name not in other or one[name] != other[name]
            )
            yield Change(noun=noun, key=key, fields=len(names), differences=differences)


def _group(rows: Sequence[tuple[Key, Row]]) -> dict[Key, list[Row]]:
    """Rows by their key; those with one key in an order that does not hang on the order of reading."""
    groups: dict[Key, list[Row]] = {}
    for key, row in rows:
        groups.setdefault(key, []).append(row)
    return {key: sorted(group, key=lambda row: json.dumps(row, sort_keys=True, default=str)) for key, group in groups.items()}
