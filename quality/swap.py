"""``python -m quality swap``: exchanges the two sides' names in reports; the record must come out exchanged, and otherwise the same."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from ceasewatch.ceasefires.folder import load_ceasefire
from ceasewatch.model.reading import Original
from ceasewatch.model.report import Report
from ceasewatch.pipeline import understand
from ceasewatch.read.formats import guess_media_type
from ceasewatch.read.reader import Reader
from quality.exchange import make_exchange
from quality.figures import Figures
from quality.measure import Measure
from quality.swap_report import make_figures, swap_report

_CEASEFIRE = "karabakh-2020"
_DEMO = Path(__file__).resolve().parents[1] / "demo" / "reports"
_ENDINGS = (".md", ".txt", ".html", ".htm")


def locate(named: Path | None) -> Path | None:
    """The folder of reports that the user named, or the demo's; ``None`` where there are no reports in it."""
    folder = named or _DEMO
    return folder if folder.is_dir() and _list_files(folder) else None


def measure(data: Path, split: str | None = None) -> Figures:  # noqa: ARG001 -- a folder of reports has no parts
    """Read every report in a folder as it is and with the names exchanged."""
    ceasefire = load_ceasefire(_CEASEFIRE)
    exchange = make_exchange(ceasefire)
    read = partial(understand, ceasefire=ceasefire)
    return make_figures([swap_report(report, exchange, read, name) for name, report in _read_reports(data)])


def _read_reports(folder: Path) -> Iterator[tuple[str, Report | None]]:
    with Reader() as reader:
        for path in _list_files(folder):
            original = Original(
                content=path.read_bytes(), name=path.name, retrieved_at=datetime.now(UTC), media_type=guess_media_type(path.name)
            )
            yield path.name, reader.read(original).report


def _list_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in _ENDINGS)


MEASURE = Measure(
    name="swap",
    summary="the two sides' names exchanged: the record must come out exchanged and otherwise the same",
    found_at="Name a folder of reports with --data; without it, the demo's reports are read.",
    locate=locate,
    run=measure,
)
