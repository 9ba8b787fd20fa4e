"""Whose words each stretch of a report is: the chain of speakers, how they stand to it, and how firmly they put it.

A sentence without attribution is the publisher's own voice, also after an attributed one. Two things carry a speaker on: a quotation
that goes on in the next paragraph, and "Moreover, the same ..." right behind an attributed sentence.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ceasewatch.model.claim import Certainty, Chain, Speaker, SpeakerRole, Stance
from ceasewatch.model.report import Report, Span
from ceasewatch.understand.sentences import Sentence
from ceasewatch.understand.speech.act import Speech
from ceasewatch.understand.speech.quotations import Quotation, find_quotations
from ceasewatch.understand.speech.reported_speech import find_speech
from ceasewatch.understand.speech.speakers import SpeakerBook
from ceasewatch.understand.spotting.parties import PartyFound

_CARRIES_ON = re.compile(
    r"^(?:Moreover|Furthermore|In addition|Additionally|Besides|Also|Later|Then)\b.{0,60}\b(?:the same|these|those)\b"
    r"|^(?:Moreover|In addition),",
    re.IGNORECASE,
)
_SPEAKING_KINDS = frozenset({"ministry", "organisation", "media", "mission", "person", "force", "state"})
_PRONOUN_FIRST = re.compile(r"\W*(?:they|he|she|the (?:men|group|dead))\b", re.IGNORECASE)
_WEAKNESS = {certainty: rank for rank, certainty in enumerate(Certainty)}

_SENTENCE_END = re.compile(r"[.!?][”\"’]?\s")
_ENDED = re.compile(r"[.!?][”\"]$")
_WINDOW = 400
_BLOCK = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A stretch of a report that somebody is said to say. All offsets are in the report's text.

    ``frame`` is the stretch about the saying itself: a day named there is when it was said, not when it happened.
    """

    start: int
    end: int
    speaker: Speaker
    stance: Stance
    certainty: Certainty
    lemma: str
    frame: tuple[int, int]
    cue: tuple[int, int]
    depth: int
    paragraph: int

    def holds(self, start: int, end: int) -> bool:
        """Whether more than half of a stretch is within this voice."""
        return 2 * (min(end, self.end) - max(start, self.start)) > end - start


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says one stretch, from the publisher outwards, with stance and certainty."""

    said_by: Chain
    stance: Stance
    certainty: Certainty


@dataclass(slots=True)
class Voices:
    """Every voice of one report."""

    own: Chain
    voices: list[Voice] = field(default_factory=list)
    _by_block: dict[int, list[Voice]] = field(default_factory=dict)
    _indexed: int = 0

    def at(self, start: int, end: int) -> Attribution:
        """Return who says the words from ``start`` to ``end``."""
        covering = [voice for voice in self._near(start, end) if voice.holds(start, end)]
        covering.sort(key=lambda voice: (voice.depth, voice.start - voice.end, voice.cue))
        said_by, stance, certainty = list(self.own), Stance.ASSERTS, Certainty.STATED
        for voice in covering:
            _append_speaker(said_by, voice.speaker)
            stance = voice.stance if voice.stance is not Stance.ASSERTS else stance
            certainty = max(certainty, voice.certainty, key=_WEAKNESS.__getitem__)
        if stance is Stance.ASSERTS and said_by[-1].role is SpeakerRole.SOURCE:
            stance = Stance.RELAYS
        return Attribution(said_by=tuple(said_by), stance=stance, certainty=certainty)

    def is_framing(self, start: int, end: int) -> bool:
        """Whether a stretch is about the saying ("said on Friday") rather than the event."""
        return any(voice.frame[0] <= start and end <= voice.frame[1] for voice in self._near(start, end))

    def _near(self, start: int, end: int) -> list[Voice]:
        """The voices whose words or frames touch the blocks of text around a stretch, so that a long report costs no more a sentence."""
        for voice in self.voices[self._indexed :]:
            first, last = min(voice.start, voice.frame[0]), max(voice.end, voice.frame[1])
            for block in range(first // _BLOCK, last // _BLOCK + 1):
                self._by_block.setdefault(block, []).append(voice)
        self._indexed = len(self.voices)
        blocks = range(start // _BLOCK, end // _BLOCK + 1)
        return list(dict.fromkeys(voice for block in blocks for voice in self._by_block.get(block, ())))


def find_voices(report: Report, sentences: Sequence[Sentence], parties: Mapping[int, Sequence[PartyFound]]) -> Voices:
    """Return who says what in a report. ``parties`` are those of each sentence, by its start, with offsets in the sentence."""
    own = [Speaker(role=SpeakerRole.PUBLISHER, name=report.publisher)]
    if report.byline:
        own.append(Speaker(role=SpeakerRole.BYLINE, name=report.byline))
    quotations = [quotation for quotation in find_quotations(report.text) if not quotation.is_scare]
    voices = Voices(own=tuple(own))
    book = SpeakerBook()
    for number, sentence in enumerate(sentences):
        found = parties.get(sentence.start, ())
        inside = [
            (q.start - sentence.start, q.end - sentence.start) for q in quotations if q.start < sentence.end and q.end > sentence.start
        ]
        subject = _find_subject(sentences, number, parties, voices)
        for speech in find_speech(sentence.text, found, inside):
            if speech.source is None and _goes_on(sentences, number, voices):
                continue
            voices.voices.append(_place(speech, sentence, report.id, book, subject))
        for party in found:
            if party.kind in _SPEAKING_KINDS:
                book.note(party.name)
        _carry_on(voices, sentences, number)
    _give_quotations(voices, quotations, report)
    return voices


def _goes_on(sentences: Sequence[Sentence], number: int, voices: Voices) -> bool:
    """Give "They were said to be ..." to whoever the sentence before quotes, and say whether there was anybody."""
    sentence, earlier = sentences[number], sentences[number - 1] if number else None
    if earlier is None or earlier.paragraph != sentence.paragraph or not _PRONOUN_FIRST.match(sentence.text):
        return False
    said = [voice for voice in voices.voices if earlier.start <= voice.cue[0] < earlier.end and not voice.depth]
    said = [voice for voice in said if voice.stance is Stance.ASSERTS]
    for voice in said[-1:]:
        carried = replace(voice, start=sentence.start, end=sentence.end, frame=(sentence.start,) * 2, certainty=Certainty.REPORTED)
        voices.voices.append(carried)
    return bool(said)


def _find_subject(sentences: Sequence[Sentence], number: int, parties: Mapping[int, Sequence[PartyFound]], voices: Voices) -> str | None:
    """Whom the sentence before opens with, if it is in the same paragraph and nobody speaks in it."""
    earlier = sentences[number - 1] if number else None
    if earlier is None or earlier.paragraph != sentences[number].paragraph:
        return None
    if any(earlier.start <= voice.cue[0] < earlier.end for voice in voices.voices):
        return None
    subjects = [party for party in parties.get(earlier.start, ()) if party.kind in _SPEAKING_KINDS and party.start <= len("The ")]
    return subjects[0].name if subjects else None


def _place(speech: Speech, sentence: Sentence, report_id: str, book: SpeakerBook, subject: str | None) -> Voice:
    shift = sentence.start
    name, span = None, None
    if speech.source is not None:
        start, end = speech.source
        words = sentence.text[start:end]
        name = words if speech.is_information else book.take(words, subject)
        span = Span(report_id=report_id, start=start + shift, end=end + shift)
    elif speech.lemma == "hearsay":
        span = Span(report_id=report_id, start=speech.cue[0] + shift, end=speech.cue[1] + shift)
    role = SpeakerRole.SOURCE if speech.depth else SpeakerRole.SPEAKER
    return Voice(
        start=speech.content[0] + shift,
        end=speech.content[1] + shift,
        speaker=Speaker(role=role, name=name, span=span),
        stance=speech.stance,
        certainty=speech.certainty,
        lemma=speech.lemma,
        frame=(speech.frame[0] + shift, speech.frame[1] + shift),
        cue=(speech.cue[0] + shift, speech.cue[1] + shift),
        depth=speech.depth,
        paragraph=sentence.paragraph,
    )


def _carry_on(voices: Voices, sentences: Sequence[Sentence], number: int) -> None:
    """Let "Moreover, the same trucks ..." be said by whoever said the sentence in front of it in the same paragraph."""
    sentence = sentences[number]
    if number == 0 or not _CARRIES_ON.match(sentence.text) or sentences[number - 1].paragraph != sentence.paragraph:
        return
    earlier = sentences[number - 1]
    if any(sentence.start <= voice.start < sentence.end for voice in voices.voices):
        return
    said = [voice for voice in voices.voices if earlier.start <= voice.start < earlier.end and voice.end == earlier.end and not voice.depth]
    voices.voices += [replace(voice, start=sentence.start, end=sentence.end, frame=(sentence.start, sentence.start)) for voice in said[-1:]]


def _give_quotations(voices: Voices, quotations: Sequence[Quotation], report: Report) -> None:
    """Give every quotation its speaker: the verb of saying beside it, or else whoever spoke last or speaks next."""
    spoken = [voice for voice in voices.voices if not voice.depth and voice.lemma != "hearsay"]
    for quotation in quotations:
        giver = _nearest_giver(spoken, quotation, report.text)
        if giver is not None:
            voices.voices.append(replace(giver, start=quotation.start, end=quotation.end, frame=(giver.frame[0], giver.frame[0])))
        else:
            unknown = Speaker(
                role=SpeakerRole.SPEAKER, name=None, span=Span(report_id=report.id, start=quotation.start, end=quotation.start + 1)
            )
            voices.voices.append(_anonymous(quotation, unknown))


def _nearest_giver(spoken: Sequence[Voice], quotation: Quotation, text: str) -> Voice | None:
    line_start = text.rfind("\n", 0, quotation.start) + 1
    line_end = text.find("\n", quotation.end)
    line_end = len(text) if line_end < 0 else line_end
    beside = [voice for voice in spoken if line_start <= voice.cue[0] < line_end and not quotation.start <= voice.cue[0] < quotation.end]
    if beside:
        return min(beside, key=lambda voice: _distance(voice, quotation, text))
    before = [voice for voice in spoken if voice.cue[1] <= quotation.start and quotation.start - voice.cue[1] < _WINDOW]
    if before:
        return max(before, key=lambda voice: voice.cue)
    after = [voice for voice in spoken if voice.cue[0] >= quotation.end and voice.cue[0] - quotation.end < _WINDOW]
    return min(after, key=lambda voice: voice.cue) if after else None


def _distance(voice: Voice, quotation: Quotation, text: str) -> int:
    """How far a verb of saying stands from a quotation; one in another sentence is further than any in the same."""
    ahead = voice.cue[1] <= quotation.start
    first, last = (voice.cue[1], quotation.start) if ahead else (quotation.end, voice.cue[0])
    is_apart = _SENTENCE_END.search(text, first, max(first, last)) is not None or (
        not ahead and _ENDED.search(text[: quotation.end]) is not None
    )
    return abs(last - first) + (_WINDOW if is_apart else 0)


def _anonymous(quotation: Quotation, speaker: Speaker) -> Voice:
    return Voice(
        start=quotation.start,
        end=quotation.end,
        speaker=speaker,
        stance=Stance.ASSERTS,
        certainty=Certainty.STATED,
        lemma="quote",
        frame=(quotation.start, quotation.start),
        cue=(quotation.start, quotation.start),
        depth=0,
        paragraph=-1,
    )


def _append_speaker(said_by: list[Speaker], speaker: Speaker) -> None:
    if any(speaker.name is not None and speaker.name == link.name for link in said_by):
        return
    is_second = said_by[-1].role in (SpeakerRole.SPEAKER, SpeakerRole.SOURCE)
    if speaker.name is None and is_second:
        return
    if speaker.role is SpeakerRole.SOURCE and not is_second:
        speaker = replace(speaker, role=SpeakerRole.SPEAKER)
    said_by.append(speaker)
