"""The annotation of the seed report, turned into what a right reading would hold."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ceasewatch.model.claim import Slot

SIDES = {"AZ": "azerbaijani", "ARM": "armenian"}
CIVILIAN = "civilian"

KINDS: Mapping[str, frozenset[str]] = {
    "armed_clash": frozenset({"clash", "shooting", "attack", "killing"}),
    "alleged_military_transport": frozenset({"movement"}),
    "formal_notification": frozenset({"notification"}),
    "new_position_or_fortification": frozenset({"fortification"}),
    "traffic_sighting": frozenset({"movement"}),
    "mine_find": frozenset({"find"}),
    "alleged_military_transport_pattern": frozenset({"movement"}),
    "protest_on_corridor": frozenset({"protest", "blockade"}),
    "alleged_resource_extraction_pattern": frozenset({"extraction", "movement"}),
    "detention_of_armed_group": frozenset({"capture"}),
    "armed_attacks_aggregate": frozenset({"attack", "killing", "clash", "shooting"}),
    "infiltration_attempt_and_capture": frozenset({"capture", "infiltration"}),
    "grenade_attack": frozenset({"grenade", "attack", "explosion"}),
    "alleged_provocations_pattern": frozenset({"shelling", "infiltration", "attack", "violation"}),
    "fortification_pattern": frozenset({"fortification"}),
    "alleged_non_compliance": frozenset({"violation", "withdrawal"}),
    "peacekeeping_deployment": frozenset({"deployment"}),
    "diplomatic_proposal_and_rejection": frozenset({"proposal"}),
    "war_background": frozenset({"war"}),
}
"""Which of our kinds of event stand for each of the annotation's."""

