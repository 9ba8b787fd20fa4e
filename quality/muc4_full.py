"""Turns what our reader found in one report into full MUC-4 templates, as far as it goes.

It adds no reading of its own. What our reader does not say is left empty: the kind of target, its nation, and whether the deed counts as
terrorism.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ceasewatch.model.claim import Claim, Slot, Stance
from ceasewatch.model.countries import countries
from ceasewatch.model.mention import Mention
from ceasewatch.model.reading import Reading, Resolution
from ceasewatch.model.record import Place
from ceasewatch.model.report import Report
from ceasewatch.model.values import Count, Thing, When, Where, Who
from quality.muc4_adapter import TYPES, is_organisation, list_incidents
from quality.muc4_fills import INSTRUMENTS
from quality.muc4_slots import SLOTS, Choice, Fill, FullTemplate, canonical, canonical_place

_EFFECTS = {Slot.KILLED: "DEATH", Slot.WOUNDED: "INJURY"}
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()

Row = tuple[str, str, str | None]
"""A slot, a value, and what it is about where the slot names that."""


def make_full_templates(report: Report, reading: Reading, resolution: Resolution) -> tuple[FullTemplate, ...]:
    """One template for each incident that the report tells of; incidents that come out the same are one."""
    places = _list_places(resolution)
    made: dict[tuple[Row, ...], None] = {}
    for mention in list_incidents(reading):
        claims = [claim for claim in reading.claims if claim.mention_id == mention.id and claim.stance is not Stance.DENIES]
        made[tuple(dict.fromkeys(_read_rows(report, mention, claims, places)))] = None
    return tuple(_make_template(number, rows) for number, rows in enumerate(made, start=1))


def _make_template(number: int, rows: Iterable[Row]) -> FullTemplate:
    slots: dict[str, tuple[Fill, ...]] = dict.fromkeys(SLOTS, ())
    for slot, value, about in rows:
        tags = frozenset() if about is None else frozenset({canonical(about) or "-"})
        read = canonical_place(value.split(":")) if slot == "inc-loc" else canonical(value)
        if read:
            slots[slot] += (Fill(choices=(Choice(value=read, tags=tags),)),)
    return FullTemplate(number=str(number), is_optional=False, slots=slots)


def _read_rows(report: Report, mention: Mention, claims: Sequence[Claim], places: Mapping[str, Place]) -> Iterator[Row]:
    yield "inc-type", TYPES[mention.kind], None
    yield "inc-stage", "ACCOMPLISHED", None
    yield from [("inc-date", _write_date(claim.value), None) for claim in claims if isinstance(claim.value, When)][:1]
    yield from [("inc-loc", _write_place(claim.value, places.get(claim.id)), None) for claim in claims if isinstance(claim.value, Where)][
        :1
    ]
    for claim in claims:
        match claim.value:
            case Who() if claim.slot in (Slot.ACTOR, Slot.RESPONSIBLE):
                yield from _read_doer(claim, claim.value.name, report.text)
            case Who(name=name) if claim.slot is Slot.TARGET:
                yield "phys-tgt-id", name, None
            case Who() if claim.slot is Slot.NAMED:
                yield from _read_person(claim.value)
            case Count() if claim.slot in _EFFECTS:
                yield from _read_toll(_EFFECTS[claim.slot], claim.value)
            case Thing(name=name) if claim.slot is Slot.MEANS:
                yield "inc-instr-id", name, None
                yield from (("inc-instr-type", kind, name) for kind in _read_instrument(name))


def _read_doer(claim: Claim, name: str, text: str) -> Iterator[Row]:
    if not is_organisation(name, text):
        yield "perp-ind-id", name, None
        return
    yield "perp-org-id", name, None
    is_blamed = claim.stance is Stance.ACCUSES or not claim.is_own_voice
    yield "perp-org-conf", "SUSPECTED OR ACCUSED" if is_blamed else "REPORTED AS FACT", name


def _read_person(who: Who) -> Iterator[Row]:
    yield "hum-tgt-name", who.name, None
    yield "hum-tgt-num", "1", who.name
    if who.rank:
        yield "hum-tgt-desc", who.rank, who.name


def _read_toll(effect: str, count: Count) -> Iterator[Row]:
    people = count.whose or "-"
    if count.whose:
        yield "hum-tgt-desc", count.whose, None
    yield "hum-tgt-num", _write_number(count), people
    yield "hum-tgt-effect", effect, people


def _read_instrument(name: str) -> list[str]:
    words = canonical(name)
    return [kind for kind in INSTRUMENTS if kind in words][:1]


def _write_number(count: Count) -> str:
    if not count.is_stated:
        return "PLURAL"
    if count.low == count.high:
        return str(count.low)
    return f"{'' if count.low is None else count.low} - {'' if count.high is None else count.high}".strip()


def _write_date(when: When) -> str:
    first, last = when.first_day, when.last_day
    if first == last:
        return _write_day(first)
    return f"{_write_day(first)} - {_write_day(last)}".strip()


def _write_day(day: date | None) -> str:
    return "" if day is None else f"{day.day:02} {_MONTHS[day.month - 1]} {day.year % 100:02}"


def _write_place(where: Where, place: Place | None) -> str:
    names = {country.code: country.name for country in countries()}
    if place is None or place.country is None:
        return where.name
    country = names.get(place.country, "")
    return country if place.kind == "country" else f"{country}: {where.name} (CITY)"


def _list_places(resolution: Resolution) -> dict[str, Place]:
    """The place that each claim's words most likely mean."""
    records = {record.id: record for record in resolution.records}
    found: dict[str, tuple[float, Place]] = {}
    for link in resolution.links:
        record = records.get(link.record_id)
        if isinstance(record, Place) and link.score > found.get(link.claim_id, (-1.0, record))[0]:
            found[link.claim_id] = link.score, record
    return {claim: place for claim, (_, place) in found.items()}
