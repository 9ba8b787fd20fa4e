"""Three corpora of news with every place name marked and put on the map: LGL, TR-News and GeoWebNews, each as one XML file."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ceasewatch.errors import DataMissing

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """One marked place name: ``text[start:end]`` is ``name``; ``point`` is latitude and longitude, ``None`` where nobody gave them.

    ``is_literal`` says that the name stands for the place itself ("in Ruritania", not "Ruritania said"). Only GeoWebNews tells the two
    apart; elsewhere all names are taken as literal.
    """

    start: int
    end: int
    name: str
    point: Point | None
    is_literal: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article and the place names marked in it, in the order of the text."""

    id: str
    text: str
    toponyms: tuple[Toponym, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """One corpus: its name, its file, its split, and whether it tells literal place names from others."""

    name: str
    file: str
    split: str
    tells_literal: bool = False


CORPORA = (
    Corpus(name="LGL", file="lgl.xml", split="dev"),
    Corpus(name="TR-News", file="TR-News.xml", split="test"),
    Corpus(name="GeoWebNews", file="GWN.xml", split="test", tells_literal=True),
)
_LITERAL = frozenset({"Literal", "Literal_Modifier", "Embedded_Literal", "Mixed", "Coercion"})
_ASSOCIATED = frozenset({"Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit", "Demonym", "Language", "Homonym"})
_FARTHEST_SLIP = 12


def read_corpus(path: Path) -> tuple[Article, ...]:
    """Read one corpus.

    Raises:
        DataMissing: the file is not XML of this layout.
    """
    try:
        root = ET.parse(path).getroot()  # noqa: S314 -- a file of the user's own choice, and the parser expands nothing from outside
        return tuple(_read_article(article, number) for number, article in enumerate(root.iter("article")))
    except (ET.ParseError, TypeError, ValueError) as problem:
        raise DataMissing(f"{path} is not a geoparsing corpus: {problem}") from problem


def _read_article(article: ET.Element, number: int) -> Article:
    text = article.findtext("text") or ""
    found = {(one.start, one.end): one for toponym in article.iter("toponym") for one in _read_toponym(toponym, text)}
    return Article(
        id=article.get("docid") or article.get("file") or str(number), text=text, toponyms=tuple(found[key] for key in sorted(found))
    )


def _read_toponym(toponym: ET.Element, text: str) -> Iterator[Toponym]:
    kind = toponym.findtext("type")
    if kind is not None and kind not in _LITERAL | _ASSOCIATED:
        return
    name = toponym.findtext("phrase") or toponym.findtext("extractedName") or ""
    start = _find_near(text, name, int(toponym.findtext("start") or ""))
    if name and start is not None:
        point = _read_point(toponym)
        yield Toponym(start=start, end=start + len(name), name=name, point=point, is_literal=kind is None or kind in _LITERAL)


def _find_near(text: str, name: str, start: int) -> int | None:
    """Where a name really stands: some articles have all their offsets a few letters off. ``None`` where it is not near."""
    reach = range(max(start - _FARTHEST_SLIP, 0), start + _FARTHEST_SLIP + 1)
    return min((place for place in reach if text.startswith(name, place)), key=lambda place: abs(place - start), default=None)


def _read_point(toponym: ET.Element) -> Point | None:
    latitude = toponym.findtext("gaztag/lat") or toponym.findtext("latitude")
    longitude = toponym.findtext("gaztag/lon") or toponym.findtext("longitude")
    return (float(latitude), float(longitude)) if latitude and longitude else None
