import pytest

from ceasewatch.model.record import Place, PlaceName
from ceasewatch.resolve.geography import read_countries, read_geography


def make_place(country: str, latitude: float | None = None, longitude: float | None = None, radius_m: float | None = None) -> Place:
    names = (PlaceName(name="Zenda"),)
    return Place(id="z", names=names, kind="area", latitude=latitude, longitude=longitude, uncertainty_m=radius_m, country=country)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Indian and Pakistani soldiers met in Kashmir.", {"IN", "PK"}),
        ("South Korean sailors met North Koreans.", {"KR", "KP"}),
        ("Officials in Nicosia and Ankara agreed.", {"CY", "TR"}),
        ("The turkey flew over the china shop.", set()),
        ("The Democratic Republic of the Congo said so.", {"CD"}),
    ],
)
def test_the_countries_of_a_text_are_read_off_names_peoples_and_capitals(text: str, codes: set[str]) -> None:
    assert read_countries(text) == codes


def test_the_name_in_question_is_no_evidence_for_itself() -> None:
    geography = read_geography("Shots were fired in Georgia.", {})
    assert geography.country_support("GE", "Georgia") == 0
    assert geography.country_support("GE", "Gori") > 0


def test_the_country_named_most_supports_most() -> None:
    geography = read_geography("Sudan, Sudan and Chad. Sudanese soldiers.", {})
    assert geography.country_support("SD", "x") > geography.country_support("TD", "x") > geography.country_support("LY", "x") == 0


def test_a_region_that_the_text_names_supports_the_places_in_it() -> None:
    region = make_place("SD", 13.0, 25.0, 100_000)
    geography = read_geography("Villages in Ruritanian North Darfur were burnt.", {"north darfur": (region,)})
    assert geography.region_support(make_place("SD", 13.2, 25.2), "Kutum") > 0
    assert geography.region_support(make_place("SD", 19.6, 37.2), "Port Sudan") == 0
    assert geography.region_support(make_place("SD", 13.2, 25.2), "North Darfur") == 0


def test_what_is_near_a_place_already_found_is_nearer_than_what_is_far() -> None:
    geography = read_geography("", {}).with_places([make_place("CY", 35.0, 33.0)])
    near, far, unknown = make_place("CY", 35.1, 33.1), make_place("NZ", -41.0, 174.0), make_place("CY")
    assert geography.nearness(near) > geography.nearness(far) == geography.nearness(unknown) == 0
