from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.values import When
from ceasewatch.show.times import describe_publication, describe_when


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When.of_days(date(2023, 3, 5)), "5 March 2023"),
        (When(earliest=at(2023, 3, 5, 6), before=at(2023, 3, 5, 12)), "5 March 2023, morning"),
        (When(earliest=at(2023, 3, 5, 18), before=at(2023, 3, 6)), "5 March 2023, evening"),
        (When(earliest=at(2023, 3, 5, 18), before=at(2023, 3, 6, 6)), "5 March 2023, night"),
        (When(earliest=at(2023, 3, 5, 9, 30), before=at(2023, 3, 5, 10, 30)), "5 March 2023, between 09:30 and 10:30"),
        (When(earliest=at(2023, 3, 5, 20), before=at(2023, 3, 6)), "5 March 2023, between 20:00 and 24:00"),
        (When(earliest=at(2023, 3, 5, 20), before=at(2023, 3, 6, 3)), "between 5 March 2023, 20:00 and 6 March 2023, 03:00"),
        (When(earliest=at(2023, 3, 5, 9, 30), before=at(2023, 3, 5, 9, 31)), "5 March 2023, 09:30"),
        (When.of_days(date(2022, 11, 10), date(2022, 11, 14)), "10 to 14 November 2022"),
        (When.of_days(date(2022, 11, 28), date(2022, 12, 2)), "28 November to 2 December 2022"),
        (When.of_days(date(2022, 12, 28), date(2023, 1, 2)), "28 December 2022 to 2 January 2023"),
        (When.of_days(date(2021, 11, 1), date(2021, 11, 30)), "November 2021"),
        (When.of_days(date(2020, 2, 1), date(2020, 2, 29)), "February 2020"),
        (When.of_days(date(2021, 11, 1), date(2021, 12, 31)), "November to December 2021"),
        (When.of_days(date(2021, 11, 1), date(2022, 1, 31)), "November 2021 to January 2022"),
        (When.of_days(date(2022, 1, 1), date(2022, 12, 31)), "2022"),
        (When.of_days(date(2020, 1, 1), date(2022, 12, 31)), "2020 to 2022"),
        (When(earliest=None, before=at(2023, 3, 3)), "before 3 March 2023"),
        (When(earliest=None, before=at(2023, 3, 3, 14)), "before 3 March 2023, 14:00"),
        (When(earliest=at(2023, 3, 3), before=None), "3 March 2023 or later"),
    ],
)
def test_a_time_is_told_as_precisely_as_it_is_known(when, words):
    assert describe_when(when) == words


def test_a_publication_is_told_by_its_day():
    assert describe_publication(When(earliest=at(2024, 6, 21, 23, 23), before=at(2024, 6, 21, 23, 24))) == "21 June 2024"


@given(st.from_type(When))
def test_every_time_can_be_told_and_names_its_ends(when):
    words = describe_when(when)
    for end in (when.earliest and when.earliest.date(), when.last_day if when.earliest else when.before and when.before.date()):
        assert end is None or str(end.year) in words


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 1, 1)), st.integers(min_value=0, max_value=900))
def test_two_stretches_of_days_are_never_told_alike(first, days):
    last = date.fromordinal(first.toordinal() + days)
    longer = date.fromordinal(last.toordinal() + 1)
    assert describe_when(When.of_days(first, last)) != describe_when(When.of_days(first, longer))
