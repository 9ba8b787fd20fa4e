"""Which articles tell of one incident: our grouping, and the plain ones that it has to beat."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ceasewatch.model.reading import Reading, Resolution
from ceasewatch.reconcile.incidents import group_mentions
from quality.clusters import tally_b_cubed, tally_pairs
from quality.figures import Case, Tally
from quality.gva_facts import Facts
from quality.gva_scorer import Read
from quality.tfidf import group_texts

TFIDF_THRESHOLD = 0.25
"""The best of 0.1, 0.15 … 0.5 on dev, by either score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """One report's reading and what its words mean."""

    reading: Reading
    resolution: Resolution


def group_understood(understood: Sequence[Understood]) -> dict[str, str]:
    """Reconcile all reports as the program does: mention -> incident. Mentions that are no incidents are left out."""
    incidents = group_mentions(
        [mention for one in understood for mention in one.reading.mentions],
        [claim for one in understood for claim in one.reading.claims],
        [link for one in understood for link in one.resolution.links],
        {record.id: record for one in understood for record in one.resolution.records},
    )
    return {mention.id: incident.id for incident in incidents for mention in incident.mentions}


def group_by_incident(rows: Sequence[Read], incidents: Mapping[str, str]) -> dict[str, str]:
    """Put each article into the incident that holds its main event; one without any stands alone."""
    return {row.article.id: incidents[lead] for row in rows if (lead := row.facts.lead) is not None and lead in incidents}


def group_by_day_and_city(rows: Sequence[Read]) -> dict[str, str]:
    """Put articles together where we read the very same day and town; those without one of the two stand alone."""
    keys = {row.article.id: _key(row.facts) for row in rows}
    return {name: key for name, key in keys.items() if key is not None}


def group_by_truth(rows: Sequence[Read]) -> dict[str, str]:
    """Put articles together by the archive's own day and town: as good as day and town can be."""
    known = [(row.article.id, row.article.shooting) for row in rows]
    return {name: f"{one.day} {one.city} {one.state}" for name, one in known if one is not None}


def group_by_words(rows: Sequence[Read]) -> dict[str, str]:
    """Put articles together that are in the same words, in the order of their publication."""
    ordered = sorted(rows, key=lambda row: (str(row.article.published), row.article.id))
    return group_texts({row.article.id: f"{row.article.title or ''}\n{row.article.text}" for row in ordered}, TFIDF_THRESHOLD)


def tally_groupings(gold: Mapping[str, str], groupings: Mapping[str, Mapping[str, str]]) -> Iterator[Tally]:
    """B-cubed and pairwise scores of every grouping."""
    for name, ours in groupings.items():
        yield tally_b_cubed(f"grouping, B-cubed: {name}", gold, ours)
    for name, ours in groupings.items():
        yield tally_pairs(f"grouping, pairs: {name}", gold, ours)


def list_split_and_mixed(gold: Mapping[str, str], ours: Mapping[str, str], about: Mapping[str, str]) -> Iterator[Case]:
    """Pairs of neighbouring articles, in the order given, that we tore apart or put together wrongly."""
    for left, right in _neighbours(gold):
        if ours.get(left, left) != ours.get(right, right):
            yield Case(field="grouping", about=about[left], verdict="missed", why=f"kept apart from: {about[right]}")
    for left, right in _neighbours({name: group for name, group in ours.items() if name in gold}):
        if gold[left] != gold[right]:
            yield Case(field="grouping", about=about[left], verdict="wrong", why=f"put together with: {about[right]}")


def _neighbours(groups: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    last: dict[str, str] = {}
    for name, group in groups.items():
        if group in last:
            yield last[group], name
        last[group] = name


def _key(facts: Facts) -> str | None:
    return f"{facts.day} {facts.city_id}" if facts.day and facts.city_id else None
