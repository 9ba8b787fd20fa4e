"""The figures that count, those with a floor, beside their floors and beside what others published."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quality.figures import Figures
from quality.floors import Floors, read_values

_SHOWN_BOUNDS = {"f1": "F1", "precision": "precision", "recall": "recall", "share": "%", "least": "", "most": "count"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure: of which measure, what it is, ours, its floor (or ceiling), and what others published, each with its source."""

    measure: str
    figure: str
    ours: str
    floor: str
    others: tuple[str, ...]


def list_rows(results: Sequence[Figures], floors: Floors) -> Iterator[Row]:
    """A row for every figure that has a floor, in the order of the floors."""
    for figures in results:
        values = read_values(figures)
        for label, bounds in floors.get(figures.title, {}).items():
            for bound, limit in bounds.items():
                value = values.get((label, bound))
                yield Row(
                    measure=figures.title,
                    figure=f"{label}, {_SHOWN_BOUNDS[bound]}".rstrip(", "),
                    ours="–" if value is None else _show(value, bound),
                    floor=f"{'at most ' if bound == 'most' else ''}{_show(limit, bound)}",
                    others=tuple(_list_others(figures, label, bound)),
                )


def _list_others(figures: Figures, label: str, bound: str) -> Iterator[str]:
    if bound in ("f1", "share", "least"):
        yield from (f"{row.label} {row.figure} ({row.source})" for row in figures.published if row.beside == label)


def _show(value: float, bound: str) -> str:
    return f"{value:.0f}" if bound == "most" else f"{value:.1f}"


def render_plain(rows: Sequence[Row]) -> Iterator[str]:
    """The table for a terminal: sources on lines of their own."""
    widths: Mapping[str, int] = {name: max((len(getattr(row, name)) for row in rows), default=0) for name in ("measure", "figure")}
    yield f"{'':<{widths['measure']}}  {'':<{widths['figure']}}  {'ours':>6}  {'floor':>10}  published by others"
    for row in rows:
        others = row.others or ("",)
        head = f"{row.measure:<{widths['measure']}}  {row.figure:<{widths['figure']}}  {row.ours:>6}  {row.floor:>10}  "
        yield f"{head}{others[0]}".rstrip()
        yield from (f"{'':<{len(head)}}{other}" for other in others[1:])


def render_markdown(rows: Sequence[Row]) -> Iterator[str]:
    """The table for a page."""
    yield "| measure | figure | ours | floor | published by others |"
    yield "|---|---|---|---|---|"
    for row in rows:
        yield f"| {row.measure} | {row.figure} | **{row.ours}** | {row.floor} | {'; '.join(row.others)} |"
