"""So much time before or after: "three weeks ago", "two days earlier", "days after the attack", "over the past two years"."""

import re
from collections.abc import Iterator

from ceasewatch.understand.times.lexicon import COUNT, DASH, SPACE, UNIT, read_count
from ceasewatch.understand.times.nodes import Base, Piece, ShiftNode, Unit, WindowNode

_ABOUT = r"about|around|approximately|roughly|some|nearly|almost"
_SHIFT = re.compile(
    rf"\b(?:(?P<bound>{_ABOUT}|more{SPACE}than|over|less{SPACE}than|at{SPACE}least|just|only|exactly|barely){SPACE})?"
    rf"(?:(?P<count>{COUNT}(?:{SPACE}and{SPACE}a{SPACE}half)?|the|half{SPACE}an?){SPACE})?(?P<unit>{UNIT})(?P<plural>s)?(?P<half>{SPACE}and{SPACE}a{SPACE}half)?"
    rf"{SPACE}(?P<side>ago|earlier|later|before|after(?:wards?)?|beforehand|prior|previously)\b(?!{DASH})",
    re.IGNORECASE,
)
_WINDOW = re.compile(
    rf"\b(?:the{SPACE})?(?P<turn>past|last|previous|preceding|next|coming){SPACE}(?P<count>{COUNT}){SPACE}(?P<unit>{UNIT})s?\b"
    rf"|\b(?:the{SPACE})?(?P<bare_turn>past|coming|recent){SPACE}(?P<bare_unit>minute|hour|day|week|month|year|decade)(?P<plural>s)?\b",
    re.IGNORECASE,
)
# What must follow for "two days before" to look back to the time told of last, and not on to an event named next.
_NOTHING_NAMED = re.compile(
    r"\s*(?:[,.;:)!?\u201d\"\u2013\u2014]|$|(?:in|at|on|when|and|but|by|near|as|while|that|to|with|from|for)\b|the\s+same\s+place)"
)
_LOOSE_COUNTS = {Unit.MINUTE: (2, 59), Unit.HOUR: (1, 23), Unit.DAY: (2, 14), Unit.WEEK: (2, 8), Unit.MONTH: (2, 12), Unit.YEAR: (2, 15)}
_SMALLER = {
    Unit.YEAR: (Unit.MONTH, 12, 1),
    Unit.MONTH: (Unit.DAY, 30, 3),
    Unit.WEEK: (Unit.DAY, 7, 1),
    Unit.DAY: (Unit.HOUR, 24, 3),
    Unit.HOUR: (Unit.MINUTE, 60, 5),
    Unit.MINUTE: (Unit.MINUTE, 1, 1),
}
_BACK = ("ago", "earlier", "before", "beforehand", "prior", "previously")


def read_shifts(text: str) -> Iterator[Piece]:
    """Find the shifts and the windows up to or from the publication."""
    for match in _SHIFT.finditer(text):
        if match["count"] or match["plural"]:
            yield Piece(start=match.start(), end=match.end(), node=_read_shift(text, match))
    for match in _WINDOW.finditer(text):
        yield Piece(start=match.start(), end=match.end(), node=_read_window(match))


def ends_the_shift(text: str, end: int) -> bool:
    """Whether nothing is named after "before" or "after", so that it looks back to the time told of last."""
    return bool(_NOTHING_NAMED.match(text, end))


def read_unit(words: str) -> tuple[Unit, int]:
    """Return the unit a word counts in, and how many of it the word stands for."""
    word = words.lower()
    special = {"night": (Unit.DAY, 1), "weekend": (Unit.WEEK, 1), "fortnight": (Unit.WEEK, 2), "decade": (Unit.YEAR, 10)}
    return special[word] if word in special else (Unit(word), 1)


def _read_shift(text: str, match: re.Match[str]) -> ShiftNode:
    unit, times = read_unit(match["unit"])
    words = " ".join((match["count"] or "").lower().split())
    side = match["side"].lower()
    if words.startswith("half") or words.endswith("half") or match["half"]:
        low, high, unit = _read_half(words, unit, times)
    elif words or times == 1:
        low, high = ((1, 1) if words == "the" else read_count(words)) or _LOOSE_COUNTS[unit]
        low, high = low * times, high * times
    else:
        low, high = times, 3 * times
    low, high = _loosen(low, high, " ".join((match["bound"] or "").lower().split()))
    base = Base.PUBLISHED if side == "ago" else Base.TOLD
    if side in ("before", "after", "prior") and not ends_the_shift(text, match.end()):
        base = Base.EVENT
    return ShiftNode(unit=unit, low=low, high=high, direction=-1 if side in _BACK else 1, base=base)


def _read_half(words: str, unit: Unit, times: int) -> tuple[int, int, Unit]:
    """Read "half an hour" and "two and a half years" in the next smaller unit, with some play to either side."""
    smaller, size, play = _SMALLER[unit]
    whole = 0 if words.startswith("half") else (read_count(words.removesuffix(" and a half")) or (1, 1))[0]
    middle = (2 * whole + 1) * times * size // 2
    return middle - play, middle + play, smaller


def _loosen(low: int, high: int, bound: str) -> tuple[int, int]:
    if bound in ("more than", "over", "at least"):
        return low, high + 1
    if bound in ("less than", "barely"):
        return max(low - 1, 0), high
    if bound in ("about", "around", "approximately", "roughly", "some", "nearly", "almost"):
        return max(low - 1, 0), high + 1
    return low, high


def _read_window(match: re.Match[str]) -> WindowNode:
    unit, times = read_unit(match["unit"] or match["bare_unit"])
    counted = read_count(match["count"])
    most = counted[1] if counted else _LOOSE_COUNTS[unit][1] if match["plural"] else 1
    turn = (match["turn"] or match["bare_turn"]).lower()
    return WindowNode(unit=unit, count=most * times, direction=1 if turn in ("next", "coming") else -1)
