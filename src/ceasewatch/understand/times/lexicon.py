"""The English words of which times are made, as tables and as fragments of regular expressions.

Fragments hold no named groups and no unbounded repetition, so that every pattern built of them runs in linear time.
"""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august"),
            *("sep sept september", "oct october", "nov november", "dec december"),
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("mon monday", "tue tues tuesday", "wed weds wednesday", "thu thur thurs thursday", "fri friday", "sat saturday", "sun sunday")
    )
    for name in names.split()
}
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS = {word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
NUMBERS = {"a": 1, "an": 1} | {word: number for number, word in enumerate(_ONES, start=1)} | _TENS
VAGUE_COUNTS = {
    "a couple of": (2, 3),
    "couple of": (2, 3),
    "a few": (2, 7),
    "few": (2, 7),
    "several": (2, 10),
    "some": (2, 10),
    "many": (2, 30),
}

SPACE = r"\s{1,3}"
DASH = r"[-\u2010-\u2015\u2212]"
APOSTROPHE = r"['\u2018\u2019]"

LONG_MONTH = r"(?:(?i:january|february|april|june|july|august|september|october|november|december)|March|MARCH|May|MAY)"
_SHORT = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
MONTH = rf"(?:{LONG_MONTH}|(?:{'|'.join(_SHORT + [short.upper() for short in _SHORT])})\b\.?)"
LONG_WEEKDAY = r"(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)"
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d\w]|[.,:]\d)"
YEAR_NUMBER = r"(?:1[89]|20)\d\d(?![\w%]|[.,/:]\d)"
SHORT_YEAR = rf"{APOSTROPHE}\d\d(?!\w)"
UNIT = r"(?:minute|hour|day|night|weekend|week|fortnight|month|year|decade)"
_NUMBER_WORD = "|".join([f"(?:{'|'.join(_TENS)})(?:{DASH}(?:{'|'.join(_ONES[:9])}))?", *sorted(_ONES, key=len, reverse=True)])
COUNT = rf"(?:\d{{1,3}}|{_NUMBER_WORD}|an?|a{SPACE}few|few|a{SPACE}couple{SPACE}of|couple{SPACE}of|several|some|many)"


def read_count(words: str | None) -> tuple[int, int] | None:
    """Return the bounds of a number as written ("three" is 3 to 3, "several" 2 to 10); ``None`` where there is no number."""
    plain = " ".join((words or "").lower().split())
    if not plain:
        return None
    if plain in VAGUE_COUNTS:
        return VAGUE_COUNTS[plain]
    if plain.isdecimal():
        return int(plain), int(plain)
    number = sum(NUMBERS[part] for part in re.split(DASH, plain))
    return number, number


def read_month(words: str) -> int:
    """Return the number of a month's name or abbreviation."""
    return MONTHS[words.lower().rstrip(".")]


def read_weekday(words: str) -> int:
    """Return the number of a weekday, Monday being 0."""
    return WEEKDAYS[words.lower().rstrip(".")]


def read_day(words: str) -> int:
    """Return the day of the month from "5", "05" or "5th"."""
    return int(words.rstrip("stndrh"))


def read_year(words: str) -> int:
    """Return the year; '70 to '99 are of the last century."""
    digits = words.strip("'\u2018\u2019")
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004
        return year
    return year + (1900 if year >= 70 else 2000)  # noqa: PLR2004
