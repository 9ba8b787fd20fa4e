"""The case file of one incident: what a person reads, in plain words, whichever way it is drawn.

It adds nothing to the incident: every line is a claim, a report, a gap or a count of those.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ceasewatch.model.claim import Claim, Slot
from ceasewatch.model.gap import Gap
from ceasewatch.model.incident import Incident
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.report import Report
from ceasewatch.show.labels import STATUS_WORDS, count_of, describe_gap, describe_kind
from ceasewatch.show.material import Material
from ceasewatch.show.places import PlaceLine, find_places
from ceasewatch.show.rows import Row, build_rows, list_speakers
from ceasewatch.show.times import describe_publication, describe_when
from ceasewatch.store.store import Store

SHORT_ID = 8
NO_WHEN = "no report says when"
NO_WHERE = "no report says where"
CREED = "People judge; the program does not. Every line leads back to a sentence."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report that the case file rests on. ``gaps`` say, in words, what of it was not recorded."""

    number: int
    id: str
    title: str
    publisher: str
    byline: str | None
    published: str
    url: str | None
    language: str | None
    status: str
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """One incident as a person reads it. ``is_background`` says that no report tells it as news, only as something recalled."""

    id: str
    kind: str
    title: str
    when: str
    places: tuple[PlaceLine, ...]
    status: str
    is_background: bool
    rows: tuple[Row, ...]
    reports: tuple[ReportLine, ...]
    speakers: tuple[str, ...]

    @property
    def short_id(self) -> str:
        """The beginning of the id, enough to find the incident."""
        return self.id[:SHORT_ID]

    @property
    def differing(self) -> tuple[str, ...]:
        """The rows whose versions differ, by their labels."""
        return tuple(f"{row.label.lower()} ({row.whose})" if row.whose else row.label.lower() for row in self.rows if row.versions_differ)


def build_case_file(incident: Incident, store: Store) -> CaseFile:
    """Gather everything that the reports say of one incident.

    Raises:
        UnknownRecord: the incident points at a report or a record that is not in this store.
    """
    claims = claims_of(incident)
    material = Material.gather(store, claims)
    reports = sort_reports({mention.report_id for mention in incident.mentions}, material)
    numbers = {report.id: number for number, report in enumerate(reports, start=1)}
    rows = build_rows(claims, material, numbers)
    places = find_places(claims, material)
    when = describe_when(incident.when) if incident.when else NO_WHEN
    kind = describe_kind(incident.kind)
    return CaseFile(
        id=incident.id,
        kind=kind,
        title=_title(kind, incident, places),
        when=when,
        places=places,
        status=_describe_status(incident.mentions),
        is_background=is_background(incident),
        rows=rows,
        reports=tuple(_report_line(report, numbers[report.id], incident, store) for report in reports),
        speakers=list_speakers(rows),
    )


def claims_of(incident: Incident) -> tuple[Claim, ...]:
    """Return every claim about an incident, in the order of its positions."""
    return tuple(claim for position in incident.positions for claim in position.claims)


def is_background(incident: Incident) -> bool:
    """Whether no report tells the incident as its news."""
    return all(mention.status is not Status.REPORTED for mention in incident.mentions)


def sort_reports(report_ids: Iterable[str], material: Material) -> list[Report]:
    """Return reports in the order in which they were published; undated ones last, each group by publisher and id."""
    return sorted((material.report(report_id) for report_id in report_ids), key=_published_then_publisher)


def _published_then_publisher(report: Report) -> tuple[bool, float, str, str]:
    moment = report.published and (report.published.earliest or report.published.before)
    return moment is None, moment.timestamp() if moment else 0.0, (report.publisher or "").casefold(), report.id


def _title(kind: str, incident: Incident, places: Sequence[PlaceLine]) -> str:
    parts = [kind[:1].upper() + kind[1:]]
    if incident.when:
        parts.append(describe_when(incident.when))
    if places:
        parts.append(places[0].label)
    return ", ".join(parts)


def _describe_status(mentions: Iterable[Mention]) -> str:
    counts = Counter(mention.status for mention in mentions)
    return "; ".join(f"{STATUS_WORDS[status]} in {count_of(counts[status], 'report')}" for status in Status if counts[status])


def _report_line(report: Report, number: int, incident: Incident, store: Store) -> ReportLine:
    statuses = dict.fromkeys(STATUS_WORDS[mention.status] for mention in incident.mentions if mention.report_id == report.id)
    return ReportLine(
        number=number,
        id=report.id,
        title=report.title or "without a title",
        publisher=report.publisher or "publisher not stated",
        byline=report.byline,
        published=describe_publication(report.published) if report.published else "date of publication not stated",
        url=report.url,
        language=report.language,
        status=", ".join(statuses),
        gaps=tuple(dict.fromkeys(describe_gap(gap) for gap in store.gaps(report_id=report.id) if _is_about(gap, incident))),
    )


def _is_about(gap: Gap, incident: Incident) -> bool:
    """Whether a gap is the report's as a whole or this incident's, not that of another event that the report tells of."""
    if gap.slot not in (Slot.WHEN, Slot.WHERE) or gap.span is None:
        return True
    told = [mention.anchor for mention in incident.mentions]
    told += [claim.span for position in incident.positions for claim in position.claims]
    return any(gap.span == span for span in told)
