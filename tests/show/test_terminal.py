import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.show.terminal import plain, shorten, wrap


def test_a_report_cannot_move_the_cursor_or_change_the_colours():
    assert plain("ok\x1b[2J\x1b[31mred\x07\x9b1m") == "ok\ufffd[2J\ufffd[31mred\ufffd\ufffd1m"


def test_a_report_cannot_turn_the_text_round():
    assert plain("abc\u202edef\u2066") == "abcdef"


@given(st.text())
def test_plain_words_stand_on_one_line_without_controls(words):
    shown = plain(words)
    assert all(unicodedata.category(letter) != "Cc" for letter in shown)
    assert len(shown.splitlines()) <= 1


@given(st.text(alphabet="ab é", max_size=30), st.integers(min_value=1, max_value=40))
def test_a_shortened_cell_fits_and_shows_the_cut(words, width):
    cut = shorten(words, width)
    assert len(cut) <= width
    assert cut == words or cut.endswith("…")


def test_addresses_stay_whole_when_lines_are_broken():
    address = "https://example.org/" + "x" * 60
    assert address in wrap(f"see {address} for more", 40)
