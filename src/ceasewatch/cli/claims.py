"""``ceasewatch claims``: everything that anyone says, one JSON object a line."""

from pathlib import Path

import click

from ceasewatch.cli.options import report_option, store_option
from ceasewatch.cli.output import print_json_line
from ceasewatch.cli.stores import open_existing
from ceasewatch.show.material import Material
from ceasewatch.show.plain import plain_claim


@click.command("claims")
@store_option
@report_option
def claims_command(store_path: Path, report_id: str | None) -> None:
    """Print the claims, one JSON object a line.

    Each has its value, who says it, its evidence, the sentence round it, and what its words were taken to mean.
    """
    with open_existing(store_path) as store:
        report = store.report(report_id) if report_id else None
        claims = tuple(store.claims(report_id=report.id if report else None))
        material = Material.gather(store, claims)
        for claim in claims:
            print_json_line(plain_claim(claim, material))
