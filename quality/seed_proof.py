"""What must not happen in the seed report: invented dates, deaths and zeros, incidents out of patterns, and claims without proof."""

from collections.abc import Iterator, Sequence

from ceasewatch.model.claim import Claim, Slot
from ceasewatch.model.values import Count, When, Where
from quality.figures import Case, Rate
from quality.seed_fields import date_fits
from quality.seed_gold import Gold, GoldItem
from quality.seed_items import Matches
from quality.seed_judging import describe_anchor, describe_sides, describe_when, evidence
from quality.seed_people import count_fits, number_fits
from quality.seed_view import View

Rated = tuple[Rate, list[Case]]


def rate_controls(gold: Gold, view: View, matches: Matches) -> Rated:
    """Annotated patterns and background out of which we made an incident."""
    controls = [item for item in gold.items if item.is_pattern or item.is_context]
    taken = [
        Case(field="controls", about=item.id, verdict="wrong", why=f"{told} at {describe_anchor(view, told)}")
        for item in controls
        for told in view.told
        if told.is_incident and _starts_in(told.mention.anchor.start, item) and not _stands_for_another(told.mention.id, item, matches)
    ]
    count = len({case.about for case in taken})
    return Rate(label="patterns and background made incidents", count=count, of=len(controls), goal="0"), taken


def rate_deaths(gold: Gold, view: View, matches: Matches) -> Rated:
    """Claims of killed whose number the annotation does not hold for that event and side; a side left open is no invention."""
    claims = [claim for claim in view.claims if claim.slot is Slot.KILLED]
    bad = [claim for claim in claims if not _is_held(claim, _owners(gold, matches, claim), view)]
    cases = [_case("invented deaths", view, claim, describe_sides(view, claim)) for claim in bad]
    return Rate(label="invented deaths", count=len(bad), of=len(claims), goal="0"), cases


def _is_held(claim: Claim, items: Sequence[GoldItem], view: View) -> bool:
    counts = [count for item in items for count in item.counts if count.slot is claim.slot]
    fits = count_fits if view.whose(claim) else lambda claim, count, _: number_fits(claim, count)
    return any(fits(claim, count, view) for count in counts)


def rate_dates(gold: Gold, view: View, matches: Matches) -> Rated:
    """Claims of a time that is not the event's."""
    context = {one.mention.id for one in view.told if one.is_context}
    pairs = [(claim, claim.value) for claim in view.claims if claim.slot is Slot.WHEN and isinstance(claim.value, When)]
    told = [(claim, when) for claim, when in pairs if claim.mention_id not in context]
    wrong = [(claim, when) for claim, when in told if not any(date_fits(item, when) for item in _owners(gold, matches, claim))]
    cases = [_case("invented dates", view, claim, describe_when(when)) for claim, when in wrong]
    return Rate(label="invented dates", count=len(wrong), of=len(told), goal="0"), cases


def rate_zeros(view: View) -> Rated:
    """Counts of zero: the report says of nobody that there were none."""
    counts = [claim for claim in view.claims if isinstance(claim.value, Count)]
    zeros = [claim for claim in counts if isinstance(claim.value, Count) and claim.value.high == 0]
    return Rate(label="counts of zero", count=len(zeros), of=len(counts), goal="0"), [
        _case("zeros", view, claim, "zero") for claim in zeros
    ]


def rate_proofs(view: View) -> Rated:
    """Claims whose span, chain or words do not stand in the report."""
    cases = [_case("proof", view, claim, fault) for claim in view.claims for fault in _find_faults(view, claim)]
    loose = [_case("proof", view, claim, "its mention is not there") for claim in view.loose]
    return Rate(label="claims without span, chain or mention", count=len(cases + loose), of=len(view.claims), goal="0"), cases + loose


def _find_faults(view: View, claim: Claim) -> Iterator[str]:
    text = view.report.text
    spans = [claim.span, *(link.span for link in claim.said_by if link.span)]
    if any(span.report_id != view.report.id or span.end > len(text) for span in spans):
        yield "a span that is not in the report"
        return
    if not evidence(view, claim).strip():
        yield "a span with no words in it"
    if not claim.said_by:
        yield "no speaker"
    if isinstance(claim.value, Where) and not _holds(text, claim.value.name):
        yield f"a place that is not written: {claim.value.name}"
    if isinstance(claim.value, Count) and not _holds(text, claim.value.words):
        yield f"a count that is not written: {claim.value.words}"


def _holds(text: str, words: str) -> bool:
    return " ".join(words.split()) in " ".join(text.split())


def _owners(gold: Gold, matches: Matches, claim: Claim) -> list[GoldItem]:
    """The item that a claim's mention stands for; where it stands for none, every item in whose words the claim is."""
    own = [item for item in gold.items if item.id in matches and matches[item.id].mention.id == claim.mention_id]
    return own or [item for item in gold.items if _starts_in(claim.span.start, item)]


def _starts_in(start: int, item: GoldItem) -> bool:
    return item.span[0] <= start < item.span[1]


def _stands_for_another(mention_id: str, item: GoldItem, matches: Matches) -> bool:
    return any(told.mention.id == mention_id and name != item.id for name, told in matches.items())


def _case(field: str, view: View, claim: Claim, why: str) -> Case:
    about = repr(view.report.text[claim.span.start : claim.span.end])
    return Case(field=field, about=about, verdict="wrong", why=why)
