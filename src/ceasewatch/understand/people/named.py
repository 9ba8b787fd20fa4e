"""People whom a sentence names as killed, wounded, captured or missing, with rank and force as written.

Only what the text says is read: a name beside an effect word that tells of that person. Who speaks ("spokesman Ann Example said three
were killed") and who did it ("killed by Ann Example") is no victim.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from ceasewatch.model.claim import Slot
from ceasewatch.model.values import Who
from ceasewatch.understand.people.effects import Effect, Form, find_effects
from ceasewatch.understand.people.people import People, find_people
from ceasewatch.understand.people.person_names import PersonName, find_person_names
from ceasewatch.understand.people.pieces import cut_pieces
from ceasewatch.understand.people.tolls import find_noun_effects

_SLOTS = frozenset({Slot.KILLED, Slot.WOUNDED, Slot.CAPTURED, Slot.MISSING})
_BORN = r"(?:born|b\.)\s*(?:in\s+)?(?:\d{1,2}[./]\d{1,2}[./])?\d{4}"
_AGE = (
    r"(?:\s*,\s*(?:aged?\s+|who\s+was\s+|both\s+|all\s+)?\d{1,3}(?=\s*[,;.]|\s+and)|\s*\(\s*(?:aged?\s+)?\d{1,3}\s*\)"
    rf"|\s*,\s*{_BORN}(?=\s*[,;.]|\s+and)|\s*\(\s*(?:{_BORN}|\d{{4}})\s*\))?"
)
_POST = (
    r"(?:\s*,\s*(?:an?\s+|the\s+)?(?:deputy\s+)?(?:commander|chief|head|leader|member|officer|fighter)\s+(?:of|from|in)\s+[^,;:]{3,60}"
    r"(?=,))?"
)
_JOIN = regex.compile(
    rf"{_AGE}{_POST}\s*(?:,\s*and|,\s*as\s+well\s+as|,|and|&|as\s+well\s+as)\s*(?:\d{{1,3}}-year-old\s+)?", regex.IGNORECASE
)
_SEMICOLON = regex.compile(rf"{_AGE}{_POST}\s*;\s*(?:and\s+)?", regex.IGNORECASE)
_LIST_GOES_ON = regex.compile(rf"{_AGE}{_POST}\s*(?:[;.]|$)", regex.IGNORECASE)
_SUBJECT_GAP = regex.compile(
    rf"{_AGE}\s*(?:,[^,;:]{{1,90}},|\([^()]{{1,90}}\)|,)?(?:\s+(?:of|from)\s+(?:the\s+)?[^,;:]{{1,60}}?)?\s*(?:,|[–—-](?=\s))?\s*(?:(?:who|both|all|were|was|both\s+of\s+whom|had|have|has|also|later)\s*)*",
    regex.IGNORECASE,
)
_CLOSE_GAP = regex.compile(
    rf"{_AGE}\s*,?\s*(?:(?:who|was|were|later|also|shot|stabbed|and|\p{{L}}+ly|left|found|reported)\s+)*", regex.IGNORECASE
)
_OBJECT_GAP = regex.compile(r"\s*(?::|the\s+|a\s+|that\s+of\s+)?\s*", regex.IGNORECASE)
_NAMED_AS = regex.compile(
    r"\s*(?:[,:–—(]|-(?=\s)|,?\s*(?:(?:were|was|have\s+been|has\s+been)\s+)?(?:later\s+)?(?:named|identified)\s+(?:\p{L}+ly\s+)?as|namely|including)\s*(?:the\s+)?",
    regex.IGNORECASE,
)
_ROLL = regex.compile(
    r"(?<!\w)(?i:(?P<killed>dead|killed|deceased|slain|fallen)|(?P<wounded>wounded|injured)|(?P<missing>missing)|(?P<captured>captured|detained|captives?))"
    r"(?:\s+\p{Ll}+){0,3}?\s*(?:(?:were|was|are|is|have\s+been|has\s+been)\s+(?:\p{L}+ly\s+|later\s+)?(?:(?:named|identified)\s+(?:\p{L}+ly\s+)?as|:)?|:|identified\s+as|named\s+as)\s*$"
    r"|(?<!\w)(?i:(?:named|identified)\s+(?:its|their|the|both)\s+(?:\p{L}+\s+){0,2}(?:(?P<killed>dead|killed|victims|fallen)|(?P<wounded>wounded|injured)))\s+as\s*$"
)
_GOVERNED = regex.compile(
    r"(?<![\w-])(?:by|of|to|with|from|in|at|near|on|for|against|than|like|per|told|according\s+to|between|over|outside|inside|around|into|via|towards?|across"
    r"|the|spokes(?:man|woman|person)|minister|president|governor|mayor|analyst|ambassador|secretary|chairman|director)\s+$",
    regex.IGNORECASE,
)
_PRONE = regex.compile(r"(?:captured|seized)$", regex.IGNORECASE)
_FEWEST_WORDS = 5
_HEADLINE_SMALL = frozenset("of in on at the a an and or to for from by with near after as over into amid al".split())
_FORCE_AFTER = regex.compile(
    r"\s*,?\s*(?:both\s+|all\s+)?(?:of|from)\s+(?P<whose>(?:the\s+)?(?:\p{Lu}[\p{L}'’-]*\s+){1,5}?(?:Army|Armed\s+Forces|Forces|Guard|Corps|Police|army|armed\s+forces|forces|police|navy|militia))(?!\w)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedFound:
    """One person named as a victim, at ``start:end`` (rank and name) in the sentence; ``slot`` is what happened."""

    start: int
    end: int
    who: Who
    slot: Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sight:
    """A sentence with its names and its groups of people."""

    text: str
    names: Sequence[PersonName]
    people: Sequence[People]


def find_named(sentence: str) -> tuple[NamedFound, ...]:
    """Return the people that one sentence names as killed, wounded, captured or missing, in order.

    Raises:
        TimeoutError: the sentence made a search run longer than its limit of some seconds.
    """
    found = {
        (start + name.name_start, effect.slot): _record(sight, effect.slot, name, start)
        for start, piece in cut_pieces(sentence)
        for effect, names, sight in find_named_victims(piece)
        for name in names
    }
    return tuple(sorted(found.values(), key=lambda person: (person.start, person.slot)))


def find_named_victims(sentence: str) -> Iterator[tuple[Effect, tuple[PersonName, ...], _Sight]]:
    """Yield every effect word that tells of people by name, with the names."""
    names = find_person_names(sentence)
    if not names:
        return
    is_titled = _is_titled(sentence)
    sight = _Sight(text=sentence, names=tuple(name for name in names if name.rank or not is_titled), people=find_people(sentence))
    effects = [effect for effect in find_effects(sentence) if effect.slot in _SLOTS and not effect.is_denied]
    nouns = [effect for effect in find_noun_effects(sentence) if sentence[effect.start : effect.end].lower().endswith((" of", " to"))]
    for effect in (*effects, *nouns):
        victims = tuple(name for name in _read_victims(sight, effect) if _is_sure(sight, effect, name))
        if victims:
            yield effect, victims, sight
    yield from _read_rolls(sight)


def _read_victims(sight: _Sight, effect: Effect) -> Iterator[PersonName]:
    if effect.form in (Form.ACTIVE, Form.BASE):
        return _read_after(sight, effect.end)
    if effect.form is Form.STATE:
        return iter(())
    if effect.is_passive or effect.form is Form.DIED:
        return _read_before(sight, effect.subject_end, _SUBJECT_GAP)
    after = tuple(_read_after(sight, effect.end))
    has_object = any(effect.end <= group.start and not sight.text[effect.end : group.start].strip() for group in sight.people)
    return iter(after) if after or has_object else _read_before(sight, effect.start, _CLOSE_GAP)


def _read_after(sight: _Sight, at: int) -> Iterator[PersonName]:
    """Read the names that follow a verb or noun, or the group of people that it governs ("two soldiers, A and B")."""
    for group in sight.people:
        if group.start >= at and _OBJECT_GAP.fullmatch(sight.text[at : group.start]):
            names = [name for name in sight.names if name.start >= group.end]
            if names and (sight.text[group.end : names[0].start].isspace() or _NAMED_AS.fullmatch(sight.text[group.end : names[0].start])):
                yield from _list_from(sight, names)
                return
    names = [name for name in sight.names if name.start >= at]
    if names and _OBJECT_GAP.fullmatch(sight.text[at : names[0].start]) and names[0].run_start >= at:
        yield from _list_from(sight, names)


def _list_from(sight: _Sight, names: Sequence[PersonName]) -> Iterator[PersonName]:
    last = names[0]
    yield last
    for name in names[1:]:
        between = sight.text[last.end : name.start]
        if _JOIN.fullmatch(between) is None and not (_SEMICOLON.fullmatch(between) and _LIST_GOES_ON.match(sight.text, name.end)):
            return
        yield name
        last = name


def _read_before(sight: _Sight, at: int, gap: regex.Pattern[str]) -> Iterator[PersonName]:
    """Read the names that a verb or participle tells of, with those listed ahead of them."""
    for index in reversed(range(len(sight.names))):
        name = sight.names[index]
        if name.end > at:
            continue
        if not gap.fullmatch(sight.text[name.end : at]):
            if _is_governed(sight, name):
                continue
            return
        if _is_governed(sight, _first_of_list(sight, index)):
            continue
        yield from sight.names[sight.names.index(_first_of_list(sight, index)) : index + 1]
        return


def _first_of_list(sight: _Sight, index: int) -> PersonName:
    while index > 0 and _JOIN.fullmatch(sight.text[sight.names[index - 1].end : sight.names[index].start]):
        index -= 1
    return sight.names[index]


def _is_governed(sight: _Sight, name: PersonName) -> bool:
    """Whether a preposition or an office rules the name; a group of people with its force may stand between."""
    if _group_before(sight, name) is not None:
        return False
    return _GOVERNED.search(sight.text[: name.run_start]) is not None


def _group_before(sight: _Sight, name: PersonName) -> People | None:
    """Return the group of people that the name explains: "two servicemen of the army Jan Novak and ..."."""
    for group in sight.people:
        between = sight.text[group.end : name.start]
        if group.end <= name.start and (not between.strip() or _NAMED_AS.fullmatch(between)):
            return group
    return None


def _read_rolls(sight: _Sight) -> Iterator[tuple[Effect, tuple[PersonName, ...], _Sight]]:
    """Read "the dead were named as ..."."""
    for index, name in enumerate(sight.names):
        roll = _ROLL.search(sight.text[: name.start])
        if roll is None or (_PRONE.search(roll[0]) and not name.rank):
            continue
        slot = Slot(next(kind for kind, word in roll.groupdict().items() if word))
        effect = Effect(
            start=roll.start(), end=name.start, slot=slot, form=Form.ACTIVE, is_passive=False, is_denied=False, subject_end=roll.start()
        )
        yield effect, tuple(_list_from(sight, sight.names[index:])), sight


def _is_sure(sight: _Sight, effect: Effect, name: PersonName) -> bool:
    """Whether it is a person's name: "captured" is said of towns too, so it needs a rank, an age or a noun for people."""
    if _PRONE.search(sight.text[effect.start : effect.end]) is None:
        return True
    has_age = regex.match(r"\s*[,(]\s*(?:aged?\s+)?\d{1,3}\s*[,)]", sight.text[name.end :]) is not None
    return name.rank is not None or has_age or _group_before(sight, name) is not None


