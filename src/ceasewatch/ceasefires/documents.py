"""What the files of a ceasefire folder must look like, checked at the door."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
PlaceKind = Literal["settlement", "area", "road", "height", "bridge", "country"]


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SideDocument(_Document):
    """One of the two opposed sides."""

    id: Slug
    name: Text
    names: tuple[Text, ...] = ()


class PartyDocument(_Document):
    """One party; ``kind`` picks the patterns that make its names out of the name of the party it belongs to, ``of``."""

    id: Slug
    name: Text
    side: Slug | None = None
    kind: Slug | None = None
    of: Slug | None = None
    names: tuple[Text, ...] = ()
    adjectives: tuple[Text, ...] = ()
    swap: tuple[Text, ...] = ()


class PartiesDocument(_Document):
    """``parties.yaml``. ``patterns`` hold "{name}" where the name of the party that a body belongs to stands."""

    sides: tuple[SideDocument, SideDocument]
    patterns: dict[Slug, tuple[Text, ...]] = {}
    parties: tuple[PartyDocument, ...]


class PointDocument(_Document):
    """One point of the agreement, in our own words."""

    number: Text
    words: Text
    obliged: tuple[Slug, ...] = ()


class VersionDocument(_Document):
    """One published text of the agreement."""

    language: Text
    source: Text
    note: Text | None = None


class AgreementDocument(_Document):
    """``agreement.yaml``."""

    ceasefire: Text
    id: Slug
    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    signed: date
    points: Annotated[tuple[PointDocument, ...], Field(min_length=1)]
    versions: Annotated[tuple[VersionDocument, ...], Field(min_length=1)]


class PlaceRow(_Document):
    """One line of ``places.csv``, less the two columns that the sides' names stand in."""

    id: Slug
    other: str
    kind: PlaceKind
    latitude: Latitude | None
    longitude: Longitude | None
    uncertainty_m: Annotated[float, Field(gt=0)] | None
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None
    source: Text
    note: str


class RouteProperties(_Document):
    """What ``routes.geojson`` says of one road; ``names`` are by side, and "other"."""

    id: Slug
    names: dict[Slug, tuple[Text, ...]]
    standing: Literal["permitted", "bypass", "closed"]
    approximate: bool
    uncertainty_m: Annotated[float, Field(gt=0)]
    source: Text
    note: Text | None = None
    valid_from: date | None = None
    valid_to: date | None = None


class LineDocument(_Document):
    """A line of (longitude, latitude) points."""

    type: Literal["LineString"]
    coordinates: Annotated[tuple[tuple[Longitude, Latitude], ...], Field(min_length=2)]


class RouteDocument(_Document):
    """One road."""

    type: Literal["Feature"]
    properties: RouteProperties
    geometry: LineDocument


class RoutesDocument(_Document):
    """``routes.geojson``."""

    type: Literal["FeatureCollection"]
    features: tuple[RouteDocument, ...]
