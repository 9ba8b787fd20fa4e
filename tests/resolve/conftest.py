import os
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from ceasewatch.ceasefires.folder import load_ceasefire
from ceasewatch.model.ceasefire import Ceasefire
from ceasewatch.resolve.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="session")
def cases() -> SimpleNamespace:
    """The module ``cases.py`` beside this file."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("cases.py"))))


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """The whole world, built once a run, or kept between runs where CEASEWATCH_CACHE names a folder."""
    kept = os.environ.get("CEASEWATCH_CACHE")
    return open_gazetteer(Path(kept) if kept else tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def karabakh() -> Ceasefire:
    return load_ceasefire("karabakh-2020")
