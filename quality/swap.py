"""``python -m quality swap``: exchanges the two sides' names in reports; the record must come out exchanged, and otherwise the same.

On the demo and the seed the sides are a ceasefire's; on the benchmarks they are the names that stand for each other in ``swap_names.csv``.
"""

from collections.abc import Sequence
from pathlib import Path

from ceasewatch.errors import DataMissing
from quality.figures import Figures
from quality.measure import Measure, data_folder
from quality.swap_report import Swapped, list_changes, list_unread, make_rates
from quality.swap_texts import BENCHMARKS, DEMO, REPORTS, Corpus


def locate(named: Path | None) -> Path | None:
    """The folder of benchmarks or of reports that the user named; the demo's reports where none was."""
    folder = data_folder(named)
    if folder is not None and _list_corpora(folder):
        return folder
    return DEMO.locate(None) if named is None else None


def measure(data: Path, split: str | None = None) -> Figures:
    """Read the reports of every corpus with two sides as they are and with the names exchanged.

    Raises:
        DataMissing: no corpus has such a part.
    """
    corpora = [corpus for corpus in _list_corpora(data) if split is None or split in corpus.splits]
    if not corpora:
        raise DataMissing(f"no corpus with two sides has a part “{split}”")
    return make_figures([(corpus, _swap(corpus, data, split)) for corpus in corpora], split)


def make_figures(swapped: Sequence[tuple[Corpus, Sequence[Swapped]]], split: str | None = None) -> Figures:
    """Add up what became of all reports, corpus by corpus."""
    return Figures(
        name="swap",
        part=split or _name_part([corpus for corpus, _ in swapped]),
        subject=f"names of two sides exchanged in {'; '.join(_describe(corpus, results) for corpus, results in swapped)}",
        rates=tuple(rate for corpus, results in swapped for rate in make_rates(corpus.name, results, "0" if corpus is DEMO else None)),
        items=tuple(case for corpus, results in swapped for case in list_unread(corpus.name, results)),
        errors=tuple(case for corpus, results in swapped for case in list_changes(corpus.name, results)),
    )


def _list_corpora(folder: Path) -> list[Corpus]:
    """The corpora of a folder: the demo and the benchmarks that are there, or else the reports that lie in it."""
    benchmarks = [corpus for corpus in BENCHMARKS if corpus.locate(folder)]
    if benchmarks or folder == DEMO.locate(None):
        return [DEMO, *benchmarks]
    return [REPORTS] if REPORTS.locate(folder) else []


def _name_part(corpora: Sequence[Corpus]) -> str:
    """Nothing where every corpus was read, "demo" or "reports" where no benchmark was, else those that were: they have other floors."""
    return "" if [DEMO, *BENCHMARKS] == list(corpora) else "+".join(corpus.name for corpus in corpora)


def _swap(corpus: Corpus, data: Path, split: str | None) -> Sequence[Swapped]:
    folder = corpus.locate(data)
    return corpus.swap(folder, split) if folder else ()


def _describe(corpus: Corpus, results: Sequence[Swapped]) -> str:
    of_all = f" (one in {corpus.step})" if corpus.step > 1 else ""
    return f"{corpus.name}: {len(results)} reports{of_all}, {sum(result.exchanged for result in results)} names"


MEASURE = Measure(
    name="swap",
    summary="the two sides' names exchanged: the record must come out exchanged and otherwise the same",
    found_at="Name the folder of benchmarks, or one of reports, with --data; without it, the demo's reports are read.",
    locate=locate,
    run=measure,
)
