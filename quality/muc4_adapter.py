"""Turns what our reader found in one report into templates as MUC-4 has them.

It adds no reading of its own: an incident type comes of a mention's kind, a filler of a claim. Our kinds have no arson, robbery or forced
work stoppage, so these are never given. MUC-4 keeps plans and habits out, and so does this. A victim is somebody named: MUC-4 has other
slots for people who are only described, which GTT leaves out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ceasewatch.model.claim import Claim, Slot, Stance
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.reading import Reading
from ceasewatch.model.report import Report
from ceasewatch.model.values import Thing, Who
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
                yield "Target", name
            case Who(name=name) if claim.slot is Slot.NAMED:
                yield "Victim", name
            case Thing(name=name) if claim.slot is Slot.MEANS:
                yield "Weapon", name


def is_organisation(name: str, text: str) -> bool:
    """Whether a name is that of a body, not of people: by its last word, or as a short form that the text puts into brackets."""
    if _MEMBERS.match(name):
        return False
    return _BODY.search(name) is not None or f"[{name}]" in text or f"({name})" in text
