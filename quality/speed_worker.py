"""One measured process: warms up, says so, waits for the word to go, reads its folder into the store, and prints what it took.

Started by ``speed.py``: ``python -m quality.speed_worker FOLDER STORE WARM_UP STAGED``. With STAGED above 0 it then takes that many of the
reports through the stages one by one, and through the slowest stage alone.
"""

import json
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from time import perf_counter

from ceasewatch.model.reading import Original, Resolution
from ceasewatch.model.report import Report
from ceasewatch.pipeline import read_inputs
from ceasewatch.read.reader import Reader
from ceasewatch.read.sources import find_sources
from ceasewatch.resolve.resolvers import resolvers
from ceasewatch.store.sqlite import SqliteStore
from ceasewatch.understand.rules import RulesExtractor

_KILOBYTES_PER_MEGABYTE = 1_024


def main() -> None:
    """Measure one folder."""
    folder, store_path, warm_up, staged = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
    started = perf_counter()
    with SqliteStore(store_path.with_name(f"warm-{folder.name}.db")) as store:
        list(read_inputs([str(warm_up)], store))
    _say({"ready_seconds": perf_counter() - started})
    sys.stdin.readline()
    _say(measure_whole(folder, store_path))
    if staged:
        _say(measure_stages(folder, staged))


def measure_whole(folder: Path, store_path: Path) -> dict[str, float]:
    """The whole path as the program runs it: bytes in, stored claims out."""
    started = perf_counter()
    with SqliteStore(store_path) as store:
        handled = list(read_inputs([str(folder)], store))
    seconds = perf_counter() - started
    return {
        "seconds": seconds,
        "reports": sum(one.outcome is not None and one.outcome.report is not None and one.is_new for one in handled),
        "words": sum(len(one.outcome.report.text.split()) for one in handled if one.outcome and one.outcome.report),
        "claims": sum(one.claims for one in handled),
        "peak_megabytes": _peak(resource.RUSAGE_SELF),
        "reader_megabytes": _peak(resource.RUSAGE_CHILDREN),
    }


def measure_stages(folder: Path, most: int) -> dict[str, float]:
    """The same path taken apart, with a clock on every stage; then understanding alone, on reports that lie ready."""
    clock = Clock()
    reports: list[Report] = []
    originals = [source.load() for source in islice(find_sources([str(folder)]), most)]
    with tempfile.TemporaryDirectory() as place, SqliteStore(Path(place) / "stages.db") as store, Reader() as reader:
        for original in originals:
            _take_through(original, store, reader, clock, reports)
    started = perf_counter()
    for report in reports:
        RulesExtractor().extract(report)
    return {**clock.seconds, "bare_understand": perf_counter() - started}


class Clock:
    """Adds up what each stage takes."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def time(self, stage: str) -> Iterator[None]:
        """Count the block to a stage."""
        started = perf_counter()
        yield
        self.seconds[stage] = self.seconds.get(stage, 0.0) + perf_counter() - started


def _take_through(original: Original, store: SqliteStore, reader: Reader, clock: Clock, reports: list[Report]) -> None:
    with clock.time("store"):
        store.add_original(original)
    with clock.time("read"):
        outcome = reader.read(original)
    if outcome.report is None:
        return
    reports.append(outcome.report)
    with clock.time("understand"):
        reading = RulesExtractor().extract(outcome.report)
    with clock.time("resolve"):
        parts = [resolver.resolve(outcome.report, reading.claims) for resolver in resolvers(None)]
    resolution = Resolution(
        links=tuple(link for part in parts for link in part.links),
        records=tuple({record.id: record for part in parts for record in part.records}.values()),
        gaps=tuple(gap for part in parts for gap in part.gaps),
    )
    with clock.time("store"):
        store.add_outcome(original.id, outcome, reading, resolution)


def _peak(whose: int) -> float:
    """The most memory held at once, in megabytes; of the largest child where children are asked for."""
    return resource.getrusage(whose).ru_maxrss / _KILOBYTES_PER_MEGABYTE


def _say(figures: dict[str, float], write: Callable[[str], int] = sys.stdout.write) -> None:
    write(json.dumps(figures) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