_PATTERNS = ("_pattern", "alleged_non_compliance")
_EXACT = re.compile(r"(?:day|month)\b")
_COUNTED_ELSEWHERE = frozenset({"persons", "attacks", "days"})
_SLOTS = (Slot.KILLED, Slot.WOUNDED, Slot.CAPTURED)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldCount:
    """How many of which side. ``low`` is ``None`` where the report gives no number; ``is_least`` where it says "at least", "more than"."""

    slot: Slot
    side: str
    low: int | None
    is_least: bool
    speaker: str | None
    is_required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPerson:
    """One named dead: side, rank as written, and whether the report puts the rank in scare quotes."""

    name: str
    side: str
    rank: str | None
    rank_is_quoted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldThing:
    """Things of one kind, and how many."""

    what: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldItem:
    """One annotated item.

    ``speakers`` are whoever says it, farthest in the chain; ``None`` stands for the publisher's own voice. ``voices`` are everyone in
    those chains behind the publisher.
    """

    id: str
    type: str
    span: tuple[int, int]
    first_day: date | None
    last_day: date | None
    is_exact: bool
    places: tuple[str, ...]
    counts: tuple[GoldCount, ...]
    named_dead: tuple[GoldPerson, ...]
    things: tuple[GoldThing, ...]
    first_shot: tuple[str, str] | None
    speakers: tuple[str | None, ...]
    voices: tuple[str | None, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """Our kinds of event that this item may be given."""
        return KINDS[self.type]

    @property
    def is_pattern(self) -> bool:
        """Whether it has no single time and so must not become an incident."""
        return any(mark in self.type for mark in _PATTERNS)

    @property
    def is_context(self) -> bool:
        """Whether it must not become an incident at all."""
        return self.type == "war_background"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """One annotated statement; ``speaker`` is ``None`` for the publisher's own voice."""

    id: str
    speaker: str | None
    kind: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """The whole annotation."""

    items: tuple[GoldItem, ...]
    statements: tuple[GoldStatement, ...]


def load_gold(path: Path) -> Gold:
    """Read the annotation from its file."""
    return read_gold(json.loads(path.read_text(encoding="utf-8")))


def read_gold(data: Mapping[str, Any]) -> Gold:
    """Turn the annotation's own layout into ours."""
    return Gold(
        items=tuple(_read_item(item) for item in data["incidents"]),
        statements=tuple(
            GoldStatement(id=row["id"], speaker=_read_speaker(row["speaker"]), kind=row["kind"], span=(row["span"][0], row["span"][1]))
            for row in data.get("statements", ())
        ),
    )


def _read_item(item: Mapping[str, Any]) -> GoldItem:
    shot = item.get("first_shot")
    start, end = item["span"]
    return GoldItem(
        id=item["id"],
        type=item["type"],
        span=(start, end),
        first_day=_read_day(item["date_start"]),
        last_day=_read_day(item["date_end"]),
        is_exact=bool(_EXACT.match(item["date_precision"])),
        places=tuple(place for place in item["places_as_written"] if not place.startswith("(")),
        counts=tuple(_read_counts(item)),
        named_dead=tuple(_read_person(person) for person in item.get("named_dead", ())),
        things=tuple(
            GoldThing(what=row["what"], number=row["n"])
            for row in item["quantities"]
            if row["n"] is not None and row["what"] not in _COUNTED_ELSEWHERE
        ),
        first_shot=(SIDES[shot["alleged"]], shot["by"]) if shot else None,
        speakers=tuple(dict.fromkeys(_read_claimant(row)[0] for row in item["claimants"])),
        voices=tuple(dict.fromkeys(voice for row in item["claimants"] for voice in _read_claimant(row))),
    )


def _read_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _read_claimant(row: Mapping[str, Any]) -> tuple[str | None, ...]:
    """Everyone in the chain behind the publisher, the farthest first; the publisher too where it says it in its own voice."""
    outside = [_read_speaker(name) for name in reversed(row["chain"][2:])]
    return (*outside, None) if not outside or row["mode"].startswith("publisher's own voice") else tuple(outside)


def _read_speaker(text: str) -> str | None:
    if "own voice" in text:
        return None
    return re.sub(r"\([^)]*\)|\bunspecified\b|'", " ", text).strip()


def _read_counts(item: Mapping[str, Any]) -> Iterator[GoldCount]:
    """The counts that must be found, and those that may be: the report speaks of dead or captured there and gives no number."""
    for code, row in item["deaths_per_side"].items():
        side = SIDES.get(code, CIVILIAN)
        for slot in _SLOTS:
            number = row.get(slot)
            is_some = number is None and f"{slot}_stated" in row
            may_be_some = number is None and ((slot is Slot.CAPTURED and slot in row) or (slot is Slot.KILLED and "wounded_stated" in row))
            if number is not None or is_some or may_be_some:
                yield GoldCount(
                    slot=slot,
                    side=side,
                    low=number,
                    is_least=f"{slot}_qualifier" in row,
                    speaker=_find_counter(item["claimants"], code, slot),
                    is_required=not may_be_some,
                )
        if row.get(Slot.KILLED) is not None and "wounded_stated" in row:
            speaker = _find_counter(item["claimants"], code, Slot.WOUNDED)
            yield GoldCount(slot=Slot.KILLED, side=side, low=None, is_least=False, speaker=speaker, is_required=False)


def _find_counter(claimants: list[Mapping[str, Any]], code: str, slot: Slot) -> str | None:
    """Who gives this number: the claimant whose field names it, or who tells of injured at all, or who tells everything."""
    exact = [row for row in claimants if f"{code} {slot}=" in row["field"]]
    injured = [row for row in claimants if slot is Slot.WOUNDED and "injured" in row["field"]]
    row = (exact or injured or claimants)[0]
    return _read_claimant(row)[0]


def _read_person(row: Mapping[str, Any]) -> GoldPerson:
    written = row["rank_as_written"]
    rank = re.sub(r"\([^)]*\)|\"", "", written).strip() if written else None
    return GoldPerson(name=row["name"], side=SIDES[row["side"]], rank=rank, rank_is_quoted=bool(written) and "scare quotes" in written)
