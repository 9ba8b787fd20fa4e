"""Whether the versions of one slot differ. It is said that they do, never which is right.

An account is all that one speaker says of a slot in one report. Two accounts differ when nothing in the one is compatible with anything in
the other, or when one denies or doubts what the other puts forward. So "four servicemen and a civilian" from one mouth do not differ,
three and five from two mouths do; and "some, number not stated" contradicts no number.
"""

from collections.abc import Sequence
from itertools import combinations

from ceasewatch.model.claim import Claim, Slot, Stance
from ceasewatch.model.distances import is_within
from ceasewatch.model.record import Place
from ceasewatch.model.values import Count, When
from ceasewatch.show.chains import fold, name_speaker
from ceasewatch.show.material import Material
from ceasewatch.show.words import describe_value

COUNTED = frozenset({Slot.KILLED, Slot.WOUNDED, Slot.CAPTURED, Slot.MISSING, Slot.DISPLACED})
"""The slots that count people, and so are compared for each people apart."""

_ONE_ANSWER = COUNTED | {Slot.KIND, Slot.WHEN, Slot.WHERE, Slot.FIRED_FIRST, Slot.RESPONSIBLE}
_AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})


def versions_differ(claims: Sequence[Claim], material: Material) -> bool:
    """Whether two accounts among the claims of one slot, about one people where people are counted, differ."""
    accounts: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        accounts.setdefault((fold(name_speaker(claim)), claim.span.report_id), []).append(claim)
    return any(_differ(left, right, material) for left, right in combinations(accounts.values(), 2))


def _differ(left: Sequence[Claim], right: Sequence[Claim], material: Material) -> bool:
    for_left, for_right = _put_forward(left), _put_forward(right)
    if (for_left and len(for_right) < len(right)) or (for_right and len(for_left) < len(left)):
        return True
    if not for_left or not for_right or left[0].slot not in _ONE_ANSWER:
        return False
    return not any(_is_compatible(one, other, material) for one in for_left for other in for_right)


def _put_forward(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.stance not in _AGAINST]


def _is_compatible(left: Claim, right: Claim, material: Material) -> bool:
    if isinstance(left.value, When) and isinstance(right.value, When):
        return left.value.overlaps(right.value)
    if isinstance(left.value, Count) and isinstance(right.value, Count):
        return _counts_overlap(left.value, right.value)
    places = [(one, other) for one in material.places(left) for other in material.places(right)]
    return bool(_meanings(left, material) & _meanings(right, material)) or any(_may_be_one(one, other) for one, other in places)


def _counts_overlap(left: Count, right: Count) -> bool:
    starts = left.low is None or right.high is None or left.low <= right.high
    ends = right.low is None or left.high is None or right.low <= left.high
    return starts and ends


def _may_be_one(left: Place, right: Place) -> bool:
    """Whether what is known of two positions leaves room for one spot: a road inside a region, a height at the edge of a town."""
    return is_within(left, right, (left.uncertainty_m or 0) + (right.uncertainty_m or 0))


def _meanings(claim: Claim, material: Material) -> frozenset[str]:
    """What a claim's value stands for: the sides or places it was taken to mean, and the words where it was not resolved."""
    parties = {party.side or party.id for party in material.parties(claim, "value")}
    places = {place.id for place in material.places(claim)}
    return frozenset(parties | places) or frozenset({fold(describe_value(claim.value))})
