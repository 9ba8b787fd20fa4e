"""The made-up incident, and its case file."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from ceasewatch.model.incident import Incident
from ceasewatch.show.case_file import CaseFile, build_case_file
from ceasewatch.store.memory import MemoryStore

runpy.run_path(str(Path(__file__).parents[1] / "nouns.py"))


@pytest.fixture(scope="session")
def made() -> SimpleNamespace:
    """The module ``made.py`` beside this file."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("made.py"))))


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def tellings(made, store: MemoryStore) -> list:
    """The four reports, kept in the store."""
    return [telling.keep(store) for telling in made.make_tellings()]


@pytest.fixture
def incident(made, tellings) -> Incident:
    return made.make_incident(tellings)


@pytest.fixture
def case(incident: Incident, store: MemoryStore) -> CaseFile:
    return build_case_file(incident, store)
