"""``ceasewatch search``: find reports by their words."""

from pathlib import Path

import click

from ceasewatch.cli.options import store_option
from ceasewatch.cli.stores import open_existing
from ceasewatch.model.report import Report
from ceasewatch.show.terminal import plain
from ceasewatch.show.times import describe_publication

_SHORT_ID = 8


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@store_option
def search_command(words: tuple[str, ...], store_path: Path) -> None:
    """Find reports by their words.

    The best match comes first; each line begins with the beginning of the report's id.
    """
    with open_existing(store_path) as store:
        for report_id in store.search(" ".join(words)):
            click.echo(_describe(store.report(report_id)))


def _describe(report: Report) -> str:
    published = describe_publication(report.published) if report.published else "undated"
    words = plain(f"{report.publisher or 'publisher not stated'}: {report.title or 'without a title'}")
    return f"{report.id[:_SHORT_ID]}  {published}  {words}"
