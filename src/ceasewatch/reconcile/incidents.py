"""Which mentions in different reports are one incident, and every version of each slot side by side. A view: it owns no facts.

Two mentions may be one incident when both are dated and their times overlap, their kinds can describe one event, and their places do
not exclude each other; where one of them names no place, they must share a party or a person. What people judged outranks what the
program thinks. Clashing counts are never a reason to keep reports apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from ceasewatch.errors import UnknownRecord
from ceasewatch.model.claim import Claim, Slot, Stance
from ceasewatch.model.distances import is_within
from ceasewatch.model.incident import Incident, Judgement, Verdict
from ceasewatch.model.kinds import kinds
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.record import Link, Party, Place, Record
from ceasewatch.model.values import Category, When
from ceasewatch.reconcile.positions import find_positions

_VIOLENT = frozenset(
    {
        "clash",
        "attack",
        "shooting",
        "killing",
        "wounding",
        "shelling",
        "air_strike",
        "explosion",
        "suicide_bombing",
        "grenade",
        "violation",
        "infiltration",
    }
)
_TELLING = {"violation": 0, "wounding": 0, "killing": 1, "attack": 2, "shooting": 3}
_PEOPLE = frozenset({Slot.KILLED, Slot.WOUNDED, Slot.CAPTURED, Slot.MISSING, Slot.NAMED})
_NARROW = timedelta(days=4)
_REACH_M = 30_000
_WIDEST_PLACE_M = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A mention with what decides whether another one is the same: its time, its places on the ground, and who is named.

    ``touches`` are all places that it names in any way, also where something came from and went to. ``counts_people`` says whether it
    counts or names dead, wounded, captured or missing people.
    """

    mention: Mention
    when: When | None
    places: tuple[Place, ...]
    touches: frozenset[str]
    names: frozenset[str]
    parties: frozenset[str]
    counts_people: bool


def group_mentions(
    mentions: Sequence[Mention],
    claims: Sequence[Claim],
    links: Sequence[Link],
    records: Mapping[str, Record],
    judgements: Sequence[Judgement] = (),
) -> tuple[Incident, ...]:
    """Return the incidents that the mentions tell of, newest first; undated ones come last.

    The result does not depend on the order of the input. Patterns, plans and wars are no incidents, nor is background without a day and
    without people killed, wounded, held or missing.
    """
    by_mention: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda one: one.id):
        by_mention.setdefault(claim.mention_id, []).append(claim)
    places, parties = _places_by_claim(links, records), _parties_by_claim(links, records)
    told = [_describe(mention, by_mention.get(mention.id, []), places, parties) for mention in sorted(mentions, key=lambda one: one.id)]
    groups = _group([one for one in told if _is_incident(one)], judgements)
    incidents = [_build(group, by_mention) for group in groups]
    return tuple(sorted(incidents, key=_newest_first))


