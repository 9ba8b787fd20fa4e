"""``python -m quality case2021``: CASE-2021 task 2, snippets of news each with one of 30 kinds of event, never trained on.

Our kind of a snippet's first event and the words of the snippet are looked up in ``case2021_kinds.csv``, which was written from the
definitions of the classes and not fitted to the snippets. The first row that fits decides.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from ceasewatch.errors import DataMissing
from ceasewatch.model.mention import Status
from ceasewatch.model.report import Report
from ceasewatch.pipeline import understand
from quality.figures import Amount, Case, Figures, Published, Rate, Tally
from quality.measure import Measure, data_folder

_FILE = Path("task2") / "test_dataset" / "test_set_final_release_with_labels.tsv"
_SPLITS = (None, "test")
_NOT_IN_ACLED = frozenset({"ORG_CRIME", "NATURAL_DISASTER", "MAN_MADE_DISASTER", "DIPLO", "ATTRIB"})
_NO_CLASS = "OTHER"
_SOURCE = "Haneczok et al. 2021, the shared task's paper"
_FOUND_AT = (
    "The CASE-2021 shared task publishes it in the repository emerging-welfare/case-2021-shared-task."
    f" Name the folder that holds case2021/{_FILE} with --data."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """One snippet and its class."""

    number: str
    text: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the table: it fits a snippet of one of these kinds and with these words; what is left open fits everything."""

    label: str
    kinds: frozenset[str]
    words: re.Pattern[str] | None
    also: re.Pattern[str] | None

    def fits(self, kind: str | None, text: str) -> bool:
        """Whether a snippet with this first event is of this class."""
        return (not self.kinds or kind in self.kinds) and all(
            pattern is None or pattern.search(text) is not None for pattern in (self.words, self.also)
        )


def locate(named: Path | None) -> Path | None:
    """Find the folder with the snippets: ``case2021`` in the folder named, or that folder itself."""
    folder = data_folder(named)
    places = (folder / "case2021", folder) if folder else ()
    return next((place for place in places if (place / _FILE).is_file()), None)


def measure(data: Path, split: str | None = None) -> Figures:
    """Class every snippet, and score the 30 classes and the 25 that come from ACLED.

    Raises:
        DataMissing: the set has no such part.
    """
    if split not in _SPLITS:
        raise DataMissing(f"the set has no part “{split}”: all of it is test")
    snippets = read_snippets(data / _FILE)
    kinds = [find_kind(snippet.text) for snippet in snippets]
    gold = [snippet.label for snippet in snippets]
    ours = [choose_class(kind, snippet.text, frozenset()) for kind, snippet in zip(kinds, snippets, strict=True)]
    seen = [
        (snippet.label, choose_class(kind, snippet.text, _NOT_IN_ACLED))
        for kind, snippet in zip(kinds, snippets, strict=True)
        if snippet.label not in _NOT_IN_ACLED
    ]
    by_kind_alone = [choose_class(kind, "", frozenset()) for kind in kinds]
    return Figures(
        name="case2021",
        subject=f"{len(snippets)} snippets, {len(set(gold))} classes",
        tallies=tally_classes(gold, ours),
        amounts=(
            _percent("weighted F1, 25 classes", weigh_f1([label for label, _ in seen], [given for _, given in seen])),
            _percent("weighted F1, 30 classes", weigh_f1(gold, ours)),
            _percent("weighted F1, 30 classes, by our kinds alone", weigh_f1(gold, by_kind_alone)),
        ),
        rates=(Rate(label="snippets with an event of ours", count=sum(kind is not None for kind in kinds), of=len(kinds)),),
        errors=tuple(_list_errors(snippets, kinds, ours)),
        published=(
            Published(label="the best system, trained", figure="83.9", source=_SOURCE, beside="weighted F1, 25 classes"),
            Published(label="the best system, zero-shot on five classes", figure="77.1", source=_SOURCE, beside="weighted F1, 30 classes"),
        ),
    )


def read_snippets(path: Path) -> list[Snippet]:
    """Every snippet of the file of labels."""
    with path.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t")
        return [Snippet(number=row["id"], text=row["EventSnippet"], label=row["SubType"].strip()) for row in rows]


def find_kind(text: str) -> str | None:
    """The kind of the first event of a snippet's news, or else of its first event; ``None`` where we find none."""
    report = Report(id="0" * 64, text=text, retrieved_at=datetime.now(UTC), media_type="text/plain", language="en")
    reading, _ = understand(report)
    news = [one for one in reading.mentions if one.status is Status.REPORTED]
    return next((one.kind for one in (*news, *reading.mentions)), None)


def choose_class(kind: str | None, text: str, left_out: frozenset[str]) -> str:
    """The class of the first row that fits, of those that are not left out."""
    plain = text.lower()
    return next((row.label for row in class_rows() if row.label not in left_out and row.fits(kind, plain)), _NO_CLASS)


@cache
def class_rows() -> tuple[Row, ...]:
    """The table, in its order."""
    with Path(__file__).with_name("case2021_kinds.csv").open(encoding="utf-8", newline="") as table:
        return tuple(
            Row(
                label=row["class"],
                kinds=frozenset(filter(None, row["kinds"].split("|"))),
                words=_make_pattern(row["words"]),
                also=_make_pattern(row["also"]),
            )
            for row in csv.DictReader(table)
        )


def tally_classes(gold: Sequence[str], ours: Sequence[str]) -> tuple[Tally, ...]:
    """A tally a class of the key, in alphabetical order."""
    return tuple(_tally_class(label, gold, ours) for label in sorted(set(gold)))


def weigh_f1(gold: Sequence[str], ours: Sequence[str]) -> float:
    """The mean F1 of the classes, each weighed by how many snippets the key gives it; 0 where there are none."""
    tallies = tally_classes(gold, ours)
    return sum((tally.f1 or 0.0) * tally.expected for tally in tallies) / len(gold) if gold else 0.0


def _tally_class(label: str, gold: Sequence[str], ours: Sequence[str]) -> Tally:
    right = sum(true == given == label for true, given in zip(gold, ours, strict=True))
    return Tally(label=label, right=right, given=ours.count(label), found=right, expected=gold.count(label))


def _list_errors(snippets: Sequence[Snippet], kinds: Sequence[str | None], ours: Sequence[str]) -> Iterator[Case]:
    for snippet, kind, given in zip(snippets, kinds, ours, strict=True):
        if given != snippet.label:
            why = f"we gave {given} (our kind: {kind or 'none'})"
            yield Case(field=snippet.label, about=f"{snippet.number} {snippet.text[:160]}", verdict="wrong", why=why)


def _percent(label: str, share: float) -> Amount:
    return Amount(label=label, amount=100 * share, unit="%")


def _make_pattern(cell: str) -> re.Pattern[str] | None:
    forms = [r"\w*".join(map(re.escape, form.split("*"))) for form in cell.split("|") if form]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)") if forms else None


MEASURE = Measure(
    name="case2021",
    summary="CASE-2021 task 2: 30 kinds of event, zero-shot, through a table of our kinds and words",
    found_at=_FOUND_AT,
    locate=locate,
    run=measure,
)
