from collections.abc import Mapping
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.ceasefires.folder import load_ceasefire
from ceasewatch.model.ceasefire import Ceasefire
from ceasewatch.model.claim import Slot
from ceasewatch.model.gap import GapReason
from ceasewatch.model.values import Count, Who
from ceasewatch.resolve.geography import read_countries
from ceasewatch.resolve.names import make_slug
from ceasewatch.resolve.parties import PartyResolver
from ceasewatch.resolve.party_index import PartyIndex
from ceasewatch.resolve.party_search import PartySearch

KARABAKH = load_ceasefire("karabakh-2020")
INDEX = PartyIndex(KARABAKH)
WORLD = PartyIndex(None)

TABLE = [
    ("Azerbaijan’s Defense Ministry", ["party/azerbaijan-defence-ministry"]),
    ("Armenia’s Defense Ministry", ["party/armenia-defence-ministry"]),
    ("Ministry of Defence of the Republic of Armenia", ["party/armenia-defence-ministry"]),
    ("Ministry of Defence of the Republic of Azerbaijan", ["party/azerbaijan-defence-ministry"]),
    ("Armenian Foreign Ministry", ["party/armenia-foreign-ministry"]),
    ("spokesman for the Azerbaijani Foreign Ministry", ["party/azerbaijan-foreign-ministry"]),
    ("Azerbaijani State Border Service", ["party/azerbaijan-border-service"]),
    ("servicemen of the Armenian Army", ["party/armenia-armed-forces"]),
    ("servicemen of the Azerbaijan Army", ["party/azerbaijan-armed-forces"]),
    ("Armenia", ["party/armenia"]),
    ("Baku", ["party/azerbaijan"]),
    ("Armenian military-political leadership", ["party/armenia"]),
    ("Azerbaijani troops", ["side/azerbaijani"]),
    ("Armenian troops", ["side/armenian"]),
    ("Armenian side", ["side/armenian"]),
    ("Armenians", ["side/armenian"]),
    ("group of Armenian saboteurs", ["side/armenian"]),
    ("group of Azerbaijani saboteurs", ["side/azerbaijani"]),
    ("Azerbaijani occupiers", ["side/azerbaijani"]),
    ("illegal armed formations of the Armenian forces", ["side/armenian"]),
    ("Karabakh Armenian authorities", ["party/karabakh-authorities"]),
    ("Artsakh Defence Army", ["party/karabakh-defence-army"]),
    ("Nagorno-Karabakh police", ["party/karabakh-police"]),
    ("Russian peacekeepers", ["party/russia-peacekeeping-contingent"]),
    ("command of the temporary Russian peacekeeping mission", ["party/russia-peacekeeping-contingent"]),
    ("peacekeepers", ["party/russia-peacekeeping-contingent"]),
    ("Turkish peacekeepers", ["party/turkey"]),
    ("Joint Turkish-Russian Monitoring Centre", ["party/turkey-russia-monitoring-centre"]),
    ("Armenian and Azerbaijani forces", ["side/armenian", "side/azerbaijani"]),
    ("Azerbaijan and Armenia", ["party/azerbaijan", "party/armenia"]),
    ("Armenian and Azerbaijani defence ministries", ["party/armenia-defence-ministry", "party/azerbaijan-defence-ministry"]),
]

WORLD_TABLE = [
    ("Indian and Pakistani soldiers", ["country/IN", "country/PK"]),
    ("South Korean marines", ["country/KR"]),
    ("North Korean guards", ["country/KP"]),
    ("Ukrainian Armed Forces", ["country/UA"]),
    ("Government of Sudan", ["country/SD"]),
    ("Israeli forces in Lebanon", ["country/IL"]),
    ("Turkish Cypriot police", ["named/turkish-cypriot-police"]),
    ("Free Syrian Army", ["named/free-syrian-army"]),
    ("Syrian Observatory for Human Rights", ["named/syrian-observatory-for-human-rights"]),
    ("Syrian media", ["named/syrian-media"]),
    ("Saudi-led coalition", ["named/saudi-led-coalition"]),
    ("Houthi fighters", ["named/houthi"]),
    ("M23 rebels", ["named/m23"]),
    ("Hamas and Islamic Jihad", ["named/hamas", "named/islamic-jihad"]),
    ("Goma-based M23 movement", ["named/m23"]),
    ("South Sudanese President Salva Kiir", ["country/SS"]),
    ("Baku-based Turan agency", ["named/turan"]),
]

