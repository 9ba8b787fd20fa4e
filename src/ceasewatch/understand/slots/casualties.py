"""How many were killed, wounded, captured, missing or displaced, whose they were, and who is named."""

from collections.abc import Iterator

from ceasewatch.model.claim import Slot, Stance
from ceasewatch.understand.events import VIOLENT
from ceasewatch.understand.slots.findings import Finding, Stage

_KINDS = {
    Slot.KILLED: VIOLENT,
    Slot.WOUNDED: VIOLENT,
    Slot.CAPTURED: {"capture", "abduction"},
    Slot.MISSING: VIOLENT | {"abduction", "capture"},
    Slot.DISPLACED: {"displacement"},
}


def find_casualties(stage: Stage) -> Iterator[Finding]:
    """Every count of people in the sentence, for the nearest event that can have caused it."""
    for found in stage.scene.counts:
        event = stage.nearest(found.cue_start, _KINDS[found.slot])
        if event is not None:
            stance = Stance.DENIES if found.is_denied else None
            yield Finding(event=event, slot=found.slot, value=found.count, start=found.start, end=found.end, stance=stance)


def find_named_people(stage: Stage) -> Iterator[Finding]:
    """Every person named as dead, hurt, held or missing, with rank as written."""
    for found in stage.scene.named:
        event = stage.nearest(found.start, _KINDS.get(found.slot, VIOLENT))
        if event is not None:
            yield Finding(event=event, slot=Slot.NAMED, value=found.who, start=found.start, end=found.end)
