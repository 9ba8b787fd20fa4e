"""Reads originals into reports: the main path of this room.

    original -> limited process (worker.py) -> draft -> report and gaps

Parsing runs in a process of its own with limits on memory, computing time and the clock. One such process is kept warm for all reports of a
run; it is ended and started afresh when it fails, when it needs too long, and now and then. Whatever an original holds, the answer is an
outcome: read, partly read, or refused with its reason.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from types import TracebackType
from typing import IO, Any

from ceasewatch.model.gap import Gap, GapReason
from ceasewatch.model.reading import Original, Outcome, Status
from ceasewatch.model.report import Report
from ceasewatch.read.drafts import Draft, draft_from_plain, refuse
from ceasewatch.read.limits import Limits
from ceasewatch.read.wire import WireBroken, WireTimeout, exchange, pack_request

_REPORTS_PER_WORKER = 1_000
_WORKER = ("-P", "-m", "ceasewatch.read.worker")
_LAST_WORDS = 2_000


class Reader:
    """Reads one original after the other, with one limited process kept warm between them.

    Use it as a context manager; the process starts with the first original. Not for several threads at once.
    """

    def __init__(self, limits: Limits | None = None, *, program: Sequence[str] = _WORKER) -> None:
        """Make a reader.

        Args:
            limits: what one report may take.
            program: the arguments with which Python starts the reading process.
        """
        self.limits = limits or Limits()
        self._program = tuple(program)
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None
        self._reports = 0

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """The id of the reading process, where one is running."""
        return self._process.pid if self._process else None

    def read(self, original: Original) -> Outcome:
        """Read one original into a report; content never raises, it is refused with a reason."""
        return _make_outcome(original, self._read_draft(original))

    def close(self) -> None:
        """End the reading process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    _close_quietly(stream)
        if self._errors is not None:
            self._errors.close()
            self._errors = None

    def _read_draft(self, original: Original) -> Draft:
        request = pack_request({"media_type": original.media_type, "url": original.url}, original.content)
        try:
            return self._ask(request)
        except WireBroken as fault:
            if self._wait_for_end() == -signal.SIGXCPU:
                return self._explain_end(fault)
            # The process may have been ended from outside, by a system short of memory for one: the report gets a second, fresh one.
            self.close()
        try:
            return self._ask(request)
        except WireBroken as fault:
            return self._explain_end(fault)

    def _ask(self, request: bytes) -> Draft:
        process = self._start()
        if process.stdin is None or process.stdout is None:
            raise WireBroken("the process has no pipes")
        try:
            reply = exchange(process.stdin, process.stdout, request, self.limits.wall_seconds)
        except WireTimeout:
            self.close()
            return refuse(GapReason.TOO_SLOW, f"more than {self.limits.wall_seconds:g} seconds")
        return self._understand(reply)

    def _understand(self, reply: dict[str, Any]) -> Draft:
        if reply.get("out_of_memory"):
            self.close()
            return refuse(GapReason.TOO_LARGE, f"reading it needs more memory than {self.limits.memory_bytes // 1_000_000:,} MB")
        if "failed" in reply:
            return refuse(GapReason.READER_FAILED, str(reply["failed"]))
        try:
            return draft_from_plain(reply)
        except (KeyError, TypeError, ValueError) as fault:
            raise WireBroken("the answer is no draft") from fault

    def _start(self) -> subprocess.Popen[bytes]:
        self._reports += 1
        if self._process is not None and (self._process.poll() is not None or self._reports > _REPORTS_PER_WORKER):
            self.close()
        if self._process is None:
            self._reports = 1
            self._errors = tempfile.TemporaryFile()  # noqa: SIM115 -- closed with the process, in close()
            limits = (str(self.limits.memory_bytes), str(self.limits.cpu_seconds), str(self.limits.most_chars))
            self._process = subprocess.Popen(  # noqa: S603 -- our own program, in the Python that runs already
                [sys.executable, *self._program, *limits],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                bufsize=0,
                env=_make_environment(),
                start_new_session=True,
            )
        return self._process

    def _explain_end(self, fault: WireBroken) -> Draft:
        code = self._wait_for_end()
        words = self._last_words()
        self.close()
        if code == -signal.SIGXCPU:
            return refuse(GapReason.TOO_SLOW, f"more than {self.limits.cpu_seconds} seconds of computing")
        cause = str(fault) if code is None else f"signal {-code}" if code < 0 else f"exit code {code}"
        return refuse(GapReason.READER_FAILED, f"the reading process stopped twice ({cause}){': ' + words if words else ''}")

    def _wait_for_end(self) -> int | None:
        if self._process is None:
            return None
        try:
            return self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:  # it sent what is no answer, and lives on
            return None

    def _last_words(self) -> str:
        """The last line that the process wrote of its end."""
        if self._errors is None:
            return ""
        size = self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, size - _LAST_WORDS))
        lines = self._errors.read().decode("utf-8", errors="replace").strip().splitlines()
        return lines[-1][:200] if lines else ""


def read_original(original: Original) -> Outcome:
    """Read a single original; for many, keep a ``Reader``."""
    with Reader() as reader:
        return reader.read(original)


def _make_environment() -> dict[str, str]:
    """The variables that the process needs to find its code, and none of the user's secrets."""
    kept = {name: value for name in ("PATH", "SYSTEMROOT", "TMPDIR", "LANG") if (value := os.environ.get(name)) is not None}
    return kept | {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONUTF8": "1",
        "OPENBLAS_NUM_THREADS": "1",  # each thread reserves memory that counts against the limit
        "OMP_NUM_THREADS": "1",
    }


def _make_outcome(original: Original, draft: Draft) -> Outcome:
    gaps = tuple(Gap.record(report_id=original.id, reason=lack.reason, detail=lack.detail) for lack in draft.lacks)
    if draft.text is None:
        return Outcome(status=Status.REFUSED, report=None, gaps=gaps)
    details = draft.details
    report = Report(
        id=original.id,
        text=draft.text,
        retrieved_at=original.retrieved_at,
        media_type=draft.media_type,
        url=details.url,
        publisher=details.publisher,
        byline=details.byline,
        title=details.title,
        language=details.language,
        published=details.published,
        updated=details.updated,
    )
    return Outcome(status=draft.status, report=report, gaps=gaps)


def _close_quietly(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:  # a pipe to a process that is gone
        return
