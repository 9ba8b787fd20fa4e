"""Days, weeks, months, seasons and years named by their turn: "yesterday", "last week", "early", "the second half of", "that day"."""

import re
from collections.abc import Iterator

from ceasewatch.understand.times.date_words import read_turn
from ceasewatch.understand.times.lexicon import DASH, SPACE, YEAR_NUMBER
from ceasewatch.understand.times.nodes import (
    Base,
    Node,
    PeriodNode,
    Piece,
    Qualifier,
    SeasonNode,
    ShiftNode,
    Turn,
    Unit,
    WeekendNode,
    WindowNode,
)

_DEICTIC = re.compile(
    rf"\b(?:(?:earlier|later){SPACE})?(?P<word>today|yesterday|tomorrow)\b"
    rf"|\bthe{SPACE}day{SPACE}(?P<far>before{SPACE}yesterday|after{SPACE}tomorrow)\b",
    re.IGNORECASE,
)
_TOLD_DAY = re.compile(
    rf"\b(?:(?:earlier|later){SPACE})?(?:on{SPACE})?(?P<day>(?:that|the{SPACE}(?:same|very{SPACE}same)){SPACE}(?:very{SPACE}|same{SPACE})?day)\b"
    rf"|\b(?:earlier|later|late|early){SPACE}(?:in{SPACE}the|on{SPACE}the|the{SPACE}same){SPACE}day\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    rf"\b(?:(?P<late>earlier|later|sometime){SPACE})?(?P<the>the{SPACE})?(?P<turn>last|this|next|that|same|following|previous|preceding|coming)"
    rf"{SPACE}(?:coming{SPACE}|past{SPACE}|very{SPACE}|same{SPACE})?(?P<unit>day|week|weekend|month|year)\b(?!{DASH}\w|{SPACE}of{SPACE}(?!{YEAR_NUMBER}))",
    re.IGNORECASE,
)
_OF_THE = re.compile(rf"(?<=\bof\s)the{SPACE}(?P<unit>year|month|week)\b(?!{SPACE}(?:of|\d))", re.IGNORECASE)
_WEEKEND = re.compile(rf"\b(?:over|at|on|during){SPACE}the{SPACE}(?P<words>weekend)\b", re.IGNORECASE)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_SEASON = re.compile(
    rf"\b(?:(?P<turn>last|this|next|the{SPACE}(?:following|previous)){SPACE}(?P<named>spring|summer|autumn|fall|winter)\b(?!{SPACE}of\b)"
    rf"|(?:the{SPACE})?(?P<dated>spring|summer|autumn|fall|winter){SPACE}(?:of{SPACE})?(?P<year>{YEAR_NUMBER})(?:{DASH}\d\d(?:\d\d)?)?"
    rf"|(?<=in\sthe\s)(?P<bare>spring|summer|autumn|winter)\b(?!{SPACE}of\b)(?={SPACE}(?:and|when|as|after|before)\b|\s*(?:[,.;)]|$)))",
    re.IGNORECASE,
)
_QUALIFIER = re.compile(
    rf"\b(?P<third>early|mid|late)(?:{DASH}|{SPACE})(?:(?:on|in){SPACE})?(?=\S)"
    rf"|\bthe{SPACE}(?P<phrase>very{SPACE}beginning|beginning|start|middle|end|(?:first|second){SPACE}half|(?:first|second|third|fourth|last|final){SPACE}"
    rf"(?:quarter|week|day|days|weekend)|first{SPACE}few{SPACE}days|last{SPACE}few{SPACE}days)(?:{SPACE}of){SPACE}(?=\S)"
    rf"|\b(?P<week>the{SPACE}week{SPACE}(?:of|starting|beginning)){SPACE}(?:on{SPACE})?(?=\S)",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    rf"\bQ(?P<number>[1-4])(?={SPACE}(?:of{SPACE})?(?:1[89]|20)\d\d)|\b(?P<bare>end|start|beginning|middle){SPACE}of{SPACE}(?=\S)"
)
_QUALIFIERS = {
    "beginning": "early",
    "very beginning": "early",
    "start": "early",
    "middle": "mid",
    "end": "late",
    "final week": "last week",
    "final day": "last day",
    "first few days": "first days",
    "last few days": "last days",
    "final days": "last days",
    "final quarter": "fourth quarter",
}


def read_periods(text: str) -> Iterator[Piece]:
    """Find everything in a text that names a period by its turn, and the words that name a piece of one."""
    yield from _read_deictic(text)
    for match in _PERIOD.finditer(text):
        yield Piece(start=match.start(), end=match.end(), node=_read_period(match))
    for match in _OF_THE.finditer(text):
        yield Piece(start=match.start(), end=match.end(), node=PeriodNode(unit=Unit(match["unit"].lower()), turn=Turn.THIS), is_loose=True)
    for match in _WEEKEND.finditer(text):
        yield Piece(start=match.start("words"), end=match.end(), node=WeekendNode(turn=Turn.THIS))
    for match in _SEASON.finditer(text):
        start = match.start("dated") if match["dated"] else match.start()
        yield Piece(start=start, end=match.end(), node=_read_season(match))
    yield from _read_qualifiers(text)


def _read_deictic(text: str) -> Iterator[Piece]:
    for match in _DEICTIC.finditer(text):
        if match["far"]:
            direction = -1 if match["far"].lower().startswith("before") else 1
            node: Node = ShiftNode(unit=Unit.DAY, low=2, high=2, direction=direction, base=Base.PUBLISHED)
        else:
            turns = {"today": Turn.THIS, "yesterday": Turn.LAST, "tomorrow": Turn.NEXT}
            node = PeriodNode(unit=Unit.DAY, turn=turns[match["word"].lower()])
        yield Piece(start=match.start(), end=match.end(), node=node)
    for match in _TOLD_DAY.finditer(text):
        yield Piece(start=match.start(), end=match.end(), node=PeriodNode(unit=Unit.DAY, turn=Turn.SAME, or_today=not match["day"]))


def _read_period(match: re.Match[str]) -> Node:
    turn = read_turn(f"{match['the'] or ''}{match['turn']}") or Turn.THIS
    if match["unit"].lower() == "weekend":
        return WeekendNode(turn=turn)
    if turn is Turn.LAST and match["the"]:
        # "In the last week" reaches back from the publication; "last week" is the week before.
        return WindowNode(unit=Unit(match["unit"].lower()), count=1, direction=-1)
    return PeriodNode(unit=Unit(match["unit"].lower()), turn=turn, is_later=(match["late"] or "").lower() == "later")


def _read_season(match: re.Match[str]) -> SeasonNode:
    name = match["named"] or match["dated"] or match["bare"]
    year = int(match["year"]) if match["year"] else None
    return SeasonNode(first_month=_SEASONS[name.lower()], year=year, turn=read_turn(match["turn"]))


def _read_qualifiers(text: str) -> Iterator[Piece]:
    for match in _QUALIFIER.finditer(text):
        words = " ".join((match["third"] or match["phrase"] or "week of").lower().split())
        start = match.start() if not match["phrase"] else match.start("phrase")
        yield Piece(start=start, end=match.end(), node=Qualifier(name=_QUALIFIERS.get(words, words)))
    for match in _QUARTER.finditer(text):
        number = match["number"]
        name = f"{('first', 'second', 'third', 'fourth')[int(number) - 1]} quarter" if number else _QUALIFIERS[match["bare"].lower()]
        yield Piece(start=match.start(), end=match.end(), node=Qualifier(name=name))
