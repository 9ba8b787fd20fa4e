"""How well PolNeAR's own annotators agree, where several read the same article: the ceiling for a program."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from quality.figures import Published
from quality.polnear_files import Annotated, read_split
from quality.polnear_said import Article
from quality.polnear_scorer import PARTS, score_articles

_SHOWN = ("source, overlap", "cue, overlap", "content, tokens", "content, exact", "content, overlap", "content linked to the right source")


def find_several(folder: Path, splits: Iterable[str]) -> list[Annotated]:
    """The articles that more than one annotator read, in those of the splits that are there."""
    here = [split for split in splits if (folder / split / "attributions").is_dir()]
    return [one for split in here for one in read_split(folder, split) if len(one.annotations) > 1]


def compare_annotators(several: Sequence[Annotated]) -> tuple[Published, ...]:
    """How every further annotator of an article scores against the first, by the measures that we are scored by."""
    pairs = [
        Article(name=one.name, text=one.text, gold=one.annotations[0], given=other) for one in several for other in one.annotations[1:]
    ]
    if not pairs:
        return ()
    source = f"computed here: {len(pairs)} further annotations of {len(several)} articles"
    tallies = {tally.label: tally for tally in score_articles(pairs)}
    shares = ((label, tallies[label].f1 or 0.0) for label in _SHOWN)
    return tuple(Published(label="another annotator", figure=f"{100 * share:.1f}", source=source, beside=label) for label, share in shares)


def label_words(annotated: Annotated) -> Iterator[tuple[str, ...]]:
    """For every word of an article, what each annotator marked it as: a part, or nothing."""
    columns = []
    for marks in annotated.annotations:
        article = Article(name=annotated.name, text=annotated.text, gold=marks, given=())
        parts = {part: article.words(piece for said in marks for piece in said.part(part)) for part in PARTS}
        columns.append([next((part for part in PARTS if number in parts[part]), "") for number in range(article.length)])
    yield from zip(*columns, strict=True)


def measure_alpha(units: Iterable[Sequence[str]]) -> float:
    """Krippendorff's alpha for labels without an order: 1 where all agree, 0 where they agree as if by chance."""
    totals: Counter[str] = Counter()
    observed = 0.0
    for labels in units:
        counts = Counter(labels)
        totals.update(counts)
        observed += sum(count * (len(labels) - count) for count in counts.values()) / (len(labels) - 1)
    total = totals.total()
    expected = sum(count * (total - count) for count in totals.values()) / (total - 1)
    return 1 - observed / expected if expected else 1.0
