"""A ceasefire as a folder of data: four files, read and checked together."""

from importlib.resources import files
from pathlib import Path

from ceasewatch.ceasefires.agreement import build_agreement
from ceasewatch.ceasefires.documents import AgreementDocument, PartiesDocument, RoutesDocument
from ceasewatch.ceasefires.faults import Faults
from ceasewatch.ceasefires.parties import build_parties
from ceasewatch.ceasefires.places import read_places
from ceasewatch.ceasefires.routes import build_routes
from ceasewatch.errors import CeasefireInvalid
from ceasewatch.model.ceasefire import Ceasefire


def bundled_ceasefires() -> tuple[str, ...]:
    """Return the names of the ceasefires that come with the program, in alphabetical order."""
    return tuple(sorted(entry.name for entry in _bundle().iterdir() if (entry / "agreement.yaml").is_file()))


def load_ceasefire(name_or_dir: str | Path) -> Ceasefire:
    """Read a ceasefire that comes with the program, by its name, or any folder of the same shape.

    Raises:
        CeasefireInvalid: there is no such folder, or its files have faults; the message lists every one.
    """
    folder = _find_folder(name_or_dir)
    faults = Faults()
    ceasefire = _read_folder(folder, faults)
    if ceasefire is None or faults.sentences:
        listed = "\n".join(f"- {sentence}" for sentence in faults.sentences)
        raise CeasefireInvalid(f"The ceasefire folder {folder.name} has {len(faults.sentences)} fault(s):\n{listed}")
    return ceasefire


def _bundle() -> Path:
    return Path(str(files("ceasewatch.ceasefires")))


def _find_folder(name_or_dir: str | Path) -> Path:
    if str(name_or_dir) in bundled_ceasefires():
        return _bundle() / str(name_or_dir)
    folder = Path(name_or_dir)
    if not folder.is_dir():
        known = ", ".join(bundled_ceasefires())
        raise CeasefireInvalid(f"There is no ceasefire called {name_or_dir} and no folder of that name; the program comes with: {known}.")
    return folder


def _read_folder(folder: Path, faults: Faults) -> Ceasefire | None:
    parties = faults.read_yaml(folder / "parties.yaml", PartiesDocument)
    agreement = faults.read_yaml(folder / "agreement.yaml", AgreementDocument)
    routes = faults.read_json(folder / "routes.geojson", RoutesDocument)
    if parties is None:
        return None
    name = folder.resolve().name
    sides = (parties.sides[0].id, parties.sides[1].id)
    built_parties = build_parties(name, parties, faults)
    places = read_places(name, folder / "places.csv", sides, faults)
    if agreement is None or routes is None:
        return None
    known_ids = {party.id for party in parties.parties}
    return Ceasefire(
        id=name,
        name=agreement.ceasefire,
        sides=sides,
        parties=built_parties,
        places=places,
        routes=build_routes(name, routes, sides, faults),
        agreement=build_agreement(name, agreement, known_ids, faults),
    )
