"""What kind of event it was, when and where."""

import re
from collections.abc import Iterator

from ceasewatch.model.claim import Slot, Stance
from ceasewatch.model.values import Category
from ceasewatch.understand.events import VIOLENT
from ceasewatch.understand.slots.findings import Finding, Stage
from ceasewatch.understand.spotting.places import PlaceFound

_THE_VEHICLES = re.compile(r"\bthe (?:\w+ )?(?:vehicles?|cars?|trucks?|lorr(?:y|ies)|convoys?|columns?|bus(?:es)?)\b", re.IGNORECASE)
_ROAD = re.compile(r"\b(?:road|highway|route|track|motorway|corridor|pass)\b", re.IGNORECASE)
_HAPPENED = re.compile(r"\b(?:happened|occurred|took place|taken place|unfolded|was recorded)\b", re.IGNORECASE)
_SITS = re.compile(r"\s+(?:in|at|of|from)\s+(?:the\s+)?", re.IGNORECASE)
_OFFICES = frozenset({"ministry", "state", "media", "organisation", "person", "unclear", "mission"})
_MADE_READY = re.compile(
    r"\b(?:planned|prepared|organi[sz]ed|ordered|trained|directed|issued|published)\s+(?:in|from|at)\s+(?:the\s+)?$", re.IGNORECASE
)
_BEHIND_DATELINE = re.compile(r"(?:,[^()–—\n]{0,40})?\s*(?:\([^)\n]{1,40}\)\s*)?(?:\s--?|[–—])\s")
_LOOK_BACK = 3
_WAYS = {"from", "to", "towards", "toward", "via", "out of", "bound for", "for"}


def find_kinds(stage: Stage) -> Iterator[Finding]:
    """One kind for each event in the sentence: the most telling word there.

    A death is no kind where the report
    tells what it came of, nor is the stop or the load that was part of it. Who rejects
    what is said about "the clash" does not deny the clash.
    """
    for event, telling in stage.tellings:
        best = telling.best
        told = stage.events[event]
        if (best.kind in ("killing", "wounding") and told.kind != best.kind) or (told.is_violent and best.kind not in VIOLENT):
            continue
        shift = stage.scene.sentence.start
        stance = stage.voices.at(best.start + shift, best.end + shift).stance
        if best.is_definite and stance in (Stance.DENIES, Stance.DOUBTS):
            continue
        value = Category(code=best.kind, words=stage.scene.text[best.start : best.end])
        yield Finding(event=event, slot=Slot.KIND, value=value, start=best.start, end=best.end)


def find_whens(stage: Stage) -> Iterator[Finding]:
    """The time that the sentence gives for each event."""
    for event, telling in stage.tellings:
        time = telling.time
        if time is not None and time.when is not None:
            yield Finding(event=event, slot=Slot.WHEN, value=time.when, start=time.start, end=time.end)


def find_wheres(stage: Stage) -> Iterator[Finding]:
    """The places that the sentence gives; for a movement, where from and where to are part of what moved instead."""
    if not stage.tellings and not _HAPPENED.search(stage.scene.text):
        return
    for place in stage.scene.places:
        if stage.frames(place.start, place.end) or _is_within_other(stage, place) or _is_dateline(stage, place):
            continue
        is_way = (place.where.relation or "").casefold() in _WAYS
        event = stage.nearest(place.start) if is_way else stage.nearest(place.start, VIOLENT)
        if event is None or (is_way and stage.events[event].kind != "displacement"):
            continue
        yield Finding(event=event, slot=Slot.WHERE, value=place.where, start=place.start, end=place.end)


def find_stopped_on(stage: Stage) -> Iterator[Finding]:
    """Where somebody tried to stop "the vehicles": on the road that the sentences just before say they used."""
    stops = [(event, trigger) for event, telling in stage.tellings for trigger in telling.triggers if trigger.kind == "inspection"]
    if not stops or not _THE_VEHICLES.search(stage.scene.text) or any(_ROAD.search(place.where.name) for place in stage.scene.places):
        return
    for earlier in reversed(stage.before[-_LOOK_BACK:]):
        roads = [place for place in earlier.places if _ROAD.search(place.where.name)]
        if roads and any(trigger.kind == "movement" for trigger in earlier.triggers):
            shift = earlier.sentence.start - stage.scene.sentence.start
            road = roads[-1]
            yield Finding(event=stops[0][0], slot=Slot.WHERE, value=road.where, start=road.start + shift, end=road.end + shift)
            return


def _is_dateline(stage: Stage, place: PlaceFound) -> bool:
    """Whether the name only opens the report to say where it was written: "Strelsau — Shells fell ..."."""
    return place.start == 0 and place.where.relation is None and _BEHIND_DATELINE.match(stage.scene.text, place.end) is not None


def _is_within_other(stage: Stage, place: PlaceFound) -> bool:
    """Whether the name is part of a party's or a thing's name, says where an office sits, or stands in a demand."""
    others = [(party.start, party.end) for party in stage.scene.parties] + [(thing.start, thing.end) for thing in stage.scene.materiel]
    if any(start <= place.start and place.end <= end for start, end in others):
        return True
    offices = [party for party in stage.scene.parties if party.kind in _OFFICES and party.end < place.start]
    if any(_SITS.fullmatch(stage.scene.text[party.end : place.start]) for party in offices):
        return True
    if _MADE_READY.search(stage.scene.text[: place.start]):
        return True
    shift = stage.scene.sentence.start
    return stage.voices.at(place.start + shift, place.end + shift).stance is Stance.DEMANDS
