"""Which sentences of a report tell of the same event.

A report opens with an event and comes back to it ("the clash", "the shooting") between older ones. An event word joins an event told
before when their times do not clash and it points back, stands near, or only adds to it; otherwise it opens a new one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.report import Report, Span
from ceasewatch.model.values import When
from ceasewatch.understand.events import VIOLENT, Trigger, best_trigger, is_aggregate, telling
from ceasewatch.understand.scenes import Scene
from ceasewatch.understand.times import TimeFound, TimeRelation
from ceasewatch.understand.voices import Voices

_FRESH = re.compile(
    r"\b(?:another|separate|separately|second|third|earlier|previous|similar|other|elsewhere|a new|in a different)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_OPENS_NEW = re.compile(
    r"^\W*(?:separately|elsewhere|in a separate|in another|in (?:a|another) (?:separate|different|similar) (?:incident|attack|development))\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\b(?:today[’']s|yesterday[’']s|the (?:latest|armed)?\s*incident)\b", re.IGNORECASE)
_NAMES_A_WAR = re.compile(
    r"\s+(?:[A-Z][\w-]+\s+){0,3}(?i:war|conflict|statement|agreements?|treaty|accords?|elections?|resolution|ceasefire|truce)\b"
)
_NEAR_PARAGRAPHS = 2
_LEAD_PARAGRAPHS = 3
_DIRECTLY = 30
_STALE = timedelta(days=7)
_WIDE = timedelta(days=40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The event words of one sentence that tell of one event, with the time that the sentence gives for it."""

    scene: int
    triggers: tuple[Trigger, ...]
    time: TimeFound | None

    @property
    def best(self) -> Trigger:
        """The event word that says most."""
        return best_trigger(self.triggers)


@dataclass(slots=True)
class Event:
    """One event while the report is being read: its tellings so far."""

    tellings: list[Telling] = field(default_factory=list)
    last_paragraph: int = 0
    opens_report: bool = False

    @property
    def kind(self) -> str:
        """The most telling kind that any sentence gives it; the first of those that are equally telling."""
        return max((telling_.best.kind for telling_ in self.tellings), key=telling)

    @property
    def when(self) -> When | None:
        """The narrowest time that any sentence gives it."""
        times = [one.time.when for one in self.tellings if one.time is not None and one.time.when is not None]
        return min(times, key=lambda when: when.width or timedelta.max) if times else None

    @property
    def is_violent(self) -> bool:
        """Whether somebody used arms."""
        return self.tellings[0].best.kind in VIOLENT

    @property
    def statuses(self) -> set[Status]:
        """How its sentences treat it."""
        return {one.best.status for one in self.tellings}


def find_events(scenes: Sequence[Scene], voices: Voices) -> list[Event]:
    """Return the events that a report tells of, in the order in which it first tells of them."""
    events: list[Event] = []
    for number, scene in enumerate(scenes):
        for telling_ in _read_tellings(number, scene, voices):
            event = _find_event(events, telling_, scene)
            if event is None:
                event = Event(opens_report=len({one.sentence.paragraph for one in scenes[: number + 1]}) <= _LEAD_PARAGRAPHS)
                events.append(event)
            event.tellings.append(telling_)
            event.last_paragraph = scene.sentence.paragraph
    return events


def record_mention(event: Event, report: Report, scenes: Sequence[Scene]) -> Mention:
    """Make the mention of an event: its anchor is the most telling word of its first sentence."""
    first = event.tellings[0]
    shift = scenes[first.scene].sentence.start
    anchor = Span(report_id=report.id, start=first.best.start + shift, end=first.best.end + shift)
    return Mention.record(kind=event.kind, anchor=anchor, status=_read_status(event, report.published))


def _read_status(event: Event, published: When | None) -> Status:
    for status in (Status.PATTERN, Status.PLAN, Status.HYPOTHETICAL):
        if event.statuses == {status}:
            return status
    if event.kind == "war":
        return Status.BACKGROUND
    when = event.when
    if when is None:
        return Status.REPORTED if event.is_violent or event.opens_report else Status.BACKGROUND
    if published is not None and published.earliest is not None and when.before is not None and when.before < published.earliest - _STALE:
        return Status.BACKGROUND
    return Status.REPORTED


