"""The sentences of a report, each with its place in the text.

Headings, photograph credits and page furniture are left out: they are not the report's account. Sentences inside quotations are split
too, because each can tell of another event. Splitting itself is done by ``sentencex``, which knows abbreviations.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import sentencex

_QUOTES = str.maketrans(dict.fromkeys('“”„«»"', " "))
_FURNITURE = re.compile(
    r"^\W*(?:last updated?|updated|published|posted|share|tags?|read (?:also|more)|see also|related|also read|follow us|subscribe"
    r"|copyright|©|photo|image|file photo|by\s+[A-Z][\w.\-]+\s+[A-Z])\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"/\s*(?:courtesy|reuters|ap|afp|epa|getty images|handout|file|photo)\b[^.]{0,40}$", re.IGNORECASE)
_ENDS = tuple(".!?…:;,”\"’')»")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_LONGEST_HEADING = 16
_SHORTEST_LINE = 6
_TITLE_SHARE = 0.6
_WRAPPED_SHARE = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: ``report_text[start:end]``, in code points, and the number of its paragraph, from 0."""

    start: int
    end: int
    text: str
    paragraph: int


def split_sentences(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """Return the sentences of a report's text in order, without headings and furniture."""
    return tuple(
        sentence
        for number, (start, end) in enumerate(_paragraphs(text))
        if not _is_furniture(text[start:end])
        for sentence in _split_paragraph(text, start, end, number, language)
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    border = r"\n[ \t]*\n\s*" if _is_wrapped(text) else r"\n+"
    position = 0
    for match in re.finditer(border, text):
        if text[position : match.start()].strip():
            yield position, match.start()
        position = match.end()
    if text[position:].strip():
        yield position, len(text)


def _is_wrapped(text: str) -> bool:
    """Whether single line breaks fall inside sentences, as in mail and old wire copy."""
    breaks = re.findall(r"([^\n])\n(?=([^\n]))", text)
    inside = sum(1 for last, following in breaks if last not in _ENDS and following.islower())
    return bool(breaks) and inside / len(breaks) > _WRAPPED_SHARE


def _is_furniture(paragraph: str) -> bool:
    line = paragraph.strip()
    words = line.split()
    if _CREDIT.search(line) or (_FURNITURE.match(line) and len(words) <= _LONGEST_HEADING and not line.endswith((".", "”", '"'))):
        return True
    if line.startswith("#"):
        return True
    if line.endswith(_ENDS) or _BULLET.match(line):
        return False
    capitals = sum(1 for word in words if word[:1].isupper() or not word[:1].isalpha())
    return len(words) <= _SHORTEST_LINE or (capitals / len(words) > _TITLE_SHARE and not line.isupper())


def _split_paragraph(text: str, start: int, end: int, number: int, language: str) -> Iterator[Sentence]:
    paragraph = text[start:end]
    plain = paragraph.translate(_QUOTES).replace("\n", " ")
    found = [_place_border(paragraph, boundary["start_index"]) for boundary in sentencex.get_sentence_boundaries(language, plain)]
    borders = [border for border in found if border is not None] + [len(paragraph)]
    for first, last in _joined(paragraph, borders):
        piece = paragraph[first:last]
        lead = len(piece) - len(piece.lstrip())
        body = piece.strip()
        if body and any(letter.isalnum() for letter in body):
            yield Sentence(start=start + first + lead, end=start + first + lead + len(body), text=body, paragraph=number)


def _place_border(paragraph: str, border: int) -> int | None:
    """Move a border ahead of an opening quotation mark; none inside a name such as ``Example.Org``."""
    while border > 0 and paragraph[border - 1] in '“„«"' and (border == 1 or paragraph[border - 2].isspace()):
        border -= 1
    inside_word = 0 < border < len(paragraph) and paragraph[border - 1] == "." and paragraph[border].isalnum()
    return None if inside_word else border


def _joined(paragraph: str, borders: list[int]) -> Iterator[tuple[int, int]]:
    """Undo a border in front of a small letter (“We saw.” he said) and one that cuts off a closing quotation mark."""
    first = borders[0]
    for border in borders[1:-1]:
        rest = paragraph[border:]
        following = rest.lstrip(" \u00a0“”\"«»„’'")
        if following[:1].islower() or re.match(r"[”\"»’']+\s", rest):
            moved = re.match(r"[”\"»’']+\s*(?=[^a-z\s])", rest)
            if moved and not following[:1].islower():
                yield first, border + moved.end()
                first = border + moved.end()
            continue
        yield first, border
        first = border
    yield first, borders[-1]