GENERIC = [
    "soldiers",
    "civilians",
    "media reports",
    "Reports",
    "Operative information",
    "police officers",
    "separatists",
    "local residents",
]


def find(index: PartyIndex, words: str, speaker: str | None = None, text: str = "", ceasefire: Ceasefire | None = None) -> list[str]:
    found = PartySearch(index, ceasefire, read_countries(text)).find(words, speaker)
    return [match.party.id.removeprefix("karabakh-2020/") for match in found]


@pytest.mark.parametrize(("words", "parties"), TABLE)
def test_a_phrase_means_the_parties_of_the_loaded_ceasefire(words: str, parties: list[str]) -> None:
    assert find(INDEX, words, ceasefire=KARABAKH) == parties


@pytest.mark.parametrize(("words", "parties"), WORLD_TABLE)
def test_without_a_ceasefire_a_phrase_means_a_country_or_a_party_as_named(words: str, parties: list[str]) -> None:
    assert find(WORLD, words) == parties


@pytest.mark.parametrize("words", GENERIC)
@pytest.mark.parametrize("ceasefire", [None, KARABAKH])
def test_words_that_name_nobody_mean_nobody(words: str, ceasefire: Ceasefire | None) -> None:
    assert find(PartyIndex(ceasefire), words, speaker="Armenia's Ministry of Defence", ceasefire=ceasefire) == []


@pytest.mark.parametrize("words", ["opposing side", "the other side", "enemy troops", "the enemy", "opposing side's positions"])
@pytest.mark.parametrize(
    ("speaker", "side"),
    [
        ("Azerbaijan’s Defense Ministry", "side/armenian"),
        ("Armenia’s Defense Ministry", "side/azerbaijani"),
        ("Artsakh Defence Army", "side/azerbaijani"),
    ],
)
def test_the_opposing_side_is_opposed_to_the_speakers(words: str, speaker: str, side: str) -> None:
    assert find(INDEX, words, speaker, ceasefire=KARABAKH) == [side]


@pytest.mark.parametrize("words", ["our positions", "our servicemen", "our own side"])
@pytest.mark.parametrize(
    ("speaker", "side"), [("Baku", "side/azerbaijani"), ("Yerevan", "side/armenian"), ("Stepanakert", "side/armenian")]
)
def test_what_is_ours_is_the_speakers(words: str, speaker: str, side: str) -> None:
    assert find(INDEX, words, speaker, ceasefire=KARABAKH) == [side]


@pytest.mark.parametrize("words", ["both sides", "the two sides", "all parties", "each side", "the sides"])
def test_both_sides_are_both_whoever_speaks(words: str) -> None:
    assert find(INDEX, words, None, ceasefire=KARABAKH) == ["side/armenian", "side/azerbaijani"]


@pytest.mark.parametrize("speaker", [None, "Russian Ministry of Defence", "media reports", "Reuters"])
def test_a_third_party_has_no_opposing_side(speaker: str | None) -> None:
    assert find(INDEX, "opposing side", speaker, ceasefire=KARABAKH) == []


def test_a_word_for_two_countries_means_the_one_that_the_report_names() -> None:
    assert find(WORLD, "Congolese soldiers", text="The Democratic Republic of the Congo sent them.") == ["country/CD"]
    assert find(WORLD, "Congolese soldiers", text="They were sent.") == []


def test_a_publisher_is_never_a_side_because_of_its_country() -> None:
    search = PartySearch(INDEX, KARABAKH, frozenset())
    for outlet in ("Azerbaijan Today", "Armenian News Agency", "Caspian News"):
        assert [match.party.side for match in search.find_publisher(outlet)] == [None]
    own = search.find_publisher("Ministry of Defence of Azerbaijan")
    assert [match.party.id for match in own] == ["karabakh-2020/party/azerbaijan-defence-ministry"]


