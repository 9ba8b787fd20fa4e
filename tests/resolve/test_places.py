from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.ceasefire import Ceasefire
from ceasewatch.model.claim import Slot
from ceasewatch.model.gap import GapReason
from ceasewatch.model.record import Place
from ceasewatch.model.values import Thing
from ceasewatch.resolve.gazetteer import Gazetteer
from ceasewatch.resolve.places import PlaceResolver

WORLD = [
    ("Congolese soldiers left Goma for Sake.", "Goma", "CD"),
    ("Congolese soldiers left Goma for Sake.", "Sake", "CD"),
    ("Shells fell in Donetsk, Ukraine said.", "Donetsk", "UA"),
    ("Russian investigators went to Donetsk in the Rostov region.", "Donetsk", "RU"),
    ("Shots were fired in Tripoli, northern Lebanon.", "Tripoli", "LB"),
    ("Libyan officials counted the dead in Tripoli.", "Tripoli", "LY"),
    ("Syrian jets struck Hama.", "Hama", "SY"),
    ("Syrian jets struck Aleppo.", "Aleppo", "SY"),
    ("UN peacekeepers in Cyprus were hurt in Pyla.", "Pyla", "CY"),
    ("Russian troops in Georgia left, officials in Tbilisi said.", "Georgia", "GE"),
    ("Atlanta police said that the United States army had come to Georgia.", "Georgia", "US"),
    ("Sudan's army left El Fasher.", "El Fasher", "SD"),
    ("It happened in northern Syria.", "northern Syria", "SY"),
    ("It happened in Syria’s east.", "Syria’s east", "SY"),
    ("A shell fell on Turkish territory.", "Turkish territory", "TR"),
    ("A drone fell on Romanian soil.", "Romanian soil", "RO"),
    ("Two men were shot in Salina, Kan., on Monday.", "Salina", "US"),
    ("Two men were shot in Muscogee County.", "Muscogee County", "US"),
    ("It happened in the Shirak region of Armenia.", "Shirak region of Armenia", "AM"),
    ("It happened in the Tovuz region of Azerbaijan.", "Tovuz region of Azerbaijan", "AZ"),
]


@pytest.mark.parametrize(("text", "name", "country"), WORLD)
def test_the_reports_own_geography_chooses_the_place(
    gazetteer: Gazetteer, cases: SimpleNamespace, text: str, name: str, country: str
) -> None:
    found = PlaceResolver(None, gazetteer).resolve(cases.make_report(text), [cases.make_where(name, at=text.index(name))])
    assert [record.country for record in found.records if isinstance(record, Place)] == [country]
    assert found.gaps == ()


@pytest.mark.parametrize(("text", "name"), [("Shots were fired in Tripoli.", "Tripoli"), ("Shots were fired in Georgia.", "Georgia")])
def test_an_ambiguous_name_without_evidence_is_a_gap_and_no_guess(
    gazetteer: Gazetteer, cases: SimpleNamespace, text: str, name: str
) -> None:
    found = PlaceResolver(None, gazetteer).resolve(cases.make_report(text), [cases.make_where(name)])
    assert found.links == ()
    assert [(gap.reason, gap.detail, gap.slot) for gap in found.gaps] == [(GapReason.PLACE_AMBIGUOUS, name, Slot.WHERE)]


@pytest.mark.parametrize(
    "name",
    ["Hill 541", "contact line", "Line of Control", "post of the Fijian peacekeepers", "Xyzzyville", "border between Chad and Sudan"],
)
def test_a_name_that_nobody_has_is_a_gap(gazetteer: Gazetteer, cases: SimpleNamespace, name: str) -> None:
    found = PlaceResolver(None, gazetteer).resolve(cases.make_report(f"It happened at {name}."), [cases.make_where(name)])
    assert found.links == ()
    assert [gap.reason for gap in found.gaps] == [GapReason.PLACE_UNKNOWN]


def test_a_hamlet_elsewhere_is_not_taken_for_a_place_that_the_gazetteer_lacks(gazetteer: Gazetteer, cases: SimpleNamespace) -> None:
    name = "Moscow Mills"
    assert gazetteer.candidates(name)
    found = PlaceResolver(None, gazetteer).resolve(
        cases.make_report(f"Thai and Cambodian soldiers met at {name}."), [cases.make_where(name)]
    )
    assert [gap.reason for gap in found.gaps] == [GapReason.PLACE_UNKNOWN]


def test_a_country_wins_over_a_village_called_after_it(gazetteer: Gazetteer, cases: SimpleNamespace) -> None:
    text = "United States officials in Ohio spoke of Russia."
    found = PlaceResolver(None, gazetteer).resolve(cases.make_report(text), [cases.make_where("Russia")])
    assert [record.id for record in found.records] == ["country/RU"]


def test_who_speaks_after_a_comma_is_not_where_the_place_lies(gazetteer: Gazetteer, cases: SimpleNamespace) -> None:
    text = "Shells fell on Tripoli, Greece said. Libya and Libyan officials denied it."
    found = PlaceResolver(None, gazetteer).resolve(cases.make_report(text), [cases.make_where("Tripoli")])
    assert [record.country for record in found.records if isinstance(record, Place)] == ["LY"]


@given(name=st.text(max_size=40) | st.sampled_from(["Goma-Sake", "the Vank district of Karabakh", "Lachin-Goris road", "north of Hama"]))
def test_every_name_gives_a_link_or_a_gap_and_never_both(
    gazetteer: Gazetteer, karabakh: Ceasefire, cases: SimpleNamespace, name: str
) -> None:
    for ceasefire in (None, karabakh):
        found = PlaceResolver(ceasefire, gazetteer).resolve(cases.make_report(f"It happened in {name}, Syria."), [cases.make_where(name)])
        assert len(found.links) + len(found.gaps) == 1


