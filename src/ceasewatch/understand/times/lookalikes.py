"""Words that look like times and are none: a month's name as a verb or a person, a newspaper, a movement named after a date."""

import re

from ceasewatch.understand.times.lexicon import SPACE
from ceasewatch.understand.times.nodes import DateNode, PeriodNode, Piece, WeekdayNode

_NAMED_AFTER_DATE = re.compile(
    rf"(?:{SPACE}|-)(?:(?:Youth|Revolution(?:ary)?|People's|Martyrs'?){SPACE})?(?i:alliance|coalition|movement|brigades?|corps|bloc|camp|street|square|bridge"
    rf"|university|hospital|stadium|district|airport|organi[sz]ation|battalion|regiment|division|avenue|boulevard|highway|city)\b"
)
_MAY_DAY = re.compile(r"(?<=May)\sDay\b")
_NEWSPAPER = re.compile(
    rf"{SPACE}(?:Times|Telegraph|Mirror|Express|Mail|Mosque|Herald|Post|Independent|Tribune|Leader|Standard|Observer|World)\b"
)
_NAMED_DAY = re.compile(r"\b(?:Bloody|Black|Good|Palm|Easter|Holy|Ash|Whit|Maundy|Shrove|Super|Sheffield|Cyber)\s$")
_TIME_LEAD = re.compile(
    rf"(?:^|[\s(])(?:in|since|until|till|by|last|next|this|early|late|mid|from|to|of|during|before|after|through|throughout|between|and|around|about|for|or|late{SPACE}in"
    rf"|early{SPACE}in|previous|following|on|coming|every|per)\s{{1,3}}$|mid-$|early-$|late-$|\(\s?$|(?:January|February|March|April|May|June|July|August|September|October|November|December)[-\u2013]$",
    re.IGNORECASE,
)
_DETERMINER_LEAD = re.compile(r"(?:\b(?:the|a|an|that|its|his|their|latest)|['\u2019]s)\s{1,3}$", re.IGNORECASE)
_PEOPLE_TOO = ("april", "may", "june", "august", "march")
_VERB_AFTER_MAY = re.compile(r"\s(?:be|have|not|also|well|still|yet|only|even|never|take|come|go|help|lead|cause|allow|mean)\b")
_MARCH_ON = re.compile(r"\s(?:for|on|of|to|by|through|against|from|into|towards?|past|in)\s", re.IGNORECASE)
_BORN = re.compile(r"\b(?:born|aged|founded)\s(?:[a-z]+\s){0,2}$")
_NAME_AHEAD = re.compile(r"[A-Z]\w+\s$")
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]+")


def is_lookalike(text: str, piece: Piece) -> bool:
    """Whether a piece that has the shape of a date is the name of something else, or somebody's birth."""
    if isinstance(piece.node, DateNode) and _BORN.search(text, max(0, piece.start - 20), piece.start):
        return True
    if isinstance(piece.node, DateNode) and piece.node.day is not None and piece.node.year is None:
        return bool(_NAMED_AFTER_DATE.match(text, piece.end) or _MAY_DAY.match(text, piece.end))
    if isinstance(piece.node, PeriodNode):
        return text[piece.start : piece.end] == "Today" and bool(_NAME_AHEAD.search(text, max(0, piece.start - 20), piece.start))
    if isinstance(piece.node, WeekdayNode):
        return bool(_NEWSPAPER.match(text, piece.end) or _NAMED_DAY.search(text, max(0, piece.start - 12), piece.start))
    return False


def is_bare_month(text: str, piece: Piece) -> bool:
    """Whether a month's name that stands alone is a month, judged by the words to both sides."""
    lead = text[max(0, piece.start - 12) : piece.start]
    word = text[piece.start : piece.end].lower()
    if text[piece.end : piece.end + 1] in ("\u2019", "'"):
        return True
    if word == "may" and _VERB_AFTER_MAY.match(text, piece.end):
        return False
    if _TIME_LEAD.search(lead):
        return not (word in _PEOPLE_TOO and _NAME_AFTER.match(text, piece.end))
    if _DETERMINER_LEAD.search(lead):
        return not (word == "march" and _MARCH_ON.match(text, piece.end))
    return word not in _PEOPLE_TOO and not _NAME_AFTER.match(text, piece.end)