def _read_tellings(number: int, scene: Scene, voices: Voices) -> Iterator[Telling]:
    groups: dict[str, list[Trigger]] = {}
    for trigger in scene.triggers:
        groups.setdefault("violent" if trigger.kind in VIOLENT else trigger.kind, []).append(trigger)
    times = [time for time in scene.times if _dates_an_event(time, scene, voices)]
    for triggers in groups.values():
        yield Telling(scene=number, triggers=tuple(triggers), time=_nearest_time(times, best_trigger(triggers), scene, len(groups)))


def _dates_an_event(time: TimeFound, scene: Scene, voices: Voices) -> bool:
    """Leave out when it was said, when a thing was made, and years that only name a war or a treaty."""
    shift = scene.sentence.start
    if time.relation in (TimeRelation.RECURRING, TimeRelation.DURATION) or voices.is_framing(time.start + shift, time.end + shift):
        return False
    if any(one.start <= time.start and time.end <= one.end for one in scene.materiel):
        return False
    return not _NAMES_A_WAR.match(scene.text, time.end)


def _nearest_time(times: Sequence[TimeFound], trigger: Trigger, scene: Scene, rivals: int) -> TimeFound | None:
    if not times:
        return None
    if rivals == 1:
        placed = [time for time in times if time.when is not None]
        return min(placed or times, key=lambda time: _distance(time, trigger))
    nearest = min(times, key=lambda time: _distance(time, trigger))
    others = [other for other in scene.triggers if other.kind != trigger.kind]
    is_taken = any(_distance(nearest, other) < _distance(nearest, trigger) and _between(scene.text, nearest, other) for other in others)
    return None if is_taken else nearest


def _between(text: str, time: TimeFound, other: Trigger) -> bool:
    """Whether a time belongs to another event word because it follows that word directly."""
    return other.end <= time.start and time.start - other.end < _DIRECTLY and "," not in text[other.end : time.start]


def _distance(time: TimeFound, trigger: Trigger) -> int:
    return max(time.start - trigger.end, trigger.start - time.end, 0)


def _find_event(events: Sequence[Event], telling_: Telling, scene: Scene) -> Event | None:
    is_violent = telling_.best.kind in VIOLENT
    rivals = [event for event in events if (event.is_violent if is_violent else event.kind == telling_.best.kind)]
    when = telling_.time.when if telling_.time else None
    if when is not None:
        return _find_dated(rivals, telling_, when, scene)
    if _OPENS_NEW.match(scene.text) or _is_fresh(telling_, scene):
        return None
    return _find_undated(rivals, telling_, scene)


def _find_dated(rivals: Sequence[Event], telling_: Telling, when: When, scene: Scene) -> Event | None:
    for event in reversed(rivals):
        near = scene.sentence.paragraph - event.last_paragraph <= _NEAR_PARAGRAPHS
        if event.when is not None:
            is_narrow = (when.width or timedelta.max) < _WIDE or scene.sentence.paragraph == event.last_paragraph
            if when.overlaps(event.when) and is_narrow and not _is_fresh(telling_, scene):
                return event
        elif near and (event.opens_report or telling_.best.is_definite) and not _is_fresh(telling_, scene):
            return event
    return None


def _find_undated(rivals: Sequence[Event], telling_: Telling, scene: Scene) -> Event | None:
    if _LEAD.search(scene.text) and rivals and rivals[0].opens_report:
        return rivals[0]
    points_back = any(trigger.is_definite for trigger in telling_.triggers)
    adds = telling_.best.kind in ("killing", "shooting", "clash")
    for event in reversed(rivals):
        gap = scene.sentence.paragraph - event.last_paragraph
        if not points_back and not _same_mood(event, telling_):
            continue
        if gap == 0 or points_back or (gap <= _NEAR_PARAGRAPHS and (adds or not event.is_violent)) or (adds and event.opens_report):
            return event
    return None


def _same_mood(event: Event, telling_: Telling) -> bool:
    return telling_.best.status in event.statuses


def _is_fresh(telling_: Telling, scene: Scene) -> bool:
    """Whether the sentence speaks of a further event ("another attack", "three separate attacks")."""
    return any(_FRESH.search(scene.text[: trigger.start]) or is_aggregate(scene.text, trigger) for trigger in telling_.triggers)
