"""The case file as one HTML page that needs nothing else: no script, no font, no address is ever loaded.

The page forbids itself everything but its own style sheet, by a content security policy that names the sheet's hash. So a report's text
could do nothing even if it were not escaped, and it is escaped.
"""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ceasewatch.show.case_file import CREED, NO_WHERE, CaseFile
from ceasewatch.show.labels import count_of
from ceasewatch.show.rows import Row

_LONGEST_SHORT_VALUE, _LONGEST_VALUE = 6, 32


def draw_page(case: CaseFile) -> str:
    """Draw a case file as a whole HTML document, UTF-8."""
    style = _style()
    template = _environment().get_template("case.html.j2")
    return template.render(
        case=case,
        slots=group_rows(case.rows),
        style=Markup(style),  # noqa: S704 (a file of ours)
        style_hash=_hash(style),
        creed=CREED,
        no_where=NO_WHERE,
    )


def group_rows(rows: Sequence[Row]) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Put the rows of one slot together: the killed of every people under "Killed"."""
    return tuple((label, tuple(group)) for label, group in groupby(rows, key=lambda row: row.label))


def safe_address(url: str | None) -> str | None:
    """Return an address that a page may link to, a web address; ``None`` for anything else, such as ``javascript:``."""
    if url is None or not url.isprintable():
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def value_size(words: str) -> str:
    """Name the type size for a value by its length alone: figures are large, sentences small, whatever they say."""
    if len(words) <= _LONGEST_SHORT_VALUE:
        return "short"
    return "long" if len(words) > _LONGEST_VALUE else "middle"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("ceasewatch.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(count_of=count_of, safe_address=safe_address, value_size=value_size)
    return environment


@cache
def _style() -> str:
    return files("ceasewatch.show").joinpath("templates", "case.css").read_text(encoding="utf-8")


def _hash(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
