"""The agreement, built from ``agreement.yaml``."""

from collections.abc import Set as AbstractSet

from ceasewatch.ceasefires.documents import AgreementDocument
from ceasewatch.ceasefires.faults import Faults
from ceasewatch.model.ceasefire import Agreement, Provision, TextVersion

_FILE = "agreement.yaml"


def build_agreement(ceasefire: str, document: AgreementDocument, parties: AbstractSet[str], faults: Faults) -> Agreement:
    """Return the agreement with its points in the order of the file."""
    faults.add_doubles(_FILE, "point", (point.number for point in document.points))
    for point in document.points:
        for obliged in point.obliged:
            if obliged not in parties:
                faults.add(_FILE, f"point {point.number} obliges {obliged!r}, which is no party in parties.yaml")
    provisions = tuple(
        Provision(
            id=f"{ceasefire}/{document.id}/{point.number}",
            number=point.number,
            words=point.words,
            obliged=tuple(f"{ceasefire}/party/{obliged}" for obliged in point.obliged),
        )
        for point in document.points
    )
    versions = tuple(TextVersion(language=one.language, source=one.source, note=one.note) for one in document.versions)
    return Agreement(
        id=f"{ceasefire}/{document.id}", names=document.names, signed=document.signed, provisions=provisions, versions=versions
    )
