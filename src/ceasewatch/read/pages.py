"""Reports that come as HTML pages.

trafilatura finds the article. What it kept is compared with the paragraphs that our own plain reader sees (``blocks.py``): a paragraph that
it dropped between two that it kept was lost, not left out, and then our own blocks are the text. What still does not come through is said.
Paragraphs are parted by an empty line.
"""

import re
from dataclasses import dataclass

from ceasewatch.model.gap import GapReason
from ceasewatch.model.values import When
from ceasewatch.read.blocks import Block, Zone, read_blocks
from ceasewatch.read.dates import read_when
from ceasewatch.read.drafts import Details, Lack, Refusal
from ceasewatch.read.head import read_head
from ceasewatch.read.page_details import read_page_details
from ceasewatch.read.plain import normalise_text

_BIG_ATTRIBUTE = re.compile(r"""=\s*(?:"[^"<>]{20000,}"|'[^'<>]{20000,}')""")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_HEAD_END = re.compile(r"<body\b", re.IGNORECASE)
_NOT_NESTED = frozenset("p li td th tr dd dt option area base br col embed hr img input link meta param source track wbr".split())
_SPACES = re.compile(r"[\s|•*-]+")
_MOST_HEAD = 500_000
_DEEP_FOR_LIBRARIES = 1_000
_LARGE_FOR_TRAFILATURA = 3_000_000
_MOST_BLOCKS_FOR_TRAFILATURA = 20_000
_ENOUGH_KEPT = 0.8
_ENOUGH_OF_PAGE = 0.5
_MISREAD_SHARE = 0.2
_MOST_LABEL = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """A page made ready for reading: without giant attributes, its depth of nesting known, and its blocks."""

    html: str
    depth: int
    blocks: list[Block]
    has_more: bool


def read_page(html: str, url: str | None, most_chars: int) -> tuple[str, Details, tuple[Lack, ...]]:
    """Find the article of a page and what the page says about itself.

    Raises:
        Refusal: there is no text on it.
    """
    sheet = _prepare(normalise_text(html), most_chars)
    if not sheet.blocks:
        raise Refusal(GapReason.EMPTY, "the page holds no text; it may be built by a script in the browser")
    text = _choose_text(sheet)
    details = _read_details(sheet, url, text)
    return text, details, tuple(_find_lacks(sheet, text))


def _prepare(html: str, most_chars: int) -> _Sheet:
    html = _BIG_ATTRIBUTE.sub("=''", html)
    blocks, has_more = read_blocks(html, most_chars)
    return _Sheet(html=html, depth=_measure_depth(html), blocks=blocks, has_more=has_more)


def _measure_depth(html: str) -> int:
    """How deep the tags are nested at most, counted without a parser, since deep nesting is what parsers fail at."""
    depth = deepest = 0
    for match in _TAG.finditer(html):
        if match[2].lower() not in _NOT_NESTED:
            depth += -1 if match[1] else 1
            deepest = max(deepest, depth)
    return deepest


def _choose_text(sheet: _Sheet) -> str:
    own = _select_blocks(sheet.blocks)
    if sheet.depth > _DEEP_FOR_LIBRARIES or len(sheet.html) > _LARGE_FOR_TRAFILATURA or len(sheet.blocks) > _MOST_BLOCKS_FOR_TRAFILATURA:
        return _join(own)
    found = _extract_article(sheet.html)
    kept = {_squeeze(line) for line in found.split("\n")}
    prose = [(number, block) for number, block in enumerate(own) if block.is_prose or block.is_item]
    there = [number for number, block in prose if _squeeze(block.text) in kept]
    seen = sum(len(block.text) for _, block in prose)
    if not there or sum(len(own[number].text) for number in there) < seen * _ENOUGH_KEPT:
        return _join(own) if seen else found or _join(own)
    lost = [number for number, block in prose if there[0] < number < there[-1] and _squeeze(block.text) not in kept]
    return _join(own[there[0] : there[-1] + 1]) if lost else "\n\n".join(line.strip() for line in found.split("\n") if line.strip(" |-"))


def _extract_article(html: str) -> str:
    # Here and not at the top: it takes a quarter of a second to load, and only pages need it.
    import trafilatura  # noqa: PLC0415

    found = trafilatura.bare_extraction(
        html, include_comments=False, include_tables=True, include_images=False, deduplicate=False, with_metadata=False
    )
    words = found.get("text") if isinstance(found, dict) else getattr(found, "text", None)
    return normalise_text(words or "")


