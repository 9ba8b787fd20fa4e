"""``ceasewatch read``: reports go into the store."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import click

from ceasewatch.ceasefires.folder import load_ceasefire
from ceasewatch.cli.options import store_option
from ceasewatch.cli.tally import Tally, describe_trouble
from ceasewatch.errors import InputRefused
from ceasewatch.pipeline import read_inputs
from ceasewatch.read.sources import find_sources
from ceasewatch.show.terminal import plain
from ceasewatch.store.open import open_store

_ERASE_LINE = "\r\x1b[K"


@click.command("read")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|DIR|URL|- ...")
@store_option
@click.option(
    "--ceasefire",
    "ceasefire_name",
    metavar="NAME|DIR",
    envvar="CEASEWATCH_CEASEFIRE",
    help="The ceasefire to read by: one of `ceasewatch ceasefires`, or a folder. Without it, parties are as named.",
)
def read_command(inputs: tuple[str, ...], store_path: Path, ceasefire_name: str | None) -> None:
    """Read reports into the store.

    Each FILE, folder, web address or "-" (standard input) ends as read, partly read or refused, with the reason. Reading twice changes
    nothing. The exit code is 1 when every input was refused.
    """
    ceasefire = load_ceasefire(ceasefire_name) if ceasefire_name else None
    tally = Tally()
    with open_store(store_path) as store, _Progress(inputs) as progress:
        for handled in read_inputs(inputs, store, ceasefire=ceasefire):
            tally.add(handled)
            progress.step(describe_trouble(handled))
    if not tally.inputs:
        raise InputRefused(f"there are no reports in {', '.join(inputs)}")
    click.echo(tally.describe())
    if tally.refused == tally.inputs:
        sys.exit(1)


class _Progress:
    """A bar on a terminal's standard error, and the lines about inputs above it."""

    def __init__(self, inputs: Sequence[str]) -> None:
        self._is_shown = sys.stderr.isatty()
        length = sum(1 for _ in find_sources(inputs)) if self._is_shown else 0
        self._is_shown = self._is_shown and length > 1
        self._bar = click.progressbar(length=length, label="reading", file=sys.stderr, hidden=not self._is_shown, show_pos=True)
        self._closing = ExitStack()

    def __enter__(self) -> "_Progress":
        self._closing.enter_context(self._bar)
        return self

    def __exit__(self, *exc: object) -> None:
        self._closing.close()

    def step(self, line: str | None) -> None:
        """Go one input on, and print a line about it if there is one."""
        if line is not None:
            if self._is_shown:
                click.echo(_ERASE_LINE, nl=False, err=True)
            click.echo(plain(line))
        self._bar.update(1)
