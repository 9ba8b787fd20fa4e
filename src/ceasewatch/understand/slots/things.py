"""What was moved, found, built and hit, and with which weapons."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ceasewatch.model.claim import Slot
from ceasewatch.model.values import Thing
from ceasewatch.understand.events import VIOLENT
from ceasewatch.understand.slots.findings import Finding, Stage
from ceasewatch.understand.spotting.materiel import MaterielFound
from ceasewatch.understand.spotting.places import PlaceFound

_MOVABLE = frozenset({"vehicle", "cargo", "weapon", "mine", "explosive", "aircraft"})
_FINDABLE = frozenset({"mine", "weapon", "explosive", "cargo", "vehicle"})
_WEAPONS = frozenset({"weapon", "explosive", "aircraft", "mine"})
_VEHICLES = frozenset({"vehicle", "aircraft"})
_SAME = re.compile(r"\b(?:the same|these|those)\s+(?:\w+\s+)?$", re.IGNORECASE)
_ROAD = re.compile(r"\b(?:road|highway|corridor|route|track|motorway|street|path|pass|bridge)\b", re.IGNORECASE)
_STRUCTURE = (
    r"(?:embass(?:y|ies)|consulates?|offices?|headquarters|buildings?|houses?|homes?|residences?|schools?|universit(?:y|ies)|hospitals?|clinics?"
    r"|churche?s?|mosques?|temples?|banks?|hotels?|restaurants?|shops?|markets?|(?:sub)?stations?|plants?|factor(?:y|ies)|farms?|bridges?"
    r"|pipelines?|power ?lines?|pylons?|towers?|depots?|warehouses?|barracks|bases?|posts?|garrisons?|airports?|airfields?|refiner(?:y|ies)"
    r"|terminals?|installations?|facilities|convoys?|bus(?:es)?|trucks?|lorr(?:y|ies)|cars?|vehicles?|ambulances?|trains?|jeeps?|planes?"
    r"|helicopters?|ships?|vessels?|boats?|tankers?)"
)
_NAME_OF_THING = rf"(?P<name>(?:(?!(?:and|or|of|in|on|at|by|with|who|which|that|the|an?)\b)[\w'’-]+\s+){{0,4}}?{_STRUCTURE})(?!['’-]?\w)"
_ENDS_THERE = (
    r"(?=\s*(?:[.,;:()\[]|$)|\s+(?:in|on|at|of|near|and|with|where|which|that|by|after|while|during|when|as|for|to|from|belonging|carrying"
    r"|located|early|late|yesterday|today|last|this|was|were)\b)"
)
_HIT_AHEAD = re.compile(
    rf"\s+(?:on\s+|at\s+|against\s+|in front of\s+|outside\s+|near\s+|inside\s+)?(?:the|an?|its|their|his|her|two|three|several|\d+)\s+"
    rf"{_NAME_OF_THING}{_ENDS_THERE}",
    re.IGNORECASE,
)
_HIT_BEFORE = re.compile(
    rf"(?:\b(?:the|an?|its|their|his|her|two|three|several|\d+)\s+|^){_NAME_OF_THING}"
    r"\s+(?:was|were|(?:has|had|have) been)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_HITTING = frozenset({"attack", "shelling", "air_strike", "explosion", "shooting"})
_FROM, _TO = {"from", "out of"}, {"to", "towards", "toward", "into", "bound for", "for"}


def find_things(stage: Stage) -> Iterator[Finding]:
    """Give every thing in the sentence to the nearest event that can be about it."""
    kinds = {trigger.kind for _, telling in stage.tellings for trigger in telling.triggers}
    if "movement" in kinds:
        yield from _find_moved(stage)
    if "find" in kinds:
        yield from _find_by_kind(stage, {"find"}, _FINDABLE, Slot.FOUND)
    if "fortification" in kinds:
        yield from _find_by_kind(stage, {"fortification"}, frozenset({"position"}), Slot.BUILT)
    if kinds & VIOLENT and not kinds & {"movement", "find"}:
        yield from _find_by_kind(stage, VIOLENT, _WEAPONS, Slot.MEANS)


def find_things_hit(stage: Stage) -> Iterator[Finding]:
    """Buildings, works and vehicles that were attacked: "attacked a power station", "the bridge was shelled"."""
    text = stage.scene.text
    for event, telling in stage.tellings:
        for trigger in telling.triggers:
            is_participle = text[trigger.start : trigger.end].lower().endswith("ed")
            match = _HIT_AHEAD.match(text, trigger.end) or (_HIT_BEFORE.search(text[: trigger.start]) if is_participle else None)
            if trigger.kind in _HITTING and match is not None:
                thing = Thing(name=match["name"])
                yield Finding(event=event, slot=Slot.TARGET, value=thing, start=match.start("name"), end=match.end("name"))


def _find_by_kind(stage: Stage, kinds: set[str] | frozenset[str], families: frozenset[str], slot: Slot) -> Iterator[Finding]:
    for found in stage.scene.materiel:
        event = stage.nearest(found.start, kinds)
        if any(one.kind == "clash" and one.start <= found.start < one.end for one in stage.scene.triggers):
            continue
        if found.family in families and event is not None:
            yield Finding(event=event, slot=slot, value=found.thing, start=found.start, end=found.end)


def _find_moved(stage: Stage) -> Iterator[Finding]:
    things = [found for found in stage.scene.materiel if found.family in _MOVABLE]
    carriers = [found for found in things if found.family in _VEHICLES]
    loads = [found for found in things if found.family not in _VEHICLES]
    for found in carriers or loads:
        event = stage.nearest(found.start, {"movement"})
        if event is None:
            continue
        thing = _carry_count(stage, found)
        load = ", ".join(one.thing.name for one in loads) if carriers and loads else None
        yield Finding(event=event, slot=Slot.MOVED, value=replace(_give_way(stage, thing), load=load), start=found.start, end=found.end)


def _carry_count(stage: Stage, found: MaterielFound) -> Thing:
    """Read "the same vehicles": they are those of the sentence before, with their name and their number."""
    if stage.previous is None or not _SAME.search(stage.scene.text[: found.start]):
        return found.thing
    earlier = [one.thing for one in stage.previous.materiel if one.family == found.family and one.thing.count is not None]
    return earlier[-1] if earlier else found.thing


def _give_way(stage: Stage, thing: Thing) -> Thing:
    places = stage.scene.places
    return replace(thing, moved_from=_place(places, _FROM), moved_to=_place(places, _TO), by_road=_road(places))


def _place(places: Sequence[PlaceFound], relations: set[str]) -> str | None:
    return next(
        (one.where.name for one in places if (one.where.relation or "").casefold() in relations and not _ROAD.search(one.where.name)), None
    )


def _road(places: Sequence[PlaceFound]) -> str | None:
    return next((one.where.name for one in places if _ROAD.search(one.where.name)), None)
