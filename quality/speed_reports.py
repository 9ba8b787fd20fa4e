"""Makes as many different reports as a measurement of speed needs, out of a few real ones: other numbers, another name, other bytes."""

import re
from collections.abc import Sequence
from pathlib import Path

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = re.compile(rf"\b({'|'.join(_NUMBERS)})\b", re.IGNORECASE)
_SYLLABLES = ("ba", "do", "ke", "li", "mu", "na", "ri", "so", "ta", "ve")
_ENDINGS = (".md", ".txt", ".html")
_END_OF_PAGE = "</article>"


def list_originals(folder: Path) -> list[Path]:
    """The reports to vary, in the order of their names."""
    return sorted(path for path in folder.iterdir() if path.suffix in _ENDINGS)


def write_reports(originals: Sequence[Path], folder: Path, numbers: range) -> None:
    """Write one variant for each number, each of another original in turn."""
    texts = [path.read_text(encoding="utf-8") for path in originals]
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        turn = number % len(texts)
        name = f"{number:06}{originals[turn].suffix}"
        (folder / name).write_text(vary(texts[turn], number), encoding="utf-8")


def vary(text: str, number: int) -> str:
    """The same report with its spelled numbers moved on by some, and a last sentence by a correspondent whom no other variant names."""
    moved = _NUMBER.sub(lambda match: _move(match.group(), number), text)
    sentence = f"{make_name(number)}, a resident, confirmed the account on the telephone."
    if _END_OF_PAGE in moved:
        return moved.replace(_END_OF_PAGE, f"<p>{sentence}</p>\n{_END_OF_PAGE}")
    return f"{moved.rstrip()}\n\n{sentence}\n"


def make_name(number: int) -> str:
    """An invented name, a different one for each number."""
    word = "".join(_SYLLABLES[int(digit)] for digit in str(number))
    return f"Amer {word.capitalize()}n"


def _move(word: str, by: int) -> str:
    moved = _NUMBERS[(_NUMBERS.index(word.lower()) + by) % len(_NUMBERS)]
    return moved.capitalize() if word[0].isupper() else moved
