"""Draws one annotated report as a page by itself: the text with its evidence marked, and beside it every event with its claims."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment

from quality.gold.records import Annotation, GoldClaim, GoldCount, GoldDays, GoldName, GoldValue, Stretch
from quality.gold.texts import Text

_COLOURS = 6
_TEMPLATE = Path(__file__).with_name("annotation.html.j2")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A stretch of the text that the same claims and anchors stand on. ``begins`` are the claims whose evidence begins here."""

    words: str
    mentions: tuple[int, ...]
    begins: tuple[int, ...]
    is_anchor: bool

    @property
    def colour(self) -> int:
        """Which of the colours, by the first event."""
        return self.mentions[0] % _COLOURS if self.mentions else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One claim in words."""

    number: int
    slot: str
    value: str
    speaker: str
    manner: str


def render_annotation(annotation: Annotation, text: Text) -> str:
    """The page, in HTML; it needs nothing from outside."""
    rows = [(claim.mention, _describe(number, claim, text.text)) for number, claim in enumerate(annotation.claims)]
    events = [
        (number, mention, text.text[slice(*mention.anchor)], [row for at, row in rows if at == number])
        for number, mention in enumerate(annotation.mentions)
    ]
    template = Environment(autoescape=True, trim_blocks=True).from_string(_TEMPLATE.read_text(encoding="utf-8"))
    return template.render(annotation=annotation, text=text, pieces=list(_cut(annotation, text.text)), events=events, colours=_COLOURS)


def _cut(annotation: Annotation, text: str) -> Iterator[_Piece]:
    marks = [(claim.evidence, claim.mention, number) for number, claim in enumerate(annotation.claims)]
    anchors = [(mention.anchor, number) for number, mention in enumerate(annotation.mentions)]
    stretches = [stretch for stretch, _, _ in marks] + [stretch for stretch, _ in anchors]
    ends = sorted({0, len(text), *(end for stretch in stretches for end in stretch)})
    for start, end in pairwise(ends):
        here = [(mention, number, stretch) for stretch, mention, number in marks if stretch[0] <= start < stretch[1]]
        anchored = [number for stretch, number in anchors if stretch[0] <= start < stretch[1]]
        yield _Piece(
            words=text[start:end],
            mentions=tuple(dict.fromkeys([*anchored, *(mention for mention, _, _ in here)])),
            begins=tuple(number for _, number, stretch in here if stretch[0] == start),
            is_anchor=bool(anchored),
        )


def _describe(number: int, claim: GoldClaim, text: str) -> _Row:
    chain = [text[slice(*link.name)] if link.name else f"hearsay (“{text[slice(*link.words)]}”)" for link in claim.chain]
    return _Row(
        number=number,
        slot=claim.slot.value,
        value=_value(claim.value, claim.evidence, text),
        speaker=" > ".join(chain) or "own voice",
        manner=" ".join(word for word in (claim.stance.value, claim.certainty.value) if word not in ("asserts", "stated")),
    )


def _value(value: GoldValue, evidence: Stretch, text: str) -> str:
    def words(stretch: Stretch | None) -> str:
        return text[slice(*stretch)] if stretch else ""

    if isinstance(value, GoldCount):
        return " ".join(filter(None, (_bounds(value), words(value.whose), f"({value.standing.value})" if value.standing else "")))
    if isinstance(value, GoldDays):
        first, last = value.first or "", value.last or ""
        return str(first) if first == last else f"{first} to {last}"
    if isinstance(value, GoldName):
        parts = (words(value.relation), words(value.rank), words(value.name), words(value.whose))
        return " ".join(filter(None, (*parts, f"({_bounds(value.count)})" if value.count else "")))
    return f"“{words(evidence)}”"


def _bounds(count: GoldCount) -> str:
    if count.low is None and count.high is None:
        return "some"
    if count.low == count.high:
        return str(count.low)
    if count.high is None:
        return f"at least {count.low}"
    return f"up to {count.high}" if count.low is None else f"{count.low} to {count.high}"
