from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.values import When
from ceasewatch.read.dates import find_date, read_when

DAY = When.of_days(date(2023, 3, 5))


def minute(hour: int, minutes: int, day: int = 5) -> When:
    start = datetime(2023, 3, day, hour, minutes, tzinfo=UTC)
    return When(earliest=start, before=start + timedelta(minutes=1))


@pytest.mark.parametrize(
    "words",
    [
        "2023-03-05",
        "2023/03/05",
        "5 March 2023",
        "March 5, 2023",
        "Sunday, March 5th, 2023",
        "5th of March 2023",
        "5 Mar. 2023",
        "05.03.2023",
    ],
)
def test_a_day_is_a_day_wide(words: str) -> None:
    assert read_when(words) == DAY


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2023-03-05 14:20", minute(14, 20)),
        ("2023-03-05T14:20:59Z", minute(14, 20)),
        ("2023-03-05T14:20:00+04:00", minute(10, 20)),
        ("2023-03-05T14:20:00.000-0500", minute(19, 20)),
        ("Sun, 05 Mar 2023 14:20:00 +0400", minute(10, 20)),
        ("14:20 GMT, 5 March 2023", minute(14, 20)),
        ("5 March 2023 at 2.20 p.m.", minute(14, 20)),
        ("5 March 2023 12:05 am", minute(0, 5)),
        ("March 5, 2023, 2 pm EST", minute(19, 0)),
        ("5 March 2023 | 14:20 (GMT+4)", minute(10, 20)),
        ("2023-03-05T23:30:00-02:00", minute(1, 30, day=6)),
    ],
)
def test_a_clock_time_is_a_minute_wide_and_in_utc(words: str, expected: When) -> None:
    assert read_when(words) == expected


@pytest.mark.parametrize("words", ["2023-03-05T00:00:00", "2023-03-05T00:00:00+04:00", "2023-03-05 14:20 IST"])
def test_a_time_that_is_not_known_leaves_the_day(words: str) -> None:
    assert read_when(words) == DAY


@pytest.mark.parametrize(
    "words",
    ["2023-02-30", "31 April 2023", "5 March 2023 25:61", "2023-13-01", "Nov 3", "March 2023", "2023", "03/05/2023", "Sunday", "", "soon"],
)
def test_an_impossible_or_incomplete_date_is_none(words: str) -> None:
    assert read_when(words) is None


def test_a_day_above_twelve_tells_which_number_is_the_month() -> None:
    assert read_when("25/03/2023") == read_when("03/25/2023") == When.of_days(date(2023, 3, 25))


def test_a_date_is_found_inside_a_line_with_its_place() -> None:
    line = "By Jane Doe March 5, 2023"
    found = find_date(line)
    assert found is not None
    assert line[found.start : found.end] == "March 5, 2023"


def test_an_impossible_date_does_not_hide_the_next_one() -> None:
    found = find_date("from 2023-02-30 to 2023-03-05")
    assert found is not None
    assert found.when == DAY


@given(
    st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 30)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y"]),
)
def test_every_day_that_is_printed_is_read_back(day: date, form: str) -> None:
    assert read_when(day.strftime(form)) == When.of_days(day)


@given(st.text(alphabet="0123456789/-.:, TZ+apmMarch", max_size=60))
def test_no_words_make_dates_fail(words: str) -> None:
    read_when(words)
    find_date(words)
