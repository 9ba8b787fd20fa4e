"""What our reader takes an article about a shooting to say: how many were killed and injured, on which day, in which town."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ceasewatch.model.claim import Claim, Slot, Stance
from ceasewatch.model.kinds import kinds
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.reading import Reading, Resolution
from ceasewatch.model.record import Place
from ceasewatch.model.values import Count, When, Where
from ceasewatch.resolve.names import fold_name

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What an article says. ``None`` where it says nothing of the kind, as far as we read it; 0 only where it says that there were none.

    ``lead`` is the mention that the article is about. ``written`` are the names of its places as written; ``city`` are all names of the
    settlement that they were taken to mean, folded, and ``city_id`` is that settlement.
    """

    lead: str | None
    killed: int | None
    injured: int | None
    when: When | None
    written: tuple[str, ...]
    city: frozenset[str]
    city_id: str | None

    @property
    def day(self) -> str | None:
        """The day as a date, where one day is given."""
        is_day = self.when is not None and self.when.width is not None and self.when.width <= _DAY
        return self.when.first_day.isoformat() if is_day and self.when and self.when.first_day else None


def read_facts(reading: Reading, resolution: Resolution) -> Facts:
    """Take the event that an article tells most of, and what it says of it."""
    lead = find_lead(reading)
    claims = [claim for claim in reading.claims if lead is not None and claim.mention_id == lead.id and claim.stance is not Stance.DENIES]
    told = {mention.id for mention in reading.mentions if mention.status is Status.REPORTED}
    counted = [claim for claim in reading.claims if claim.mention_id in told and claim.stance is not Stance.DENIES]
    city = _choose_city(claims, resolution)
    return Facts(
        lead=lead.id if lead else None,
        killed=_largest(counted, Slot.KILLED),
        injured=_largest(counted, Slot.WOUNDED),
        when=min(_values(claims, Slot.WHEN), key=_width_then_start, default=None),
        written=tuple(claim.value.name for claim in claims if isinstance(claim.value, Where)),
        city=frozenset(fold_name(name.name) for name in city.names) if city else frozenset(),
        city_id=city.id if city else None,
    )


def find_lead(reading: Reading) -> Mention | None:
    """The incident that an article reports and says most about; the first of them where several are equal."""
    counts = Counter(claim.mention_id for claim in reading.claims)
    reported = [one for one in reading.mentions if one.status is Status.REPORTED and kinds()[one.kind].is_incident]
    return max(reported, key=lambda one: (counts[one.id], -one.anchor.start), default=None)


def _largest(claims: Sequence[Claim], slot: Slot) -> int | None:
    """The largest number that an article gives: the parts of a sum are smaller than the sum."""
    counts = [claim.value for claim in claims if claim.slot is slot and isinstance(claim.value, Count)]
    numbers = [count.low if count.low is not None else count.high for count in counts]
    return max((number for number in numbers if number is not None), default=None)


def _values(claims: Sequence[Claim], slot: Slot) -> Iterator[When]:
    return (claim.value for claim in claims if claim.slot is slot and isinstance(claim.value, When))


def _width_then_start(when: When) -> tuple[timedelta, str]:
    return when.width or timedelta.max, str(when.earliest or when.before)


def _choose_city(claims: Sequence[Claim], resolution: Resolution) -> Place | None:
    """The settlement that most of the places lead to; the first one named where several are equal."""
    records = {record.id: record for record in resolution.records if isinstance(record, Place) and record.kind == "settlement"}
    linked = {link.claim_id: link.record_id for link in resolution.links if link.record_id in records and link.role == "value"}
    wheres = sorted((claim for claim in claims if claim.slot is Slot.WHERE and claim.id in linked), key=lambda one: one.span.start)
    counts = Counter(linked[claim.id] for claim in wheres)
    return records[counts.most_common(1)[0][0]] if counts else None
