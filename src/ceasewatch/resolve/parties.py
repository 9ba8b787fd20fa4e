"""From the words for actors to the parties they mean, the same way for every side.

A loaded ceasefire's parties come first, then the countries of the world, then organisations as named. Words that name a side by where the
speaker stands ("the opposing side") are read from where that speaker stands. What names nobody known becomes a gap.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceasewatch.model.ceasefire import Ceasefire
from ceasewatch.model.claim import Claim, Slot, SpeakerRole
from ceasewatch.model.gap import Gap, GapReason
from ceasewatch.model.reading import Resolution
from ceasewatch.model.record import Link
from ceasewatch.model.report import Report
from ceasewatch.model.values import Count, Who
from ceasewatch.resolve.geography import read_countries
from ceasewatch.resolve.party_index import Match, PartyIndex
from ceasewatch.resolve.party_search import PartySearch


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words of one claim that name an actor, the part they play, and whether it is a gap when they name nobody."""

    claim: Claim
    role: str
    words: str
    is_needed: bool


class PartyResolver:
    """Links the actors, the people counted and the speakers of claims to parties."""

    name = "parties/1"

    def __init__(self, ceasefire: Ceasefire | None) -> None:
        """Index the ceasefire's parties, if one is loaded."""
        self._ceasefire = ceasefire
        self._index = PartyIndex(ceasefire)

    def resolve(self, report: Report, claims: Sequence[Claim]) -> Resolution:
        """Return links from the claims of one report, with the parties they point at and the gaps."""
        search = PartySearch(self._index, self._ceasefire, read_countries(report.text))
        answered = [(asked, _answer(search, asked)) for claim in claims for asked in _words_of(claim)]
        links = [self._link(asked, match) for asked, matches in answered for match in matches]
        records = {match.party.id: match.party for _, matches in answered for match in matches}
        gaps = [_gap(asked) for asked, matches in answered if not matches and _is_gap(search, asked)]
        return Resolution(
            links=tuple(dict.fromkeys(links)),
            records=tuple(records[key] for key in sorted(records)),
            gaps=tuple({gap.id: gap for gap in gaps}.values()),
        )

    def _link(self, asked: _Asked, match: Match) -> Link:
        return Link(claim_id=asked.claim.id, record_id=match.party.id, role=asked.role, by=self.name, score=match.score)


def _words_of(claim: Claim) -> Iterator[_Asked]:
    value = claim.value
    if isinstance(value, Who) and claim.slot is not Slot.NAMED:
        yield _Asked(claim, "value", value.name, is_needed=True)
    if isinstance(value, Who | Count) and value.whose:
        yield _Asked(claim, "whose", value.whose, is_needed=False)
    if claim.speaker.name:
        yield _Asked(claim, "speaker", claim.speaker.name, is_needed=False)


def _answer(search: PartySearch, asked: _Asked) -> tuple[Match, ...]:
    speaker = asked.claim.speaker
    if asked.role != "speaker":
        return search.find(asked.words, speaker.name)
    return (
        search.find_publisher(asked.words)
        if speaker.role in (SpeakerRole.PUBLISHER, SpeakerRole.BYLINE)
        else search.find(asked.words, None)
    )


def _is_gap(search: PartySearch, asked: _Asked) -> bool:
    """Words that must name somebody and do not; and words that point at a side that is not known."""
    return asked.is_needed or (asked.role == "whose" and search.is_relative(asked.words))


def _gap(asked: _Asked) -> Gap:
    claim = asked.claim
    return Gap.record(report_id=claim.span.report_id, reason=GapReason.PARTY_UNKNOWN, slot=claim.slot, span=claim.span, detail=asked.words)
