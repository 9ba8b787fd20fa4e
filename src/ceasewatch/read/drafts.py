"""What the reading process hands back: the text it found, what the report says about itself, and what it could not read.

A draft crosses from the limited process as JSON, never as pickled objects: a process that has parsed hostile bytes is not believed to send
anything but data.
"""

import re
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from ceasewatch.model.gap import GapReason
from ceasewatch.model.reading import Status
from ceasewatch.model.values import When

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+")
_LONGEST_FIELD = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a report says about itself; ``None`` for whatever it does not say."""

    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    title: str | None = None
    language: str | None = None
    published: When | None = None
    updated: When | None = None

    def filled_from(self, other: "Details") -> "Details":
        """These details, with those that are missing taken from another reading of the same report."""
        missing = {field.name: getattr(other, field.name) for field in fields(self) if getattr(self, field.name) is None}
        return replace(self, **missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """Something that reading did not get, with what a user should know of it."""

    reason: GapReason
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What reading one original gave, before it becomes a report; ``text`` is ``None`` where it was refused."""

    status: Status
    text: str | None = None
    media_type: str = "text/plain"
    details: Details = Details()
    lacks: tuple[Lack, ...] = ()


class Refusal(Exception):
    """An original cannot be read as a report; it never leaves the reading process."""

    def __init__(self, reason: GapReason, detail: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


def refuse(reason: GapReason, detail: str | None = None) -> Draft:
    """The draft of an original that is not read."""
    return Draft(status=Status.REFUSED, lacks=(Lack(reason=reason, detail=detail),))


def clean_field(words: str | None) -> str | None:
    """Return a short text on one line, without control and direction marks; ``None`` when nothing is left."""
    return (_UNPRINTABLE.sub(" ", words).strip()[:_LONGEST_FIELD].strip() or None) if words else None


def draft_to_plain(draft: Draft) -> dict[str, Any]:
    """Turn a draft into what JSON can carry."""
    details = {field.name: _to_plain(getattr(draft.details, field.name)) for field in fields(Details)}
    lacks = [[lack.reason.value, lack.detail] for lack in draft.lacks]
    return {"status": draft.status.value, "text": draft.text, "media_type": draft.media_type, "details": details, "lacks": lacks}


def draft_from_plain(plain: dict[str, Any]) -> Draft:
    """Turn it back.

    Raises:
        ValueError, KeyError, TypeError: it does not have a draft's shape.
    """
    details: dict[str, Any] = {name: _from_plain(name, value) for name, value in plain["details"].items()}
    lacks = tuple(Lack(reason=GapReason(reason), detail=detail) for reason, detail in plain["lacks"])
    return Draft(
        status=Status(plain["status"]), text=plain["text"], media_type=plain["media_type"], details=Details(**details), lacks=lacks
    )


def _to_plain(value: str | When | None) -> Any:
    return [end and end.isoformat() for end in (value.earliest, value.before)] if isinstance(value, When) else value


def _from_plain(name: str, value: Any) -> str | When | None:
    if value is None or name not in ("published", "updated"):
        return value if value is None else str(value)
    earliest, before = (end and datetime.fromisoformat(end) for end in value)
    return When(earliest=earliest, before=before)
