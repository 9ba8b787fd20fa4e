"""The lines between ``---`` at the top of a Markdown or text file, in which its sender says where it is from.

Keys read: url, publisher, byline, title, published, updated, language; others are ignored. Values are read as plain words, so that
``2023-02-30`` is a date that does not exist and not a fault of the whole file. Front matter that is not good YAML (a colon in a title is
enough) is read line by line, and a gap says so.
"""

import re
from typing import Any

import yaml

from ceasewatch.model.gap import GapReason
from ceasewatch.read.dates import read_when
from ceasewatch.read.drafts import Details, Lack, clean_field
from ceasewatch.read.languages import read_language_tag

_OPENING = re.compile(r"\s*---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_LINE = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.*)$", re.MULTILINE)
_WORDS = ("publisher", "byline", "title")
_DATES = ("published", "updated")
_KEYS = ("url", *_WORDS, *_DATES, "language")
_LONGEST = 65_536
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)

# The C loader where PyYAML was built with it; both read every value as plain words and build no objects.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def split_front_matter(text: str) -> tuple[Details, str, tuple[Lack, ...]]:
    """Part a text from its front matter: what it says, the text below it, and what could not be understood."""
    block, body = _cut(text)
    if block is None:
        return Details(), text, ()
    values, lacks = _read_block(block)
    if values is None:
        return Details(), text, ()
    details, bad = _read_values(values)
    return details, body, (*lacks, *bad)


def _cut(text: str) -> tuple[str | None, str]:
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST) if opening else None
    if opening is None or closing is None:
        return None, text
    return text[opening.end() : closing.start()], text[closing.end() :]


def _read_block(block: str) -> tuple[dict[str, Any] | None, tuple[Lack, ...]]:
    """``None`` where the lines are no list of keys: then "---" was only a line drawn above prose."""
    if not block.strip():
        return {}, ()
    try:
        values = _Loader(block).get_single_data()
    except (yaml.YAMLError, RecursionError):
        values = {match[1]: match[2].strip(" \t\"'") for match in _LINE.finditer(block)}
        known = any(key.lower() in _KEYS for key in values)
        lack = Lack(reason=GapReason.BAD_METADATA, detail="the front matter is not valid YAML; it was read line by line")
        return (values, (lack,)) if known else (None, ())
    return (values, ()) if isinstance(values, dict) else (None, ())


def _read_values(values: dict[Any, Any]) -> tuple[Details, tuple[Lack, ...]]:
    found: dict[str, Any] = {}
    lacks: list[Lack] = []
    for key, value in values.items():
        name = str(key).strip().lower()
        words = _read_words(value)
        if name not in _KEYS or words == "":
            continue
        found[name] = _read_value(name, words) if words else None
        if found[name] is None:
            lacks.append(Lack(reason=GapReason.BAD_METADATA, detail=f"{name}: {words or 'not a plain value'}"))
    return Details(**found), tuple(lacks)


def _read_words(value: Any) -> str | None:
    """The words of one value, those of a list joined by commas; ``None`` for anything nested; "" where it was left blank."""
    if isinstance(value, list):
        return clean_field(", ".join(value)) if value and all(isinstance(item, str) for item in value) else None
    if not isinstance(value, str):
        return None
    return "" if value.strip().lower() in ("", "null", "~") else clean_field(value) or ""


def _read_value(name: str, words: str) -> Any:
    if name in _DATES:
        return read_when(words)
    if name == "language":
        return read_language_tag(words)
    if name == "url":
        return words if _WEB_ADDRESS.fullmatch(words) else None
    return words
