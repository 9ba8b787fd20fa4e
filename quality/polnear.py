"""``python -m quality polnear``: who says what in American political news, held against PolNeAR's annotators."""

from pathlib import Path

from ceasewatch.understand.speech.cues import cue_pattern
from quality.figures import Figures, Published
from quality.measure import Measure, data_folder
from quality.polnear_agreement import compare_annotators, find_several
from quality.polnear_files import read_split
from quality.polnear_reading import hear_voices
from quality.polnear_said import Article
from quality.polnear_scorer import count_known, find_errors, score_articles

_FOUND_AT = (
    "PolNeAR 1.0 is published at https://github.com/networkdynamics/PolNeAR (press texts, for research). "
    "Lay its folders train, dev and test, each with text and attributions, out as DIR/polnear and name DIR with --data."
)
_CITRON = "Citron README; another corpus, PARC3"
_PUBLISHED = (
    Published(
        label="annotators' agreement, Krippendorff's alpha over tokens (all parts)",
        figure="75.4",
        source="PolNeAR README; no score of a program on PolNeAR was found",
    ),
    Published(label="Citron, all quotations, exact", figure="56.7", source=_CITRON, beside="content, exact"),
    Published(label="Citron, all quotations, overlap", figure="83.2", source=_CITRON, beside="content, overlap"),
)


def locate(named: Path | None) -> Path | None:
    """Find the folder with the splits: ``polnear`` in the folder named, or that folder itself."""
    folder = data_folder(named)
    if folder is None:
        return None
    return next((place for place in (folder / "polnear", folder) if _is_here(place)), None)


def _is_here(place: Path) -> bool:
    return any((place / split / "attributions").is_dir() for split in ("dev", "test", "train"))


def measure(data: Path, split: str | None = None) -> Figures:
    """Listen to every article of a split ("dev" by default) and score what was heard; the first annotator's marks are the truth.

    Raises:
        DataMissing: there is no such split.
    """
    chosen = split or "dev"
    articles = [
        Article(name=one.name, text=one.text, gold=one.annotations[0], given=hear_voices(one.name, one.text))
        for one in read_split(data, chosen)
    ]
    return Figures(
        name="polnear",
        part=chosen,
        subject=f"{len(articles)} articles, {sum(len(article.gold) for article in articles)} acts of saying or thinking",
        tallies=score_articles(articles),
        rates=count_known(articles, cue_pattern()),
        errors=tuple(find_errors(articles)),
        published=(*_PUBLISHED, *compare_annotators(find_several(data, ("train", "dev")))),
    )


MEASURE = Measure(
    name="polnear",
    summary="who says what: source, cue and content against PolNeAR",
    found_at=_FOUND_AT,
    locate=locate,
    run=measure,
)
