import os
from pathlib import Path

import pytest

from ceasewatch.resolve.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """The whole world, built once a run, or kept between runs where CEASEWATCH_CACHE names a folder."""
    kept = os.environ.get("CEASEWATCH_CACHE")
    return open_gazetteer(Path(kept) if kept else tmp_path_factory.mktemp("cache"))
