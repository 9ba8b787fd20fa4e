import json
import shutil
from pathlib import Path

import pytest

from ceasewatch.ceasefires.folder import bundled_ceasefires, load_ceasefire
from ceasewatch.errors import CeasefireInvalid
from ceasewatch.model.ceasefire import Ceasefire, PartyNames

PARTIES = """
sides:
  - {id: greek-cypriot, name: Greek Cypriot side}
  - {id: turkish-cypriot, name: Turkish Cypriot side}
patterns:
  police: ["{name} police"]
parties:
  - id: greek-cypriot-authorities
    name: Greek Cypriot authorities
    side: greek-cypriot
    adjectives: [Greek Cypriot]
    swap: [Greek Cypriot]
  - id: turkish-cypriot-authorities
    name: Turkish Cypriot authorities
    side: turkish-cypriot
    adjectives: [Turkish Cypriot]
    swap: [Turkish Cypriot]
  - {id: turkish-cypriot-police, name: Turkish Cypriot police, side: turkish-cypriot, kind: police, of: turkish-cypriot-authorities}
  - {id: unficyp, name: UNFICYP}
"""
AGREEMENT = """
ceasefire: The standstill along the buffer zone
id: status-quo
names: [the status quo]
signed: 1974-08-16
points:
  - {number: "1", words: Nobody builds in the buffer zone., obliged: [greek-cypriot-authorities, turkish-cypriot-authorities]}
versions:
  - {language: en, source: none published}
"""
PLACES = """id,greek-cypriot,turkish-cypriot,other,kind,latitude,longitude,uncertainty_m,country,source,note
pile-pyla,Pyla,Pile,Πύλα,settlement,35.01,33.69,2000,CY,test,
arsos-yigitler,Arsos,Yiğitler,,settlement,,,,CY,test,
"""
ROUTES = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {
                "id": "arsos-pyla-road",
                "names": {"greek-cypriot": ["Pyla-Arsos road"], "turkish-cypriot": ["Pile-Yiğitler road"]},
                "standing": "closed",
                "approximate": True,
                "uncertainty_m": 4000,
                "source": "test",
            },
            "geometry": {"type": "LineString", "coordinates": [[33.69, 35.01], [33.7, 35.05]]},
        }
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "cyprus"
    made.mkdir()
    (made / "parties.yaml").write_text(PARTIES, encoding="utf-8")
    (made / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    (made / "places.csv").write_text(PLACES, encoding="utf-8")
    (made / "routes.geojson").write_text(json.dumps(ROUTES), encoding="utf-8")
    return made


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def faults_of(folder: Path) -> str:
    with pytest.raises(CeasefireInvalid) as caught:
        load_ceasefire(folder)
    return str(caught.value)


def test_a_new_ceasefire_is_a_folder_of_data(folder: Path) -> None:
    ceasefire = load_ceasefire(folder)
    assert ceasefire.id == "cyprus"
    assert ceasefire.sides == ("greek-cypriot", "turkish-cypriot")
    assert ceasefire.opposite("greek-cypriot") == "turkish-cypriot"
    assert [one.party.id for one in ceasefire.parties][:2] == ["cyprus/side/greek-cypriot", "cyprus/side/turkish-cypriot"]
    assert ceasefire.agreement.provisions[0].id == "cyprus/status-quo/1"


def test_a_pattern_makes_names_from_the_owner_of_a_body(folder: Path) -> None:
    police = next(one for one in load_ceasefire(folder).parties if one.party.id.endswith("police"))
    assert police.names == ("Turkish Cypriot police", "Turkish Cypriot authorities police")


def test_both_sides_names_are_shown_in_alphabetical_order(folder: Path) -> None:
    ceasefire = load_ceasefire(folder)
    assert [place.label for place in ceasefire.places] == ["Pile / Pyla", "Arsos / Yiğitler"]
    assert ceasefire.routes[0].place.label == "Pile-Yiğitler road / Pyla-Arsos road"


def test_a_position_that_is_not_known_stays_unknown(folder: Path) -> None:
    place = load_ceasefire(folder).places[1]
    assert (place.latitude, place.longitude, place.uncertainty_m) == (None, None, None)


def test_one_message_lists_the_faults_of_all_files(folder: Path) -> None:
    change(folder / "parties.yaml", "side: greek-cypriot\n", "side: greek\n")
    change(folder / "agreement.yaml", "obliged: [greek-cypriot-authorities", "obliged: [nobody")
    change(folder / "places.csv", "35.01", "135.01")
    change(folder / "routes.geojson", '"turkish-cypriot":', '"turkish":')
    message = faults_of(folder)
    assert "greek-cypriot-authorities is of the side 'greek'" in message
    assert "point 1 obliges 'nobody'" in message
    assert "places.csv line 2: latitude" in message
    assert "arsos-pyla-road has names used by turkish" in message
    assert len(message.splitlines()) >= 5


@pytest.mark.parametrize("name", ["parties.yaml", "agreement.yaml", "places.csv", "routes.geojson"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert f"{name}: the file cannot be read" in faults_of(folder)


@pytest.mark.parametrize("name", ["parties.yaml", "agreement.yaml", "places.csv", "routes.geojson"])
def test_a_file_that_is_not_text_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"\xff\xfe\x00")
    assert f"{name}: the file is not UTF-8 text" in faults_of(folder)


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("parties.yaml", "sides:", "sides: [", "parties.yaml line"),
        ("parties.yaml", "swap: [Greek Cypriot]", "swap: [Greek Cypriot, Greek Cypriots]", "both need the same number"),
        ("parties.yaml", "    swap: [Greek Cypriot]\n", "", "exactly one party of each side"),
        ("parties.yaml", "id: unficyp", "id: turkish-cypriot-police", "'turkish-cypriot-police' stands twice"),
        ("parties.yaml", "kind: police", "kind: army", "for which there are no patterns"),
        ("parties.yaml", "of: turkish-cypriot-authorities", "of: nobody", "which is no party in the file"),
        ("parties.yaml", "name: UNFICYP", "nom: UNFICYP", "parties.3.nom"),
        ("parties.yaml", "{id: greek-cypriot, name: Greek Cypriot side}", "{id: zypern, name: Zypern}", "in alphabetical order"),
        ("agreement.yaml", "1974-08-16", "a while ago", "signed"),
        ("agreement.yaml", "Nobody builds in the buffer zone.", '""', "points.0.words"),
        ("places.csv", "settlement,35.01", "planet,35.01", "places.csv line 2: kind"),
        ("places.csv", "2000", "", "must be given together or not at all"),
        ("places.csv", "Arsos,Yiğitler,", ",,", "places.csv line 3: the place has no name"),
        ("places.csv", "CY,test,\narsos", "CY,test\narsos", "too few or too many cells"),
        ("places.csv", "greek-cypriot,", "greek,", "places.csv line 1: the columns must be"),
        ("places.csv", "arsos-yigitler", "pile-pyla", "'cyprus/place/pile-pyla' stands twice"),
        ("routes.geojson", "LineString", "Polygon", "geometry.type"),
        ("routes.geojson", "[33.69, 35.01], ", "", "coordinates"),
        ("routes.geojson", '"closed"', '"open"', "standing"),
        (
            "routes.geojson",
            '"source"',
            '"valid_from": "2024-01-01", "valid_to": "2023-01-01", "source"',
            "stops being valid before it begins",
        ),
        ("routes.geojson", "{", "{{", "routes.geojson line 1"),
    ],
)
def test_a_fault_is_told_with_its_file(folder: Path, file: str, old: str, new: str, fault: str) -> None:
    change(folder / file, old, new)
    message = faults_of(folder)
    assert fault in message
    assert file in message


