"""Which sentences of a report tell of the same event.

A report opens with an event and comes back to it ("the clash", "the shooting") between older ones. An event word joins an event told
before when their times do not clash and it points back, stands near, or only adds to it; otherwise it opens a new one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from ceasewatch.model.claim import Stance
from ceasewatch.model.gap import GapReason
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.report import Report, Span
from ceasewatch.model.values import When
from ceasewatch.understand.events import VIOLENT, Trigger, best_trigger, is_aggregate, telling
from ceasewatch.understand.scenes import Scene
from ceasewatch.understand.speech.voices import Voices
from ceasewatch.understand.times import TimeFound, TimeRelation

_FRESH = re.compile(
    r"\b(?:another\s+(?:[\w-]+\s+){0,6}"
    r"|(?:separate|second|third|earlier|previous|similar|other(?! sides?\b| part(?:y|ies)\b)|a new|a different)\s+(?:[\w-]+\s+){0,2})$",
    re.IGNORECASE,
)
_OPENS_NEW = re.compile(
    r"^\W*(?:separately|elsewhere|in a separate|in another|in (?:a|another) (?:different|similar) (?:incident|attack|development))\b",
    re.IGNORECASE,
)
_CARRIES = re.compile(r"(?:carr|transport)", re.IGNORECASE)
_THE_VEHICLE = re.compile(
    r"\b(?:the|their|its|his)\s+(?:\w+\s+){0,2}(?:cars?|vehicles?|trucks?|lorr(?:y|ies)|convoy|bus|ambulance|boat|ship)\b"
    r"|\b(?:cars?|vehicles?|trucks?|lorries|convoys?)\s+(?:which|that|suspected|believed|said)\b",
    re.IGNORECASE,
)
_DAYS_AFTER = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?) after\b", re.IGNORECASE)
_MADE = re.compile(r"\b(?:made|produced|manufactured|assembled|born)\s+(?:\w+\s+){0,4}$", re.IGNORECASE)
_SPREAD = re.compile(
    r"\b(?:viral|published|posted|released|circulat\w+|aired|appeared|spread|surfaced|emerged|shared|broadcast|uploaded)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\b(?:today[’']s|yesterday[’']s|the (?:latest|armed)?\s*incident)\b", re.IGNORECASE)
_NAMES_A_WAR = re.compile(
    r"\s+(?:[A-Z][\w-]+\s+){0,3}(?i:war|conflict|statement|agreements?|treaty|accords?|elections?|resolution|ceasefire|truce)\b"
)
_STAGES = "violence and its stages"
_NEAR_PARAGRAPHS = 2
_CLEAR = 3
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
    is_violent: bool
    is_earlier: bool

    @property
    def best(self) -> Trigger:
        """The event word that says most; in a telling of violence, the violence itself if it is named."""
        violent = [trigger for trigger in self.triggers if trigger.kind in VIOLENT] if self.is_violent else []
        return best_trigger(violent or self.triggers)


@dataclass(slots=True)
class Event:
    """One event while the report is being read: its tellings so far."""

    tellings: list[Telling] = field(default_factory=list)
    last_paragraph: int = 0
    opens_report: bool = False
    is_near_news: bool = False

    @property
    def kind(self) -> str:
        """The kind that the first sentence gives it, or a more telling one where that says little (a death, an attack)."""
        kinds = [one.best.kind for one in self.tellings if not self.is_violent or one.best.kind in VIOLENT] or ["violation"]
        return kinds[0] if telling(kinds[0]) >= _CLEAR else max(kinds, key=telling)

    @property
    def when(self) -> When | None:
        """The narrowest time that any sentence gives it."""
        times = [one.time.when for one in self.tellings if one.time is not None and one.time.when is not None]
        return min(times, key=lambda when: when.width or timedelta.max) if times else None

    @property
    def is_violent(self) -> bool:
        """Whether somebody used arms."""
        return self.tellings[0].is_violent

    @property
    def statuses(self) -> set[Status]:
        """How its sentences treat it."""
        return {one.best.status for one in self.tellings}


def find_events(scenes: Sequence[Scene], voices: Voices) -> list[Event]:
    """Return the events that a report tells of, in the order in which it first tells of them."""
    events: list[Event] = []
    for number, scene in enumerate(scenes):
        for telling_ in _read_tellings(number, scenes, voices):
            event = _find_event(events, telling_, scene)
            if event is None:
                event = _open_event(events, scenes, number)
                events.append(event)
            event.tellings.append(telling_)
            event.last_paragraph = scene.sentence.paragraph
    return events


def _open_event(events: Sequence[Event], scenes: Sequence[Scene], number: int) -> Event:
    paragraph = scenes[number].sentence.paragraph
    return Event(
        opens_report=len({one.sentence.paragraph for one in scenes[: number + 1]}) <= _LEAD_PARAGRAPHS,
        is_near_news=any(one.opens_report and paragraph - one.last_paragraph <= _NEAR_PARAGRAPHS for one in events),
    )


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
        return Status.REPORTED if event.is_violent or event.opens_report or event.is_near_news else Status.BACKGROUND
    if published is not None and published.earliest is not None and when.before is not None and when.before < published.earliest - _STALE:
        return Status.BACKGROUND
    return Status.REPORTED


def _read_tellings(number: int, scenes: Sequence[Scene], voices: Voices) -> Iterator[Telling]:
    scene = scenes[number]
    triggers = [_within_demand(trigger, scene, voices) for trigger in scene.triggers]
    turn = _DAYS_AFTER.search(scene.text)
    groups: dict[tuple[str, bool], list[Trigger]] = {}
    for trigger in triggers:
        is_stage = _is_stage(trigger, number, scenes)
        is_earlier = turn is not None and trigger.start >= turn.end()
        groups.setdefault((_STAGES if is_stage else trigger.kind, is_earlier), []).append(trigger)
    times = [time for time in scene.times if _dates_an_event(time, scene, voices)]
    for (name, is_earlier), group in groups.items():
        time = None if is_earlier else _bound_by_spread(_choose_time(times, group, triggers, scene), scene)
        yield Telling(scene=number, triggers=tuple(group), time=time, is_violent=name == _STAGES, is_earlier=is_earlier)


def _within_demand(trigger: Trigger, scene: Scene, voices: Voices) -> Trigger:
    """What somebody demands has not happened."""
    shift = scene.sentence.start
    is_demanded = voices.at(trigger.start + shift, trigger.end + shift).stance is Stance.DEMANDS
    return replace(trigger, status=Status.PLAN) if is_demanded and trigger.status is Status.REPORTED else trigger


def _is_stage(trigger: Trigger, number: int, scenes: Sequence[Scene]) -> bool:
    """Whether an event word tells of violence, or of what was part of it: the stop it began with, the load of the very car."""
    if trigger.kind == "inspection":
        return _comes_to_violence(number, scenes)
    if trigger.kind == "movement":
        scene = scenes[number]
        is_told = any(one.kind in VIOLENT for earlier in scenes[: number + 1] for one in earlier.triggers)
        is_load = _CARRIES.match(scene.text, trigger.start) is not None and _THE_VEHICLE.search(scene.text[: trigger.start]) is not None
        return is_load and is_told and not any(time.when is not None for time in scene.times)
    return trigger.kind in VIOLENT


def _comes_to_violence(number: int, scenes: Sequence[Scene]) -> bool:
    """Whether an attempt to stop somebody is the first stage of violence told in the same breath."""
    paragraph = scenes[number].sentence.paragraph
    breath = [scene for scene in scenes[number : number + 2] if scene.sentence.paragraph == paragraph]
    return any(trigger.kind in VIOLENT for scene in breath for trigger in scene.triggers)


def _dates_an_event(time: TimeFound, scene: Scene, voices: Voices) -> bool:
    """Leave out when it was said, when a thing was made, and years that only name a war or a treaty."""
    if time.relation in (TimeRelation.RECURRING, TimeRelation.DURATION) or _is_time_of_saying(time, scene, voices):
        return False
    if any(one.start <= time.start and time.end <= one.end for one in scene.materiel) or _MADE.search(scene.text[: time.start]):
        return False
    return not _NAMES_A_WAR.match(scene.text, time.end)


def _is_time_of_saying(time: TimeFound, scene: Scene, voices: Voices) -> bool:
    """Whether a time is when somebody spoke, and the speaking is not the event itself, as a proposal or a notice is."""
    shift = scene.sentence.start
    speech = [trigger for trigger in scene.triggers if trigger.kind in ("proposal", "notification")]
    if any(trigger.start + shift <= voice.cue[0] < trigger.end + shift for voice in voices.voices for trigger in speech):
        return False
    return voices.is_framing(time.start + shift, time.end + shift)


def _choose_time(times: Sequence[TimeFound], group: Sequence[Trigger], triggers: Sequence[Trigger], scene: Scene) -> TimeFound | None:
    """The time nearest to an event's words that is theirs: its own, or the sentence's, which every finite verb of it shares."""
    best = best_trigger(group)
    times = [time for time in times if not _SPREAD.search(scene.text[: time.start])] or times
    own = [time for time in times if _owner(time, triggers) in group]
    shared = [time for time in times if time.when is not None and _is_finite(scene.text, best)]
    chosen = own or ([] if best.kind == "war" and len(triggers) > len(group) else shared)
    placed = [time for time in chosen if time.when is not None] or chosen
    return min(placed, key=lambda time: _distance(time, best)) if placed else None


def _owner(time: TimeFound, triggers: Sequence[Trigger]) -> Trigger:
    """The event word right in front of a time, or else the first of the sentence that is not a war's name."""
    before = [trigger for trigger in triggers if trigger.end <= time.start and time.start - trigger.end < _DIRECTLY]
    main = [trigger for trigger in triggers if trigger.kind != "war"] or list(triggers)
    return before[-1] if before else main[0]


