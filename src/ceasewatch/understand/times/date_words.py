"""Dates as written: "5 March 2023", "Nov. 16-18", "2023-03-05", "the 14th", "Sunday", "in 2014"."""

import re
from collections.abc import Iterator

from ceasewatch.understand.times.lexicon import (
    DASH,
    DAY_NUMBER,
    LONG_MONTH,
    LONG_WEEKDAY,
    MONTH,
    SHORT_WEEKDAY,
    SHORT_YEAR,
    SPACE,
    YEAR_NUMBER,
    read_day,
    read_month,
    read_weekday,
    read_year,
)
from ceasewatch.understand.times.nodes import DateNode, EitherNode, Node, Piece, RecurringNode, Turn, WeekdayNode, YearsNode

_TO = rf"(?:\s?(?:{DASH}|/)\s?|{SPACE}(?:to|and|or|until|till|through|into){SPACE}(?:the{SPACE})?)"
_LISTED = rf"(?:,{SPACE}{DAY_NUMBER}){{1,4}},?{SPACE}(?:and|or){SPACE}(?P<listed>{DAY_NUMBER})"
_YEAR_TAIL = rf"(?:,?{SPACE}(?:of{SPACE})?(?P<year>{YEAR_NUMBER})|\s?(?P<short>{SHORT_YEAR}))"
# "March 5 and 20 soldiers": a second number belongs to the date only where no noun follows it.
_NO_NOUN = (
    rf"(?!{SPACE}(?!(?:in|at|on|of|when|as|after|near|by|the|were|was|with|against|between|during|to|for|and|but|had|have|this|last)\b)"
    r"[a-z])"
)
_NO_QUANTITY = (
    rf"(?!\s?%|{SPACE}(?:percent|per{SPACE}cent|people|persons|soldiers|troops|civilians|servicemen|fighters|members|million|km|miles|years"
    r"|kilomet(?:er|re)s?|times)\b)"
)

