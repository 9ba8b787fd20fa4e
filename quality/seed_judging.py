"""What the scorers of the seed report share: one judged thing, whose claim it is, and how it is put into words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceasewatch.model.claim import Claim, Slot
from ceasewatch.model.values import When
from quality.figures import Case, Tally
from quality.seed_items import Matches
from quality.seed_view import Told, View

Scored = tuple[Tally, list[Case]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One thing that we gave: whether it is right, about what, and why (not)."""

    is_right: bool
    about: str
    why: str


def owned_claims(view: View, matches: Matches, slot: Slot) -> Iterator[tuple[str, Claim]]:
    """Every claim on that slot, with the item that its mention stands for, or with the mention's kind where it stands for none."""
    items = {told.mention.id: item for item, told in matches.items()}
    for told in view.told:
        for claim in told.on(slot):
            yield items.get(told.mention.id, f"no item ({told.mention.kind})"), claim


def describe_when(when: When) -> str:
    """A time for people who read the cases."""
    return f"{when.first_day or '...'} to {when.last_day or '...'}"


def wrong_cases(field: str, judged: Sequence[Judged]) -> list[Case]:
    """The judged things that are wrong, as cases."""
    return [Case(field=field, about=judge.about, verdict="wrong", why=judge.why) for judge in judged if not judge.is_right]


def describe_sides(view: View, claim: Claim) -> str:
    """The sides that a claim's words were taken to mean."""
    return " and ".join(sorted(view.whose(claim))) or "no known side"


def describe_anchor(view: View, told: Told) -> str:
    """The words in which a mention first tells of its event."""
    return repr(view.report.evidence(told.mention.anchor))


def evidence(view: View, claim: Claim) -> str:
    """The words that a claim rests on."""
    return view.report.evidence(claim.span)


def describe_date(told: Told) -> str:
    """The times that a mention gives, for people who read the cases."""
    whens = [describe_when(claim.value) for claim in told.on(Slot.WHEN) if isinstance(claim.value, When)]
    return " and ".join(dict.fromkeys(whens)) or "no date"
