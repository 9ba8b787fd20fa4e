import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.countries import countries
from ceasewatch.understand.spotting.places import find_places

TABLE = [
    ("It happened in the Tavush region of Armenia.", ["in: Tavush region of Armenia"]),
    ("It happened in the Tovuz region of Azerbaijan.", ["in: Tovuz region of Azerbaijan"]),
    ("A clash along the Vank-Agdere-Terter dirt road.", ["along: Vank-Agdere-Terter dirt road"]),
    (
        "Mines lay in the Bozdag high ground near the district of Kelbajar.",
        ["in: Bozdag high ground", "near: district of Kelbajar"],
    ),
    ("The village of Pyla is quiet.", ["None: village of Pyla"]),
    ("Shelling along the Line of Contact near Avdiivka.", ["along: Line of Contact", "near: Avdiivka"]),
    ("They crossed the Line of Control in the Poonch sector.", ["None: Line of Control", "in: Poonch sector"]),
    ("They fled from the outskirts of Goma to Bukavu.", ["from: outskirts of Goma", "to: Bukavu"]),
    ("In Goma, people waited.", ["in: Goma"]),
    ("They hold Hill 541 and Height 2279.5 now.", ["None: Hill 541", "None: Height 2279.5"]),
    ("Shots on the border between Chad and Sudan.", ["on: border between Chad and Sudan"]),
    ("Shots on the border between Sudan and Chad.", ["on: border between Sudan and Chad"]),
    ("A blast north of Tel Tamer and south of Ras al-Ain.", ["north of: Tel Tamer", "south of: Ras al-Ain"]),
    ("In the vicinity of the post of the Fijian peacekeepers.", ["in the vicinity of: post of the Fijian peacekeepers"]),
    ("Strikes on Kyiv and Kharkiv.", ["on: Kyiv", "on: Kharkiv"]),
    ("A drone fell in Sumy, Ukraine.", ["in: Sumy", "in: Ukraine"]),
    ("Fighting in northwestern Syria.", ["in: northwestern Syria"]),
    ("Fighting in North Kivu and South Kordofan.", ["in: North Kivu", "in: South Kordofan"]),
    ("Jets hit the Shayrat air base.", ["None: Shayrat air base"]),
    ("Boats crossed Lake Kivu and the Strait of Hormuz.", ["None: Lake Kivu", "None: Strait of Hormuz"]),
    ("They moved towards the Turkish border.", ["towards: Turkish border"]),
    ("They moved towards the Syrian border.", ["towards: Syrian border"]),
    ("They shot in the West Bank.", ["in: West Bank"]),
    ("Rebels captured Sake on Monday.", ["None: Sake"]),
    ("The siege of Aleppo ended.", ["None: Aleppo"]),
    ("Shots were heard along the contact line.", ["along: contact line"]),
    ("Shots were heard in the buffer zone.", ["in: buffer zone"]),
    ("The convoy went through the Lachin corridor.", ["through: Lachin corridor"]),
    ("In Kashmir's Poonch district.", ["in: Poonch district"]),
    ("GOMA (Reuters) - Shots were heard.", ["None: GOMA"]),
    ("The convoy left Goris for Sisian.", ["None: Goris", "for: Sisian"]),
    ("He crossed the Military Demarcation Line.", ["None: Military Demarcation Line"]),
    ("It came from besieged Homs.", ["from: Homs"]),
    ("He lives in Beijing and works in Reading.", ["in: Beijing", "in: Reading"]),
    ("Residents of the village of Kashma left.", ["None: village of Kashma"]),
]

NOT_PLACES = [
    "Azerbaijani troops advanced.",
    "Armenia rejected it.",
    "Azerbaijan rejected it.",
    "It began on Sunday, in March.",
    "They met at the Munich Security Conference.",
    "According to Petrov, nothing happened.",
    "He said it in Turkish.",
    "The guards spoke to President Assad.",
    "The war between Armenia and Azerbaijan ended.",
    "They came in Kamaz trucks.",
    "He told it to Reuters.",
    "Mines produced in Ruritania were found.",
    "Russia's ambassador to Turkey left.",
    "Two Guards Hurt in Rocket Attacks",
    "12 Dead in Fighting",
]


def read(text: str) -> list[str]:
    return [f"{found.where.relation}: {found.where.name}" for found in find_places(text)]


@pytest.mark.parametrize(("text", "places"), TABLE)
def test_a_sentence_gives_its_places_with_their_relations(text: str, places: list[str]) -> None:
    assert read(text) == places


@pytest.mark.parametrize("text", NOT_PLACES)
def test_a_sentence_without_places_gives_none(text: str) -> None:
    assert read(text) == []


NAMES = [country.name for country in countries() if country.name.isalpha()]
FRAMES = [
    "{a} denied it.",
    "Shots were heard in {a} and in {b}.",
    "They came from {a} to {b}.",
    "The border between {a} and {b} is closed.",
]


@given(st.sampled_from(FRAMES), st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True))
def test_exchanging_the_countries_exchanges_them_and_nothing_else(frame: str, pair: list[str]) -> None:
    usual = read(frame.format(a="Syria", b="Iraq"))
    exchanged = [one.replace("Syria", "\0").replace("Iraq", pair[1]).replace("\0", pair[0]) for one in usual]
    assert read(frame.format(a=pair[0], b=pair[1])) == exchanged


WORDS = st.sampled_from(
    [
        "in",
        "the",
        "village",
        "of",
        "Pyla",
        "road",
        "between",
        "and",
        "Syria",
        "Syrian",
        ",",
        "north",
        "Hill",
        "541",
        "post",
        "army",
        "’s",
        ".",
        "to",
        "Lake",
    ]
)


@given(st.one_of(st.text(), st.text(alphabet=string.printable), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_is_read_and_every_span_fits(text: str) -> None:
    last = 0
    for found in find_places(text):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.where.name
        last = found.end


@pytest.mark.parametrize(
    "piece", ["Syrian and ", "units of the ", "Xa and ", "armed ", "Goma region of ", "122 mm ", "new ", "in Goma, ", "PMN-E ", "'", "A.-"]
)
def test_a_very_long_run_of_one_phrase_is_read(piece: str) -> None:
    assert isinstance(find_places(piece * 3000), tuple)


@pytest.mark.parametrize(
    ("sentence", "name", "relation"),
    [
        ("Shells fell in Georgia’s east on Monday.", "Georgia’s east", "in"),
        ("Two men were killed in Kenya's northern outskirts.", "Kenya's northern outskirts", "in"),
        ("A drone entered Jordan’s airspace on Monday.", "Jordan’s airspace", None),
        ("STRELSAU -- Three days of fighting left nine dead.", "STRELSAU", None),
        ("Strelsau — Shells hit a mill.", "Strelsau", None),
        ("Two people were shot along Interstate 35.", "Interstate 35", "along"),
    ],
)
def test_parts_of_a_place_datelines_and_numbered_roads_are_places(sentence: str, name: str, relation: str | None):
    assert (name, relation) in [(one.where.name, one.where.relation) for one in find_places(sentence)]


@pytest.mark.parametrize("sentence", ["Rupert — a farmer — fled.", "Jordan’s border guards fired.", "Georgia's east wind blew."])
def test_an_owner_and_a_name_before_a_dash_are_no_places(sentence: str):
    assert find_places(sentence) == ()
