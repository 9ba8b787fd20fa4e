"""Turns what our reader found in one report into templates as MUC-4 has them.

It adds no reading of its own: an incident type comes of a mention's kind, a filler of a claim. Our kinds have no arson, robbery or forced
work stoppage, so these are never given. MUC-4 keeps plans and habits out, and so does this. A victim is somebody named: MUC-4 has other
slots for people who are only described, which GTT leaves out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ceasewatch.model.claim import Claim, Slot, Stance
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.reading import Reading
from ceasewatch.model.report import Report
from ceasewatch.model.values import Thing, Who
from ceasewatch.understand.capitals import restore_case
from ceasewatch.understand.people.person_names import find_person_names
from ceasewatch.understand.spotting.wordlists import read_table, split_cell
from quality.muc4_gtt import Template, make_template

TYPES = {
    "clash": "attack",
    "attack": "attack",
    "shooting": "attack",
    "killing": "attack",
    "shelling": "attack",
    "air_strike": "attack",
    "violation": "attack",
    "explosion": "bombing",
    "suicide_bombing": "bombing",
    "grenade": "bombing",
    "abduction": "kidnapping",
}
_TOLD = (Status.REPORTED, Status.BACKGROUND)
_DOERS = (Slot.ACTOR, Slot.RESPONSIBLE)
_BODY = re.compile(
    r"\b(?:army|front|forces?|movement|cartel|party|alliance|unity|union|league|command|brigade|battalion|regiment|squads?|guard|navy|police"
    r"|military|government|ministry|regime|organi[sz]ation|group|coalition|council|committee|militia)(?=\s*$|\s+of\b)",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\b(?:embass(?:y|ies)|consulates?|offices?|headquarters|stations?|barracks|garrisons?|posts?|banks?|convoys?|council)$", re.IGNORECASE
)
_MEMBERS = re.compile(
    r"^(?:\w+\s+)?(?:members?|men|soldiers?|troops|elements?|units?|individuals?|people(?!['’]s)|subjects)\b", re.IGNORECASE
)


def list_incidents(reading: Reading) -> tuple[Mention, ...]:
    """The events that MUC-4 has templates for."""
    return tuple(mention for mention in reading.mentions if mention.kind in TYPES and mention.status in _TOLD)


def make_templates(report: Report, reading: Reading) -> tuple[Template, ...]:
    """One template for each incident that the report tells of; incidents that come out the same are one."""
    made: list[Template] = []
    for mention in list_incidents(reading):
        template = _fill_template(report, mention, [claim for claim in reading.claims if claim.mention_id == mention.id])
        if template not in made:
            made.append(template)
    return tuple(made)


def _fill_template(report: Report, mention: Mention, claims: Sequence[Claim]) -> Template:
    fillers: dict[str, list[tuple[str]]] = {}
    for role, words in dict.fromkeys(_read_fillers(report, claims)):
        fillers.setdefault(role, []).append((words,))
    return make_template(TYPES[mention.kind], fillers)


def _read_fillers(report: Report, claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    for claim in claims:
        if claim.stance is Stance.DENIES:
            continue
        match claim.value:
            case Who(name=name) if claim.slot in _DOERS:
                yield "PerpOrg" if is_organisation(name, report.text) else "PerpInd", name
            case Who(name=name) if claim.slot is Slot.TARGET:
                yield from read_target(name)
            case Who(name=name) if claim.slot is Slot.NAMED:
                yield "Victim", name
            case Thing(name=name) if claim.slot is Slot.TARGET:
                yield "Target", name
            case Thing(name=name) if claim.slot is Slot.MEANS:
                yield "Weapon", name


def read_target(name: str) -> Iterator[tuple[str, str]]:
    """Whom or what it was aimed at: MUC-4 tells a person with a name from a thing; people without names have slots that GTT leaves out."""
    people = find_person_names(restore_case(name))
    if people:
        yield "Victim", name[people[0].name_start : people[0].end]
    elif _THING.search(name):
        yield "Target", name


def is_organisation(name: str, text: str) -> bool:
    """Whether a name is that of a body, not of people: by its last word, as a known name, or as a short form that stands in brackets."""
    if _MEMBERS.match(name):
        return False
    is_known = name.casefold() in _known_bodies()
    return is_known or _BODY.search(name) is not None or f"[{name}]" in text or f"({name})" in text


@cache
def _known_bodies() -> frozenset[str]:
    return frozenset(name.casefold() for row in read_table("party_names.csv") for name in split_cell(row["names"]))
