"""Parts of the day and clock times as written: "the morning", "overnight", "about 10:00", "6.30 in the morning", "14h20 GMT".

The convention for parts of the day, in hours: early hours 0-6, dawn 4-8, morning 6-12, afternoon 12-18, dusk 17-21, evening 18-24,
night 18 to 6 of the day after. "Early" on a day is 0-9 and "late" 18-24. A minute that is stated is one minute wide; an hour without
minutes ("10 a.m.") and "about 10:00" reach half an hour to either side.
"""

import re
from collections.abc import Iterator

from ceasewatch.understand.times.date_words import read_turn
from ceasewatch.understand.times.lexicon import DASH, SPACE
from ceasewatch.understand.times.nodes import Base, HoursNode, MomentNode, PeriodNode, Piece, ShiftNode, Turn, Unit
from ceasewatch.understand.times.shift_words import ends_the_shift

HOUR = 60
DAY = 24 * HOUR
_PARTS = {
    "early hours": (0, 6),
    "small hours": (0, 6),
    "morning": (6, 12),
    "early morning": (3, 9),
    "late morning": (9, 12),
    "afternoon": (12, 18),
    "early afternoon": (12, 15),
    "late afternoon": (15, 18),
    "mid afternoon": (14, 17),
    "mid morning": (8, 11),
    "evening": (18, 24),
    "early evening": (17, 21),
    "late evening": (21, 24),
    "night": (18, 30),
    "late night": (21, 28),
    "early night": (18, 24),
    "dawn": (4, 8),
    "daybreak": (4, 8),
    "sunrise": (4, 8),
    "dusk": (17, 21),
    "sunset": (17, 21),
    "nightfall": (17, 21),
    "overnight": (18, 30),
}
_PART = re.compile(
    rf"(?P<lead>\b(?:in|during|by|at|before|after|around|until|since|throughout|through|towards?|from|over|on){SPACE}"
    rf"(?:the{SPACE}(?:whole{SPACE}|very{SPACE})?)?)?"
    rf"(?P<turn>\b(?:this|that(?:{SPACE}(?:same|very))?|last|the{SPACE}(?:same|previous|preceding|following|next)|the){SPACE})?"
    rf"\b(?:(?P<third>early|late|mid)(?:{DASH}|{SPACE}))?"
    rf"(?P<part>(?:early|small|wee|predawn|pre-dawn){SPACE}(?:morning{SPACE})?hours|morning|afternoon|evening|night(?!{DASH}time)|tonight"
    rf"|dawn|daybreak|sunrise|dusk|sunset|nightfall|overnight(?!{SPACE}(?:stay|train|bus|flight|bag|curfew|guest)))\b"
    rf"(?!{DASH}\w|{SPACE}(?:vision|prayers?|goggles|shift|school|club|market|watch|guard)\b)"
    rf"(?P<side>{SPACE}(?:before{SPACE}last|before|earlier|after)\b)?",
    re.IGNORECASE,
)
_ZONE = (
    rf"(?P<zone>(?:GMT|UTC)(?:\s?[+\-\u2212]\s?\d{{1,2}}(?::?[0-5]\d)?)?|Z\b|(?:[ECMP][SD]T|CES?T|EES?T|MSK)\b"
    rf"|local{SPACE}time|[A-Z][a-z]+(?:{SPACE}[A-Z][a-z]+)?{SPACE}(?:standard{SPACE}|summer{SPACE})?time\b)"
)
_OTHER_ZONE = _ZONE.replace("P<zone>", "P<zone2>")
ZONE_BEHIND = re.compile(rf",?{SPACE}{_ZONE}")
_NEAR = (
    rf"(?:(?P<near>about|around|approximately|roughly|some{SPACE}time{SPACE}around|(?:shortly|just|soon){SPACE}(?:after|before|past)|nearly|almost){SPACE}"
    rf"(?:at{SPACE})?)?"
)
_HALF_DAY = r"(?P<half>[AaPp]\.?\s?[Mm]\b\.?)"
_TAIL = rf"(?:\s?{_HALF_DAY})?(?:{SPACE}(?:hrs|hours)\b)?(?:\s?\(?{_ZONE})?"
_COLON = re.compile(
    rf"{_NEAR}(?<![\w:.,/])(?P<hour>[01]?\d|2[0-4])(?:[:hH]|(?<=\d)H)(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?![\d:]|\.\d){_TAIL}"
)
_ISO = re.compile(
    r"(?<=\d)T(?P<hour>[01]\d|2[0-3]):?(?P<minute>[0-5]\d)(?::?[0-5]\d(?:\.\d+)?)?(?P<near>(?!))?(?P<half>(?!))?(?P<zone>Z|[+\-]\d\d:?\d\d)?(?!\w)"
)
_POINT = re.compile(
    rf"{_NEAR}(?<![\w:.,/])(?P<hour>[01]?\d|2[0-4])\.(?P<minute>[0-5]\d)(?![\d:]|\.\d)"
    rf"(?:\s?{_HALF_DAY}(?:\s?\(?{_ZONE})?|(?:{SPACE}(?:hrs|hours)\b)?\s?\(?{_OTHER_ZONE}"
    rf"|{SPACE}(?:hrs|hours)\b|(?={SPACE}(?:in{SPACE}the|on{SPACE}the){SPACE}(?:morning|afternoon|evening|night)))"
)
_MILITARY = re.compile(
    rf"{_NEAR}(?<![\w:.,/])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<half>(?!))?"
    rf"(?:\s?(?:hrs|hours|h)\b(?:\s?\(?{_ZONE})?|\s?{_OTHER_ZONE})"
)
_HOUR_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_HOUR_ALONE = re.compile(
    rf"{_NEAR}(?<![\w:.,/])(?P<hour>1[0-2]|0?[1-9]|{'|'.join(_HOUR_WORDS)})(?P<minute>(?!))?"
    rf"(?:\s?{_HALF_DAY}|{SPACE}o['\u2019]clock|(?={SPACE}(?:in{SPACE}the{SPACE}(?:morning|afternoon|evening)|at{SPACE}night)\b))(?:\s?\(?{_ZONE})?"
)
_LOW_HOUR = re.compile(
    rf"\b(?:from|between){SPACE}(?P<hour>1[0-2]|[1-9])(?=(?:{DASH}|{SPACE}(?:to|and){SPACE})(?:1[0-2]|[1-9])\s?(?P<half>[AaPp]\.?[Mm]))"
)
_NAMED = re.compile(
    rf"(?:\b(?P<lead>at|around|about|by|before|after|since|until|till|past|to|toward|towards|and){SPACE})?"
    rf"(?P<name>\b(?:noon|midday|midnight))\b(?!{DASH}\w)(?:\s?\(?{_ZONE})?",
    re.IGNORECASE,
)
_LOCAL_AND_UNIVERSAL = re.compile(
    rf"\s?(?:\((?:about{SPACE})?|/)(?P<hour>[01]?\d|2[0-4])[:.]?(?P<minute>[0-5]\d)?(?:\s?(?P<half>[AaPp]\.?[Mm]\b\.?))?\s?(?:GMT|UTC|Z)\)?"
)


