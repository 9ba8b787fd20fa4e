"""The kinds of event, in one table that maps each to the field's codes.

Exports are projections of this table, never a second truth. Codes follow ACLED's event and sub-event types, PLOVER's event types and
UCDP's types of violence (1 state-based, 2 non-state, 3 one-sided); a blank says that the scheme has no such kind.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of event. ``is_incident`` is false for what is too large to be one incident, such as a war."""

    code: str
    label: str
    acled_event: str
    acled_sub_event: str
    plover: str
    ucdp: str
    is_incident: bool


@cache
def kinds() -> dict[str, Kind]:
    """Return the table, by code."""
    table = files("ceasewatch.model").joinpath("kinds.csv").read_text(encoding="utf-8")
    return {row["code"]: _read_row(row) for row in csv.DictReader(table.splitlines())}


def _read_row(row: dict[str, str]) -> Kind:
    return Kind(
        code=row["code"],
        label=row["label"],
        acled_event=row["acled_event"],
        acled_sub_event=row["acled_sub_event"],
        plover=row["plover"],
        ucdp=row["ucdp"],
        is_incident=row["is_incident"] == "yes",
    )
