import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from ceasewatch.show.case_file import CREED, build_case_file
from ceasewatch.show.page import draw_page, safe_address, value_size
from ceasewatch.store.memory import MemoryStore

PAYLOADS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "</mark></blockquote><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "javascript:alert(1)",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>go</a>",
    "<!-- --><base href=//evil.example/><!--",
    "{{ 7 * 7 }}{% set x = 1 %}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "\u202e<b>turned</b>\u2066",
]


class Outline(HTMLParser):
    """The elements, attributes and text of a page, as a browser would begin to see them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)


@pytest.fixture
def page(case) -> str:
    return draw_page(case)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_in_a_report_are_never_live_markup(made, payload):
    plain_store, poisoned_store = MemoryStore(), MemoryStore()
    poisoned = made.poison(made.make_wire(), payload).keep(poisoned_store)
    harmless = made.poison(made.make_wire(), "harmless words").keep(plain_store)
    outline = Outline(draw_page(build_case_file(made.make_incident([poisoned]), poisoned_store)))
    expected = Outline(draw_page(build_case_file(made.make_incident([harmless]), plain_store)))
    assert {tag for tag, _ in outline.elements} <= {tag for tag, _ in expected.elements}
    assert {key for _, attributes in outline.elements for key in attributes} <= {
        key for _, attributes in expected.elements for key in attributes
    }
    assert all(
        str(attributes["href"]).startswith(("#", "https://example.org/", "data:,"))
        for _, attributes in outline.elements
        if "href" in attributes
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_in_a_report_are_shown_as_written(made, payload):
    store = MemoryStore()
    poisoned = made.poison(made.make_wire(), payload).keep(store)
    page = draw_page(build_case_file(made.make_incident([poisoned]), store))
    assert any(payload in words for words in Outline(page).words)


def test_the_page_needs_nothing_and_forbids_everything(page):
    outline = Outline(page)
    assert {"script", "img", "iframe", "object", "form", "base"}.isdisjoint(tag for tag, _ in outline.elements)
    assert not any(key in attributes for _, attributes in outline.elements for key in ("src", "style", "srcset"))
    assert [attributes.get("href") for tag, attributes in outline.elements if tag == "link"] == ["data:,"]
    policy = next(
        attributes["content"] for tag, attributes in outline.elements if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "script-src" not in policy


def test_the_policy_names_the_very_style_sheet_of_the_page(page):
    style = re.search("<style>(.*?)</style>", page, re.DOTALL).group(1)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in page
    assert "url(" not in style
    assert "@import" not in style


def test_every_version_and_every_sentence_is_on_the_page(case, page):
    words = "".join(Outline(page).words)
    for row in case.rows:
        assert row.label in words
        for version in row.versions:
            assert version.value in words
            for saying in version.sayings:
                assert saying.chain_words in words
                assert saying.quotation.text in words
    assert CREED in words


def test_every_claim_has_its_evidence_marked_and_its_report_linked(case, page):
    sayings = [saying for row in case.rows for version in row.versions for saying in version.sayings]
    assert page.count("<mark>") == len(sayings)
    ids = {attributes["id"] for _, attributes in Outline(page).elements if "id" in attributes}
    links = [attributes["href"] for tag, attributes in Outline(page).elements if tag == "a" and attributes["href"].startswith("#")]
    assert {link.removeprefix("#") for link in links} <= ids


def test_rows_whose_versions_differ_say_so_and_no_others(case, page):
    assert page.count('<p class="differ">versions differ</p>') == sum(row.versions_differ for row in case.rows)


def test_ids_on_the_page_are_unique(page):
    ids = [attributes["id"] for _, attributes in Outline(page).elements if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_quotations_run_in_their_own_direction_and_language(page):
    quotes = [attributes for tag, attributes in Outline(page).elements if tag == "blockquote"]
    assert all(attributes["dir"] == "auto" for attributes in quotes)
    assert {"en", "ur"} == {attributes["lang"] for attributes in quotes}


def test_a_background_incident_is_flagged(made):
    store = MemoryStore()
    recalled = made.make_urdu().keep(store)
    assert "background: no report tells this as its news" in draw_page(build_case_file(made.make_incident([recalled]), store))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "http://",
        "http://[",
        "https://a\nb",
        None,
    ],
)
def test_only_web_addresses_become_links(url):
    assert safe_address(url) is None


def test_a_web_address_becomes_a_link():
    assert safe_address("https://example.org/a?b=1&c=2") == "https://example.org/a?b=1&c=2"


def test_the_size_of_a_value_depends_on_its_length_alone():
    assert [value_size(words) for words in ("3", "x" * 7, "x" * 33)] == ["short", "middle", "long"]