def _select_blocks(blocks: list[Block]) -> list[Block]:
    """The blocks of the page's content: those inside its article if it marks one, without links to elsewhere and stray labels."""
    content = [block for block in blocks if block.zone is Zone.CONTENT]
    beside = [block for block in blocks if block.zone in (Zone.CONTENT, Zone.BESIDE)]
    if _measure(content) < _measure(beside) * _MISREAD_SHARE:
        content = beside  # a class name was misread: the writing is where the name says that it is not
    if not _measure(content) and _measure(blocks):
        content = blocks  # and so was a tag
    if _is_marked(content):
        content = [block for block in content if block.in_article]
    kept = [block for block in content if not (block.is_linked and len(block.text) < 200)]  # noqa: PLR2004 -- a link of a whole paragraph
    return _trim(kept) or content or blocks


def _is_marked(content: list[Block]) -> bool:
    """Whether the page marks its article, and the mark holds most of its writing."""
    article = [block for block in content if block.in_article]
    return bool(article) and _measure(article) >= _measure(content) * _ENOUGH_OF_PAGE


def _trim(blocks: list[Block]) -> list[Block]:
    """Without the labels ahead of the first heading or sentence and behind the last sentence."""
    solid = [number for number, block in enumerate(blocks) if block.is_prose or block.is_heading or _is_sentence(block)]
    return blocks[solid[0] : solid[-1] + 1] if solid else blocks


def _is_sentence(block: Block) -> bool:
    return block.is_item or len(block.text) > _MOST_LABEL or block.text.endswith((".", "!", "?", "”", '"', "»"))


def _measure(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks if block.is_prose)


def _join(blocks: list[Block]) -> str:
    return "\n\n".join(("- " if block.is_item and not block.text.startswith(("-", "•")) else "") + block.text for block in blocks)


def _squeeze(text: str) -> str:
    return _SPACES.sub("", text)


def _find_lacks(sheet: _Sheet, text: str) -> list[Lack]:
    lacks = []
    if sheet.depth > _DEEP_FOR_LIBRARIES:
        lacks.append(
            Lack(reason=GapReason.TOO_DEEP, detail=f"{sheet.depth:,} levels; the text was collected without telling the page's parts apart")
        )
    whole = _measure([block for block in sheet.blocks if block.zone in (Zone.CONTENT, Zone.BESIDE)])
    is_marked = _is_marked([block for block in sheet.blocks if block.zone is Zone.CONTENT])
    if len(text) < whole * _ENOUGH_OF_PAGE and not is_marked:
        lacks.append(Lack(reason=GapReason.TEXT_LOST, detail=f"{len(text):,} of about {whole:,} characters on the page were kept"))
    return lacks


def _read_details(sheet: _Sheet, url: str | None, text: str) -> Details:
    # Here and not at the top: only pages need it.
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415

    html = sheet.html
    if sheet.depth > _DEEP_FOR_LIBRARIES or len(html) > _LARGE_FOR_TRAFILATURA:
        body = _HEAD_END.search(html)
        html = html[: body.start() if body else _MOST_HEAD][:_MOST_HEAD]
    details = read_page_details(LexborHTMLParser(html), url)
    if details.published is None or details.byline is None:
        seen = "\n\n".join(block.text for block in sheet.blocks if block.zone is Zone.CONTENT and not block.is_linked)
        head = read_head(_from_title(seen, details.title, text))
        details = details.filled_from(Details(byline=head.byline, published=head.published, updated=head.updated, publisher=head.publisher))
    if details.published is None and html is sheet.html:
        details = details.filled_from(Details(published=_search_date(html, details)))
    return details


def _from_title(seen: str, title: str | None, text: str) -> str:
    """The page's writing from its title on; without one, from the first line of the article."""
    start = seen.find(title) if title else -1
    return seen[start:] if start >= 0 else text


def _search_date(html: str, details: Details) -> When | None:
    """Let htmldate look into the page's markup, not into its prose, where a date is one of an event."""
    # Here and not at the top: only pages without a plain date need it.
    from htmldate import find_date  # noqa: PLC0415

    found = find_date(html, url=details.url, original_date=True, extensive_search=False, outputformat="%Y-%m-%dT%H:%M:%S")
    when = read_when(found) if found else None
    is_update = when is not None and details.updated is not None and when.first_day == details.updated.first_day
    return None if is_update else when
