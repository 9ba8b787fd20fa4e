"""The nouns to and from plain JSON data, for the store, the command line and exports.

Every value carries its type's name under ``"type"``, so that a reader of the JSON knows a ``When`` from a ``Where``.
"""

from datetime import date, datetime
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.strategies import configure_tagged_union

from ceasewatch.model.values import Value

T = TypeVar("T")


def _make_converter() -> Converter:
    converter = Converter(omit_if_default=False)
    converter.register_unstructure_hook(datetime, lambda moment: moment.isoformat())
    converter.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    converter.register_unstructure_hook(date, lambda day: day.isoformat())
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    configure_tagged_union(Value, converter, tag_name="type")
    return converter


_converter = _make_converter()
_VALUE_TYPES: tuple[type, ...] = Value.__args__


def to_plain(noun: object) -> Any:
    """Turn a noun into dicts, lists, strings and numbers."""
    if isinstance(noun, _VALUE_TYPES):
        return _converter.unstructure(noun, unstructure_as=Value)
    return _converter.unstructure(noun)


def from_plain(data: Any, noun: type[T]) -> T:
    """Turn plain data back into the noun it came from.

    Raises:
        cattrs.BaseValidationError: the data does not have the noun's shape.
    """
    return _converter.structure(data, noun)
