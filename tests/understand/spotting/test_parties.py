import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.countries import countries
from ceasewatch.understand.spotting.parties import find_parties

KINDS = {
    "state",
    "ministry",
    "force",
    "armed_group",
    "mission",
    "media",
    "person",
    "people",
    "civilians",
    "document",
    "relative",
    "organisation",
    "unclear",
}

TABLE = [
    ("Turkish Cypriot police pushed Slovak peacekeepers aside.", ["force: Turkish Cypriot police", "mission: Slovak peacekeepers"]),
    ("Indian and Pakistani soldiers exchanged fire.", ["force: Indian", "force: Pakistani soldiers"]),
    ("Pakistani and Indian soldiers exchanged fire.", ["force: Pakistani", "force: Indian soldiers"]),
    ("The Foreign Ministry of Armenia denied it.", ["ministry: Foreign Ministry of Armenia"]),
    ("The Foreign Ministry of Azerbaijan denied it.", ["ministry: Foreign Ministry of Azerbaijan"]),
    ("Armenia's Defense Ministry accused Azerbaijan.", ["ministry: Armenia's Defense Ministry", "state: Azerbaijan"]),
    ("Azerbaijan’s Defence Ministry accused Armenia.", ["ministry: Azerbaijan’s Defence Ministry", "state: Armenia"]),
    ("The Ministry of Foreign Affairs of Georgia objected.", ["ministry: Ministry of Foreign Affairs of Georgia"]),
    ("Troops met a group of Syrian fighters.", ["force: Troops", "armed_group: group of Syrian fighters"]),
    ("Units of the Royal Thai Army fell back.", ["force: Units of the Royal Thai Army"]),
    ("The opposing side fired first.", ["relative: opposing side"]),
    ("Both sides blamed the other side.", ["relative: Both sides", "relative: other side"]),
    ("The enemy shelled the village.", ["relative: enemy"]),
    ("Enemy troops withdrew.", ["relative: Enemy troops"]),
    ("Russian peacekeeping forces left.", ["mission: Russian peacekeeping forces"]),
    (
        "It was reported to the command of the temporary Indian peacekeeping mission.",
        ["mission: command of the temporary Indian peacekeeping mission"],
    ),
    ("M23 rebels took the town from Congolese soldiers.", ["armed_group: M23 rebels", "force: Congolese soldiers"]),
    ("President Salva Kiir met Riek Machar.", ["person: President Salva Kiir", "person: Riek Machar"]),
    ("Police arrested armed men and unidentified gunmen.", ["force: Police", "armed_group: armed men", "armed_group: unidentified gunmen"]),
    ("According to media reports, local residents fled.", ["media: media reports", "civilians: local residents"]),
    ("Operative information was received.", ["unclear: Operative information"]),
    ("Sources in the security services confirmed it.", ["unclear: Sources in the security services"]),
    ("The ministry said so, and the statement said more.", ["ministry: ministry", "document: statement"]),
    ("It was first told by News.Az and by Reuters.", ["media: News.Az", "media: Reuters"]),
    ("The Syrian Observatory for Human Rights counted them.", ["organisation: Syrian Observatory for Human Rights"]),
    ("OSCE monitors and UNIFIL peacekeepers saw it.", ["mission: OSCE monitors", "mission: UNIFIL peacekeepers"]),
    ("The SAF and the RSF agreed to stop.", ["force: SAF", "armed_group: RSF"]),
    ("Hezbollah fired at Israeli soldiers.", ["armed_group: Hezbollah", "force: Israeli soldiers"]),
    ("Spokesman Anton Petrov spoke.", ["person: Spokesman Anton Petrov"]),
    ("Lt. Gen. Mohan Singh spoke.", ["person: Lt. Gen. Mohan Singh"]),
    ('They named "major" Ivan Orlov.', ['person: "major" Ivan Orlov']),
    ("The Governor of North Kivu resigned.", ["person: Governor of North Kivu"]),
    ("The contingent of 900 Kenyan troops arrived.", ["force: contingent of 900 Kenyan troops"]),
    ("A group of more than 60 armed Sudanese soldiers came.", ["force: group of more than 60 armed Sudanese soldiers"]),
    ("They took in a group of more than 40 armed Ukrainians.", ["armed_group: group of more than 40 armed Ukrainians"]),
    ("Ethnic Serbs and Kosovars met.", ["people: Ethnic Serbs", "people: Kosovars"]),
    ("South Korean marines returned fire.", ["force: South Korean marines"]),
    ("North Korean marines returned fire.", ["force: North Korean marines"]),
    ("Moscow rejected it, and Kyiv said nothing.", ["state: Moscow", "state: Kyiv"]),
    ("Kyiv rejected it, and Moscow said nothing.", ["state: Kyiv", "state: Moscow"]),
    ("Reports said that two servicemen died.", ["media: Reports", "force: servicemen"]),
    ("Members of the Special Forces of the Georgian Army.", ["force: Members of the Special Forces of the Georgian Army"]),
    ("The Baku-based Turan news agency wrote it.", ["media: Baku-based Turan news agency"]),
    ("Saudi-led coalition jets struck Houthi fighters.", ["organisation: Saudi-led coalition", "armed_group: Houthi fighters"]),
    ("Pro-government militias left.", ["armed_group: Pro-government militias"]),
    ("Eco-activists blocked it.", ["civilians: Eco-activists"]),
    ("Three died in Syrian shelling and an Iraqi drone strike.", ["state: Syrian", "state: Iraqi"]),
    ("Initial reports were wrong.", ["media: Initial reports"]),
    ("The Military Demarcation Line was crossed by South Korean soldiers.", ["force: South Korean soldiers"]),
    ("They attacked a fire station.", []),
    ("Libya’s proposal and Chad’s answer.", ["state: Libya", "state: Chad"]),
]

