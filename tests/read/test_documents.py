import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.gap import GapReason
from ceasewatch.model.reading import Status
from ceasewatch.read.documents import MOST_CHARS, read_document
from ceasewatch.read.drafts import Draft, draft_from_plain, draft_to_plain
from ceasewatch.read.plain import normalise_text


def reasons(draft: Draft) -> list[GapReason]:
    return [lack.reason for lack in draft.lacks]


@pytest.mark.parametrize(
    "content", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", b"\x00\x00\x00", "\u2003\n".encode(), b"---\ntitle: only this\n---\n"]
)
def test_nothing_to_read_is_refused(content: bytes) -> None:
    draft = read_document(content)
    assert draft.status is Status.REFUSED
    assert reasons(draft)[0] in (GapReason.EMPTY, GapReason.NOT_TEXT)


@pytest.mark.parametrize(
    ("content", "media_type", "words"),
    [
        (b"%PDF-1.7\n%words", None, "PDF"),
        (b"%PDF-1.7\n%words", "text/plain", "PDF"),
        (b"\x89PNG\r\n\x1a\nwords", None, "image"),
        (b"PK\x03\x04words", None, "ZIP"),
        (b"a,b\n1,2\n", "text/csv", "table"),
        (b"words", "application/x-strange", "application/x-strange"),
    ],
)
def test_a_format_that_is_not_read_is_named(content: bytes, media_type: str | None, words: str) -> None:
    draft = read_document(content, media_type=media_type)
    assert (draft.status, reasons(draft)) == (Status.REFUSED, [GapReason.UNSUPPORTED_FORMAT])
    assert words in (draft.lacks[0].detail or "")


def test_plain_text_is_kept_whole() -> None:
    draft = read_document(b"\xef\xbb\xbf  Shots fell.\r\n\r\n\tAt noon\x00, too.\rThen  quiet. \n")
    assert draft.text == "  Shots fell.\n\n\tAt noon, too.\nThen  quiet. \n"
    assert draft.media_type == "text/plain"


def test_markdown_keeps_its_signs_and_loses_its_front_matter() -> None:
    draft = read_document(b"---\npublished: 2023-03-05\n---\n# Quiet\n\n*No* shots fell.\n", media_type="text/markdown")
    assert (draft.text, draft.media_type) == ("# Quiet\n\n*No* shots fell.\n", "text/markdown")


@pytest.mark.parametrize("media_type", [None, "text/plain", "text/html; charset=utf-8", "application/xhtml+xml"])
def test_a_page_is_known_by_its_type_or_its_first_words(media_type: str | None) -> None:
    draft = read_document("<!DOCTYPE html><p>Shots fell – once.</p>".encode(), media_type=media_type)
    assert (draft.text, draft.media_type) == ("Shots fell – once.", "text/html")


def test_the_charset_of_the_sender_is_used() -> None:
    words = "Обстрел начался вечером"
    assert read_document(words.encode("koi8-r"), media_type="text/plain; charset=koi8-r").text == words


def test_a_report_in_another_language_is_kept_and_the_language_named() -> None:
    draft = read_document("Министерство обороны сообщило, что обстрел начался вечером и продолжался два часа.".encode())
    assert draft.status is Status.PARTLY_READ
    assert draft.text
    assert [lack.detail for lack in draft.lacks if lack.reason is GapReason.LANGUAGE_NOT_READ] == ["Russian"]


def test_a_report_without_a_date_is_read_and_says_so() -> None:
    draft = read_document(b"Shots fell near the mill, the mission said on Sunday.")
    assert (draft.status, reasons(draft), draft.details.published) == (Status.READ, [GapReason.NO_PUBLICATION_DATE], None)


def test_an_impossible_date_leaves_the_report_read() -> None:
    draft = read_document(b"---\npublished: 2023-02-30\n---\nShots fell near the mill.")
    assert draft.status is Status.READ
    assert set(reasons(draft)) == {GapReason.BAD_METADATA, GapReason.NO_PUBLICATION_DATE}


def test_a_report_of_book_length_is_read_in_part() -> None:
    paragraph = "Shots fell near the mill, the mission said on Sunday. " * 20 + "\n"
    draft = read_document((paragraph * (MOST_CHARS // len(paragraph) + 10)).encode())
    assert draft.status is Status.PARTLY_READ
    assert GapReason.TOO_LARGE in reasons(draft)
    assert MOST_CHARS - 20_000 < len(draft.text or "") <= MOST_CHARS
    assert (draft.text or "").endswith(". ")


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", errors="replace")))
def test_whatever_the_bytes_are_the_answer_is_a_draft(content: bytes) -> None:
    draft = read_document(content)
    assert (draft.text is None) == (draft.status is Status.REFUSED)
    assert (draft.status is Status.READ) or draft.lacks
    assert draft_from_plain(json.loads(json.dumps(draft_to_plain(draft)))) == draft


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div>", "<a href=x>", "</a>", "<table>", "<td>", "<!--", "<script>", "words fell ", "&#0;", "'", ">"]
        ),
        max_size=40,
    )
)
def test_whatever_the_markup_is_the_answer_is_a_draft(pieces: list[str]) -> None:
    draft = read_document(("<html>" + "".join(pieces)).encode(), media_type="text/html")
    assert (draft.text is None) == (draft.status is Status.REFUSED)


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise_text(text).lstrip("\ufeff")
    assert normalise_text(once) == once
    assert "\r" not in once
    assert "\x00" not in once
