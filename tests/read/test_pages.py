import json
from datetime import UTC, date, datetime, timedelta

import pytest

from ceasewatch.model.gap import GapReason
from ceasewatch.model.reading import Status
from ceasewatch.model.values import When
from ceasewatch.read.documents import read_document
from ceasewatch.read.drafts import Draft

MINUTE = When(earliest=datetime(2023, 3, 7, 12, 20, tzinfo=UTC), before=datetime(2023, 3, 7, 12, 20, tzinfo=UTC) + timedelta(minutes=1))
DAY = When.of_days(date(2023, 3, 7))


def read_page(html: str) -> Draft:
    return read_document(html.encode(), media_type="text/html")


def reasons(draft: Draft) -> list[GapReason]:
    return [lack.reason for lack in draft.lacks]


def test_paragraphs_lists_quotations_and_tables_are_kept_and_the_rest_is_left_out(prose: tuple[str, ...]) -> None:
    draft = read_page(
        "<html lang='en'><body><nav><a href='/'>Home of the site</a></nav><article><h1>Shots near the mill</h1>"
        f"<p>{prose[0]}</p><ul><li>One farmer was taken to hospital.</li><li>Two barns burned down.</li></ul>"
        "<div class='related'><a href='/x'>Another story about something else altogether</a></div>"
        f"<blockquote><p>{prose[1]}</p></blockquote>"
        f"<table><tr><td>Mill</td><td>14 rounds</td></tr></table><p>{prose[2]}</p><script>var hidden = 'script words';</script></article>"
        "<section id='comments'><p>A long comment by somebody who has a lot to say about all of this, and says so.</p></section>"
        "<footer>Copyright of the site</footer></body></html>"
    )
    text = draft.text or ""
    wanted = (prose[0], "One farmer was taken to hospital.", "Two barns burned down.", prose[1], "Mill | 14 rounds", prose[2])
    places = [text.find(words) for words in wanted]
    assert -1 not in places
    assert places == sorted(places)
    assert text.count("\n") >= len(wanted) - 1
    for unwanted in ("Home of the site", "Another story", "script words", "comment by somebody", "Copyright"):
        assert unwanted not in text
    assert draft.status is Status.READ


def test_no_paragraph_runs_into_the_next(prose: tuple[str, ...], paragraphs: str) -> None:
    lines = (read_page(f"<body><article>{paragraphs}</article></body>").text or "").split("\n")
    assert [line for line in lines if line] == list(prose)


@pytest.mark.parametrize("separator", ["<br>", "<br/><br/>", "</div><div>"])
def test_paragraphs_without_paragraph_tags_are_parted_too(prose: tuple[str, ...], separator: str) -> None:
    text = read_page(f"<body><h1>Shots near the mill</h1><div>{separator.join(prose)}</div></body>").text or ""
    assert set(prose) <= set(text.split("\n"))


@pytest.mark.parametrize("depth", [300, 900, 5_000, 20_000])
def test_text_below_deep_nesting_is_not_lost(prose: tuple[str, ...], paragraphs: str, depth: int) -> None:
    draft = read_page("<html><body>" + "<div>" * depth + paragraphs + "</div>" * depth + "</body></html>")
    assert all(words in (draft.text or "") for words in prose)
    assert (GapReason.TOO_DEEP in reasons(draft)) == (depth > 1_000)
    assert (draft.status is Status.PARTLY_READ) == (depth > 1_000)


def test_a_giant_attribute_hides_no_text(prose: tuple[str, ...], paragraphs: str) -> None:
    draft = read_page(f"<body><article><img src='data:{'A' * 30_000_000}'>{paragraphs}</article></body>")
    assert all(words in (draft.text or "") for words in prose)
    assert draft.status is Status.READ


def test_a_class_that_only_sounds_like_a_sidebar_hides_no_text(prose: tuple[str, ...], paragraphs: str) -> None:
    draft = read_page(f"<body class='has-sidebar no-comments'><div class='page sidebar'>{paragraphs}</div></body>")
    assert all(words in (draft.text or "") for words in prose)


def test_tags_that_are_never_closed_hide_no_text(prose: tuple[str, ...]) -> None:
    draft = read_page("<body><a name=top><p>" + "<p>".join(prose))
    assert all(words in (draft.text or "") for words in prose)


@pytest.mark.parametrize("tag", ["aside", "footer", "nav"])
def test_writing_that_stands_only_in_a_pages_furniture_is_kept(prose: tuple[str, ...], paragraphs: str, tag: str) -> None:
    draft = read_page(f"<body><p>Menu</p><{tag}>{paragraphs}</{tag}></body>")
    assert all(words in (draft.text or "") for words in prose)


def make_teasers(prose: tuple[str, ...]) -> str:
    return "".join(f"<div class='promo'><p>Elsewhere: {words}</p></div>" for _ in range(3) for words in prose)


