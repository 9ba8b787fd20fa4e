"""``ceasewatch read``, and what it says about its inputs."""

import json
import sys
from pathlib import Path

import pytest

from ceasewatch.cli import read as read_module
from ceasewatch.cli.tally import Tally, describe_trouble
from ceasewatch.model.gap import Gap, GapReason
from ceasewatch.model.reading import Outcome, Status
from ceasewatch.pipeline import Handled
from ceasewatch.store.sqlite import SqliteStore

REPORT = """---
publisher: Hill Station Times
title: Guards killed at the ford
published: 2013-08-06
language: en
---
Five guards were killed on Tuesday near the ford at Sarla, the Ministry of Defence said.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def noise(tmp_path: Path) -> Path:
    path = tmp_path / "noise.txt"
    path.write_bytes(bytes(range(256)) * 8)
    return path


def handled(status: Status | None, *reasons: GapReason, name: str = "a.txt", detail: str | None = None, is_new: bool = True) -> Handled:
    gaps = tuple(Gap.record(report_id="r", reason=reason, detail=detail) for reason in reasons)
    outcome = None if status is None else Outcome(status=status, report=None, gaps=gaps)
    return Handled(name=name, outcome=outcome, gaps=gaps, is_new=is_new, mentions=2, claims=5)


def test_reading_makes_the_store_and_says_what_was_read(run, report):
    result = run("read", report)
    assert result.exit_code == 0
    assert result.stdout.startswith("1 read, 0 partly read, 0 refused, 0 already known; ")
    assert Path("ceasewatch.db").exists()


def test_reading_twice_says_that_it_is_known_and_ends_well(run, report):
    run("read", report)
    before = run("claims").stdout
    result = run("read", report)
    assert result.stdout == "0 read, 0 partly read, 0 refused, 1 already known; 0 new mentions, 0 new claims\n"
    assert result.exit_code == 0
    assert run("claims").stdout == before


def test_standard_input_is_read(run):
    assert run("read", "-", stdin=REPORT).stdout.startswith("1 read")


def test_what_is_read_can_be_looked_at(run, report):
    run("read", report, "--store", "other.db")
    claims = [json.loads(line) for line in run("claims", "--store", "other.db").stdout.splitlines()]
    assert claims
    assert all(claim["evidence"] in claim["sentence"] for claim in claims)


def test_a_refused_input_is_told_with_its_reason(run, report, noise):
    result = run("read", noise, report)
    lines = result.stdout.splitlines()
    assert lines[0].startswith(f"{noise}: refused: ")
    assert lines[-1].startswith("1 read, 0 partly read, 1 refused")
    assert result.exit_code == 0


def test_the_exit_code_is_1_when_every_input_was_refused(run, noise):
    assert run("read", noise, "missing.txt").exit_code == 1
    assert run("read", noise).exit_code == 1


def test_a_missing_file_is_told_in_one_line_and_stops_nothing(run, report):
    result = run("read", "missing.txt", report)
    assert result.stdout.splitlines()[0] == "missing.txt: refused: there is no file or folder missing.txt"
    assert result.exit_code == 0


def test_a_folder_without_reports_is_an_error(run, tmp_path):
    (tmp_path / "empty").mkdir()
    result = run("read", tmp_path / "empty")
    assert result.exit_code == 1
    assert "there are no reports in" in result.stderr


def test_an_unknown_ceasefire_is_told_in_one_line_before_anything_is_read(run, report):
    result = run("read", report, "--ceasefire", "no-such-ceasefire")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert not Path("ceasewatch.db").exists()


def test_the_ceasefire_can_be_named_in_the_environment(run, report, monkeypatch):
    monkeypatch.setenv("CEASEWATCH_CEASEFIRE", "no-such-ceasefire")
    assert run("read", report).exit_code == 1


def test_a_bundled_ceasefire_is_passed_on(run, report, monkeypatch):
    from ceasewatch.ceasefires.folder import bundled_ceasefires

    seen = []

    def note(inputs, store, *, ceasefire):
        seen.append(ceasefire.id)
        yield handled(Status.READ)

    monkeypatch.setattr(read_module, "read_inputs", note)
    name = bundled_ceasefires()[0]
    assert run("read", report, "--ceasefire", name).exit_code == 0
    assert len(seen) == 1


def test_an_error_that_is_not_ours_keeps_its_traceback(run, report, monkeypatch):
    def fail(inputs, store, *, ceasefire):
        yield handled(Status.READ)
        raise ZeroDivisionError

    monkeypatch.setattr(read_module, "read_inputs", fail)
    with pytest.raises(ZeroDivisionError):
        run("read", report)


def test_no_input_is_a_mistake_in_usage(run):
    assert run("read").exit_code == 2


def test_no_bar_is_drawn_where_nobody_looks(run, report, noise):
    assert run("read", report, noise).stderr == ""


def test_a_bar_is_drawn_on_a_terminal_and_lines_stand_above_it(run, report, noise, monkeypatch, capfd):
    monkeypatch.setattr(read_module, "read_inputs", lambda *_, **__: iter([handled(Status.REFUSED, GapReason.EMPTY), handled(Status.READ)]))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with read_module._Progress([str(report), str(noise)]) as progress:
        progress.step("a.txt: refused: there is no text in it")
        progress.step(None)
    shown = capfd.readouterr()
    assert shown.out == "a.txt: refused: there is no text in it\n"
    assert "2/2" in shown.err


def test_every_input_is_counted_once():
    tally = Tally()
    for one in (
        handled(Status.READ),
        handled(Status.PARTLY_READ, GapReason.TEXT_LOST),
        handled(Status.READ, is_new=False),
        handled(Status.REFUSED, GapReason.EMPTY, is_new=False),
        handled(None, GapReason.NOT_FETCHED),
    ):
        tally.add(one)
    assert tally.inputs == 5
    assert tally.describe() == "1 read, 1 partly read, 2 refused, 1 already known; 4 new mentions, 10 new claims"


def test_one_mention_is_told_in_the_singular():
    assert Tally(read=1, mentions=1, claims=1).describe().endswith("; 1 new mention, 1 new claim")


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (handled(Status.READ), None),
        (handled(Status.REFUSED, GapReason.EMPTY), "a.txt: refused: there is no text in it"),
        (
            handled(Status.PARTLY_READ, GapReason.TEXT_LOST, GapReason.NO_PUBLICATION_DATE),
            "a.txt: partly read: part of the text on the page was not read; it does not say when it was published",
        ),
        (
            handled(Status.REFUSED, GapReason.TOO_LARGE, detail="30 MB"),
            "a.txt: refused: it is larger than the limit for one report (30 MB)",
        ),
        (handled(None, GapReason.NOT_FETCHED, detail="a.txt: it is a private address"), "a.txt: refused: it is a private address"),
        (handled(None, GapReason.NOT_OPENED, detail="a.txt: there is no file a.txt"), "a.txt: refused: there is no file a.txt"),
        (handled(None, GapReason.NOT_FETCHED), "a.txt: refused: the address could not be fetched"),
    ],
)
def test_trouble_is_told_in_words(one, line):
    assert describe_trouble(one) == line


def test_a_report_that_tells_of_no_incident_leaves_the_list_empty(run, tmp_path):
    path = tmp_path / "weather.txt"
    path.write_text("It will be mild and dry in the valley, and the orchards are in bloom.\n", encoding="utf-8")
    assert run("read", path).exit_code == 0
    with SqliteStore(Path("ceasewatch.db")) as store:
        assert list(store.claims()) == []
    assert run("incidents").stdout == ""
