"""What passes from room to room: an original, what reading it gave, what understanding it gave, what its words resolve to."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ceasewatch.model.claim import Claim
from ceasewatch.model.gap import Gap
from ceasewatch.model.mention import Mention
from ceasewatch.model.record import Link, Record
from ceasewatch.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The bytes of one input exactly as they came, and where from.

    ``name`` is what the user called it (a path, an address, "-"). ``media_type`` is what its sender or its file name declares;
    ``None`` where neither says.
    """

    content: bytes
    name: str
    retrieved_at: datetime
    url: str | None = None
    media_type: str | None = None

    @property
    def id(self) -> str:
        """The SHA-256 of the bytes, in hex: also the id of the report that comes of them."""
        return hashlib.sha256(self.content).hexdigest()


class Status(StrEnum):
    """How reading an input ended."""

    READ = "read"
    PARTLY_READ = "partly read"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How reading one original ended: with a report, or refused; ``gaps`` give the reasons for what was not read."""

    status: Status
    report: Report | None
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an extractor found in one report."""

    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What the words of a report's claims were taken to mean, with every record that a link points at."""

    links: tuple[Link, ...] = ()
    records: tuple[Record, ...] = ()
    gaps: tuple[Gap, ...] = ()
