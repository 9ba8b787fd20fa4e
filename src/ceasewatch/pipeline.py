"""The whole program on one page: from an input to an incident record.

    find sources -> keep the original -> read a report -> understand claims -> resolve names -> store
    stored mentions, claims, links and judgements -> reconcile -> incidents

Storing comes ahead of reconciling: reports, claims, links and judgements are kept, incidents are computed from them at every look.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ceasewatch.errors import InputRefused, ItemFailed
from ceasewatch.model.ceasefire import Ceasefire
from ceasewatch.model.gap import Gap, GapReason
from ceasewatch.model.incident import Incident
from ceasewatch.model.reading import Original, Outcome, Reading, Resolution, Status
from ceasewatch.model.record import Record
from ceasewatch.model.report import Report
from ceasewatch.read.reader import Reader
from ceasewatch.read.sources import Source, find_sources
from ceasewatch.reconcile.incidents import find_by_id, group_mentions
from ceasewatch.resolve.resolvers import resolvers
from ceasewatch.store.store import Store
from ceasewatch.understand.extractor import Extractor
from ceasewatch.understand.rules import RulesExtractor


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """What became of one input: ``outcome`` is ``None`` where there were no bytes to read, and ``gaps`` say why."""

    name: str
    outcome: Outcome | None
    gaps: tuple[Gap, ...]
    is_new: bool
    mentions: int = 0
    claims: int = 0


def read_inputs(inputs: Iterable[str], store: Store, *, ceasefire: Ceasefire | None = None) -> Iterator[Handled]:
    """Read every input into the store, one after the other; what fails is recorded with its reason and the run goes on."""
    with Reader() as reader:
        for source in find_sources(inputs):
            original = _load(source, store)
            if isinstance(original, Handled):
                yield original
                continue
            store.add_original(original)
            if store.status(original.id) is not None:
                yield _recall(source, original, store)
                continue
            outcome = reader.read(original)
            reading, resolution = _understand_in_time(outcome.report, ceasefire) if outcome.report else (Reading(), Resolution())
            is_new = store.add_outcome(original.id, outcome, reading, resolution)
            yield Handled(
                name=source.name,
                outcome=outcome,
                gaps=outcome.gaps,
                is_new=is_new,
                mentions=len(reading.mentions),
                claims=len(reading.claims),
            )


def understand(report: Report, ceasefire: Ceasefire | None = None, extractor: Extractor | None = None) -> tuple[Reading, Resolution]:
    """Find the claims of one report, then what their words mean."""
    reading = (extractor or RulesExtractor()).extract(report)
    parts = [resolver.resolve(report, reading.claims) for resolver in resolvers(ceasefire)]
    resolution = Resolution(
        links=tuple(link for part in parts for link in part.links),
        records=tuple({record.id: record for part in parts for record in part.records}.values()),
        gaps=tuple(gap for part in parts for gap in part.gaps),
    )
    return reading, resolution


def _understand_in_time(report: Report, ceasefire: Ceasefire | None) -> tuple[Reading, Resolution]:
    """Understand one report, or say that it took too long: a text made to be slow must not stop the run."""
    try:
        return understand(report, ceasefire)
    except TimeoutError:
        return Reading(gaps=(Gap.record(report_id=report.id, reason=GapReason.TOO_SLOW),)), Resolution()


def list_incidents(store: Store) -> tuple[Incident, ...]:
    """Every incident that the stored claims tell of, newest first."""
    links = tuple(store.links())
    records: dict[str, Record] = {record_id: store.record(record_id) for record_id in {link.record_id for link in links}}
    return group_mentions(tuple(store.mentions()), tuple(store.claims()), links, records, tuple(store.judgements()))


def find_incident(store: Store, id_or_prefix: str) -> Incident:
    """The incident that holds a mention whose id begins so.

    Raises:
        UnknownRecord: no incident does, or several do.
    """
    return find_by_id(list_incidents(store), id_or_prefix)


def _recall(source: Source, original: Original, store: Store) -> Handled:
    """Say what is kept of an input that was read before: reading it again changes nothing, whatever it is read by."""
    status = store.status(original.id) or Status.REFUSED
    report = None if status is Status.REFUSED else store.report(original.id)
    gaps = tuple(store.gaps(report_id=original.id)) if report is None else ()
    return Handled(name=source.name, outcome=Outcome(status=status, report=report, gaps=gaps), gaps=gaps, is_new=False)


def _load(source: Source, store: Store) -> Original | Handled:
    try:
        return source.load()
    except ItemFailed as failure:
        reason = GapReason.NOT_OPENED if isinstance(failure, InputRefused) else GapReason.NOT_FETCHED
        gap = Gap.record(report_id=None, reason=reason, detail=f"{source.name}: {failure}")
        is_new = store.add_gap(gap)
        return Handled(name=source.name, outcome=None, gaps=(gap,), is_new=is_new)
