import pytest
from quality.figures import Amount, Figures, Published, Rate, Tally
from quality.page import PAGE, fill_page, find_stale
from quality.summary import list_rows, render_plain

from ceasewatch.errors import DataMissing

PAGE_OF_TOYS = """# Toys
Words by hand.
<!-- measured: summary -->
<!-- end -->
<!-- measured: toy -->
old
<!-- end -->
<!-- measured: toy test -->
kept
<!-- end -->
Last words.
"""
FLOORS = {"toy": {"items": {"f1": 30.0}, "invented": {"most": 0}, "mean": {"least": 1.0}}}


def toy(right: float = 1, part: str = "") -> Figures:
    return Figures(
        name="toy",
        part=part,
        subject="two toys",
        tallies=(
            Tally(label="items", right=right, given=2, found=right, expected=4),
            Tally(label="none", right=0, given=0, found=0, expected=0),
        ),
        rates=(Rate(label="invented", count=0, of=9, goal="0"),),
        amounts=(Amount(label="mean", amount=2.345, unit="km"),),
        published=(Published(label="another reader", figure="50.0", source="a paper", beside="items"),),
    )


def test_a_page_gets_every_figure_with_its_counts_and_what_others_published():
    page = fill_page(PAGE_OF_TOYS, [toy()], FLOORS)
    assert "| items | 50.0 | 25.0 | 33.3 | 1 of 2 | 1 of 4 |" in page
    assert "| none | – | – | – | 0 of 0 | 0 of 0 |" in page
    assert "| invented | 0 | 9 | 0.0 | 0 |" in page
    assert "| mean | 2.3 km |" in page
    assert "another reader **50.0** (a paper)" in page
    assert "python -m quality toy --data" in page


def test_words_by_hand_and_measures_that_were_not_run_stay():
    page = fill_page(PAGE_OF_TOYS, [toy()], FLOORS)
    assert page.startswith("# Toys\nWords by hand.\n")
    assert page.endswith("Last words.\n")
    assert "kept" in page
    assert "old" not in page


def test_the_summary_has_a_row_for_every_floor_beside_what_others_published():
    rows = {row.figure: row for row in list_rows([toy()], FLOORS)}
    assert (rows["items, F1"].ours, rows["items, F1"].floor, rows["items, F1"].others) == (
        "33.3",
        "30.0",
        ("another reader 50.0 (a paper)",),
    )
    assert (rows["invented, count"].ours, rows["invented, count"].floor) == ("0", "at most 0")
    assert rows["mean"].ours == "2.3"
    assert "| toy | items, F1 | **33.3** | 30.0 | another reader 50.0 (a paper) |" in fill_page(PAGE_OF_TOYS, [toy()], FLOORS)
    assert any("another reader 50.0" in line for line in render_plain(list(rows.values())))


def test_the_summary_is_left_as_it_is_where_not_every_measure_with_a_floor_was_run():
    page = fill_page(PAGE_OF_TOYS, [toy()], {**FLOORS, "toy test": {}})
    assert "| toy | items" not in page


def test_a_figure_that_is_half_right_is_shown_with_its_half():
    assert "| items | 75.0 | 37.5 | 50.0 | 1.5 of 2 | 1.5 of 4 |" in fill_page(PAGE_OF_TOYS, [toy(1.5)], FLOORS)


def test_a_page_is_stale_where_a_figure_moved_and_only_there():
    page = fill_page(PAGE_OF_TOYS, [toy(), toy(1, "test")], FLOORS)
    assert list(find_stale([toy(), toy(1, "test")], page, FLOORS)) == []
    assert list(find_stale([toy(), toy(2, "test")], page, FLOORS)) == ["toy test"]


def test_a_page_is_stale_where_a_floor_moved():
    page = fill_page(PAGE_OF_TOYS, [toy()], FLOORS)
    assert list(find_stale([toy()], page, {"toy": {"items": {"f1": 31.0}}})) == ["toy"]


def test_a_measure_without_a_place_is_not_looked_for():
    assert list(find_stale([toy(1, "dev")], PAGE_OF_TOYS, FLOORS)) == []


def test_a_measure_without_a_place_on_the_page_is_said():
    with pytest.raises(DataMissing, match="no place for toy dev"):
        fill_page(PAGE_OF_TOYS, [toy(1, "dev")], FLOORS)


def test_the_page_that_is_kept_has_a_place_for_the_summary():
    assert "<!-- measured: summary -->" in PAGE.read_text(encoding="utf-8")
