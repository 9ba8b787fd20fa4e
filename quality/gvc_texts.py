"""The Gun Violence Corpus: articles on shootings, cut into words, with the words for events marked by which event they mean."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ceasewatch.errors import DataMissing
from quality.gva_texts import Article, Shooting

FILE = "gvc_dev.json"
ELSEWHERE = "0"
"""The mark of events that belong to no incident of the corpus."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]}’”]|(?:'|’)(?:s|re|ve|ll|d|m)?$|n['’]t$|''")
_NO_SPACE_AFTER = frozenset(["(", "[", "{", "$", "#", "“", "‘", "``"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One marked word for an event: ``text[start:end]``. Words for the same event, in whatever article, share a ``cluster``."""

    start: int
    end: int
    cluster: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """An article with its marked events."""

    article: Article
    events: tuple[Event, ...]


def read_corpus(path: Path, shootings: Mapping[str, Shooting]) -> tuple[Marked, ...]:
    """Read the corpus; an article's topic is an incident of the Gun Violence Archive.

    Raises:
        DataMissing: the file does not have this layout.
    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return tuple(_read_row(row, shootings) for row in rows)
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise DataMissing(f"{path} is not the corpus: {problem!r}") from problem


def _read_row(row: Mapping[str, Any], shootings: Mapping[str, Shooting]) -> Marked:
    """The first sentence is the day of publication, the second the title or its beginning: the title is a paragraph of its own."""
    topic = str(row["topic"]).removesuffix("_ecb")
    sentences = list(row["sentences"])
    day = " ".join(sentences[0]["tokens"]) if sentences else ""
    published = date.fromisoformat(day) if _DAY.fullmatch(day) else None
    text, events = join_sentences(sentences[1:] if published else sentences)
    article = Article(
        id=str(row["doc_id"]),
        topic=topic,
        title=text.split("\n", 1)[0] or None,
        published=published,
        text=text,
        shooting=shootings.get(topic),
    )
    return Marked(article=article, events=events)


def join_sentences(sentences: Sequence[Mapping[str, Any]]) -> tuple[str, tuple[Event, ...]]:
    """Put words back together as they are written, and say where in that text the events stand."""
    text = ""
    events: list[Event] = []
    for number, sentence in enumerate(sentences):
        text += "" if number == 0 else "\n\n" if number == 1 else " "
        places: list[tuple[int, int]] = []
        for index, token in enumerate(sentence["tokens"]):
            text += " " if index and _is_apart(sentence["tokens"][index - 1], token) else ""
            places.append((len(text), len(text) + len(token)))
            text += token
        events += [
            Event(start=places[event["start"]][0], end=places[event["end"]][1], cluster=str(event["cluster"]))
            for event in sentence["events"]
        ]
    return text, tuple(events)


def _is_apart(before: str, after: str) -> bool:
    return not _NO_SPACE_BEFORE.match(after) and before not in _NO_SPACE_AFTER and "-" not in (before, after)
