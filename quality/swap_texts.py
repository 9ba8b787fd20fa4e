"""The texts that the exchange of names is measured on: every corpus that tells of two sides, and which names stand for each other in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from ceasewatch.ceasefires.folder import load_ceasefire
from ceasewatch.model.reading import Original
from ceasewatch.model.report import Report
from ceasewatch.pipeline import understand
from ceasewatch.read.formats import guess_media_type
from ceasewatch.read.reader import Reader
from quality import case2021, fakes, muc4, polnear, seed
from quality.exchange import Exchange, make_exchange, read_names
from quality.fakes_crowd import read_listed
from quality.muc4_texts import read_key, read_reports
from quality.polnear_files import read_split
from quality.swap_report import Swapped, swap_report

_CEASEFIRE = "karabakh-2020"
_DEMO = Path(__file__).resolve().parents[1] / "demo" / "reports"
_ENDINGS = (".md", ".txt", ".html", ".htm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text of a corpus, as its file holds it."""

    name: str
    content: bytes
    media_type: str = "text/plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Texts about two sides.

    ``splits`` are its parts, the one that is read by default first. ``ceasefire`` names the folder that knows its parties; without one
    the names that stand for each other are those of ``swap_names.csv``. Of its texts every ``step``-th is read.
    """

    name: str
    locate: Callable[[Path | None], Path | None]
    read: Callable[[Path, str], Iterator[Text]]
    splits: tuple[str, ...] = ("dev",)
    ceasefire: str | None = None
    step: int = 1

    def swap(self, folder: Path, split: str | None) -> list[Swapped]:
        """Read every report as it is and with the names exchanged."""
        ceasefire = load_ceasefire(self.ceasefire) if self.ceasefire else None
        exchange: Exchange = make_exchange(ceasefire) if ceasefire else read_names(self.name)
        texts = list(self.read(folder, split or self.splits[0]))[:: self.step]
        with Reader() as reader:
            return [swap_report(_read_text(reader, text), exchange, partial(understand, ceasefire=ceasefire), text.name) for text in texts]


def find_reports(named: Path | None) -> Path | None:
    """The folder named, if it has reports in it."""
    return named if named is not None and named.is_dir() and _list_files(named) else None


def find_demo(named: Path | None) -> Path | None:  # noqa: ARG001 -- the demo's reports are in the repository, whatever folder is named
    """The folder of the demo's reports."""
    return find_reports(_DEMO)


def _read_text(reader: Reader, text: Text) -> Report | None:
    original = Original(content=text.content, name=text.name, retrieved_at=datetime.now(UTC), media_type=text.media_type)
    return reader.read(original).report


def _list_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in _ENDINGS)


def _read_files(folder: Path, split: str) -> Iterator[Text]:  # noqa: ARG001 -- a folder of reports has no parts
    for path in _list_files(folder):
        yield Text(name=path.name, content=path.read_bytes(), media_type=guess_media_type(path.name) or "text/plain")


def _read_seed(folder: Path, split: str) -> Iterator[Text]:  # noqa: ARG001 -- one report has no parts
    yield Text(name="report.txt", content=(folder / "report.txt").read_bytes())


def _read_fakes(folder: Path, split: str) -> Iterator[Text]:  # noqa: ARG001 -- all of it is dev
    for number, row in enumerate(read_listed(folder / "articles.csv")):
        yield Text(name=f"article {number}", content=row.text.encode())


def _read_muc4(folder: Path, split: str) -> Iterator[Text]:
    for name, text in read_reports(folder, read_key(folder, split)).items():
        yield Text(name=name, content=text.encode())


def _read_polnear(folder: Path, split: str) -> Iterator[Text]:
    for article in read_split(folder, split):
        yield Text(name=article.name, content=article.text.encode())


def _read_case2021(folder: Path, split: str) -> Iterator[Text]:  # noqa: ARG001 -- all of it is test
    for snippet in case2021.read_snippets(next(folder.glob("task2/test_dataset/*_with_labels.tsv"))):
        yield Text(name=snippet.number, content=snippet.text.encode())


DEMO = Corpus(name="demo", locate=find_demo, read=_read_files, ceasefire=_CEASEFIRE)
REPORTS = Corpus(name="reports", locate=find_reports, read=_read_files, ceasefire=_CEASEFIRE)
BENCHMARKS = (
    Corpus(name="seed", locate=seed.locate, read=_read_seed, ceasefire=_CEASEFIRE),
    Corpus(name="fakes", locate=fakes.locate, read=_read_fakes, step=4),
    Corpus(name="muc4", locate=muc4.locate, read=_read_muc4, splits=("dev", "train", "test"), step=2),
    Corpus(name="polnear", locate=polnear.locate, read=_read_polnear, splits=("dev", "train", "test")),
    Corpus(name="case2021", locate=case2021.locate, read=_read_case2021, splits=("test",), step=2),
)
