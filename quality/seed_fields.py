"""Precision and recall of the fields of the seed report that are not people: items, dates, places, things, speakers and statements."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceasewatch.model.claim import Claim, Slot
from ceasewatch.model.values import Thing, When
from quality.figures import Case, Tally
from quality.names import name_words, places_agree
from quality.seed_gold import Gold, GoldItem, GoldThing
from quality.seed_items import Matches
from quality.seed_judging import Judged, Scored, describe_anchor, describe_sides, describe_when, evidence, owned_claims, wrong_cases
from quality.seed_view import Told, View, describe_speaker, is_said_by


@dataclass(frozen=True, slots=True, kw_only=True)
class _ToldThing:
    """A thing that one of our claims tells of: for which item, in which words, how many (lowest, highest)."""

    owner: str
    words: str
    count: tuple[int | None, int | None] | None

    def is_a(self, owner: str, thing: GoldThing) -> bool:
        """Whether it is that annotated thing."""
        is_counted = self.count == (thing.number, thing.number) or (self.count is None and thing.number == 1)
        return self.owner == owner and is_counted and bool(name_words(self.words) & name_words(thing.what))


def score_items(gold: Gold, view: View, matches: Matches) -> Scored:
    """Which annotated items have a mention, and which mentions stand for none; context such as a war is no item to find."""
    wanted = [item for item in gold.items if not item.is_context]
    paired = {told.mention.id for told in matches.values()}
    given = [told for told in view.told if not told.is_context]
    extra = [told for told in given if told.mention.id not in paired]
    cases = [Case(field="items", about=describe_anchor(view, told), verdict="extra", why=str(told)) for told in extra]
    tally = Tally(label="items", right=len(paired), given=len(given), found=len(matches), expected=len(wanted))
    return tally, cases


def score_dates(gold: Gold, matches: Matches) -> list[Scored]:
    """Whether each item has its date, in value and in precision; then the same for the items that have an exact one.

    Where the annotation has a day, days or a month, ours must be the same days; where it only bounds the time, we are right to give no
    first day. An item that has no mention counts as not found.
    """
    wanted = [item for item in gold.items if not item.is_context]
    return [
        _score_dates("dates (value and precision)", wanted, matches),
        _score_dates("dates that are days or months", [item for item in wanted if item.is_exact], matches),
    ]


def _score_dates(label: str, wanted: Sequence[GoldItem], matches: Matches) -> Scored:
    judged = [judge for item in wanted if item.id in matches for judge in _judge_date(item, matches[item.id])]
    given = {judge.about for judge in judged}
    missed = [Case(field=label, about=item.id, verdict="missed", why="no date") for item in wanted if item.id not in given]
    right = sum(judge.is_right for judge in judged)
    return Tally(label=label, right=right, given=len(judged), found=right, expected=len(wanted)), wrong_cases(label, judged) + missed


def date_fits(item: GoldItem, when: When) -> bool:
    """Whether a time is the item's, or is no more than a bound where the item's own is no more than that."""
    if item.is_exact:
        return (when.first_day, when.last_day) == (item.first_day, item.last_day)
    starts = when.first_day is None or when.first_day == item.first_day
    ends = when.last_day is None or item.last_day is None or when.last_day <= item.last_day or when.first_day is None
    return starts and ends


def score_places(gold: Gold, matches: Matches) -> Scored:
    """Whether each item has one of its places, and whether every place that we give is one of the item's."""
    judged: list[Judged] = []
    found = 0
    wanted = [item for item in gold.items if item.places and not item.is_context]
    for item in wanted:
        given = list(matches[item.id].places()) if item.id in matches else []
        fits = [any(places_agree(place, other) for other in item.places) for place in given]
        judged += [Judged(is_right=fit, about=item.id, why=place) for fit, place in zip(fits, given, strict=True)]
        found += any(fits)
    right = sum(judge.is_right for judge in judged)
    return Tally(label="places as written", right=right, given=len(judged), found=found, expected=len(wanted)), wrong_cases(
        "places", judged
    )


def score_first_shot(gold: Gold, view: View, matches: Matches) -> Scored:
    """Whether the side that is said to have fired first is there, with who says so."""
    judged: list[Judged] = []
    wanted = {item.id: item.first_shot for item in gold.items if item.first_shot}
    found: set[str] = set()
    for owner, claim in owned_claims(view, matches, Slot.FIRED_FIRST):
        shot = wanted.get(owner)
        is_right = shot is not None and view.whose(claim) == {shot[0]} and is_said_by(claim, shot[1])
        found |= {owner} if is_right else set()
        judged.append(
            Judged(is_right=is_right, about=owner, why=f"{describe_sides(view, claim)} fired first, says {describe_speaker(claim)}")
        )
    right = sum(judge.is_right for judge in judged)
    tally = Tally(label="first shot, with who says so", right=right, given=len(judged), found=len(found), expected=len(wanted))
    return tally, wrong_cases("first shot", judged)


