"""The extension point of this room: from a report to its mentions and claims."""

from typing import Protocol

from ceasewatch.model.claim import Slot
from ceasewatch.model.reading import Reading
from ceasewatch.model.report import Report


class Extractor(Protocol):
    """Reads one report and records who says what about which event.

    ``name`` goes into every claim's ``origin``; ``slots`` says which slots it can give, so that a missing slot is known from an unread one.
    The same report always gives the same reading.
    """

    name: str
    slots: frozenset[Slot]

    def extract(self, report: Report) -> Reading:
        """Return the mentions and claims of one report, every claim with its span."""
        ...
