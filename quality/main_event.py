"""What one report says of its main event, where a benchmark asks for one answer an article."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ceasewatch.model.claim import Claim, Slot, Stance
from ceasewatch.model.countries import country_names
from ceasewatch.model.kinds import kinds
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.reading import Reading
from ceasewatch.model.values import Count, Standing, When, Where, Who

_ACTORS = (Slot.ACTOR, Slot.RESPONSIBLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MainEvent:
    """The event that a report is about, with one answer a field; ``None`` or nothing where the report gives none.

    ``places`` are all names, the commonest first and countries last. People who are not said to fight are counted as civilians, as most
    annotators do.
    """

    mention: Mention
    when: When | None
    places: tuple[str, ...]
    actors: tuple[str, ...]
    civilians: int | None
    combatants: int | None


def find_main_event(reading: Reading) -> MainEvent | None:
    """The first event of the news in which people died; where nobody did, the first event of the news."""
    news = [one for one in reading.mentions if one.status is Status.REPORTED and kinds()[one.kind].is_incident]
    deadly = {claim.mention_id for claim in reading.claims if claim.slot is Slot.KILLED}
    chosen = next((one for one in news if one.id in deadly), news[0] if news else None)
    return _describe(chosen, [claim for claim in reading.claims if claim.mention_id == chosen.id]) if chosen else None


def _describe(mention: Mention, claims: Sequence[Claim]) -> MainEvent:
    told = [claim for claim in sorted(claims, key=lambda one: one.span.start) if claim.stance is not Stance.DENIES]
    times = [claim.value for claim in told if claim.slot is Slot.WHEN and isinstance(claim.value, When)]
    places = Counter(claim.value.name for claim in told if claim.slot is Slot.WHERE and isinstance(claim.value, Where))
    killed = [claim.value for claim in told if claim.slot is Slot.KILLED and isinstance(claim.value, Count)]
    return MainEvent(
        mention=mention,
        when=min((time for time in times if time.width is not None), key=lambda time: time.width or 0, default=None),
        places=tuple(sorted(places, key=lambda name: (name in country_names(), -places[name]))),
        actors=tuple(dict.fromkeys(claim.value.name for claim in told if claim.slot in _ACTORS and isinstance(claim.value, Who))),
        civilians=_first_number([count for count in killed if count.standing is not Standing.COMBATANT]),
        combatants=_first_number([count for count in killed if count.standing is Standing.COMBATANT]),
    )


def _first_number(counts: Sequence[Count]) -> int | None:
    return next((number for count in counts if (number := count.low if count.low is not None else count.high) is not None), None)
