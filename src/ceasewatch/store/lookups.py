"""Finding the one thing that a person means by an id, or by the beginning of one."""

from collections.abc import Collection
from typing import TypeVar

from ceasewatch.errors import UnknownRecord

T = TypeVar("T")


def pick_only(kind: str, wanted: str, found: Collection[T]) -> T:
    """Return the only thing found.

    Raises:
        UnknownRecord: nothing was found, or several things were.
    """
    if not found:
        raise UnknownRecord(f'the store has no {kind} "{wanted}"')
    if len(found) > 1:
        raise UnknownRecord(f'several {kind}s in the store begin with "{wanted}": give more of the id')
    return next(iter(found))
