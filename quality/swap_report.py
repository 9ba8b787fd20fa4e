"""One report read twice, the second time with the sides' names exchanged, and what came of many."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ceasewatch.model.reading import Reading, Resolution
from ceasewatch.model.report import Report
from quality.exchange import Exchange
from quality.figures import Case, Figures, Rate
from quality.swap_record import Compared, Difference, compare

Understand = Callable[[Report], tuple[Reading, Resolution]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Swapped:
    """What became of one report: how many names were exchanged in it, and how its two readings compare.

    ``compared`` is ``None`` where the file could not be read as a report.
    """

    name: str
    exchanged: int
    compared: Compared | None

    @property
    def fields(self) -> int:
        """How many fields were compared."""
        return self.compared.fields if self.compared else 0

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The fields that came out otherwise."""
        return self.compared.differences if self.compared else ()


def swap_report(report: Report | None, exchange: Exchange, read: Understand, name: str) -> Swapped:
    """Read one report twice, the second time with the sides' names exchanged in title, publisher and text, and compare."""
    if report is None:
        return Swapped(name=name, exchanged=0, compared=None)
    text = exchange.in_text(report.text)
    title = exchange.in_words(report.title) if report.title else None
    publisher = exchange.in_words(report.publisher) if report.publisher else None
    other = replace(report, text=text.text, title=title, publisher=publisher)
    return Swapped(name=name, exchanged=text.count, compared=compare(read(report), read(other), exchange, text))


def make_figures(results: list[Swapped]) -> Figures:
    """Add up what became of all reports."""
    cases = [case for result in results for case in _describe_differences(result)]
    return Figures(
        name="swap",
        subject=f"{len(results)} reports, {sum(result.exchanged for result in results)} names of the two sides exchanged",
        rates=(
            Rate(label="fields that differ", count=len(cases), of=sum(result.fields for result in results), goal="0 on the demo"),
            Rate(label="reports in which any differs", count=sum(bool(result.differences) for result in results), of=len(results)),
        ),
        items=tuple(_describe(result) for result in results),
        errors=tuple(cases),
    )


def _describe_differences(result: Swapped) -> Iterator[Case]:
    for one in result.differences:
        why = f"{one.expected!r} became {one.found!r}"
        yield Case(field=f"{result.name} {one.field}", about=one.noun, verdict="differs", why=why)


def _describe(result: Swapped) -> Case:
    if result.compared is None:
        return Case(field="report", about=result.name, verdict="missed", why="it could not be read as a report")
    differ = len(result.differences)
    why = f"{differ} of {result.fields} fields differ, {result.exchanged} names exchanged"
    return Case(field="report", about=result.name, verdict="differs" if differ else "found", why=why)