_DAY_MONTH = re.compile(
    rf"(?<![\w/:.\-])(?<!\d[,\u2013])(?P<day>{DAY_NUMBER})(?:{_LISTED}|{_TO}(?P<last>{DAY_NUMBER}))?{SPACE}(?:of{SPACE})?(?P<month>{MONTH})(?!\w)"
    rf"{_YEAR_TAIL}?"
)
_MONTH_DAY = re.compile(
    rf"(?<![\w/])(?P<month>{MONTH})\s?(?:the{SPACE})?(?P<day>{DAY_NUMBER}){_NO_QUANTITY}(?:{_TO}(?P<last>{DAY_NUMBER}){_NO_NOUN})?{_YEAR_TAIL}?"
)
_MONTH_ALONE = re.compile(rf"(?<![\w/])(?P<month>{MONTH})(?!\w){_YEAR_TAIL}")
_TURNED_MONTH = re.compile(
    rf"\b(?P<turn>(?i:last|next|this{SPACE}past|this{SPACE}coming)){SPACE}(?P<month>{LONG_MONTH})(?!\w|{DASH}?\d|\.\w|\s\d)"
)
_BARE_MONTH = re.compile(rf"(?<![\w/])(?:(?<!\w-)|(?<=mid-)|(?<=early-)|(?<=late-))(?P<month>{LONG_MONTH})(?!\w|{DASH}?\d|\.\w|\s\d)")
_YEAR_FIRST = re.compile(
    r"(?<![\w/.\-])(?P<year>(?:1[89]|20)\d\d)(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?=T\d|\D|$)(?!-)"
)
_FIGURES = re.compile(r"(?<![\w/.\-])(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:1[89]|20)\d\d|\d\d)(?![\w/\-]|\.\d)")
_ORDINAL = re.compile(
    rf"\bthe{SPACE}(?P<day>(?:3[01]|[12]?\d)(?:st|nd|rd|th))"
    rf"(?:(?:{DASH}|{SPACE}(?:to|and){SPACE}(?:the{SPACE})?)(?P<last>(?:3[01]|[12]?\d)(?:st|nd|rd|th)))?"
    rf"(?:{SPACE}of{SPACE}(?P<turn>this|last|the|that|the{SPACE}same|the{SPACE}previous){SPACE}month|(?=\s*(?:[,;:.)!?\u201d\"]|$))"
    r"|(?=\s(?:when|as|and|at|in|near|after|before|but|the|to|by|with|against)\b(?!\s(?:century|time)\b)))"
)
_WEEKDAY = re.compile(
    rf"\b(?:(?P<turn>(?i:last|next|this|past|coming|that|following|this{SPACE}(?:past|coming)"
    rf"|the{SPACE}(?:following|previous|preceding|next|same))){SPACE})?"
    rf"(?P<weekday>{LONG_WEEKDAY}|{SHORT_WEEKDAY}\b\.?(?=,?{SPACE}(?:\d|{MONTH})))(?!\w|{DASH}\w*school)"
)
_YEARS = re.compile(rf"(?<![\w/.,\-])(?P<first>(?:1[89]|20)\d\d)(?:{DASH}|/)(?P<last>(?:1[89]|20)\d\d|\d\d)(?![\w/\-]|[.,]\d)")
_YEAR_LEAD = (
    r"(?:in|since|until|till|by|from|of|during|to|through|throughout|before|after|between|and|early|late|mid|year|the|a|an|that|its|his|her|their"
    r"|around|about|back in|mid-|\w['\u2019]s)"
)
_YEAR = re.compile(rf"(?<![\w.,/:])(?P<year>{YEAR_NUMBER})(?!{DASH}\w)")
_LEAD_BEFORE_YEAR = re.compile(rf"(?:^|[\s(\"\u201c\-]){_YEAR_LEAD}\s{{1,3}}$|mid-$|\($", re.IGNORECASE)
_SHORT_YEAR_ALONE = re.compile(rf"\b(?i:in|since|of|late|early|by){SPACE}(?P<year>{SHORT_YEAR})")
_NOUN_AFTER_YEAR = re.compile(r"\s(?:[a-z]+[ -]){0,1}(?:people|troops|personnel|men|women|children|\w+s)\b")
_COUNT_LEADS = re.compile(r"(?:\b(?:of|by|from|to|between|and|about|around)\s{1,3})$", re.IGNORECASE)
_RECURRING = re.compile(
    rf"\b(?i:every|each){SPACE}(?i:(?:other|single|few){SPACE})?"
    rf"(?:{LONG_WEEKDAY}|day|night|morning|evening|afternoon|week|month|year|hour)\b"
    rf"|\b(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s\b|(?<!\bthe\s)(?<!\bThe\s)\b(?:daily|nightly|weekly|hourly)\b"
)
_TURNS = {
    "last": Turn.LAST,
    "past": Turn.LAST,
    "next": Turn.NEXT,
    "coming": Turn.NEXT,
    "this": Turn.THIS,
    "that": Turn.SAME,
    "same": Turn.SAME,
    "following": Turn.FOLLOWING,
    "previous": Turn.PREVIOUS,
    "preceding": Turn.PREVIOUS,
}
_LONGEST_MONTH = 12


def read_turn(words: str | None) -> Turn | None:
    """Return the turn that "last", "the following", "this coming" ... names; "the next" counts from the time told of last."""
    if not words:
        return None
    parts = words.lower().split()
    if parts[0] == "the" and parts[-1] == "next":
        return Turn.FOLLOWING
    return _TURNS[parts[-1]]


def read_dates(text: str) -> Iterator[Piece]:
    """Find everything in a text that has the shape of a date; the shapes may overlap."""
    for pattern in (_DAY_MONTH, _MONTH_DAY, _MONTH_ALONE, _TURNED_MONTH, _BARE_MONTH):
        for match in pattern.finditer(text):
            yield Piece(start=match.start(), end=match.end(), node=_read_named(match), is_loose=pattern is _BARE_MONTH)
    yield from _read_figures(text)
    yield from _read_ordinals(text)
    yield from _read_weekdays(text)
    yield from _read_years(text)


