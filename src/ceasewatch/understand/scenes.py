"""Everything that is found in one sentence, side by side. Offsets are in the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from ceasewatch.model.values import When
from ceasewatch.understand.events import Trigger, find_triggers
from ceasewatch.understand.people.counts import CountFound, find_counts
from ceasewatch.understand.people.named import NamedFound, find_named
from ceasewatch.understand.sentences import Sentence
from ceasewatch.understand.spotting.materiel import MaterielFound, find_materiel
from ceasewatch.understand.spotting.parties import PartyFound, find_parties
from ceasewatch.understand.spotting.places import PlaceFound, find_places
from ceasewatch.understand.times import TimeFound, TimeRelation, find_times

_CARRIED = (TimeRelation.AT, TimeRelation.BEFORE, TimeRelation.AFTER)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence with its event words, times, places, parties, counts, named people and things."""

    sentence: Sentence
    triggers: tuple[Trigger, ...]
    times: tuple[TimeFound, ...]
    places: tuple[PlaceFound, ...]
    parties: tuple[PartyFound, ...]
    counts: tuple[CountFound, ...]
    named: tuple[NamedFound, ...]
    materiel: tuple[MaterielFound, ...]

    @property
    def text(self) -> str:
        """The sentence itself."""
        return self.sentence.text


def read_scenes(sentences: Sequence[Sentence], published: When | None) -> tuple[Scene, ...]:
    """Look at every sentence in turn. The last time placed carries its year and month on within a paragraph.

    Across paragraphs only the day that the report opens with is carried on: "in the morning" is not the morning of an older event
    that the paragraph before recalls.
    """
    scenes: list[Scene] = []
    opening: TimeFound | None = None
    previous: TimeFound | None = None
    for sentence in sentences:
        if not scenes or scenes[-1].sentence.paragraph != sentence.paragraph:
            previous = opening
        times = find_times(sentence.text, published=published, previous=previous)
        placed = [time for time in times if time.when is not None and time.relation in _CARRIED]
        previous = placed[-1] if placed else previous
        opening = opening or _earliest_day(placed)
        scenes.append(_read_scene(sentence, times))
    return tuple(scenes)


def _earliest_day(times: Sequence[TimeFound]) -> TimeFound | None:
    """The first of the days that a sentence names: what happened comes ahead of the day on which it was told."""
    days = [(time.when.earliest, time) for time in times if time.when is not None and (time.when.width or timedelta.max) <= _DAY]
    return min(days, key=lambda day: day[0] or datetime.max.replace(tzinfo=UTC))[1] if days else None


def _read_scene(sentence: Sentence, times: tuple[TimeFound, ...]) -> Scene:
    text = sentence.text
    return Scene(
        sentence=sentence,
        triggers=find_triggers(text),
        times=times,
        places=find_places(text),
        parties=find_parties(text),
        counts=find_counts(text),
        named=find_named(text),
        materiel=find_materiel(text),
    )
