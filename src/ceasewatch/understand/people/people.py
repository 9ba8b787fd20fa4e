"""The groups of people that a sentence speaks of, with their number: "three Ruritanian soldiers", "a civilian", "two of them".

A group runs from its number or article to its noun and a following "of the ...". Nothing here knows what happened to them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from ceasewatch.model.values import Standing
from ceasewatch.understand.numbers import Quantity, find_quantities
from ceasewatch.understand.people.people_words import ends_phrase, is_modifier, is_people, is_plural, is_thing, people_nouns
from ceasewatch.understand.spotting.wordlists import read_contexts

_WORD = regex.compile(r"[\p{L}\d][\p{L}\d\-‑]*+(?:['’]s?(?!\p{L}))?(?:['’]\p{L}+)?")
_DETERMINER = regex.compile(r"(?<![\w-])(?:the|its|their|his|her|our|these|those|both)(?:\s+own)?(?=\s)", regex.IGNORECASE)
_OF = regex.compile(
    r"\s+(?:of|from\s+among)\s+(?:(?:(?:the|these|those|a|an)|(?P<owner>its|their|his|her|our))\s+)?(?:own\s+)?"
    r"(?:(?:wounded|injured|captured|kidnapped|abducted|detained|missing)\s+(?=\p{L}+(?:s|en|people)(?!\w)))?"
    r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})\s+(?=\p{L}))?",
    regex.IGNORECASE,
)
_PRONOUN = regex.compile(
    r"\s+of\s+(?:them|whom|us|(?:these|those)(?!\s+(?!(?:were|was|have|has|had)\b)\p{L}+(?:s|en|people)\b)|(?:the|those)\s+(?:\p{L}+ly\s+)?(?:injured|wounded|kidnapped|abducted|captured|detained|missing)"
    r"(?!\s+\p{L}+(?:s|en|people)\b)|the\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d+)(?=\s+(?:was|were)))(?!\w)"
)
_BOTH = regex.compile(r"(?<!\w)both(?=\s)(?!\s+(?:sides|parties|countries|the)(?!\w))(?![^,.;:]{1,40}?\sand\s)", regex.IGNORECASE)
_GATHERED = regex.compile(
    r"(?<!\w)an?\s+(?:[\w-]+\s+){0,2}(?:group|team|unit|patrol|crowd|squad|total|band|party)\s+of\s+$", regex.IGNORECASE
)
_TAIL = regex.compile(
    r"\s+(?:of|from)\s+(?:the\s+|an?\s+)?(?:(?:\p{Lu}[\p{L}'’-]*|de|facto|armed|security|special|opposing|other|same|local|border|state|internal"
    r"|national|government|riot)\s+){0,6}?"
    r"(?:Army|Armed\s+Forces|Forces|Guards?|Corps|Ministry|Brigade|Battalion|Regiment|Division|Police|Service|Movement|Front|Party|Group|Union"
    r"|army|forces?|police|guards?|militia|brigade|battalion|regiment|side|contingent|mission|group|military|navy|services?)(?!\w)"
)
_TAIL_NAME = regex.compile(
    r"\s+of\s+(?:the\s+)?(?:\p{Lu}[\p{L}'’-]*)(?:\s+\p{Lu}[\p{L}'’-]*){0,2}"
    r"(?=\s+(?:was|were|has|have|had|is|are|and|or|in|on|at|who|near|by|killed|wounded|died|during|after|from|when|as)(?!\w)|\s*[.,;:)]|\s*$)"
)
_PLURAL_NAME = regex.compile(r"\p{Lu}\p{L}+(?:s|ese)$")
_GROUP_OF = regex.compile(
    r"\s+(?:\p{L}+\s+){0,2}(?:groups?|teams?|units?|bands?|squads?|crowds?|partys?|batch|detachments?)\s+of\s+", regex.IGNORECASE
)
_AFFLICTED = regex.compile(
    r"\s+(?:(?:seriously|severely|badly|lightly|critically)\s+)?(?:wounded|injured|captured|displaced|missing|detained|kidnapped|abducted)\s+(?=\p{L})",
    regex.IGNORECASE,
)
_NEXT_WORD = regex.compile(r"\s*([^\w\s]|\p{L}+|\d|$)")
_LISTED = regex.compile(r"\s*(?:,|and|or)\s")
_BLANK = regex.compile(r"\s*")
_FEW_WORDS = 6
_GAP = regex.compile(r"\s+|\s*[\"“”‘’]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Some people in a sentence, at ``start:end``.

    ``quantity`` is their number if one is written ("a" is one); ``described`` is the words that say who they are, ``None`` for
    mere "people"; ``head`` is the noun in small letters, empty for a bare number; ``is_single`` tells a singular noun.
    """

    start: int
    end: int
    quantity: Quantity | None
    described: str | None
    head: str
    is_single: bool
    standing: Standing | None


