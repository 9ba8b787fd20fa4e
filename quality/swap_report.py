"""One report read twice, the second time with the sides' names exchanged, and what came of many."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ceasewatch.model.reading import Reading, Resolution
from ceasewatch.model.report import Report
from quality.exchange import Exchange
from quality.figures import Case, Rate
from quality.swap_record import Change, Compared, Difference, compare

Understand = Callable[[Report], tuple[Reading, Resolution]]
_MOST_FIELDS = 4
_TELLING = ("value.name", "value.whose", "value.words", "value.low", "slot", "kind", "reason", "record")


@dataclass(frozen=True, slots=True, kw_only=True)
class Swapped:
    """What became of one report: how many names were exchanged in it, and how its two readings compare.

    ``text`` is the one with the names exchanged. ``compared`` is ``None`` where the file could not be read as a report.
    """

    name: str
    text: str
    exchanged: int
    compared: Compared | None

    @property
    def fields(self) -> int:
        """How many fields were compared."""
        return self.compared.fields if self.compared else 0

    @property
    def claims(self) -> int:
        """How many claims were compared."""
        return self.compared.claims if self.compared else 0

    @property
    def claims_that_differ(self) -> int:
        """How many claims came out otherwise."""
        return self.compared.claims_that_differ if self.compared else 0

    @property
    def changed(self) -> tuple[Change, ...]:
        """What came out otherwise."""
        return self.compared.changed if self.compared else ()

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The fields that came out otherwise."""
        return self.compared.differences if self.compared else ()


def swap_report(report: Report | None, exchange: Exchange, read: Understand, name: str) -> Swapped:
    """Read one report twice, the second time with the sides' names exchanged in title, publisher and text, and compare."""
    if report is None:
        return Swapped(name=name, text="", exchanged=0, compared=None)
    text = exchange.in_text(report.text)
    title = exchange.in_words(report.title) if report.title else None
    publisher = exchange.in_words(report.publisher) if report.publisher else None
    other = replace(report, text=text.text, title=title, publisher=publisher)
    return Swapped(name=name, text=text.text, exchanged=text.count, compared=compare(read(report), read(other), exchange, text))


def make_rates(label: str, results: Sequence[Swapped], goal: str | None = None) -> tuple[Rate, ...]:
    """Add up what became of all reports of a corpus."""
    changed = sum(result.claims_that_differ for result in results)
    differ = sum(len(result.differences) for result in results)
    any_differs = sum(bool(result.differences) for result in results)
    return (
        Rate(label=f"{label}: claims that differ", count=changed, of=sum(result.claims for result in results), goal=goal),
        Rate(label=f"{label}: fields that differ", count=differ, of=sum(result.fields for result in results), goal=goal),
        Rate(label=f"{label}: reports in which any differs", count=any_differs, of=len(results), goal=goal),
    )


def list_unread(label: str, results: Sequence[Swapped]) -> Iterator[Case]:
    """The reports that could not be read."""
    for result in results:
        if result.compared is None:
            yield Case(field=label, about=result.name, verdict="missed", why="it could not be read as a report")


def list_changes(label: str, results: Sequence[Swapped]) -> Iterator[Case]:
    """What came out otherwise, a case each."""
    for result in results:
        for change in result.changed:
            about = f"{result.name} {change.key}: “{_show_words(result.text, change)}”"
            yield Case(field=f"{label} {change.noun}", about=about, verdict="differs", why=_show_change(change))


def _show_words(text: str, change: Change) -> str:
    """The words at the last of the places that a change is about, and a little around them."""
    places = [part for part in _flatten_key(change.key) if isinstance(part, tuple)]
    if not places:
        return ""
    start, end = places[-1]
    return " ".join(text[max(0, start - 60) : end + 60].split())


def _flatten_key(key: tuple[object, ...]) -> Iterator[object]:
    for part in key:
        is_place = isinstance(part, tuple) and len(part) == 2 and all(isinstance(offset, int) for offset in part)
        yield from _flatten_key(part) if isinstance(part, tuple) and not is_place else (part,)


def _show_change(change: Change) -> str:
    if len(change.differences) == change.fields and change.fields > 1:
        is_new = all(one.expected is None for one in change.differences)
        kept = {one.field: one.found if is_new else one.expected for one in change.differences if one.field in _TELLING}
        told = ", ".join(f"{field} {value!r}" for field, value in kept.items() if value is not None)
        return f"{'only with the names exchanged' if is_new else 'only in the original'}: {told}"
    shown = [f"{one.field}: {one.expected!r} became {one.found!r}" for one in change.differences[:_MOST_FIELDS]]
    more = len(change.differences) - len(shown)
    return "; ".join([*shown, f"and {more} more fields"] if more else shown)
