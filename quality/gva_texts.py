"""The shooting incidents of the Gun Violence Archive and the news about them, as two files of JSON lines."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from ceasewatch.errors import DataMissing
from ceasewatch.model.report import Report
from ceasewatch.model.values import When

INCIDENTS, DOCUMENTS = "incidents.jsonl", "documents.jsonl"
_SHOOTING_FIELDS = ("incident_uri", "date_iso", "state", "city_or_county", "num_killed", "num_injured")
_ARTICLE_FIELDS = ("id", "incident_uri", "title", "published", "text")
TEST_BEGINS = date(2016, 1, 1)
"""Incidents ahead of this day are for development, the others are for testing: split by time, and no incident is in both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shooting:
    """What the archive holds for true about one incident."""

    id: str
    day: date
    state: str
    city: str
    killed: int
    injured: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article and the incident that it was filed under; ``None`` where the archive does not have that incident.

    An article that tells of two incidents is filed twice, so ``id`` names the incident too.
    """

    id: str
    topic: str
    title: str | None
    published: date | None
    text: str
    shooting: Shooting | None

    def as_report(self) -> Report:
        """The article as the reader gets it: with its text, title and day of publication, and nothing that the archive knows."""
        return Report(
            id=sha256(f"{self.id}\n{self.text}".encode()).hexdigest(),
            text=self.text,
            retrieved_at=datetime.now(UTC),
            media_type="text/plain",
            title=self.title,
            published=When.of_days(self.published) if self.published else None,
        )


def read_shootings(path: Path) -> dict[str, Shooting]:
    """Read the incidents, by id.

    Raises:
        DataMissing: the file does not have this layout.
    """
    return {row["incident_uri"]: _read_shooting(row) for row in _read_lines(path, _SHOOTING_FIELDS)}


def read_articles(path: Path, shootings: Mapping[str, Shooting]) -> tuple[Article, ...]:
    """Read the articles, those of one incident together, in the order of the incidents' days.

    Raises:
        DataMissing: the file does not have this layout, or tells of an incident that is not there.
    """
    rows = _read_lines(path, _ARTICLE_FIELDS)
    strangers = {row["incident_uri"] for row in rows} - shootings.keys()
    if strangers:
        raise DataMissing(f"{path} has articles of {len(strangers)} incidents that {INCIDENTS} does not have")
    articles = [_read_article(row, shootings[row["incident_uri"]]) for row in rows]
    return tuple(sorted(articles, key=lambda one: (shootings[one.topic].day, one.topic, one.id)))


def choose_articles(articles: Sequence[Article], split: str | None, most: int) -> tuple[Article, ...]:
    """The articles of a split: "dev", "test" (the default) or "all"; of the first two, as many whole incidents as the limit allows.

    The sample are the last incidents of the split, day after day without gaps: incidents of the same days and towns are what
    makes grouping hard, and a scattered sample would leave them out.

    Raises:
        DataMissing: there are no articles of that split.
    """
    if split == "all":
        return tuple(articles)
    if split not in (None, "dev", "test"):
        raise DataMissing(f"there is no split “{split}”; there are dev, test and all")
    is_test = split != "dev"
    part = [one for one in articles if one.shooting and (one.shooting.day >= TEST_BEGINS) is is_test]
    if not part:
        raise DataMissing(f"no incidents {'from' if is_test else 'ahead of'} {TEST_BEGINS}; use another split, or all")
    cut = max(len(part) - most, 0)
    topic = part[cut - 1].topic if cut else None
    return tuple(one for one in part[cut:] if one.topic != topic)


def _read_shooting(row: Mapping[str, str | int]) -> Shooting:
    return Shooting(
        id=str(row["incident_uri"]),
        day=date.fromisoformat(str(row["date_iso"])),
        state=str(row["state"]),
        city=str(row["city_or_county"]),
        killed=int(row["num_killed"]),
        injured=int(row["num_injured"]),
    )


def _read_article(row: Mapping[str, str], shooting: Shooting) -> Article:
    return Article(
        id=f"{row['incident_uri']}/{row['id']}",
        topic=row["incident_uri"],
        title=row["title"] or None,
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        text=row["text"],
        shooting=shooting,
    )


def _read_lines(path: Path, fields: Sequence[str]) -> list[dict[str, str]]:
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as problem:
        raise DataMissing(f"{path} could not be read: {problem}") from problem
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict) or any(field not in row for field in fields):
            raise DataMissing(f"{path}, line {number}: expected the fields {', '.join(fields)}")
    return rows
