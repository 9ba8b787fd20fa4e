"""The extension point of this room: where reports, claims, links and judgements are kept."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol, Self

from ceasewatch.model.claim import Claim
from ceasewatch.model.gap import Gap
from ceasewatch.model.incident import Judgement
from ceasewatch.model.mention import Mention
from ceasewatch.model.reading import Original, Outcome, Reading, Resolution, Status
from ceasewatch.model.record import Link, Record
from ceasewatch.model.report import Report


class Store(Protocol):
    """Keeps what was read and what was decided. Nothing is ever changed or erased: every write adds, or finds it there already.

    Adding the same thing twice changes nothing, not even the audit trail, and the order of adding changes nothing but the audit trail.
    Every method may raise ``StoreUnusable``; what breaks a promise of the model (a span outside its text) is a ``ValueError``.
    """

    def add_original(self, original: Original) -> bool:
        """Keep the bytes by their SHA-256, ahead of any parsing; false when they were there already.

        The same bytes under a second name, or fetched again, are the same original: the first name, address and time stay.
        """
        ...

    def add_outcome(self, original_id: str, outcome: Outcome, reading: Reading, resolution: Resolution) -> bool:
        """Keep a report with its mentions, claims, links, records, gaps, search row and audit row in one transaction.

        A refused outcome keeps its gaps and audit row. False when all of it was there already.
        One original has one report, and the first one stays, because spans point into its text: when the same bytes are read again and
        give a report that differs in more than ``retrieved_at``, nothing of the second reading is kept, and the answer is false.
        When they give the same report, claims, links and gaps that are new are added to those there.

        Raises:
            UnknownRecord: the original was not added first.
        """
        ...

    def add_gap(self, gap: Gap) -> bool:
        """Keep a gap that belongs to no original, such as an address that could not be fetched."""
        ...

    def add_judgement(self, judgement: Judgement) -> bool:
        """Keep a judgement; an earlier one on the same pair by the same judge is superseded, not erased. False when it was there already.

        The later one stands, whichever was added first; ``superseded_at`` is worked out from the others and need not be given.
        """
        ...

    def original(self, original_id: str) -> bytes:
        """Return the bytes as they came.

        Raises:
            UnknownRecord: no original has this id.
        """
        ...

    def original_name(self, original_id: str) -> str:
        """Return what the user first called an original: a path, an address, "-"."""
        ...

    def status(self, original_id: str) -> Status | None:
        """Return how reading an original ended; ``None`` where it is not known or was not read to the end."""
        ...

    def report(self, report_id: str) -> Report:
        """Return one report by its id or an unambiguous beginning of it.

        Raises:
            UnknownRecord: no report's id begins so, or several do.
        """
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
        """Return the place or party that links point at, in the version that was added last.

        Raises:
            UnknownRecord: no record has this id.
        """
        ...

    def gaps(self, *, report_id: str | None = None) -> Iterator[Gap]:
        """Every gap, or those of one report, in the order of their ids."""
        ...

    def judgements(self, *, superseded: bool = False) -> Iterator[Judgement]:
        """Every judgement that stands, oldest first; with ``superseded``, the earlier ones too."""
        ...

    def search(self, query: str) -> Sequence[str]:
        """Return the ids of reports whose text or title holds every word of the query, best first; case and accents do not count.

        A word that punctuation divides ("PMN-E") is looked for as those parts in a row. No query is an error; an empty one finds nothing.
        """
        ...

    def audit(self) -> Iterator[tuple[datetime, str, str]]:
        """Every write, oldest first: when, what was done ("kept", the outcome's status, "gap", "judged"), to which id or pair of ids."""
        ...

    def verify(self) -> None:
        """Read everything once, to find damage before it is needed.

        Raises:
            StoreUnusable: a part is not what was written.
        """
        ...

    def close(self) -> None:
        """Finish every write and let go of the file."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...
