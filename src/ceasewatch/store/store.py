"""The extension point of this room: where reports, claims, links and judgements are kept."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol, Self

from ceasewatch.model.claim import Claim
from ceasewatch.model.gap import Gap
from ceasewatch.model.incident import Judgement
from ceasewatch.model.mention import Mention
from ceasewatch.model.reading import Original, Outcome, Reading, Resolution
from ceasewatch.model.record import Link, Record
from ceasewatch.model.report import Report


class Store(Protocol):
    """Keeps what was read and what was decided. Nothing is ever changed or erased: every write adds, or finds it there already.

    Adding the same thing twice changes nothing, and the order of adding changes nothing but the audit trail.
    """

    def add_original(self, original: Original) -> bool:
        """Keep the bytes by their SHA-256, ahead of any parsing; false when they were there already."""
        ...

    def add_outcome(self, original_id: str, outcome: Outcome, reading: Reading, resolution: Resolution) -> bool:
        """Keep a report with its mentions, claims, links, records, gaps, search row and audit row in one transaction.

        A refused outcome keeps its gaps and audit row. False when all of it was there already.
        """
        ...

    def add_gap(self, gap: Gap) -> bool:
        """Keep a gap that belongs to no original, such as an address that could not be fetched."""
        ...

    def add_judgement(self, judgement: Judgement) -> None:
        """Keep a judgement; an earlier one on the same pair by the same judge is superseded, not erased."""
        ...

    def original(self, original_id: str) -> bytes:
        """Return the bytes as they came."""
        ...

    def report(self, report_id: str) -> Report:
        """Return one report by its id or an unambiguous beginning of it."""
        ...

    def reports(self) -> Iterator[Report]:
        """Every report, in the order of their ids."""
        ...

    def mentions(self) -> Iterator[Mention]:
        """Every mention, in the order of their ids."""
        ...

    def claims(self, *, report_id: str | None = None) -> Iterator[Claim]:
        """Every claim, or those of one report, in the order of report, place in the text, and id."""
        ...

    def links(self, claim_ids: Iterable[str] | None = None) -> Iterator[Link]:
        """Every link, or those of some claims, in the order of claim, role and record."""
        ...

    def record(self, record_id: str) -> Record:
        """Return the place or party that links point at."""
        ...

    def gaps(self, *, report_id: str | None = None) -> Iterator[Gap]:
        """Every gap, or those of one report, in the order of their ids."""
        ...

    def judgements(self, *, superseded: bool = False) -> Iterator[Judgement]:
        """Every judgement that stands; with ``superseded``, the earlier ones too."""
        ...

    def search(self, query: str) -> Sequence[str]:
        """Return the ids of reports whose text or title matches, best first."""
        ...

    def audit(self) -> Iterator[tuple[datetime, str, str]]:
        """Every write, oldest first: when, what was done, to which id."""
        ...

    def close(self) -> None:
        """Finish every write and let go of the file."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...
