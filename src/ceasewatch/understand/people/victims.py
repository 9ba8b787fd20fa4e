"""Who an effect word happened to: the people before it ("three were killed") or after it ("killing four servicemen and a civilian")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import regex

from ceasewatch.understand.people.effects import Effect, Form
from ceasewatch.understand.people.people import People

_AND = regex.compile(
    r"\s*,?(?:\s*,?\s*(?:both\s+)?(?:age[sd]?\s+)?\d{1,3}(?:(?:,|,?\s+and)\s+\d{1,3})*,?)?\s*(?:and|or|as\s+well\s+as|along\s+with|together\s+with|plus|,)?\s+(?:also\s+)?(?<=[,dsrh]\s)|\s*,\s*",
    regex.IGNORECASE,
)
_PART = regex.compile(
    r"\s*[,(–—-]*\s*(?:including|among\s+(?:them|whom|those)(?:\s+(?:were|was))?|of\s+them|most\s+of\s+them|mostly|all\s+of\s+them|both\s+of\s+them)\s+",
    regex.IGNORECASE,
)
_PREPOSITION = regex.compile(
    r"(?<![\w-])(?:of|by|including|from|to|at|against|among|between|on|for|like|in|into|near|over|under|towards?|than|upon|per|via|through|behind|beside"
    r"|without|except|despite|amid|with|around|about|targeting|killing|wounding|injuring|killed|wounded|injured)\s+$",
    regex.IGNORECASE,
)
_BREAK = regex.compile(
    r";|:|(?<!\w)(?:said|says|told|announced|claimed|but|when|while|after|before|because|where|although|though|if|whether|until|since|so\s+that|that|as|he|she|they)(?!\w)",
    regex.IGNORECASE,
)
_RELATIVE = regex.compile(r"\s*,?\s*(?:who|that|which|all\s+of\s+whom|both\s+of\s+whom)(?!\w)", regex.IGNORECASE)
_ANCHOR = regex.compile(
    r"(?<![\w-])(?:the|an?|its|their|his|her|two|three|four|five|six|seven|eight|nine|ten|several|\d+)(?=\s)(?!\s+times?\s)",
    regex.IGNORECASE,
)
_ANCHOR_LEAD = regex.compile(
    r"(?:^|\W)(?:of|by|including|from|to|at|against|among|between|on|for|like|in|into|near|over|under|towards?|than|upon|per|via|through|behind|beside|without"
    r"|except|despite|amid|with|around|about|inside|outside|during|following|within|across|along|aboard|\p{L}+ing|\p{L}+ed|(?:the|a|an|all|last)\s+\p{L}+|,)\s+$",
    regex.IGNORECASE,
)
_ADVERBS = (
    r"(?:(?:\p{L}+ly|also|later|then|were|was|been|left|reported|confirmed|feared|others?|more|have|has|had|are|is|so\s+far|to\s+have|found|shot|stabbed|ambushed"
    r"|beaten|and(?=\s+(?:killed|wounded)))\s+)"
)
_CLOSE = regex.compile(rf"\s*,?\s*{_ADVERBS}{{0,4}}", regex.IGNORECASE)
_FOLLOWED = regex.compile(rf"\s+{_ADVERBS}{{0,4}}$", regex.IGNORECASE)
_FILL = regex.compile(r"\s*[:–]?\s+(?:as\s+many\s+as\s+)?", regex.IGNORECASE)
_CHAIN = regex.compile(
    r"\s*(?:,|/|,?\s*and/or|,?\s*and|,?\s*or|,?\s*nor|but)\s*(?:(?:\p{L}+ly|later|then|also|others?|were|was|been|are|is|or|of\s+the)\s+)*",
    regex.IGNORECASE,
)
_DETERMINED = regex.compile(
    r"(?<!\w)(?:the|its|their|his|her|our|of|for|to|from|with|by|on|these|those|other|\w+ing|treat|evacuated?)\s+$", regex.IGNORECASE
)
_ACTIVE_PERFECT = regex.compile(r"(?<!\w)(?:has|have|had|having)\s+(?:\p{L}+\s+){0,2}$", regex.IGNORECASE)
_RESTING = regex.compile(
    r"\s*(?:$|[^\w\s]|(?:in|on|at|by|during|when|as|and|or|after|near|from|while|with|outside|inside|along|following|since|over|amid|under|here|there"
    r"|yesterday|today|tonight|\p{L}+day|last|this|so|late|early|overnight|is|are|was|were|have|has|had|who|including|among|for|throughout|across|due|because"
    r"|but|if|dead|to|around|before|behind|between|\p{L}+ly|killed|wounded|injured|that|trying|attempting|fighting|while|per|within)(?!\w))",
    regex.IGNORECASE,
)
_LONGEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Victims:
    """The people of one effect word; ``is_part`` marks those among the people ahead of them."""

    people: People
    is_part: bool = False


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A sentence with its people and its effect words, all in order."""

    text: str
    people: Sequence[People]
    effects: Sequence[Effect]

    @cached_property
    def taken(self) -> frozenset[int]:
        """Where those people begin that stand right before an effect word of their own ("... and two wounded")."""
        return frozenset(group.start for group in self.people for effect in self.effects if self._stands_before(group, effect))

    def _stands_before(self, group: People, effect: Effect) -> bool:
        if effect.form in (Form.ACTIVE, Form.BASE) or group.end > effect.start:
            return False
        if effect.form is Form.PARTICIPLE and not effect.is_passive and _is_object(self, group) and not _rests_plainly(self.text, effect):
            return False
        return _FOLLOWED.fullmatch(self.text[group.end : effect.start]) is not None


