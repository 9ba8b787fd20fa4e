import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.resolve.place_wordings import read_wording

TABLE = [
    ("Goma", "Goma", None, ()),
    ("village of Pyla", "Pyla", "settlement", ()),
    ("the Pyla village", "Pyla", "settlement", ()),
    ("Poonch sector", "Poonch", "area", ()),
    ("district of Poonch", "Poonch", "area", ()),
    ("Tavush region of Armenia", "Tavush", "area", ("Armenia",)),
    ("Tovuz region of Azerbaijan", "Tovuz", "area", ("Azerbaijan",)),
    ("Kashmir’s Poonch district", "Poonch", "area", ("Kashmir",)),
    ("outskirts of Goma", "Goma", None, ()),
    ("Kenya’s east", "Kenya", None, ()),
    ("SALINA, Kan.", "SALINA", None, ("Kansas",)),
    ("north of Tel Tamer", "Tel Tamer", None, ()),
    ("government-controlled Horlivka", "Horlivka", None, ()),
    ("Vank (Hadrut)", "Vank", None, ("Hadrut",)),
    ("Tripoli, Lebanon", "Tripoli", None, ("Lebanon",)),
    ("Bozdag high ground", "Bozdag", "height", ()),
    ("Pyla-Arsos road", "Pyla-Arsos", "road", ()),
    ("Shayrat air base", "Shayrat", "site", ()),
    ("contact line", "contact", "line", ()),
    ("Lake Kivu", "Kivu", "feature", ()),
    ("Hill 541", "541", "height", ()),
]


@pytest.mark.parametrize(("written", "core", "kind", "holders"), TABLE)
def test_a_place_as_written_comes_apart(written: str, core: str, kind: str | None, holders: tuple[str, ...]) -> None:
    wording = read_wording(written)
    assert (wording.core, wording.kind, wording.holders) == (core, kind, holders)


@pytest.mark.parametrize("written", ["northern Syria", "outskirts of Goma", "the vicinity of Sake"])
def test_a_part_of_a_place_is_known_as_one(written: str) -> None:
    assert read_wording(written).is_part


@pytest.mark.parametrize("written", ["Syria", "city of Goma", "North Kivu province", "the Goma area"])
def test_a_whole_place_is_not_taken_for_a_part(written: str) -> None:
    assert not read_wording(written).is_part


def test_a_direction_in_capitals_stays_in_the_name_and_can_be_left_off() -> None:
    wording = read_wording("North Kivu province")
    assert (wording.core, wording.kind, wording.undirected) == ("North Kivu", "area", "Kivu")


def test_a_road_has_the_stops_that_it_is_named_by() -> None:
    assert read_wording("Goma-Sake–Masisi road").stops == ("Goma", "Sake", "Masisi")


@given(st.text(max_size=60))
def test_any_words_come_apart_without_an_error(written: str) -> None:
    assert isinstance(read_wording(written).core, str)
