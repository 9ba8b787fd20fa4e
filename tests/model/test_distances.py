import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.distances import distance_m, middle_of

points = st.tuples(st.floats(min_value=-89, max_value=89), st.floats(min_value=-179, max_value=179))


def test_seoul_and_pyongyang_are_about_195_km_apart() -> None:
    assert distance_m((37.566, 126.978), (39.034, 125.754)) == pytest.approx(195_000, rel=0.02)


def test_the_middle_of_points_on_both_sides_of_the_date_line_is_on_it() -> None:
    assert abs(middle_of([(-17.0, 179.0), (-17.0, -179.0)])[1]) == pytest.approx(180, abs=0.01)


def test_no_points_have_no_middle() -> None:
    with pytest.raises(ValueError, match="no points"):
        middle_of([])


@given(points, points)
def test_distance_is_the_same_both_ways(left: tuple[float, float], right: tuple[float, float]) -> None:
    assert distance_m(left, right) == pytest.approx(distance_m(right, left))
    assert distance_m(left, left) == 0
