"""How the words around a time tie it to what is told: "since", "until", "before" ... and whether they look ahead."""

import re
from datetime import date, datetime, timedelta

from ceasewatch.model.values import When
from ceasewatch.understand.times.found import TimeRelation
from ceasewatch.understand.times.nodes import HoursNode, MomentNode, Node, RangeNode, RecurringNode, WindowNode
from ceasewatch.understand.times.scene import Outlook

_LEAD_CHARACTERS = 40
_PART_OF_DAY = timedelta(hours=2)
_LEADS = {
    TimeRelation.SINCE: r"since|ever\ssince|starting(?:\s(?:from|on))?|beginning(?:\s(?:from|on))?|effective(?:\sfrom)?|from",
    TimeRelation.UNTIL: r"until|till|by|through|up\s(?:to|until|till)|no\slater\sthan|lasted\sto",
    TimeRelation.BEFORE: r"before|prior\sto|ahead\sof|earlier\sthan",
    TimeRelation.AFTER: r"after|later\sthan",
}
_NEAR_WORD = r"(?:\s(?:about|around|at|on|in|late|early|at\sleast|the\syear))?"
_LEAD_PATTERNS = {relation: re.compile(rf"\b(?:{words}){_NEAR_WORD}\s{{1,3}}$", re.IGNORECASE) for relation, words in _LEADS.items()}
_ONWARDS = re.compile(r"\s(?:on(?=[\s,.;]|$)(?!\s(?:the|a|an|\d|[A-Z]))|onwards?|until|till)\b")
_FROM = re.compile(r"\bfrom\s{1,3}$", re.IGNORECASE)
_POSSESSIVE = ("'s", "\u2019s", "'", "\u2019")
_PRAYERS = re.compile(r"\s{1,3}prayers?\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|shall|(?-i:may|might)(?!\s(?:be|have|not)\b)|won['\u2019]t|would|['\u2019]ll|must|(?:is|are|was|were)\s(?:to|due|set|expected|scheduled|slated)|to\sbe\sheld|scheduled|planned\s(?:for|on|in)|plan(?:s|ning)?|due|intends?|slated"
    r"|expected|expects|hopes?|vow(?:s|ed)|pledged|promised|upcoming|forthcoming|deadline|ultimatum|invited|going\sto|postponed|adjourned|rescheduled|as\ssoon\sas|agreed\sto|wants?\sto)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?<!\bbe\s)\b(?:(?i:said|says|told|was|were|had|has|have|did|took|began|held|came|went|met|left|made|found|saw|broke|hit|fell|sent|fought|shot)"
    r"|[a-z]{3,}ed)\b"
)
_BORDER = re.compile(r"[;.!?:\u201c\u201d\"(]\s|\b(?:that|who|which|whose|after|when|while|but|because|since|where)\b", re.IGNORECASE)
_REACH = 160


def read_relation(text: str, start: int, end: int, node: Node) -> TimeRelation:
    """Return how the words right ahead of a time tie it in. "After Sunday's clash" tells of a clash at that time."""
    if isinstance(node, RecurringNode):
        return TimeRelation.RECURRING
    if isinstance(node, WindowNode):
        return TimeRelation.DURATION
    if isinstance(node, RangeNode) or text.startswith(_POSSESSIVE, end) or _PRAYERS.match(text, end):
        return TimeRelation.AT
    lead = text[max(0, start - _LEAD_CHARACTERS) : start]
    for relation, pattern in _LEAD_PATTERNS.items():
        if pattern.search(lead):
            # A bare "from" also says where something dates from ("footage from Friday"): it is "since" only with "on" or "until".
            is_origin = relation is TimeRelation.SINCE and _FROM.search(lead) and not _ONWARDS.match(text, end)
            return TimeRelation.AT if is_origin else relation
    return TimeRelation.AT


def read_outlook(text: str, start: int, end: int) -> Outlook:
    """Return whether a time belongs to a plan ("will meet on Friday", "planned for 5 May"), judged by the nearest verb around it.

    The verb ahead of the time decides; where there is none in its clause, the first verb behind it does. What belongs to a day
    ("Friday's talks") is named as known, and so not as a plan.
    """
    if text.startswith(_POSSESSIVE, end):
        return Outlook.BEHIND
    left = text[max(0, start - _REACH) : start]
    borders = [match.end() for match in _BORDER.finditer(left)]
    left = left[borders[-1] :] if borders else left
    ahead, behind = _last_end(_AHEAD, left), _last_end(_BEHIND, left)
    if ahead or behind:
        return Outlook.AHEAD if ahead >= behind else Outlook.BEHIND
    right = text[end : end + _REACH]
    border = _BORDER.search(right)
    right = right[: border.start()] if border else right
    first_ahead, first_behind = _AHEAD.search(right), _BEHIND.search(right)
    if first_ahead and (first_behind is None or first_ahead.start() <= first_behind.start()):
        return Outlook.AHEAD
    return Outlook.BEHIND if first_behind else Outlook.OPEN


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=0)


def apply_relation(when: When, relation: TimeRelation, node: Node, published: When | None) -> When:
    """Turn the stretch that the words name into the stretch in which what they tell of lies."""
    if relation is TimeRelation.SINCE and when.earliest:
        before = published.before if published else None
        return When(earliest=when.earliest, before=before if before and before > when.earliest else None)
    day = _own_day(when, node)
    start, end = (day.earliest, day.before) if day else (None, None)
    if day and when.earliest and when.before and when.before - when.earliest >= _PART_OF_DAY:
        # "Shortly after dawn" may be within what we call dawn: a part of a day has no sharp end.
        return _beside_part(when, relation, start, end)
    if relation is TimeRelation.BEFORE and when.earliest:
        return When(earliest=start if start and start < when.earliest else None, before=when.earliest)
    if relation is TimeRelation.AFTER and when.before:
        return When(earliest=when.before, before=end if end and end > when.before else None)
    if relation is TimeRelation.UNTIL and when.before:
        return When(earliest=start if start and start < when.before else None, before=when.before)
    return when


def _beside_part(part: When, relation: TimeRelation, start: datetime | None, end: datetime | None) -> When:
    if relation is TimeRelation.BEFORE and start and part.before:
        return When(earliest=start if start < part.before else None, before=part.before)
    if relation is TimeRelation.AFTER and end and part.earliest:
        return When(earliest=part.earliest, before=end if end > part.earliest else None)
    if relation is TimeRelation.UNTIL and start and part.before:
        return When(earliest=start if start < part.before else None, before=part.before)
    return part


def _own_day(when: When, node: Node) -> When | None:
    """Return the day that a clock time or a part of the day stays within."""
    if not isinstance(node, HoursNode | MomentNode):
        return None
    first: date | None = when.first_day
    return When.of_days(first) if first else None
