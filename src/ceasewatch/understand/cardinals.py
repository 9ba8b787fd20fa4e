"""Whole numbers as a report writes them, in digits or in words, and the patterns that find them.

Covers "1,960", "1 960", "1.2 million", "twenty-one", "two hundred and fourteen", "a dozen", and the words that give only an order of
size ("dozens", "tens of thousands", "several hundred"). It knows nothing of what is counted.
"""

from decimal import Decimal
from types import MappingProxyType
from typing import Final

import regex

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES = MappingProxyType({"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000})
_VALUES = MappingProxyType(
    {word: value for value, word in enumerate(_UNITS.split(), start=1)}
    | {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
    | {"a": 1, "an": 1, "couple": 2, "pair": 2}
)
_MOST_DIGITS = 16
# "Dozens" is at least one dozen, "scores" at least one score: the cautious reading, which event data sets share ("dozens" = 12).
_SIZES = MappingProxyType({"dozen": 12, "score": 20, "ten": 10} | dict(_SCALES))

_ARTICLE = regex.compile(r"^an?\s+(?=couple|pair)")
_DIGITS = (
    r"(?:[0-9]{1,3}(?:[, \u00a0\u2009\u202f][0-9]{3})++|[0-9]++(?:\.[0-9]++)?)(?:\s+(?:hundred|thousand|million|billion)(?!\w))?(?![\w])"
)
_UNIT = rf"(?:{'|'.join(sorted(_UNITS.split(), key=len, reverse=True))})"
_SMALL = rf"(?:(?:{'|'.join(_TENS.split())})(?:[\s-]+(?:one|two|three|four|five|six|seven|eight|nine)(?!\w))?|{_UNIT}(?!\w))"
_HUNDREDS = rf"(?:(?:{_SMALL}|an?)[\s-]+hundred(?!\w)(?:\s+(?:and\s+)?{_SMALL})?)"
_BELOW = rf"(?:{_HUNDREDS}|{_SMALL})"
_SPELLED = rf"(?:(?:{_BELOW}|an?)[\s-]+(?:thousand|million|billion)(?!\w)(?:\s+(?:and\s+)?{_BELOW})*|{_BELOW})"
_DOZENS = rf"(?:half[\s-]+(?:a[\s-]+)?|(?:an?|{_SMALL}|[0-9]++)\s+)dozen|a\s+half[\s-]+dozen|an?\s+(?:couple|pair)(?=\s+(?:of|more)(?!\w))"
_PARTS = MappingProxyType({"half": 2, "quarter": 4})
_PART_OF = r"(?:half\s+an?|an?\s+quarter(?:\s+of)?\s+an?)\s+(?:thousand|million|billion)"

EXACT: Final = rf"(?:{_DOZENS}|{_PART_OF}|{_DIGITS}|{_SPELLED})(?!\w)"
SIZE: Final = (
    r"(?:(?:tens|dozens|hundreds)\s+of\s+(?:thousands|millions)|(?:several|a\s+few|many)\s+(?:dozen|hundred|thousand|million)"
    r"|dozens|hundreds|thousands|millions|tens\s+of|scores(?=\s+(?:of|more|others|were|are|have|dead|killed|wounded|injured|missing)))(?!\w)"
)


def read_exact(words: str) -> int | None:
    """Return the number that words matched by ``EXACT`` stand for; ``None`` for a fraction ("2.5") and for more digits than people."""
    if "dozen" in words.lower():
        return _read_dozens(words.lower())
    part = regex.search(r"half|quarter", words.lower())
    if part is not None:
        return _SCALES[words.lower().split()[-1]] // _PARTS[part[0]]
    digits = regex.match(r"[0-9., \u00a0\u2009\u202f]*[0-9]", words)
    if digits is None:
        return _read_spelled(words.lower())
    if len(digits[0]) > _MOST_DIGITS:
        return None
    scale = _SCALES.get(words[digits.end() :].strip().lower(), 1)
    value = _read_digits(digits[0]) * scale
    return int(value) if value == int(value) else None


def read_size(words: str) -> int:
    """Return the least number that words matched by ``SIZE`` stand for: "dozens" is at least 12, "tens of thousands" at least 10,000."""
    value = 1
    for word in regex.findall(r"\w+", words.lower()):
        value *= _SIZES.get(word.removesuffix("s"), 1)
    return value


def _read_digits(digits: str) -> Decimal:
    return Decimal(regex.sub(r"[, \u00a0\u2009\u202f]", "", digits))


def _read_dozens(words: str) -> int | None:
    if "half" in words:
        return 6
    before = words.removesuffix("dozen").strip()
    return 12 * int(before) if before.isdecimal() else 12 * _read_spelled(before)


def _read_spelled(words: str) -> int:
    total = below = 0
    for word in regex.findall(r"[a-z]+", _ARTICLE.sub("", words)):
        if word == "hundred":
            below = max(below, 1) * 100
        elif word in _SCALES:
            total += max(below, 1) * _SCALES[word]
            below = 0
        else:
            below += _VALUES.get(word, 0)
    return total + below
