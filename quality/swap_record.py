"""Two readings, one of a report and one of the same report with the sides' names exchanged, held against each other field by field."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from ceasewatch.model.claim import Chain, Claim, SpeakerRole
from ceasewatch.model.codec import to_plain
from ceasewatch.model.gap import Gap
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
    """One field that came out otherwise: of which noun, and what each reading has there."""

    noun: str
    field: str
    expected: Any
    found: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """How many fields were compared, and which differ."""

    fields: int
    differences: tuple[Difference, ...]


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
        """A party or place by its name, since ids of what is known only by name are made of it, and countries are places too.

        A party without a counterpart is the same one on both sides. Words without any name ("the other side") lean on who says them.
        """
        if isinstance(record, Place):
            return str(self.words(record.label))
        if self._exchange is None or self._exchange.records.get(record.id) == record.id or self._is_lone(words, speaker):
            return record.name
        return str(self.words(record.name))

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
    parts = zip(_write_down(*original, ours), _write_down(*swapped, theirs), strict=True)
    results = [_compare_rows(noun, expected, found) for (noun, expected), (_, found) in parts]
    return Compared(
        fields=sum(result.fields for result in results),
        differences=tuple(difference for result in results for difference in result.differences),
    )


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


def _compare_rows(noun: str, expected: Sequence[tuple[Key, Row]], found: Sequence[tuple[Key, Row]]) -> Compared:
    left, right = _group(expected), _group(found)
    fields = 0
    nothing: Row = {}
    differences: list[Difference] = []
    for key in sorted({**left, **right}, key=repr):
        for one, other in zip_longest(left.get(key, []), right.get(key, []), fillvalue=nothing):
            names = sorted({**one, **other})
            fields += len(names)
            differences += [
                Difference(noun=f"{noun} {key}", field=name, expected=one.get(name), found=other.get(name))
                for name in names
                if name not in one or name not in other or one[name] != other[name]
            ]
    return Compared(fields=fields, differences=tuple(differences))


def _group(rows: Sequence[tuple[Key, Row]]) -> dict[Key, list[Row]]:
    """Rows by their key; those with one key in an order that does not hang on the order of reading."""
    groups: dict[Key, list[Row]] = {}
    for key, row in rows:
        groups.setdefault(key, []).append(row)
    return {key: sorted(group, key=lambda row: json.dumps(row, sort_keys=True, default=str)) for key, group in groups.items()}
