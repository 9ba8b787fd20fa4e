"""What a page says about itself in its markup: title, publisher, author, address, language, and when it was published."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from ceasewatch.model.values import When
from ceasewatch.read.dates import read_when
from ceasewatch.read.drafts import Details, clean_field
from ceasewatch.read.languages import read_language_tag

_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "date",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "parsely-pub-date",
    "sailthru.date", "article.published", "cxenseparse:recs:publishtime", "citation_publication_date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified",
    "revised", "article.updated",
)  # fmt: skip
_AUTHOR = ("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl", "sailthru.author", "citation_author")
_PUBLISHER = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_publisher")
_TITLE = ("og:title", "dc.title", "dcterms.title", "twitter:title", "citation_title")
_LANGUAGE = ("og:locale", "content-language", "dc.language", "dcterms.language")
_ARTICLE_TYPES = ("article", "report", "blogposting", "newsarticle", "analysisnewsarticle", "reportagenewsarticle", "pressrelease")
_BYLINE_PLACES = "[rel=author], [itemprop=author], .byline, .author-name, .article-author, .post-author"
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/_-]|$)")
_MOST_DATA = 500_000
_MOST_NODES = 500


def read_page_details(tree: LexborHTMLParser, url: str | None) -> Details:
    """Collect what a page's markup says: linked data first, then meta tags, then elements made for it.

    Args:
        tree: the parsed page.
        url: the address it was fetched from, which goes ahead of the one that it gives itself.
    """
    meta = _read_meta(tree)
    own_url = _find_url(tree, meta)
    details = Details(url=url)
    for found in (_read_linked_data(tree), _read_meta_details(meta), _read_elements(tree)):
        details = details.filled_from(found)
    details = details.filled_from(Details(url=own_url))
    return details.filled_from(Details(published=_read_url_day(details.url)))


def _read_meta(tree: LexborHTMLParser) -> dict[str, str]:
    """The meta tags by name; of a name that is repeated, the first."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]")[:_MOST_NODES]:
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or attributes.get("http-equiv")
        content = clean_field(attributes.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _read_meta_details(meta: dict[str, str]) -> Details:
    return Details(
        title=_first(meta, _TITLE),
        publisher=_first(meta, _PUBLISHER),
        byline=clean_byline(_first(meta, _AUTHOR)),
        language=read_language_tag(_first(meta, _LANGUAGE)),
        published=_first_when(meta, _PUBLISHED),
        updated=_first_when(meta, _UPDATED),
    )


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _first_when(meta: dict[str, str], names: tuple[str, ...]) -> When | None:
    return next((when for name in names if name in meta and (when := read_when(meta[name]))), None)


def _read_elements(tree: LexborHTMLParser) -> Details:
    page = tree.css_first("html")
    byline = tree.css_first(_BYLINE_PLACES)
    return Details(
        title=_find_title(tree),
        byline=clean_byline(byline.text(separator=" ")) if byline else None,
        language=read_language_tag(page.attributes.get("lang")) if page else None,
        published=_read_time_elements(tree, ("[itemprop=datePublished]", "time[pubdate]", "time.published, time.entry-date")),
        updated=_read_time_elements(tree, ("[itemprop=dateModified]", "time.updated, time.modified")),
    ).filled_from(Details(published=_read_only_time(tree)))


def _find_title(tree: LexborHTMLParser) -> str | None:
    headings = [words for node in tree.css("h1")[:_MOST_NODES] if (words := clean_field(node.text(separator=" ")))]
    title = tree.css_first("title")
    if len(headings) == 1:
        return headings[0]
    return clean_field(title.text()) if title else next(iter(headings), None)


def _read_time_elements(tree: LexborHTMLParser, selectors: tuple[str, ...]) -> When | None:
    for selector in selectors:
        for node in tree.css(selector)[:_MOST_NODES]:
            words = node.attributes.get("datetime") or node.attributes.get("content") or node.text(separator=" ")
            if when := read_when(words):
                return when
    return None


def _read_only_time(tree: LexborHTMLParser) -> When | None:
    """The one time element of an article; of several nobody can say which is the publication."""
    for place in ("article time[datetime]", "time[datetime]"):
        stamps = {
            node.attributes.get("datetime") for node in tree.css(place)[:_MOST_NODES] if "updat" not in str(node.attributes.get("class"))
        }
        if len(stamps) == 1:
            return read_when(stamps.pop() or "")
    return None


def _find_url(tree: LexborHTMLParser, meta: dict[str, str]) -> str | None:
    link = tree.css_first("link[rel=canonical]")
    for address in (link.attributes.get("href") if link else None, meta.get("og:url")):
        if address and re.fullmatch(r"https?://[^\s/?#]+\S{0,2000}", address.strip(), re.IGNORECASE):
            return address.strip()
    return None


def _read_url_day(url: str | None) -> When | None:
    match = _URL_DAY.search(urlsplit(url).path) if url and "]" not in url and "[" not in url else None
    return read_when("-".join(match.groups())) if match else None


def clean_byline(words: str | None) -> str | None:
    """An author's name without "By"; ``None`` for an address in place of a name."""
    name = re.sub(r"^by[:\s]\s*", "", clean_field(words) or "", flags=re.IGNORECASE)
    return None if not name or "://" in name or len(name) > 200 else name  # noqa: PLR2004 -- longer is no name


def _read_linked_data(tree: LexborHTMLParser) -> Details:
    """Read the page's JSON-LD (schema.org): the first article in it."""
    for node in tree.css('script[type="application/ld+json"]')[:_MOST_NODES]:
        words = node.text()
        if len(words) > _MOST_DATA:
            continue
        try:
            articles = [item for item in _walk_items(json.loads(words)) if _is_article(item)]
        except (ValueError, RecursionError):  # pages carry broken data; the meta tags remain
            continue
        if articles:
            return _read_article(articles[0])
    return Details()


def _walk_items(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting = item[:_MOST_NODES] + waiting
        elif isinstance(item, dict):
            yield item
            waiting = [value for key in ("@graph", "mainEntity", "mainEntityOfPage") if (value := item.get(key))] + waiting


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.lower() in _ARTICLE_TYPES for name in names)


def _read_article(item: dict[str, Any]) -> Details:
    return Details(
        title=_words(item.get("headline")),
        publisher=_names(item.get("publisher")),
        byline=clean_byline(_names(item.get("author"))),
        language=read_language_tag(_words(item.get("inLanguage"))),
        published=read_when(_words(item.get("datePublished")) or ""),
        updated=read_when(_words(item.get("dateModified")) or ""),
    )


def _words(value: Any) -> str | None:
    return clean_field(value) if isinstance(value, str) else None


def _names(value: Any) -> str | None:
    people = value if isinstance(value, list) else [value]
    names = [_words(person.get("name")) if isinstance(person, dict) else _words(person) for person in people[:20]]
    return clean_field(", ".join(name for name in names if name))
