"""A store that lives as long as the process: for tests, and for people who want no file."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Self

from ceasewatch.model.claim import Claim
from ceasewatch.model.gap import Gap
from ceasewatch.model.incident import Judgement
from ceasewatch.model.mention import Mention
from ceasewatch.model.reading import Original, Outcome, Reading, Resolution, Status
from ceasewatch.model.record import Link, Record
from ceasewatch.model.report import Report
from ceasewatch.store.checks import check_gap, check_outcome, is_same_reading, strip_judgement
from ceasewatch.store.judgements import mark_superseded
from ceasewatch.store.lookups import pick_only
from ceasewatch.store.queries import split_terms

_WORD = re.compile(r"[^\W_]+")


class MemoryStore:
    """Keeps everything in dicts, in the same way as a store on disk and with the same answers.

    Search ranks by how often the words occur; a store on disk weighs rare words more.
    """

    def __init__(self, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._clock = clock
        self._originals: dict[str, Original] = {}
        self._outcomes: set[tuple[str, Status]] = set()
        self._reports: dict[str, Report] = {}
        self._mentions: dict[str, Mention] = {}
        self._claims: dict[str, Claim] = {}
        self._links: set[Link] = set()
        self._records: dict[str, list[Record]] = {}
        self._gaps: dict[str, Gap] = {}
        self._judgements: set[Judgement] = set()
        self._audit: list[tuple[datetime, str, str]] = []

    def add_original(self, original: Original) -> bool:
        """Keep the bytes by their SHA-256; the first name and time of retrieval stay."""
        if original.id in self._originals:
            return False
        self._originals[original.id] = original
        return self._note("kept", original.id)

    def add_outcome(self, original_id: str, outcome: Outcome, reading: Reading, resolution: Resolution) -> bool:
        """Keep a report with everything read out of it in one transaction; the first reading of the bytes stays."""
        check_outcome(original_id, outcome, reading, resolution)
        self.original(original_id)
        report = outcome.report
        kept = self._reports.get(original_id)
        if report is not None and kept is not None and not is_same_reading(kept, report):
            return False
        before = self._size()
        self._outcomes.add((original_id, outcome.status))
        if report is not None:
            self._reports.setdefault(report.id, report)
        self._keep_reading(reading)
        self._keep_resolution(resolution)
        self._keep_gaps((*outcome.gaps, *reading.gaps, *resolution.gaps))
        return self._size() != before and self._note(outcome.status, original_id)

    def add_gap(self, gap: Gap) -> bool:
        """Keep a gap that belongs to no original."""
        check_gap(gap)
        if gap.id in self._gaps:
            return False
        self._gaps[gap.id] = gap
        return self._note("gap", gap.id)

    def add_judgement(self, judgement: Judgement) -> bool:
        """Keep a judgement; which ones it supersedes is worked out when they are read."""
        kept = strip_judgement(judgement)
        if kept in self._judgements:
            return False
        self._judgements.add(kept)
        return self._note("judged", f"{kept.left} {kept.right}")

    def original(self, original_id: str) -> bytes:
        """Return the bytes as they came."""
        found = [self._originals[original_id]] if original_id in self._originals else []
        return pick_only("original", original_id, found).content

    def original_name(self, original_id: str) -> str:
        """Return what the user first called an original: a path, an address, "-"."""
        found = [self._originals[original_id]] if original_id in self._originals else []
        return pick_only("original", original_id, found).name

    def status(self, original_id: str) -> Status | None:
        """Return how reading an original ended; ``None`` where it is not known or was not read to the end."""
        found = [status for known, status in self._outcomes if known == original_id]
        return min(found, key=list(Status).index, default=None)

    def report(self, report_id: str) -> Report:
        """Return one report by its id or an unambiguous beginning of it."""
        found = [report for known, report in self._reports.items() if report_id and known.startswith(report_id)]
        return pick_only("report", report_id, found)

    def reports(self) -> Iterator[Report]:
        """Every report, in the order of their ids."""
        yield from sorted(self._reports.values(), key=lambda report: report.id)

    def mentions(self) -> Iterator[Mention]:
        """Every mention, in the order of their ids."""
        yield from sorted(self._mentions.values(), key=lambda mention: mention.id)

    def claims(self, *, report_id: str | None = None) -> Iterator[Claim]:
        """Every claim, or those of one report, in the order of report, place in the text, and id."""
        wanted = [claim for claim in self._claims.values() if report_id in (None, claim.span.report_id)]
        yield from sorted(wanted, key=lambda claim: (claim.span.report_id, claim.span.start, claim.span.end, claim.id))

    def links(self, claim_ids: Iterable[str] | None = None) -> Iterator[Link]:
        """Every link, or those of some claims, in the order of claim, role and record."""
        wanted = None if claim_ids is None else set(claim_ids)
        found = [link for link in self._links if wanted is None or link.claim_id in wanted]
        yield from sorted(found, key=lambda link: (link.claim_id, link.role, link.record_id, link.by, link.score))

    def record(self, record_id: str) -> Record:
        """Return the newest version of a place or party."""
        return pick_only("record", record_id, self._records.get(record_id, [])[-1:])

    def gaps(self, *, report_id: str | None = None) -> Iterator[Gap]:
        """Every gap, or those of one report, in the order of their ids."""
        wanted = [gap for gap in self._gaps.values() if report_id in (None, gap.report_id)]
        yield from sorted(wanted, key=lambda gap: gap.id)

    def judgements(self, *, superseded: bool = False) -> Iterator[Judgement]:
        """Every judgement that stands, oldest first; with ``superseded``, the earlier ones too."""
        yield from (one for one in mark_superseded(self._judgements) if superseded or one.superseded_at is None)

    def search(self, query: str) -> Sequence[str]:
        """Return the ids of reports that hold every word, best first."""
        phrases = [phrase for phrase in map(_fold, split_terms(query)) if phrase.strip()]
        if not phrases:
            return ()
        scores = {report.id: _score(report, phrases) for report in self._reports.values()}
        return tuple(sorted((known for known, score in scores.items() if score), key=lambda known: (-scores[known], known)))

    def audit(self) -> Iterator[tuple[datetime, str, str]]:
        """Every write, oldest first: when, what was done, to which id."""
        yield from tuple(self._audit)

    def verify(self) -> None:
        """Find nothing: memory has no file that could be damaged."""

    def close(self) -> None:
        """Do nothing: there is no file to let go of."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _keep_reading(self, reading: Reading) -> None:
        for mention in reading.mentions:
            self._mentions.setdefault(mention.id, mention)
        for claim in reading.claims:
            self._claims.setdefault(claim.id, claim)

    def _keep_resolution(self, resolution: Resolution) -> None:
        for record in resolution.records:
            versions = self._records.setdefault(record.id, [])
            if versions[-1:] != [record]:
                versions.append(record)
        self._links.update(resolution.links)

    def _keep_gaps(self, gaps: Iterable[Gap]) -> None:
        for gap in gaps:
            self._gaps.setdefault(gap.id, gap)

    def _size(self) -> int:
        kept = (self._outcomes, self._reports, self._mentions, self._claims, self._links, self._gaps)
        return sum(map(len, kept)) + sum(map(len, self._records.values()))

    def _note(self, what: str, subject: str) -> bool:
        self._audit.append((self._clock(), str(what), subject))
        return True


def _fold(text: str) -> str:
    """Return the words of a text without case and accents, each between single spaces."""
    plain = "".join(character for character in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(character))
    return f" {' '.join(_WORD.findall(plain))} "


def _score(report: Report, phrases: Sequence[str]) -> int:
    folded = [_fold(report.title or ""), _fold(report.text)]
    counts = [sum(part.count(phrase) for part in folded) for phrase in phrases]
    return sum(counts) if all(counts) else 0
