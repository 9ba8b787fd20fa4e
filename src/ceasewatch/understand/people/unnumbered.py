"""Losses without a number: none ("no one was hurt") and some ("there were dead and wounded on both sides").

"None" is read only where the sentence says that there were none. That nobody reported any ("no casualties were reported") is not that.
"Casualties" alone says neither dead nor wounded: beside "injuries" or "wounded" it means the dead, elsewhere nothing is read from it,
except that "no casualties" leaves nobody in either.
"""

from collections.abc import Iterator
from types import MappingProxyType

import regex

from ceasewatch.model.claim import Slot
from ceasewatch.model.values import Count
from ceasewatch.understand.people.count_found import CountFound
from ceasewatch.understand.people.people import find_people
from ceasewatch.understand.people.people_words import people_nouns

_BOTH = (Slot.KILLED, Slot.WOUNDED)
_SLOTS = MappingProxyType(
    dict.fromkeys(("killed", "died", "dead", "deaths", "fatalities", "loss of life", "slain"), (Slot.KILLED,))
    | dict.fromkeys(("wounded", "injured", "injuries"), (Slot.WOUNDED,))
    | dict.fromkeys(("hurt", "harmed", "casualties", "human casualties"), _BOTH)
    | dict.fromkeys(("captured", "detained", "arrested", "kidnapped", "abducted"), (Slot.CAPTURED,))
    | {"missing": (Slot.MISSING,), "displaced": (Slot.DISPLACED,)}
)
_DONE = r"(?:killed|died|wounded|injured|hurt|harmed|captured|detained|arrested|kidnapped|abducted|missing|displaced)"
_LOSS = r"(?:casualties|deaths|fatalities|injuries|loss\s+of\s+life|dead|killed|wounded|injured)"
_JOIN = r"\s*(?:,|,?\s*or|,?\s*and|,?\s*nor|/|and/or)\s+(?:no\s+|any\s+)?"
_NOBODY = regex.compile(
    r"(?<!\w)(?:no\s+one|nobody|(?:none|neither)(?:\s+of\s+(?P<of>[^,.;:]{1,50}?))?|no\s+(?P<who>(?:[\p{L}'’-]+\s+){0,4}?[\p{L}'’-]+))"
    r"(?:\s+(?:on|in|inside|aboard|at|from)\s+(?:[\p{L}'’-]+\s*){1,5})??"
    rf"\s+(?:(?:was|were|is|are|has|have|had|been|got|reportedly|also|actually|seriously|badly|either)\s+)*(?P<what>{_DONE}(?:{_JOIN}(?:{_DONE}))*)(?!\w)",
    regex.IGNORECASE,
)
_NOTHING = regex.compile(
    r"(?<!\w)(?:there\s+(?:were|was|are|is|have\s+been|has\s+been|had\s+been)\s+(?:\p{L}+ly\s+|also\s+)?no|(?:suffered|suffering|sustained|caused|causing|caus(?:es|e)"
    r"|had|has|have|took|with|inflicted|resulted\s+in|resulting\s+in|but)\s+(?:no|zero)|without(?:\s+(?:any|causing|suffering|inflicting|sustaining|a))*"
    r"|did(?:\s+not|n['’]t)\s+(?:cause|result\s+in|lead\s+to|suffer|inflict)(?:\s+any)?|neither\s+(?:side|party|army|\p{L}+\s+side)\s+(?:suffered|sustained|had)(?:\s+any)?"
    r"|^\W*(?:no|zero)|(?<=[;:]\s)(?:no|zero)|(?:zero|0))"
    rf"\s+(?:(?P<whose>human|civilian|military|personnel|(?-i:\p{{Lu}}\p{{L}}+))\s+)?(?P<what>{_LOSS}(?:{_JOIN}{_LOSS})*)(?!\w)",
    regex.IGNORECASE,
)
_ONLY_REPORTED = regex.compile(
    r"(?:\s+\p{L}+ly)?\s+(?:(?:was|were|is|are|has|have|had|been|yet|so\s+far|immediately|initially)\s+)*(?:reported|recorded|confirmed|known|mentioned|announced|reports?|claimed)(?!\w)",
    regex.IGNORECASE,
)
_IMAGINED = regex.compile(
    r"(?<!\w)(?:if|unless|so\s+that|ensure[sd]?|ensuring|hope[sd]?|hoping|would|will|could|might|may|should|must|claims?\s+that|not\s+true|untrue|whether)(?!\w)[^;]*$",
    regex.IGNORECASE,
)
_SOME = regex.compile(
    r"(?P<lead>(?<!\w)(?:there\s+(?:were|are|have\s+been|had\s+been|was|is)(?:\s+also)?|caused|causing|suffered|suffering|sustained|inflicted|inflicting|resulted\s+in"
    r"|resulting\s+in|led\s+to|leading\s+to|had|left|leaving)\s+)?(?:(?:some|both|heavy|many|numerous|several|serious|civilian|military|the|multiple)\s+)*"
    rf"(?<![\w-])(?P<what>{_LOSS}(?:{_JOIN}{_LOSS})*+)(?!\w)(?P<side>\s+(?:among|amongst|in\s+the\s+ranks\s+of|(?:on|from)\s+(?:both|either|each|its|their|that\s+side|the\s+other|the\s+(?:[\p{{L}}'’-]+\s+){{1,3}}?side))(?!\w))?",
    regex.IGNORECASE,
)
_COUNTED = regex.compile(
    r"(?:\d|no|any|not|zero|of|for|or|of\s+the|be|are|is|was|were|been|being|his|her|people|men|soldiers|more|others?|\p{L}+s)\s+$",
    regex.IGNORECASE,
)
_NOT_YET = regex.compile(
    r"(?<!\w)(?:no|not|n['’]t|could|would|might|may|will|can|avoid|prevent|risk|without|if|never|reports\s+of|information\s+(?:on|about))(?!\w)[^;,]*$",
    regex.IGNORECASE,
)