def find_people(text: str) -> tuple[People, ...]:
    """Return the groups of people in a sentence in order; they do not overlap."""
    words = list(_WORD.finditer(text))
    quantities = {quantity.start: quantity for quantity in (*_each_both(text), *find_quantities(text))}
    found: list[People] = []
    position = 0
    for index, word in enumerate(words):
        if word.start() < position:
            continue
        group = _read_group(text, words, index, quantities)
        if group is not None:
            found.append(group)
            position = group.end
    return tuple(found)


def _each_both(text: str) -> Iterator[Quantity]:
    """Yield a two for every "both" that counts people: "both were killed", not "both soldiers and villagers"."""
    for match in _BOTH.finditer(text):
        yield Quantity(start=match.start(), end=match.end(), low=2, high=2, words=match[0])


def _read_group(text: str, words: list[regex.Match[str]], index: int, quantities: Mapping[int, Quantity]) -> People | None:
    start = words[index].start()
    quantity = quantities.get(start)
    if quantity is not None:
        return _read_counted(text, words, quantity)
    determiner = _DETERMINER.match(text, start)
    if determiner is not None:
        following = quantities.get(_skip_space(text, determiner.end()))
        if following is not None:
            counted = _read_counted(text, words, following)
            return None if counted is None else replace(counted, start=start)
        return _read_nouns(text, words, determiner.end(), start, None, is_free=True)
    return _read_nouns(text, words, start, start, None, is_free=False)


def _read_counted(text: str, words: list[regex.Match[str]], quantity: Quantity) -> People | None:
    start = _gathered_start(text, quantity.start)
    pronoun = _PRONOUN.match(text, quantity.end)
    if pronoun is not None:
        return _bare(quantity, start, pronoun.end())
    afflicted = _AFFLICTED.match(text, quantity.end)
    if afflicted is not None and quantity.words.lower() not in {"a", "an"}:
        group = _read_nouns(text, words, afflicted.end(), start, quantity, is_free=True)
        return _bare(quantity, start, quantity.end) if group is None or group.head == "others" else group
    grouped = _GROUP_OF.match(text, quantity.end) if quantity.high == 1 else None
    if grouped is not None:
        return _read_nouns(text, words, grouped.end(), start, None, is_free=True)
    partitive = _OF.match(text, quantity.end)
    at = partitive.end() if partitive else quantity.end
    group = _read_nouns(text, words, at, start, quantity, is_free=True)
    if group is not None or partitive is not None:
        return _with_owner(text, group, partitive)
    if quantity.words.lower() in {"a", "an"}:
        return None
    return _read_demonym(text, words, quantity, start) or (_bare(quantity, start, quantity.end) if _is_bare(text, quantity.end) else None)


def _with_owner(text: str, group: People | None, partitive: regex.Match[str] | None) -> People | None:
    """Keep "its" in "two of its soldiers": it says whose they were."""
    if group is None or partitive is None or group.described is None or partitive["owner"] is None:
        return group
    return replace(group, described=text[partitive.start("owner") : group.end])


