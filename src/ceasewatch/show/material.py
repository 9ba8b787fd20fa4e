"""What a view needs besides the claims: their reports, the sentences round them, and the records their words were taken to mean."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ceasewatch.model.claim import Claim
from ceasewatch.model.record import Link, Party, Place, Record
from ceasewatch.model.report import Report
from ceasewatch.show.quotations import Quotation, quote_sentence, split_report
from ceasewatch.store.store import Store
from ceasewatch.understand.sentences import Sentence


@dataclass(slots=True, kw_only=True)
class Material:
    """Looks up what belongs to claims; every report is fetched and split into sentences once."""

    store: Store
    links: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    _reports: dict[str, Report] = field(default_factory=dict)
    _sentences: dict[str, tuple[Sentence, ...]] = field(default_factory=dict)
    _records: dict[str, Record] = field(default_factory=dict)

    @classmethod
    def gather(cls, store: Store, claims: Iterable[Claim]) -> "Material":
        """Find the links of all the claims at once."""
        links: dict[str, list[Link]] = {}
        for link in store.links([claim.id for claim in claims]):
            links.setdefault(link.claim_id, []).append(link)
        return cls(store=store, links={claim_id: tuple(found) for claim_id, found in links.items()})

    def report(self, report_id: str) -> Report:
        """Return a report."""
        if report_id not in self._reports:
            self._reports[report_id] = self.store.report(report_id)
        return self._reports[report_id]

    def quotation(self, claim: Claim) -> Quotation:
        """Return the sentence that a claim stands in, with its evidence marked."""
        report = self.report(claim.span.report_id)
        if report.id not in self._sentences:
            self._sentences[report.id] = split_report(report)
        return quote_sentence(report, claim.span, self._sentences[report.id])

    def record(self, record_id: str) -> Record:
        """Return a place or a party."""
        if record_id not in self._records:
            self._records[record_id] = self.store.record(record_id)
        return self._records[record_id]

    def records(self, claim: Claim, role: str) -> tuple[Record, ...]:
        """Return what the words of a claim in one role were taken to mean, in the order of ids."""
        return tuple(self.record(link.record_id) for link in self.links.get(claim.id, ()) if link.role == role)

    def places(self, claim: Claim) -> tuple[Place, ...]:
        """Return the places that a claim's value was taken to mean."""
        return tuple(record for record in self.records(claim, "value") if isinstance(record, Place))

    def parties(self, claim: Claim, role: str) -> tuple[Party, ...]:
        """Return the parties that the words of a claim in one role were taken to mean."""
        return tuple(record for record in self.records(claim, role) if isinstance(record, Party))
