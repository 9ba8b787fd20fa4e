"""Distances on the ground."""

import math
from collections.abc import Sequence

from ceasewatch.model.record import Place

_EARTH_M = 6_371_000.0

Point = tuple[float, float]
"""Latitude and longitude, WGS 84 degrees."""


def point_of(place: Place) -> Point | None:
    """Return where a place lies; ``None`` where no source says."""
    return None if place.latitude is None or place.longitude is None else (place.latitude, place.longitude)


def is_within(left: Place, right: Place, limit_m: float) -> bool:
    """Whether two places are known to lie within so many metres of each other."""
    here, there = point_of(left), point_of(right)
    return here is not None and there is not None and distance_m(here, there) <= limit_m


def lies_in(place: Place, region: Place) -> bool:
    """Whether a place is known to lie in a region of the same country."""
    return place.country == region.country and is_within(place, region, region.uncertainty_m or 0.0)


def distance_m(left: Point, right: Point) -> float:
    """Return the great-circle distance in metres."""
    (lat1, lon1), (lat2, lon2) = ((math.radians(a), math.radians(b)) for a, b in (left, right))
    chord = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_M * math.asin(math.sqrt(min(1.0, chord)))


def middle_of(points: Sequence[Point]) -> Point:
    """Return the middle of points on the sphere; the poles and the date line need no care.

    Raises:
        ValueError: there are no points.
    """
    if not points:
        raise ValueError("the middle of no points")
    x = y = z = 0.0
    for latitude, longitude in points:
        across = math.cos(math.radians(latitude))
        x += across * math.cos(math.radians(longitude))
        y += across * math.sin(math.radians(longitude))
        z += math.sin(math.radians(latitude))
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 4), round(math.degrees(math.atan2(y, x)), 4)