def test_a_claim_links_its_value_the_people_counted_and_its_speaker(cases: SimpleNamespace) -> None:
    actor = cases.make_claim(Who(name="opposing side"), Slot.FIRED_FIRST, speaker="Azerbaijan’s Defense Ministry")
    dead = cases.make_claim(Count(low=2, high=2, words="two", whose="Armenian servicemen"), Slot.KILLED)
    named = cases.make_claim(Who(name="Ivan Orlov", whose="Azerbaijani Army"), Slot.NAMED)
    found = PartyResolver(KARABAKH).resolve(cases.make_report("They met."), [actor, dead, named])
    assert cases.links_of(found, actor) == ["karabakh-2020/side/armenian"]
    assert cases.links_of(found, actor, "speaker") == ["karabakh-2020/party/azerbaijan-defence-ministry"]
    assert cases.links_of(found, dead, "whose") == ["karabakh-2020/side/armenian"]
    assert cases.links_of(found, dead, "speaker") == ["named/strelsau-courier"]
    assert cases.links_of(found, named) == []
    assert cases.links_of(found, named, "whose") == ["karabakh-2020/party/azerbaijan-armed-forces"]
    assert {link.record_id for link in found.links} == {record.id for record in found.records}
    assert found.gaps == ()


def test_an_actor_who_is_nobody_known_is_a_gap(cases: SimpleNamespace) -> None:
    claim = cases.make_claim(Who(name="gunmen"), Slot.ACTOR)
    found = PartyResolver(None).resolve(cases.make_report("They met."), [claim])
    assert [(gap.reason, gap.slot, gap.detail) for gap in found.gaps] == [(GapReason.PARTY_UNKNOWN, Slot.ACTOR, "gunmen")]


@pytest.mark.parametrize(("whose", "gaps"), [("civilians", 0), ("the opposing side", 1)])
def test_people_counted_are_a_gap_only_where_the_words_point_at_a_side(cases: SimpleNamespace, whose: str, gaps: int) -> None:
    claim = cases.make_claim(Count(low=1, high=1, words="one", whose=whose), Slot.KILLED)
    found = PartyResolver(KARABAKH).resolve(cases.make_report("They met."), [claim])
    assert len(found.gaps) == gaps


SWAPS: Mapping[str, str] = {
    form: other
    for left, right in zip(*(one.swap for one in KARABAKH.parties if one.swap), strict=True)
    for form, other in ((left, right), (right, left))
}
SHAPES = [
    "{}",
    "Ministry of Defence of {}",
    "{}’s Foreign Ministry",
    "{} Armed Forces",
    "{} troops",
    "group of armed {}",
    "ethnic {}",
    "{} saboteurs",
    "{} civilians near the border",
    "{} media",
    "{}-backed fighters",
    "{}-based agency",
    "Free {} Army",
    "President of {}",
    "{} side",
    "soldiers in {}",
    "Turkish and {} officers",
]


WORDS = {make_slug(form): make_slug(other) for form, other in SWAPS.items() if " " not in form}


def swap_record(party: str) -> str:
    """What a record's id becomes when the sides change places."""
    return "/".join("-".join(WORDS.get(word, word) for word in part.split("-")) for part in party.split("/"))


@given(
    shape=st.sampled_from(SHAPES),
    form=st.sampled_from(sorted(SWAPS)),
    speaker=st.none() | st.sampled_from(["{} Defence Ministry", "Foreign Ministry of {}", "{} media", "Russian Defence Ministry"]),
    relative=st.sampled_from([None, "opposing side", "our servicemen", "both sides", "enemy"]),
)
def test_swapping_the_sides_names_swaps_the_links_and_changes_nothing_else(
    shape: str, form: str, speaker: str | None, relative: str | None
) -> None:
    words, swapped = (relative or shape.format(name) for name in (form, SWAPS[form]))
    voice, swapped_voice = (speaker.format(name) if speaker else None for name in (form, SWAPS[form]))
    search = PartySearch(INDEX, KARABAKH, frozenset())
    before = [(swap_record(match.party.id), match.score) for match in search.find(words, voice)]
    after = [(match.party.id, match.score) for match in search.find(swapped, swapped_voice)]
    assert sorted(before) == sorted(after)


@given(st.text(max_size=60), st.none() | st.text(max_size=20))
def test_any_words_are_looked_up_without_an_error(words: str, speaker: str | None) -> None:
    for ceasefire, index in ((KARABAKH, INDEX), (None, WORLD)):
        for match in PartySearch(index, ceasefire, frozenset()).find(words, speaker):
            assert match.party.name
            assert 0 < match.score <= 1
