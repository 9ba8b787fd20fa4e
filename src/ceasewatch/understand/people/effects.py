"""The words for what happened to people ("killed", "taken prisoner", "fled their homes"), and whether they tell of it as done.

What someone meant, feared or refused to do is not an effect: "could kill", "to avoid killing", "nearly killed".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import regex

from ceasewatch.model.claim import Slot
from ceasewatch.understand.spotting.wordlists import read_contexts, read_table, split_cell


class Form(StrEnum):
    """How the word binds the people: before it ("died", "dead"), after it ("killing"), or by its surroundings ("killed")."""

    PARTICIPLE = "participle"
    ACTIVE = "active"
    BASE = "base"
    DIED = "died"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One effect word at ``start:end``. ``is_passive``: a form of "to be" stands before it, at ``subject_end``; ``is_denied``: "not"."""

    start: int
    end: int
    slot: Slot
    form: Form
    is_passive: bool
    is_denied: bool
    subject_end: int


_ADVERB = (
    r"(?:(?:\p{L}+ly|also|later|then|both|all|since|now|already|still|themselves|himself|herself|either|each|reported|confirmed|feared|believed"
    r"|presumed|said\s+to\s+have\s+been|shot|stabbed|beaten|ambushed|attacked|tortured|hit|robbed|and|or|found|known\s+to\s+have\s+been|among\s+(?:the|those))\s+)"
)
_PASSIVE = regex.compile(
    rf"(?<!\w)(?P<aux>(?:(?:has|have|had|having)\s+(?:\p{{L}}+\s+)?(?:not\s+|never\s+)?been|was|were|is|are|been|being|be|got|gets|get|getting)"
    rf"(?:n['’]t)?(?:\s+(?P<not>not|never))?(?:\s+being)?\s+){_ADVERB}{{0,4}}$",
    regex.IGNORECASE,
)
_DENIED = regex.compile(r"(?:\s|^)(?:not|never)\s|n['’]t\s", regex.IGNORECASE)
_NOT_REACH = 5
_NOT_DONE = regex.compile(
    r"(?<!\w)(?:could|might|would|can|cannot|will|shall|should|must|may|to|if|nearly|almost|let|help|helped|than)(?:\s+not)?(?:\s+have)?(?:\s+be)?(?:\s+been)?"
    r"\s+(?:\p{L}+ly\s+|also\s+)?$"
    r"|(?<!\w)(?:avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|without|against|risk(?:s|ed|ing)?|threaten(?:s|ed|ing)?|plan(?:s|ned|ning)?|aimed\s+at"
    r"|attempted|stop|stopped|not|end|ended)\s+(?:the\s+)?(?:\p{L}+ly\s+)?$",
    regex.IGNORECASE,
)
_MODAL = regex.compile(
    r"(?<!\w)(?:(?:could|might|would|can|will|shall|should|must)(?:\s+(?:not|easily|also))?(?:\s+have)?(?:\s+be|\s+been)?|may\s+be|to\s+be|to\s+get|if|unless|nearly|almost)"
    r"\s+(?:\p{L}+ly\s+)?$",
    regex.IGNORECASE,
)
_DID = regex.compile(r"(?<!\w)(?:did|does|do)(?:\s+not|n['’]t)\s+$", regex.IGNORECASE)
_NOUN_BEFORE = regex.compile(r"(?<!\w)(?:the|this|that|his|her|a|an|its|their|mass|of|in|target(?:ed)?)\s+$", regex.IGNORECASE)
_COMPOUND = regex.compile(
    r"[-‑]\w|\s+(?:toll|certificates?|penalty|sentences?|threats?|squads?|zone|spree|warrants?|end|line|of\s+night|rates?)(?!\w)",
    regex.IGNORECASE,
)
_NATURAL = regex.compile(
    r"\s+(?:(?:suddenly|peacefully)\s+)?(?:of|from|after)\s+(?:an?\s+)?(?:[\p{L}-]+\s+){0,2}?(?:natural\s+causes|cancer|heart\s+(?:attack|failure)|stroke"
    r"|illness|disease|old\s+age|pneumonia|covid(?:-19)?|coronavirus|leuk(?:a?e)mia|tuberculosis|malaria|cholera|hunger|thirst|starvation)(?!\w)"
    r"|\s+peacefully(?!\w)",
    regex.IGNORECASE,
)
_FLED_FROM = regex.compile(
    r"\s+(?:(?:to|from|across|into|over)\s+)?(?:(?:the|their|a|nearby|neighbou?ring|several|heavy|these|those|other|its|his|her|(?-i:\p{Lu}\w+))\s+){0,4}"
    r"(?:homes?|houses?|villages?|towns?|cit(?:y|ies)|fighting|violence|shelling|clashes|border|countr(?:y|ies)|camps?|conflict|bombardment|settlements?"
    r"|regions?|districts?|safety|hostilities|war|attacks?|abroad|frontier|province|bombing)(?!\w)",
    regex.IGNORECASE,
)
_BEFORE = 90
_DIED_OF_IT = regex.compile(
    r"[^.;:,]{0,60}?,?\s+(?:and|but|then|before)\s+(?:(?:was|were|had|has|have|been|later|then|also|\p{L}+ly)\s+)*"
    r"(?:died|dying|dies|killed|pronounced|succumbed|bled)(?!\w)"
    r"|\s*,?\s+(?:dying|killing)(?!\w)",
    regex.IGNORECASE,
)