def score_things(gold: Gold, view: View, matches: Matches) -> Scored:
    """Whether weapons, vehicles, finds and works have their numbers. One thing may be left uncounted: "a grenade"."""
    wanted = [(item.id, thing) for item in gold.items if not item.is_context for thing in item.things]
    given = [told for slot in Slot for owner, claim in owned_claims(view, matches, slot) for told in _read_thing(owner, claim, view)]
    counted = [told for told in given if told.count is not None]
    judged = [
        Judged(is_right=any(told.is_a(owner, thing) for owner, thing in wanted), about=told.owner, why=told.words) for told in counted
    ]
    missed = [(owner, thing) for owner, thing in wanted if not any(told.is_a(owner, thing) for told in given)]
    cases = [Case(field="things", about=owner, verdict="missed", why=f"{thing.number} {thing.what}") for owner, thing in missed]
    right = sum(judge.is_right for judge in judged)
    tally = Tally(label="counts of things", right=right, given=len(judged), found=len(wanted) - len(missed), expected=len(wanted))
    return tally, wrong_cases("things", judged) + cases


def score_speakers(gold: Gold, view: View, matches: Matches) -> Scored:
    """Whether each item is told by whoever tells it in the report, and by nobody else."""
    judged: list[Judged] = []
    found = expected = 0
    for item in (item for item in gold.items if not item.is_context):
        claims = matches[item.id].claims if item.id in matches else ()
        expected += len(item.speakers)
        found += sum(any(is_said_by(claim, name) for claim in claims) for name in item.speakers)
        judged += [
            Judged(
                is_right=any(is_said_by(claim, name) for name in item.voices),
                about=item.id,
                why=f"{claim.slot} said by {describe_speaker(claim)}: {evidence(view, claim)}",
            )
            for claim in claims
        ]
    right = sum(judge.is_right for judge in judged)
    return Tally(label="who says it", right=right, given=len(judged), found=found, expected=expected), wrong_cases("speakers", judged)


def score_statements(gold: Gold, view: View) -> Scored:
    """Whether each statement has a claim with its speaker in its words, and whether all claims in those words have that speaker."""
    judged: list[Judged] = []
    found: set[str] = set()
    for claim in view.claims:
        heard = [statement for statement in gold.statements if _lies_in(claim, statement.span)]
        right = [statement.id for statement in heard if is_said_by(claim, statement.speaker)]
        found |= set(right)
        if heard:
            why = f"{claim.slot} said by {describe_speaker(claim)}: {evidence(view, claim)}"
            judged.append(Judged(is_right=bool(right), about=heard[0].id, why=why))
    missed = [
        Case(field="statements", about=statement.id, verdict="missed", why=f"{statement.kind} by {statement.speaker or 'own voice'}")
        for statement in gold.statements
        if statement.id not in found
    ]
    right_ones = sum(judge.is_right for judge in judged)
    tally = Tally(
        label="statements, with who makes them", right=right_ones, given=len(judged), found=len(found), expected=len(gold.statements)
    )
    return tally, wrong_cases("statements", judged) + missed


def _judge_date(item: GoldItem, told: Told) -> Iterator[Judged]:
    whens = [claim.value for claim in told.on(Slot.WHEN) if isinstance(claim.value, When)]
    if whens:
        fits = all(date_fits(item, when) for when in whens)
        yield Judged(is_right=fits, about=item.id, why=", ".join(describe_when(when) for when in whens))
    elif not item.is_exact:
        yield Judged(is_right=True, about=item.id, why="no date")


def _read_thing(owner: str, claim: Claim, view: View) -> Iterator[_ToldThing]:
    """The thing that a claim tells of, if it does; its count where the text gives an exact or a least number."""
    if not isinstance(claim.value, Thing):
        return
    count = claim.value.count if claim.value.count is not None and claim.value.count.is_stated else None
    words = f"{claim.value.name} {evidence(view, claim)}"
    yield _ToldThing(owner=owner, words=words, count=(count.low, count.high) if count else None)


def _lies_in(claim: Claim, span: tuple[int, int]) -> bool:
    shared = min(claim.span.end, span[1]) - max(claim.span.start, span[0])
    return 2 * shared >= claim.span.end - claim.span.start
