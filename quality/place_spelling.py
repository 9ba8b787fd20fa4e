"""Whether two ways of writing a place mean the same one, by the letters alone: "Raqa" and "Raqqa", "city of Aleppo" and "Aleppo"."""

import re

from anyascii import anyascii
from rapidfuzz import fuzz

_GENERIC = frozenset(
    "a al an and area areas at border capital city central contnet countryside district east eastern el governorate in is near"
    " neighborhood neighborhoods neighbourhood neighbourhoods north northeast northeastern northern northwest northwestern of"
    " outskirts outside province region rural south southeast southeastern southern southwest southwestern suburb suburbs the"
    " town towns village villages west western".split()
)
_WORD = re.compile(r"[a-z0-9]+")
_ALIKE = 75


def name_words(name: str) -> frozenset[str]:
    """The words of a name that tell it from others, in plain letters."""
    plain = re.sub(r"['’]s\b|['’`]", "", anyascii(name).lower())
    return frozenset(_WORD.findall(plain)) - _GENERIC


def is_same_name(left: str, right: str) -> bool:
    """Whether some telling word of one is some telling word of the other, give or take a letter."""
    return any(_is_alike(one, other) for one in name_words(left) for other in name_words(right))


def _is_alike(left: str, right: str) -> bool:
    if left == right:
        return True
    return min(len(left), len(right)) > 3 and left[0] == right[0] and fuzz.ratio(left, right) >= _ALIKE
