"""Which kind of document some bytes are."""

import mimetypes
from dataclasses import dataclass
from email.message import Message
from pathlib import PurePath

from ceasewatch.model.gap import GapReason
from ceasewatch.read.drafts import Refusal

TEXT = "text/plain"
MARKDOWN = "text/markdown"
PAGE = "text/html"
UNKNOWN = "application/octet-stream"

ENDINGS = {
    ".txt": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": PAGE,
    ".htm": PAGE,
    ".xhtml": "application/xhtml+xml",
}
"""The file name endings that are read, with the media type each stands for."""

_READ = {TEXT: TEXT, MARKDOWN: MARKDOWN, "text/x-markdown": MARKDOWN, PAGE: PAGE, "application/xhtml+xml": PAGE}
_NAMES = {
    "application/pdf": "a PDF document",
    "application/zip": "a ZIP archive or an office document",
    "application/gzip": "a compressed file",
    "image": "an image",
    "audio": "a sound recording",
    "video": "a video",
    "application/json": "JSON data",
    "text/csv": "a table (CSV)",
}
_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"{\\rtf", "application/rtf"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
)
_PAGE_STARTS = ("<!doctype html", "<html", "<head", "<body")
# The types built into Python alone: what the machine has installed must not change what is read.
_types = mimetypes.MimeTypes(filenames=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """The media type a document is read as (``None``: its first characters decide) and the charset that its sender names."""

    media_type: str | None
    charset: str | None = None


def guess_media_type(name: str) -> str | None:
    """The media type that a file name's ending stands for."""
    return ENDINGS.get(PurePath(name).suffix.lower()) or _types.guess_type(PurePath(name).name)[0]


def find_format(content: bytes, declared: str | None) -> Format:
    """Tell what a document is to be read as.

    Raises:
        Refusal: it is of a kind that is not read.
    """
    media_type, charset = _parse_media_type(declared)
    for start, kind in _MAGIC:
        if content.startswith(start):
            raise Refusal(GapReason.UNSUPPORTED_FORMAT, name_format(kind))
    if media_type is not None and media_type not in _READ:
        raise Refusal(GapReason.UNSUPPORTED_FORMAT, name_format(media_type))
    return Format(media_type=_READ[media_type] if media_type else None, charset=charset)


def looks_like_page(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    start = text[:2048].lstrip("\ufeff \t\r\n").lower()
    if start.startswith(("<?xml", "<!--")):
        return "<html" in start
    return start.startswith(_PAGE_STARTS)


def name_format(media_type: str) -> str:
    """A format's name as a user would say it."""
    return _NAMES.get(media_type) or _NAMES.get(media_type.partition("/")[0]) or f"a file of type {media_type}"


def _parse_media_type(declared: str | None) -> tuple[str | None, str | None]:
    if not declared or not declared.strip():
        return None, None
    header = Message()
    header["Content-Type"] = declared.replace("\n", " ").replace("\r", " ")
    return declared.partition(";")[0].strip().lower(), header.get_content_charset()
