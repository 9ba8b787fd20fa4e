"""The roads of a ceasefire, built from ``routes.geojson``."""

from collections.abc import Iterator, Sequence

from ceasewatch.ceasefires.documents import RouteDocument, RouteProperties, RoutesDocument
from ceasewatch.ceasefires.faults import Faults
from ceasewatch.ceasefires.places import order_names
from ceasewatch.model.ceasefire import Route
from ceasewatch.model.record import Place, PlaceName

_FILE = "routes.geojson"


def build_routes(ceasefire: str, document: RoutesDocument, sides: Sequence[str], faults: Faults) -> tuple[Route, ...]:
    """Return the roads in the order of the file."""
    faults.add_doubles(_FILE, "road id", (feature.properties.id for feature in document.features))
    for feature in document.features:
        _check_route(feature.properties, sides, faults)
    return tuple(_build_route(ceasefire, feature, sides) for feature in document.features)


def _check_route(road: RouteProperties, sides: Sequence[str], faults: Faults) -> None:
    unknown = sorted(set(road.names) - {*sides, "other"})
    if unknown:
        faults.add(_FILE, f"the road {road.id} has names used by {', '.join(unknown)}, which is no side")
    if not any(road.names.values()):
        faults.add(_FILE, f"the road {road.id} has no name")
    if road.valid_from and road.valid_to and road.valid_from >= road.valid_to:
        faults.add(_FILE, f"the road {road.id} stops being valid before it begins")


def _build_route(ceasefire: str, feature: RouteDocument, sides: Sequence[str]) -> Route:
    road, line = feature.properties, feature.geometry.coordinates
    longitude, latitude = _middle(line)
    place = Place(
        id=f"{ceasefire}/place/{road.id}",
        names=order_names(list(_names(road, sides))),
        kind="road",
        latitude=latitude,
        longitude=longitude,
        uncertainty_m=road.uncertainty_m,
        source=road.source,
    )
    return Route(
        id=f"{ceasefire}/route/{road.id}",
        place=place,
        standing=road.standing,
        line=line,
        is_approximate=road.approximate,
        valid_from=road.valid_from,
        valid_to=road.valid_to,
    )


def _names(road: RouteProperties, sides: Sequence[str]) -> Iterator[PlaceName]:
    for side, names in road.names.items():
        for number, name in enumerate(names):
            yield PlaceName(name=name, used_by=side if side in sides and number == 0 else None)


def _middle(line: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The point halfway along the list of points: good enough for a line that is approximate itself."""
    left, right = line[(len(line) - 1) // 2], line[len(line) // 2]
    return round((left[0] + right[0]) / 2, 4), round((left[1] + right[1]) / 2, 4)
