"""Numbers of dead, hurt, held or missing that a noun brings in: "the death toll rose to 12", "the bodies of six fighters"."""

from collections.abc import Iterator
from types import MappingProxyType

import regex

from ceasewatch.model.claim import Slot
from ceasewatch.model.values import Count
from ceasewatch.understand.numbers import find_quantities
from ceasewatch.understand.people.count_found import CountFound
from ceasewatch.understand.people.effects import Effect, Form

_TOLL = regex.compile(
    r"(?<!\w)(?P<cue>(?:death\s+|casualty\s+)?toll|(?:number|total)\s+of\s+(?:the\s+)?(?:\p{L}+\s+){0,3}?"
    r"(?P<kind>dead|deaths|fatalities|killed|wounded|injured|missing|displaced|detained|captured|victims))(?!\w)"
    r"(?P<way>[^.;:]{0,70}?\s(?:to|at|is|was|of|reached|reaches|stood\s+at|stands\s+at|as|has\s+reached|had\s+reached)\s+(?:as\s+high\s+as\s+)?)",
    regex.IGNORECASE,
)
_TOLL_SLOTS = MappingProxyType(
    {
        "wounded": Slot.WOUNDED,
        "injured": Slot.WOUNDED,
        "missing": Slot.MISSING,
        "displaced": Slot.DISPLACED,
        "detained": Slot.CAPTURED,
        "captured": Slot.CAPTURED,
    }
)
_OF = regex.compile(
    r"(?<!\w)(?:(?P<killed>(?<=^\W{0,2})(?:also\s+)?(?:killed|dead)\s+(?:were|was|are|is)|among\s+(?:the|those)\s+(?:dead|killed|fatalities)\s+(?:were|was|are|is)|(?:deaths?|killings?|murders?|executions?|massacre|slayings?|assassinations?)\s+of|(?:dead\s+)?bod(?:y|ies)\s+of|corpses?\s+of|remains\s+of"
    r"|(?:claim(?:ed|s|ing)?|took|taking|takes|taken|cost(?:ing|s)?)\s+the\s+li(?:fe|ves)\s+of|claim(?:ed|s|ing)|cost(?:ing)?(?=[^.;]{1,40}?\slives)|(?:has|have)\s+cost"
    r"|(?:took|takes|taken|taking)(?=\s+(?:the\s+)?[^.;]{1,30}?\slives)|(?:lost|loses|losing)(?!\s+(?:their|his|her|its)\s+li)|loss\s+of|found|discovered|recovered|retrieved)"
    r"|(?P<wounded>(?<=^\W{0,2})(?:also\s+)?(?:wounded|injured)\s+(?:were|was|are|is)|among\s+(?:the|those)\s+(?:wounded|injured)\s+(?:were|was|are|is)|(?:wounding|injur(?:y|ing))\s+of|injuries\s+to)|(?P<captured>(?:capture|detention|arrest|abduction|kidnapping)s?\s+of|took|taking|takes)"
    r"|(?P<missing>disappearance\s+of)|(?P<displaced>(?:displacement|evacuation)\s+of))(?!\w)",
    regex.IGNORECASE,
)
_FOUND = regex.compile(
    r"(?<!\w)(?:were|was|have\s+been|has\s+been|had\s+been)\s+(?:\p{L}+ly\s+|also\s+|later\s+)?"
    r"(?P<cue>found|discovered|recovered|retrieved|exhumed|pulled|returned|unearthed|handed\s+over)(?!\w)",
    regex.IGNORECASE,
)
_FINDING = frozenset({"found", "discovered", "recovered", "retrieved", "exhumed", "pulled", "returned", "unearthed", "handed"})
_LIVES = frozenset({"lives", "life"})
_BODIES = frozenset({"bodies", "corpses", "body", "corpse"})
_HELD = regex.compile(r"\s+(?:as\s+)?(?:prisoners?|captives?|hostages?)(?!\w)", regex.IGNORECASE)
_HELD_HEADS = frozenset({"prisoners", "prisoner", "hostages", "hostage", "captives", "captive"})


def find_tolls(text: str) -> Iterator[CountFound]:
    """Yield the running totals of a sentence."""
    quantities = find_quantities(text)
    for match in _TOLL.finditer(text):
        quantity = next((quantity for quantity in quantities if quantity.start == match.end()), None)
        if quantity is None or (quantity.low is None and quantity.high is None):
            continue
        count = Count(low=quantity.low, high=quantity.high, words=quantity.words)
        yield CountFound(
            start=match.start(),
            end=quantity.end,
            slot=_TOLL_SLOTS.get((match["kind"] or "").lower(), Slot.KILLED),
            count=count,
            cue_start=match.start("cue"),
            cue_end=match.end("cue"),
            is_total=True,
        )


def find_noun_effects(text: str) -> Iterator[Effect]:
    """Yield nouns and set phrases that put their people after them, in the shape of an active verb."""
    for match in _OF.finditer(text):
        slot = Slot(next(name for name, found in match.groupdict().items() if found))
        yield _noun_effect(match.start(), match.end(), slot, Form.ACTIVE, match.start())
    for match in _FOUND.finditer(text):
        yield _noun_effect(match.start("cue"), match.end(), Slot.KILLED, Form.DIED, match.start())


def _noun_effect(start: int, end: int, slot: Slot, form: Form, subject_end: int) -> Effect:
    return Effect(start=start, end=end, slot=slot, form=form, is_passive=False, is_denied=False, subject_end=subject_end)


def fits_noun(cue: str, head: str, described: str, after: str, *, has_quantity: bool) -> bool:
    """Whether the people found after a noun or set phrase are what it needs: "claimed" needs lives, "took" needs prisoners."""
    first = cue.lower().split()[0]
    if first in {"among", "also", "killed", "dead", "wounded", "injured"}:
        return True
    if cue.lower().endswith(" of") or cue.lower().endswith(" to"):
        return has_quantity
    if first.startswith(("claim", "cost", "has", "have")):
        return head in _LIVES
    if first in _FINDING:
        return has_quantity and head in _BODIES
    if first.startswith("los"):
        return has_quantity and head not in _LIVES and described != ""
    return head in _LIVES or head in _HELD_HEADS or _HELD.match(after) is not None
