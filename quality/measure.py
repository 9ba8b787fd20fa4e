"""What every measure is: a name, where its texts are, and how to get figures from them."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from quality.figures import Figures

DATA_VARIABLE = "CEASEWATCH_DATA"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure.

    ``locate`` takes the folder that the user named, if any, and gives the folder with this measure's texts, or ``None`` where they are
    not there; ``found_at`` then tells where anyone can get them. ``run`` takes that folder and a split ("dev", "test"), for sets that
    have splits.
    """

    name: str
    summary: str
    found_at: str
    locate: Callable[[Path | None], Path | None]
    run: Callable[[Path, str | None], Figures]


def data_folder(named: Path | None) -> Path | None:
    """The folder of data: the one that the user named, or else the one that the environment names."""
    if named is not None:
        return named
    from_environment = os.environ.get(DATA_VARIABLE)
    return Path(from_environment) if from_environment else None
