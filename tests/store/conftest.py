"""The stores under test, and reports to put into them."""

import runpy
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from ceasewatch.store.open import STORES
from ceasewatch.store.sqlite import SqliteStore
from ceasewatch.store.store import Store

runpy.run_path(str(Path(__file__).parents[1] / "nouns.py"))


@pytest.fixture(scope="session")
def cases() -> SimpleNamespace:
    """The module ``cases.py`` beside this file."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("cases.py"))))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ceasewatch.db"


@pytest.fixture
def filled(path: Path, cases) -> Path:
    """The path of a closed store that holds a few reports."""
    with SqliteStore(path) as store:
        for number in range(8):
            cases.make_case(number).keep(store)
    return path


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, path: Path) -> Iterator[Store]:
    """Every built-in store in turn: one contract, the same tests."""
    with STORES[request.param](path) as opened:
        yield opened


@pytest.fixture
def open_again() -> Callable[[Store, Path], Store]:
    """Close a store and open it anew where it has a file; a store in memory stays as it is."""

    def reopen(store: Store, path: Path) -> Store:
        if not path.exists():
            return store
        store.close()
        return STORES["sqlite"](path)

    return reopen
