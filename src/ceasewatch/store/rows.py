"""Nouns as the JSON text of a row, and back."""

import json
from typing import TypeVar

from cattrs import BaseValidationError

from ceasewatch.errors import StoreUnusable
from ceasewatch.model.codec import from_plain, to_plain
from ceasewatch.model.record import Party, Place, Record

T = TypeVar("T")

RECORD_TYPES: dict[str, type[Record]] = {"Place": Place, "Party": Party}


def write_noun(noun: object) -> str:
    """Return a noun as JSON; the same noun always gives the same text."""
    return json.dumps(to_plain(noun), ensure_ascii=False, separators=(",", ":"))


def read_noun(text: str, noun: type[T]) -> T:
    """Return the noun that a row holds.

    Raises:
        StoreUnusable: the row does not hold one.
    """
    try:
        return from_plain(json.loads(text), noun)
    except (BaseValidationError, json.JSONDecodeError) as error:
        raise StoreUnusable(f"the store holds a {noun.__name__.lower()} that this version cannot understand") from error
