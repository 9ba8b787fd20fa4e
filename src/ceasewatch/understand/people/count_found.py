"""One count of people that a sentence gives, with its place in the sentence."""

from dataclasses import dataclass

from ceasewatch.model.claim import Slot
from ceasewatch.model.values import Count


@dataclass(frozen=True, slots=True, kw_only=True)
class CountFound:
    """How many were killed, wounded, captured, missing or displaced. Offsets are in the sentence.

    ``start:end`` is the evidence, from the number to the effect word or the other way round; ``cue_start:cue_end`` is the effect word.
    ``is_total``: a running total ("the death toll rose to 12"). ``is_denied``: the sentence says it did not happen ("were not killed").
    ``is_part``: these people are among others just counted ("12 people, including three children") and must not be added to them.
    """

    start: int
    end: int
    slot: Slot
    count: Count
    cue_start: int
    cue_end: int
    is_total: bool = False
    is_denied: bool = False
    is_part: bool = False
