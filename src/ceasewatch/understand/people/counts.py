"""How many people a sentence says were killed, wounded, captured, missing or displaced, and whose they were.

Each group of people gives its own count; nothing is added up. "Twelve people, including three children" gives both counts, the second
marked as a part of the first. A plural without a number ("soldiers were killed") is stated and has no bounds; one described person
("a police officer was killed") is one, and so is one who is only named; a list of names is left to ``named``. Zero stands only where the
sentence says that nobody was hurt (``unnumbered``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from ceasewatch.model.claim import Slot
from ceasewatch.model.values import Count
from ceasewatch.understand.people.count_found import CountFound
from ceasewatch.understand.people.effects import Effect, Form, find_effects
from ceasewatch.understand.people.named import find_named_victims
from ceasewatch.understand.people.people import People, find_people
from ceasewatch.understand.people.pieces import cut_pieces
from ceasewatch.understand.people.sides import assign_sides
from ceasewatch.understand.people.tolls import find_noun_effects, find_tolls, fits_noun
from ceasewatch.understand.people.unnumbered import find_nobody, find_some
from ceasewatch.understand.people.victims import Layout, Victims, find_victims

__all__ = ["CountFound", "find_counts"]

_TOTAL = regex.compile(r"(?<!\w)(?:a\s+total\s+of|in\s+total|altogether|so\s+far|to\s+date)(?!\w)", regex.IGNORECASE)
_IMAGINED = regex.compile(r"(?<!\w)(?:if|unless|in\s+case|whenever|should|lest)\s+(?:(?:even|any|just|only)\s+)?$", regex.IGNORECASE)
_NUMBER_OF = regex.compile(r"(?<!\w)(?:number|percentage|share|majority)\s+of\s+(?:the\s+)?$", regex.IGNORECASE)
_INSERTED = regex.compile(
    r",\s*(?:including|among\s+them|most\s+of\s+them|some\s+of\s+them|all\s+of\s+them|many\s+of\s+them)\s[^.;:]{3,120}?,"
    r"(?=\s*(?:were|was|are|have\s+been|has\s+been|had\s+been|died|lost)\b)",
    regex.IGNORECASE,
)
_NAMES_INSERTED = regex.compile(
    r"(?:,|\s[–—-])\s+\p{Lu}[^.;:]{3,160}?(?:,|\s[–—-])(?=\s*(?:were|was|are|have\s+been|has\s+been|had\s+been|died)\b)"
)
_HE = regex.compile(
    r"(?:^|[.;:,\"“]|(?<!\w)(?:and|but|that|where|when|before|after|said|says))\s*(?P<he>(?:he|she)(?!\w))"
    r"(?:\s+(?:has|had|then|later|also|soon|eventually|\p{L}+ly))*\s*$",
    regex.IGNORECASE,
)
_ELLIPSIS = regex.compile(r"\s*(?:,|,?\s*(?:and|while|but))\s*", regex.IGNORECASE)
_BEFORE_NAME = regex.compile(r"[\"”»'’]?\s+\p{Lu}[\p{L}.]")
_FLEEING_HEADS = frozenset(
    {"suspects", "suspect", "attackers", "attacker", "shooter", "robbers", "gunmen", "gunman", "assailants", "driver", "drivers"}
)


def find_counts(sentence: str) -> tuple[CountFound, ...]:
    """Return the counts of people in one sentence, in order of their place.

    Raises:
        TimeoutError: the sentence made a search run longer than its limit of some seconds.
    """
    return tuple(_shift(found, start) for start, piece in cut_pieces(sentence) for found in _read_round_parts(piece))


def _read_round_parts(sentence: str) -> tuple[CountFound, ...]:
    """Read a piece, and once more without what is inserted in front of its verb: "104 people, among them 35 children, were killed"."""
    found = _read_piece(sentence)
    bare = _blank_names(_INSERTED.sub(lambda inserted: " " * len(inserted[0]), sentence))
    if bare == sentence:
        return found
    more = [one for one in _read_piece(bare) if not any(one.slot is other.slot and one.start == other.start for other in found)]
    told = [replace(one, count=replace(one.count, words=" ".join(one.count.words.split()))) for one in more]
    return tuple(sorted((*found, *told), key=lambda count: (count.start, count.end, count.slot)))


def _blank_names(text: str) -> str:
    """Blank the names that are inserted behind the people who bear them: "three soldiers, Ann Example and ..., were killed"."""
    if _NAMES_INSERTED.search(text) is None:
        return text
    ends = {group.end for group in find_people(text)}
    bare: str = _NAMES_INSERTED.sub(lambda names: " " * len(names[0]) if names.start() in ends else names[0], text)
    return bare


def _shift(found: CountFound, by: int) -> CountFound:
    places = {name: getattr(found, name) + by for name in ("start", "end", "cue_start", "cue_end")}
    return replace(found, **places) if by else found


def _read_piece(sentence: str) -> tuple[CountFound, ...]:
    nobody = tuple(find_nobody(sentence))
    tolls = tuple(find_tolls(sentence))
    people = find_people(sentence)
    told = [found for found in _each_told(sentence, people) if not _overlaps(found, (*nobody, *tolls))]
    told = [found for found in told if not _IMAGINED.search(sentence[: found.start])]
    told = [found for found in told if found.count.is_stated or not _NUMBER_OF.search(sentence[: found.start])]
    told += [found for found in _each_pronoun(sentence) if not _overlaps(found, (*nobody, *tolls, *told))]
    told += [found for found in _each_named(sentence) if not _overlaps(found, (*nobody, *tolls, *told))]
    told = _fill_ellipses(sentence, _without_twins(told))
    some = [found for found in find_some(sentence) if not _overlaps(found, (*nobody, *tolls, *told))]
    found = sorted((*nobody, *tolls, *told, *some), key=lambda count: (count.start, count.end, count.slot))
    return assign_sides(sentence, found)


def _each_told(text: str, people: Sequence[People]) -> Iterator[CountFound]:
    effects = find_effects(text)
    for effect, victims in find_victims(Layout(text=text, people=people, effects=effects)):
        yield from (_record(text, effect, victim) for victim in victims if _can_suffer(text, effect, victim))
    nouns = tuple(find_noun_effects(text))
    for effect in nouns:
        for _, victims in find_victims(Layout(text=text, people=people, effects=(effect,))):
            yield from (_record(text, effect, victim) for victim in victims if _fits(text, effect, victim))


def _each_pronoun(text: str) -> Iterator[CountFound]:
    """Yield one for "he later died" and "she was wounded": whoever it is, it is one."""
    for effect in find_effects(text):
        told = _HE.search(text[: effect.subject_end]) if effect.is_passive or effect.form is Form.DIED else None
        if told is not None and effect.slot in (Slot.KILLED, Slot.WOUNDED):
            yield CountFound(
                start=told.start("he"),
                end=effect.end,
                slot=effect.slot,
                count=Count(low=1, high=1, words=told["he"]),
                cue_start=effect.start,
                cue_end=effect.end,
                is_denied=effect.is_denied,
            )


def _each_named(text: str) -> Iterator[CountFound]:
    """Yield one for every effect word that tells of one person by name; of a list of names no number is made."""
    for effect, names, _ in find_named_victims(text):
        if len(names) == 1 and not effect.is_denied:
            name = names[0]
            yield CountFound(
                start=min(name.start, effect.start),
                end=max(name.end, effect.end),
                slot=effect.slot,
                count=Count(low=1, high=1, words=text[name.start : name.end]),
                cue_start=effect.start,
                cue_end=min(effect.end, max(name.start, effect.start + 1)) if effect.end > name.start > effect.start else effect.end,
            )


def _fits(text: str, effect: Effect, victim: Victims) -> bool:
    cue, group = text[effect.start : effect.end], victim.people
    after = text[group.end : group.end + 30]
    return fits_noun(cue, group.head, group.described or group.head, after, has_quantity=group.quantity is not None)


def _can_suffer(text: str, effect: Effect, victim: Victims) -> bool:
    """Whether the group can be counted: those who run from a scene flee no war, and a title ahead of a name is no group."""
    group = victim.people
    is_title = group.quantity is None and group.is_single and _BEFORE_NAME.match(text, group.end) is not None
    return not is_title and not (effect.slot is Slot.DISPLACED and group.head in _FLEEING_HEADS)


def _record(text: str, effect: Effect, victim: Victims) -> CountFound:
    group = victim.people
    low, high = _bounds(group)
    start = group.quantity.start if group.quantity is not None else group.start
    count = Count(low=low, high=high, words=text[start : group.end], whose=group.described, standing=group.standing)
    return CountFound(
        start=min(group.start, effect.start),
        end=max(group.end, effect.end),
        slot=effect.slot,
        count=count,
        cue_start=effect.start,
        cue_end=effect.end,
        is_total=_is_total(text, group, effect),
        is_denied=effect.is_denied,
        is_part=victim.is_part,
    )


def _bounds(group: People) -> tuple[int | None, int | None]:
    if group.quantity is not None:
        return group.quantity.low, group.quantity.high
    return (1, 1) if group.is_single else (None, None)


def _is_total(text: str, group: People, effect: Effect) -> bool:
    first, last = min(group.start, effect.start), max(group.end, effect.end)
    return _TOTAL.search(text[first : last + 12]) is not None


def _overlaps(found: CountFound, others: Sequence[CountFound]) -> bool:
    return any((found.cue_start < other.end and other.start < found.cue_end) or _is_same_number(found, other) for other in others)


def _is_same_number(found: CountFound, other: CountFound) -> bool:
    return other.is_total and found.start < other.end and other.start < found.end and found.slot is other.slot


def _without_twins(counts: Sequence[CountFound]) -> list[CountFound]:
    """Keep one count where two words tell of the same people in the same slot ("shot dead and killed")."""
    kept: dict[tuple[Slot, str, int], CountFound] = {}
    for found in sorted(counts, key=lambda count: (count.end - count.start, count.start)):
        place = found.start if found.start < found.cue_start else found.end
        kept.setdefault((found.slot, found.count.words, place), found)
    return sorted(kept.values(), key=lambda count: (count.start, count.end))


def _fill_ellipses(text: str, counts: Sequence[CountFound]) -> list[CountFound]:
    """Give a bare number the noun of the count that it follows: "three soldiers were killed and two wounded"."""
    filled: list[CountFound] = []
    for found in counts:
        before = filled[-1] if filled else None
        is_bare = found.count.whose is None and " " not in found.count.words and found.start < found.cue_start
        if (
            before is not None
            and is_bare
            and before.count.high != 1
            and before.count.whose
            and _ELLIPSIS.fullmatch(text[before.end : found.start])
        ):
            found = replace(found, count=replace(found.count, whose=before.count.whose, standing=before.count.standing))  # noqa: PLW2901
        filled.append(found)
    return filled