def _read_nouns(
    text: str, words: list[regex.Match[str]], at: int, start: int, quantity: Quantity | None, *, is_free: bool
) -> People | None:
    """Read on from a number or article to the last noun for people; ``is_free`` lets unknown words stand between."""
    first = last = None
    is_several = quantity is not None and quantity.high != 1
    for word in _following(text, words, at):
        name = word[0].lower()
        if is_people(word[0], is_several=is_several) and not (
            last is not None and is_plural(last[0]) and not is_plural(word[0]) and last[0].lower() not in {"forces", "police", "staff"}
        ):
            last = word
        elif last is not None or ends_phrase(name) or is_thing(word[0]) or not (is_free or is_modifier(word[0])):
            break
        first = first or word
    if last is None or first is None or _is_owner(last[0]):
        return None
    return _finish(text, first.start(), last, start, quantity)


def _finish(text: str, described_at: int, last: regex.Match[str], start: int, quantity: Quantity | None) -> People:
    head = last[0].lower()
    standing = people_nouns().get(head, (None, False))[0]
    end = last.end()
    while tail := _TAIL.match(text, end) or _TAIL_NAME.match(text, end):
        end = tail.end()
    described = text[described_at:end]
    generic = read_contexts("people_words.csv")["generic"]
    return People(
        start=start,
        end=end,
        quantity=quantity,
        described=None if described.lower() in generic else described,
        head=head,
        is_single=not is_plural(last[0]),
        standing=_read_standing(described, standing),
    )


def _read_standing(described: str, standing: Standing | None) -> Standing | None:
    if regex.search(r"(?<!\w)(?:unarmed|civilian|non-combatant)(?!\w)", described, regex.IGNORECASE):
        return Standing.CIVILIAN
    if regex.search(r"(?<!\w)(?:armed|police|army|military|militia|enemy)\s", described, regex.IGNORECASE):
        return Standing.COMBATANT
    return standing


def _read_demonym(text: str, words: list[regex.Match[str]], quantity: Quantity, start: int) -> People | None:
    """Read "three Ruritanians", and "two Ruritanian" ahead of "and three Bordurian soldiers"."""
    word = next(_following(text, words, quantity.end), None)
    if (
        word is None
        or not word[0][:1].isupper()
        or ends_phrase(word[0].lower())
        or word[0].lower() in {"wounds", "injures"}
        or _is_owner(word[0])
    ):
        return None
    is_elliptic = _LISTED.match(text, word.end()) is not None
    if not (_PLURAL_NAME.fullmatch(word[0]) or is_elliptic) or not (is_elliptic or _is_bare(text, word.end())):
        return None
    return People(
        start=start, end=word.end(), quantity=quantity, described=word[0], head=word[0].lower(), is_single=quantity.high == 1, standing=None
    )


def _bare(quantity: Quantity, start: int, end: int) -> People:
    return People(start=start, end=end, quantity=quantity, described=None, head="", is_single=quantity.high == 1, standing=None)


def _is_bare(text: str, end: int) -> bool:
    """Whether a number stands without a noun of its own: "two wounded", "killing two.", "three were killed"."""
    rest = _NEXT_WORD.match(text, end)
    if rest is None or not rest[1][:1].isalpha():
        return True
    word = rest[1].lower()
    return ends_phrase(word) or word == "more" or (word != "family" and word.endswith(("ly", "ing")))


def _following(text: str, words: list[regex.Match[str]], at: int) -> Iterator[regex.Match[str]]:
    """Yield up to six words from a place on, as long as nothing but blanks or quotation marks part them."""
    first = bisect_left(words, at, key=lambda word: word.start())
    ahead = words[first : first + _FEW_WORDS + 1]
    if not ahead or regex.fullmatch(r"[\s\"“”‘’]*", text[at : ahead[0].start()]) is None:
        return
    yield ahead[0]
    for left, right in pairwise(ahead):
        if _GAP.fullmatch(text[left.end() : right.start()]) is None:
            return
        yield right


def _is_owner(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’", "'", "’"))


def _gathered_start(text: str, start: int) -> int:
    gathered = _GATHERED.search(text, max(0, start - 60), start)
    return gathered.start() if gathered else start


def _skip_space(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at
