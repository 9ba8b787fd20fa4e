"""``python -m quality speed``: how fast the whole path is, bytes in and stored claims out, where the time goes, and how it grows.

Every run is its own process (or two, into one store), warmed up with one report and then started on a word, so that the figures are those
of a long run; what starting takes stands beside them. The ratio at the end compares the whole path with its slowest necessary part alone,
in the same process.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from ceasewatch.errors import DataMissing
from quality.figures import Amount, Figures
from quality.measure import Measure
from quality.speed_reports import list_originals, write_reports

_ROOT = Path(__file__).resolve().parents[1]
_DEMO = _ROOT / "demo" / "reports"
_SIZES = {None: (100, 1_000), "dev": (100, 1_000), "quick": (100,), "full": (100, 1_000, 10_000)}
_STAGES = ("read", "understand", "resolve", "store")
_STAGED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run took.

    ``seconds`` is the wall clock from the word to go until all processes are done, ``computing_seconds`` what they computed together,
    ``megabytes`` the sum of the most that each held, with its reading process.
    """

    reports: int
    processes: int
    seconds: float
    computing_seconds: float
    start_seconds: float
    words: int
    claims: int
    megabytes: int
    stages: dict[str, float]

    @property
    def label(self) -> str:
        """What was run."""
        return f"{self.reports:,} reports, {self.processes} process{'es' if self.processes > 1 else ''}"


def locate(named: Path | None) -> Path | None:  # noqa: ARG001 -- no data is needed
    """The demo's reports, whatever data the user named: a speed is only comparable on the same texts."""
    return _DEMO if _DEMO.is_dir() else None


def measure(data: Path, split: str | None = None) -> Figures:
    """Run the sizes of a split ("quick", "dev", "full") on one process and on two.

    Raises:
        DataMissing: there is no such split, or a process did not come through.
    """
    if split not in _SIZES:
        raise DataMissing(f"there is no size “{split}”; there are quick, dev and full")
    originals = list_originals(data)
    runs = [run(originals, size, processes) for size in _SIZES[split] for processes in (1, 2)]
    return make_figures(runs, f"{len(originals)} reports varied, on {os.cpu_count()} cores")


def run(originals: Sequence[Path], reports: int, processes: int) -> Run:
    """Read so many reports with so many processes into one new store.

    Raises:
        DataMissing: a process did not come through.
    """
    with tempfile.TemporaryDirectory() as place:
        folders = [Path(place) / f"part-{number}" for number in range(processes)]
        warm_up = Path(place) / "warm"
        write_reports(originals, warm_up, range(reports, reports + 1))
        for number, folder in enumerate(folders):
            write_reports(originals, folder, range(number * reports // processes, (number + 1) * reports // processes))
        staged = min(reports, _STAGED) if processes == 1 else 0
        workers = [_start(folder, Path(place) / "speed.db", warm_up, staged) for folder in folders]
        try:
            return _follow(workers, reports, staged > 0)
        finally:
            for worker in workers:
                worker.kill()
                worker.communicate()


def make_figures(runs: Sequence[Run], subject: str) -> Figures:
    """Speeds, shares and sizes of every run, and how much longer a report takes in the largest run than in the smallest."""
    return Figures(
        name="speed", subject=subject, amounts=tuple(amount for one in runs for amount in _measure_run(one)) + tuple(_measure_growth(runs))
    )


def _start(folder: Path, store: Path, warm_up: Path, staged: int) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 -- our own module, in the Python that runs already
        [sys.executable, "-m", "quality.speed_worker", str(folder), str(store), str(warm_up), str(staged)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=_ROOT,
        text=True,
    )


def _follow(workers: Sequence[subprocess.Popen[str]], reports: int, is_staged: bool) -> Run:
    ready = [_hear(worker) for worker in workers]
    started = perf_counter()
    for worker in workers:
        _tell_to_go(worker)
    told = [_hear(worker) for worker in workers]
    seconds = perf_counter() - started
    if sum(one["reports"] for one in told) != reports:
        raise DataMissing(f"{reports - sum(one['reports'] for one in told):.0f} of {reports} reports were not read as new")
    return Run(
        reports=reports,
        processes=len(workers),
        seconds=seconds,
        computing_seconds=sum(one["computing_seconds"] for one in told),
        start_seconds=max(one["ready_seconds"] for one in ready),
        words=int(sum(one["words"] for one in told)),
        claims=int(sum(one["claims"] for one in told)),
        megabytes=round(sum(one["megabytes"] for one in told)),
        stages=_hear(workers[0]) if is_staged else {},
    )


def _tell_to_go(worker: subprocess.Popen[str]) -> None:
    if worker.stdin is None:
        raise DataMissing("a measured process has no input")
    worker.stdin.write("go\n")
    worker.stdin.flush()


def _hear(worker: subprocess.Popen[str]) -> dict[str, float]:
    line = worker.stdout.readline() if worker.stdout is not None else ""
    if not line:
        raise DataMissing("a measured process ended before it had read its reports")
    heard: dict[str, float] = json.loads(line)
    return heard


def _measure_run(one: Run) -> Iterator[Amount]:
    yield Amount(label=f"{one.label}: reports", amount=one.reports / one.seconds, unit="reports/s")
    yield Amount(label=f"{one.label}: words", amount=one.words / one.seconds, unit="words/s")
    yield Amount(label=f"{one.label}: computing, all processes", amount=1_000 * one.computing_seconds / one.reports, unit="ms a report")
    yield Amount(label=f"{one.label}: claims stored", amount=one.claims / one.reports, unit="a report")
    yield Amount(label=f"{one.label}: most memory", amount=one.megabytes, unit="MB")
    yield Amount(label=f"{one.label}: to start", amount=one.start_seconds, unit="s")
    if not one.stages:
        return
    whole = sum(one.stages[stage] for stage in _STAGES)
    for stage in _STAGES:
        yield Amount(label=f"{one.label}: time for {stage}", amount=100 * one.stages[stage] / whole, unit="%")
    yield Amount(label=f"{one.label}: whole path, in understanding alone", amount=whole / one.stages["bare_understand"], unit="times")


def _measure_growth(runs: Sequence[Run]) -> Iterator[Amount]:
    for processes in sorted({one.processes for one in runs}):
        own = sorted((one for one in runs if one.processes == processes), key=lambda one: one.reports)
        small, large = own[0], own[-1]
        if small is not large:
            ratio = (large.seconds / large.reports) / (small.seconds / small.reports)
            yield Amount(label=f"a report in {large.label}, in one of {small.reports:,}", amount=ratio, unit="times")


MEASURE = Measure(
    name="speed",
    summary="reports and words a second from bytes to stored claims, each stage's share, memory, and how it grows",
    found_at="It needs the demo's reports (demo/reports), which come with the source.",
    locate=locate,
    run=measure,
)
