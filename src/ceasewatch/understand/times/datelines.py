"""The dateline at the head of a news text.

"KABUL, Nov. 5 (AFP) -", "(Beirut, 3 March 2016)", "Goma, 5 March --", "March 5 2016 Shells fell ...", "Published 05-03-2016 Shells ...".
"""

import re
from dataclasses import replace

from ceasewatch.model.values import When
from ceasewatch.understand.times.finder import find_times
from ceasewatch.understand.times.found import TimeFound
from ceasewatch.understand.times.lexicon import DAY_NUMBER, LONG_WEEKDAY, MONTH, SHORT_WEEKDAY, SPACE, YEAR_NUMBER

_PLACE = r"(?:[A-Z][\w.'\u2019-]*(?:[ /](?:[A-Z(][\w.'\u2019)-]*|al|el|de|la|of|and)){0,5})"
_WEEKDAY = rf"(?:(?:{LONG_WEEKDAY}|{SHORT_WEEKDAY})\.?,?{SPACE})?"
_YEAR = rf"(?:,?{SPACE}(?:{YEAR_NUMBER}|\d\d(?=\s?(?:[(/\u2012-\u2015]|--))))?"
_DATE = rf"{_WEEKDAY}(?:{MONTH}{SPACE}{DAY_NUMBER}|{DAY_NUMBER}{SPACE}{MONTH}){_YEAR}"
_AGENCY = rf"(?:,?\s?[(/][^()/\n]{{1,40}}[)/]|,?{SPACE}[A-Z]{{2,10}})?"
_DASH = r"\s?(?:--?|[\u2012-\u2015]|_|:)(?=\s|$)"
_SLASHED = r",?\s?/[^/\n]{1,40}/\.(?=\s)"
_STAMP = rf"(?:(?:Published|Posted|Updated|Last updated)(?:{SPACE}(?:on|at))?:?{SPACE})?"
_FIGURES = r"(?:\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4}-\d{2}-\d{2})"
_DATELINE = re.compile(
    rf"\s*(?:\((?:{_PLACE},{SPACE}){{1,3}}(?P<bracketed>{_DATE})\)"
    rf"|(?:{_PLACE},{SPACE}){{1,3}}(?P<led>{_DATE})(?:{_AGENCY}\s?(?:{_DASH}|\n)|{_SLASHED})"
    rf"|(?P<headed>{_DATE}),?{SPACE}{_PLACE}{_AGENCY}{_DASH}"
    rf"|{_STAMP}(?P<bare>{_DATE}(?<=\d\d\d\d)|{_FIGURES})(?={SPACE}[A-Z0-9]))"
)
# Old wire copy writes the year of its dateline with two figures: "LIMA, 4 FEB 90 (EFE) --".
_SHORT_YEAR = re.compile(r"\d\s[A-Za-z]+\.?\s\d\d$")
_HEAD = 200


def find_dateline(text: str, *, published: When | None) -> TimeFound | None:
    """Return the date in the dateline at the head of a text; ``None`` where it has none.

    The date says when the report was sent, which is not when what it tells of happened. Without a year and without a publication it
    is found and not placed.
    """
    match = _DATELINE.match(text[:_HEAD])
    if match is None:
        return None
    group = match.lastgroup or "led"
    start, end = match.span(group)
    short = _SHORT_YEAR.search(text[start:end])
    head = f"{text[: end - 2]}'{text[end - 2 : end]}" if short else text[:end]
    found = next((time for time in find_times(head, published=published) if time.start < end and time.end > start), None)
    return replace(found, end=end, words=text[found.start : end]) if found is not None and short else found
