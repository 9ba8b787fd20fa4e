"""The paragraphs of a page, seen by a reader of our own.

The library that finds articles in pages loses text without a word: below some three hundred nested elements, behind a giant attribute, or
where a page is built unlike most. This one is plain and linear: it walks through the tags, keeps every block of text with where it stood,
and so can say how much of a page was kept.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from html.parser import HTMLParser

_BLOCK_TAGS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
_UNCLOSED_TAGS = frozenset(("p", "li", "dt", "dd"))
_CELL_TAGS = frozenset(("td", "th"))
_VOID_TAGS = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SILENT_TAGS = frozenset(
    "script style template noscript iframe object svg math canvas audio video select textarea button head title datalist".split()
)
_FURNITURE_TAGS = frozenset(("nav", "footer", "aside", "menu", "dialog"))
_FURNITURE_ROLES = frozenset(("navigation", "contentinfo", "complementary", "search", "banner", "dialog", "menu", "menubar"))
_ASIDE_NAME = re.compile(
    r"(?:^|[\s_-])(?<!has-)(?<!no-)(?<!with-)(?:comments?|respond|disqus|related|recommended|trending|popular|share|sharing|social|breadcrumbs?"
    r"|cookies?|newsletter|subscribe|sidebar|navigation|navbar|menu|promo|advert|advertisement|banner|popup|modal|pagination)(?:$|[\s_-])"
)
_COMMENT_NAME = re.compile(r"(?:^|[\s_-])(?:comments?|respond|disqus)(?:$|[\s_-])")
_HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SPACES = re.compile(r"\s+")
_PROSE_CHARS = 60
_LINK_SHARE = 0.5


class Zone(Enum):
    """Where on a page a block stands: in its content, beside it by the look of its name, or in its furniture by its tag."""

    CONTENT = "content"
    BESIDE = "beside"
    FURNITURE = "furniture"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading, list item or table row."""

    text: str
    zone: Zone
    in_article: bool
    is_item: bool
    is_heading: bool
    link_chars: int

    @property
    def is_linked(self) -> bool:
        """Whether it is mostly a link to somewhere else."""
        return self.link_chars > len(self.text) * _LINK_SHARE

    @property
    def is_prose(self) -> bool:
        """Whether it is a stretch of writing rather than a label or a link."""
        return len(self.text) >= _PROSE_CHARS and not self.is_linked


@dataclass(slots=True)
class _Open:
    tag: str
    zone: Zone
    in_article: bool


class BlockBuilder:
    """Collects blocks from the tags and characters of a page, told one after the other; stops once it has enough."""

    def __init__(self, most_chars: int) -> None:
        self.blocks: list[Block] = []
        self.most_chars = most_chars
        self.chars = 0
        self._open: list[_Open] = [_Open("", Zone.CONTENT, in_article=False)]
        self._names: Counter[str] = Counter()
        self._parts: list[str] = []
        self._link_chars = 0

    @property
    def is_full(self) -> bool:
        """Whether more text has come than one report may hold."""
        return self.chars > self.most_chars

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """A tag opens."""
        if tag in _BLOCK_TAGS:
            self._flush()
        elif tag in _CELL_TAGS and any(part.strip() for part in self._parts):
            self._parts.append(" | ")
        if tag in _BLOCK_TAGS and self._open[-1].tag in _UNCLOSED_TAGS and (tag == self._open[-1].tag or self._open[-1].tag == "p"):
            self._names[self._open.pop().tag] -= 1
        # An anchor without an address marks a place; old pages never close it.
        if tag not in _VOID_TAGS and (tag != "a" or "href" in attributes):
            outer = self._open[-1]
            zone = _find_zone(tag, attributes, outer)
            self._open.append(_Open(tag, zone, in_article=outer.in_article or tag in ("article", "main")))
            self._names[tag] += 1

    def end(self, tag: str) -> None:
        """A tag closes; one that was never opened changes nothing."""
        if tag in _BLOCK_TAGS:
            self._flush()
        if not self._names[tag]:
            return
        while len(self._open) > 1:
            closed = self._open.pop().tag
            self._names[closed] -= 1
            if closed == tag:
                return

    def characters(self, words: str) -> None:
        """Text between tags."""
        here = self._open[-1]
        if here.zone is Zone.SILENT:
            return
        self._parts.append(words)
        self.chars += len(words)
        if self._names["a"]:
            self._link_chars += len(words.strip())

    def finish(self) -> list[Block]:
        """All blocks, in the order of the page."""
        self._flush()
        return self.blocks

    def _flush(self) -> None:
        text = _SPACES.sub(" ", "".join(self._parts)).strip(" |") if self._parts else ""
        if text:
            here = self._open[-1]
            self.blocks.append(
                Block(
                    text=text,
                    zone=here.zone,
                    in_article=here.in_article,
                    is_item=bool(self._names["li"]),
                    is_heading=here.tag in _HEADING_TAGS,
                    link_chars=self._link_chars,
                )
            )
        self._parts.clear()
        self._link_chars = 0


def _find_zone(tag: str, attributes: Mapping[str, str | None], outer: _Open) -> Zone:
    if outer.zone is Zone.SILENT or tag in _SILENT_TAGS:
        return Zone.SILENT
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()[:500]
    is_frame = tag in ("html", "body", "main", "article")
    if outer.zone is Zone.FURNITURE or (_COMMENT_NAME.search(names) and not is_frame):
        return Zone.FURNITURE
    if tag in _FURNITURE_TAGS or (tag == "header" and not outer.in_article) or attributes.get("role") in _FURNITURE_ROLES:
        return Zone.FURNITURE
    if outer.zone is Zone.BESIDE or "hidden" in attributes or (_ASIDE_NAME.search(names) and not is_frame):
        return Zone.BESIDE
    return Zone.CONTENT


class _StreamParser(HTMLParser):
    """Feeds a builder straight from the characters, however deep the page is nested."""

    def __init__(self, builder: BlockBuilder) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = builder

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.characters(data)


_CHUNK = 1_000_000


def read_blocks(html: str, most_chars: int) -> tuple[list[Block], bool]:
    """Return the blocks of a page, and whether there was more text than asked for."""
    builder = BlockBuilder(most_chars)
    parser = _StreamParser(builder)
    for start in range(0, len(html), _CHUNK):
        parser.feed(html[start : start + _CHUNK])
        if builder.is_full:
            return builder.finish(), True
    parser.close()
    return builder.finish(), builder.is_full
