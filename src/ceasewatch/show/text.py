"""The case file as text for a terminal or a file."""

from collections.abc import Iterator, Sequence

from ceasewatch.show.case_file import CREED, NO_WHERE, CaseFile, ReportLine
from ceasewatch.show.labels import count_of
from ceasewatch.show.quotations import Quotation
from ceasewatch.show.rows import Row, Saying, Version
from ceasewatch.show.terminal import plain, wrap

_LABEL_WIDTH = 10
_NARROWEST, _WIDEST = 40, 100
_OPENS, _CLOSES = "\x02", "\x03"
"""Stand for the marks while lines are broken, one column wide each; ``plain`` lets neither through from a report."""

_MARKS = str.maketrans({_OPENS: "»", _CLOSES: "«"})
_STYLES = str.maketrans({_OPENS: "\x1b[1m", _CLOSES: "\x1b[0m"})


def draw_case_file(case: CaseFile, width: int = 80, *, styled: bool = False) -> str:
    """Draw a case file as lines of text; ``styled`` sets evidence in bold, otherwise it stands between » and «."""
    width = max(_NARROWEST, min(width, _WIDEST))
    return "\n".join(_draw(case, width, styled)) + "\n"


def _draw(case: CaseFile, width: int, styled: bool) -> Iterator[str]:
    yield wrap(plain(case.title), width)
    yield "=" * min(width, len(plain(case.title)))
    yield from _draw_head(case, width)
    last = None
    for row in case.rows:
        yield ""
        if row.slot is not last:
            yield from (_heading(row.label.upper(), width), "")
        last = row.slot
        yield from _draw_row(row, width, styled)
    yield from ("", _heading("REPORTS", width))
    for report in case.reports:
        yield from _draw_report(report, width)
    yield from ("", wrap(CREED, width))


def _draw_head(case: CaseFile, width: int) -> Iterator[str]:
    yield _field("incident", case.short_id, width)
    yield _field("when", case.when, width)
    for number, place in enumerate(case.places):
        yield _field(
            "" if number else "where", f"{place.label} ({place.uncertainty}; given by {count_of(place.origins, 'speaker')})", width
        )
    if not case.places:
        yield _field("where", NO_WHERE, width)
    yield _field("told", case.status, width)
    yield _field("speakers", f"{len(case.speakers)}: {'; '.join(case.speakers)}", width)
    if case.is_background:
        yield _field("note", "background: no report tells this as its news", width)
    if case.differing:
        yield _field("differing", "versions differ on " + "; ".join(case.differing), width)


def _draw_row(row: Row, width: int, styled: bool) -> Iterator[str]:
    head = [part for part in (row.whose and f"— {row.whose}", row.versions_differ and "[versions differ]") if part]
    if head:
        yield wrap(plain("  ".join(head)), width)
    for number, version in enumerate(row.versions):
        yield from [""] if number else []
        yield from _draw_version(version, width, styled)


def _draw_version(version: Version, width: int, styled: bool) -> Iterator[str]:
    lead = f"{version.stance.upper()}: " if version.stance else ""
    yield wrap(plain(f"{lead}{version.value}"), width, "  * ", "    ")
    for detail in version.details:
        yield wrap(plain(detail), width, "    ", "      ")
    yield wrap(f"{count_of(version.origins, 'independent origin')}, {count_of(len(version.sayings), 'claim')}", width, "    ")
    for group in version.voices:
        yield from _draw_voice(group, width, styled)


def _draw_voice(sayings: Sequence[Saying], width: int, styled: bool) -> Iterator[str]:
    """Draw what one speaker says by one chain in one report: the chain once, then each sentence."""
    first = sayings[0]
    manner = f" ({first.manner})" if first.manner else ""
    yield wrap(plain(f"{first.chain_words}{manner} [{first.report_number}]"), width, "    - ", "      ")
    for saying in sayings:
        yield wrap(_mark(saying.quotation), width, "      | ").translate(_STYLES if styled else _MARKS)


def _mark(quotation: Quotation) -> str:
    before, evidence, after = plain(quotation.before), plain(quotation.evidence), plain(quotation.after)
    lead = " " if quotation.before[-1:].isspace() else ""
    tail = " " if quotation.after[:1].isspace() else ""
    return f"{before}{lead}{_OPENS}{evidence}{_CLOSES}{tail}{after}"


def _draw_report(report: ReportLine, width: int) -> Iterator[str]:
    byline = f", by {report.byline}" if report.byline else ""
    head = f"[{report.number}] {report.publisher}{byline}: {report.title}. {report.published}; {report.status}."
    yield wrap(plain(head), width, "", "    ")
    yield wrap(plain(f"{report.url or 'no address'}  (report {report.id[:8]})"), width, "    ")
    for gap in report.gaps:
        yield wrap(plain(f"not recorded: {gap}"), width, "    ", "      ")


def _field(label: str, words: str, width: int) -> str:
    return wrap(plain(words), width, label.ljust(_LABEL_WIDTH), " " * _LABEL_WIDTH)


def _heading(label: str, width: int) -> str:
    return f"{label} ".ljust(width, "-")
