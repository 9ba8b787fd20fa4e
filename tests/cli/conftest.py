"""A store on disk with the made-up incident, and the command to look into it."""

import runpy
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from ceasewatch.cli.main import main
from ceasewatch.store.sqlite import SqliteStore


@pytest.fixture(scope="session")
def made() -> SimpleNamespace:
    """The module ``tests/show/made.py``."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "show" / "made.py")))


@pytest.fixture
def store_path(tmp_path: Path, made) -> Path:
    path = tmp_path / "kept" / "record.db"
    path.parent.mkdir()
    with SqliteStore(path) as store:
        made.keep_all(store, made.make_tellings())
    return path


@pytest.fixture
def run(monkeypatch, tmp_path: Path) -> Callable[..., Result]:
    """Run a command line in an empty folder; what is not an error of ours is raised in the test."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("CEASEWATCH_CEASEFIRE", raising=False)

    def call(*words: str | Path, stdin: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(main, [str(word) for word in words], input=stdin, prog_name="ceasewatch")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


@pytest.fixture
def incident_id(store_path: Path, run) -> str:
    return run("incidents", "--store", store_path).stdout.splitlines()[1].split()[0]
