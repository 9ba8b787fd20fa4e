"""The measurement of speed: its reports differ, nothing is lost on the way, and its figures add up. No test looks at a time."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.speed import MEASURE, Run, make_figures, run
from quality.speed_reports import list_originals, make_name, vary, write_reports
from quality.speed_worker import measure_stages, measure_whole

from ceasewatch.errors import DataMissing

DEMO = Path(__file__).parents[2] / "demo" / "reports"


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_two_variants_of_one_report_differ(left: int, right: int):
    text = "Two soldiers were wounded on March 5.\n"
    assert (vary(text, left) == vary(text, right)) == (left == right)


def test_numbers_move_and_days_stay():
    varied = vary("Two soldiers and three villagers were wounded on March 5.", 1)
    assert varied.startswith("Three soldiers and four villagers were wounded on March 5.")
    assert make_name(1) in varied


def test_a_page_gets_its_last_sentence_inside():
    varied = vary("<article><p>Words.</p></article></body>", 7)
    assert varied.index(make_name(7)) < varied.index("</article>")


def test_as_many_different_reports_are_written_as_asked(tmp_path: Path):
    write_reports(list_originals(DEMO), tmp_path, range(5, 30))
    contents = {path.read_bytes() for path in tmp_path.iterdir()}
    assert len(contents) == 25


def test_one_process_stores_every_report(tmp_path: Path):
    write_reports(list_originals(DEMO), tmp_path / "part", range(3))
    whole = measure_whole(tmp_path / "part", tmp_path / "speed.db")
    assert whole["reports"] == 3
    assert whole["claims"] > 0
    stages = measure_stages(tmp_path / "part", 2)
    assert set(stages) == {"store", "read", "understand", "resolve", "bare_understand"}
    assert all(seconds > 0 for seconds in stages.values())


def test_two_processes_share_one_store_and_lose_nothing():
    one = run(list_originals(DEMO), 4, 2)
    assert (one.reports, one.processes, one.stages) == (4, 2, {})
    assert one.words > 0


def test_reports_that_are_not_read_are_said(tmp_path: Path):
    (tmp_path / "page.txt").write_text("%PDF-1.4 words")
    with pytest.raises(DataMissing, match="1 of 1 reports were not read"):
        run([tmp_path / "page.txt"], 1, 1)


def test_an_unknown_size_is_said():
    with pytest.raises(DataMissing, match="there is no size"):
        MEASURE.run(DEMO, "enormous")


def test_the_figures_hold_each_run_and_the_ratio_to_the_bare_part():
    stages = {"read": 1.0, "understand": 2.0, "resolve": 0.5, "store": 0.5, "bare_understand": 2.0}
    one = Run(
        reports=100, processes=1, seconds=4.0, computing_seconds=3.0, start_seconds=0.5, words=1_000, claims=9, megabytes=200, stages=stages
    )
    figures = make_figures([one], "made")
    label = "100 reports, 1 process"
    assert figures.amount(f"{label}: reports").amount == 25
    assert figures.amount(f"{label}: time for read").amount == 25
    assert figures.amount(f"{label}: computing, all processes").amount == 30
    assert figures.amount(f"{label}: whole path, in understanding alone").amount == 2


def test_growth_is_told_as_a_ratio_of_the_time_for_one_report():
    runs = [
        Run(reports=reports, processes=1, seconds=seconds, computing_seconds=1, start_seconds=1, words=1, claims=1, megabytes=1, stages={})
        for reports, seconds in ((100, 4.0), (1_000, 60.0))
    ]
    assert make_figures(runs, "made").amounts[-1].amount == 1.5


def test_the_demo_is_measured_whatever_data_is_named(tmp_path: Path):
    assert MEASURE.locate(tmp_path) == MEASURE.locate(None) == DEMO
