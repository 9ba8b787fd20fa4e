"""Quantities in a sentence: how many, as bounds, with the words that say so.

"At least N", "more than N", "over N" and "N or more" bound from below by N; "up to N", "as many as N", "fewer than N" bound from above by
N. The bound is the number written, also for "more than 60": the words are kept, and the field never holds a number that nobody wrote.
"About N", "some N" and "nearly N" give N itself. "Several" and "a number of" say that there were some and give neither bound.
"Dozens" is at least 12, "scores" at least 20, "hundreds" at least 100: one of each, the cautious reading.

Numbers that count nothing are left out: years, dates, clock times, ages, percentages, money, measures and durations, calibres, models
("T-72"), and numbers that name something ("Resolution 1701"). "No", "none" and "zero" are no quantities here: whether they mean that
nobody was hurt depends on the words around them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from ceasewatch.understand.cardinals import EXACT, SIZE, read_exact, read_size

_AT_LEAST = (
    r"at\s+(?:the\s+very\s+)?least|(?:well\s+|slightly\s+|just\s+)?(?:over|more\s+than|above)|(?:no|not)\s+(?:fewer|less)\s+than"
    r"|upwards\s+of|a\s+minimum\s+of|in\s+excess\s+of"
)
_AT_MOST = (
    r"up\s+to|as\s+many\s+as|at\s+most|(?:no|not)\s+more\s+than|a\s+maximum\s+of|(?:just\s+|slightly\s+)?(?:fewer\s+than|less\s+than|under)"
)
_ABOUT = (
    r"about|around|approximately|roughly|nearly"
    r"|almost|close\s+to|some|(?:an\s+)?estimated|a\s+reported|circa|only|just|exactly|a\s+total\s+of"
)
_ADDED = r"another|a\s+further|further|an\s+additional|additional|an\s+extra"
_SOME = r"several|a\s+number\s+of|numerous|multiple|a\s+few|a\s+handful\s+of|many|some|various|countless"
_BETWEEN = rf"(?P<between>between|from)\s+(?P<from>{EXACT})\s+(?:and|to)\s+(?P<till>{EXACT})"
_RANGE = rf"(?P<first>{EXACT})(?:(?:\s*[-–—]\s*|\s+(?:to|or)\s+)(?P<last>{EXACT}))?"
_PATTERN = regex.compile(
    rf"(?<![\w$€£¥#№/\\])(?<!\w[-'’])(?<!\d[.,:\-–])"
    rf"(?:(?:(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST})|(?P<about>{_ABOUT})|(?P<added>{_ADDED}))\s+)*"
    rf"(?:{_BETWEEN}|{_RANGE}|(?P<size>{SIZE}))(?P<more>\+|\s+or\s+more(?!\w)|[\s-]plus(?!\w))?(?:\s+or\s+so(?!\w))?"
    rf"|(?<!\w)(?P<some>{_SOME})(?!\w)|(?<![\w.])(?P<one>(?<!\bone\s)another(?!\w)|an?(?=\s+(?:[\p{{L}}\"“‘]|\d++[-‑]\p{{L}})))",
    regex.IGNORECASE,
)
_SECONDS = 5.0
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_OLDEST = 115
_YEAR_DIGITS = 4

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_MEASURE = (
    r"mm|cm|m|km|kms|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|foot|ft|inch(?:es)?|yards?|kg|kgs|kilograms?|kilos?|tons?|tonnes?|grams?"
    r"|lit(?:re|er)s?|gallons?|barrels?|hectares?|acres?|square|cubic|degrees?|volts?|kw|mw|megawatts?|knots?|mph|kph|caliber|calibre"
    r"|seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?|months?|years?|decades?|centur(?:y|ies)|while"
    r"|a\.?m|p\.?m|o['’]clock|gmt|utc|percent|per\s?cent|percentage|times|dollars?|cents?|euros?|pounds?|r(?:o)?ubles?|drams?|manats?"
    r"|liras?|rupees?|rials?|dinars?|dirhams?|yuan|yen|pesos?|shekels?|francs?|hryvnias?|usd|eur|block|thirds|quarters|fifths|tenths|(?:third|quarter|fifth|tenth)(?=\s+of)"
)
_AFTER = regex.compile(
    r"\s*[%°]|[-‑](?!odd\b)[\p{L}\d]|[:/.]\d|,\d|['’]\p{L}"
    rf"|\s?(?:(?:more|consecutive|full|whole|long|straight|additional|and\s+a\s+half)\s+)?(?:{_MEASURE})(?!\w)",
    regex.IGNORECASE,
)
_AFTER_STREET = regex.compile(
    r"\s+(?:(?:North|South|East|West|[NSEW]\.?)\s+)?(?:\p{Lu}[\w.'’]*\s+){1,3}(?:Street|St|Avenue|Ave|Drive|Dr|Boulevard|Blvd|Lane|Ln|Parkway)(?!\w)"
)
_AFTER_DATE = regex.compile(rf"(?:\s+of)?\s+{_MONTH}(?!\w)")
_BEFORE_DATE = regex.compile(rf"(?<!\w){_MONTH}\s+(?:\d{{1,2}}\s*(?:-|–|and|to|through)\s*)?$")
_BEFORE_NAMED = regex.compile(
    r"(?<!\w)(?:(?i:resolutions?|articles?|paragraphs?|sections?|chapters?|annex|protocol|page|pages|flight|channel|interstate|highway|route"
    r"|numbers?|boeing|airbus|world\s+war|ak|mig|aged?|ages|circa|paras?|covid)|No\.|Nos\.|no\.|Art\.|§|(?:USD|EUR|GBP|US\$|Rs\.?)"
    r"|(?:Road|Hill|Height|Checkpoint|Post|Point|Zone|Sector|Line|Unit|Camp|Area|Gate|Ward|Phase|Day|Room|Apollo|Su|Mi|Tu|UN|Group|Type))\s*$"
    r"|(?<!\w)(?:aged?|ages)\s+(?:between\s+)?\d{1,3}(?:\s*,\s*\d{1,3})*\s*(?:,|and|to|or|,\s*and)\s*$"
)
_BEFORE_YEAR = regex.compile(
    r"(?<!\w)(?:(?i:in|since|by|of|the|year|years|early|late|mid|during|from|until|till|before|after|and|to|this|that|its|their|his|her|between"
    r"|spring|summer|autumn|fall|winter)|\d{1,2},?|\p{Lu}[\p{L}.]+,?)\s*$",
)
_COUNTED = regex.compile(r"\s+(?:\p{Ll}+\s+){0,2}?(?:\p{Ll}+s|people|men|women|children|troops|police|personnel|military)(?!\w)")
_BEFORE_ONE = regex.compile(r"(?<!\w)(?:no|any|every|some|each|this|which|the\s+only)[\s-]+$", regex.IGNORECASE)
_AFTER_ONE = regex.compile(r"\s+(?:another|hand|day|night)(?!\w)", regex.IGNORECASE)
_AFTER_ARTICLE = regex.compile(
    r"\s+(?:few|lot|number|little|bit|great\s+(?:deal|many)|good|(?:half|third|quarter)(?!\s+(?!of|the)\p{L})|result|[\"“‘]?\d++(?![-‑]))(?!\w)",
    regex.IGNORECASE,
)
_CHANGED = regex.compile(
    r"(?<!\w)(?:rose|risen|rise|rises|rising|grew|grown|climbed|jumped|fell|fallen|dropped|increased|raised|revised|up|went|moved)(?:\s+\w+){0,2}\s*$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How many, as bounds, at ``text[start:end]``, which is also ``words`` and takes in a qualifier such as "at least".

    Both bounds ``None``: some, without a number ("several").
    """

    start: int
    end: int
    low: int | None
    high: int | None
    words: str


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order, without those numbers that count nothing.

    Raises:
        TimeoutError: the text made the search run longer than its limit of some seconds.
    """
    return tuple(_each_quantity(text))


def _each_quantity(text: str) -> Iterator[Quantity]:
    position = 0
    while match := _PATTERN.search(text, position, timeout=_SECONDS):
        position = match.end()
        if match["between"] and _CHANGED.search(text, 0, match.start()):
            # "Rose from 10 to 12" tells of two numbers, not of a range.
            yield from (end for end in (_read_end(match, "from"), _read_end(match, "till")) if end.low is not None)
        elif not _counts_nothing(text, match):
            quantity = _read(match)
            if quantity is not None:
                yield quantity


def _read(match: regex.Match[str]) -> Quantity | None:
    bounds = _read_bounds(match)
    return None if bounds is None else Quantity(start=match.start(), end=match.end(), low=bounds[0], high=bounds[1], words=match[0])


def _read_end(match: regex.Match[str], end: str) -> Quantity:
    value = read_exact(match[end])
    return Quantity(start=match.start(end), end=match.end(end), low=value, high=value, words=match[end])


def _read_bounds(match: regex.Match[str]) -> tuple[int | None, int | None] | None:
    if match["some"]:
        return None, None
    if match["one"]:
        return 1, 1
    if match["size"]:
        return _bound(match, read_size(match["size"]), None)
    first, last = match["first"] or match["from"], match["last"] or match["till"]
    low = read_exact(first)
    high = read_exact(last) if last else low
    if low is None or high is None:
        return None
    return _bound(match, min(low, high), max(low, high))


def _bound(match: regex.Match[str], low: int, high: int | None) -> tuple[int | None, int | None]:
    if match["least"] or match["more"]:
        return low, None
    if match["most"]:
        return None, high if high is not None else low
    return low, high


def _counts_nothing(text: str, match: regex.Match[str]) -> bool:
    """Whether the number is a date, a time, an age, a measure, a name, or no number at all ("no one")."""
    if match["some"]:
        return bool(_AFTER.match(text, match.end()))
    if match["one"]:
        return bool(_AFTER_ARTICLE.match(text, match.end()) or _AFTER.match(text, match.end()))
    start = match.start("from") if match["from"] else match.start("first")
    number = match["first"] or match["from"] or ""
    if (_AFTER.match(text, match.end()) and not match["more"]) or _AFTER_STREET.match(text, match.end()):
        return True
    before = text[max(0, match.start() - 60) : max(start, match.start())]
    return (
        bool(_BEFORE_NAMED.search(before))
        or (number.lower() == "one" and bool(_BEFORE_ONE.search(before) or _AFTER_ONE.match(text, match.end())))
        or (number[:1].isdecimal() and _is_date_or_age(text, match, before, number))
    )


def _is_date_or_age(text: str, match: regex.Match[str], before: str, number: str) -> bool:
    if len(number) > 1 and number.startswith("0"):
        return True
    if _BEFORE_DATE.search(before) and len(number) <= _YEAR_DIGITS and not _COUNTED.match(text, match.end()):
        return True
    return bool(_AFTER_DATE.match(text, match.end())) or _is_year(text, match, before, number) or _is_age(text, match, before, number)


def _is_year(text: str, match: regex.Match[str], before: str, number: str) -> bool:
    if not (len(number) == _YEAR_DIGITS and number.isdecimal() and _FIRST_YEAR <= int(number) <= _LAST_YEAR) or _is_qualified(match):
        return False
    return bool(_BEFORE_YEAR.search(before)) or not _COUNTED.match(text, match.end())


def _is_age(text: str, match: regex.Match[str], before: str, number: str) -> bool:
    """Whether it stands alone between commas or brackets after a word, as ages do: "Ann Example, 45, was ..."."""
    if not number.isdecimal() or int(number) > _OLDEST or match["last"] or _is_qualified(match):
        return False
    follows_name = regex.search(r"\p{L}[.”\"’']?(?:,\s*|\s*\()(?:(?:both|all|each|who\s+(?:was|is))\s+)?$", before) is not None
    return follows_name and text.startswith((",", ")", ".", ";", " ("), match.end())


def _is_qualified(match: regex.Match[str]) -> bool:
    return any(match[name] for name in ("least", "most", "about", "added", "more", "between"))
