"""The dateline that opens a wire report: where it was filed, when, and by which agency."""

import re

from ceasewatch.read.dates import MONTHS, find_date
from ceasewatch.read.drafts import Details, clean_field

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_PLACE = r"(?P<place>[^\W\d_][^\d()\n]{1,60}?)"
_DASH = r"[–—:-]+"
_AGENCY = r"[^\W\d_][\w’'&. -]{1,40}"
# Every repetition is bounded and the line is short, so that no text can make these slow.
_FORMS = (
    # SOMETOWN, Nov 3 (Example Wire) -     SOMETOWN (EW) —     (EW) -
    rf"(?:{_PLACE}[,.]?\s+)?(?:(?P<date>(?i:{_DATE}))[,.]?\s+)?\((?P<agency>{_AGENCY})\)\s*{_DASH}",
    # SOMETOWN, March 5. /EW/.
    rf"{_PLACE}[,.]\s+(?P<date>(?i:{_DATE}))[,.]?\s+/(?P<agency>{_AGENCY})/",
    # SOMETOWN, MARCH 5, EXAMPLEWIRE.
    rf"{_PLACE}[,.]\s+(?P<date>(?i:{_DATE})),\s+(?P<agency>[^\W\d_]{{3,20}})[.:]",
    # Sometown, 5 March 2023 –
    rf"{_PLACE}[,.]\s+(?P<date>(?i:{_DATE}))(?P<agency>)\s*{_DASH}",
)
_PATTERNS = tuple(re.compile(form) for form in _FORMS)
_LONGEST = 200


def read_dateline(paragraph: str) -> Details:
    """Read the dateline of a first paragraph: the agency, and the date where it has a year."""
    opening = paragraph[:_LONGEST]
    for pattern in _PATTERNS:
        match = pattern.match(opening)
        if match and all(words[:1].isupper() for words in (match["place"], match["agency"]) if words):
            found = find_date(match["date"]) if match["date"] else None
            return Details(publisher=clean_field(match["agency"]), published=found.when if found else None)
    return Details()