@cache
def _pattern() -> tuple[regex.Pattern[str], dict[str, tuple[Slot, Form]]]:
    kinds = {word: (Slot(row["slot"]), Form(row["form"])) for row in read_table("effects.csv") for word in split_cell(row["words"])}
    words = "|".join(word.replace(" ~ ", r"(?:\s+[\w-]+){0,5}?\s+").replace(" ", r"\s+") for word in sorted(kinds, key=len, reverse=True))
    return regex.compile(rf"(?<![\w-])(?:{words})(?![\w])", regex.IGNORECASE), kinds


@cache
def _hits() -> regex.Pattern[str]:
    """The pattern of wounds told by what was hit, or by what hit: "shot in the leg", "struck by shrapnel".

    Parts of the body in which a shot is often fatal are not among them: "shot in the head" does not say whether he lived.
    """
    body, missiles = ("|".join(sorted(read_contexts("people_words.csv")[name])) for name in ("body", "missiles"))
    part = rf"(?:in|through)\s+(?:(?:the|an?|his|her|their|its|both|one|each|left|right|upper|lower)\s+){{0,3}}(?:{body})"
    return regex.compile(
        rf"(?<![\w-])(?:(?:shot|stabbed)\s+(?P<own>himself|herself|themselves)\s+{part}"
        rf"|(?:shot|stabbed|hit|struck|grazed|slashed)\s+(?:(?:[\w-]+\s+times|once|twice)\s+)?"
        rf"(?:{part}|by\s+(?:[\p{{L}}-]+\s+){{0,3}}?(?:{missiles})(?:\s+{part})?)"
        r"|shot\s+and\s+(?:taken|rushed|flown|airlifted|brought)\s+to\s+(?:(?:a|the|\p{L}+)\s+){0,3}hospital"
        rf"|(?:shot|shoots|shooting|stabbed|stabs|stabbing|hit|hitting|struck|striking)(?=\s+(?:[\w'’-]+\s+){{1,5}}?{part}(?!\w)))(?!\w)",
        regex.IGNORECASE,
    )


def find_effects(text: str) -> tuple[Effect, ...]:
    """Return the effect words of a sentence in order, without those that tell of something not done."""
    return tuple(sorted((*_each_word(text), *_each_hit(text)), key=lambda effect: (effect.start, effect.end)))


def _each_word(text: str) -> Iterator[Effect]:
    pattern, kinds = _pattern()
    for match in pattern.finditer(text):
        slot, form = kinds.get(" ".join(match[0].lower().split())) or (Slot.WOUNDED, Form.DIED)
        yield from _read_effect(text, match, slot, form)


def _each_hit(text: str) -> Iterator[Effect]:
    """Yield the wounds told by what was hit; where the clause goes on to a death, it is the death that counts."""
    for match in _hits().finditer(text):
        if not _DIED_OF_IT.match(text, match.end()):
            form = Form.DIED if match["own"] else Form.PARTICIPLE
            yield from _read_effect(text, match, Slot.WOUNDED, form)


def _read_effect(text: str, match: regex.Match[str], slot: Slot, form: Form) -> Iterator[Effect]:
    """Yield the effect of one match, unless it was not done."""
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    passive = _PASSIVE.search(before)
    if _is_done(text, match, before, form, passive is not None):
        yield Effect(
            start=match.start(),
            end=match.end(),
            slot=slot,
            form=form,
            is_passive=passive is not None,
            is_denied=_DENIED.search(passive["aux"] if passive else before[-_NOT_REACH:]) is not None,
            subject_end=match.start() - len(before) + passive.start() if passive else match.start(),
        )


def _is_done(text: str, match: regex.Match[str], before: str, form: Form, is_passive: bool) -> bool:
    if _COMPOUND.match(text, match.end()) or _MODAL.search(before):
        return False
    if form is Form.BASE:
        return not (_NOT_DONE.search(before) or _DID.search(before) or _NOUN_BEFORE.search(before))
    if form is Form.DIED and _NATURAL.match(text, match.end()):
        return False
    if form is Form.ACTIVE:
        return not is_passive and not _NOT_DONE.search(before)
    if match[0].lower().endswith("fled"):
        return _FLED_FROM.match(text, match.end()) is not None
    passive = _PASSIVE.search(before)
    return not (passive and _MODAL.search(before[: passive.start()] + passive["aux"].split()[0] + " "))
