"""What was notified, asked, refused, invoked and meant: the slots whose value is somebody's words."""

import re
from collections.abc import Iterator

from ceasewatch.model.claim import Slot, Stance
from ceasewatch.model.values import Who, Words
from ceasewatch.understand.slots.findings import Finding, Stage
from ceasewatch.understand.speech.voices import Voice

_ASKING = frozenset({"demand", "urge", "call", "request", "appeal", "propose"})
_DUTY = re.compile(
    r"\b(?:must|should|has to|have to|needs? to|is inadmissible|are inadmissible|is unacceptable|necessity (?:of|for)|need for)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:inform(?:ed|s|ing)|notif(?:ied|ies|ying)|alert(?:ed|s|ing))\s+(?:the\s+|its\s+|an?\s+)?", re.IGNORECASE)
_REFUSED = re.compile(r"\b(?:reject(?:ed|s|ing)|refus(?:ed|es|ing)|declin(?:ed|es|ing)|turned down)\b", re.IGNORECASE)
_PROVISION = re.compile(
    r"\b(?:(?:point|article|paragraph|clause|section|provision)s? \d+(?:\.\d+)?"
    r"(?: of the [A-Z][\w’-]*(?: [A-Z][\w’-]*| of| and| the){0,5})?"
    r"|(?:(?:19|20)\d\d )?(?:[A-Z][\w’-]+ ){1,4}(?:Statement|Agreements?|Accords?|Treaty|Protocol|Memorandum|Resolution)s?(?: \d+)?"
    r"|(?:ceasefire|cease-fire|truce|peace|trilateral|disengagement) (?:agreement|deal|accord|statement)s?)\b"
)
_PURPOSE = re.compile(
    r"\b(?:in order to|so as to|with the (?:aim|purpose|goal|intention) of|aimed at|aiming to|for the purpose of|in an attempt to"
    r"|(?<!tried )(?<!attempted )(?<!refused )(?<!trying )(?<!attempting )to "
    r"(?=verify|check|prevent|stop|inspect|disrupt|retaliate|avenge|seize|capture|free))\s*(?P<aim>[^,;.”\"]{3,300})",
    re.IGNORECASE,
)


def find_statements(stage: Stage) -> Iterator[Finding]:
    """Every demand, notice, refusal, provision and purpose in the sentence."""
    yield from _find_notified(stage)
    yield from _find_asked(stage)
    yield from _find_refused(stage)
    yield from _find_provisions(stage)
    yield from _find_purposes(stage)


def _find_notified(stage: Stage) -> Iterator[Finding]:
    for match in _TOLD.finditer(stage.scene.text):
        party = next((one for one in stage.scene.parties if match.end() - 4 <= one.start <= match.end() + 1), None)
        event = stage.nearest(match.start(), {"notification"})
        is_undone = re.search(r"\b(?:not|never)\s+(?:been\s+)?$", stage.scene.text[: match.start()]) is not None
        if party is not None and event is not None and not is_undone and stage.events[event].kind == "notification":
            yield Finding(event=event, slot=Slot.NOTIFIED, value=Who(name=party.name), start=match.start(), end=party.end)


def _find_asked(stage: Stage) -> Iterator[Finding]:
    for voice in _voices_here(stage):
        start, end = _content(stage, voice)
        words = stage.scene.text[start:end].strip(' ,.;:“”"').removeprefix("that ")
        if voice.lemma == "call" and voice.stance is not Stance.DEMANDS:
            continue
        is_duty = voice.lemma not in _ASKING and _DUTY.search(words) is not None
        event = stage.nearest(start, {"notification"} if is_duty else None)
        if event is not None and words and (voice.lemma in _ASKING or is_duty):
            offset = stage.scene.text.index(words, start)
            stance = Stance.DEMANDS
            yield Finding(event=event, slot=Slot.ASKED, value=Words(text=words), start=offset, end=offset + len(words), stance=stance)


def _find_refused(stage: Stage) -> Iterator[Finding]:
    text = stage.scene.text
    for match in _REFUSED.finditer(text):
        event = stage.nearest(match.start(), {"proposal"})
        if event is None or stage.events[event].kind != "proposal":
            continue
        border = max(text.rfind(",", 0, match.start()) + 1, 0)
        end = next((spot for spot in (text.find(",", match.end()), text.find(";", match.end())) if spot > 0), len(text.rstrip(".")))
        words = text[border:end].strip()
        start = text.index(words, border)
        yield Finding(event=event, slot=Slot.REFUSED, value=Words(text=words), start=start, end=start + len(words))


def _find_provisions(stage: Stage) -> Iterator[Finding]:
    for match in _PROVISION.finditer(stage.scene.text):
        event = stage.nearest(match.start())
        if event is not None:
            yield Finding(event=event, slot=Slot.PROVISION, value=Words(text=match.group()), start=match.start(), end=match.end())


def _find_purposes(stage: Stage) -> Iterator[Finding]:
    for match in _PURPOSE.finditer(stage.scene.text):
        event = stage.nearest(match.start())
        aim = match.group("aim").strip()
        if event is not None and stage.tellings and not stage.frames(match.start(), match.end()):
            start = match.start("aim")
            yield Finding(event=event, slot=Slot.PURPOSE, value=Words(text=aim), start=start, end=start + len(aim))


def _voices_here(stage: Stage) -> list[Voice]:
    sentence = stage.scene.sentence
    return [
        voice
        for voice in stage.voices.voices
        if sentence.start <= voice.cue[0] < sentence.end and not voice.depth and voice.lemma != "hearsay"
    ]


def _content(stage: Stage, voice: Voice) -> tuple[int, int]:
    sentence = stage.scene.sentence
    return max(voice.start, sentence.start) - sentence.start, min(voice.end, sentence.end) - sentence.start
