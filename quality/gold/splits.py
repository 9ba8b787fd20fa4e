"""Which annotated report is for what: fixed by outlet and day ahead of any training, in ``splits.csv``."""

import csv
from pathlib import Path

SPLITS = ("train", "dev", "test", "outlets", "aside")
_TABLE = Path(__file__).with_name("splits.csv")


def read_splits(path: Path = _TABLE) -> dict[str, str]:
    """The split of every document."""
    with path.open(encoding="utf-8", newline="") as table:
        return {row["document"]: row["split"] for row in csv.DictReader(table)}
