"""``ceasewatch show``: the case file of one incident."""

import sys
from pathlib import Path

import click

from ceasewatch.cli.options import json_option, store_option
from ceasewatch.cli.output import print_json, screen_width
from ceasewatch.cli.stores import open_existing
from ceasewatch.errors import OutputFailed
from ceasewatch.pipeline import find_incident
from ceasewatch.show.case_file import build_case_file
from ceasewatch.show.page import draw_page
from ceasewatch.show.plain import plain_incident
from ceasewatch.show.text import draw_case_file

_WIDTH_OF_FILES = 100


@click.command("show")
@click.argument("incident_id", metavar="INCIDENT")
@store_option
@json_option
@click.option(
    "--html",
    "page_path",
    metavar="FILE",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write the case file to FILE as well, as one HTML page that needs nothing else.",
)
def show_command(incident_id: str, store_path: Path, as_json: bool, page_path: Path | None) -> None:
    """Show the case file of one incident.

    INCIDENT is the beginning of an id that `ceasewatch incidents` lists. The case file has every slot, every version of it, who says so,
    and the sentence.
    """
    with open_existing(store_path) as store:
        incident = find_incident(store, incident_id)
        case = build_case_file(incident, store)
        data = plain_incident(incident, store) if as_json else None
    if page_path is not None:
        _write_page(page_path, draw_page(case))
    if data is not None:
        print_json(data)
    else:
        click.echo(draw_case_file(case, screen_width() or _WIDTH_OF_FILES, styled=sys.stdout.isatty()), nl=False)


def _write_page(path: Path, page: str) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as fault:
        raise OutputFailed(f"the page {path} cannot be written ({fault.strerror})") from fault
    click.echo(f"wrote {path}", err=True)
