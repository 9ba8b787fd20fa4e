"""The rules reader: from a report to who says what about which event. An honest baseline, and the main path of this room.

sentences -> scenes (what stands in each) -> voices (who says each stretch) -> events -> findings -> claims
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from ceasewatch.model.claim import Certainty, Claim, Slot, Stance
from ceasewatch.model.mention import Mention
from ceasewatch.model.reading import Reading
from ceasewatch.model.report import Report, Span
from ceasewatch.understand.as_written import put_back
from ceasewatch.understand.capitals import restore_case
from ceasewatch.understand.mentions import Event, Telling, find_events, record_mention
from ceasewatch.understand.missing import find_gaps
from ceasewatch.understand.scenes import Scene, read_scenes
from ceasewatch.understand.sentences import Sentence, split_sentences
from ceasewatch.understand.slots.casualties import find_carried_captives, find_casualties, find_named_people
from ceasewatch.understand.slots.findings import Finding, Stage
from ceasewatch.understand.slots.roles import find_actors, find_denied_blame, find_first_shot, find_responsible
from ceasewatch.understand.slots.setting import find_kinds, find_stopped_on, find_whens, find_wheres
from ceasewatch.understand.slots.statements import find_statements
from ceasewatch.understand.slots.things import find_things, find_things_hit
from ceasewatch.understand.speech.cues import hedges
from ceasewatch.understand.speech.voices import Attribution, Voices, find_voices
from ceasewatch.understand.times import TimeFound, find_dateline

_FINDERS = (
    find_kinds,
    find_whens,
    find_wheres,
    find_stopped_on,
    find_actors,
    find_first_shot,
    find_casualties,
    find_carried_captives,
    find_named_people,
    find_things,
    find_things_hit,
    find_responsible,
    find_denied_blame,
    find_statements,
)
_HEDGE_REACH = 40
_UNTRUE = r"(?:false|untrue|not true|fabricated|baseless|groundless|unfounded|a lie|lies|fake)"
_FALSE_BEHIND = re.compile(rf"^[^.;]*\b(?:is|are|was|were)\s+(?:\w+ly\s+)?{_UNTRUE}\b", re.IGNORECASE)
_FALSE_AHEAD = re.compile(
    rf"\b(?:is|are|was|were)\s+(?:\w+ly\s+)?{_UNTRUE}\s+that\b[^.;]*$|\b(?:false|fabricated) (?:claim|report)s? that\b[^.;]*$",
    re.IGNORECASE,
)
_HEAD_LINES = 6
_ASIDE = 12
_AFTER_DATELINE = re.compile(r"[\s,.]*(?:\([^)]{0,60}\)|/[^/]{0,60}/)?[\s.,:–—-]*")


class RulesExtractor:
    """Reads English reports by rules alone. The same report always gives the same reading."""

    name = "rules/1"
    slots = frozenset(Slot)

    def extract(self, report: Report) -> Reading:
        """Return the mentions and claims of one report, every claim with its span, and the gaps.

        A text all in capitals is read with its letter case restored; spans are the same in both, and claims have the report's own words.
        """
        written = report.text
        report = replace(report, text=restore_case(written))
        dateline = _find_dateline(report)
        sentences = _leave_head(split_sentences(report.text), report, dateline.end if dateline else 0)
        published = dateline.when if dateline is not None and dateline.when is not None else report.published
        dated = replace(report, published=published)
        scenes = read_scenes(sentences, published)
        voices = find_voices(dated, sentences, {scene.sentence.start: scene.parties for scene in scenes})
        events = find_events(scenes, voices)
        mentions = [record_mention(event, dated, scenes) for event in events]
        claims = tuple(dict.fromkeys(_record_claims(report, written, scenes, voices, events, mentions)))
        gaps = find_gaps(report, scenes, events, mentions, claims)
        return Reading(mentions=tuple(dict.fromkeys(mentions)), claims=claims, gaps=tuple(dict.fromkeys(gaps)))


def _leave_head(sentences: Sequence[Sentence], report: Report, dateline_end: int) -> tuple[Sentence, ...]:
    """Leave out the title where it is repeated in the text, and what the dateline says of where and when it was written."""
    kept = []
    for sentence in sentences:
        if sentence.text.lower() == (report.title or "").lower() or sentence.end <= dateline_end:
            continue
        rest = _AFTER_DATELINE.match(report.text, dateline_end)
        start = max(sentence.start, rest.end() if rest and dateline_end else 0)
        if report.text[start : sentence.end].strip():
            kept.append(replace(sentence, start=start, text=report.text[start : sentence.end]))
    return tuple(kept)


def _find_dateline(report: Report) -> TimeFound | None:
    """The dateline of the first paragraph that has one, with its place in the report's text."""
    for match in islice(re.finditer(r"[^\n]+", report.text), _HEAD_LINES):
        found = find_dateline(match.group(), published=report.published)
        if found is not None:
            return replace(found, start=found.start + match.start(), end=found.end + match.start())
    return None


