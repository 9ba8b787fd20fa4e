from quality.figures import Figures, Published, Rate, Tally
from quality.page import find_stale, render_page


def test_a_page_shows_every_figure_with_its_counts_and_what_others_published():
    figures = Figures(
        name="toy",
        subject="two toys",
        tallies=(Tally(label="items", right=1, given=2, found=1, expected=4), Tally(label="none", right=0, given=0, found=0, expected=0)),
        rates=(Rate(label="invented", count=0, of=9, goal="0"),),
        published=(Published(label="another reader", figure="50.0", source="a paper"),),
    )
    page = render_page([figures])
    assert "| items | 50.0 | 25.0 | 33.3 | 1 of 2 | 1 of 4 |" in page
    assert "| none | – | – | – | 0 of 0 | 0 of 0 |" in page
    assert "| invented: 0 | 9 | 0 |" in page
    assert "another reader: **50.0** (a paper)" in page
    assert "python -m quality toy" in page


def test_a_page_is_stale_where_a_figure_moved_and_only_there():
    def toy(name: str, right: int) -> Figures:
        return Figures(name=name, subject="toys", tallies=(Tally(label="items", right=right, given=9, found=right, expected=9),))

    page = render_page([toy("one", 1), toy("two", 2)])
    assert list(find_stale([toy("one", 1), toy("two", 3)], page)) == ["two"]
