import codecs
import random

import pytest

from ceasewatch.model.gap import GapReason
from ceasewatch.read.drafts import Refusal
from ceasewatch.read.encodings import decode_text

ENGLISH = "The army’s “report” said nothing – again – about the café near the line. " * 5
RUSSIAN = "Министерство обороны сообщило, что обстрел начался вечером и продолжался два часа. " * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_common_encodings_need_no_label(encoding: str) -> None:
    assert decode_text(ENGLISH.encode(encoding)).text == ENGLISH


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_a_declared_charset_is_used(encoding: str) -> None:
    assert decode_text(RUSSIAN.encode(encoding), encoding).text == RUSSIAN


@pytest.mark.parametrize("wrong", ["utf-8", "iso-8859-1", "windows-1252", "no-such-charset", "utf-16", "base64"])
@pytest.mark.parametrize("actual", ["utf-8", "cp1251"])
def test_a_wrong_label_loses_no_text(actual: str, wrong: str) -> None:
    assert decode_text(RUSSIAN.encode(actual), wrong).text == RUSSIAN


def test_a_page_names_its_own_charset() -> None:
    page = "<meta charset='windows-1251'>" + "Обстрел " * 3
    assert decode_text(page.encode("cp1251"), is_markup=True).text == page


def test_a_stateful_encoding_is_not_taken_for_ascii() -> None:
    japanese = "停戦の報告。" * 5
    assert decode_text(japanese.encode("iso2022_jp"), "iso-2022-jp").text == japanese


def test_a_few_damaged_bytes_are_counted_and_the_rest_is_kept() -> None:
    decoded = decode_text((ENGLISH * 4).encode() + b"\xff end")
    assert decoded.text.startswith(ENGLISH)
    assert decoded.text.endswith("\ufffd end")
    assert decoded.broken == 1


@pytest.mark.parametrize(
    "content", [random.Random(5).randbytes(5000), bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 100, b"\x7fELF\x02\x01\x01" + bytes(50)]
)
def test_binary_data_is_not_text(content: bytes) -> None:
    with pytest.raises(Refusal) as refusal:
        decode_text(content)
    assert refusal.value.reason in (GapReason.NOT_TEXT, GapReason.UNKNOWN_ENCODING)


def test_a_mark_alone_is_an_empty_text() -> None:
    assert decode_text(codecs.BOM_UTF8).text == ""


def test_quotation_marks_that_went_through_a_wrong_table_do_not_make_a_text_binary():
    text = "\u0090\u0090\u0090They fired at us,\u0090\u0090\u0090 he said. " * 20
    assert decode_text(text.encode("utf-8")).text == text
