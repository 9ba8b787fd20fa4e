from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ceasewatch.errors import DataMissing
from ceasewatch.resolve import gazetteer as module
from ceasewatch.resolve.gazetteer import Gazetteer, open_gazetteer
from ceasewatch.resolve.gazetteer_sources import Entry

PLACES = [
    Entry(
        id="geonames/1", names=("Zenda", "Zendā"), kind="settlement", latitude=1, longitude=2, uncertainty_m=3, population=4, country="RU"
    ),
    Entry(id="geonames/2", names=("Zenda",), kind="settlement", latitude=5, longitude=6, uncertainty_m=7, population=90, country="FR"),
    Entry(id="geonames/3", names=("Strelsau",), kind="area", latitude=None, longitude=None, uncertainty_m=None, population=0, country="RU"),
]


@pytest.fixture
def few_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "read_entries", lambda: iter(PLACES))


@pytest.mark.usefixtures("few_places")
def test_the_most_populous_place_of_a_name_comes_first(tmp_path: Path) -> None:
    assert [place.id for place in open_gazetteer(tmp_path).candidates("ZENDA")] == ["geonames/2", "geonames/1"]


@pytest.mark.usefixtures("few_places")
def test_a_place_without_a_position_keeps_none(tmp_path: Path) -> None:
    place = open_gazetteer(tmp_path).candidates("Strelsau")[0]
    assert (place.latitude, place.longitude, place.uncertainty_m) == (None, None, None)


@pytest.mark.usefixtures("few_places")
def test_an_unknown_name_has_no_candidates(tmp_path: Path) -> None:
    assert open_gazetteer(tmp_path).candidates("Hentzau") == ()


def test_the_index_is_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []

    def count() -> Iterator[Entry]:
        written.append(True)
        return iter(PLACES)

    monkeypatch.setattr(module, "read_entries", count)
    open_gazetteer(tmp_path)
    assert open_gazetteer(tmp_path).candidates("Zenda")
    assert len(written) == 1


@pytest.mark.usefixtures("few_places")
def test_the_environment_says_where_the_index_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CEASEWATCH_CACHE", str(tmp_path / "kept"))
    open_gazetteer()
    assert len(list((tmp_path / "kept").iterdir())) == 1


@pytest.mark.usefixtures("few_places")
def test_several_builders_at_once_leave_one_whole_index(tmp_path: Path) -> None:
    with ThreadPoolExecutor(max_workers=4) as pool:
        opened = list(pool.map(lambda _: open_gazetteer(tmp_path), range(8)))
    assert all(len(one.candidates("Zenda")) == 2 for one in opened)
    assert [path.suffix for path in tmp_path.iterdir()] == [".sqlite"]


def test_a_build_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Iterator[Entry]:
        yield PLACES[0]
        raise OSError("disk on fire")

    monkeypatch.setattr(module, "read_entries", fail)
    with pytest.raises(DataMissing, match="disk on fire"):
        open_gazetteer(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("few_places")
def test_a_damaged_index_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    open_gazetteer(tmp_path)
    index = next(tmp_path.iterdir())
    index.write_bytes(b"no index at all" * 100)
    with pytest.raises(DataMissing, match=index.name):
        open_gazetteer(tmp_path)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Goma", "geonames/216281"),
        ("Hama", "SY"),
        ("South Korea", "country/KR"),
        ("DRC", "country/CD"),
        ("North Kivu", "geonames/206938"),
    ],
)
def test_the_world_is_found_by_its_names(gazetteer: Gazetteer, name: str, first: str) -> None:
    found = gazetteer.candidates(name)
    assert first in {place.id for place in found} | {place.country for place in found}


def test_every_country_has_a_position_and_a_size(gazetteer: Gazetteer) -> None:
    for name in ("Cyprus", "Sudan", "India", "Pakistan", "Azerbaijan", "Armenia", "Ukraine", "Russia", "Syria", "Turkey"):
        country = next(place for place in gazetteer.candidates(name) if place.kind == "country")
        assert country.latitude is not None
        assert (country.uncertainty_m or 0) > 30_000
