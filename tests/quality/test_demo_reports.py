"""The demo's reports: that they can be read, that their outlets are invented, and that the two sides have the same room."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ceasewatch.model.reading import Original, Status
from ceasewatch.model.report import Report
from ceasewatch.read.formats import guess_media_type
from ceasewatch.read.reader import Reader

DEMO = Path(__file__).parents[2] / "demo"
FILES = sorted((DEMO / "reports").iterdir())
AZERBAIJANI = ("absheron-gazette", "baku-evening-courier", "mugan-telegraph")
ARMENIAN = ("artsakh-morning-page", "syunik-observer", "yerevan-daily-ledger")
NO_FRONT_MATTER = "volga-wire-2023-03-06.txt"


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    read: dict[str, Report] = {}
    with Reader() as reader:
        for path in FILES:
            name = path.name
            original = Original(content=path.read_bytes(), name=name, retrieved_at=datetime.now(UTC), media_type=guess_media_type(name))
            outcome = reader.read(original)
            assert outcome.status is Status.READ, (name, outcome.gaps)
            assert outcome.report is not None
            read[name] = outcome.report
    return read


def words_of(reports: dict[str, Report], outlets: tuple[str, ...]) -> int:
    return sum(len(report.text.split()) for name, report in reports.items() if name.startswith(outlets))


def test_every_report_says_who_published_it_and_when(reports: dict[str, Report]):
    for name, report in reports.items():
        assert report.publisher, name
        assert report.title, name
        assert report.published is not None, name
        assert report.published.first_day is not None, name
        assert report.published.first_day.isoformat() in name


def test_outlets_are_at_the_address_kept_for_examples(reports: dict[str, Report]):
    for name, report in reports.items():
        assert name == NO_FRONT_MATTER or (report.url or "").startswith("https://example.org/"), name


def test_reports_are_short(reports: dict[str, Report]):
    for name, report in reports.items():
        assert 120 <= len(report.text.split()) <= 350, name


def test_both_sides_have_as_many_reports_of_about_one_length(reports: dict[str, Report]):
    assert sum(name.startswith(AZERBAIJANI) for name in reports) == sum(name.startswith(ARMENIAN) for name in reports) == 3
    azerbaijani, armenian = words_of(reports, AZERBAIJANI), words_of(reports, ARMENIAN)
    assert abs(azerbaijani - armenian) <= 0.1 * min(azerbaijani, armenian)


def test_three_formats_are_among_them():
    assert {path.suffix for path in FILES} == {".html", ".md", ".txt"}


def test_the_readme_names_every_report_and_no_other():
    readme = (DEMO / "README.md").read_text(encoding="utf-8")
    listed = {word.strip("`,| ") for word in readme.split() if word.startswith("`") and word.strip("`,| ").count("-") >= 3}
    assert listed == {path.name for path in FILES}
