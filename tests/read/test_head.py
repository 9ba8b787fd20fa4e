from datetime import date

import pytest

from ceasewatch.model.values import When
from ceasewatch.read.drafts import Details
from ceasewatch.read.head import read_head

DAY = When.of_days(date(2023, 3, 5))
BODY = "\n\nThe army said on Sunday that two soldiers were killed near the bridge and that it had returned fire.\n"


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe March 5, 2023",
        "By Jane Doe, 5 March 2023",
        "By Jane Doe | 5 March 2023",
        "Jane Doe, 5 March 2023",
        "*By Jane Doe* | **Published:** March 5, 2023",
        "By Jane Doe in Goma on March 5, 2023",
        "Author: Jane Doe\nPublished: 2023-03-05",
        "Written by Jane Doe\nSunday, 5 March 2023",
    ],
)
def test_an_author_and_a_day_are_read(line: str) -> None:
    head = read_head("Two soldiers killed at a bridge\n" + line + BODY)
    assert (head.title, head.byline, head.published) == ("Two soldiers killed at a bridge", "Jane Doe", DAY)


@pytest.mark.parametrize("line", ["By Jane Doe | Example Wire", "By Jane Doe for Example Wire", "By: Jane Doe\nSource: Example Wire"])
def test_a_publisher_beside_the_author_is_read(line: str) -> None:
    head = read_head("Two soldiers killed at a bridge\n" + line + BODY)
    assert (head.byline, head.publisher) == ("Jane Doe", "Example Wire")


@pytest.mark.parametrize("line", ["Last update: March 5, 2023", "Updated 5 March 2023", "Last modified: 2023-03-05"])
def test_an_update_is_never_a_publication(line: str) -> None:
    head = read_head(line + "\n\nShells fall on both sides of the line" + BODY)
    assert (head.updated, head.published) == (DAY, None)


def test_publication_and_update_on_one_line_are_told_apart() -> None:
    head = read_head("Shells fall on both sides\nBy Jane Doe Published March 4, 2023 Updated March 5, 2023" + BODY)
    assert (head.byline, head.published, head.updated) == ("Jane Doe", When.of_days(date(2023, 3, 4)), DAY)


@pytest.mark.parametrize(
    ("dateline", "publisher", "published"),
    [
        ("GOMA, Nov 3 (Reuters) - ", "Reuters", None),
        ("SRINAGAR, India (AP) — ", "AP", None),
        ("NICOSIA, March 5, 2023 (AFP) - ", "AFP", DAY),
        ("KHARTOUM, March 5. /EXA/. ", "EXA", None),
        ("SEOUL, MARCH 5, EXAPRESS. ", "EXAPRESS", None),
        ("Nicosia, 5 March 2023 – ", None, DAY),
    ],
)
def test_a_dateline_hints_at_the_agency_and_dates_only_with_a_year(dateline: str, publisher: str | None, published: When | None) -> None:
    head = read_head(dateline + BODY.strip())
    assert (head.publisher, head.published) == (publisher, published)


@pytest.mark.parametrize(
    "text",
    [
        "By Sunday evening the shelling had stopped, residents of the two villages told a local radio station.\n\nIt was quiet.",
        "The army said (on Sunday) - and repeated it on Monday - that it had not fired a shot on 5 March 2023.\n\nIt was quiet.",
        "The convoy was held at a checkpoint on the road to the north, witnesses\nsaid, and eight people were hurt.\n\nMore.",
        "It was quiet.",
        "",
    ],
)
def test_prose_says_nothing_about_the_report(text: str) -> None:
    assert read_head(text) == Details()


@pytest.mark.parametrize("outlet", ["Example Wire", "The Daily Example", "Ministry of Defence"])
def test_an_outlet_ahead_of_a_date_is_the_publisher_and_no_author(outlet: str) -> None:
    head = read_head(f"Two soldiers killed at a bridge\n{outlet}, 5 March 2023" + BODY)
    assert (head.byline, head.publisher, head.published) == (None, outlet, DAY)


@pytest.mark.parametrize("place", ["Nicosia", "New Delhi", "South Korea"])
def test_a_place_ahead_of_a_date_is_no_author(place: str) -> None:
    head = read_head(f"Statement of the mission on the ceasefire\n{place}, 5 March 2023" + BODY)
    assert (head.byline, head.published) == (None, DAY)


def test_a_logo_is_no_title() -> None:
    assert read_head("Newsroom logo\n\nTwo soldiers killed at a bridge\n\nBy Jane Doe" + BODY).title == "Two soldiers killed at a bridge"


def test_a_heading_in_markdown_is_the_title() -> None:
    assert read_head("The Daily Example Paper\n# Ceasefire *holds*" + BODY).title == "Ceasefire holds"


def test_an_impossible_date_is_no_date() -> None:
    assert read_head("Statement of the ministry of defence\nDate: 2023-02-30" + BODY).published is None
