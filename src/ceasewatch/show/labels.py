"""Plain words for the closed lists: slots, stances, certainties, statuses, kinds. The same words for every side."""

from ceasewatch.model.claim import Certainty, Slot, Stance
from ceasewatch.model.gap import GAP_WORDS, Gap
from ceasewatch.model.kinds import kinds
from ceasewatch.model.mention import Status

SLOT_WORDS: dict[Slot, str] = {
    Slot.KIND: "What it is called",
    Slot.WHEN: "When",
    Slot.WHERE: "Where",
    Slot.ACTOR: "Who acted",
    Slot.TARGET: "Against whom or what",
    Slot.FIRED_FIRST: "Fired first",
    Slot.KILLED: "Killed",
    Slot.WOUNDED: "Wounded",
    Slot.CAPTURED: "Captured or detained",
    Slot.MISSING: "Missing",
    Slot.DISPLACED: "Displaced",
    Slot.NAMED: "Named",
    Slot.MEANS: "Weapons and means",
    Slot.MOVED: "Moved",
    Slot.BUILT: "Built or set up",
    Slot.FOUND: "Found",
    Slot.NOTIFIED: "Notified",
    Slot.ASKED: "Asked or demanded",
    Slot.REFUSED: "Refused",
    Slot.PROVISION: "Clause referred to",
    Slot.RESPONSIBLE: "Held responsible",
    Slot.PURPOSE: "Purpose given",
}

STANCE_WORDS: dict[Stance, str] = {
    Stance.ASSERTS: "says so",
    Stance.DENIES: "denies it",
    Stance.DOUBTS: "doubts it",
    Stance.ACCUSES: "accuses",
    Stance.DEMANDS: "demands it",
    Stance.RELAYS: "passes it on",
}

CERTAINTY_WORDS: dict[Certainty, str] = {
    Certainty.STATED: "stated",
    Certainty.REPORTED: "as hearsay",
    Certainty.SUSPECTED: "as a suspicion",
    Certainty.POSSIBLE: "as a possibility",
}

STATUS_WORDS: dict[Status, str] = {
    Status.REPORTED: "told as news",
    Status.BACKGROUND: "recalled as background",
    Status.PATTERN: "told as something that recurs",
    Status.PLAN: "told as a plan",
    Status.HYPOTHETICAL: "told as a mere thought",
}


def describe_kind(code: str) -> str:
    """Name a kind of event in plain words; a code that is not in the table stands as it is."""
    kind = kinds().get(code)
    return kind.label if kind else code.replace("_", " ")


def describe_gap(gap: Gap) -> str:
    """Say why something was not recorded: "Where: several places have this name (“the bridge”)"."""
    words = GAP_WORDS[gap.reason]
    if gap.detail:
        words = f"{words} ({gap.detail})"
    return f"{SLOT_WORDS[gap.slot]}: {words}" if gap.slot else words


def count_of(number: int, singular: str, plural: str | None = None) -> str:
    """Put a number before a noun in its right form: "1 report", "3 reports"."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
