"""One warm reader for all tests of this room, and originals made of words."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from ceasewatch.model.reading import Original
from ceasewatch.read.reader import Reader

PROSE = (
    "The mission said on Tuesday that shots were fired across the line near the mill and that one farmer was hurt in the leg.",
    "A spokesman for the northern army denied it: “Our posts did not fire a single round that evening,” he told reporters.",
    "The southern ministry put the number of its wounded at three, and said that two of them had been flown to hospital.",
    "Residents of both villages spent the night in cellars and went back to their fields at noon, under the eyes of observers.",
)


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    with Reader() as warm:
        yield warm


@pytest.fixture(scope="session")
def prose() -> tuple[str, ...]:
    return PROSE


@pytest.fixture(scope="session")
def paragraphs() -> str:
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in PROSE)


@pytest.fixture(scope="session")
def make_original() -> Callable[..., Original]:
    def make(content: str | bytes, **fields: str) -> Original:
        encoded = content.encode() if isinstance(content, str) else content
        return Original(content=encoded, name="a report", retrieved_at=datetime(2024, 1, 2, 3, 4, tzinfo=UTC), **fields)

    return make
