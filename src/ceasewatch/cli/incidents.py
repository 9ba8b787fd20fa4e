"""``ceasewatch incidents``: what happened, newest first."""

from pathlib import Path

import click

from ceasewatch.cli.options import json_option, store_option
from ceasewatch.cli.output import print_json, screen_width
from ceasewatch.cli.stores import open_existing
from ceasewatch.pipeline import list_incidents
from ceasewatch.show.listing import draw_list, list_lines
from ceasewatch.show.plain import plain_line


@click.command("incidents")
@store_option
@json_option
def incidents_command(store_path: Path, as_json: bool) -> None:
    """List the incidents, newest first.

    Each line gives the beginning of the incident's id, when, what and where, how many reports and speakers there are, and what their
    versions differ on.
    """
    with open_existing(store_path) as store:
        incidents = list_incidents(store)
        lines = list_lines(incidents, store)
    if as_json:
        print_json([plain_line(line, incident) for line, incident in zip(lines, incidents, strict=True)])
    elif lines:
        click.echo(draw_list(lines, screen_width()))
    else:
        click.echo("no incidents are recorded; `ceasewatch gaps` says what was not", err=True)