def _is_finite(text: str, trigger: Trigger) -> bool:
    """Whether an event word can be the verb of its sentence, not "transporting", "to smuggle" or "the withdrawal of"."""
    if re.search(r"\bto\s+$", text[: trigger.start]):
        return False
    words = text[trigger.start : trigger.end].split()
    return not words[0].endswith(("ing", "ion", "al", "ment"))


def _bound_by_spread(time: TimeFound | None, scene: Scene) -> TimeFound | None:
    """The day on which a video went round is not the day it shows: the event came no later."""
    if time is None or time.when is None or time.when.before is None or not _SPREAD.search(scene.text[: time.start]):
        return time
    return replace(time, when=When(earliest=None, before=time.when.before), relation=TimeRelation.BEFORE)


def _distance(time: TimeFound, trigger: Trigger) -> int:
    return max(time.start - trigger.end, trigger.start - time.end, 0)


def _find_event(events: Sequence[Event], telling_: Telling, scene: Scene) -> Event | None:
    rivals = [event for event in events if (event.is_violent if telling_.is_violent else event.kind == telling_.best.kind)]
    when = telling_.time.when if telling_.time else None
    if when is not None and when.earliest is not None:
        return _find_dated(rivals, telling_, when, scene)
    if _OPENS_NEW.match(scene.text) or _is_fresh(telling_, scene):
        return None
    return _find_undated(rivals, telling_, scene)