def _read_named(match: re.Match[str]) -> DateNode:
    found = match.groupdict()
    year = found.get("year") or found.get("short")
    last = found.get("listed") or found.get("last")
    return DateNode(
        year=read_year(year) if year else None,
        month=read_month(found["month"]),
        day=read_day(found["day"]) if found.get("day") else None,
        last_day=read_day(last) if last else None,
        turn=read_turn(found.get("turn")),
    )


def _read_figures(text: str) -> Iterator[Piece]:
    for match in _YEAR_FIRST.finditer(text):
        node: Node = DateNode(year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))
        yield Piece(start=match.start(), end=match.end(), node=node)
    for match in _FIGURES.finditer(text):
        figures = _order_figures(int(match["a"]), int(match["b"]), match["year"], match["sep"])
        if figures:
            yield Piece(start=match.start(), end=match.end(), node=figures)


def _order_figures(first: int, second: int, year_words: str, separator: str) -> Node | None:
    """Tell day from month: points mean day first; otherwise the number above 12 is the day, and two small numbers stay open.

    A year of two figures is read only where one number is above 12; 3.5.12 may be a paragraph.
    """
    year = read_year(year_words)
    day_first = DateNode(year=year, month=second, day=first)
    month_first = DateNode(year=year, month=first, day=second)
    is_short = len(year_words) == 2  # noqa: PLR2004
    if first > _LONGEST_MONTH or second > _LONGEST_MONTH:
        node = day_first if first > _LONGEST_MONTH else month_first
        return node if not (is_short and (node.month or 0) > _LONGEST_MONTH) else None
    if is_short:
        return None
    if separator == "." or first == second:
        return day_first
    return EitherNode(one=day_first, other=month_first)


def _read_ordinals(text: str) -> Iterator[Piece]:
    for match in _ORDINAL.finditer(text):
        turn = {"last": Turn.LAST, "this": Turn.THIS, "the previous": Turn.PREVIOUS}.get(" ".join((match["turn"] or "").split()))
        last = read_day(match["last"]) if match["last"] else None
        yield Piece(start=match.start("day"), end=match.end(), node=DateNode(day=read_day(match["day"]), last_day=last, month_turn=turn))


def _read_weekdays(text: str) -> Iterator[Piece]:
    for match in _RECURRING.finditer(text):
        yield Piece(start=match.start(), end=match.end(), node=RecurringNode())
    for match in _WEEKDAY.finditer(text):
        node = WeekdayNode(weekday=read_weekday(match["weekday"]), turn=read_turn(match["turn"]))
        yield Piece(start=match.start(), end=match.end(), node=node)


def _read_years(text: str) -> Iterator[Piece]:
    for match in _YEARS.finditer(text):
        first = int(match["first"])
        last = int(match["last"]) if len(match["last"]) > 2 else first // 100 * 100 + int(match["last"])  # noqa: PLR2004
        if first < last:
            yield Piece(start=match.start(), end=match.end(), node=YearsNode(first=first, last=last))
    for match in _YEAR.finditer(text):
        if _is_year(text, match):
            yield Piece(start=match.start(), end=match.end(), node=DateNode(year=int(match["year"])), is_loose=match.start() == 0)
    for match in _SHORT_YEAR_ALONE.finditer(text):
        yield Piece(start=match.start("year"), end=match.end(), node=DateNode(year=read_year(match["year"])))


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether four figures are a year and not a number of people or things."""
    lead = text[max(0, match.start() - 12) : match.start()]
    if match.start() and not _LEAD_BEFORE_YEAR.search(lead):
        return False
    return not (_COUNT_LEADS.search(lead) and _NOUN_AFTER_YEAR.match(text, match.end()))
