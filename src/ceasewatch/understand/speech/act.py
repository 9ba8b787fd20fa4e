"""One act of speech in a sentence, and what its readers share. Offsets are in the sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ceasewatch.model.claim import Certainty, Stance
from ceasewatch.understand.speech.cues import Cue
from ceasewatch.understand.spotting.parties import PartyFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One act of speech in one sentence.

    ``source`` is where its speaker is named, ``None`` for hearsay without anybody ("it was reported"). ``content`` is what is said,
    ``cue`` the verb, ``frame`` the whole stretch that is about the saying and not about the event. ``depth`` orders a source's own
    source behind it. ``is_information`` marks a source that is a thing ("operative information"), not somebody.
    """

    source: tuple[int, int] | None
    content: tuple[int, int]
    cue: tuple[int, int]
    frame: tuple[int, int]
    lemma: str
    stance: Stance
    certainty: Certainty
    depth: int = 0
    is_information: bool = False


def party_at(parties: Sequence[PartyFound], position: int) -> tuple[int, int] | None:
    """The party that begins at a position, give or take an article's blank."""
    for party in parties:
        if position - 2 <= party.start <= position + 1:
            return party.start, party.end
    return None


def words_until_comma(text: str, start: int) -> tuple[int, int] | None:
    """The words from a position to the next comma, where no party is known there."""
    match = re.compile(r"[^,;:.“”\"]{2,80}").match(text, start)
    return match.span() if match else None


def make_speech(
    source: tuple[int, int] | None,
    content: tuple[int, int],
    cue_span: tuple[int, int],
    frame: tuple[int, int],
    lemma: str,
    cue: Cue | None = None,
) -> Speech:
    """Make an act of speech; without a verb of saying it is a plain assertion."""
    return Speech(
        source=source,
        content=content,
        cue=cue_span,
        frame=frame,
        lemma=lemma,
        stance=cue.stance if cue else Stance.ASSERTS,
        certainty=cue.certainty if cue else Certainty.STATED,
    )
