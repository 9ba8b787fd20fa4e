import pytest
from quality.__main__ import MEASURES
from quality.figures import Figures, Rate, Tally
from quality.floors import find_falls, read_floors

FIGURES = Figures(
    name="toy",
    subject="a toy",
    tallies=(Tally(label="items", right=8, given=10, found=8, expected=16),),
    rates=(Rate(label="invented", count=1, of=4),),
)


def falls(**bounds) -> list[str]:
    return list(find_falls([FIGURES], {"toy": {label.replace("_", " "): bound for label, bound in bounds.items()}}))


def test_a_figure_at_or_above_its_floor_does_not_fall():
    assert falls(items={"precision": 80.0, "recall": 50.0, "f1": 61.5}, invented={"most": 1, "share": 25.0}) == []


@pytest.mark.parametrize("bounds", [{"items": {"precision": 80.2}}, {"items": {"recall": 51.0}}, {"invented": {"most": 0}}])
def test_a_figure_on_the_wrong_side_is_said(bounds):
    assert len(falls(**bounds)) == 1


def test_a_figure_that_is_gone_is_said():
    assert "no figure" in falls(dates={"f1": 10.0})[0]


def test_a_measure_that_was_not_run_is_no_fall():
    assert list(find_falls([], {"toy": {"items": {"f1": 99.0}}})) == []


def test_every_floor_belongs_to_a_measure():
    assert {title.split()[0] for title in read_floors()} <= set(MEASURES)
