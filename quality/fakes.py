"""``python -m quality fakes``: FA-KES, articles of 15 outlets on all sides of one war, against what a crowd wrote about them.

The crowd is noisy, so 50 of its rows were read: the 8th, the 33rd and so on against the beginnings of the articles; the 20th, the 45th and
so on, and from the start again the 12th, against whole articles. ``_RIGHT_OF_READ`` tells how often what it filled in was right. People
whom the text does not call fighters were taken for civilians; an article that tells of no other day, for one about the day it came out;
what cannot be told (the day of the event, twice) was left out. Left blank though the article tells it: the date 12 times, the actor 8, the
civilians three, the combatants three. The day that the crowd writes is always the one of publication.

So no reader can score 100. Beside each of our figures stands what the truth itself would score on these 50 rows ("a right reader"): right
where the crowd is right, wrong where the crowd is wrong, and extra where the crowd left a number blank that the article tells (a blank day,
place or actor is not held against us either). It is counted, not estimated, but on few rows: of 12 counts of combatants, each weighs 8 %.
A reader that scores above it gives what the crowd would write, such as the day of publication, more often than what happened.
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
from quality.clusters import tally_b_cubed, tally_pairs
from quality.fakes_crowd import Annotated, Listed, make_key, read_annotated, read_day, read_listed, read_listed_day
from quality.fakes_scorer import Checked, compare_crowd, judge_article, list_errors, rate_crowd, set_beside, tally_fields
from quality.figures import Figures, Published, Rate, Tally
from quality.main_event import find_main_event
from quality.measure import Measure, data_folder

_FILES = ("articles.csv", "annotations.csv")
_SPLITS = (None, "dev")
_RIGHT_OF_READ = (
    Checked(field="killed civilians", right=32, filled=35, blank=3, beside=("killed civilians",)),
    Checked(field="killed combatants", right=10, filled=12, blank=3, beside=("killed combatants",)),
    Checked(field="date, as the day of publication", right=37, filled=37),
    Checked(field="date, as the day of the event", right=24, filled=35, beside=("date",)),
    Checked(field="date, a day early or late", right=30, filled=35, beside=("date, a day early or late",)),
    Checked(field="place", right=45, filled=49, beside=("place", "place, any that we name")),
    Checked(field="actor", right=30, filled=33, beside=("actor",)),
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
        subject=(
            f"{len(annotated)} annotations of articles, and {len(listed)} different articles to group;"
            " “a right reader” is what the truth would score against this crowd, on the 50 rows that we read"
        ),
        tallies=(*set_beside(tally_fields(judged), _RIGHT_OF_READ), *_score_groups(listed)),
        rates=(
            Rate(label="articles in which we find an event", count=sum(event is not None for event in events), of=len(events)),
            *compare_crowd(annotated),
            _compare_lists(annotated, listed),
            *rate_crowd(_RIGHT_OF_READ),
        ),
        errors=list_errors(judged),
        published=(Published(label="extraction or grouping on this set:", figure="none found", source="ours is the first we know of"),),
    )


def score_groups(label: str, gold: dict[str, str], ours: dict[str, str]) -> tuple[Tally, Tally]:
    """B-cubed and pairwise scores: counted in articles and in pairs of articles."""
    return tally_b_cubed(f"{label}: B-cubed", gold, ours), tally_pairs(f"{label}: pairs", gold, ours)


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
