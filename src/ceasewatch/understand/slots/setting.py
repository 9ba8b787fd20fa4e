"""What kind of event it was, when and where."""

from collections.abc import Iterator

from ceasewatch.model.claim import Slot
from ceasewatch.model.values import Category
from ceasewatch.understand.events import VIOLENT
from ceasewatch.understand.places import PlaceFound
from ceasewatch.understand.slots.findings import Finding, Stage

_WAYS = {"from", "to", "towards", "toward", "into", "through", "via", "between", "out of", "bound for"}


def find_kinds(stage: Stage) -> Iterator[Finding]:
    """One kind for each event in the sentence: the most telling word there."""
    for event, telling in stage.tellings:
        best = telling.best
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
    for place in stage.scene.places:
        if stage.frames(place.start, place.end) or _is_within_party(stage, place):
            continue
        relation = (place.where.relation or "").casefold()
        event = stage.nearest(place.start, VIOLENT) if relation not in _WAYS else stage.nearest(place.start)
        if event is None or (relation in _WAYS and stage.events[event].kind == "movement") or relation in ("from", "out of"):
            continue
        yield Finding(event=event, slot=Slot.WHERE, value=place.where, start=place.start, end=place.end)


def _is_within_party(stage: Stage, place: PlaceFound) -> bool:
    return any(party.start <= place.start and place.end <= party.end for party in stage.scene.parties)
