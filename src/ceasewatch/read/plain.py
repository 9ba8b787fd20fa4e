"""Reports that come as plain text or Markdown.

The text is kept whole, because claims point into it: only the front matter is taken off, line ends become newlines, and a byte order mark
and NUL characters are dropped. Markdown's signs stay as they are.
"""

from ceasewatch.read.drafts import Details, Lack
from ceasewatch.read.front_matter import split_front_matter
from ceasewatch.read.head import read_head


def read_plain(text: str) -> tuple[str, Details, tuple[Lack, ...]]:
    """Part a text into the report's words and what it says about itself; front matter goes ahead of the first lines."""
    details, body, lacks = split_front_matter(normalise_text(text))
    return body, details.filled_from(read_head(body)), lacks


def normalise_text(text: str) -> str:
    """Make every line end a newline; drop a byte order mark and NULs; mark half characters (lone surrogates) as broken."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").removeprefix("\ufeff")
    return plain if plain.isascii() else plain.encode("utf-8", errors="replace").decode("utf-8")
