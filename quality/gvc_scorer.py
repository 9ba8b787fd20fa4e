"""Scores of finding the words for events, and of telling which of them mean one incident."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ceasewatch.model.claim import Slot
from ceasewatch.model.reading import Reading
from quality.figures import Case, Tally
from quality.gvc_texts import ELSEWHERE, Event, Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Where our reader sees an event told of, and which mention it is."""

    start: int
    end: int
    mention: str


def list_tellings(reading: Reading) -> tuple[Telling, ...]:
    """The words that name each event: its first naming, and whatever else gave its kind."""
    anchors = [(one.anchor.start, one.anchor.end, one.id) for one in reading.mentions]
    kinds = [(one.span.start, one.span.end, one.mention_id) for one in reading.claims if one.slot is Slot.KIND]
    return tuple(Telling(start=start, end=end, mention=mention) for start, end, mention in sorted({*anchors, *kinds}))


def tally_events(marked: Sequence[Marked], tellings: Sequence[Sequence[Telling]]) -> Tally:
    """Our words for events that overlap a marked one, and the marked ones that ours overlap."""
    pairs = list(zip(marked, tellings, strict=True))
    return Tally(
        label="words for events, overlap",
        right=sum(any(_overlap(one, event) for event in text.events) for text, own in pairs for one in own),
        given=sum(len(own) for _, own in pairs),
        found=sum(any(_overlap(one, event) for one in own) for text, own in pairs for event in text.events),
        expected=sum(len(text.events) for text, _ in pairs),
    )


def group_events(
    marked: Sequence[Marked], tellings: Sequence[Sequence[Telling]], incidents: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Which incident each marked word belongs to, in truth and for us; words that we do not find, and events elsewhere, stand alone."""
    gold: dict[str, str] = {}
    ours: dict[str, str] = {}
    for text, own in zip(marked, tellings, strict=True):
        for event in text.events:
            name = f"{text.article.id} {event.start}-{event.end}"
            gold[name] = name if event.cluster == ELSEWHERE else text.article.topic
            over = next((one for one in own if _overlap(one, event)), None)
            if over is not None:
                ours[name] = incidents.get(over.mention, over.mention)
    return gold, ours


def list_event_errors(text: Marked, tellings: Sequence[Telling]) -> Iterator[Case]:
    """The marked words that we do not take for events, and ours that nobody marked."""
    body = text.article.text
    for event in text.events:
        if not any(_overlap(one, event) for one in tellings):
            yield Case(field="event", about=body[event.start : event.end], verdict="missed", why=_context(body, event.start, event.end))
    for one in tellings:
        if not any(_overlap(one, event) for event in text.events):
            yield Case(field="event", about=body[one.start : one.end], verdict="extra", why=_context(body, one.start, one.end))


def _overlap(one: Telling, event: Event) -> bool:
    return one.start < event.end and event.start < one.end


def _context(text: str, start: int, end: int) -> str:
    return " ".join(f"…{text[max(start - 60, 0) : start]}[{text[start:end]}]{text[end : end + 40]}…".split())
