"""Scores our answers about FA-KES articles against the crowd's, and the crowd's against each other and against our own reading."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from ceasewatch.model.values import When
from quality.fakes_crowd import Annotated, make_key, read_day, read_number, read_parties
from quality.figures import Case, Rate, Tally
from quality.main_event import MainEvent
from quality.place_spelling import is_same_name

_NARROW = timedelta(days=4)
_SHOWN_TITLE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One field of one article: what the crowd wrote, what we gave, and whether that is right."""

    field: str
    title: str
    expected: str
    given: str
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How the crowd did in one field of the rows that we read ourselves.

    ``right`` of the ``filled`` ones that it filled in; ``blank`` are numbers that it left out though the article tells them. ``beside`` are
    the labels of our tallies that are scored against this field.
    """

    field: str
    right: int
    filled: int
    blank: int = 0
    beside: tuple[str, ...] = ()


def judge_article(row: Annotated, event: MainEvent | None) -> Iterator[Judged]:
    """Hold every field that the crowd filled in, and every number that we gave, against each other."""
    for field, words, number in (
        ("killed civilians", row.civilians, event.civilians if event else None),
        ("killed combatants", row.combatants, event.combatants if event else None),
    ):
        wanted = read_number(words)
        if (words and wanted is None) or (not words and number is None):
            continue
        given = "" if number is None else str(number)
        yield _judge(field, row, words, given, number == wanted)
    day = read_day(row.day)
    when = event.when if event else None
    if day is not None:
        yield _judge("date", row, row.day, _show_when(when), when is not None and is_on(when, day))
        yield _judge("date, a day early or late", row, row.day, _show_when(when), when is not None and is_near(when, day))
    if row.place:
        places = event.places if event else ()
        yield _judge("place", row, row.place, places[0] if places else "", bool(places) and is_same_name(places[0], row.place))
        among = any(is_same_name(place, row.place) for place in places)
        yield _judge("place, any that we name", row, row.place, ", ".join(places), among)
    if row.actor:
        actors = event.actors if event else ()
        ours = frozenset(party for actor in actors for party in read_parties(actor))
        yield _judge("actor", row, row.actor, ", ".join(actors), bool(ours & read_parties(row.actor)))


def tally_fields(judged: Sequence[Judged]) -> tuple[Tally, ...]:
    """A tally a field, in the order in which the fields first come."""
    return tuple(_tally(field, [one for one in judged if one.field == field]) for field in dict.fromkeys(one.field for one in judged))


def set_beside(tallies: Sequence[Tally], checked: Sequence[Checked]) -> Iterator[Tally]:
    """Our tallies, each followed by what a reader that is always right would score against this crowd."""
    for tally in tallies:
        yield tally
        yield from (_tally_right_reader(tally.label, field) for field in checked if tally.label in field.beside)


def rate_crowd(checked: Sequence[Checked]) -> Iterator[Rate]:
    """How often what the crowd filled in is right, by our own reading."""
    return (Rate(label=f"crowd right, by our reading: {one.field}", count=one.right, of=one.filled) for one in checked)


def list_errors(judged: Sequence[Judged]) -> tuple[Case, ...]:
    """Where we and the crowd part, as cases to read."""
    return tuple(
        Case(
            field=one.field,
            about=one.title[:_SHOWN_TITLE],
            verdict="extra" if not one.expected else "wrong" if one.given else "missed",
            why=f"the crowd wrote “{one.expected}”, we gave “{one.given}”",
        )
        for one in judged
        if not one.is_right
    )


def compare_crowd(rows: Sequence[Annotated]) -> tuple[Rate, ...]:
    """How often two people of the crowd, given the same text, filled a field in alike: the most that a reader can be held to."""
    by_text: dict[str, list[Annotated]] = {}
    for row in rows:
        by_text.setdefault(make_key(row.text), []).append(row)
    pairs = [pair for group in by_text.values() for pair in combinations(group, 2)]
    return tuple(_compare_field(field, pairs, read, agree) for field, (read, agree) in _FIELDS.items())


def is_on(when: When, day: date) -> bool:
    """Whether a time is no wider than four days and holds the day."""
    return when.width is not None and when.width <= _NARROW and When.of_days(day).overlaps(when)


def is_near(when: When, day: date) -> bool:
    """Whether a narrow time holds the day, the day before or the day after."""
    return any(is_on(when, day + timedelta(days=shift)) for shift in (-1, 0, 1))


def _judge(field: str, row: Annotated, expected: str, given: str, is_right: bool) -> Judged:
    return Judged(field=field, title=row.title, expected=expected, given=given, is_right=is_right)


def _tally(field: str, judged: Sequence[Judged]) -> Tally:
    right = sum(one.is_right for one in judged)
    return Tally(
        label=field,
        right=right,
        given=sum(bool(one.given) for one in judged),
        found=right,
        expected=sum(bool(one.expected) for one in judged),
    )


def _tally_right_reader(label: str, field: Checked) -> Tally:
    """It answers wherever the crowd did, and with the numbers that the crowd left out; only what the crowd has right agrees."""
    given = field.filled + field.blank
    return Tally(label=f"{label}: a right reader", right=field.right, given=given, found=field.right, expected=field.filled)


def _compare_field(
    field: str, pairs: Sequence[tuple[Annotated, Annotated]], read: Callable[[Annotated], str], agree: Callable[[str, str], bool]
) -> Rate:
    filled = [(read(left), read(right)) for left, right in pairs if read(left) or read(right)]
    alike = sum(bool(left and right) and agree(left, right) for left, right in filled)
    return Rate(label=f"crowd agrees with itself: {field}", count=alike, of=len(filled))


def _show_when(when: When | None) -> str:
    if when is None:
        return ""
    first, last = when.first_day, when.last_day
    return str(first) if first == last else f"{first} to {last}"


def _same_number(left: str, right: str) -> bool:
    return read_number(left) == read_number(right)


_FIELDS: Mapping[str, tuple[Callable[[Annotated], str], Callable[[str, str], bool]]] = {
    "killed civilians": (lambda row: row.civilians, _same_number),
    "killed combatants": (lambda row: row.combatants, _same_number),
    "date": (lambda row: row.day, lambda left, right: read_day(left) == read_day(right)),
    "place": (lambda row: row.place, is_same_name),
    "actor": (lambda row: row.actor, lambda left, right: bool(read_parties(left) & read_parties(right))),
}
