"""``python -m quality claims``: who claims what, against our own annotations (``quality/gold``).

Beside ours stands how well a second annotator of the same reports agreed with the first: the ceiling.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from ceasewatch.errors import DataMissing
from ceasewatch.model.report import Report
from ceasewatch.pipeline import understand
from quality.claims_scorer import list_errors, measure_false, rate_details, tally_claims, tally_mentions, tally_outlets
from quality.claims_view import Seen, see_annotation, see_reading
from quality.figures import Figures, Published, Tally
from quality.gold.records import Annotation, read_annotations
from quality.gold.splits import SPLITS, read_splits
from quality.gold.texts import SETS, Text, read_texts
from quality.measure import Measure, data_folder

_GOLD = Path(__file__).parent / "gold"
_FIRST, _SECOND = _GOLD / "agreement" / "first.jsonl", _GOLD / "agreement" / "second.jsonl"
_DEFAULT = "dev"


def locate(named: Path | None) -> Path | None:
    """The folder with the texts that were annotated, where FA-KES, the largest part, is in it, and there are annotations."""
    folder = data_folder(named)
    is_here = folder is not None and (folder / "fakes" / "articles.csv").is_file() and any(_GOLD.glob("claims/*.jsonl"))
    return folder if is_here else None


def measure(data: Path, split: str | None = None) -> Figures:
    """Read the annotated reports of a split ("train", "dev", "test", "outlets": two outlets that stand nowhere else) and score it all.

    Raises:
        DataMissing: there is no such split, or a text is not the one that was annotated.
    """
    split = split or _DEFAULT
    if split not in SPLITS:
        raise DataMissing(f"there is no split “{split}”; there are {', '.join(SPLITS)}")
    chosen = {document for document, own in read_splits().items() if own == split}
    gold = [one for one in read_gold() if one.document in chosen]
    texts = find_texts(data, gold)
    pairs = [(see_annotation(one, texts[one.document].text), _read(texts[one.document])) for one in gold]
    return Figures(
        name="claims",
        part=split,
        subject=f"{len(pairs)} annotated reports, {sum(len(seen.claims) for seen, _ in pairs)} claims on"
        f" {sum(len(seen.mentions) for seen, _ in pairs)} events",
        tallies=tuple(_stated(tally_mentions(pairs), tally_claims(pairs), tally_outlets(pairs))),
        rates=tuple(rate_details(pairs)),
        amounts=tuple(measure_false(pairs)),
        errors=tuple(list_errors(pairs)),
        published=tuple(compare_annotators(data)),
    )


def compare_annotators(data: Path) -> Iterator[Published]:
    """How the second annotator of a report scores against the first, by the same measures."""
    first, second = (list(read_annotations(path)) if path.is_file() else [] for path in (_FIRST, _SECOND))
    if not first:
        return
    texts = find_texts(data, first)
    other = {one.document: one for one in second}
    pairs = [
        (see_annotation(one, texts[one.document].text), see_annotation(other[one.document], texts[one.document].text))
        for one in first
        if one.document in other
    ]
    source = f"{len(pairs)} reports annotated twice, ahead of adjudication"
    for tally in _stated(tally_mentions(pairs), tally_claims(pairs)):
        yield Published(label="another annotator", figure=f"{100 * (tally.f1 or 0):.1f}", source=source, beside=tally.label)


def read_gold() -> list[Annotation]:
    """Every annotated report."""
    return [one for path in sorted((_GOLD / "claims").glob("*.jsonl")) for one in read_annotations(path)]


def find_texts(data: Path, annotations: Sequence[Annotation]) -> Mapping[str, Text]:
    """The texts of annotations, by document.

    Raises:
        DataMissing: a text is not there, or is not the one that was annotated.
    """
    sets = [name for name in SETS if any(one.document.startswith(f"{name}/") for one in annotations)]
    texts = {text.document: text for name in sets for text in read_texts(data, name)}
    for one in annotations:
        if one.document not in texts:
            raise DataMissing(f"{one.document}: its text is not there")
        if texts[one.document].sha256 != one.sha256:
            raise DataMissing(f"{one.document}: the text is not the one that was annotated")
    return texts


def _read(text: Text) -> Seen:
    now = datetime.now(UTC)
    report = Report(id="0" * 64, text=text.text, published=text.filed_on, retrieved_at=now, media_type="text/plain", language="en")
    reading, _ = understand(report)
    return see_reading(text.document, text.text, reading)


def _stated(*groups: Iterator[Tally]) -> Iterator[Tally]:
    """Tallies of what is there at all."""
    return (tally for group in groups for tally in group if tally.given or tally.expected)


MEASURE = Measure(
    name="claims",
    summary="who claims what, against our own annotations: values, speakers, whose, stance, certainty, false figures",
    found_at="The annotations are in quality/gold; it needs the texts that they stand off from, which their README names.",
    locate=locate,
    run=measure,
)
