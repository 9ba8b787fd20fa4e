"""The page in a real browser. Skipped, with the reason, where no Chromium is on the machine."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from ceasewatch.show.page import draw_page

CONTRASTS = """() => {
  const linear = v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = colour => {
    const [r, g, b] = colour.match(/[0-9.]+/g).map(v => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = element => {
    const colour = element ? getComputedStyle(element).backgroundColor : 'rgb(255, 255, 255)';
    return colour === 'rgba(0, 0, 0, 0)' ? ground(element.parentElement) : colour;
  };
  const hasWords = e => [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.textContent.trim());
  return [...document.querySelectorAll('body *')].filter(hasWords)
    .map(e => [light(getComputedStyle(e).color), light(ground(e))])
    .map(([a, b]) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
}"""
"""The contrast between each stretch of text and what it stands on, as WCAG 2.2 defines it."""

pytestmark = pytest.mark.browser


@pytest.fixture
def address(case, tmp_path: Path) -> str:
    path = tmp_path / "case.html"
    path.write_text(draw_page(case), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(params=[390, 1440])
def sheet(request, browser, address) -> Iterator:
    """The page at the width of a telephone and of a desk, with what the console said and what was asked for."""
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    page.complaints, page.asked = [], []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.goto(address)
    yield page
    page.close()


def test_the_browser_has_nothing_to_complain_of_and_nothing_to_fetch(sheet, address):
    assert sheet.complaints == []
    assert [url for url in sheet.asked if not url.startswith("data:")] == [address]


def test_the_style_sheet_is_let_through(sheet):
    assert sheet.evaluate("getComputedStyle(document.querySelector('mark')).backgroundColor") == "rgb(251, 234, 169)"


def test_nothing_sticks_out_sideways(sheet):
    assert sheet.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    width = sheet.viewport_size["width"]
    edges = "[...document.querySelectorAll('main *')].map(e => e.getBoundingClientRect()).map(r => [r.left, r.right])"
    assert all(left >= 0 and right <= width for left, right in sheet.evaluate(edges))


def test_every_mark_can_be_seen(sheet, case):
    marks = sheet.locator("mark")
    assert marks.count() == sum(len(version.sayings) for row in case.rows for version in row.versions)
    assert all(mark.is_visible() for mark in marks.all())


def test_headings_are_in_order(sheet):
    levels = sheet.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(e => Number(e.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(following <= level + 1 for level, following in pairwise(levels))


def test_the_page_has_its_landmarks(sheet):
    assert [sheet.locator(f"body > {name}").count() for name in ("header", "main", "footer")] == [1, 1, 1]
    assert sheet.evaluate("document.documentElement.lang") == "en"


def test_all_text_stands_out_from_its_ground(sheet):
    """WCAG 2.2 AA: a contrast of at least 4.5 to 1."""
    ratios = sheet.evaluate(CONTRASTS)
    assert min(ratios) >= 4.5


def test_versions_of_a_slot_stand_side_by_side_where_there_is_room(sheet):
    tops = sheet.evaluate("[...document.querySelectorAll('.row')[0].querySelectorAll('.version')].map(e => e.getBoundingClientRect().top)")
    assert len(tops) == 3
    assert (len(set(tops)) == 1) == (sheet.viewport_size["width"] > 1000)


def test_right_to_left_quotations_are_set_from_the_right(sheet):
    quotes = sheet.locator("blockquote[lang=ur]")
    assert quotes.count() == 3
    assert all(quote.evaluate("e => getComputedStyle(e).direction") == "rtl" for quote in quotes.all())


def test_a_poisoned_report_runs_nothing(browser, made, tmp_path, store):
    from ceasewatch.show.case_file import build_case_file

    payload = (
        "</style></title></mark><script>document.title='gone'</script><img src=x onerror=\"document.title='gone'\"><svg onload=alert(1)>"
    )
    poisoned = made.poison(made.make_wire(), payload).keep(store)
    path = tmp_path / "case.html"
    path.write_text(draw_page(build_case_file(made.make_incident([poisoned]), store)), encoding="utf-8")
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(path.as_uri())
    assert "case file" in page.title()
    assert page.locator("script, img, svg").count() == 0
    assert complaints == []
    page.close()
