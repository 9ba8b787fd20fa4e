"""How many were killed, wounded, captured, missing or displaced, whose they were, and who is named."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ceasewatch.model.claim import Slot, Stance
from ceasewatch.model.values import Count
from ceasewatch.understand.events import VIOLENT
from ceasewatch.understand.numbers import find_quantities
from ceasewatch.understand.people.count_found import CountFound
from ceasewatch.understand.slots.findings import Finding, Stage

_THEY = re.compile(r"\W*(?:they|all of them|the (?:group|men|fighters|soldiers))\b", re.IGNORECASE)
_HELD = re.compile(r"\b(?:were|being|been|are)\s+(?:\w+ly\s+|also\s+|later\s+)?$", re.IGNORECASE)
_GROUP = re.compile(
    r"\bgroups? of (?P<number>(?:(?:more|fewer|less) than |over |at least |up to |about |around |some |nearly )?[\w,]+)"
    r" (?P<people>(?:[\w’'-]+ ){0,2}?[A-Za-z’'-]+)(?= who| that| from| near|[,.;]|$)",
    re.IGNORECASE,
)
_NAMED_ITS = re.compile(
    r"\b(?:named|identified) (?:its|their) (?:\w+ ){0,2}(?:dead|killed|victims|fallen|wounded|injured)\b", re.IGNORECASE
)
_BARE_TOLL = re.compile(
    r"\b(?:(?:confirm|acknowledg|admitt|report|count|record|register)(?:ed|e?s|ing)\s+(?:only\s+|just\s+)?|spoke of |speaks of "
    r"|put (?:it|the (?:number|figure|toll)) at )"
    r"(?P<number>(?:(?:at least|more than|over|up to|about|around|some|nearly)\s+)?"
    r"(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?))(?=\s*(?:[.,;]|$| so far\b))",
    re.IGNORECASE,
)
_KINDS = {
    Slot.KILLED: VIOLENT,
    Slot.WOUNDED: VIOLENT,
    Slot.CAPTURED: {"capture", "abduction"},
    Slot.MISSING: VIOLENT | {"abduction", "capture"},
    Slot.DISPLACED: {"displacement"},
}


def find_casualties(stage: Stage) -> Iterator[Finding]:
    """Every count of people in the sentence, for the nearest event that can have caused it."""
    for found in (*stage.scene.counts, *_find_bare_tolls(stage)):
        event = stage.nearest(found.cue_start, _KINDS[found.slot])
        if event is not None:
            stance = Stance.DENIES if found.is_denied else None
            yield Finding(event=event, slot=found.slot, value=found.count, start=found.start, end=found.end, stance=stance)


def _find_bare_tolls(stage: Stage) -> Iterator[CountFound]:
    """Counts that do not say of what: "six guards died; the rebels confirmed three" speaks of the dead as well."""
    for toll in _BARE_TOLL.finditer(stage.scene.text):
        earlier = [found.slot for found in stage.scene.counts if found.end <= toll.start()]
        slots = set(earlier) or {found.slot for found in (stage.previous.counts if stage.previous else ())}
        quantities = find_quantities(toll["number"])
        is_told = any(found.start < toll.end() and toll.start("number") < found.end for found in stage.scene.counts)
        start, end = toll.span("number")
        if len(slots) == 1 and quantities and not is_told and _has_speaker(stage, start, end):
            count = Count(low=quantities[0].low, high=quantities[0].high, words=toll["number"])
            yield CountFound(start=start, end=end, slot=slots.pop(), count=count, cue_start=toll.start(), cue_end=end)


def _has_speaker(stage: Stage, start: int, end: int) -> bool:
    """Whether it is known who says so, besides the publisher."""
    shift = stage.scene.sentence.start
    return len(stage.voices.at(start + shift, end + shift).said_by) > 1


def find_carried_captives(stage: Stage) -> Iterator[Finding]:
    """How many were held when the sentence says only "they": the group that the sentence before counts."""
    previous = stage.previous
    captures = [(event, trigger) for event, telling in stage.tellings for trigger in telling.triggers if trigger.kind == "capture"]
    if previous is None or not captures or any(found.slot is Slot.CAPTURED for found in stage.scene.counts):
        return
    event, trigger = captures[0]
    is_they = _THEY.match(stage.scene.text) is not None and _HELD.search(stage.scene.text[: trigger.start]) is not None
    for group in _GROUP.finditer(previous.text) if is_they else ():
        quantities = find_quantities(group.group("number"))
        if quantities:
            shift = previous.sentence.start - stage.scene.sentence.start
            whose = group.group("people")
            count = Count(low=quantities[0].low, high=quantities[0].high, words=f"{quantities[0].words} {whose}", whose=whose)
            yield Finding(event=event, slot=Slot.CAPTURED, value=count, start=group.start() + shift, end=trigger.end)
            return


def find_named_people(stage: Stage) -> Iterator[Finding]:
    """Every person named as dead, hurt, held or missing, with rank as written."""
    for found in stage.scene.named:
        event = stage.nearest(found.start, _KINDS.get(found.slot, VIOLENT))
        if event is not None:
            whose = found.who.whose or _carry_whose(stage, found.slot)
            yield Finding(event=event, slot=Slot.NAMED, value=replace(found.who, whose=whose), start=found.start, end=found.end)


def _carry_whose(stage: Stage, slot: Slot) -> str | None:
    """Whose the named people are: whoever "named its dead", or whose dead were just as many a sentence or two before."""
    own = _NAMED_ITS.search(stage.scene.text)
    owners = [party.name for party in stage.scene.parties if own and party.end <= own.start()]
    if owners:
        return owners[-1]
    named = sum(1 for found in stage.scene.named if found.slot is slot)
    for earlier in reversed(stage.before):
        if earlier.sentence.paragraph != stage.scene.sentence.paragraph:
            return None
        for found in earlier.counts:
            if found.slot is slot and found.count.low == found.count.high == named:
                return found.count.whose
    return None
