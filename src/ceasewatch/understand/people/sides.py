"""Whose losses they were, where the sentence says it by a side: "two dead on the northern side", "casualties on both sides"."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from ceasewatch.understand.people.count_found import CountFound

_NAME = r"(?-i:\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,3})"
_SIDE = (
    r"both\s+(?:the\s+)?(?:warring\s+|opposing\s+)?sides|(?:either|each)\s+side|(?:its|their|our|his)\s+(?:own\s+)?side|(?:the|that|this)\s+(?:[\p{L}'’-]+\s+){0,4}?sides?(?!\w)"
    rf"(?:\s+of\s+(?:the\s+)?{_NAME})?|the\s+other(?=\s*[.,;]|\s*$|\s+(?:said|in|after|during|as)\s)|{_NAME}(?:['’]s?)\s+(?:own\s+)?side"
)
_AMONG = (
    rf"(?:among(?:st)?|in\s+the\s+ranks\s+of)\s+(?P<among>(?:the\s+)?(?:(?:{_NAME}|civilian|local|armed|security)\s+)*"
    r"(?:population|civilians|residents|villagers|soldiers|servicemen|troops|fighters|militants|personnel|forces|military|peacekeepers|army|police|policemen|rebels|inhabitants))"
)
_AT = regex.compile(rf"(?:on|from|at|for)\s+(?P<side>{_SIDE})|{_AMONG}", regex.IGNORECASE)
_BARE_AT = regex.compile(r"on\s+(?P<side>the\s+\p{Lu}\p{L}+)(?=\s*[.,;]|\s*$)")
_SUBJECT = regex.compile(
    r"(?P<side>(?:the\s+(?:[\p{L}'’-]+\s+){1,3}?side|both\s+sides))\s+(?:had\s+|has\s+|have\s+)?(?:lost|suffered|had|has|have|sustained|counted|saw)\s",
    regex.IGNORECASE,
)
_LINK = regex.compile(r"\s*(?:,|;|and|or|,\s*and|,\s*or|with)?\s*(?:another\s+)?", regex.IGNORECASE)
_NEAR = regex.compile(
    r"\s*,?\s*(?:(?:in|during|as|as\s+a\s+result\s+of)\s+(?:the\s+)?(?:[\p{L}-]+\s+){0,2}(?:clash(?:es)?|fighting|exchange|attack|incident|shootout)\s+)?"
)
_AHEAD = regex.compile(r"\s*[,:]?\s*(?:at\s+least\s+)?(?:there\s+(?:were|was|are)\s+)?(?:a\s+total\s+of\s+)?")


def assign_sides(text: str, counts: Sequence[CountFound]) -> tuple[CountFound, ...]:
    """Give each count the side that its words name, where the count does not name a party itself."""
    owners: dict[int, str] = {}
    for match in _AT.finditer(text):
        _assign(text, counts, owners, match)
    if "side" in text:
        for match in _BARE_AT.finditer(text):
            _assign(text, counts, owners, match)
    for match in _SUBJECT.finditer(text):
        _assign_ahead(text, counts, owners, match.end(), match["side"])
    return tuple(_with_side(found, owners.get(index)) for index, found in enumerate(counts))


def _assign(text: str, counts: Sequence[CountFound], owners: dict[int, str], match: regex.Match[str]) -> None:
    side = match["side"] or match["among"]
    if _assign_behind(text, counts, owners, match.start(), side):
        return
    if regex.search(r"(?:^|[,;:.]|and|while|but)\s*$", text[: match.start()]):
        _assign_ahead(text, counts, owners, match.end(), side)


def _assign_behind(text: str, counts: Sequence[CountFound], owners: dict[int, str], at: int, side: str) -> bool:
    """Go left from "on the ... side" over counts that only "and" or a comma joins."""
    last: CountFound | None = None
    for index in reversed(range(len(counts))):
        found = counts[index]
        if last is not None and (found.start, found.end) == (last.start, last.end):
            owners.setdefault(index, side)
        elif found.end <= at:
            if index in owners or (_NEAR if last is None else _LINK).fullmatch(text[found.end : at]) is None:
                break
            owners[index] = side
            at, last = found.start, found
    return last is not None


def _assign_ahead(text: str, counts: Sequence[CountFound], owners: dict[int, str], at: int, side: str) -> None:
    last: CountFound | None = None
    for index, found in enumerate(counts):
        if last is not None and (found.start, found.end) == (last.start, last.end):
            owners.setdefault(index, side)
        elif found.start >= at:
            if index in owners or (_AHEAD if last is None else _LINK).fullmatch(text[at : found.start]) is None:
                break
            owners[index] = side
            at, last = found.end, found


def _with_side(found: CountFound, side: str | None) -> CountFound:
    if side is None:
        return found
    named = found.count.whose is not None and regex.search(r"\p{Lu}", found.count.whose) is not None
    return found if named else replace(found, count=replace(found.count, whose=side))
