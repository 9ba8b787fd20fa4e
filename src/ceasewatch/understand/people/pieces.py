"""Long stretches of text in pieces, so that the time to read them grows with their length and no faster."""

from collections.abc import Iterator

_LONGEST = 2000


def cut_pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield each piece with its place in the text. No real sentence is cut: only what is longer than some 300 words, and at a blank."""
    start = 0
    while len(text) - start > _LONGEST:
        border = text.rfind(" ", start + 1, start + _LONGEST)
        end = border if border > start else start + _LONGEST
        yield start, text[start:end]
        start = end
    yield start, text[start:]