def test_teasers_beside_a_marked_article_are_left_out_and_nothing_is_lost(prose: tuple[str, ...], paragraphs: str) -> None:
    draft = read_page(f"<body><article>{paragraphs}</article>{make_teasers(prose)}</body>")
    assert all(words in (draft.text or "") for words in prose)
    assert "Elsewhere" not in (draft.text or "")
    assert draft.status is Status.READ


def test_what_is_left_out_of_a_page_without_a_marked_article_is_said(prose: tuple[str, ...], paragraphs: str) -> None:
    deep = "<div>" * 1_200  # too deep for the library that finds articles: our own reader decides
    draft = read_page(f"<body>{deep}<div>{paragraphs}</div>{make_teasers(prose)}</body>")
    assert all(words in (draft.text or "") for words in prose)
    assert "Elsewhere" not in (draft.text or "")
    assert {GapReason.TEXT_LOST, GapReason.TOO_DEEP} <= set(reasons(draft))
    assert draft.status is Status.PARTLY_READ


def test_a_page_built_by_a_script_is_refused_with_that_reason() -> None:
    draft = read_page("<html><head><title>News</title></head><body><div id='root'></div><script>render('words')</script></body></html>")
    assert (draft.status, reasons(draft)) == (Status.REFUSED, [GapReason.EMPTY])
    assert "script" in (draft.lacks[0].detail or "")


LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "name": "A holding"},
        {
            "@type": ["NewsArticle"],
            "headline": "Shots near the mill",
            "datePublished": "2023-03-07T14:20:00+02:00",
            "dateModified": "2023-03-08",
            "author": [{"@type": "Person", "name": "Jane Doe"}, "John Roe"],
            "publisher": {"name": "Example Times"},
        },
    ],
}


def test_linked_data_gives_every_detail(paragraphs: str) -> None:
    script = f"<script type='application/ld+json'>{json.dumps(LINKED)}</script>"
    link = "<link rel='canonical' href='https://example.org/shots'>"
    details = read_page(f"<html lang='en-GB'><head>{script}{link}</head><body>{paragraphs}</body></html>").details
    assert (details.title, details.publisher, details.byline) == ("Shots near the mill", "Example Times", "Jane Doe, John Roe")
    assert (details.published, details.updated) == (MINUTE, When.of_days(date(2023, 3, 8)))
    assert (details.url, details.language) == ("https://example.org/shots", "en")


def test_meta_tags_give_every_detail(paragraphs: str) -> None:
    details = read_page(
        "<head><meta property='og:title' content='Shots near the mill'><meta property='og:site_name' content='Example Times'>"
        "<meta name='author' content='By Jane Doe'><meta property='article:published_time' content='2023-03-07T14:20:00+02:00'>"
        f"<meta property='article:modified_time' content='2023-03-08'><meta property='og:url' content='https://example.org/a'></head>{paragraphs}"
    ).details
    assert (details.title, details.publisher, details.byline) == ("Shots near the mill", "Example Times", "Jane Doe")
    assert (details.published, details.updated) == (MINUTE, When.of_days(date(2023, 3, 8)))
    assert details.url == "https://example.org/a"


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ("<time datetime='2023-03-07T12:20:00Z'>Tuesday</time>", MINUTE),
        ("<span itemprop='datePublished' content='2023-03-07'></span>", DAY),
        ("<p>By Jane Doe | 7 March 2023, 12:20 GMT</p>", MINUTE),
        ("<p class='date'>March 7, 2023</p>", DAY),
        ("<p>Last update: March 7, 2023</p>", None),
        ("<p>Date: 2023-02-30</p>", None),
        ("", None),
    ],
)
def test_a_date_on_the_page_is_found_and_none_is_made_up(paragraphs: str, markup: str, published: When | None) -> None:
    old = "<p>The line was drawn on 5 March 2019 after a war of two years, and has been watched by a mission ever since that day.</p>"
    draft = read_page(f"<body><article><h1>Shots near the old mill</h1>{markup}{paragraphs}{old}</article></body>")
    assert draft.details.published == published
    assert (GapReason.NO_PUBLICATION_DATE in reasons(draft)) == (published is None)


def test_an_address_with_a_day_in_it_dates_the_page(paragraphs: str) -> None:
    draft = read_page(f"<head><link rel='canonical' href='https://example.org/2023/03/07/shots'></head>{paragraphs}")
    assert draft.details.published == DAY


def test_a_page_that_names_no_publisher_was_printed_by_its_site(paragraphs: str) -> None:
    draft = read_document(f"<body>{paragraphs}</body>".encode(), media_type="text/html", url="https://www.example.org/a")
    assert draft.details.publisher == "example.org"


@pytest.mark.parametrize(
    "data", ["{broken", "[" * 100_000, "null", "[1, [2]]", '{"@type": "NewsArticle", "author": 5, "datePublished": []}']
)
def test_broken_linked_data_is_passed_over(paragraphs: str, data: str) -> None:
    draft = read_page(
        f"<head><script type='application/ld+json'>{data}</script><meta property='og:site_name' content='Example Times'></head>{paragraphs}"
    )
    assert draft.details.publisher == "Example Times"
