"""Quantities: digits, words, bounds, ranges, and the numbers that count nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.understand.numbers import Quantity, find_quantities

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety"


def spell(number: int) -> str:
    """Spell a whole number from 1 to 999,999 the British way."""
    if number < 20:
        return _UNITS.split()[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return _TENS.split()[tens] + (f"-{spell(rest)}" if rest else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{spell(hundreds)} hundred" + (f" and {spell(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    joint = " and " if 0 < rest < 100 else " "
    return f"{spell(thousands)} thousand" + (f"{joint}{spell(rest)}" if rest else "")


def only(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, found
    return found[0]


def bounds(text: str) -> list[tuple[int | None, int | None]]:
    return [(quantity.low, quantity.high) for quantity in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("The force of 1,960 troops arrived.", "1,960", 1960, 1960),
        ("The force of 1 960 troops arrived.", "1 960", 1960, 1960),
        ("Some 1.2 million people crossed.", "Some 1.2 million", 1_200_000, 1_200_000),
        ("They held two hundred and fourteen fighters.", "two hundred and fourteen", 214, 214),
        ("They held twenty-one men.", "twenty-one", 21, 21),
        ("They sent a dozen trucks.", "a dozen", 12, 12),
        ("They sent half a dozen trucks.", "half a dozen", 6, 6),
        ("They sent two dozen trucks.", "two dozen", 24, 24),
        ("Half a million people fled.", "Half a million", 500_000, 500_000),
        ("More than a quarter of a million people fled.", "More than a quarter of a million", 250_000, None),
        ("They sent a couple of trucks.", "a couple", 2, 2),
        ("Dozens of trucks came.", "Dozens", 12, None),
        ("Scores of trucks came.", "Scores", 20, None),
        ("Hundreds of trucks came.", "Hundreds", 100, None),
        ("Tens of thousands of refugees came.", "Tens of thousands", 10_000, None),
        ("Several hundred men came.", "Several hundred", 100, None),
        ("Several men came.", "Several", None, None),
        ("A number of men came.", "A number of", None, None),
        ("At least 12 men came.", "At least 12", 12, None),
        ("More than 60 men came.", "More than 60", 60, None),
        ("Over 60 men came.", "Over 60", 60, None),
        ("60+ men came.", "60+", 60, None),
        ("Three or more men came.", "Three or more", 3, None),
        ("No fewer than nine men came.", "No fewer than nine", 9, None),
        ("Up to 20 men came.", "Up to 20", None, 20),
        ("As many as 30 men came.", "As many as 30", None, 30),
        ("No more than five men came.", "No more than five", None, 5),
        ("Fewer than 10 men came.", "Fewer than 10", None, 10),
        ("About 40 men came.", "About 40", 40, 40),
        ("Nearly forty men came.", "Nearly forty", 40, 40),
        ("10 to 15 men came.", "10 to 15", 10, 15),
        ("Between 3 and 5 men came.", "Between 3 and 5", 3, 5),
        ("3-5 trucks came.", "3-5", 3, 5),
        ("Two or three trucks came.", "Two or three", 2, 3),
        ("Another three trucks came.", "Another three", 3, 3),
        ("Another truck came.", "Another", 1, 1),
        ("On November 16, 18 trucks came.", "18", 18, 18),
        ("More than 2000 men came.", "More than 2000", 2000, None),
    ],
)
def test_a_quantity_has_its_bounds_and_its_words(text: str, words: str, low: int | None, high: int | None) -> None:
    found = only(text)
    assert (found.words, found.low, found.high) == (words, low, high)
    assert text[found.start : found.end] == found.words


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2014 and ended in 2018.",
        "It was the 2008 war.",
        "It is dated 2023-03-05.",
        "It happened on 5 March and on March 7.",
        "It happened on November 16-18, 2021.",
        "It was between November 10 and November 14, 2022.",
        "It happened at 10:30 and at 9.30 am.",
        "It happened at 0400 GMT.",
        "PMN-2 and T-72 and RGD-5 and UH-60 were seen.",
        "Resolution 1701 and Article 9 apply.",
        "Highway 61 is closed.",
        "It was called the 44-day war.",
        "Ann Example, 45, spoke.",
        "Ann Example (45) spoke.",
        "Ann Example and Jan Novak, both 21, spoke.",
        "Ann Example, who was 24, spoke.",
        "Ann Example, 9 (in front), spoke.",
        "Both victims were aged 23 and 25.",
        "It rose by 12% or 5 percent.",
        "It was the 3rd such raid of the 1990s.",
        "It cost $500 or 3 million dollars.",
        "They had 122mm guns and 82 mm mortars.",
        "They went 12 km in five days.",
        "It is the twenty-first century.",
        "No one spoke to one another.",
        "Call 252-555-1411.",
    ],
)
def test_numbers_that_count_nothing_are_left_out(text: str) -> None:
    assert find_quantities(text) == ()


def test_a_change_from_one_number_to_another_is_no_range() -> None:
    assert bounds("The toll rose from 10 to 12.") == [(10, 10), (12, 12)]
    assert bounds("They sent from 10 to 12 trucks.") == [(10, 12)]


def test_an_article_counts_as_one_ahead_of_a_noun() -> None:
    assert bounds("They saw a 34-year-old soldier.") == [(1, 1)]
    assert bounds("A few men and a lot of snow.") == [(None, None)]


@given(st.integers(min_value=1, max_value=999_999))
def test_every_whole_number_comes_back_from_words(number: int) -> None:
    assert bounds(f"{spell(number).capitalize()} soldiers were killed.") == [(number, number)]


@given(st.integers(min_value=1, max_value=10**9), st.booleans())
def test_every_whole_number_comes_back_from_digits(number: int, is_grouped: bool) -> None:
    written = f"{number:,}" if is_grouped else str(number)
    assert bounds(f"{written} soldiers were killed.") == [(number, number)]


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error_and_every_span_fits(text: str) -> None:
    for quantity in find_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.words
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
