"""One measured process: warms up, says so, waits for the word to go, reads its folder into the store, and prints what it took.

Started by ``speed.py``: ``python -m quality.speed_worker FOLDER STORE WARM_UP STAGED``. With STAGED above 0 it then takes that many of the
reports through the stages one by one, and through the slowest stage alone.
"""

import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from time import perf_counter

from ceasewatch.model.reading import Original, Resolution
from ceasewatch.pipeline import Handled, read_inputs
from ceasewatch.read.reader import Reader
from ceasewatch.read.sources import find_sources
from ceasewatch.resolve.resolvers import resolvers
from ceasewatch.store.sqlite import SqliteStore
from ceasewatch.understand.rules import RulesExtractor

_KILOBYTES_PER_MEGABYTE = 1_024
_REPORTS_PER_LOOK = 20
_CHILDREN = Path("/proc/thread-self/children")
_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


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
    memory = Memory()
    handled: list[Handled] = []
    started, computed = perf_counter(), _computing()
    with SqliteStore(store_path) as store:
        for one in read_inputs([str(folder)], store):
            handled.append(one)
            memory.look()
    seconds = perf_counter() - started
    return {
        "seconds": seconds,
        "computing_seconds": _computing() - computed,
        "reports": sum(one.outcome is not None and one.outcome.report is not None and one.is_new for one in handled),
        "words": sum(len(one.outcome.report.text.split()) for one in handled if one.outcome and one.outcome.report),
        "claims": sum(one.claims for one in handled),
        "megabytes": memory.own + memory.children,
    }


def measure_stages(folder: Path, most: int) -> dict[str, float]:
    """The same path taken apart, with a clock on every stage; understanding alone beside it, on the same reports."""
    clock = Clock()
    originals = [source.load() for source in islice(find_sources([str(folder)]), most)]
    with tempfile.TemporaryDirectory() as place, SqliteStore(Path(place) / "stages.db") as store, Reader() as reader:
        for original in originals:
            _take_through(original, store, reader, clock)
    return clock.seconds


class Memory:
    """The most memory that this process, and its largest child, held at once, in megabytes; 0 where the system has no /proc to say.

    The system's other account, getrusage, counts what the parent of a process held.
    """

    def __init__(self) -> None:
        self.own = 0.0
        self.children = 0.0
        self._looks = 0

    def look(self) -> None:
        """Look once in a while."""
        self._looks += 1
        if self._looks % _REPORTS_PER_LOOK == 1 and _CHILDREN.exists():
            self.own = _peak("self")
            self.children = max([self.children, *(_peak(child) for child in _CHILDREN.read_text().split())])


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


def _take_through(original: Original, store: SqliteStore, reader: Reader, clock: Clock) -> None:
    with clock.time("store"):
        store.add_original(original)
    with clock.time("read"):
        outcome = reader.read(original)
    if outcome.report is None:
        return
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
    # Beside the first time, so that whatever else the machine does weighs on both alike.
    with clock.time("bare_understand"):
        RulesExtractor().extract(outcome.report)


def _computing() -> float:
    """The processor time of this process and of the children that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def _peak(process: str) -> float:
    status = Path("/proc", process, "status").read_text(encoding="ascii", errors="replace")
    found = _PEAK.search(status)
    return int(found.group(1)) / _KILOBYTES_PER_MEGABYTE if found else 0.0


def _say(figures: dict[str, float], write: Callable[[str], int] = sys.stdout.write) -> None:
    write(json.dumps(figures) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