def test_a_name_that_is_no_ceasefire_is_told_with_those_that_are() -> None:
    with pytest.raises(CeasefireInvalid, match="karabakh-2020"):
        load_ceasefire("atlantis-1999")


@pytest.fixture(scope="module", params=bundled_ceasefires())
def bundled(request: pytest.FixtureRequest) -> Ceasefire:
    return load_ceasefire(request.param)


def test_a_bundled_ceasefire_loads_from_a_copy_just_the_same(bundled: Ceasefire, tmp_path: Path) -> None:
    source = Path(__file__).parents[2] / "src" / "ceasewatch" / "ceasefires" / bundled.id
    copy = shutil.copytree(source, tmp_path / bundled.id)
    assert load_ceasefire(copy) == bundled


def test_both_sides_have_parties_of_the_same_kinds_with_as_many_names(bundled: Ceasefire) -> None:
    left, right = ([one for one in bundled.parties if one.party.side == side and _is_of_a_state(one.party.id)] for side in bundled.sides)
    assert len(left) > 2
    assert [len(one.names) for one in left] == [len(one.names) for one in right]
    assert [_kind_of_body(one, left[1]) for one in left[1:]] == [_kind_of_body(one, right[1]) for one in right[1:]]


def test_the_forms_to_swap_are_aligned_and_have_no_doubles(bundled: Ceasefire) -> None:
    left, right = (one.swap for one in bundled.parties if one.swap)
    assert len(left) == len(right) == len(set(left)) == len(set(right))
    assert not set(left) & set(right)


def test_every_known_position_says_how_well_it_is_known(bundled: Ceasefire) -> None:
    for place in (*bundled.places, *(route.place for route in bundled.routes)):
        assert (place.latitude is None) == (place.uncertainty_m is None)
        assert place.uncertainty_m is None or place.uncertainty_m >= 1_000


def test_the_names_of_every_place_stand_in_alphabetical_order(bundled: Ceasefire) -> None:
    for place in bundled.places:
        assert [name.name.casefold() for name in place.names] == sorted(name.name.casefold() for name in place.names)


def test_every_road_that_was_drawn_by_hand_says_so(bundled: Ceasefire) -> None:
    assert {route.standing for route in bundled.routes} == {"permitted", "bypass"}
    assert all(route.is_approximate for route in bundled.routes)


def test_every_point_of_the_agreement_is_there_once(bundled: Ceasefire) -> None:
    assert [one.number for one in bundled.agreement.provisions] == [str(number) for number in range(1, 10)]


def _kind_of_body(party: PartyNames, state: PartyNames) -> str:
    return party.party.id.removeprefix(state.party.id)


def _is_of_a_state(party: str) -> bool:
    return "karabakh-" not in party.rpartition("/")[2]
