from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ceasewatch.model.report import Report, Span
from ceasewatch.model.values import Count, When

NOON = datetime(2018, 5, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 5), (6, 5), (-1, 3)])
def test_a_span_must_hold_a_character(start: int, end: int):
    with pytest.raises(ValueError, match="at least one character"):
        Span(report_id="r", start=start, end=end)


def test_a_span_counts_code_points_and_leaves_out_its_end():
    report = Report(id="r", text="Обстрел 🇨🇾 у моста", retrieved_at=NOON, media_type="text/plain")
    assert report.evidence(Span(report_id="r", start=11, end=18)) == "у моста"


def test_a_when_needs_an_end():
    with pytest.raises(ValueError, match="at least one end"):
        When(earliest=None, before=None)


@pytest.mark.parametrize("before", [NOON, NOON - HOUR])
def test_a_when_must_end_after_it_begins(before: datetime):
    with pytest.raises(ValueError, match="end after it begins"):
        When(earliest=NOON, before=before)


@pytest.mark.parametrize(("earliest", "before"), [(NOON.replace(tzinfo=None), None), (None, NOON.replace(tzinfo=None))])
def test_a_when_refuses_a_time_without_a_zone(earliest: datetime | None, before: datetime | None):
    with pytest.raises(ValueError, match="aware"):
        When(earliest=earliest, before=before)


def test_a_day_is_as_wide_as_a_day_and_leaves_out_the_next_midnight():
    day = When.of_days(date(2010, 11, 23))
    assert day.width == timedelta(days=1)
    assert (day.first_day, day.last_day) == (date(2010, 11, 23), date(2010, 11, 23))
    assert not day.overlaps(When.of_days(date(2010, 11, 24)))


def test_a_when_with_an_open_end_has_no_width():
    assert When(earliest=NOON, before=None).width is None
    assert When(earliest=None, before=NOON).first_day is None
    assert When(earliest=NOON, before=None).last_day is None


@given(first=st.from_type(When), second=st.from_type(When))
def test_overlapping_does_not_depend_on_who_is_asked(first: When, second: When):
    assert first.overlaps(second) == second.overlaps(first)


@given(when=st.from_type(When))
def test_every_stretch_of_time_overlaps_itself(when: When):
    assert when.overlaps(when)


@given(when=st.from_type(When))
def test_what_comes_after_the_end_does_not_overlap(when: When):
    assume(when.before is not None)
    assert not when.overlaps(When(earliest=when.before, before=None))


@pytest.mark.parametrize(("low", "high"), [(-1, None), (None, -1), (-3, 2)])
def test_a_count_cannot_be_negative(low: int | None, high: int | None):
    with pytest.raises(ValueError, match="negative"):
        Count(low=low, high=high, words="three")


def test_a_counts_low_cannot_be_above_its_high():
    with pytest.raises(ValueError, match="above"):
        Count(low=4, high=3, words="three or four")


def test_a_count_that_is_not_stated_is_not_zero():
    some = Count(low=None, high=None, words="casualties")
    none = Count(low=0, high=0, words="no casualties")
    assert not some.is_stated
    assert none.is_stated
    assert some != none


@pytest.mark.parametrize(("low", "high"), [(3, None), (None, 3), (0, None), (3, 3)])
def test_a_count_with_one_bound_is_stated(low: int | None, high: int | None):
    assert Count(low=low, high=high, words="three").is_stated
