"""Processes that share a store, and processes that die in the middle of writing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ceasewatch.store.sqlite import SqliteStore

WRITER = Path(__file__).with_name("writer.py")
CLAIMS = 4


def start_writer(path: Path, first: int, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(WRITER), str(path), str(first), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def list_acknowledged(output: str) -> list[str]:
    """The ids on whole lines: a line that the kill cut short acknowledges nothing."""
    return [line.strip() for line in output.splitlines(keepends=True) if line.endswith("\n")]


def assert_no_report_is_half_there(store: SqliteStore) -> None:
    found = set(store.search("guards"))
    noted = {subject for _, what, subject in store.audit() if what == "read"}
    reports = [report.id for report in store.reports()]
    assert found == noted == set(reports)
    for report_id in reports:
        assert len(list(store.claims(report_id=report_id))) == CLAIMS
        assert len(list(store.gaps(report_id=report_id))) == 1
        assert store.original(report_id)
    assert len(list(store.claims())) == CLAIMS * len(reports)
    assert len(list(store.mentions())) == len(list(store.links())) == len(reports)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill a process outright")
def test_a_killed_process_leaves_no_half_report_and_loses_nothing_it_was_told_is_kept(path):
    acknowledged: list[str] = []
    for kill in range(4):
        writer = start_writer(path, first=10_000 * kill, count=10_000)
        head = [writer.stdout.readline() for _ in range(3 + 17 * kill)]
        os.kill(writer.pid, signal.SIGKILL)
        rest, _ = writer.communicate()
        assert writer.returncode == -signal.SIGKILL
        acknowledged += list_acknowledged("".join(head) + rest)
        with SqliteStore(path) as store:
            assert set(acknowledged) <= {report.id for report in store.reports()}
            assert_no_report_is_half_there(store)
            store.verify()
    assert len(acknowledged) == len(set(acknowledged)) >= 3 + 20 + 37 + 54


def test_two_processes_make_and_fill_one_store_together(path):
    writers = [start_writer(path, first=0, count=30), start_writer(path, first=20, count=30)]
    outputs = [writer.communicate()[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    acknowledged = [list_acknowledged(output) for output in outputs]
    assert [len(ids) for ids in acknowledged] == [30, 30]
    with SqliteStore(path) as store:
        assert {report.id for report in store.reports()} == {*acknowledged[0], *acknowledged[1]}
        assert len(list(store.reports())) == 50
        assert_no_report_is_half_there(store)
        assert len([what for _, what, _ in store.audit() if what == "read"]) == 50