def _record_claims(
    report: Report, written: str, scenes: Sequence[Scene], voices: Voices, events: Sequence[Event], mentions: Sequence[Mention]
) -> Iterator[Claim]:
    for stage in _stages(scenes, voices, events):
        for finder in _FINDERS:
            for finding in finder(stage):
                yield _record_claim(report, written, stage, finding, mentions[finding.event])


def _stages(scenes: Sequence[Scene], voices: Voices, events: Sequence[Event]) -> Iterator[Stage]:
    current: int | None = None
    told: dict[int, list[tuple[int, Telling]]] = {}
    for index, event in enumerate(events):
        for telling in event.tellings:
            told.setdefault(telling.scene, []).append((index, telling))
    for number, scene in enumerate(scenes):
        tellings = tuple(told.get(number, ()))
        current = _follow(current, [index for index, _ in tellings], events)
        yield Stage(scene=scene, before=scenes[:number], tellings=tellings, events=events, current=current, voices=voices)


def _follow(current: int | None, told: Sequence[int], events: Sequence[Event]) -> int | None:
    """The event that the report is on: the violence told of last; anything else only where there was none."""
    violent = [index for index in told if events[index].is_violent]
    if violent:
        return violent[0]
    if current is not None and events[current].is_violent:
        return current
    return told[0] if told else current


def _record_claim(report: Report, written: str, stage: Stage, finding: Finding, mention: Mention) -> Claim:
    shift = stage.scene.sentence.start
    start, end = finding.start + shift, finding.end + shift
    at = finding.said_at or (finding.start, finding.end)
    said = stage.voices.at(at[0] + shift, at[1] + shift)
    stance = finding.stance or (Stance.DENIES if _is_called_false(stage.scene.text, finding) else said.stance)
    return Claim.record(
        mention_id=mention.id,
        slot=finding.slot,
        value=put_back(finding.value, report.text, written),
        span=Span(report_id=report.id, start=start, end=end),
        said_by=tuple(put_back(speaker, report.text, written) for speaker in said.said_by),
        stance=stance,
        certainty=_read_certainty(stage.scene.text, finding, said),
        origin=RulesExtractor.name,
    )


def _is_called_false(text: str, finding: Finding) -> bool:
    """Whether the sentence itself says that it is not so: "the claim that ... is false", "it is not true that ..."."""
    return _FALSE_BEHIND.search(text[finding.end :]) is not None or _FALSE_AHEAD.search(text[: finding.start]) is not None


def _read_certainty(text: str, finding: Finding, said: Attribution) -> Certainty:
    """A hedge weakens what stands behind it in its own clause: "who was reportedly ..." does not weaken the main clause."""
    clause_start = max(text.rfind(mark, 0, finding.start) for mark in (",", ";", ":")) + 1
    clause = text[max(clause_start, finding.start - _HEDGE_REACH) : finding.end]
    words = finding.end - finding.start
    found = [certainty for pattern, certainty in hedges() for match in pattern.finditer(clause) if not _is_aside(clause, match, words)]
    return max([said.certainty, *found], key=list(Certainty).index)


def _is_aside(clause: str, hedge: re.Match[str], words: int) -> bool:
    """Whether a hedge is over before the finding's words begin: "a man who reportedly fought abroad threw ..."."""
    opens = re.search(r"\b(?:who|which|that)\s+(?:(?:was|were|is|are|had|has)\s+)?$", clause[: hedge.start()])
    return opens is not None and len(clause) - words - hedge.end() > _ASIDE
