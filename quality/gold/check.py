"""Proves every annotation against its text: the right text, spans inside it, values that the evidence holds."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ceasewatch.model.claim import Slot
from ceasewatch.model.kinds import kinds
from ceasewatch.understand.numbers import find_quantities
from quality.gold.records import Annotation, GoldClaim, GoldCount, GoldDays, GoldName, Stretch
from quality.gold.texts import Text

_SAID_WITHOUT_NUMBER = frozenset({(None, None), (0, 0), (1, 1), (2, 2)})
_LONGEST_EVIDENCE = 300
_ORDERS = {"tens": 10, "scores": 20}
"""Orders of size that stand alone ("injured scores") and are everyday words elsewhere, so the reader does not take them."""


def check_annotations(annotations: Sequence[Annotation], texts: Mapping[str, Text], splits: Mapping[str, str]) -> Iterator[str]:
    """Every fault, a sentence each. One document may stand once."""
    for document, times in Counter(one.document for one in annotations).items():
        if times > 1:
            yield f"{document}: annotated {times} times in one place"
    for one in annotations:
        text = texts.get(one.document)
        if text is None:
            yield f"{one.document}: its text is not there"
        elif text.sha256 != one.sha256:
            yield f"{one.document}: the text is not the one that was annotated"
        else:
            yield from (f"{one.document}: {fault}" for fault in check_annotation(one, text.text))
        if one.document not in splits:
            yield f"{one.document}: it is in no split"


def check_annotation(annotation: Annotation, text: str) -> Iterator[str]:
    """Every fault of one annotation of one text."""
    for number, mention in enumerate(annotation.mentions):
        yield from _check_stretch(f"mention {number}", mention.anchor, text)
        if mention.kind not in kinds():
            yield f"mention {number}: there is no kind {mention.kind}"
    for number, claim in enumerate(annotation.claims):
        place = f"claim {number} ({claim.slot.value})"
        if not 0 <= claim.mention < len(annotation.mentions):
            yield f"{place}: there is no mention {claim.mention}"
        for stretch in _list_stretches(claim):
            yield from _check_stretch(place, stretch, text)
        yield from (f"{place}: {fault}" for fault in _check_value(claim, text))
    for claim, times in Counter(annotation.claims).items():
        if times > 1:
            yield f"a {claim.slot.value} claim stands {times} times"


def _list_stretches(claim: GoldClaim) -> Iterator[Stretch]:
    yield claim.evidence
    for link in claim.chain:
        yield from (stretch for stretch in (link.words, link.name) if stretch)
    if isinstance(claim.value, GoldName):
        yield from (one for one in (claim.value.name, claim.value.relation, claim.value.rank) if one)
    if isinstance(claim.value, GoldCount | GoldName) and claim.value.whose:
        yield claim.value.whose


def _check_stretch(place: str, stretch: Stretch, text: str) -> Iterator[str]:
    start, end = stretch
    if end > len(text):
        yield f"{place}: {start}-{end} reaches beyond the text"
    elif text[start:end] != text[start:end].strip():
        yield f"{place}: {start}-{end} begins or ends in a space"


def _check_value(claim: GoldClaim, text: str) -> Iterator[str]:
    evidence = text[slice(*claim.evidence)]
    if len(evidence) > _LONGEST_EVIDENCE:
        yield f"its evidence is {len(evidence)} letters long"
    value = claim.value
    if isinstance(value, GoldCount) and not _holds(evidence, value):
        yield f"“{evidence}” does not hold {value.low}..{value.high}"
    if isinstance(value, GoldDays) and value.first and value.last and value.first > value.last:
        yield f"{value.first} is after {value.last}"
    if isinstance(value, GoldName) and claim.slot is Slot.WHERE and not _is_proper(name := text[slice(*value.name)]):
        yield f"“{name}” is no name of a place"


def _is_proper(name: str) -> bool:
    return any(letter.isupper() or letter.isdigit() for letter in name)


def _holds(evidence: str, value: GoldCount) -> bool:
    """Whether the evidence has a number that is one of the bounds; none and one and two may be said without a number."""
    if (value.low, value.high) in _SAID_WITHOUT_NUMBER:
        return True
    told = {bound for one in find_quantities(evidence) for bound in (one.low, one.high)}
    told |= {least for word, least in _ORDERS.items() if word in evidence.lower().split()}
    return bool(told & {bound for bound in (value.low, value.high) if bound is not None})
