"""Puts the voices that the rules reader hears into PolNeAR's terms.

- Only the outermost voice counts, because PolNeAR marks nothing inside a content.
- Voices with one and the same cue ("X said" and the quotation beside it) are one act of saying; what they say is put together.
- A source takes in the article ahead of it, which the reader leaves out of names.
- Source, cue and what tells of the saying itself ("told reporters on Friday") are no content.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from ceasewatch.model.report import Report
from ceasewatch.understand.sentences import split_sentences
from ceasewatch.understand.speech.voices import Voice, find_voices
from ceasewatch.understand.spotting.parties import find_parties
from quality.polnear_said import Piece, Said

_ARTICLE = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
_LONGEST_ARTICLE = 6


def hear_voices(name: str, text: str) -> tuple[Said, ...]:
    """Everything that the rules reader hears somebody say in a text."""
    report = Report(id=name, text=text, retrieved_at=datetime(2016, 11, 8, tzinfo=UTC), media_type="text/plain", language="en")
    sentences = split_sentences(text)
    parties = {sentence.start: find_parties(sentence.text) for sentence in sentences}
    return convert_voices(find_voices(report, sentences, parties).voices, text)


def convert_voices(voices: Iterable[Voice], text: str) -> tuple[Said, ...]:
    """Voices as acts of saying, in the order of the text."""
    by_cue: dict[Piece, list[Voice]] = {}
    for voice in voices:
        by_cue.setdefault(voice.cue, []).append(voice)
    outermost = [group for group in by_cue.values() if not _is_inside_another(group, by_cue.values())]
    found = [_convert(group, text) for group in outermost]
    return tuple(sorted((said for said in found if said.content), key=lambda said: said.content))


def _is_inside_another(group: Sequence[Voice], groups: Iterable[Sequence[Voice]]) -> bool:
    cue = group[0].cue
    return any(_holds(voice, cue) for other in groups if other is not group for voice in other)


def _holds(voice: Voice, cue: Piece) -> bool:
    """Whether a cue stands in what a voice says, outside its own words of saying."""
    in_frame = voice.frame[0] <= cue[0] and cue[1] <= voice.frame[1]
    return voice.start <= cue[0] and cue[1] <= voice.end and not in_frame and (voice.end - voice.start) > (cue[1] - cue[0])


def _convert(group: Sequence[Voice], text: str) -> Said:
    first = group[0]
    source = _find_source(first, text)
    cue = _cut_out((first.cue,), source) if first.cue[0] < first.cue[1] else ()
    content = _join((voice.start, voice.end) for voice in group)
    return Said(source=source, cue=cue, content=_cut_out(content, [*source, *cue, *(voice.frame for voice in group)]))


def _find_source(voice: Voice, text: str) -> tuple[Piece, ...]:
    """The speaker's words. A quotation without a verb and "reportedly", whose span is the cue's, name nobody."""
    span = voice.speaker.span
    if span is None or voice.cue[0] == voice.cue[1] or (span.start, span.end) == voice.cue:
        return ()
    article = _ARTICLE.search(text, max(0, span.start - _LONGEST_ARTICLE), span.start)
    return ((article.start() if article else span.start, span.end),)


def _join(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    joined: list[Piece] = []
    for start, end in sorted(pieces):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _cut_out(pieces: Sequence[Piece], holes: Iterable[Piece]) -> tuple[Piece, ...]:
    left = list(pieces)
    for first, last in holes:
        if first < last:
            left = [
                (start, end)
                for low, high in left
                for start, end in ((low, min(high, first)), (max(low, last), high))
                if start < end and (start, end) != (first, last)
            ]
    return tuple(sorted(set(left)))
