"""``python -m quality muc4``: incidents in wire reports of 1988-1990 against the templates of MUC-4, scored as GTT does and as in 1992."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from ceasewatch.errors import DataMissing
from ceasewatch.model.reading import Original, Reading, Resolution
from ceasewatch.model.report import Report
from ceasewatch.pipeline import understand
from ceasewatch.read.reader import Reader
from quality.figures import Case, Figures, Published, Tally
from quality.measure import Measure, data_folder
from quality.muc4_adapter import make_templates
from quality.muc4_full import make_full_templates
from quality.muc4_gtt import FIELDS, ROLES, Entity, Template, missed_fillers, pair_templates, score_templates
from quality.muc4_official import ALL, Count, score_full
from quality.muc4_slots import FullTemplate
from quality.muc4_texts import CORPORA, key_path, read_full_key, read_key, read_reports

_SPLIT = "dev"
_SHOWN = (
    "inc-date inc-loc inc-type inc-instr-id inc-instr-type perp-ind-id perp-org-id perp-org-conf hum-tgt-name hum-tgt-desc hum-tgt-num"
    " hum-tgt-effect"
).split()
_FOUND_AT = (
    "It is published at github.com/xinyadu/gtt (data/muc). Put that repository's data folder into DIR/muc4/gtt/data, unpack its "
    "data/muc/raw_files/muc34.tar.gz there, and name DIR with --data."
)
_GTT = "Du, Rush and Cardie 2021; scored here"
_ITERX = "Chen and others 2023; scored here"
_JUDGED = "score reports of 1992, with judges"
_ALL_1992 = {"GE": "55.9 and 57.2", "GE-CMU": "51.8 and 53.0", "UMass": "51.5 and 46.5", "SRI": "48.9 and 47.7", "NYU": "43.8 and 46.0"}
_BEST_1992 = {
    "inc-date": "58.8 and 59.8",
    "inc-loc": "60.6 and 58.7",
    "inc-type": "75.5 and 75.4",
    "inc-instr-id": "64.6 and 66.7",
    "perp-org-id": "48.4 and 62.4",
    "hum-tgt-num": "60.3 and 52.6",
    "hum-tgt-effect": "56.8 and 51.2",
}
_PUBLISHED = (
    Published(label="GTT (BERT-base)", figure="50.2", source=_GTT, beside="micro"),
    Published(label="IterX (BERT-base)", figure="51.7", source=_ITERX, beside="micro"),
    Published(label="IterX (T5-large)", figure="53.0", source=_ITERX, beside="micro"),
    Published(label="TempGen", figure="47.2", source="Huang and others 2021, quoted second-hand", beside="micro"),
    *(Published(label=f"{name}, TST3 and TST4", figure=f1, source=_JUDGED, beside=f"1992: {ALL}") for name, f1 in _ALL_1992.items()),
    *(
        Published(label="the best of 1992, TST3 and TST4", figure=f1, source=_JUDGED, beside=f"1992: {slot}")
        for slot, f1 in _BEST_1992.items()
    ),
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
    found = {name: _read_report(*read) for name, read in _understand(read_reports(data, key))}
    given = {name: templates for name, (templates, _) in found.items()}
    full = score_full({name: templates for name, (_, templates) in found.items()}, read_full_key(data, key))
    return Figures(
        name="muc4",
        part=split,
        subject=f"templates of {len(key)} reports, texts in capitals as the wire sent them",
        tallies=(*score_templates(given, key), *(_make_tally(slot, full[slot]) for slot in (ALL, *_SHOWN))),
        errors=tuple(_list_errors(given, key)),
        published=_PUBLISHED if split == "test" else (),
    )


def _make_tally(slot: str, count: Count) -> Tally:
    """A partly right fill counts half."""
    return Tally(label=f"1992: {slot}", right=count.credit, given=count.actual, found=count.credit, expected=count.possible)


def _understand(texts: Mapping[str, str]) -> Iterator[tuple[str, tuple[Report, Reading, Resolution]]]:
    with Reader() as reader:
        for name, text in texts.items():
            original = Original(content=text.encode(), name=name, retrieved_at=datetime.now(UTC), media_type="text/plain")
            report = reader.read(original).report
            if report is None:
                raise DataMissing(f"{name} could not be read as a report")
            yield name, (report, *understand(report))


def _read_report(report: Report, reading: Reading, resolution: Resolution) -> tuple[Sequence[Template], Sequence[FullTemplate]]:
    return make_templates(report, reading), make_full_templates(report, reading, resolution)


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