def read_hours(text: str) -> Iterator[Piece]:
    """Find the parts of the day and the clock times in a text."""
    for match in _PART.finditer(text):
        yield _read_part(text, match)
    for pattern in (_COLON, _ISO, _POINT, _MILITARY, _HOUR_ALONE):
        for match in pattern.finditer(text):
            yield _read_clock(text, match)
    for match in _LOW_HOUR.finditer(text):
        minutes = _to_minutes(match["hour"], None, match["half"])
        yield Piece(
            start=match.start("hour"), end=match.end("hour"), node=HoursNode(first=minutes, last=minutes + 1, name="clock"), is_loose=True
        )
    for match in _NAMED.finditer(text):
        yield _read_named(match)


def read_part(name: str) -> HoursNode | None:
    """Return the hours of a part of the day; ``None`` where the word names none ("late dawn")."""
    hours = _PARTS.get(name)
    return HoursNode(first=hours[0] * HOUR, last=hours[1] * HOUR, name=name) if hours else None


def _read_part(text: str, match: re.Match[str]) -> Piece:
    part = " ".join(match["part"].lower().split())
    part = "early hours" if part.endswith("hours") else "night" if part == "tonight" else part
    third = (match["third"] or "").lower()
    hours = read_part(f"{third} {part}".strip()) or read_part(part)
    turn = " ".join((match["turn"] or "").lower().split())
    is_neighbour = bool(match["side"]) and turn == "the"
    day = _read_neighbour(text, match) if is_neighbour else _read_day(turn, match["part"].lower())
    named_from = "turn" if day else "third" if third else "part"
    is_loose = not (match["lead"] or day or part in ("overnight", "early hours"))
    node = MomentNode(day=day, hours=hours) if day and hours else hours
    return Piece(start=match.start(named_from), end=match.end() if is_neighbour else match.end("part"), node=node, is_loose=is_loose)


