"""The places of a ceasefire, read from ``places.csv``.

The columns are id, one for each side's name (called as the side is), other, kind, latitude, longitude, uncertainty_m, country, source and
note. A side's cell may hold several names, parted by "|": the first is the one shown. What is not known stays empty.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from ceasewatch.ceasefires.documents import PlaceRow
from ceasewatch.ceasefires.faults import Faults
from ceasewatch.model.record import Place, PlaceName

_BARE = ("latitude", "longitude", "uncertainty_m", "country")


def read_places(ceasefire: str, path: Path, sides: Sequence[str], faults: Faults) -> tuple[Place, ...]:
    """Return the places in the order of the file."""
    text = faults.read_text(path)
    if text is None:
        return ()
    reader = csv.DictReader(text.splitlines())
    wanted = {*sides, *PlaceRow.model_fields}
    if set(reader.fieldnames or ()) != wanted:
        faults.add(f"{path.name} line 1", f"the columns must be {', '.join(sorted(wanted))}")
        return ()
    places = [place for row in reader if (place := _read_row(ceasefire, f"{path.name} line {reader.line_num}", row, sides, faults))]
    faults.add_doubles(path.name, "place id", (place.id for place in places))
    return tuple(places)


def _read_row(ceasefire: str, where: str, row: dict[str, str], sides: Sequence[str], faults: Faults) -> Place | None:
    if None in row or None in row.values():
        faults.add(where, "the line has too few or too many cells")
        return None
    cells = {name: (value or None) if name in _BARE else value for name, value in row.items() if name not in sides}
    checked = faults.check(where, cells, PlaceRow)
    if checked is None:
        return None
    if len({checked.latitude is None, checked.longitude is None, checked.uncertainty_m is None}) > 1:
        faults.add(where, "latitude, longitude and uncertainty_m must be given together or not at all")
    names = order_names([*_sided_names(row, sides), *(PlaceName(name=name) for name in _split(checked.other))])
    if not names:
        faults.add(where, "the place has no name")
    return Place(
        id=f"{ceasefire}/place/{checked.id}",
        names=names,
        kind=checked.kind,
        latitude=checked.latitude,
        longitude=checked.longitude,
        uncertainty_m=checked.uncertainty_m,
        country=checked.country,
        source=checked.source,
    )


def order_names(names: Sequence[PlaceName]) -> tuple[PlaceName, ...]:
    """Return the names in alphabetical order, each once for whoever uses it: the order shown, whoever reads it."""
    return tuple(sorted(dict.fromkeys(names), key=lambda name: (name.name.casefold(), name.name, name.used_by or "")))


def _sided_names(row: dict[str, str], sides: Sequence[str]) -> Iterator[PlaceName]:
    for side in sides:
        for number, name in enumerate(_split(row[side])):
            yield PlaceName(name=name, used_by=side if number == 0 else None)


def _split(cell: str) -> list[str]:
    return [name.strip() for name in cell.split("|") if name.strip()]
