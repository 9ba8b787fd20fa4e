"""What a claim says, in the very letters of the report: where a text was read with its letter case restored, the words are put back."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

_WORDING = frozenset("name rank whose words text moved_from moved_to by_road load made_where count".split())

Told = TypeVar("Told")


def put_back(told: Told, read: str, written: str) -> Told:
    """Return a value or a speaker with its words as ``written`` has them; ``read`` is the same text, letter for letter, in other case."""
    if read == written or not is_dataclass(told) or isinstance(told, type):
        return told
    return replace(told, **dict(_list_changes(told, read, written)))


def _list_changes(told: Any, read: str, written: str) -> Iterator[tuple[str, Any]]:
    for field in fields(told):
        value = getattr(told, field.name)
        if field.name not in _WORDING or value is None:
            continue
        at = read.find(value) if isinstance(value, str) else -1
        yield field.name, written[at : at + len(value)] if at >= 0 else put_back(value, read, written)