def find_nobody(text: str) -> Iterator[CountFound]:
    """Yield a zero for every slot in which the sentence says that there was nobody."""
    for match in _NOBODY.finditer(text):
        if _names_people(match["who"]) and not _IMAGINED.search(text[: match.start()]):
            whose = match["who"] or match["of"]
            yield from _zeros(match, whose)
    for match in _NOTHING.finditer(text):
        is_bare_start = match.start() == 0 and not regex.match(r"(?:\s*[.,;!]|\s+(?:on|among|from)\s|\s*$)", text[match.end() :])
        is_told = match[0].lower().startswith(("no ", "zero ")) and is_bare_start
        if not (is_told or _ONLY_REPORTED.match(text, match.end()) or _IMAGINED.search(text[: match.start()])):
            yield from _zeros(match, match["whose"])


def find_some(text: str) -> Iterator[CountFound]:
    """Yield a count without bounds for every slot in which the sentence says that there were some and gives no number."""
    for match in _SOME.finditer(text):
        before = text[: match.start("what")]
        words = _split_words(match["what"])
        is_said = match["lead"] or match["side"]
        if not is_said or _NOT_YET.search(text[: match.start()]) or (not match["lead"] and _COUNTED.search(before)):
            continue
        if match["lead"] and regex.search(r"(?:no|any|\d)\s+$", before):
            continue
        for slot in _some_slots(words):
            count = Count(low=None, high=None, words=match["what"])
            yield CountFound(
                start=match.start("what"),
                end=match.end("what"),
                slot=slot,
                count=count,
                cue_start=match.start("what"),
                cue_end=match.end("what"),
            )


def _some_slots(words: tuple[str, ...]) -> list[Slot]:
    slots = [slot for word in words if word != "casualties" for slot in _SLOTS[word]]
    if "casualties" in words and slots == [Slot.WOUNDED]:
        slots.insert(0, Slot.KILLED)
    return list(dict.fromkeys(slots))


def _split_words(what: str) -> tuple[str, ...]:
    words = regex.split(_JOIN, what.lower())
    return tuple(" ".join(word.split()) for word in words if " ".join(word.split()) in _SLOTS)


def _names_people(who: str | None) -> bool:
    if who is None:
        return True
    return any(person.end == len(who) for person in find_people(who)) or who.split()[-1].lower() in people_nouns()


def _zeros(match: regex.Match[str], whose: str | None) -> Iterator[CountFound]:
    slots = [slot for word in _split_words(match["what"]) for slot in _SLOTS[word]]
    for slot in dict.fromkeys(slots):
        count = Count(low=0, high=0, words=match[0].strip(), whose=whose)
        yield CountFound(
            start=match.start(), end=match.end(), slot=slot, count=count, cue_start=match.start("what"), cue_end=match.end("what")
        )
