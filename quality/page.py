"""The page of figures, ``docs/quality.md``: its words are written by hand, its figures by the measures.

What a measure writes stands between two comments, ``<!-- measured: muc4 test -->`` and ``<!-- end -->``; all else is left as it is.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ceasewatch.errors import DataMissing
from quality.figures import Figures, Tally, show_amount, show_count
from quality.floors import Floors
from quality.summary import list_rows, render_markdown

PAGE = Path(__file__).parent.parent / "docs" / "quality.md"
SUMMARY = "summary"
_BLOCK = re.compile(r"(?P<head><!-- measured: (?P<title>[^>]*?) -->\n).*?(?P<end><!-- end -->)", re.DOTALL)


def fill_page(page: str, results: Sequence[Figures], floors: Floors) -> str:
    """The page with the figures of these measures in their places, and the summary where all that have a place and floors were run.

    Raises:
        DataMissing: the page has no place for a measure.
    """
    written = {figures.title: _render_measure(figures) for figures in results}
    places = [match["title"] for match in _BLOCK.finditer(page)]
    if homeless := sorted(set(written) - set(places)):
        raise DataMissing(f"the page has no place for {', '.join(homeless)}: it wants <!-- measured: {homeless[0]} -->")
    if set(floors) & set(places) <= set(written):
        written[SUMMARY] = "\n".join(render_markdown(list(list_rows(results, floors))))

    def fill(match: re.Match[str]) -> str:
        return f"{match['head']}{written[match['title']]}\n{match['end']}" if match["title"] in written else match[0]

    return _BLOCK.sub(fill, page)


def find_stale(results: Sequence[Figures], page: str, floors: Floors) -> Iterator[str]:
    """Name the measures whose part of the page, or whose rows of its summary, are no longer what they give; without a part, none is."""
    blocks = {match["title"]: match[0] for match in _BLOCK.finditer(page)}
    for figures in results:
        rows = list(render_markdown(list(list_rows([figures], floors))))
        if figures.title not in blocks:
            continue
        if _render_measure(figures) not in blocks[figures.title] or not all(row in blocks.get(SUMMARY, "") for row in rows):
            yield figures.title


def _render_measure(figures: Figures) -> str:
    return "\n".join(_list_lines(figures)).strip()


def _list_lines(figures: Figures) -> Iterator[str]:
    split = f" --split {figures.part}" if figures.part else ""
    yield f"{figures.subject[:1].upper()}{figures.subject[1:]}. Command: `python -m quality {figures.name}{split} --data DIR`"
    yield ""
    if figures.tallies:
        yield "| figure | precision | recall | F1 | right of given | found of expected |"
        yield "|---|---|---|---|---|---|"
        yield from (_render_tally(tally) for tally in figures.tallies)
        yield ""
    if figures.rates:
        yield "| count | so many | of | % | must be |"
        yield "|---|---|---|---|---|"
        yield from (f"| {rate.label} | {rate.count} | {rate.of} | {_percent(rate.share)} | {rate.goal or ''} |" for rate in figures.rates)
        yield ""
    if figures.amounts:
        yield "| amount | |"
        yield "|---|---|"
        yield from (f"| {amount.label} | {show_amount(amount)} |" for amount in figures.amounts)
        yield ""
    for row in figures.published:
        yield f"- published{f', beside “{row.beside}”' if row.beside else ''}: {row.label} **{row.figure}** ({row.source})"


def _render_tally(tally: Tally) -> str:
    shares = " | ".join(_percent(share) for share in (tally.precision, tally.recall, tally.f1))
    right, given, found, expected = map(show_count, (tally.right, tally.given, tally.found, tally.expected))
    return f"| {tally.label} | {shares} | {right} of {given} | {found} of {expected} |"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"
