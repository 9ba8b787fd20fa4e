"""Scores of finding place names in texts, and of putting them on the map."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from ceasewatch.model.distances import distance_m
from ceasewatch.model.gap import GapReason
from quality.figures import Amount, Case, Rate, Tally
from quality.geoparse_corpora import Article, Point, Toponym

NEAR_KM = 161
"""A hundred miles: the limit that the field has agreed on."""
_CONTEXT = 40

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """One place name with its true position, and what became of it.

    ``point`` is where we put it, ``None`` where we left it open. ``candidates`` are the positions of every place of that name in the
    gazetteer. ``reason`` says why it was left open; ``is_country`` that it was placed in the middle of a country, which sources put
    hundreds of kilometres apart.
    """

    toponym: Toponym
    point: Point | None
    label: str | None
    candidates: tuple[Point, ...]
    reason: GapReason | None = None
    is_country: bool = False

    @property
    def error_km(self) -> float | None:
        """How far off it is; ``None`` where one of the two positions is not known."""
        return None if self.point is None else self.distance_km(self.point)

    @property
    def is_near(self) -> bool:
        """Whether it lies within 161 km of where it should."""
        return self.error_km is not None and self.error_km <= NEAR_KM

    @property
    def could_be_near(self) -> bool:
        """Whether any place of that name in the gazetteer lies so near."""
        return any((self.distance_km(point) or 0.0) <= NEAR_KM for point in self.candidates)

    def distance_km(self, point: Point) -> float | None:
        """How far a point lies from where the name belongs."""
        return None if self.toponym.point is None else distance_m(self.toponym.point, point) / 1000


def tally_finding(label: str, articles: Sequence[Article], found: Sequence[Sequence[Stretch]], *, is_exact: bool) -> Tally:
    """Count the names found: with just the same ends, or overlapping at all."""
    right = given = hit = expected = 0
    for article, stretches in zip(articles, found, strict=True):
        truths = [(one.start, one.end) for one in article.toponyms]
        right += sum(any(_agree(stretch, truth, is_exact) for truth in truths) for stretch in set(stretches))
        hit += sum(any(_agree(stretch, truth, is_exact) for stretch in stretches) for truth in truths)
        given, expected = given + len(set(stretches)), expected + len(truths)
    return Tally(label=label, right=right, given=given, found=hit, expected=expected)


def overlapped(article: Article, stretch: Stretch) -> Toponym | None:
    """The marked name that a stretch overlaps most."""
    near = [one for one in article.toponyms if _agree(stretch, (one.start, one.end), is_exact=False)]
    return max(near, key=lambda one: min(one.end, stretch[1]) - max(one.start, stretch[0]), default=None)


def _agree(left: Stretch, right: Stretch, is_exact: bool) -> bool:
    return left == right if is_exact else left[0] < right[1] and right[0] < left[1]


def rate_given(label: str, placings: Sequence[Placing]) -> Iterator[Rate]:
    """How well the marked names are placed: of all, of those placed, and why the others are not."""
    near, of = sum(one.is_near for one in placings), len(placings)
    yield Rate(label=f"{label}: within {NEAR_KM} km", count=near, of=of)
    yield Rate(label=f"{label}: within {NEAR_KM} km, if placed", count=near, of=sum(one.point is not None for one in placings))
    yield Rate(label=f"{label}: too far, a country's middle", count=sum(one.is_country and not one.is_near for one in placings), of=of)
    for reason, words in ((GapReason.PLACE_UNKNOWN, "name unknown"), (GapReason.PLACE_AMBIGUOUS, "several fit")):
        yield Rate(label=f"{label}: not placed, {words}", count=sum(one.reason is reason for one in placings), of=of)
    yield Rate(label=f"{label}: no such name in gazetteer", count=sum(not one.candidates for one in placings), of=of)
    yield Rate(label=f"{label}: such a name within {NEAR_KM} km", count=sum(one.could_be_near for one in placings), of=of)


def measure_distance(label: str, placings: Sequence[Placing]) -> Iterator[Amount]:
    """The mean and the median error of the names that were placed."""
    errors = [one.error_km for one in placings if one.error_km is not None]
    if errors:
        yield Amount(label=f"{label}: mean error of those placed", amount=fmean(errors), unit="km")
        yield Amount(label=f"{label}: median error of those placed", amount=median(errors), unit="km")


def list_finding_errors(corpus: str, article: Article, stretches: Sequence[Stretch]) -> Iterator[Case]:
    """The names that we missed and the words that we wrongly took for names."""
    for one in article.toponyms:
        if not any(_agree(stretch, (one.start, one.end), is_exact=False) for stretch in stretches):
            yield Case(field=f"{corpus} finding", about=one.name, verdict="missed", why=_context(article.text, one.start, one.end))
    for start, end in stretches:
        if overlapped(article, (start, end)) is None:
            yield Case(field=f"{corpus} finding", about=article.text[start:end], verdict="extra", why=_context(article.text, start, end))


def list_placing_errors(corpus: str, article: Article, placings: Sequence[Placing]) -> Iterator[Case]:
    """The marked names that we placed too far away, or nowhere although the gazetteer has a place there."""
    for one in placings:
        where = _context(article.text, one.toponym.start, one.toponym.end)
        if one.error_km is not None and not one.is_near:
            why = f"placed at {one.label} {one.point}, {one.error_km:.0f} km from {one.toponym.point}: {where}"
            yield Case(field=f"{corpus} placing", about=one.toponym.name, verdict="wrong", why=why)
        elif one.point is None:
            hope = "" if one.could_be_near else ", none of them the right one"
            why = f"left open, {len(one.candidates)} places of that name{hope}: {where}"
            yield Case(field=f"{corpus} placing", about=one.toponym.name, verdict="missed", why=why)


def _context(text: str, start: int, end: int) -> str:
    return " ".join(f"…{text[max(start - _CONTEXT, 0) : start]}[{text[start:end]}]{text[end : end + _CONTEXT]}…".split())
