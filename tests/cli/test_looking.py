"""The commands that look into a store."""

import json
from pathlib import Path

import pytest

from ceasewatch.model.claim import Claim
from ceasewatch.model.codec import from_plain
from ceasewatch.model.gap import Gap, GapReason
from ceasewatch.model.reading import Original, Outcome, Reading, Resolution, Status
from ceasewatch.store.sqlite import SqliteStore


def test_incidents_lists_one_line_each(run, store_path):
    result = run("incidents", "--store", store_path)
    heading, line = result.stdout.splitlines()
    assert heading.split() == ["incident", "when", "what", "where", "reports", "speakers", "note"]
    assert "Kala Pahar / Kali Pahari; Rakh Sector" in line
    assert "versions differ: where, fired first, killed" in line
    assert result.exit_code == 0


def test_incidents_as_json(run, store_path):
    (incident,) = json.loads(run("incidents", "--store", store_path, "--json").stdout)
    assert incident["reports"] == 4
    assert "killed" in incident["versions_differ"]


def test_show_prints_the_case_file(run, store_path, incident_id):
    result = run("show", incident_id, "--store", store_path)
    assert result.exit_code == 0
    assert "»three Pakistani soldiers«" in result.stdout
    assert "quoting Pakistan's military, citing local residents" in " ".join(result.stdout.split())
    assert "\x1b" not in result.stdout


def test_show_as_json_has_the_same_incident(run, store_path, incident_id):
    data = json.loads(run("show", incident_id, "--store", store_path, "--json").stdout)
    assert data["id"].startswith(incident_id)
    assert {slot["slot"] for slot in data["slots"]} >= {"killed", "wounded", "fired_first", "where", "when"}


def test_show_writes_the_page_as_well(run, store_path, incident_id, tmp_path):
    page = tmp_path / "case.html"
    result = run("show", incident_id, "--store", store_path, "--html", page)
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "KILLED" in result.stdout
    assert f"wrote {page}" in result.stderr


def test_a_page_that_cannot_be_written_is_told_in_a_line(run, store_path, incident_id, tmp_path):
    result = run("show", incident_id, "--store", store_path, "--html", tmp_path / "no" / "case.html")
    assert result.exit_code == 1
    assert "case.html" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_id_of_any_mention_finds_the_incident(run, store_path, made):
    for telling in made.make_tellings():
        assert run("show", telling.mention.id, "--store", store_path).exit_code == 0


def test_an_unknown_incident_is_told_in_one_line(run, store_path):
    result = run("show", "ffffffff", "--store", store_path)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("ceasewatch: ")
    assert len(result.stderr.splitlines()) == 1


def test_claims_are_one_json_object_a_line(run, store_path, made):
    lines = run("claims", "--store", store_path).stdout.splitlines()
    claims = [from_plain(json.loads(line), Claim) for line in lines]
    assert sorted(claim.id for claim in claims) == sorted(claim.id for telling in made.make_tellings() for claim in telling.claims)


def test_claims_of_one_report(run, store_path, made):
    telling = made.make_wire()
    lines = run("claims", "--report", telling.original.id[:10], "--store", store_path).stdout.splitlines()
    assert {json.loads(line)["span"]["report_id"] for line in lines} == {telling.original.id}
    assert json.loads(lines[0])["sentence"] in telling.text


def test_gaps_are_told_in_words_by_report(run, store_path):
    result = run("gaps", "--store", store_path)
    assert "Jammu Ledger: Two soldiers killed on the Line of Control" in result.stdout
    assert "  Where: the place is in no gazetteer (the villages below)" in result.stdout


def test_gaps_as_json_and_of_one_report(run, store_path, made):
    telling = made.make_urdu()
    data = json.loads(run("gaps", "--store", store_path, "--report", telling.original.id[:12], "--json").stdout)
    assert [gap["reason"] for gap in data] == ["no_publication_date"]
    assert data[0]["words"] == "it does not say when it was published"


def test_a_report_without_gaps_has_none(run, store_path, made):
    assert run("gaps", "--store", store_path, "--report", made.make_wire().original.id).stdout == ""


def test_a_refused_input_has_its_gap_though_there_is_no_report(run, store_path, made):
    original = Original(content=b"\x00\x01", name="noise", retrieved_at=made.NOON)
    gap = Gap.record(report_id=original.id, reason=GapReason.NOT_TEXT)
    with SqliteStore(store_path) as store:
        store.add_original(original)
        store.add_outcome(original.id, Outcome(status=Status.REFUSED, report=None, gaps=(gap,)), Reading(), Resolution())
        store.add_gap(Gap.record(report_id=None, reason=GapReason.NOT_FETCHED, detail="https://example.org/gone: 404"))
    assert "it is not a text (binary data)" in run("gaps", "--store", store_path, "--report", original.id[:8]).stdout
    everything = run("gaps", "--store", store_path).stdout
    assert everything.startswith("not opened or not fetched\n  the address could not be fetched (https://example.org/gone: 404)\n")
    assert f"{original.id[:8]}  noise: refused" in everything


def test_gaps_of_an_unknown_report_are_an_error(run, store_path):
    result = run("gaps", "--store", store_path, "--report", "ffffffff")
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (1, "", 1)


def test_search_finds_reports_by_their_words(run, store_path, made):
    result = run("search", "mortar", "shells", "--store", store_path)
    assert result.stdout.startswith(made.make_pakistani().original.id[:8])
    assert "Mirpur Evening Post: Civilian killed by Indian fire, army says" in result.stdout
    assert run("search", "zeppelin", "--store", store_path).stdout == ""


def test_ceasefires_lists_what_is_bundled(run):
    from ceasewatch.ceasefires.folder import bundled_ceasefires

    assert run("ceasefires").stdout.split() == list(bundled_ceasefires())


@pytest.mark.parametrize("command", [["incidents"], ["show", "aa"], ["claims"], ["gaps"], ["search", "x"]])
def test_looking_makes_no_store(run, command):
    result = run(*command, "--store", "none.db")
    assert result.exit_code == 1
    assert "there is no store at none.db" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert list(Path.cwd().iterdir()) == []


def test_a_file_that_is_no_store_is_told_in_one_line(run, tmp_path):
    path = tmp_path / "notes.db"
    path.write_text("not a database, but long enough to have a header of its own" * 40)
    result = run("incidents", "--store", path)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_an_empty_store_says_that_nothing_is_recorded(run, tmp_path):
    path = tmp_path / "empty.db"
    SqliteStore(path).close()
    result = run("incidents", "--store", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no incidents are recorded" in result.stderr
    assert json.loads(run("incidents", "--store", path, "--json").stdout) == []
