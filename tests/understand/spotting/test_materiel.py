import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.values import When
from ceasewatch.understand.spotting.materiel import MaterielFound, find_materiel

FAMILIES = {"weapon", "mine", "explosive", "aircraft", "vehicle", "cargo", "position", "document"}

TABLE = [
    ("Sappers found 40 units of PMN-2 anti-personnel mines.", ["mine: 40 x PMN-2 anti-personnel mines"]),
    ("Six Ural trucks passed.", ["vehicle: Six x Ural trucks"]),
    ("A man threw an F-1 hand grenade.", ["explosive: F-1 hand grenade"]),
    ("They fired three 122-mm howitzers.", ["weapon: three x 122-mm howitzers"]),
    ("Twelve 60mm mortar rounds fell.", ["explosive: Twelve x 60mm mortar rounds"]),
    ("At least four 82 mm mortars were used.", ["weapon: At least four x 82 mm mortars"]),
    ("A T-72 burned.", ["vehicle: T-72"]),
    ("Two BM-21 Grad launchers fired.", ["weapon: Two x BM-21 Grad launchers"]),
    ("A Bayraktar TB2 drone fell.", ["aircraft: Bayraktar TB2 drone"]),
    ("AK-47 rifles and RPG-7 launchers were seized.", ["weapon: AK-47 rifles", "weapon: RPG-7 launchers"]),
    ("A D-30 and an S-300 were hit by a Kornet.", ["weapon: D-30", "weapon: S-300", "weapon: Kornet"]),
    ("TM-62M mines lay there.", ["mine: TM-62M mines"]),
    ("Small arms and drones were used.", ["weapon: Small arms", "aircraft: drones"]),
    ("Soldiers dug trenches and a new firing point.", ["position: trenches", "position: firing point"]),
    ("They equipped two new combat positions.", ["position: two x combat positions"]),
    ("Ammunition, ore and vehicles in a convoy.", ["explosive: Ammunition", "cargo: ore", "vehicle: vehicles", "vehicle: convoy"]),
    ("Several vehicles and dozens of rockets.", ["vehicle: Several x vehicles", "weapon: dozens x rockets"]),
    ("An unmanned aerial vehicle fell.", ["aircraft: unmanned aerial vehicle"]),
    ("A car bomb went off.", ["explosive: car bomb"]),
    ("Passports and maps were found.", ["document: Passports", "document: maps"]),
    ("Two rocket attacks took place.", ["weapon: rocket"]),
]

NOT_MATERIEL = [
    "The third round of talks ended.",
    "He held the child in his arms.",
    "M23 left the M1 motorway.",
    "At this point the position is unclear.",
    "COVID-19 spread in the G20 states.",
    "The think tank disagreed.",
]


def read(text: str) -> list[str]:
    return [_describe(found) for found in find_materiel(text)]


def _describe(found: MaterielFound) -> str:
    number = f"{found.thing.count.words} x " if found.thing.count else ""
    return f"{found.family}: {number}{found.thing.name}"


@pytest.mark.parametrize(("text", "things"), TABLE)
def test_a_sentence_names_its_things(text: str, things: list[str]) -> None:
    assert read(text) == things


@pytest.mark.parametrize("text", NOT_MATERIEL)
def test_a_sentence_without_things_names_none(text: str) -> None:
    assert read(text) == []


def test_a_gold_mine_is_no_weapon() -> None:
    assert "mine" not in {found.family for found in find_materiel("They guarded the gold mine.")}


def test_where_and_when_a_thing_was_made_are_read() -> None:
    (found,) = find_materiel("They unearthed 350 units of PMN-E mines produced in Ruritania in 2021.")
    assert found.thing.made_where == "Ruritania"
    assert found.thing.made_when == When.of_days(date(2021, 1, 1), date(2021, 12, 31))


@pytest.mark.parametrize("maker", ["Ruritanian", "Turkish", "Iranian", "Russian", "US"])
def test_a_maker_before_the_thing_is_read(maker: str) -> None:
    (found,) = find_materiel(f"They shot down two {maker}-made drones.")
    assert found.thing.made_where == maker
    assert found.thing.count is not None
    assert found.thing.count.low == 2


def test_a_thing_without_a_number_has_no_count() -> None:
    assert [found.thing.count for found in find_materiel("A truck and another tank burned.")] == [None, None]


def test_bounds_of_a_count_are_kept() -> None:
    (found,) = find_materiel("At least 12 Shahed-136 drones were seen.")
    assert found.thing.count is not None
    assert (found.thing.count.low, found.thing.count.high) == (12, None)


WORDS = st.sampled_from(
    [
        "350",
        "units",
        "of",
        "PMN-E",
        "mines",
        "produced",
        "in",
        "Syria",
        "2021",
        "122",
        "mm",
        "T-72",
        "the",
        "rounds",
        "ammunition",
        "Kamaz",
        ",",
        ".",
        "new",
    ]
)


@given(st.one_of(st.text(), st.text(alphabet=string.printable), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_is_read_and_every_span_fits(text: str) -> None:
    last = 0
    for found in find_materiel(text):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.thing.name
        assert found.family in FAMILIES
        last = found.end


@pytest.mark.parametrize(
    "piece", ["Syrian and ", "units of the ", "Xa and ", "armed ", "Goma region of ", "122 mm ", "new ", "in Goma, ", "PMN-E ", "'", "A.-"]
)
def test_a_very_long_run_of_one_phrase_is_read(piece: str) -> None:
    assert isinstance(find_materiel(piece * 3000), tuple)
