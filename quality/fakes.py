"""``python -m quality fakes``: FA-KES, articles of 15 outlets on all sides of one war, against what a crowd wrote about them.

The crowd is noisy. 25 of its rows (the 8th, the 33rd, and so on) were read against the beginnings of the articles; ``_RIGHT_OF_READ``
tells how often what it filled in was right. Left blank though the article tells it: the date 7 times, the combatants three times, the actor
twice. So a date is mostly the day of publication, and what we give where the crowd is blank is wrong less often than it counts.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from ceasewatch.errors import DataMissing
from ceasewatch.model.claim import Claim
from ceasewatch.model.mention import Mention
from ceasewatch.model.reading import Original, Reading, Resolution
from ceasewatch.model.record import Link, Record
from ceasewatch.pipeline import understand
from ceasewatch.read.reader import Reader
from ceasewatch.reconcile.incidents import group_mentions
from quality.clusters import b_cubed, pairwise
from quality.fakes_crowd import Annotated, Listed, make_key, read_annotated, read_day, read_listed, read_listed_day
from quality.fakes_scorer import compare_crowd, judge_article, list_errors, tally_fields
from quality.figures import Figures, Published, Rate, Tally
from quality.main_event import find_main_event
from quality.measure import Measure, data_folder

_FILES = ("articles.csv", "annotations.csv")
_SPLITS = (None, "dev")
_RIGHT_OF_READ = (
    ("killed civilians", 15, 18),
    ("killed combatants", 6, 6),
    ("date, as the day of publication", 18, 18),
    ("date, as the day of the event", 11, 17),
    ("place", 21, 25),
    ("actor", 17, 19),
)
_FOUND_AT = (
    "FA-KES is published as Zenodo record 2607278 (CC BY; articles.csv), its annotations (annotations.csv) in the repository"
    " fakenewssyria/fake_news_detection. Name the folder that holds fakes/articles.csv and fakes/annotations.csv with --data."
)


def locate(named: Path | None) -> Path | None:
    """Find the folder with both tables: ``fakes`` in the folder named, or that folder itself."""
    folder = data_folder(named)
    places = (folder / "fakes", folder) if folder else ()
    return next((place for place in places if all((place / name).is_file() for name in _FILES)), None)


def measure(data: Path, split: str | None = None) -> Figures:
    """Read every article as the program does by default, and score it field by field and by how the articles group.

    Raises:
        DataMissing: the set has no such part.
    """
    if split not in _SPLITS:
        raise DataMissing(f"the set has no part “{split}”: all of it is dev")
    annotated, listed = read_annotated(data / _FILES[1]), read_listed(data / _FILES[0])
    events = [find_main_event(reading) for reading, _ in _read_texts([row.text for row in annotated])]
    judged = [one for row, event in zip(annotated, events, strict=True) for one in judge_article(row, event)]
    return Figures(
        name="fakes",
        subject=f"{len(annotated)} annotations of articles, and {len(listed)} different articles to group",
        tallies=(*tally_fields(judged), *_score_groups(listed)),
        rates=(
            Rate(label="articles in which we find an event", count=sum(event is not None for event in events), of=len(events)),
            *compare_crowd(annotated),
            _compare_lists(annotated, listed),
            *(Rate(label=f"crowd right, by our reading: {field}", count=count, of=of) for field, count, of in _RIGHT_OF_READ),
        ),
        errors=list_errors(judged),
        published=(Published(label="extraction or grouping on this set:", figure="none found", source="ours is the first we know of"),),
    )


def score_groups(label: str, gold: dict[str, str], ours: dict[str, str]) -> tuple[Tally, Tally]:
    """B-cubed and pairwise scores as tallies: counted in articles and in pairs of articles."""
    precision, recall, _ = b_cubed(gold, ours)
    of = len(gold)
    joined = {key: ours.get(key, f"alone {key}") for key in gold}
    given, expected = _count_pairs(joined), _count_pairs(gold)
    pair_precision, pair_recall, _ = pairwise(gold, ours)
    right = round(pair_recall * expected) if expected else round(pair_precision * given)
    return (
        Tally(label=f"{label}: B-cubed", right=round(precision * of), given=of, found=round(recall * of), expected=of),
        Tally(label=f"{label}: pairs", right=right, given=given, found=right, expected=expected),
    )


def _score_groups(listed: Sequence[Listed]) -> Iterator[Tally]:
    """Ours beside two plain baselines: every article alone, and the same narrow day and place name as we read them."""
    dated = [row for row in listed if read_listed_day(row.day) is not None and row.place]
    gold = {make_key(row.text): f"{row.day} {row.place}" for row in dated}
    readings = dict(zip(gold, _read_texts([row.text for row in dated]), strict=True))
    yield from score_groups("grouping, ours", gold, _group_texts(readings))
    yield from score_groups("grouping, same day and place as we read them", gold, _group_by_words(readings))
    yield from score_groups("grouping, each article alone", gold, {})


def _group_texts(readings: dict[str, tuple[Reading, Resolution]]) -> dict[str, str]:
    """The incident of each article's main event, as the program groups them."""
    mentions: list[Mention] = [one for reading, _ in readings.values() for one in reading.mentions]
    claims: list[Claim] = [one for reading, _ in readings.values() for one in reading.claims]
    links: list[Link] = [one for _, resolution in readings.values() for one in resolution.links]
    records: dict[str, Record] = {one.id: one for _, resolution in readings.values() for one in resolution.records}
    incidents = group_mentions(mentions, claims, links, records)
    incident_ids = {mention.id: incident.id for incident in incidents for mention in incident.mentions}
    mains = {key: find_main_event(reading) for key, (reading, _) in readings.items()}
    return {key: incident_ids[main.mention.id] for key, main in mains.items() if main and main.mention.id in incident_ids}


def _group_by_words(readings: dict[str, tuple[Reading, Resolution]]) -> dict[str, str]:
    mains = {key: find_main_event(reading) for key, (reading, _) in readings.items()}
    return {key: f"{main.when.first_day} {main.places[0]}" for key, main in mains.items() if main and main.when and main.places}


def _count_pairs(groups: dict[str, str]) -> int:
    names = list(groups.values())
    sizes = [names.count(name) for name in set(names)]
    return sum(size * (size - 1) // 2 for size in sizes)


def _compare_lists(annotated: Sequence[Annotated], listed: Sequence[Listed]) -> Rate:
    """How often the day under which an article is filed is the day that the crowd wrote."""
    filed = {make_key(row.text): read_listed_day(row.day) for row in listed}
    both = [(read_day(row.day), filed[make_key(row.text)]) for row in annotated if row.day and make_key(row.text) in filed]
    return Rate(label="the list's date is the crowd's date", count=sum(left == right for left, right in both), of=len(both))


def _read_texts(texts: Sequence[str]) -> list[tuple[Reading, Resolution]]:
    with Reader() as reader:
        return [_read_text(reader, text) for text in texts]


def _read_text(reader: Reader, text: str) -> tuple[Reading, Resolution]:
    original = Original(content=text.encode(), name="article.txt", retrieved_at=datetime.now(UTC), media_type="text/plain")
    report = reader.read(original).report
    return understand(report) if report is not None else (Reading(), Resolution())


MEASURE = Measure(
    name="fakes",
    summary="FA-KES: killed, date, place and actor against a crowd, and the grouping of articles",
    found_at=_FOUND_AT,
    locate=locate,
    run=measure,
)
