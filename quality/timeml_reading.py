"""What our reader makes of the times in one report: the expressions it finds, and when it says that things happened."""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime

from ceasewatch.model.claim import Slot
from ceasewatch.model.reading import Reading
from ceasewatch.model.report import Report
from ceasewatch.model.values import When
from ceasewatch.understand.rules import RulesExtractor
from ceasewatch.understand.scenes import Scene, read_scenes
from ceasewatch.understand.sentences import Sentence, split_sentences
from ceasewatch.understand.times import TimeFound
from quality.timeml_files import Document, Timex
from quality.timeml_scorer import Dated, Timed
from quality.timeml_values import convert_time, read_day


def read_times(document: Document) -> Timed:
    """Find the times of one report, sentence by sentence, as the rules reader does, and run the whole rules reader too."""
    published = read_day(document.written)
    scenes = read_scenes(split_sentences(document.text), published)
    sentences = [scene.sentence for scene in scenes]
    report = Report(
        id=document.name, text=document.text, retrieved_at=datetime.now(UTC), media_type="text/plain", language="en", published=published
    )
    reading = RulesExtractor().extract(report)
    return Timed(
        name=document.name,
        text=document.text,
        gold=document.timexes,
        given=tuple(_convert(scene.sentence, time) for scene in scenes for time in scene.times),
        named=tuple(_list_named(document, scenes)),
        dated=tuple(_list_dated(document, sentences, reading)),
        events=tuple(_list_events(document, sentences, reading)),
    )


def _convert(sentence: Sentence, time: TimeFound) -> Timex:
    kind, value = convert_time(time)
    return Timex(start=sentence.start + time.start, end=sentence.start + time.end, type=kind, value=value)


def _list_named(document: Document, scenes: Sequence[Scene]) -> Iterator[Dated]:
    """The sentences that name the day of what they tell, each with the times found where that day is named."""
    for scene in scenes:
        sentence = scene.sentence
        days = dict.fromkeys(_list_days(document, sentence))
        timexes = [one for one in document.timexes if _is_in(one.start, sentence) and read_day(one.value) in days]
        if not timexes:
            continue
        found = [time.when for time in scene.times if time.when is not None and any(_touches(sentence, time, one) for one in timexes)]
        named = [day for one in timexes if (day := read_day(one.value)) is not None]
        yield Dated(text=sentence.text, days=tuple(dict.fromkeys(named)), given=tuple(found))


def _list_dated(document: Document, sentences: Sequence[Sentence], reading: Reading) -> Iterator[Dated]:
    for sentence in sentences:
        days = tuple(dict.fromkeys(_list_days(document, sentence)))
        if days:
            yield Dated(text=sentence.text, days=days, given=_find_claimed(reading, sentence))


def _list_days(document: Document, sentence: Sentence) -> Iterator[When]:
    for happening in document.happenings:
        if _is_in(happening.start, sentence):
            yield from (day for value in happening.within if (day := read_day(value)) is not None)


def _list_events(document: Document, sentences: Sequence[Sentence], reading: Reading) -> Iterator[Dated]:
    """What happened on a known day and is an event of the reader's as well: it calls the very words an event."""
    for happening in document.happenings:
        days = tuple(day for value in happening.within if (day := read_day(value)) is not None)
        sentence = next((one for one in sentences if _is_in(happening.start, one)), None)
        told = {
            claim.mention_id
            for claim in reading.claims
            if claim.slot is Slot.KIND and claim.span.start < happening.end and happening.start < claim.span.end
        }
        if days and sentence and told:
            words = f"{document.text[happening.start : happening.end]}: {sentence.text}"
            yield Dated(text=words, days=days, given=_find_whens(reading, told, sentence))


def _find_claimed(reading: Reading, sentence: Sentence) -> tuple[When, ...]:
    """When the reader says that it happened, of the events of which this sentence tells anything."""
    return _find_whens(reading, {claim.mention_id for claim in reading.claims if _is_in(claim.span.start, sentence)}, sentence)


def _find_whens(reading: Reading, mentions: Collection[str], sentence: Sentence) -> tuple[When, ...]:
    """When the reader says that some events happened, by its claims in one sentence or else by those elsewhere."""
    whens = [claim for claim in reading.claims if claim.slot is Slot.WHEN and claim.mention_id in mentions]
    claimed = [claim for claim in whens if _is_in(claim.span.start, sentence)] or whens
    return tuple(dict.fromkeys(claim.value for claim in claimed if isinstance(claim.value, When)))


def _is_in(position: int, sentence: Sentence) -> bool:
    return sentence.start <= position < sentence.end


def _touches(sentence: Sentence, time: TimeFound, timex: Timex) -> bool:
    return sentence.start + time.start < timex.end and timex.start < sentence.start + time.end
