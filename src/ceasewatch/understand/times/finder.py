"""Every time in a sentence: the shapes are found, joined, and placed one after the other."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from ceasewatch.model.gap import GapReason
from ceasewatch.model.values import When
from ceasewatch.understand.times.date_words import read_dates
from ceasewatch.understand.times.dates import carry_year
from ceasewatch.understand.times.found import TimeFound, TimeRelation
from ceasewatch.understand.times.hour_words import read_hours
from ceasewatch.understand.times.joining import join_pieces
from ceasewatch.understand.times.lookalikes import is_bare_month, is_lookalike
from ceasewatch.understand.times.nodes import DateNode, Node, Piece, Qualifier, RangeNode, RecurringNode
from ceasewatch.understand.times.period_words import read_periods
from ceasewatch.understand.times.placing import hangs_on_told, is_loose_hours, place, states_year
from ceasewatch.understand.times.relations import apply_relation, read_outlook, read_relation
from ceasewatch.understand.times.scene import Outlook, Scene, Told, cover
from ceasewatch.understand.times.shift_words import read_shifts

_ANY_TIME = re.compile(
    r"\d|(?:day|morrow|night|noon|morning|evening|week|month|year|ago|earlier|later|before|after|hour|minute|decade|dawn|dusk|sun|light|fall|spring|summer|autumn|winter|daily"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|clock|[ap]\.m)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    """A joined piece that is a time."""

    start: int
    end: int
    node: Node


def find_times(text: str, *, published: When | None, previous: TimeFound | None = None) -> tuple[TimeFound, ...]:
    """Return the times that a sentence or paragraph names, from left to right, without overlap.

    ``published`` is when the report came out, a day or a moment; weekdays and "yesterday" count from it. A publication that is known
    only as several days gives every time the width that this leaves open. ``previous`` is the last placed time of the text before.
    The text is read as written: a reporting time ("said on Friday") is found like any other.
    """
    if not _ANY_TIME.search(text):
        return ()
    wordings = _read_wordings(text)
    placed: dict[int, TimeFound] = {}
    for is_late in (False, True):
        for index, wording in enumerate(wordings):
            if _waits(wording.node) is is_late:
                told = _tell(wording.node, index, placed, previous, len(wordings))
                placed[index] = _place(text, wording, published, told)
    return tuple(placed[index] for index in range(len(wordings)))


def _waits(node: Node) -> bool:
    """Whether a time is placed only once the others are, because it hangs on one of them."""
    return is_loose_hours(node) or hangs_on_told(node)


def _read_wordings(text: str) -> list[_Wording]:
    pieces = join_pieces(text, _without_overlap(text, [*read_hours(text), *read_shifts(text), *read_periods(text), *read_dates(text)]))
    return [
        _Wording(start=piece.start, end=piece.end, node=piece.node)
        for piece in pieces
        if piece.node is not None and not isinstance(piece.node, Qualifier) and not _is_dropped(text, piece)
    ]


def _is_dropped(text: str, piece: Piece) -> bool:
    if isinstance(piece.node, DateNode) and piece.is_loose and piece.node.month is not None:
        return not is_bare_month(text, piece)
    return piece.is_loose


def _without_overlap(text: str, pieces: Iterable[Piece]) -> Sequence[Piece]:
    """Keep the piece that begins first, and of those the longest. A lookalike keeps its words from being read as anything else."""
    kept: list[Piece] = []
    end = 0
    for piece in sorted(pieces, key=lambda piece: (piece.start, -piece.end)):
        if piece.start >= end:
            kept.append(replace(piece, node=None) if is_lookalike(text, piece) else piece)
            end = piece.end
    return kept


def _tell(node: Node, index: int, placed: dict[int, TimeFound], previous: TimeFound | None, count: int) -> Told | None:
    """Return the time told of last: in the text ahead, in the text before it, or else in the rest of the sentence.

    Hours without a day look in the whole sentence first.
    """
    ahead = (Told.of_found(placed.get(other)) for other in range(index - 1, -1, -1))
    behind = (Told.of_found(placed.get(other)) for other in range(index + 1, count))
    before = (Told.of_found(previous),)
    if is_loose_hours(node):
        return next((told for told in chain(ahead, behind, before) if told and told.is_narrow), None)
    return next((told for told in chain(ahead, before, behind) if told), None)


def _place(text: str, wording: _Wording, published: When | None, told: Told | None) -> TimeFound:
    node, start, end = wording.node, wording.start, wording.end
    relation = read_relation(text, start, end, node)
    when, reason, is_year_stated = None, None, False
    if not isinstance(node, RecurringNode):
        scenes = _make_scenes(published, told, outlook=read_outlook(text, start, end), is_limit=relation is TimeRelation.UNTIL)
        when, reason = _place_all(node, scenes)
        is_year_stated = states_year(node) or _carries_year(node, scenes[-1])
    named = when
    when = apply_relation(when, relation, node, published) if when is not None else None
    return TimeFound(
        start=start,
        end=end,
        words=text[start:end],
        when=when,
        reason=reason,
        relation=relation,
        is_year_stated=is_year_stated and when is not None,
        named=named,
    )


def _make_scenes(published: When | None, told: Told | None, *, outlook: Outlook, is_limit: bool) -> list[Scene]:
    """Return one scene for each end of the publication: one for a day, two where it is known only as a longer stretch."""
    first, last = (published.first_day, published.last_day) if published else (None, None)
    if published is None or first is None or last is None:
        return [Scene(published=None, today=None, told=told, outlook=outlook, is_limit=is_limit)]
    if first == last:
        return [Scene(published=published, today=first, told=told, outlook=outlook, is_limit=is_limit)]
    return [Scene(published=When.of_days(day), today=day, told=told, outlook=outlook, is_limit=is_limit) for day in (first, last)]


def _place_all(node: Node, scenes: Sequence[Scene]) -> tuple[When | None, GapReason | None]:
    try:
        stretches = [place(node, scene) for scene in scenes]
    except (ValueError, OverflowError):
        # The calendar has no such day (30 February), or it lies outside the years that it holds.
        return None, GapReason.TIME_UNREADABLE
    when = cover(stretches[0], stretches[-1])
    return when, None if when else GapReason.TIME_UNANCHORED


def _carries_year(node: Node, scene: Scene) -> bool:
    if scene.told is None or not scene.told.is_year_stated:
        return False
    if isinstance(node, DateNode):
        return hangs_on_told(node) or carry_year(node, scene) is not None
    if isinstance(node, RangeNode):
        return _carries_year(node.last, scene)
    return hangs_on_told(node)
