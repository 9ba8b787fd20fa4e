"""What a slot's reader hands back: a value for a slot of an event, and the words that say so."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ceasewatch.model.claim import Slot, Stance
from ceasewatch.model.values import Value
from ceasewatch.understand.events import Trigger
from ceasewatch.understand.mentions import Event, Telling
from ceasewatch.understand.scenes import Scene
from ceasewatch.understand.speech.voices import Voices

_SHARP = timedelta(days=40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One value for one slot of one event. ``start`` and ``end`` are offsets in the sentence.

    ``stance`` is set only where the words of the finding itself change what its speaker's verb says. ``said_at`` is the stretch that
    tells whose words they are, where that is not all of them: "Ruritania denied opening fire" is Ruritania's denial.
    """

    event: int
    slot: Slot
    value: Value
    start: int
    end: int
    stance: Stance | None = None
    said_at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One sentence, those before it, the events that it tells of, and the event that the report is on where it tells of none."""

    scene: Scene
    before: Sequence[Scene]
    tellings: tuple[tuple[int, Telling], ...]
    events: Sequence[Event]
    current: int | None
    voices: Voices

    @property
    def previous(self) -> Scene | None:
        """The sentence in front of this one in the same paragraph."""
        earlier = self.before[-1] if self.before else None
        return earlier if earlier is not None and earlier.sentence.paragraph == self.scene.sentence.paragraph else None

    def nearest(self, position: int, kinds: Collection[str] | None = None) -> int | None:
        """Return the event of the given kinds whose words stand nearest to a position; any event here, or the current one, failing that."""
        told = [(event, trigger) for event, telling in self.tellings for trigger in telling.triggers]
        wanted = [(event, trigger) for event, trigger in told if kinds is None or trigger.kind in kinds]
        chosen = wanted or told
        if chosen:
            return min(chosen, key=lambda one: _distance(one[1], position))[0]
        return None if self._tells_of_another_time() else self.current

    def _tells_of_another_time(self) -> bool:
        """Whether a sentence without an event word names a time at which the current event cannot have been."""
        when = self.events[self.current].when if self.current is not None else None
        times = [time.when for time in self.scene.times if time.when is not None and not self.frames(time.start, time.end)]
        return when is not None and any(not time.overlaps(when) for time in times if (time.width or timedelta.max) < _SHARP)

    def frames(self, start: int, end: int) -> bool:
        """Whether a stretch is about the saying, not about the event."""
        shift = self.scene.sentence.start
        return self.voices.is_framing(start + shift, end + shift)


def _distance(trigger: Trigger, position: int) -> int:
    return max(trigger.start - position, position - trigger.end, 0)
