"""Incidents, claims and gaps as plain data for JSON. The shape is described in ``docs/commands.md`` and only grows."""

from typing import Any

from ceasewatch.model.claim import Claim
from ceasewatch.model.codec import to_plain
from ceasewatch.model.gap import GAP_WORDS, Gap
from ceasewatch.model.incident import Incident
from ceasewatch.model.mention import Mention
from ceasewatch.model.record import Link
from ceasewatch.model.report import Report
from ceasewatch.show.case_file import build_case_file, claims_of
from ceasewatch.show.chains import describe_chain, name_speaker
from ceasewatch.show.labels import describe_gap, describe_kind
from ceasewatch.show.listing import IncidentLine
from ceasewatch.show.material import Material
from ceasewatch.show.rows import Row, Version
from ceasewatch.show.words import describe_record, describe_value
from ceasewatch.store.store import Store


def plain_claim(claim: Claim, material: Material) -> dict[str, Any]:
    """Return a claim with its evidence, the sentence round it, and the names of what its words were taken to mean."""
    quotation = material.quotation(claim)
    return {
        **to_plain(claim),
        "words": describe_value(claim.value),
        "speaker": name_speaker(claim),
        "chain": describe_chain(claim.said_by),
        "evidence": quotation.evidence,
        "sentence": quotation.text,
        "links": [_plain_link(link, material) for link in material.links.get(claim.id, ())],
    }


def plain_gap(gap: Gap) -> dict[str, Any]:
    """Return a gap with its reason in words."""
    return {**to_plain(gap), "reason_words": GAP_WORDS[gap.reason], "words": describe_gap(gap)}


def plain_line(line: IncidentLine, incident: Incident) -> dict[str, Any]:
    """Return an incident as the list shows it."""
    return {
        "id": line.id,
        "kind": incident.kind,
        "kind_words": line.kind,
        "when": to_plain(incident.when) if incident.when else None,
        "when_words": line.when,
        "where_words": line.where,
        "reports": line.reports,
        "speakers": list(line.speakers),
        "versions_differ": list(line.differing),
        "is_background": line.is_background,
    }


def plain_incident(incident: Incident, store: Store) -> dict[str, Any]:
    """Return a whole case file: every slot, every version, every claim with its sentence, and the reports they stand in."""
    case = build_case_file(incident, store)
    claims = claims_of(incident)
    material = Material.gather(store, claims)
    by_id = {claim.id: claim for claim in claims}
    return {
        "id": incident.id,
        "title": case.title,
        "kind": incident.kind,
        "kind_words": describe_kind(incident.kind),
        "when": to_plain(incident.when) if incident.when else None,
        "when_words": case.when,
        "places": [to_plain(place) for place in case.places],
        "status_words": case.status,
        "is_background": case.is_background,
        "mentions": [_plain_mention(mention, material) for mention in incident.mentions],
        "slots": [_plain_row(row, by_id, material) for row in case.rows],
        "reports": [_plain_report(material.report(line.id), line.number, line.gaps) for line in case.reports],
    }


def _plain_row(row: Row, claims: dict[str, Claim], material: Material) -> dict[str, Any]:
    return {
        "slot": row.slot.value,
        "label": row.label,
        "whose": row.whose,
        "versions_differ": row.versions_differ,
        "versions": [_plain_version(version, claims, material) for version in row.versions],
    }


def _plain_version(version: Version, claims: dict[str, Claim], material: Material) -> dict[str, Any]:
    return {
        "words": version.value,
        "stance": version.stance or None,
        "details": list(version.details),
        "origins": version.origins,
        "claims": [{**plain_claim(claims[saying.claim_id], material), "report_number": saying.report_number} for saying in version.sayings],
    }


def _plain_mention(mention: Mention, material: Material) -> dict[str, Any]:
    return {**to_plain(mention), "anchor_text": material.report(mention.report_id).evidence(mention.anchor)}


def _plain_link(link: Link, material: Material) -> dict[str, Any]:
    record = material.record(link.record_id)
    return {**to_plain(link), "label": describe_record(record), "record": type(record).__name__.lower()}


def _plain_report(report: Report, number: int, gaps: tuple[str, ...]) -> dict[str, Any]:
    return {
        "number": number,
        "id": report.id,
        "url": report.url,
        "publisher": report.publisher,
        "byline": report.byline,
        "title": report.title,
        "language": report.language,
        "published": to_plain(report.published) if report.published else None,
        "gaps": list(gaps),
    }