def _read_day(turn: str, part: str) -> PeriodNode | ShiftNode | None:
    """Return the day that "this", "last", "the same", "the following" ... set a part of the day on."""
    if part == "tonight":
        return PeriodNode(unit=Unit.DAY, turn=Turn.THIS)
    named = None if turn == "the" else read_turn(turn)
    return PeriodNode(unit=Unit.DAY, turn=named) if named else None


def _read_neighbour(text: str, match: re.Match[str]) -> ShiftNode:
    """Read "the night before" and "the morning after", from the time told of last or from what is named next."""
    side = match["side"].lower().split()
    if side[-1] == "last":
        return ShiftNode(unit=Unit.DAY, low=2, high=2, direction=-1, base=Base.PUBLISHED)
    base = Base.TOLD if ends_the_shift(text, match.end()) or side[0] == "earlier" else Base.EVENT
    return ShiftNode(unit=Unit.DAY, low=1, high=1, direction=1 if side[0] == "after" else -1, base=base)


def _read_clock(text: str, match: re.Match[str]) -> Piece:
    found = match.groupdict()
    start = _to_minutes(found["hour"], found["minute"], found["half"])
    node = _widen(start, found["near"], is_rounded=found["minute"] is None, zone=found.get("zone") or found.get("zone2"))
    end = match.end()
    both = _LOCAL_AND_UNIVERSAL.match(text, end)
    if both:
        universal = _to_minutes(both["hour"], both["minute"], both["half"])
        node = HoursNode(first=node.first, last=node.last, name=node.name, universal=universal + node.first - start)
        end = both.end()
    elif text[match.start() : end].count("(") and text[end : end + 1] == ")":
        end += 1
    return Piece(start=match.start(), end=end, node=node)


def _to_minutes(hour: str, minute: str | None, half: str | None) -> int:
    number = int(hour) if hour.isdecimal() else _HOUR_WORDS.index(hour) + 1
    if half and half[0] in "pP" and number < 12:  # noqa: PLR2004
        number += 12
    if half and half[0] in "aA" and number == 12:  # noqa: PLR2004
        number = 0
    return number * HOUR + int(minute or 0)


def _widen(start: int, near: str | None, *, is_rounded: bool, zone: str | None) -> HoursNode:
    first, last = start, start + 1
    words = (near or "").lower()
    if words.endswith(("after", "past")):
        first, last = start, start + HOUR
    elif words.endswith("before"):
        first, last = start - HOUR, start
    elif words or is_rounded:
        first, last = start - HOUR // 2, start + HOUR // 2
    return HoursNode(first=first, last=last, name="clock", zone=zone)


def _read_named(match: re.Match[str]) -> Piece:
    """Noon is 12:00. Midnight "on" a day may begin or end it, so it covers the day, unless "after" or "before" settles it."""
    lead = (match["lead"] or "").lower()
    if match["name"].lower() != "midnight":
        slack = HOUR if lead in ("around", "about") else HOUR // 2
        node = HoursNode(first=12 * HOUR - slack, last=12 * HOUR + slack, name="clock", zone=match["zone"])
    elif lead in ("after", "past"):
        node = HoursNode(first=0, last=3 * HOUR, name="clock", zone=match["zone"])
    elif lead in ("before", "to", "toward", "towards"):
        node = HoursNode(first=21 * HOUR, last=DAY, name="clock", zone=match["zone"])
    else:
        node = HoursNode(first=0, last=DAY + 1, name="clock", zone=match["zone"])
    settles = match["name"].lower() == "midnight" and node.last != DAY + 1
    return Piece(start=match.start("lead" if settles else "name"), end=match.end(), node=node, is_loose=not lead)
