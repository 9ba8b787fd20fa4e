"""The sides and parties of a ceasefire, built from ``parties.yaml``."""

from ceasewatch.ceasefires.documents import PartiesDocument, PartyDocument
from ceasewatch.ceasefires.faults import Faults
from ceasewatch.model.ceasefire import PartyNames
from ceasewatch.model.record import Party

_FILE = "parties.yaml"


def build_parties(ceasefire: str, document: PartiesDocument, faults: Faults) -> tuple[PartyNames, ...]:
    """Return the two sides as wholes, then every party in the order of the file."""
    _check_sides(document, faults)
    _check_parties(document, faults)
    _check_swaps(document, faults)
    sides = [
        PartyNames(party=Party(id=f"{ceasefire}/side/{side.id}", name=side.name, side=side.id), names=(side.name, *side.names))
        for side in document.sides
    ]
    return (*sides, *(_build_party(ceasefire, party, document) for party in document.parties))


def _build_party(ceasefire: str, party: PartyDocument, document: PartiesDocument) -> PartyNames:
    owner = next((one.name for one in document.parties if one.id == (party.of or party.id)), party.name)
    patterns = document.patterns.get(party.kind, ()) if party.kind else ()
    made = [pattern.replace("{name}", owner) for pattern in patterns]
    return PartyNames(
        party=Party(id=f"{ceasefire}/party/{party.id}", name=party.name, side=party.side),
        names=tuple(dict.fromkeys((party.name, *party.names, *made))),
        adjectives=party.adjectives,
        swap=party.swap,
    )


def _check_sides(document: PartiesDocument, faults: Faults) -> None:
    ids = [side.id for side in document.sides]
    if ids != sorted(set(ids)):
        faults.add(_FILE, f"the two sides must differ and stand in alphabetical order, not {' before '.join(ids)}")


def _check_parties(document: PartiesDocument, faults: Faults) -> None:
    sides = {side.id for side in document.sides}
    ids = {party.id for party in document.parties}
    faults.add_doubles(_FILE, "party id", (party.id for party in document.parties))
    for party in document.parties:
        if party.side is not None and party.side not in sides:
            faults.add(_FILE, f"the party {party.id} is of the side {party.side!r}, which is not one of {', '.join(sorted(sides))}")
        if party.of is not None and party.of not in ids:
            faults.add(_FILE, f"the party {party.id} belongs to {party.of!r}, which is no party in the file")
        if party.kind is not None and party.kind not in document.patterns:
            faults.add(_FILE, f"the party {party.id} is of the kind {party.kind!r}, for which there are no patterns")


def _check_swaps(document: PartiesDocument, faults: Faults) -> None:
    """The forms that stand for each other need two parties, one of each side, with lists of one length."""
    swapped = [party for party in document.parties if party.swap]
    if not swapped:
        return
    by_side = {side.id: [party for party in swapped if party.side == side.id] for side in document.sides}
    if [len(parties) for parties in by_side.values()] != [1, 1] or len(swapped) != len(by_side):
        faults.add(_FILE, "forms to swap may stand at exactly one party of each side")
        return
    left, right = (parties[0] for parties in by_side.values())
    if len(left.swap) != len(right.swap):
        faults.add(_FILE, f"{left.id} has {len(left.swap)} forms to swap and {right.id} has {len(right.swap)}; both need the same number")
