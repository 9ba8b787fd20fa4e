"""The house keeps its own rules: documents name what there is, and code knows no conflict by name."""

import re
from pathlib import Path

import pytest

from ceasewatch.ceasefires.folder import bundled_ceasefires, load_ceasefire

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))


@pytest.mark.parametrize("command", ["make demo", "make test"])
def test_the_readme_shows_the_command_and_the_makefile_has_it(command: str):
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"^{command.split()[1]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_what_the_readme_calls_the_test_command_is_what_is_run_before_a_change_lands():
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_no_code_knows_a_conflict_by_name():
    names = {
        name
        for ceasefire in map(load_ceasefire, bundled_ceasefires())
        for party in ceasefire.parties
        for name in (*party.names, *party.adjectives)
        if name[:1].isupper() and len(name) > len("Army")
    }
    words = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")\b")
    found = {str(path.relative_to(ROOT)): words.findall(path.read_text(encoding="utf-8")) for path in SOURCES}
    assert {path: hits for path, hits in found.items() if hits} == {}


def test_every_decision_is_listed_and_every_listed_decision_is_there():
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("[0-9]*.md")}


def test_every_link_between_documents_leads_somewhere():
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} points at {target}"


def test_every_locked_library_has_a_hash_and_no_place_to_fetch_it_from_is_named():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^[\w.-]+==.*?(?=^[\w.-]+==|\Z)", lock, re.MULTILINE | re.DOTALL)
    assert pins
    assert all("--hash=sha256:" in pin for pin in pins)
    assert "://" not in lock
