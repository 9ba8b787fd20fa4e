"""Reads PolNeAR as published: ``SPLIT/text/NAME.txt`` and ``SPLIT/attributions/NAME_ANNOTATOR.ann`` (brat standoff)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ceasewatch.errors import DataMissing
from quality.polnear_said import Piece, Said

_MARK = re.compile(r"(?P<name>T\d+)\t\S+ (?P<offsets>\d+ \d+(?:;\d+ \d+)*)\t|E\d+\t")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """An article's text, and what each of its annotators marked, in the order of their names."""

    name: str
    text: str
    annotations: tuple[tuple[Said, ...], ...]


def read_split(folder: Path, split: str) -> Iterator[Annotated]:
    """Every article of one split, by name.

    Raises:
        DataMissing: there is no such split, or an article without annotation.
    """
    texts = sorted((folder / split / "text").glob("*.txt"))
    if not texts:
        raise DataMissing(f"there are no texts of a split {split!r} in {folder}")
    for path in texts:
        marked = sorted((folder / split / "attributions").glob(f"{path.stem}_*.ann"))
        if not marked:
            raise DataMissing(f"nobody's annotation of {path.name} is in {folder / split}")
        yield Annotated(name=path.stem, text=_read_exactly(path), annotations=tuple(read_annotation(_read_exactly(one)) for one in marked))


def _read_exactly(path: Path) -> str:
    """The text with its line ends as they are: the offsets count them, and words that are quoted may hold odd ones."""
    return path.read_bytes().decode("utf-8")


def read_annotation(lines: str) -> tuple[Said, ...]:
    """One annotator's marks, in the order of the text. Marks that stand for no content ("Discard") are left out."""
    spans: dict[str, tuple[Piece, ...]] = {}
    events: list[str] = []
    for line in lines.split("\n"):
        mark = _MARK.match(line)
        # Any other line goes on with words that are quoted above it.
        if mark is not None and mark["offsets"]:
            spans[mark["name"]] = _read_pieces(mark["offsets"])
        elif mark is not None:
            events.append(line[mark.end() :])
    found = (_read_event(event, spans) for event in events)
    return tuple(sorted((said for said in found if said.content), key=lambda said: said.content))


def _read_pieces(offsets: str) -> tuple[Piece, ...]:
    pairs = (pair.split() for pair in offsets.split(";"))
    return tuple(sorted((int(start), int(end)) for start, end in pairs))


def _read_event(event: str, spans: dict[str, tuple[Piece, ...]]) -> Said:
    parts: dict[str, tuple[Piece, ...]] = {"Source": (), "Cue": (), "Content": ()}
    for role, _, mark in (one.partition(":") for one in event.split()):
        # A second content of one cue is named "Content2".
        name = role.rstrip("0123456789")
        if name in parts:
            parts[name] = tuple(sorted({*parts[name], *spans[mark]}))
    return Said(source=parts["Source"], cue=parts["Cue"], content=parts["Content"])