def test_a_place_already_found_is_evidence_for_the_next(gazetteer: Gazetteer, cases: SimpleNamespace) -> None:
    names = ["Tripoli", "Beirut", "Sidon"]
    found = PlaceResolver(None, gazetteer).resolve(
        cases.make_report("Shots were heard in Tripoli, Beirut and Sidon."), [cases.make_where(name) for name in names]
    )
    assert {record.country for record in found.records if isinstance(record, Place)} == {"LB"}


def test_a_road_between_places_of_the_gazetteer_is_as_uncertain_as_half_its_length(gazetteer: Gazetteer, cases: SimpleNamespace) -> None:
    found = PlaceResolver(None, gazetteer).resolve(cases.make_report("Congolese troops held it."), [cases.make_where("Goma-Sake road")])
    (road,) = found.records
    assert isinstance(road, Place)
    assert road.kind == "road"
    assert road.country == "CD"
    assert 5_000 < (road.uncertainty_m or 0) < 20_000


def test_a_road_with_an_end_that_is_not_known_is_a_gap(gazetteer: Gazetteer, cases: SimpleNamespace) -> None:
    found = PlaceResolver(None, gazetteer).resolve(cases.make_report("In the Congo."), [cases.make_where("Goma-Xyzzyville road")])
    assert (found.links, [gap.reason for gap in found.gaps]) == ((), [GapReason.PLACE_UNKNOWN])


@pytest.mark.parametrize(
    ("name", "slug", "kind"),
    [
        ("Shusha city", "shusha-shushi", "settlement"),
        ("Shushi city", "shusha-shushi", "settlement"),
        ("district of Shusha", "shusha-shushi/area", "area"),
        ("Lachin district", "berdzor-lachin/area", "area"),
        ("Khankendi city of Azerbaijan", "khankendi-stepanakert", "settlement"),
        ("Stepanakert", "khankendi-stepanakert", "settlement"),
        ("Xankəndi", "khankendi-stepanakert", "settlement"),
        ("Saribaba high ground", "mets-sarybaba-saribaba", "height"),
        ("Azerbaijan’s Karabakh region", "artsakh-karabakh", "area"),
        ("Artsakh", "artsakh-karabakh", "area"),
        ("Lachin corridor", "berdzor-lachin-road", "road"),
        ("Basarkechar direction", "basarkechar-direction-gegharkunik", "area"),
        ("Basarkechar", "basarkechar-vardenis", "settlement"),
    ],
)
def test_a_loaded_ceasefires_places_come_first_under_any_sides_name(
    gazetteer: Gazetteer, karabakh: Ceasefire, cases: SimpleNamespace, name: str, slug: str, kind: str
) -> None:
    found = PlaceResolver(karabakh, gazetteer).resolve(cases.make_report(f"It happened at {name}."), [cases.make_where(name)])
    assert [(record.id, record.kind) for record in found.records if isinstance(record, Place)] == [(f"karabakh-2020/place/{slug}", kind)]


def test_both_sides_names_for_a_place_give_the_same_record(gazetteer: Gazetteer, karabakh: Ceasefire, cases: SimpleNamespace) -> None:
    resolver = PlaceResolver(karabakh, gazetteer)
    for place in karabakh.places:
        sided = [name.name for name in place.names if name.used_by]
        found = [resolver.resolve(cases.make_report("It happened."), [cases.make_where(name)]) for name in sided]
        records = {record.id for one in found for record in one.records}
        assert records <= {place.id}, sided


def test_a_thing_that_moved_links_where_it_came_from_went_to_and_by_which_road(
    gazetteer: Gazetteer, karabakh: Ceasefire, cases: SimpleNamespace
) -> None:
    thing = Thing(name="trucks", moved_from="Stepanakert", moved_to="Armenia", by_road="Lachin road")
    claim = cases.make_claim(thing, Slot.MOVED)
    found = PlaceResolver(karabakh, gazetteer).resolve(cases.make_report("They left for Armenia."), [claim])
    assert {link.role: link.record_id for link in found.links} == {
        "moved_from": "karabakh-2020/place/khankendi-stepanakert",
        "moved_to": "country/AM",
        "by_road": "karabakh-2020/place/berdzor-lachin-road",
    }


def test_every_link_points_at_a_record_and_scores_between_nothing_and_certainty(
    gazetteer: Gazetteer, karabakh: Ceasefire, cases: SimpleNamespace
) -> None:
    names = ["Lachin road", "Lisogor", "Munich", "Goris-Sisian road", "Vank", "Nowhere at all"]
    claims = [cases.make_where(name) for name in names]
    found = PlaceResolver(karabakh, gazetteer).resolve(cases.make_report("They met in Munich, Germany."), claims)
    assert {link.record_id for link in found.links} == {record.id for record in found.records}
    assert all(0 < link.score <= 1 for link in found.links)
    assert len(found.links) + len(found.gaps) == len(names)


def test_the_order_of_the_claims_changes_nothing(gazetteer: Gazetteer, cases: SimpleNamespace) -> None:
    report = cases.make_report("Shots were heard in Tripoli, Beirut and Sidon.")
    claims = [cases.make_where(name) for name in ("Tripoli", "Beirut", "Sidon")]
    forward, backward = (PlaceResolver(None, gazetteer).resolve(report, order) for order in (claims, claims[::-1]))
    assert set(forward.links) == set(backward.links)
    assert forward.records == backward.records
