"""The figures as a page of Markdown, to be kept beside the code: ours, and what others published."""

from collections.abc import Iterator, Sequence

from quality.figures import Figures, Tally

_HEAD = """# Figures on public benchmarks

Written by `make figures` with CEASEWATCH_DATA naming the texts; do not edit by hand. The reader is the set of rules. Not every set
is held out: which texts were read while rules were written, what the figures mean, and where the reader is weak:
[quality.md](quality.md).
"""


def render_page(results: Sequence[Figures]) -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(line for figures in results for line in _render_measure(figures))]).rstrip() + "\n"


def find_stale(results: Sequence[Figures], page: str) -> Iterator[str]:
    """Name the measures whose part of a page that was written before is no longer what they give."""
    for figures in results:
        if "\n".join(_render_measure(figures)).strip() not in page:
            yield figures.name


def _render_measure(figures: Figures) -> Iterator[str]:
    yield f"## {figures.name}"
    yield f"{figures.subject[:1].upper()}{figures.subject[1:]}. Command: `python -m quality {figures.name} --data DIR`"
    yield ""
    if figures.tallies:
        yield "| figure | precision | recall | F1 | right of given | found of expected |"
        yield "|---|---|---|---|---|---|"
        yield from (_render_tally(tally) for tally in figures.tallies)
        yield ""
    if figures.rates:
        yield "| count | of | must be |"
        yield "|---|---|---|"
        yield from (f"| {rate.label}: {rate.count} | {rate.of} | {rate.goal or ''} |" for rate in figures.rates)
        yield ""
    yield from (f"- published: {row.label}: **{row.figure}** ({row.source})" for row in figures.published)
    yield ""


def _render_tally(tally: Tally) -> str:
    shares = " | ".join("–" if share is None else f"{100 * share:.1f}" for share in (tally.precision, tally.recall, tally.f1))
    return f"| {tally.label} | {shares} | {tally.right} of {tally.given} | {tally.found} of {tally.expected} |"
