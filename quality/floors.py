"""Floors that only rise: figures must not fall below what was once reached. Raise a floor in ``floors.json`` when it is passed."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quality.figures import Figures

FLOORS = Path(__file__).with_name("floors.json")
Floors = Mapping[str, Mapping[str, Mapping[str, float]]]
"""By measure (with the part of its set), by figure, by bound."""
_SLACK = 0.05


def find_falls(results: Sequence[Figures], floors: Floors) -> Iterator[str]:
    """Say, a sentence each, which figures are under their floor or above their ceiling ("most").

    The floors of a tally are "precision", "recall" and "f1", that of a rate is "share", all in percent; that of an amount is "least".

    A floor whose figure is gone is a fall too: a measure cannot be passed by no longer taking it.
    """
    for figures in results:
        values = read_values(figures)
        for label, bounds in floors.get(figures.title, {}).items():
            for bound, limit in bounds.items():
                value = values.get((label, bound))
                if value is None:
                    yield f"{figures.title}: there is no figure for {label} ({bound})"
                elif (value > limit) if bound == "most" else (value < limit - _SLACK):
                    side = "at most" if bound == "most" else "at least"
                    yield f"{figures.title}: {label} ({bound}) is {value:.1f}; it must be {side} {limit:.1f}"


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors, by measure and by figure."""
    floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    return floors


def read_values(figures: Figures) -> dict[tuple[str, str], float]:
    """Every figure by its label and the bound that it can be held to."""
    values: dict[tuple[str, str], float] = {}
    for tally in figures.tallies:
        for bound, share in (("precision", tally.precision), ("recall", tally.recall), ("f1", tally.f1)):
            if share is not None:
                values[tally.label, bound] = 100 * share
    for rate in figures.rates:
        values[rate.label, "most"] = float(rate.count)
        if rate.share is not None:
            values[rate.label, "share"] = 100 * rate.share
    for amount in figures.amounts:
        values[amount.label, "least"] = values[amount.label, "most"] = amount.amount
    return values
