"""The command line of the measures."""

import json
from pathlib import Path

import pytest
from quality.__main__ import MEASURES, main
from quality.figures import Case, Figures, Rate, Tally, render_figures, to_plain
from quality.measure import DATA_VARIABLE


@pytest.mark.parametrize("place", ["", "seed", "../seed"])
def test_the_seed_is_found_in_the_folder_in_its_own_folder_and_beside(tmp_path: Path, place: str):
    named = tmp_path / "data"
    named.mkdir()
    folder = named / place
    folder.mkdir(exist_ok=True)
    (folder / "report.txt").write_text("words")
    (folder / "gold.json").write_text("{}")
    found = MEASURES["seed"].locate(named)
    assert found is not None
    assert found.resolve() == folder.resolve()


def test_data_that_is_not_there_is_said_and_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.delenv(DATA_VARIABLE, raising=False)
    assert main(["seed"]) == 0
    assert main(["seed", "--data", str(tmp_path)]) == 0
    assert capsys.readouterr().err.count("Name the folder that holds seed/report.txt and seed/gold.json") == 2


def test_the_environment_names_the_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("report.txt", "gold.json"):
        (tmp_path / name).write_text("{}")
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    assert MEASURES["seed"].locate(None) == tmp_path


def test_a_folder_without_reports_is_not_swapped_and_the_demo_is_not_taken_instead(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["swap", "--data", str(tmp_path)]) == 0
    assert "swap: skipped" in capsys.readouterr().err


def test_an_unknown_measure_is_a_usage_error(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        main(["weather"])
    assert stopped.value.code == 2
    assert "there is no measure weather" in capsys.readouterr().err


def test_a_share_of_nothing_is_no_number_and_nothing_found_is_zero():
    nothing = Tally(label="x", right=0, given=0, found=0, expected=0)
    missed = Tally(label="x", right=0, given=0, found=0, expected=4)
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, None, None)
    assert (missed.precision, missed.recall, missed.f1) == (None, 0.0, 0.0)


def test_precision_and_recall_have_their_own_counts():
    tally = Tally(label="x", right=3, given=4, found=1, expected=2)
    assert (tally.precision, tally.recall, tally.f1) == (0.75, 0.5, 0.6)


def test_errors_are_counted_always_and_shown_only_as_many_as_asked():
    cases = tuple(Case(field="dates", about=f"S{number}", verdict="wrong", why="a day late") for number in range(5))
    lines = list(render_figures(Figures(name="x", subject="y", errors=cases), 2))
    assert "errors: 5 dates wrong" in lines
    assert sum("a day late" in line for line in lines) == 2
    assert any("3 more" in line for line in lines)


def test_figures_go_to_json_with_their_shares():
    tally = Tally(label="items", right=1, given=2, found=1, expected=1)
    figures = Figures(name="x", subject="y", tallies=(tally,), rates=(Rate(label="invented", count=0, of=3, goal="0"),))
    plain = json.loads(json.dumps(to_plain(figures)))
    assert plain["tallies"][0]["precision"] == 0.5
    assert plain["rates"][0] == {"label": "invented", "count": 0, "of": 3, "goal": "0"}
