"""Floors that only rise: figures must not fall below what was once reached. Raise a floor in ``floors.json`` when it is passed."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quality.figures import Figures

FLOORS = Path(__file__).with_name("floors.json")
_SLACK = 0.05


def find_falls(results: Sequence[Figures], floors: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Iterator[str]:
    """Say, a sentence each, which figures are under their floor ("precision", "recall", "f1", in percent) or above their ceiling ("most").

    A floor whose figure is gone is a fall too: a measure cannot be passed by no longer taking it.
    """
    for figures in results:
        values = _read_values(figures)
        for label, bounds in floors.get(figures.name, {}).items():
            for bound, limit in bounds.items():
                value = values.get((label, bound))
                if value is None:
                    yield f"{figures.name}: there is no figure for {label} ({bound})"
                elif (value > limit) if bound == "most" else (value < limit - _SLACK):
                    side = "at most" if bound == "most" else "at least"
                    yield f"{figures.name}: {label} ({bound}) is {value:.1f}; it must be {side} {limit:.1f}"


def read_floors(path: Path = FLOORS) -> dict[str, dict[str, dict[str, float]]]:
    """The floors, by measure and by figure."""
    floors: dict[str, dict[str, dict[str, float]]] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def _read_values(figures: Figures) -> dict[tuple[str, str], float]:
    values: dict[tuple[str, str], float] = {}
    for tally in figures.tallies:
        for bound, share in (("precision", tally.precision), ("recall", tally.recall), ("f1", tally.f1)):
            if share is not None:
                values[tally.label, bound] = 100 * share
    for rate in figures.rates:
        values[rate.label, "most"] = float(rate.count)
        if rate.of:
            values[rate.label, "share"] = 100 * rate.count / rate.of
    return values
