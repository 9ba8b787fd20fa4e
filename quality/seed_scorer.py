"""Holds one reading of the seed report against its annotation, field by field."""

from collections.abc import Sequence

from ceasewatch.model.reading import Reading, Resolution
from ceasewatch.model.report import Report
from quality.figures import Case, Figures, Rate
from quality.seed_fields import score_dates, score_first_shot, score_items, score_places, score_speakers, score_statements, score_things
from quality.seed_gold import Gold, GoldItem
from quality.seed_items import Matches, match_items
from quality.seed_judging import describe_date
from quality.seed_people import score_casualties, score_named
from quality.seed_proof import rate_controls, rate_dates, rate_deaths, rate_proofs, rate_zeros
from quality.seed_view import View, make_view


def score_reading(gold: Gold, report: Report, reading: Reading, resolution: Resolution) -> Figures:
    """Hold one reading of the report against the annotation."""
    view = make_view(report, reading, resolution)
    matches = match_items(gold.items, view.told)
    scored = [score_items(gold, view, matches), *score_dates(gold, matches), score_places(gold, matches)]
    scored += [score(gold, view, matches) for score in (score_first_shot, score_things, score_speakers)]
    scored += [*score_casualties(gold, view, matches), *score_named(gold, view, matches), score_statements(gold, view)]
    rated = [rate(gold, view, matches) for rate in (rate_controls, rate_deaths, rate_dates)] + [rate_zeros(view), rate_proofs(view)]
    return Figures(
        name="seed",
        subject=f"{len(view.told)} mentions and {len(view.claims)} claims against {len(gold.items)} items",
        tallies=tuple(tally for tally, _ in scored),
        rates=(*_rate_goals(gold, int(scored[0][0].found), int(scored[1][0].found), rated[0][1]), *(rate for rate, _ in rated)),
        items=tuple(_describe_item(item, view, matches, rated[0][1]) for item in gold.items),
        errors=tuple(case for _, cases in [*scored, *rated] for case in cases),
    )


def _rate_goals(gold: Gold, items: int, dates: int, taken: Sequence[Case]) -> tuple[Rate, Rate]:
    """The goals in the project's own words: of all annotated items, and of all that have a date; context kept out counts as right."""
    context = [item for item in gold.items if item.is_context]
    kept_out = sum(all(case.about != item.id for case in taken) for item in context)
    every = len(gold.items)
    return (
        Rate(label="items found, context kept out", count=items + kept_out, of=every, goal="at least 16 of 20"),
        Rate(label="dates right", count=dates, of=every - len(context), goal="at least 12"),
    )


def _describe_item(item: GoldItem, view: View, matches: Matches, taken: Sequence[Case]) -> Case:
    """One line for each item: which mention stands for it, or what stands in its words instead."""
    about = f"{item.id} {item.type}"
    wrong = [case.why for case in taken if case.about == item.id]
    if item.is_context:
        return Case(field="item", about=about, verdict="wrong" if wrong else "found", why="; ".join(wrong) or "kept out, as it must be")
    if item.id in matches:
        told = matches[item.id]
        return Case(field="item", about=about, verdict="found", why=f"{told}, {describe_date(told)}, {len(told.claims)} claims")
    there = [str(told) for told in view.told if item.span[0] <= told.mention.anchor.start < item.span[1]]
    why = f"no mention of {' or '.join(sorted(item.kinds))} in its words; there: {', '.join(there) or 'nothing'}"
    return Case(field="item", about=about, verdict="missed", why=why)
