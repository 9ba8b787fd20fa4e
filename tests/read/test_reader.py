import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ceasewatch.model.gap import GapReason
from ceasewatch.model.reading import Original, Outcome, Status
from ceasewatch.read.limits import Limits
from ceasewatch.read.reader import Reader, read_original

Make = Callable[..., Original]

# A stand-in for the reading process: the first time it takes a report and never answers, after that it is the real one.
HANGS_ONCE = """
import pathlib, sys, time
mark = pathlib.Path(sys.argv.pop(1))
if not mark.exists():
    sys.stdin.buffer.read(8)
    mark.touch()
    time.sleep(60)
from ceasewatch.read.worker import main
main()
"""


def reasons(outcome: Outcome) -> list[GapReason]:
    return [gap.reason for gap in outcome.gaps]


def test_a_report_has_the_id_and_the_origin_of_its_bytes(reader: Reader, make_original: Make) -> None:
    original = make_original("---\npublisher: Example Times\npublished: 2023-03-05\n---\nShots fell.", url="https://example.org/a")
    outcome = reader.read(original)
    assert outcome.status is Status.READ
    assert outcome.gaps == ()
    report = outcome.report
    assert report is not None
    assert (report.id, report.retrieved_at, report.url) == (original.id, original.retrieved_at, "https://example.org/a")
    assert (report.publisher, report.text, report.media_type) == ("Example Times", "Shots fell.", "text/plain")


def test_one_reading_for_one_report(make_original: Make) -> None:
    outcome = read_original(make_original("Shots fell near the mill."))
    assert outcome.report is not None


def test_reading_twice_gives_the_same_outcome(reader: Reader, make_original: Make, paragraphs: str) -> None:
    original = make_original(f"<html><body>{paragraphs}</body></html>")
    assert reader.read(original) == reader.read(original)


def test_every_kind_of_bad_input_has_an_outcome_and_the_next_report_is_read(reader: Reader, make_original: Make) -> None:
    bad = [
        make_original(b""),
        make_original(b" \n "),
        make_original(bytes(range(256)) * 20),
        make_original(b"%PDF-1.7"),
        make_original("<p>" + "Shots fell near the mill on Sunday. " * 900_000, media_type="text/html"),
        make_original("<div>" * 5_000 + "Shots fell near the mill.", media_type="text/html"),
        make_original("Обстрел начался вечером и продолжался два часа."),
        make_original("---\npublished: 2023-02-30\n---\nShots fell."),
        make_original("Shots fell – near “Köln”.".encode("cp1252"), media_type="text/plain; charset=utf-8"),
    ]
    outcomes = [reader.read(original) for original in bad]
    assert [outcome.status for outcome in outcomes] == [Status.REFUSED] * 4 + [Status.PARTLY_READ] * 3 + [Status.READ] * 2
    assert all(outcome.gaps for outcome in outcomes)
    for original, outcome in zip(bad, outcomes, strict=True):
        assert {gap.report_id for gap in outcome.gaps} == {original.id}
    assert GapReason.TOO_LARGE in reasons(outcomes[4])
    assert GapReason.TOO_DEEP in reasons(outcomes[5])
    assert outcomes[8].report is not None
    assert outcomes[8].report.text == "Shots fell – near “Köln”."
    assert reader.read(make_original("Shots fell near the bridge.")).status is Status.READ


def test_a_process_that_is_killed_midway_loses_no_report(make_original: Make, tmp_path: Path) -> None:
    mark = tmp_path / "took-the-report"
    with Reader(program=("-P", "-c", HANGS_ONCE, str(mark))) as reader:
        killed: list[int] = []

        def kill_once_it_reads() -> None:
            while not mark.exists():
                time.sleep(0.01)
            killed.append(reader.process_id or 0)
            os.kill(killed[0], signal.SIGKILL)

        killer = threading.Thread(target=kill_once_it_reads)
        killer.start()
        outcome = reader.read(make_original("Shots fell near the mill."))
        killer.join()
        assert outcome.report is not None
        assert outcome.report.text == "Shots fell near the mill."
        assert reader.process_id != killed[0]