def _find_dated(rivals: Sequence[Event], telling_: Telling, when: When, scene: Scene) -> Event | None:
    if _is_fresh(telling_, scene):
        return None
    for event in reversed(rivals):
        gap = scene.sentence.paragraph - event.last_paragraph
        if event.when is not None:
            if when.overlaps(event.when) and (not _is_wide(when) or (gap == 0 and _is_wide(event.when))):
                return event
        elif (
            not _is_wide(when)
            and gap <= _NEAR_PARAGRAPHS
            and event.is_violent
            and (telling_.best.is_definite or (event.opens_report and _only_adds(telling_)))
        ):
            return event
    return None


def _is_wide(when: When) -> bool:
    """Whether a time is a season or a war rather than a day: what it counts is a sum, and no single event's."""
    return (when.width or timedelta.max) >= _WIDE


def _only_adds(telling_: Telling) -> bool:
    """Whether a sentence need not open an event of its own: it tells of shots, of dead or wounded."""
    return telling_.best.kind in ("killing", "wounding", "shooting", "clash", "inspection")


def _find_undated(rivals: Sequence[Event], telling_: Telling, scene: Scene) -> Event | None:
    if _LEAD.search(scene.text) and rivals and rivals[0].opens_report and rivals[0].is_violent:
        return rivals[0]
    is_other_time = any(time.reason is GapReason.TIME_UNANCHORED for time in scene.times)
    if len(rivals) == 1 and rivals[0].opens_report and telling_.is_violent and _same_mood(rivals[0], telling_) and not is_other_time:
        return rivals[0]
    points_back = any(trigger.is_definite for trigger in telling_.triggers)
    for event in reversed(rivals):
        if not points_back and not _same_mood(event, telling_):
            continue
        gap = scene.sentence.paragraph - event.last_paragraph
        if gap == 0 or _belongs(event, telling_, gap, points_back):
            return event
    return None


def _belongs(event: Event, telling_: Telling, gap: int, points_back: bool) -> bool:
    """Whether an undated sentence some paragraphs on still tells of an event."""
    if not event.is_violent:
        return points_back and (gap == 1 or event.opens_report)
    adds = _only_adds(telling_) or telling_.best.kind == event.kind
    return points_back or (adds and (gap <= _NEAR_PARAGRAPHS or event.opens_report))


def _same_mood(event: Event, telling_: Telling) -> bool:
    return telling_.best.status in event.statuses


def _is_fresh(telling_: Telling, scene: Scene) -> bool:
    """Whether the sentence speaks of a further event ("another attack", "three separate attacks")."""
    events = [trigger for trigger in telling_.triggers if trigger.kind not in ("killing", "wounding")]
    return telling_.is_earlier or any(_FRESH.search(scene.text[: trigger.start]) or is_aggregate(scene.text, trigger) for trigger in events)