def find_by_id(incidents: Iterable[Incident], id_or_prefix: str) -> Incident:
    """Return the incident that holds a mention whose id begins so, so that the id of a merged incident still finds it.

    Raises:
        UnknownRecord: no incident does, or several do.
    """
    prefix = id_or_prefix.casefold()
    found = [one for one in incidents if prefix and any(mention.id.startswith(prefix) for mention in one.mentions)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownRecord(f"“{id_or_prefix}” is the beginning of {len(found)} incidents' ids; give more of it")
    raise UnknownRecord(f"no incident has the id “{id_or_prefix}”; `ceasewatch incidents` lists them")


def _describe(mention: Mention, claims: Sequence[Claim], places: Mapping[str, list[Place]], parties: Mapping[str, list[str]]) -> Told:
    times = [
        claim.value for claim in claims if claim.slot is Slot.WHEN and isinstance(claim.value, When) and claim.stance is not Stance.DENIES
    ]
    found = {place.id: place for claim in claims if claim.slot is Slot.WHERE for place in places.get(claim.id, [])}
    sides = frozenset(party for claim in claims for party in parties.get(claim.id, ()))
    touched = frozenset(place.id for claim in claims for place in places.get(claim.id, []))
    names = frozenset(claim.value.name.casefold() for claim in claims if claim.slot is Slot.NAMED and hasattr(claim.value, "name"))
    return Told(
        mention=mention,
        when=min(times, key=_width_then_start) if times else None,
        places=tuple(found[key] for key in sorted(found)),
        touches=touched,
        names=names,
        parties=sides,
        counts_people=any(claim.slot in _PEOPLE for claim in claims),
    )


def _width_then_start(when: When) -> tuple[timedelta, datetime]:
    return when.width or timedelta.max, when.earliest or when.before or datetime.min.replace(tzinfo=UTC)


def _places_by_claim(links: Sequence[Link], records: Mapping[str, Record]) -> dict[str, list[Place]]:
    places: dict[str, list[Place]] = {}
    for link in sorted(links, key=lambda one: (one.claim_id, one.record_id)):
        record = records.get(link.record_id)
        if isinstance(record, Place):
            places.setdefault(link.claim_id, []).append(record)
    return places


def _parties_by_claim(links: Sequence[Link], records: Mapping[str, Record]) -> dict[str, list[str]]:
    """The sides and parties that claims are about; who says them is another matter."""
    parties: dict[str, list[str]] = {}
    for link in links:
        record = records.get(link.record_id)
        if isinstance(record, Party) and link.role != "speaker":
            parties.setdefault(link.claim_id, []).append(record.side or record.id)
    return parties


def _is_incident(told: Told) -> bool:
    if told.mention.status is Status.BACKGROUND:
        return (told.when is not None or told.counts_people) and kinds()[told.mention.kind].is_incident
    return told.mention.status is Status.REPORTED and kinds()[told.mention.kind].is_incident


def _group(told: Sequence[Told], judgements: Sequence[Judgement]) -> list[list[Told]]:
    """Join groups, the surest pair first, where no pair across the two is excluded: so that likeness does not chain."""
    verdicts = {frozenset((one.left, one.right)): one.verdict for one in judgements if one.superseded_at is None}
    pairs = []
    for index, left in enumerate(told):
        for right in told[index + 1 :]:
            score = _score(left, right, verdicts)
            if score > 0:
                pairs.append((-score, left.mention.id, right.mention.id))
    groups = {one.mention.id: [one] for one in told}
    for _, left_id, right_id in sorted(pairs):
        left_group, right_group = groups[left_id], groups[right_id]
        if left_group is not right_group and all(_score(a, b, verdicts) > -1 for a in left_group for b in right_group):
            left_group.extend(right_group)
            groups.update({one.mention.id: left_group for one in right_group})
    unique = {id(group): group for group in groups.values()}
    return [sorted(group, key=lambda one: one.mention.id) for group in unique.values()]


def _score(left: Told, right: Told, verdicts: Mapping[frozenset[str], Verdict]) -> float:
    """From 1 (the same) over 0 (nothing speaks for it) to -1 (cannot be the same)."""
    verdict = verdicts.get(frozenset((left.mention.id, right.mention.id)))
    if verdict is not None:
        return {Verdict.SAME: 1.0, Verdict.DIFFERENT: -1.0, Verdict.UNSURE: 0.0}[verdict]
    if left.mention.report_id == right.mention.report_id or not _kinds_agree(left.mention.kind, right.mention.kind):
        return -1.0
    if left.when is None or right.when is None:
        return 0.5 if left.names & right.names else 0.0
    if not left.when.overlaps(right.when) or not _places_agree(left.places, right.places):
        return -1.0
    is_placed = bool(_sharp(left.places)) and bool(_sharp(right.places))
    if not is_placed and not (left.touches & right.touches or left.names & right.names or left.parties & right.parties):
        return 0.0
    is_narrow = all(((one.when and one.when.width) or timedelta.max) <= _NARROW for one in (left, right))
    shares = bool(left.touches & right.touches) or bool(left.names & right.names)
    if is_narrow:
        return 0.9 if shares else 0.7
    return 0.6 if shares and left.mention.kind == right.mention.kind else 0.0


def _kinds_agree(left: str, right: str) -> bool:
    return left == right or (left in _VIOLENT and right in _VIOLENT)


def _places_agree(left: Sequence[Place], right: Sequence[Place]) -> bool:
    """Whether some place of one lies within reach of some place of the other; vague and unplaced ones exclude nothing."""
    sharp_left, sharp_right = _sharp(left), _sharp(right)
    if not sharp_left or not sharp_right:
        return True
    return any(_within_reach(a, b) for a in sharp_left for b in sharp_right)


def _within_reach(left: Place, right: Place) -> bool:
    return left.id == right.id or is_within(left, right, _REACH_M + (left.uncertainty_m or 0) + (right.uncertainty_m or 0))


def _sharp(places: Sequence[Place]) -> list[Place]:
    return [one for one in places if one.latitude is not None and (one.uncertainty_m or 0) <= _WIDEST_PLACE_M]


def _build(group: Sequence[Told], by_mention: Mapping[str, list[Claim]]) -> Incident:
    claims = [claim for one in group for claim in by_mention.get(one.mention.id, [])]
    times = [one.when for one in group if one.when is not None]
    kind_claims = [claim.value.code for claim in claims if isinstance(claim.value, Category) and claim.slot is Slot.KIND]
    kind = max(sorted(one.mention.kind for one in group), key=lambda code: (_TELLING.get(code, 4), kind_claims.count(code)))
    return Incident(
        id=group[0].mention.id,
        kind=kind,
        mentions=tuple(one.mention for one in group),
        positions=find_positions(claims),
        when=_common(times),
    )


def _common(times: Sequence[When]) -> When | None:
    """The stretch that every dated mention allows; the narrowest of them where they do not all agree."""
    if not times:
        return None
    starts = [when.earliest for when in times if when.earliest is not None]
    ends = [when.before for when in times if when.before is not None]
    earliest, before = max(starts, default=None), min(ends, default=None)
    if earliest is not None and before is not None and earliest >= before:
        return min(times, key=_width_then_start)
    return When(earliest=earliest, before=before)


def _newest_first(incident: Incident) -> tuple[bool, float, str]:
    moment = incident.when and (incident.when.earliest or incident.when.before)
    return moment is None, -(moment.timestamp() if moment else 0.0), incident.id