def _is_object(layout: Layout, group: People) -> bool:
    """Whether a verb that can only be active stands right before the group: "rebels kill 83, injure 100"."""
    verbs = (effect for effect in layout.effects if effect.form in (Form.ACTIVE, Form.BASE) and effect.end <= group.start)
    return any(_FILL.fullmatch(layout.text[effect.end : group.start]) for effect in verbs)


def _rests_plainly(text: str, effect: Effect) -> bool:
    return _RESTING.match(text, effect.end) is not None


def find_victims(layout: Layout) -> Iterator[tuple[Effect, tuple[Victims, ...]]]:
    """Yield every effect word with its people; "killed or wounded" shares them."""
    own = [_read_own(layout, effect) for effect in layout.effects]
    for index, effect in enumerate(layout.effects):
        victims = own[index]
        if (
            not victims
            and index > 0
            and own[index - 1]
            and _is_chained(layout, index - 1)
            and own[index - 1][0].people.end <= layout.effects[index - 1].start
        ):
            own[index] = victims = own[index - 1]
        if not victims and effect.form is not Form.STATE and index + 1 < len(own) and _is_chained(layout, index) and own[index + 1]:
            following = own[index + 1][0].people
            victims = own[index + 1] if following.start >= layout.effects[index + 1].end else ()
        if victims:
            yield effect, victims


def _is_chained(layout: Layout, index: int) -> bool:
    left, right = layout.effects[index], layout.effects[index + 1]
    return _CHAIN.fullmatch(layout.text[left.end : right.start]) is not None


def _read_own(layout: Layout, effect: Effect) -> tuple[Victims, ...]:
    if effect.form in (Form.ACTIVE, Form.BASE):
        return tuple(_read_right(layout, effect, is_sure=True))
    if effect.form is Form.DIED or effect.is_passive:
        subject = tuple(_read_subject(layout, effect))
        return (*subject, *_read_parts(layout, effect.end, len(layout.text))) if subject else ()
    if effect.form is Form.STATE:
        return tuple(_read_close(layout, effect))
    inside = next((group for group in layout.people if group.start <= effect.start and effect.end <= group.end), None)
    if inside is not None:
        # "Two of the wounded died" tells of two who died; how many were wounded it does not say.
        return (Victims(people=inside),) if inside.head else ()
    attributive = _read_attributive(layout, effect)
    if attributive is not None:
        return attributive
    close = () if _ACTIVE_PERFECT.search(layout.text[: effect.start]) else tuple(_read_close(layout, effect))
    return tuple(_read_right(layout, effect)) or close or tuple(_read_right(layout, effect, is_sure=True))


def _read_attributive(layout: Layout, effect: Effect) -> tuple[Victims, ...] | None:
    """Read "two wounded soldiers"; ``None`` where the word is no adjective of people."""
    right = _at_right(layout, effect)
    if right is None or right.quantity is not None or right.head == "others" or right.start != _skip(layout.text, effect.end):
        return None
    left = next((group for group in layout.people if group.end <= effect.start and not layout.text[group.end : effect.start].strip()), None)
    if left is not None and left.quantity is not None and not left.head:
        return (Victims(people=replace(right, start=left.start, quantity=left.quantity)),)
    return () if _DETERMINED.search(layout.text[: effect.start]) else None


def _read_right(layout: Layout, effect: Effect, *, is_sure: bool = False) -> Iterator[Victims]:
    """Read the people after a verb and those listed with them; ``is_sure``: also where a participle of their own follows."""
    group = _at_right(layout, effect)
    if group is None or (group.start in layout.taken and not (is_sure and (group.head or effect.form is not Form.PARTICIPLE))):
        return
    yield Victims(people=group)
    is_part = False
    for following in layout.people:
        if following.start < group.end:
            continue
        gap = layout.text[group.end : following.start]
        is_part = is_part or _PART.fullmatch(gap) is not None
        if not (_PART.fullmatch(gap) or _AND.fullmatch(gap)) or following.start in layout.taken or not _can_join(following):
            return
        yield Victims(people=following, is_part=is_part)
        group = following


def _can_join(group: People) -> bool:
    return bool(group.head) and (group.quantity is not None or not group.is_single)


