"""``python -m quality gvc``: the words for events in news about shootings, and which of them mean one incident."""

from dataclasses import replace
from pathlib import Path

from ceasewatch.errors import DataMissing
from quality.clusters import tally_b_cubed, tally_pairs
from quality.figures import Figures
from quality.gva import mix, read_all, score
from quality.gva_grouping import group_understood
from quality.gva_texts import INCIDENTS, Shooting, read_shootings
from quality.gvc_scorer import group_events, list_event_errors, list_tellings, tally_events
from quality.gvc_texts import FILE, read_corpus
from quality.measure import Measure, data_folder

_FOUND_AT = (
    "The Gun Violence Corpus is published at https://github.com/cltl/GunViolenceCorpus (CC BY 4.0), and as gvc_dev.json at "
    "https://github.com/Danield21/Rationale4CDECR. Put gvc_dev.json into DIR/gvc, the archive's incidents.jsonl into DIR/gva, and "
    "name DIR with --data."
)


def locate(named: Path | None) -> Path | None:
    """Find the folder with the corpus: the one named, or ``gvc`` in it."""
    folder = data_folder(named)
    places = (folder / "gvc", folder) if folder else ()
    return next((place for place in places if (place / FILE).is_file()), None)


def measure(data: Path, split: str | None = None) -> Figures:
    """Read the dev part, the only one here. The corpus has no facts; its topics are incidents of the archive, which has them.

    Raises:
        DataMissing: the file has another layout, or another split was asked for.
    """
    if split not in (None, "dev", "all"):
        raise DataMissing(f"there is no split “{split}”; there is dev")
    marked = read_corpus(data / FILE, _find_shootings(data))
    rows, understood = read_all([one.article for one in marked])
    tellings = [list_tellings(one.reading) for one in understood]
    gold, ours = group_events(marked, tellings, group_understood(understood))
    figures = score("gvc", "dev", rows, understood)
    errors = [error for text, own in zip(marked, tellings, strict=True) for error in list_event_errors(text, own)]
    return replace(
        figures,
        tallies=(
            tally_events(marked, tellings),
            tally_b_cubed("words by incident, B-cubed", gold, ours),
            tally_pairs("words by incident, pairs", gold, ours),
            *figures.tallies,
        ),
        errors=tuple(sorted([*errors, *figures.errors], key=mix)),
    )


def _find_shootings(data: Path) -> dict[str, Shooting]:
    """The archive's incidents, where they are beside the corpus; without them only events and grouping are measured."""
    places = (data / INCIDENTS, data.parent / "gva" / INCIDENTS)
    return next((read_shootings(place) for place in places if place.is_file()), {})


MEASURE = Measure(
    name="gvc",
    summary="shootings in the news: the words for events, and which of them mean one incident",
    found_at=_FOUND_AT,
    locate=locate,
    run=measure,
)
