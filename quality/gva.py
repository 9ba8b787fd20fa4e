"""``python -m quality gva``: killed, injured, day and town in news about shootings, and which articles tell of one incident."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ceasewatch.model.reading import Reading, Resolution
from ceasewatch.pipeline import understand
from quality.figures import Case, Figures
from quality.gva_facts import read_facts
from quality.gva_grouping import (
    Understood,
    group_by_day_and_city,
    group_by_incident,
    group_by_truth,
    group_by_words,
    group_understood,
    list_split_and_mixed,
    tally_groupings,
)
from quality.gva_scorer import Read, list_errors, rate_facts, tally_facts
from quality.gva_texts import DOCUMENTS, INCIDENTS, Article, choose_articles, read_articles, read_shootings
from quality.measure import Measure, data_folder

_MOST = 800
_FOUND_AT = (
    "The Gun Violence Archive's incidents with their news articles are published at https://github.com/cltl/LongTailQATask. "
    "Put incidents.jsonl and documents.jsonl into DIR/gva and name DIR with --data."
)


def locate(named: Path | None) -> Path | None:
    """Find the folder with the incidents and the articles: the one named, or ``gva`` in it."""
    folder = data_folder(named)
    places = (folder / "gva", folder) if folder else ()
    return next((place for place in places if all((place / name).is_file() for name in (INCIDENTS, DOCUMENTS))), None)


def measure(data: Path, split: str | None = None) -> Figures:
    """Read the articles of a split: "dev" or "test" (a sample of some 800), or "all".

    Raises:
        DataMissing: the files have another layout, or there are no articles of that split.
    """
    articles = choose_articles(read_articles(data / DOCUMENTS, read_shootings(data / INCIDENTS)), split, _MOST)
    rows, understood = read_all(articles)
    return replace(score("gva", _span(articles), rows, understood), part=split or "test")


def read_all(articles: Sequence[Article]) -> tuple[list[Read], list[Understood]]:
    """Read every article as the program does by default, without a ceasefire loaded."""
    understood = [Understood(reading=reading, resolution=resolution) for reading, resolution in map(_understand, articles)]
    facts = [read_facts(one.reading, one.resolution) for one in understood]
    return [Read(article=article, facts=one) for article, one in zip(articles, facts, strict=True)], understood


def score(name: str, subject: str, rows: Sequence[Read], understood: Sequence[Understood]) -> Figures:
    """Hold facts and grouping against the archive."""
    gold = {row.article.id: row.article.topic for row in rows}
    ours = group_by_incident(rows, group_understood(understood))
    groupings = {
        "ours": ours,
        "our day and city": group_by_day_and_city(rows),
        "TF-IDF": group_by_words(rows),
        "each alone": {},
    }
    if any(row.article.shooting for row in rows):
        groupings["true day and city"] = group_by_truth(rows)
    about = {row.article.id: f"{row.article.title or row.article.id} [{row.facts.day}, {_city(row)}]"[:140] for row in rows}
    errors = [*list_errors(rows), *list_split_and_mixed(gold, ours, about)]
    return Figures(
        name=name,
        subject=f"{subject}; {len(rows)} articles on {len(set(gold.values()))} incidents",
        tallies=(*tally_facts(rows), *tally_groupings(gold, groupings)),
        rates=tuple(rate_facts(rows)),
        errors=tuple(sorted(errors, key=mix)),
    )


def _understand(article: Article) -> tuple[Reading, Resolution]:
    return understand(article.as_report())


def _city(row: Read) -> str:
    return min(row.facts.city, default="no city")


def _span(articles: Sequence[Article]) -> str:
    days = [one.shooting.day for one in articles if one.shooting]
    return f"incidents from {min(days)} to {max(days)}"


def mix(error: Case) -> str:
    """An order in which the first few errors are a fair sample of all."""
    return hashlib.sha256(f"{error.field}{error.about}{error.why}".encode()).hexdigest()


MEASURE = Measure(
    name="gva",
    summary="shootings in the news: killed, injured, day, town, and which articles tell of one incident",
    found_at=_FOUND_AT,
    locate=locate,
    run=measure,
)
