"""``ceasewatch gaps``: what was not recorded, and why."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import click

from ceasewatch.cli.options import json_option, report_option, store_option
from ceasewatch.cli.output import print_json
from ceasewatch.cli.stores import open_existing
from ceasewatch.model.gap import Gap
from ceasewatch.model.report import Report
from ceasewatch.show.labels import describe_gap
from ceasewatch.show.plain import plain_gap
from ceasewatch.show.terminal import plain
from ceasewatch.store.store import Store

_SHORT_ID = 8


@click.command("gaps")
@store_option
@report_option
@json_option
def gaps_command(store_path: Path, report_id: str | None, as_json: bool) -> None:
    """Say what was not recorded, and why.

    Gaps are listed by report; inputs that were refused are among them, and what could not be opened or fetched comes first.
    """
    with open_existing(store_path) as store:
        gaps = _select_gaps(store, report_id)
        if as_json:
            print_json([plain_gap(gap) for gap in gaps])
            return
        reports = {report.id: report for report in store.reports()}
        names = {
            owner: _name_owner(reports.get(owner), store.original_name(owner)) for owner in {gap.report_id for gap in gaps if gap.report_id}
        }
    for owner, group in groupby(gaps, key=lambda gap: gap.report_id):
        click.echo(_describe_owner(owner, names))
        for words in dict.fromkeys(describe_gap(gap) for gap in group):
            click.echo(f"  {plain(words)}")


def _select_gaps(store: Store, report_id: str | None) -> Sequence[Gap]:
    """Return gaps by report; ``report_id`` may also be that of an input that was refused, of which there is no report."""
    gaps = sorted(store.gaps(), key=lambda gap: (gap.report_id or "", gap.slot or "", gap.reason, gap.id))
    if report_id is None:
        return gaps
    wanted = report_id.casefold()
    owners = {gap.report_id for gap in gaps if gap.report_id and wanted and gap.report_id.startswith(wanted)}
    if len(owners) != 1:
        owners = {store.report(report_id).id}
    return [gap for gap in gaps if gap.report_id in owners]


def _describe_owner(owner: str | None, names: dict[str, str]) -> str:
    return "not opened or not fetched" if owner is None else f"{owner[:_SHORT_ID]}  {plain(names[owner])}"


def _name_owner(report: Report | None, name: str) -> str:
    if report is None:
        return f"{name}: refused; the original is kept"
    return f"{report.publisher or 'publisher not stated'}: {report.title or 'without a title'} ({name})"