def _at_right(layout: Layout, effect: Effect) -> People | None:
    for group in layout.people:
        if group.start >= effect.end:
            gap = layout.text[effect.end : group.start]
            return group if _FILL.fullmatch(gap) else None
    return None


def _read_subject(layout: Layout, effect: Effect) -> Iterator[Victims]:
    """Read the people that a finite verb tells of, going left as far as its clause reaches."""
    nearest: People | None = None
    for index in reversed(range(len(layout.people))):
        group = layout.people[index]
        if group.end > effect.subject_end:
            continue
        if not _reaches(layout, group, effect):
            break
        if _RELATIVE.match(layout.text, group.end, effect.subject_end) or not _is_governed(layout, index):
            yield from _with_company(layout, index, effect)
            return
        is_next = not layout.text[group.end : effect.subject_end].strip()
        if is_next and group.quantity is not None and not _PREPOSITION.search(layout.text[: group.start]):
            nearest = group
    if nearest is not None:
        # "... were killed, including three children, and two others were wounded": the list belongs to the verb before it.
        yield Victims(people=nearest)


def _reaches(layout: Layout, group: People, effect: Effect) -> bool:
    gap = layout.text[group.end : effect.subject_end]
    relative = _RELATIVE.match(gap)
    rest = gap[relative.end() :] if relative else gap
    if len(gap) > _LONGEST or _BREAK.search(rest):
        return False
    if any(group.end <= other.start < effect.subject_end for other in layout.effects if other.form is not Form.STATE):
        return False
    return all(_ANCHOR_LEAD.search(rest[: anchor.start()]) for anchor in _ANCHOR.finditer(rest))


def _is_governed(layout: Layout, index: int) -> bool:
    """Whether a preposition or another verb rules the group or the list that it ends."""
    start = layout.people[index].start
    if _PREPOSITION.search(layout.text[:start]):
        return True
    before = layout.people[index - 1] if index else None
    if before is None or not _AND.fullmatch(layout.text[before.end : start]):
        return _PART.search(layout.text[:start]) is not None and _PART.search(layout.text[:start]).end() == start
    return _is_governed(layout, index - 1)


def _with_company(layout: Layout, index: int, effect: Effect) -> Iterator[Victims]:
    """Yield the group with those listed before it, and those that it includes."""
    first = index
    while first > 0 and _can_join(layout.people[first - 1]):
        if not _AND.fullmatch(layout.text[layout.people[first - 1].end : layout.people[first].start]):
            break
        first -= 1
    listed = layout.people[first : index + 1]
    is_apposition = _explains(listed) and layout.text[listed[-1].end : effect.subject_end].lstrip().startswith(",")
    yield from (Victims(people=group, is_part=is_apposition and group is not listed[0]) for group in listed)
    yield from _read_parts(layout, layout.people[index].end, effect.subject_end)


def _explains(listed: Sequence[People]) -> bool:
    """Whether those after the first are who the first are: "two people, a man and a woman," (told from a list by the numbers)."""
    numbers = [group.quantity.low if group.quantity else None for group in listed]
    rest = [number for number in numbers[1:] if number is not None]
    return len(listed) > 1 and len(rest) == len(numbers) - 1 and numbers[0] == sum(rest)


def _read_parts(layout: Layout, at: int, end: int) -> Iterator[Victims]:
    """Read "including three children and a nurse", from a place on."""
    is_first = True
    for group in layout.people:
        if group.start < at:
            continue
        gap = layout.text[at : group.start]
        if group.end > end or not (_PART.fullmatch(gap) or (not is_first and _AND.fullmatch(gap))):
            return
        if not is_first and group.start in layout.taken:
            return
        yield Victims(people=group, is_part=True)
        at, is_first = group.end, False


def _read_close(layout: Layout, effect: Effect) -> Iterator[Victims]:
    """Read the people right before a participle without a verb: "12 people killed", "three dead"."""
    if effect.form is Form.PARTICIPLE and not _rests(layout, effect):
        return
    for index, group in enumerate(layout.people):
        if group.end <= effect.start and _CLOSE.fullmatch(layout.text[group.end : effect.start]) and _stands_alone(layout, group):
            yield from _with_company(layout, index, effect)
            yield from _read_parts(layout, effect.end, len(layout.text))
            return


def _rests(layout: Layout, effect: Effect) -> bool:
    """Whether no object follows: "troops captured in the raid", not "troops captured the village"."""
    right = _at_right(layout, effect)
    if right is not None and right.start in layout.taken:
        return True
    return _RESTING.match(layout.text, effect.end) is not None


def _stands_alone(layout: Layout, group: People) -> bool:
    """Whether the group can be told of without a verb: a lone singular only with "the", or as a headline begins."""
    return (
        group.quantity is not None
        or not group.is_single
        or (layout.text[group.start - 4 : group.start].lower().startswith(("the ", "")) and group.start == 0)
    )


def _skip(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())
