"""The rows of a case file: each slot, each version of it, and everyone who gives that version.

Versions stand in the alphabetical order of their speakers and so do the speakers within a version: nobody is put first for being
believed, for being a side, or for being many.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ceasewatch.model.claim import Certainty, Claim, Slot, Stance
from ceasewatch.model.record import Party
from ceasewatch.model.values import Count
from ceasewatch.show.accounts import COUNTED, versions_differ
from ceasewatch.show.chains import ChainPart, fold, name_speaker, split_chain
from ceasewatch.show.labels import CERTAINTY_WORDS, SLOT_WORDS, STANCE_WORDS
from ceasewatch.show.material import Material
from ceasewatch.show.quotations import Quotation
from ceasewatch.show.words import describe_details, describe_record, describe_uncertainty, describe_value, quote

_TAKEN_AS_RECORD = frozenset({Slot.WHERE, Slot.ACTOR, Slot.TARGET, Slot.FIRED_FIRST, Slot.RESPONSIBLE})
_NOT_SAID_WHOSE = "not said whose"
_ORDER = (*(slot for slot in Slot if slot is not Slot.KIND), Slot.KIND)
"""The order of the rows. What the event is called comes last: it has the most words and says the least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One claim as shown: who says it, by what chain, how firmly, in which sentence of which report."""

    claim_id: str
    speaker: str
    chain: tuple[ChainPart, ...]
    stance: str
    certainty: str
    report_id: str
    report_number: int
    quotation: Quotation

    @property
    def chain_words(self) -> str:
        """Who says it, as one line."""
        return "".join(part.lead + part.name for part in self.chain)

    @property
    def manner(self) -> str:
        """How it is said, where that is not plainly: "denies it", "as hearsay", "accuses, as a suspicion"."""
        stance = "" if self.stance == STANCE_WORDS[Stance.ASSERTS] else self.stance
        certainty = "" if self.certainty == CERTAINTY_WORDS[Certainty.STATED] else self.certainty
        return ", ".join(part for part in (stance, certainty) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a slot. ``stance`` is "denied" or "doubted" where its speakers stand against it, else empty.

    ``origins`` counts the independent speakers; ``details`` are what else is told of it, each in the report's words.
    """

    value: str
    stance: str
    details: tuple[str, ...]
    origins: int
    sayings: tuple[Saying, ...]

    @property
    def voices(self) -> tuple[tuple[Saying, ...], ...]:
        """The sayings, those of one chain in one report and one manner together."""
        return tuple(tuple(group) for _, group in groupby(self.sayings, key=lambda one: (one.chain, one.manner, one.report_id)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One slot, or one people within a slot that counts people (``whose``), with every version side by side."""

    slot: Slot
    label: str
    whose: str | None
    versions: tuple[Version, ...]
    versions_differ: bool


def build_rows(claims: Sequence[Claim], material: Material, numbers: Mapping[str, int]) -> tuple[Row, ...]:
    """Return the rows in a fixed order; ``numbers`` gives each report its number in the list of reports."""
    return tuple(
        _build_row(slot, whose, group, material, numbers)
        for slot in _ORDER
        for whose, group in _split_by_people([claim for claim in claims if claim.slot is slot], material)
    )


def _build_row(slot: Slot, whose: str | None, claims: Sequence[Claim], material: Material, numbers: Mapping[str, int]) -> Row:
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((_stand(claim), _headline(claim, material)), []).append(claim)
    versions = [_build_version(value, stance, group, material, numbers, whose) for (stance, value), group in groups.items()]
    return Row(
        slot=slot,
        label=SLOT_WORDS[slot],
        whose=whose,
        versions=tuple(sorted(versions, key=lambda one: (fold(one.sayings[0].speaker), fold(one.value), one.stance))),
        versions_differ=versions_differ(claims, material),
    )


def _build_version(
    value: str, stance: str, claims: Sequence[Claim], material: Material, numbers: Mapping[str, int], whose: str | None
) -> Version:
    starts = {claim.id: claim.span.start for claim in claims}
    sayings = sorted((_build_saying(claim, material, numbers) for claim in claims), key=lambda one: _saying_key(one, starts[one.claim_id]))
    ordered = sorted(claims, key=lambda one: (numbers[one.span.report_id], one.span.start, one.id))
    return Version(
        value=value,
        stance=stance,
        details=_join_details(value, whose, ordered, material),
        origins=count_origins(claims),
        sayings=tuple(sayings),
    )


def _build_saying(claim: Claim, material: Material, numbers: Mapping[str, int]) -> Saying:
    return Saying(
        claim_id=claim.id,
        speaker=name_speaker(claim),
        chain=split_chain(claim.said_by),
        stance=STANCE_WORDS[claim.stance],
        certainty=CERTAINTY_WORDS[claim.certainty],
        report_id=claim.span.report_id,
        report_number=numbers[claim.span.report_id],
        quotation=material.quotation(claim),
    )


def count_origins(claims: Iterable[Claim]) -> int:
    """Count the independent speakers: two outlets that quote one ministry are one; an unnamed speaker is one for each report."""
    return len({fold(claim.speaker.name) if claim.speaker.name else f"{claim.span.report_id}:{claim.speaker.role}" for claim in claims})


def _split_by_people(claims: Iterable[Claim], material: Material) -> list[tuple[str | None, list[Claim]]]:
    """Group the claims of a slot that counts people by the people counted, in alphabetical order; another slot is one group."""
    groups: dict[str, list[Claim]] = {}
    names: dict[str, set[str]] = {}
    for claim in claims:
        key, labels = _people(claim, material)
        groups.setdefault(key, []).append(claim)
        names.setdefault(key, set()).update(labels)
    labelled = [(" / ".join(sorted(names[key], key=fold)) or None, group) for key, group in groups.items()]
    return sorted(labelled, key=lambda pair: (pair[0] == _NOT_SAID_WHOSE, fold(pair[0] or ""), pair[1][0].id))


def _people(claim: Claim, material: Material) -> tuple[str, set[str]]:
    if claim.slot not in COUNTED:
        return "", set()
    parties = material.parties(claim, "whose")
    if parties:
        return "+".join(sorted({_side(party) for party in parties})), {party.name for party in parties}
    whose = claim.value.whose if isinstance(claim.value, Count) else None
    return (f"“{' '.join(whose.casefold().split())}”", {quote(whose)}) if whose else (_NOT_SAID_WHOSE, {_NOT_SAID_WHOSE})


def _side(party: Party) -> str:
    return party.side or party.id


def _headline(claim: Claim, material: Material) -> str:
    """The version in large type: the record's names where the words were taken to mean exactly one, else the words."""
    records = material.records(claim, "value")
    if claim.slot in _TAKEN_AS_RECORD and len(records) == 1:
        return describe_record(records[0])
    return describe_value(claim.value)


def _join_details(value: str, whose: str | None, claims: Sequence[Claim], material: Material) -> tuple[str, ...]:
    """What else the claims tell, each once; what the row's own label says already is left out."""
    told = [detail.removeprefix(whose or "").removeprefix(", ") for claim in claims for detail in _details(claim, value, material)]
    positions = [describe_uncertainty(place) for claim in claims if claim.slot is Slot.WHERE for place in material.places(claim)]
    return tuple(dict.fromkeys(detail for detail in told + positions if detail))


def _details(claim: Claim, value: str, material: Material) -> tuple[str, ...]:
    """What else a claim tells: its own details, and the words or the record behind the large type."""
    written = describe_value(claim.value)
    if written != value:
        return (*describe_details(claim.value), f"written {quote(written)}")
    return (*describe_details(claim.value), *(f"taken to mean {name}" for name in _meant(claim, material) if name != value))


def _meant(claim: Claim, material: Material) -> tuple[str, ...]:
    return tuple(describe_record(record) for record in material.records(claim, "value"))


def _stand(claim: Claim) -> str:
    return {Stance.DENIES: "denied", Stance.DOUBTS: "doubted"}.get(claim.stance, "")


def _saying_key(saying: Saying, start: int) -> tuple[str, str, int, str, int, str]:
    return fold(saying.speaker), fold(saying.chain_words), saying.report_number, saying.manner, start, saying.claim_id


def list_speakers(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return everyone who says anything, in alphabetical order, each once."""
    names = {fold(saying.speaker): saying.speaker for row in rows for version in row.versions for saying in version.sayings}
    return tuple(names[key] for key in sorted(names))
