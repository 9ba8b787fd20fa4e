"""A store in one SQLite file.

One transaction keeps a report with everything that was read out of it, or nothing of it.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, TypeVar

from ceasewatch.errors import StoreUnusable
from ceasewatch.model.claim import Claim
from ceasewatch.model.gap import Gap
from ceasewatch.model.incident import Judgement
from ceasewatch.model.mention import Mention
from ceasewatch.model.reading import Original, Outcome, Reading, Resolution, Status
from ceasewatch.model.record import Link, Record
from ceasewatch.model.report import Report
from ceasewatch.store.checks import check_gap, check_outcome, is_same_reading, strip_judgement
from ceasewatch.store.connection import explain_errors, open_connection, transact
from ceasewatch.store.judgements import mark_superseded
from ceasewatch.store.lookups import pick_only
from ceasewatch.store.queries import quote_terms
from ceasewatch.store.rows import RECORD_TYPES, read_noun, write_noun
from ceasewatch.store.statements import (
    ADD_AUDIT_ROW,
    ADD_CLAIM,
    ADD_GAP,
    ADD_JUDGEMENT,
    ADD_LINK,
    ADD_MENTION,
    ADD_ORIGINAL,
    ADD_OUTCOME,
    ADD_RECORD,
    ADD_REPORT,
    ADD_SEARCH_ROW,
    ALL_LINKS,
    LINKS_OF_CLAIMS,
    NEWEST_RECORD,
    REPORTS_BEGINNING,
    REPORTS_MATCHING,
)

T = TypeVar("T")


class SqliteStore:
    """Keeps everything in the file at ``path``, which is made where there is none.

    While it is open, two more files stand beside it (``-wal``, ``-shm``) and belong to it. Any number of processes may read one store and
    write to it; writers wait for each other.

    Raises:
        StoreUnusable: the file cannot be opened or written, is damaged, is no store, or was written by another version.
    """

    def __init__(self, path: Path, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._path = path
        self._clock = clock
        self._connection = open_connection(path)

    def add_original(self, original: Original) -> bool:
        """Keep the bytes by their SHA-256; the first name and time of retrieval stay."""
        row = (original.id, original.name, original.url, original.media_type, original.retrieved_at.isoformat(), original.content)
        return self._write("kept", original.id, lambda: self._insert(ADD_ORIGINAL, [row]))

    def add_outcome(self, original_id: str, outcome: Outcome, reading: Reading, resolution: Resolution) -> bool:
        """Keep a report with everything read out of it in one transaction; the first reading of the bytes stays."""
        check_outcome(original_id, outcome, reading, resolution)
        return self._write(outcome.status, original_id, lambda: self._keep_outcome(original_id, outcome, reading, resolution))

    def add_gap(self, gap: Gap) -> bool:
        """Keep a gap that belongs to no original."""
        check_gap(gap)
        return self._write("gap", gap.id, lambda: self._keep_gaps([gap]))

    def add_judgement(self, judgement: Judgement) -> bool:
        """Keep a judgement; which ones it supersedes is worked out when they are read."""
        kept = strip_judgement(judgement)
        return self._write("judged", f"{kept.left} {kept.right}", lambda: self._insert(ADD_JUDGEMENT, [(write_noun(kept),)]))

    def original(self, original_id: str) -> bytes:
        """Return the bytes as they came."""
        found = list(self._rows("SELECT content FROM originals WHERE id = ?", original_id))
        content: bytes = pick_only("original", original_id, found)[0]
        if hashlib.sha256(content).hexdigest() != original_id:
            raise StoreUnusable(f"the store {self._path} is damaged: the original {original_id} is no longer what was kept")
        return content

    def original_name(self, original_id: str) -> str:
        """Return what the user first called an original: a path, an address, "-"."""
        found = list(self._rows("SELECT name FROM originals WHERE id = ?", original_id))
        name: str = pick_only("original", original_id, found)[0]
        return name

    def status(self, original_id: str) -> Status | None:
        """Return how reading an original ended; ``None`` where it is not known or was not read to the end."""
        found = [Status(row[0]) for row in self._rows("SELECT status FROM outcomes WHERE original_id = ?", original_id)]
        return min(found, key=list(Status).index, default=None)

    def report(self, report_id: str) -> Report:
        """Return one report by its id or an unambiguous beginning of it."""
        return pick_only("report", report_id, list(self._nouns(Report, REPORTS_BEGINNING, report_id)))

    def reports(self) -> Iterator[Report]:
        """Every report, in the order of their ids."""
        return self._nouns(Report, "SELECT noun FROM reports ORDER BY id")

    def mentions(self) -> Iterator[Mention]:
        """Every mention, in the order of their ids."""
        return self._nouns(Mention, "SELECT noun FROM mentions ORDER BY id")

    def claims(self, *, report_id: str | None = None) -> Iterator[Claim]:
        """Every claim, or those of one report, in the order of report, place in the text, and id."""
        if report_id is None:
            return self._nouns(Claim, "SELECT noun FROM claims ORDER BY report_id, span_start, span_end, id")
        return self._nouns(Claim, "SELECT noun FROM claims WHERE report_id = ? ORDER BY span_start, span_end, id", report_id)

    def links(self, claim_ids: Iterable[str] | None = None) -> Iterator[Link]:
        """Every link, or those of some claims, in the order of claim, role and record."""
        rows = self._rows(ALL_LINKS) if claim_ids is None else self._rows(LINKS_OF_CLAIMS, json.dumps(list(claim_ids)))
        for claim_id, role, record_id, by, score in rows:
            yield Link(claim_id=claim_id, role=role, record_id=record_id, by=by, score=score)

    def record(self, record_id: str) -> Record:
        """Return the newest version of a place or party."""
        kind, text = pick_only("record", record_id, list(self._rows(NEWEST_RECORD, record_id)))
        return read_noun(text, RECORD_TYPES[kind])

    def gaps(self, *, report_id: str | None = None) -> Iterator[Gap]:
        """Every gap, or those of one report, in the order of their ids."""
        if report_id is None:
            return self._nouns(Gap, "SELECT noun FROM gaps ORDER BY id")
        return self._nouns(Gap, "SELECT noun FROM gaps WHERE report_id = ? ORDER BY id", report_id)

    def judgements(self, *, superseded: bool = False) -> Iterator[Judgement]:
        """Every judgement that stands, oldest first; with ``superseded``, the earlier ones too."""
        kept = self._nouns(Judgement, "SELECT noun FROM judgements")
        return (one for one in mark_superseded(kept) if superseded or one.superseded_at is None)

    def search(self, query: str) -> Sequence[str]:
        """Return the ids of reports that hold every word, best first."""
        wanted = quote_terms(query)
        if not wanted:
            return ()
        return tuple(report_id for (report_id,) in self._rows(REPORTS_MATCHING, wanted))

    def audit(self) -> Iterator[tuple[datetime, str, str]]:
        """Every write, oldest first: when, what was done, to which id."""
        for at, what, subject in self._rows("SELECT at, what, id FROM audit ORDER BY number"):
            yield datetime.fromisoformat(at), what, subject

    def verify(self) -> None:
        """Read every page of the file and hash every original again."""
        faults = [fault for (fault,) in self._rows("PRAGMA integrity_check") if fault != "ok"]
        if faults:
            raise StoreUnusable(f"the store {self._path} is damaged: its parts do not hold together")
        for (original_id,) in self._rows("SELECT id FROM originals"):
            self.original(original_id)

    def close(self) -> None:
        """Let go of the file; everything was on the disk when its call returned."""
        with explain_errors(self._path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _rows(self, sql: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        with explain_errors(self._path):
            yield from self._connection.execute(sql, values)

    def _nouns(self, noun: type[T], sql: str, *values: Any) -> Iterator[T]:
        return (read_noun(text, noun) for (text,) in self._rows(sql, *values))

    def _write(self, what: str, subject: str, keep: Callable[[], None]) -> bool:
        """Keep something in one transaction, with an audit row if any of it was new; tells whether it was."""
        with explain_errors(self._path), transact(self._connection):
            before = self._connection.total_changes()
            keep()
            is_new = self._connection.total_changes() != before
            if is_new:
                self._insert(ADD_AUDIT_ROW, [(self._clock().isoformat(), what, subject)])
        return is_new

    def _insert(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._connection.executemany(sql, rows)

    def _keep_outcome(self, original_id: str, outcome: Outcome, reading: Reading, resolution: Resolution) -> None:
        pick_only("original", original_id, list(self._rows("SELECT id FROM originals WHERE id = ?", original_id)))
        if outcome.report is not None and not self._fits_what_is_kept(outcome.report):
            return
        self._insert(ADD_OUTCOME, [(original_id, outcome.status)])
        if outcome.report is not None:
            self._keep_report(outcome.report)
        self._keep_reading(reading)
        self._keep_resolution(resolution)
        self._keep_gaps((*outcome.gaps, *reading.gaps, *resolution.gaps))

    def _fits_what_is_kept(self, report: Report) -> bool:
        kept = self._nouns(Report, "SELECT noun FROM reports WHERE id = ?", report.id)
        return all(is_same_reading(one, report) for one in kept)

    def _keep_report(self, report: Report) -> None:
        self._insert(ADD_REPORT, [(report.id, write_noun(report))])
        if self._connection.changes():
            self._insert(ADD_SEARCH_ROW, [(report.title, report.text)])

    def _keep_reading(self, reading: Reading) -> None:
        self._insert(ADD_MENTION, [(one.id, one.report_id, write_noun(one)) for one in reading.mentions])
        places = [(one.span.report_id, one.span.start, one.span.end) for one in reading.claims]
        self._insert(
            ADD_CLAIM, [(one.id, one.mention_id, *place, write_noun(one)) for one, place in zip(reading.claims, places, strict=True)]
        )

    def _keep_resolution(self, resolution: Resolution) -> None:
        for record in resolution.records:
            row = (type(record).__name__, write_noun(record))
            if list(self._rows(NEWEST_RECORD, record.id)) != [row]:
                self._insert(ADD_RECORD, [(record.id, *row)])
        self._insert(ADD_LINK, [(one.claim_id, one.role, one.record_id, one.by, one.score) for one in resolution.links])

    def _keep_gaps(self, gaps: Iterable[Gap]) -> None:
        self._insert(ADD_GAP, [(gap.id, gap.report_id, write_noun(gap)) for gap in gaps])
