"""The list of incidents: one line each, with how many reports and speakers, and whether versions differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ceasewatch.model.incident import Incident
from ceasewatch.show.case_file import NO_WHEN, NO_WHERE, SHORT_ID, claims_of, is_background
from ceasewatch.show.labels import describe_kind
from ceasewatch.show.material import Material
from ceasewatch.show.places import find_places
from ceasewatch.show.rows import build_rows, list_speakers
from ceasewatch.show.terminal import plain, shorten
from ceasewatch.show.times import describe_when
from ceasewatch.store.store import Store

_GAP = "  "
_SHORTEST_CELL = 12
_HEADINGS = ("incident", "when", "what", "where", "reports", "speakers", "note")
_PLACES_SHOWN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentLine:
    """One incident in the list. ``flags`` are "versions differ: killed, when" and "background", where they apply."""

    id: str
    when: str
    kind: str
    where: str
    reports: int
    speakers: tuple[str, ...]
    differing: tuple[str, ...]
    is_background: bool

    @property
    def flags(self) -> str:
        """The flags in words."""
        differ = "versions differ: " + ", ".join(self.differing) if self.differing else ""
        return "; ".join(part for part in (differ, "background" if self.is_background else "") if part)


def list_lines(incidents: Iterable[Incident], store: Store) -> tuple[IncidentLine, ...]:
    """Return a line for each incident, in the order given."""
    incidents = tuple(incidents)
    material = Material.gather(store, [claim for incident in incidents for claim in claims_of(incident)])
    return tuple(_build_line(incident, material) for incident in incidents)


def draw_list(lines: Sequence[IncidentLine], width: int | None) -> str:
    """Draw the list as a table; ``width`` cuts the widest columns to fit a screen, ``None`` cuts nothing."""
    table = [_HEADINGS, *(_cells(line) for line in lines)]
    widths = [max(len(row[column]) for row in table) for column in range(len(_HEADINGS))]
    if width is not None:
        widths = _fit(widths, width)
    return "\n".join(_GAP.join(shorten(cell, size).ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in table)


def _build_line(incident: Incident, material: Material) -> IncidentLine:
    claims = claims_of(incident)
    report_ids = sorted({mention.report_id for mention in incident.mentions})
    rows = build_rows(claims, material, {report_id: number for number, report_id in enumerate(report_ids, start=1)})
    return IncidentLine(
        id=incident.id,
        when=describe_when(incident.when) if incident.when else NO_WHEN,
        kind=describe_kind(incident.kind),
        where=_describe_places([place.label for place in find_places(claims, material)]),
        reports=len(report_ids),
        speakers=list_speakers(rows),
        differing=tuple(dict.fromkeys(row.label.lower() for row in rows if row.versions_differ)),
        is_background=is_background(incident),
    )


def _describe_places(labels: Sequence[str]) -> str:
    more = len(labels) - _PLACES_SHOWN
    return "; ".join(labels[:_PLACES_SHOWN]) + (f"; {more} more" if more > 0 else "") or NO_WHERE


def _cells(line: IncidentLine) -> tuple[str, ...]:
    cells = (line.id[:SHORT_ID], line.when, line.kind, line.where, str(line.reports), str(len(line.speakers)), line.flags)
    return tuple(plain(cell) for cell in cells)


def _fit(widths: list[int], width: int) -> list[int]:
    """Take from the widest column, a character at a time, until the line fits or no column can give more."""
    fitted = list(widths)
    spare = width - len(_GAP) * (len(widths) - 1)
    while sum(fitted) > spare and max(fitted) > _SHORTEST_CELL:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted
