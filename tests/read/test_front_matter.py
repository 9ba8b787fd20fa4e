from datetime import date

import pytest

from ceasewatch.model.gap import GapReason
from ceasewatch.model.values import When
from ceasewatch.read.drafts import Details
from ceasewatch.read.front_matter import split_front_matter


def test_every_key_is_read_and_the_body_is_what_is_left() -> None:
    details, body, lacks = split_front_matter(
        "---\nurl: https://example.org/a\npublisher: Example Times\nbyline: [Jane Doe, John Roe]\ntitle: 'Army: quiet'\n"
        "published: 2023-03-05\nupdated: March 6, 2023\nlanguage: en-GB\nmood: grim\n---\nShots fell.\n"
    )
    assert details == Details(
        url="https://example.org/a",
        publisher="Example Times",
        byline="Jane Doe, John Roe",
        title="Army: quiet",
        published=When.of_days(date(2023, 3, 5)),
        updated=When.of_days(date(2023, 3, 6)),
        language="en",
    )
    assert (body, lacks) == ("Shots fell.\n", ())


@pytest.mark.parametrize(
    "line", ["published: 2023-02-30", "published: last Sunday", "published: {year: 2023}", "url: javascript:alert(1)", "language: '?!'"]
)
def test_a_bad_value_is_a_gap_and_the_rest_is_read(line: str) -> None:
    details, body, lacks = split_front_matter(f"---\n{line}\npublisher: Example Times\n---\nShots fell.")
    assert details == Details(publisher="Example Times")
    assert [lack.reason for lack in lacks] == [GapReason.BAD_METADATA]
    assert line.partition(":")[0] in (lacks[0].detail or "")
    assert body == "Shots fell."


def test_front_matter_that_is_not_yaml_is_read_line_by_line_and_said_so() -> None:
    details, body, lacks = split_front_matter("---\ntitle: Army: two killed\npublished: 2023-03-05\n---\nShots fell.")
    assert (details.title, details.published) == ("Army: two killed", When.of_days(date(2023, 3, 5)))
    assert [lack.reason for lack in lacks] == [GapReason.BAD_METADATA]
    assert body == "Shots fell."


@pytest.mark.parametrize(
    "text", ["---\nprose between two lines\n---\nmore", "---\ntitle: never closed\n\nmore", "no lines", "", "---", "---\n- a\n---\nb"]
)
def test_what_is_no_front_matter_stays_in_the_text(text: str) -> None:
    assert split_front_matter(text) == (Details(), text, ())


@pytest.mark.parametrize("value", ["", "null", "~", "''"])
def test_a_key_left_blank_is_missing_and_no_fault(value: str) -> None:
    assert split_front_matter(f"---\npublisher: {value}\n---\nx") == (Details(), "x", ())


def test_nested_anchors_do_not_blow_up() -> None:
    bomb = "\n".join(f"{letter}: &{letter} [*{previous}, *{previous}]" for previous, letter in zip("abcdefgh", "bcdefghi", strict=True))
    details, _, _ = split_front_matter(f"---\na: &a [x, x]\n{bomb}\npublisher: Example Times\n---\nx")
    assert details.publisher == "Example Times"


def test_front_matter_nested_beyond_reason_is_a_gap() -> None:
    _, body, lacks = split_front_matter("---\npublisher: Example Times\nx: " + "[" * 5000 + "\n---\nShots fell.")
    assert [lack.reason for lack in lacks] == [GapReason.BAD_METADATA]
    assert body == "Shots fell."
