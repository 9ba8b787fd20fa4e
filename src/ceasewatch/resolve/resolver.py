"""The extension point of this room: from claims to the records that their words mean."""

from collections.abc import Sequence
from typing import Protocol

from ceasewatch.model.claim import Claim
from ceasewatch.model.reading import Resolution
from ceasewatch.model.report import Report


class Resolver(Protocol):
    """Links the words of claims to places or parties. A name that cannot be resolved gives a gap, never a guess."""

    name: str

    def resolve(self, report: Report, claims: Sequence[Claim]) -> Resolution:
        """Return links from the claims of one report, with the records they point at and the gaps."""
        ...