NOT_PARTIES = [
    "Meanwhile it rained on Sunday.",
    "Shelling went on until March.",
    "Shells fell in Goma and near Sake.",
    "They travelled from Armenia to Georgia.",
    "The Munich Security Conference opened.",
    "Military equipment was moved.",
    "A terrorist attack took place.",
    "They cleared 350 units of PMN-E mines.",
    "A major attack and a general strike.",
    "Trees stood on both sides of the road.",
    "It is what the Trilateral Statement provides.",
    "An IED went off.",
]


def read(text: str) -> list[str]:
    return [f"{found.kind}: {found.name}" for found in find_parties(text)]


@pytest.mark.parametrize(("text", "parties"), TABLE)
def test_a_sentence_names_its_parties(text: str, parties: list[str]) -> None:
    assert read(text) == parties


@pytest.mark.parametrize("text", NOT_PARTIES)
def test_a_sentence_without_parties_names_none(text: str) -> None:
    assert read(text) == []


def test_the_demonym_inside_is_told_apart() -> None:
    assert [found.demonym for found in find_parties("Syrian troops and the Foreign Ministry of Iraq and the police.")] == [
        "Syrian",
        "Iraq",
        None,
    ]


def test_the_head_noun_is_in_small_letters() -> None:
    assert [found.head for found in find_parties("Troops of the Lebanese Army met Hezbollah.")] == ["troops", None]


def test_a_text_in_capitals_names_no_persons() -> None:
    assert read("JOHN SMITH MET ANNA KOVACS YESTERDAY") == []


def test_the_name_is_the_text_at_its_place() -> None:
    for text, _ in TABLE:
        assert all(text[found.start : found.end] == found.name for found in find_parties(text))


ADJECTIVES = [country.demonyms[0] for country in countries() if country.demonyms and country.demonyms[0].isalpha()]
FRAMES = [
    "{a} troops opened fire on {b} army positions.",
    "A group of {a} militants met the {b} border guards near the river.",
    "{a} and {b} soldiers died, the {a} defence ministry said.",
    "The {b} side denied it; {a} officials and {b} police did not answer.",
    "Police held {a} citizen John Doe and a {b} general.",
]


@given(st.sampled_from(FRAMES), st.lists(st.sampled_from(ADJECTIVES), min_size=2, max_size=2, unique=True))
def test_exchanging_the_demonyms_exchanges_them_and_nothing_else(frame: str, pair: list[str]) -> None:
    first, second = pair
    usual = [(found.name, found.kind, found.head) for found in find_parties(frame.format(a="Syrian", b="Iraqi"))]
    exchanged = [(name.replace("Syrian", "\0").replace("Iraqi", second).replace("\0", first), kind, head) for name, kind, head in usual]
    assert [(found.name, found.kind, found.head) for found in find_parties(frame.format(a=first, b=second))] == exchanged
    assert len(usual) >= 2


WORDS = st.sampled_from(
    [
        "units",
        "of",
        "the",
        "Syrian",
        "Syria",
        "army",
        "’s",
        "'",
        "said",
        "and",
        ",",
        "in",
        '"major"',
        "Ivan",
        "X",
        ".",
        "both",
        "sides",
        "\n",
        "al-",
        "M23",
    ]
)


@given(st.one_of(st.text(), st.text(alphabet=string.printable), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_is_read_and_every_span_fits(text: str) -> None:
    last = 0
    for found in find_parties(text):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.name
        assert found.kind in KINDS
        last = found.end


@pytest.mark.parametrize(
    "piece", ["Syrian and ", "units of the ", "Xa and ", "armed ", "Goma region of ", "122 mm ", "new ", "in Goma, ", "PMN-E ", "'", "A.-"]
)
def test_a_very_long_run_of_one_phrase_is_read(piece: str) -> None:
    assert isinstance(find_parties(piece * 3000), tuple)