def _record(sight: _Sight, slot: Slot, name: PersonName, by: int) -> NamedFound:
    index = sight.names.index(name)
    whose = _read_force(sight, index)
    who = Who(name=name.name, rank=name.rank, rank_is_quoted=name.rank_is_quoted, whose=whose)
    return NamedFound(start=by + name.start, end=by + name.end, who=who, slot=slot)


def _read_force(sight: _Sight, index: int) -> str | None:
    group = _group_before(sight, _first_of_list(sight, index))
    is_of_force = group is not None and (group.standing is not None or group.head in {"members", "member", "citizen", "citizens", "men"})
    if group is not None and is_of_force and group.described and regex.search(r"\p{Lu}", group.described):
        return group.described
    last = index
    while last + 1 < len(sight.names) and _JOIN.fullmatch(sight.text[sight.names[last].end : sight.names[last + 1].start]):
        last += 1
    force = _FORCE_AFTER.match(sight.text, sight.names[last].end)
    return force["whose"] if force else None


def _is_titled(sentence: str) -> bool:
    """Whether it is a headline in capitals, where names cannot be told from other words."""
    words = [word for word in sentence.split() if word[:1].isalpha()]
    return len(words) >= _FEWEST_WORDS and all(word[:1].isupper() or word in _HEADLINE_SMALL for word in words)
