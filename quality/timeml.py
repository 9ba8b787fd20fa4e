"""``python -m quality timeml``: time expressions and the days of events, held against the AQUAINT part of TimeML."""

from pathlib import Path

from ceasewatch.errors import DataMissing
from quality.figures import Figures, Published
from quality.measure import Measure, data_folder
from quality.timeml_files import read_documents
from quality.timeml_reading import read_times
from quality.timeml_scorer import find_errors, score_reports

_FOUND_AT = (
    "AQUAINT TimeML was published for TempEval-3 (https://www.cs.york.ac.uk/semeval-2013/task1/). "
    "Lay its *.tml files out as DIR/timeml/aquaint and name DIR with --data."
)
_WIKI = "HeidelTime wiki"
_PUBLISHED = (
    Published(label="HeidelTime", figure="72.95", source=_WIKI, beside="times, value"),
    *(
        Published(label="HeidelTime", figure=figure, source=f"{_WIKI}; TempEval-3 platinum, another set", beside=f"times, {name}")
        for name, figure in (("strict", "81.34"), ("relaxed", "90.30"), ("type", "82.09"), ("value", "77.61"))
    ),
)


def locate(named: Path | None) -> Path | None:
    """Find the folder with the ``*.tml`` files: in the folder named, its ``timeml/aquaint`` or its ``aquaint``."""
    folder = data_folder(named)
    if folder is None:
        return None
    places = (folder / "timeml" / "aquaint", folder / "aquaint", folder)
    return next((place for place in places if any(place.glob("*.tml"))), None)


def measure(data: Path, split: str | None = None) -> Figures:
    """Find the times of every report in a folder and score them.

    Raises:
        DataMissing: a split was asked for that is not there.
    """
    if split not in (None, "dev"):
        raise DataMissing(f"these reports are all dev; there is no split {split!r}")
    reports = [read_times(document) for document in read_documents(data)]
    return Figures(
        name="timeml",
        subject=f"{len(reports)} reports (dev), {sum(len(report.gold) for report in reports)} time expressions",
        tallies=score_reports(reports),
        errors=tuple(find_errors(reports)),
        published=_PUBLISHED,
    )


MEASURE = Measure(
    name="timeml",
    summary="time expressions and the days of events against TimeML's AQUAINT reports",
    found_at=_FOUND_AT,
    locate=locate,
    run=measure,
)
