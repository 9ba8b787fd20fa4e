import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.ceasefire import Ceasefire
from ceasewatch.resolve.overlay import Overlay
from ceasewatch.resolve.place_wordings import read_wording


def test_every_name_of_every_place_finds_that_place(karabakh: Ceasefire) -> None:
    overlay = Overlay(karabakh)
    for place in karabakh.places:
        for name in place.names:
            match = overlay.find(read_wording(name.name))
            assert match is not None, name.name
            assert place in match.places, name.name


def test_every_name_of_every_road_finds_that_road(karabakh: Ceasefire) -> None:
    overlay = Overlay(karabakh)
    for route in karabakh.routes:
        for name in route.place.names:
            assert overlay.find_road(read_wording(name.name)) == route.place, name.name


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Khalfali", "khaipalu-khalfali"),
        ("Khalafsha", "khalafsha"),
        ("Xələfşə", "khalafsha"),
        ("Hin Tagher", "hin-tagher-kohne-taghlar"),
        ("Mets Tagher", "boyuk-taghlar-mets-tagher"),
        ("Ashaghi Aghjakand", "ashaghi-aghjakand-shahumyan"),
        ("Aghjakend", "aghjakend-khandzadzor"),
    ],
)
def test_false_friends_are_kept_apart(karabakh: Ceasefire, name: str, slug: str) -> None:
    match = Overlay(karabakh).find(read_wording(name))
    assert match is not None
    assert [place.id for place in match.places] == [f"karabakh-2020/place/{slug}"]


@pytest.mark.parametrize("name", ["Khalafli", "Vank"])
def test_a_name_of_two_places_gives_both(karabakh: Ceasefire, name: str) -> None:
    match = Overlay(karabakh).find(read_wording(name))
    assert match is not None
    assert len(match.places) == 2


@pytest.mark.parametrize("name", ["Khalefli", "Khalafla", "Khalifli"])
def test_a_misspelt_false_friend_never_means_one_place(karabakh: Ceasefire, name: str) -> None:
    overlay = Overlay(karabakh)
    match = overlay.find(read_wording(name)) or overlay.find_misspelt(read_wording(name))
    assert match is None or len(match.places) > 1


@pytest.mark.parametrize(
    ("name", "slug"), [("Stepanakart", "khankendi-stepanakert"), ("Lisogor", "lisagor-turshsu"), ("Kornizdor", "kornidzor")]
)
def test_a_slip_of_a_letter_is_forgiven_where_nothing_else_is_near(karabakh: Ceasefire, name: str, slug: str) -> None:
    match = Overlay(karabakh).find_misspelt(read_wording(name))
    assert match is not None
    assert [place.id for place in match.places] == [f"karabakh-2020/place/{slug}"]


@pytest.mark.parametrize("name", ["Zabuk", "Tegk", "Goma", "Hill 2055", "Sarajevo"])
def test_a_short_or_far_name_is_not_forced_onto_a_place(karabakh: Ceasefire, name: str) -> None:
    match = Overlay(karabakh).find_misspelt(read_wording(name))
    assert match is None


@pytest.mark.parametrize(
    "name",
    [
        "Khankendi-Khalfali-Turshsu dirt road",
        "Turshsu-Khalfali-Khankendi road",
        "Stepanakert-Khaipalu-Lisagor road",
        "Xankəndi–Turşsu road",
    ],
)
def test_a_road_is_found_by_either_sides_stops_in_either_direction(karabakh: Ceasefire, name: str) -> None:
    road = Overlay(karabakh).find_road(read_wording(name))
    assert road is not None
    assert road.id == "karabakh-2020/place/khaipalu-khalfali-dirt-road"


def test_a_road_by_other_stops_is_another_road(karabakh: Ceasefire) -> None:
    assert Overlay(karabakh).find_road(read_wording("Goris-Sisian road")) is None


@given(st.text(max_size=30))
def test_without_a_ceasefire_nothing_is_found(name: str) -> None:
    overlay, wording = Overlay(None), read_wording(name)
    assert overlay.find(wording) is overlay.find_misspelt(wording) is overlay.find_road(wording) is None
