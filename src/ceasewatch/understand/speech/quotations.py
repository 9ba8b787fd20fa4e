"""Direct quotations in a report: real quotations, and the short "scare quotes" that keep a word at a distance."""

import re
from dataclasses import dataclass

_PAIRS = re.compile(
    r"“([^“”\n]*)(?:”|(?=\n|\Z))|«([^«»\n]*)(?:»|(?=\n|\Z))|(?<![\w])\"([^\"\n]*)(?:\"(?!\w)|(?=\n|\Z))"
    r"|(?<![\w'`])(?:``|'')(?=\S)([^'`\n]*(?:['`](?!['`])[^'`\n]*)*)(?:''(?!\w)|(?=\n|\Z))"  # old wire copy writes ``so''
)
_SCARE_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch in quotation marks, marks included; ``is_scare`` when it is too short to be speech."""

    start: int
    end: int
    is_scare: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text in order; one left open runs to the end of its paragraph, as printers do."""
    found = []
    for match in _PAIRS.finditer(text):
        words = next(group for group in match.groups() if group is not None).split()
        if words:
            found.append(Quotation(start=match.start(), end=match.end(), is_scare=len(words) <= _SCARE_WORDS))
    return tuple(found)
