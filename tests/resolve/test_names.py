import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.resolve.names import fold_name, make_slug, spell_out, spelling_key


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Xankəndi", "xankendi"),
        ("Tel-Abyad", "Tel Abyad"),
        ("Sana'a", "Sanaa"),
        ("Cyprus’s", "Cyprus"),
        ("Goma  ", "GOMA"),
        ("İdlib", "Idlib"),
    ],
)
def test_two_ways_to_write_one_name_fold_alike(left: str, right: str) -> None:
    assert fold_name(left) == fold_name(right)


@pytest.mark.parametrize(
    ("left", "right"), [("Agdam", "Aghdam"), ("Khojali", "Hojali"), ("Zangezour", "Zangezur"), ("Djebrail", "Jebrail"), ("Yassin", "Yasin")]
)
def test_two_transliterations_of_one_name_share_a_key(left: str, right: str) -> None:
    assert spelling_key(left) == spelling_key(right)


@pytest.mark.parametrize(("left", "right"), [("Khalfali", "Khalafli"), ("Khalafli", "Khalafsha"), ("Sotk", "Sus"), ("Kupwara", "Kupiansk")])
def test_two_places_whose_names_are_near_do_not_share_a_key(left: str, right: str) -> None:
    assert spelling_key(left) != spelling_key(right)


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


@given(st.text())
def test_a_slug_holds_only_small_letters_digits_and_hyphens(name: str) -> None:
    assert set(make_slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("short", "full"), [("Kan.", "Kansas"), ("W. Va.", "West Virginia"), ("B.C.", "British Columbia"), ("Zenda.", "Zenda.")]
)
def test_short_forms_of_the_press_are_spelt_out(short: str, full: str):
    assert spell_out(short) == full
