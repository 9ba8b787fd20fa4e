"""The command line as a whole: help, mistakes, processes, and the page that describes it."""

import importlib
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from ceasewatch import __version__
from ceasewatch.cli.main import COMMANDS, main

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"


def load(name: str) -> click.Command:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    return command


def python(*words: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, *map(str, words)], input=stdin, capture_output=True, timeout=60, check=False)


def test_help_lists_every_command(run):
    shown = run("--help").stdout
    for name, words in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(words)}", shown, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_what_the_command_itself_says(name):
    first = load(name).help.split("\n\n")[0]
    assert " ".join(first.split()) == COMMANDS[name]


def test_every_module_with_a_command_is_in_the_list():
    folder = Path(importlib.import_module("ceasewatch.cli").__path__[0])
    found = {path.stem for path in folder.glob("*.py") if f"def {path.stem}_command" in path.read_text(encoding="utf-8")}
    assert found == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_a_store(name):
    assert any("--store" in parameter.opts for parameter in load(name).params)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_names_every_command_and_option(name):
    sections = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    section = next((one for one in sections if one.startswith(f"`ceasewatch {name}")), "")
    assert section, f"docs/commands.md has no section on `ceasewatch {name}`"
    for parameter in load(name).params:
        words = parameter.opts[0] if isinstance(parameter, click.Option) else (parameter.metavar or parameter.name.upper())
        assert words in section, f"{words} of `ceasewatch {name}` is not in docs/commands.md"


def test_the_page_names_no_command_or_option_that_is_not_there():
    page = PAGE.read_text(encoding="utf-8")
    options = {option for name in COMMANDS for parameter in load(name).params for option in parameter.opts}
    assert set(re.findall(r"`ceasewatch (\w+)", page)) == set(COMMANDS)
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", page)) - {"--help", "--version"} <= options


def test_the_version_is_told(run):
    assert run("--version").stdout == f"ceasewatch {__version__}\n"


@pytest.mark.parametrize("words", [["no-such-command"], ["read"], ["show"], ["incidents", "--no-such-option"], ["search"]])
def test_a_mistake_in_usage_ends_with_2(run, words):
    assert run(*words).exit_code == 2


def test_the_package_runs_as_a_module(tmp_path):
    ended = python("-m", "ceasewatch", "incidents", "--store", tmp_path / "none.db")
    assert ended.returncode == 1
    assert ended.stdout == b""
    assert ended.stderr.startswith(b"ceasewatch: there is no store at ")


def test_help_imports_nothing_that_is_slow():
    """What makes help quick, without measuring time: none of the rooms is imported for it."""
    script = (
        "import sys\n"
        "from ceasewatch.cli.main import main\n"
        "main(['--help'], standalone_mode=False)\n"
        "print(sorted(name for name in sys.modules if name.startswith('ceasewatch.')), file=sys.stderr)\n"
    )
    ended = python("-c", script)
    assert ended.returncode == 0
    assert ended.stderr.decode().strip() == "['ceasewatch.cli', 'ceasewatch.cli.main', 'ceasewatch.errors']"


def test_a_reader_that_stops_reading_is_no_error(store_path):
    with subprocess.Popen(
        [sys.executable, "-m", "ceasewatch", "claims", "--store", str(store_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as started:
        started.stdout.close()
        complaint = started.stderr.read()
        started.wait(timeout=60)
    assert complaint == b""


def test_words_that_the_terminal_cannot_show_do_not_stop_the_command(store_path, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    ended = python("-m", "ceasewatch", "claims", "--store", store_path)
    assert ended.returncode == 0
    assert b"\\u0641" in ended.stdout
