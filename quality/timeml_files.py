"""Reads TimeML as published: one ``*.tml`` a report, with its time expressions, events, and the links between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from ceasewatch.errors import DataMissing

_EVENT_IN_TIME = frozenset({"IS_INCLUDED", "DURING", "SIMULTANEOUS"})
_TIME_AROUND_EVENT = frozenset({"INCLUDES", "SIMULTANEOUS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """One time expression: where it stands, its type (DATE, TIME, DURATION, SET) and its value in ISO 8601 as TimeML extends it."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that happened, where the text names it, and the values of the times that it is marked to lie in."""

    start: int
    end: int
    within: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report: the text of its body, the day it was written, and what is marked in it."""

    name: str
    text: str
    written: str
    timexes: tuple[Timex, ...]
    happenings: tuple[Happening, ...]


def read_documents(folder: Path) -> Iterator[Document]:
    """Every report of a folder, by name.

    Raises:
        DataMissing: one of them lacks its body or its day.
    """
    for path in sorted(folder.glob("*.tml")):
        yield read_document(path.stem, path.read_text(encoding="utf-8"))


def read_document(name: str, markup: str) -> Document:
    """One report from its markup.

    Raises:
        DataMissing: it lacks its body or its day.
    """
    root = ElementTree.fromstring(markup)  # noqa: S314 -- a benchmark's own files, not the web's
    body = root.find("TEXT")
    written = root.find("DCT/TIMEX3")
    if body is None or written is None:
        raise DataMissing(f"{name} has no text or no day of writing")
    text = "".join(body.itertext())
    marks = list(_place_marks(body))
    values = {mark.get("tid", ""): mark.get("value", "") for mark in root.iter("TIMEX3")}
    return Document(
        name=name,
        text=text,
        written=written.get("value", "")[:10],
        timexes=tuple(_read_timex(mark, start, end) for mark, start, end in marks if mark.tag == "TIMEX3"),
        happenings=tuple(_read_happenings(root, marks, values)),
    )


Placed = tuple[ElementTree.Element, int, int]


def _place_marks(body: ElementTree.Element) -> Iterator[Placed]:
    """Every mark in the body with its place in the body's text, in the order of the text."""

    def walk(mark: ElementTree.Element, start: int) -> Iterator[Placed]:
        position = start + len(mark.text or "")
        for inner in mark:
            length = len("".join(inner.itertext()))
            yield inner, position, position + length
            yield from walk(inner, position)
            position += length + len(inner.tail or "")

    yield from walk(body, 0)


def _read_timex(mark: ElementTree.Element, start: int, end: int) -> Timex:
    return Timex(start=start, end=end, type=mark.get("type", ""), value=mark.get("value", ""))


def _read_happenings(root: ElementTree.Element, marks: list[Placed], values: dict[str, str]) -> Iterator[Happening]:
    """What happened: statements ("said"), states and mere thoughts have other classes."""
    instances = {one.get("eiid", ""): one.get("eventID", "") for one in root.iter("MAKEINSTANCE")}
    within: dict[str, list[str]] = {}
    for instance, time in _read_links(root):
        within.setdefault(instances.get(instance, ""), []).append(values.get(time, ""))
    for mark, start, end in marks:
        if mark.tag == "EVENT" and mark.get("class") == "OCCURRENCE":
            yield Happening(start=start, end=end, within=tuple(dict.fromkeys(within.get(mark.get("eid", ""), ()))))


def _read_links(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Every event instance that is marked to lie in a time, with that time."""
    for link in root.iter("TLINK"):
        relation = link.get("relType")
        event, time = link.get("eventInstanceID"), link.get("relatedToTime")
        if event and time and relation in _EVENT_IN_TIME:
            yield event, time
        event, time = link.get("relatedToEventInstance"), link.get("timeID")
        if event and time and relation in _TIME_AROUND_EVENT:
            yield event, time
