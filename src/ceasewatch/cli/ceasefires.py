"""``ceasewatch ceasefires``: which ceasefires come with the program."""

from pathlib import Path

import click

from ceasewatch.ceasefires.folder import bundled_ceasefires
from ceasewatch.cli.options import store_option


@click.command("ceasefires")
@store_option
def ceasefires_command(store_path: Path) -> None:
    """List the ceasefires that come with the program.

    Any other is a folder of data: name it in `ceasewatch read --ceasefire DIR`. The store is not looked into.
    """
    del store_path  # taken so that a script may give every command the same options
    for name in bundled_ceasefires():
        click.echo(name)
