"""``python -m quality muc4``: incidents found in wire reports of 1988-1990, against the templates of MUC-4, as GTT scores them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from ceasewatch.errors import DataMissing
from ceasewatch.model.reading import Original
from ceasewatch.pipeline import understand
from ceasewatch.read.reader import Reader
from quality.figures import Case, Figures, Published
from quality.measure import Measure, data_folder
from quality.muc4_adapter import make_templates
from quality.muc4_gtt import FIELDS, ROLES, Entity, Template, missed_fillers, pair_templates, score_templates
from quality.muc4_texts import CORPORA, key_path, read_key, read_reports

_SPLIT = "dev"
_FOUND_AT = (
    "It is published at github.com/xinyadu/gtt (data/muc). Put that repository's data folder into DIR/muc4/gtt/data, unpack its "
    "data/muc/raw_files/muc34.tar.gz there, and name DIR with --data."
)
_GTT = "Du, Rush and Cardie 2021, scored from the output they published"
_ITERX = "Chen and others 2023, scored from the output they published"
_PUBLISHED = (
    Published(label="micro F1 on test, GTT (BERT-base)", figure="50.2", source=_GTT),
    Published(label="micro F1 on test, IterX (BERT-base)", figure="51.7", source=_ITERX),
    Published(label="micro F1 on test, IterX (T5-large)", figure="53.0", source=_ITERX),
    Published(label="micro F1 on test, TempGen", figure="47.2", source="Huang and others 2021, quoted second-hand"),
)


def locate(named: Path | None) -> Path | None:
    """Find the folder with MUC-4: ``muc4`` in the folder named, or that folder itself."""
    folder = data_folder(named)
    places = (folder / "muc4", folder) if folder else ()
    return next((place for place in places if key_path(place, _SPLIT).is_file() and (place / CORPORA).is_dir()), None)


def measure(data: Path, split: str | None = None) -> Figures:
    """Read every report of one split as the program does by default, and score what came of it.

    Raises:
        DataMissing: there is no such split, or a text is not there.
    """
    split = split or _SPLIT
    key = read_key(data, split)
    given = dict(read_templates(read_reports(data, key)))
    return Figures(
        name="muc4",
        subject=f"templates of the {len(key)} reports of {split}, texts in capitals as the wire sent them, scored as GTT does",
        tallies=score_templates(given, key),
        errors=tuple(_list_errors(given, key)),
        published=_PUBLISHED,
    )


def read_templates(texts: Mapping[str, str]) -> Iterator[tuple[str, tuple[Template, ...]]]:
    """Read each report and make templates of what was found.

    Raises:
        DataMissing: a text could not be read as a report.
    """
    with Reader() as reader:
        for name, text in texts.items():
            original = Original(content=text.encode(), name=name, retrieved_at=datetime.now(UTC), media_type="text/plain")
            report = reader.read(original).report
            if report is None:
                raise DataMissing(f"{name} could not be read as a report")
            yield name, make_templates(report, understand(report)[0])


def _list_errors(given: Mapping[str, Sequence[Template]], key: Mapping[str, Sequence[Template]]) -> Iterator[Case]:
    for report, templates in key.items():
        yield from _compare_report(report, given[report], templates)


def _compare_report(report: str, given: Sequence[Template], key: Sequence[Template]) -> Iterator[Case]:
    pairs = dict(pair_templates(given, key).pairs)
    for at, other in pairs.items():
        about = f"{report} {key[other].incident_type}"
        for role, verdict, entity in missed_fillers(given[at], key[other]):
            yield Case(field=role, about=about, verdict=verdict, why=_show_entity(entity))
    for at, template in enumerate(given):
        if at not in pairs:
            yield Case(field=FIELDS[0], about=report, verdict="extra", why=_show_template(template))
    for other, template in enumerate(key):
        if other not in pairs.values():
            yield Case(field=FIELDS[0], about=report, verdict="missed", why=_show_template(template))


def _show_template(template: Template) -> str:
    roles = (f"{role} {'; '.join(map(_show_entity, template.of(role)))}" for role in ROLES if template.of(role))
    return ", ".join((template.incident_type, *roles))


def _show_entity(entity: Entity) -> str:
    return " / ".join(sorted(entity))


MEASURE = Measure(
    name="muc4",
    summary="incidents in wire reports of 1988-1990, against the templates of MUC-4",
    found_at=_FOUND_AT,
    locate=locate,
    run=measure,
)
