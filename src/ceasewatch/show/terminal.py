"""Text that is safe to put on a terminal: a report's characters must not move the cursor, hide text or turn it round."""

import textwrap

_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPACES = "\n\t\r\x85\u2028\u2029"
_SAFE = str.maketrans(
    dict.fromkeys((chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))), "\ufffd")
    | dict.fromkeys(_TURNING, "")
    | dict.fromkeys(_SPACES, " ")
)


def plain(words: str) -> str:
    """Put words on one line, with every control character replaced by the sign for a character that cannot be shown."""
    return " ".join(words.translate(_SAFE).split())


def shorten(words: str, width: int) -> str:
    """Cut words that are too long for a column, and show the cut."""
    return words if len(words) <= width else words[: max(width - 1, 0)].rstrip() + "…"


def wrap(words: str, width: int, indent: str = "", hanging: str | None = None) -> str:
    """Break words into lines of a width; later lines begin with ``hanging``. Long words, such as addresses, stay whole."""
    return textwrap.fill(
        words,
        width,
        initial_indent=indent,
        subsequent_indent=indent if hanging is None else hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
