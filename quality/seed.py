"""``python -m quality seed``: the report that the project began with, held against its annotation, field by field."""

from datetime import UTC, datetime
from pathlib import Path

from ceasewatch.ceasefires.folder import load_ceasefire
from ceasewatch.errors import DataMissing
from ceasewatch.model.reading import Original
from ceasewatch.model.report import Report
from ceasewatch.pipeline import understand
from ceasewatch.read.reader import read_original
from quality.figures import Figures
from quality.measure import Measure, data_folder
from quality.seed_gold import load_gold
from quality.seed_scorer import score_reading

_FILES = ("report.txt", "gold.json")
_CEASEFIRE = "karabakh-2020"
_FOUND_AT = (
    "Its text is a press article under copyright (Caspian News, Ilham Karimli, 5 March 2023) and is not published with the program. "
    "Name the folder that holds seed/report.txt and seed/gold.json with --data."
)


def locate(named: Path | None) -> Path | None:
    """Find the folder with the report and its annotation: the one named, ``seed`` in it, or ``seed`` beside it."""
    folder = data_folder(named)
    if folder is None:
        return None
    places = (folder, folder / "seed", folder / ".." / "seed")
    return next((place for place in places if all((place / name).is_file() for name in _FILES)), None)


def measure(data: Path, split: str | None = None) -> Figures:  # noqa: ARG001 -- one report has no parts
    """Read the report as the program does by default, and score what came of it.

    Raises:
        DataMissing: the report could not be read.
    """
    report = _read_report(data / _FILES[0])
    reading, resolution = understand(report, load_ceasefire(_CEASEFIRE))
    return score_reading(load_gold(data / _FILES[1]), report, reading, resolution)


def _read_report(path: Path) -> Report:
    original = Original(content=path.read_bytes(), name=path.name, retrieved_at=datetime.now(UTC), media_type="text/plain")
    outcome = read_original(original)
    if outcome.report is None:
        raise DataMissing(f"{path} could not be read as a report")
    return outcome.report


MEASURE = Measure(
    name="seed",
    summary="the report that the project began with, against its annotation",
    found_at=_FOUND_AT,
    locate=locate,
    run=measure,
)
