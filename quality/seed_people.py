"""Precision and recall of people in the seed report: how many of which side were killed, wounded or captured, and who is named."""

from collections.abc import Callable, Sequence

from ceasewatch.model.claim import Claim, Slot
from ceasewatch.model.values import Count, Who
from quality.figures import Case, Tally
from quality.names import names_agree
from quality.seed_gold import Gold, GoldCount, GoldPerson
from quality.seed_items import Matches
from quality.seed_judging import Judged, Scored, describe_sides, owned_claims, wrong_cases
from quality.seed_view import View, describe_speaker, is_said_by

_Fits = Callable[[Who, Claim, GoldPerson], bool]
_SLOTS = (Slot.KILLED, Slot.WOUNDED, Slot.CAPTURED)


def score_casualties(gold: Gold, view: View, matches: Matches) -> list[Scored]:
    """Numbers with their sides, slot by slot; then all of them once more, with who says so.

    "Some, on both sides" is one claim that gives both sides' counts without a number.
    """
    plain = [_score_counts(slot, (slot,), gold, view, matches, with_speaker=False) for slot in _SLOTS]
    return [*plain, _score_counts("casualties, with who says so", _SLOTS, gold, view, matches, with_speaker=True)]


def _score_counts(label: str, slots: Sequence[Slot], gold: Gold, view: View, matches: Matches, *, with_speaker: bool) -> Scored:
    wanted = [(item.id, count) for item in gold.items for count in item.counts if count.slot in slots]
    judged: list[Judged] = []
    found: set[int] = set()
    for owner, claim in (pair for slot in slots for pair in owned_claims(view, matches, slot)):
        fits = [
            number
            for number, (item, count) in enumerate(wanted)
            if item == owner and count_fits(claim, count, view) and (not with_speaker or is_said_by(claim, count.speaker))
        ]
        found |= {number for number in fits if wanted[number][1].is_required}
        judged.append(Judged(is_right=bool(fits), about=owner, why=_describe(view, claim)))
    missed = [(item, count) for number, (item, count) in enumerate(wanted) if count.is_required and number not in found]
    cases = [Case(field=label, about=item, verdict="missed", why=_describe_gold(count)) for item, count in missed]
    right = sum(judge.is_right for judge in judged)
    required = sum(count.is_required for _, count in wanted)
    tally = Tally(label=label, right=right, given=len(judged), found=len(found), expected=required)
    return tally, wrong_cases(label, judged) + cases


def count_fits(claim: Claim, count: GoldCount, view: View) -> bool:
    """Whether a claim gives that number of that side."""
    sides = view.whose(claim)
    is_theirs = count.side in sides and (count.low is None or len(sides) == 1)
    return claim.slot is count.slot and is_theirs and number_fits(claim, count)


def number_fits(claim: Claim, count: GoldCount) -> bool:
    """Whether a claim gives that number, of whichever side: not stated where it is not stated, "at least" where it says so."""
    value = claim.value
    if not isinstance(value, Count):
        return False
    if count.low is None:
        return not value.is_stated
    if count.is_least:
        return value.high is None and value.low in (count.low, count.low + 1)
    return value.low == value.high == count.low


def score_named(gold: Gold, view: View, matches: Matches) -> list[Scored]:
    """The named dead with their sides; and, apart from that, their ranks as written with the scare quotes."""
    claims = [(owner, claim, claim.value) for owner, claim in owned_claims(view, matches, Slot.NAMED) if isinstance(claim.value, Who)]
    wanted = [(item.id, person) for item in gold.items for person in item.named_dead]
    people = _score_people("named dead, with side", claims, wanted, lambda _who, claim, person: view.whose(claim) == {person.side})
    ranks = _score_people("ranks as written, with scare quotes", claims, wanted, lambda who, _claim, person: _rank_fits(who, person))
    return [people, ranks]


def _score_people(label: str, claims: Sequence[tuple[str, Claim, Who]], wanted: Sequence[tuple[str, GoldPerson]], fits: _Fits) -> Scored:
    judged: list[Judged] = []
    found: set[tuple[str, str]] = set()
    for owner, claim, who in claims:
        same = [(item, person) for item, person in wanted if item == owner and names_agree(who.name, person.name)]
        right = [(item, person.name) for item, person in same if fits(who, claim, person)]
        found |= set(right)
        quoted = " in quotes" if who.rank_is_quoted else ""
        judged.append(Judged(is_right=bool(right), about=owner, why=f"{who.rank or ''}{quoted} {who.name} of {who.whose}"))
    right_ones = sum(judge.is_right for judge in judged)
    return Tally(label=label, right=right_ones, given=len(judged), found=len(found), expected=len(wanted)), wrong_cases(label, judged)


def _rank_fits(who: Who, person: GoldPerson) -> bool:
    return (who.rank or "").strip('"“”').lower() == (person.rank or "").lower() and who.rank_is_quoted == person.rank_is_quoted


def _describe(view: View, claim: Claim) -> str:
    value = claim.value
    words = value.words if isinstance(value, Count) else str(value)
    return f"{claim.slot} {words!r} of {describe_sides(view, claim)}, says {describe_speaker(claim)}"


def _describe_gold(count: GoldCount) -> str:
    least = "at least " if count.is_least else ""
    number = "some" if count.low is None else f"{least}{count.low}"
    return f"{count.slot} {number} of {count.side}, says {count.speaker or 'own voice'}"