def test_a_process_that_was_killed_between_two_reports_is_started_again(make_original: Make) -> None:
    with Reader() as reader:
        assert reader.read(make_original("Shots fell near the mill.")).report is not None
        first = reader.process_id
        assert first is not None
        os.kill(first, signal.SIGKILL)
        assert reader.read(make_original("Shots fell near the bridge.")).report is not None
        assert reader.process_id != first


def test_a_report_that_is_never_answered_is_refused_in_time_and_the_next_is_read(make_original: Make, tmp_path: Path) -> None:
    with Reader(Limits(wall_seconds=3.0), program=("-P", "-c", HANGS_ONCE, str(tmp_path / "mark"))) as reader:
        outcome = reader.read(make_original("Shots fell near the mill."))
        assert (outcome.status, reasons(outcome)) == (Status.REFUSED, [GapReason.TOO_SLOW])
        # The second start is the real program, which needs a moment.
        reader.limits = Limits()
        assert reader.read(make_original("Shots fell near the bridge.")).status is Status.READ


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("raise SystemExit('out of luck')", "out of luck"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "signal 11"),
        ("import sys; sys.stdin.buffer.read(8); sys.stdout.buffer.write(b'\\0\\0\\0\\2[]'); sys.stdout.flush()", "not an object"),
        ("import sys; sys.stdin.buffer.read(8); sys.stdout.buffer.write(b'\\0\\0\\0\\2{}'); sys.stdout.flush()", "no draft"),
        ("import sys; sys.stdin.buffer.read(8); sys.stdout.buffer.write(b'\\xff' * 99); sys.stdout.flush()", "longer than any report"),
    ],
)
def test_a_process_that_fails_every_time_is_a_refusal_that_says_how(make_original: Make, code: str, words: str) -> None:
    with Reader(program=("-P", "-c", code + "\nimport time; time.sleep(5)")) as reader:
        outcome = reader.read(make_original("Shots fell near the mill."))
    assert (outcome.status, reasons(outcome)) == (Status.REFUSED, [GapReason.READER_FAILED])
    assert words in (outcome.gaps[0].detail or "")


def test_a_report_that_takes_too_much_memory_is_refused_and_the_next_is_read(make_original: Make) -> None:
    with Reader(Limits(memory_bytes=300_000_000)) as reader:
        outcome = reader.read(make_original("é\r\n" * 20_000_000))
        assert (outcome.status, reasons(outcome)) == (Status.REFUSED, [GapReason.TOO_LARGE])
        assert reader.read(make_original("Shots fell near the mill.")).status is Status.READ


def test_a_report_that_computes_too_long_is_refused(make_original: Make) -> None:
    with Reader(Limits(cpu_seconds=1)) as reader:
        outcome = reader.read(make_original("<br>" * 7_000_000 + "Shots fell.", media_type="text/html"))
    assert (outcome.status, reasons(outcome)) == (Status.REFUSED, [GapReason.TOO_SLOW])


SHUT_IN = """
import socket, subprocess, sys
from ceasewatch.read.limits import Limits, shut_in
shut_in(Limits())
for name, act in {
    "connect": lambda: socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=1),
    "start": lambda: subprocess.run(["true"]),
    "write": lambda: open(sys.argv[2], "wb").write(bytes(2_000_000)),
}.items():
    try:
        act()
    except OSError:
        print(name, "refused")
"""


def test_the_reading_process_cannot_connect_start_programs_or_fill_the_disk(tmp_path: Path) -> None:
    import subprocess
    import sys

    with socket.create_server(("127.0.0.1", 0)) as listener:
        arguments = [sys.executable, "-c", SHUT_IN, str(listener.getsockname()[1]), str(tmp_path / "large")]
        done = subprocess.run(arguments, capture_output=True, text=True, check=True)
        listener.settimeout(0.1)
        with pytest.raises(TimeoutError):
            listener.accept()
    assert done.stdout.splitlines() == ["connect refused", "start refused", "write refused"]


def test_the_reading_process_does_not_see_the_users_secrets(make_original: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXAMPLE_SECRET", "sesame")
    with Reader(program=("-P", "-c", "import os; raise SystemExit(str('EXAMPLE_SECRET' in os.environ))")) as reader:
        outcome = reader.read(make_original("Shots fell."))
    assert (outcome.gaps[0].detail or "").endswith("False")
