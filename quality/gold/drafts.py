"""Turns an annotator's draft, in which quotations stand for spans, into an annotation; every fault is told, and nothing is guessed.

The draft's form is told in ``docs/codebook.md``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from ceasewatch.model.claim import Certainty, Slot, SpeakerRole, Stance
from ceasewatch.model.kinds import kinds
from ceasewatch.model.mention import Status
from ceasewatch.model.values import Standing
from quality.gold.records import (
    CODEBOOK,
    COUNTS,
    NAMES,
    THINGS,
    WORDS,
    Annotation,
    GoldClaim,
    GoldCount,
    GoldDays,
    GoldMention,
    GoldName,
    GoldSpeaker,
    GoldValue,
    Stretch,
)
from quality.gold.texts import Text

_SLOTS = COUNTS | THINGS | WORDS | NAMES | {Slot.WHEN}
_NTH = re.compile(r"^(?P<words>.*?)\s?#(?P<nth>\d+)$", re.DOTALL)
_COUNT = re.compile(r"^(?P<low>\d+)?(?P<range>\.\.)?(?P<high>\d+)?$")
_DAY = re.compile(r"^(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?$")


class Fault(ValueError):
    """One thing in a draft that cannot stand."""


@dataclass(slots=True)
class _Draft:
    text: str
    faults: list[str] = field(default_factory=list)

    def find(self, quotation: Any, within: Stretch | None = None) -> Stretch:
        """Where a quotation stands: inside a stretch if it does, else in the whole text, where it must stand once or have its number."""
        if not isinstance(quotation, str) or not quotation.strip():
            raise Fault(f"{quotation!r} is no quotation")
        if within is not None and (start := self.text.find(quotation, *within)) >= 0:
            return start, start + len(quotation)
        numbered = _NTH.match(quotation)
        places = self._places(quotation)
        if not places and numbered:
            quotation, nth = numbered["words"], int(numbered["nth"])
            places = self._places(quotation)[nth - 1 : nth] if nth else []
        if not places:
            raise Fault(f"“{quotation}” is not in the text")
        if len(places) > 1 and within is None:
            raise Fault(f"“{quotation}” is {len(places)} times in the text: lengthen it, or say which with #1, #2, ...")
        start = min(places, key=lambda place: abs(place - within[0])) if within else places[0]
        return start, start + len(quotation)

    def _places(self, quotation: str) -> list[int]:
        """Whole words only."""
        pattern = rf"(?<!\w){re.escape(quotation)}(?!\w)" if quotation[0].isalnum() and quotation[-1].isalnum() else re.escape(quotation)
        return [match.start() for match in re.finditer(pattern, self.text)]


def take_draft(draft: Mapping[str, Any], text: Text, annotator: str) -> tuple[Annotation | None, list[str]]:
    """The annotation that a draft gives, or ``None`` with every fault of it."""
    reading = _Draft(text=text.text)
    numbers: dict[Any, int] = {}
    mentions: list[GoldMention] = []
    for row in draft.get("mentions", []):
        with _Telling(reading, f"mention {row.get('id')}"):
            mentions.append(_take_mention(row, reading))
            numbers[row["id"]] = len(mentions) - 1
    chains: dict[str, tuple[GoldSpeaker, ...]] = {}
    for name, links in draft.get("speakers", {}).items():
        with _Telling(reading, f"speaker {name}"):
            chains[name] = tuple(_take_speaker(link, reading, None) for link in links)
    claims: list[GoldClaim] = []
    for number, row in enumerate(draft.get("claims", []), 1):
        with _Telling(reading, f"claim {number} ({row.get('slot')}, “{row.get('in')}”)"):
            claims.append(_take_claim(row, reading, numbers, draft.get("speakers", {}), chains))
    byline: Stretch | None = None
    if draft.get("byline"):
        with _Telling(reading, "byline"):
            byline = reading.find(draft["byline"], (0, len(text.text)))
    if reading.faults:
        return None, reading.faults
    annotation = Annotation(
        document=text.document,
        sha256=text.sha256,
        annotator=annotator,
        codebook=CODEBOOK,
        byline=byline,
        mentions=tuple(mentions),
        claims=tuple(claims),
    )
    return annotation, []


class _Telling:
    """Keeps a fault with where it was found, and goes on."""

    def __init__(self, reading: _Draft, place: str) -> None:
        self._reading = reading
        self._place = place

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, _: object) -> bool:
        if isinstance(problem, KeyError | ValueError | TypeError | AttributeError):
            what = f"lacks {problem}" if isinstance(problem, KeyError) else str(problem)
            self._reading.faults.append(f"{self._place}: {what}")
            return True
        return False


def _take_mention(row: Mapping[str, Any], reading: _Draft) -> GoldMention:
    if row["kind"] not in kinds():
        raise Fault(f"there is no kind “{row['kind']}”")
    return GoldMention(
        anchor=reading.find(row["anchor"]), kind=row["kind"], status=Status(row["status"]), is_aggregate=bool(row.get("aggregate"))
    )


def _take_speaker(link: Mapping[str, Any], reading: _Draft, within: Stretch | None) -> GoldSpeaker:
    words = reading.find(link["words"], within or (0, len(reading.text)))
    name = link["name"]
    return GoldSpeaker(
        role=SpeakerRole(link["role"]), words=words, name=None if name is None else reading.find(name, (0, len(reading.text)))
    )


def _take_claim(
    row: Mapping[str, Any],
    reading: _Draft,
    numbers: Mapping[Any, int],
    speakers: Mapping[str, Any],
    chains: Mapping[str, tuple[GoldSpeaker, ...]],
) -> GoldClaim:
    slot = Slot(row["slot"])
    if slot not in _SLOTS:
        raise Fault(f"{slot.value} is not annotated as a claim")
    if row["m"] not in numbers:
        raise Fault(f"there is no mention {row['m']}")
    if row["by"] not in chains:
        raise Fault(f"there is no speaker {row['by']}")
    evidence = reading.find(row["in"])
    return GoldClaim(
        mention=numbers[row["m"]],
        slot=slot,
        evidence=evidence,
        chain=tuple(_nearest(link, reading, evidence) for link in speakers[row["by"]]),
        value=_take_value(slot, row, reading, evidence),
        stance=Stance(row.get("stance", "asserts")),
        certainty=Certainty(row.get("certainty", "stated")),
    )


def _nearest(link: Mapping[str, Any], reading: _Draft, evidence: Stretch) -> GoldSpeaker:
    """The link where it stands nearest to the evidence."""
    return _take_speaker(link, reading, evidence)


def _take_value(slot: Slot, row: Mapping[str, Any], reading: _Draft, evidence: Stretch) -> GoldValue:
    if slot in WORDS:
        return None
    if slot is Slot.WHEN:
        return read_days(row["days"])
    whose = reading.find(row["whose"], evidence) if row.get("whose") else None
    if slot in COUNTS:
        low, high = read_count(row["count"])
        standing = Standing(row["standing"]) if row.get("standing") else None
        return GoldCount(low=low, high=high, whose=whose, standing=standing)
    low, high = read_count(row.get("count", "some"))
    return GoldName(
        name=reading.find(row["name"], evidence),
        relation=reading.find(row["relation"], evidence) if row.get("relation") else None,
        rank=reading.find(row["rank"], evidence) if row.get("rank") else None,
        whose=whose,
        count=GoldCount(low=low, high=high) if "count" in row else None,
    )


def read_count(words: Any) -> tuple[int | None, int | None]:
    """Bounds from "9", "9..", "..9", "9..12" or "some".

    Raises:
        Fault: it is none of these.
    """
    if words == "some":
        return None, None
    match = _COUNT.match(str(words))
    if not match or not (match["low"] or match["high"]):
        raise Fault(f"“{words}” is no count")
    low, high = (int(match[name]) if match[name] else None for name in ("low", "high"))
    if not match["range"]:
        high = low
    if low is not None and high is not None and low > high:
        raise Fault(f"“{words}”: the low bound is above the high one")
    return low, high


def read_days(words: Any) -> GoldDays:
    """Days from "2031-05-04", "2031-05", "2031", "a/b", "a/" (a and after) or "/b" (b and before).

    Raises:
        Fault: it is none of these.
    """
    first, slash, last = str(words).partition("/")
    begins = _read_day(first)[0] if first else None
    ends = _read_day(last)[1] if last else None
    if not slash and first:
        ends = _read_day(first)[1]
    if begins is None and ends is None:
        raise Fault(f"“{words}” is no day")
    if begins and ends and begins > ends:
        raise Fault(f"“{words}” ends ahead of its beginning")
    return GoldDays(first=begins, last=ends)


def _read_day(words: str) -> tuple[date, date]:
    match = _DAY.match(words)
    if not match:
        raise Fault(f"“{words}” is no day")
    year, month, day = (int(match[name]) if match[name] else None for name in ("year", "month", "day"))
    if year is None or month is None:
        return date(year or 1, 1, 1), date(year or 1, 12, 31)
    if day is None:
        following = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), following - timedelta(days=1)
    return date(year, month, day), date(year, month, day)
