"""Every version of every slot of an incident, each with everyone who gives it. Nothing is averaged and nothing is dropped."""

from collections.abc import Iterable
from dataclasses import replace

from ceasewatch.model.claim import Claim, Slot, Speaker, Stance
from ceasewatch.model.ids import hash_fields
from ceasewatch.model.incident import Position
from ceasewatch.model.values import Category, Count, Thing, Value, When, Where, Who, Words


def find_positions(claims: Iterable[Claim]) -> tuple[Position, ...]:
    """Group claims by slot, stance and what they say, in the order of ``Slot``, then of how many origins stand behind each."""
    grouped: dict[tuple[Slot, bool, str], list[Claim]] = {}
    for claim in sorted(claims, key=lambda one: (one.span.report_id, one.span.start, one.id)):
        grouped.setdefault((claim.slot, claim.stance is Stance.DENIES, _version(claim.value)), []).append(claim)
    positions = [_build(group) for group in grouped.values()]
    order = list(Slot)
    return tuple(
        sorted(
            positions, key=lambda one: (order.index(one.slot), -len(one.origins), one.claims[0].span.report_id, one.claims[0].span.start)
        )
    )


def _build(claims: list[Claim]) -> Position:
    origins = {_origin_key(claim): claim.speaker for claim in claims}
    first = claims[0]
    return Position(slot=first.slot, value=first.value, stance=first.stance, claims=tuple(claims), origins=tuple(origins.values()))


def _origin_key(claim: Claim) -> str:
    """Who is independent: two outlets that quote one ministry are one origin; an unnamed speaker is one for each report."""
    speaker: Speaker = claim.speaker
    return _plain(speaker.name) or speaker.name if speaker.name else f"{claim.span.report_id}:{speaker.role}"


def _version(value: Value) -> str:
    """What two claims must share to be one version: what is said, not the words in which it is said."""
    match value:
        case Count():
            return hash_fields("count", value.low, value.high, _plain(value.whose), value.standing)
        case Category():
            return hash_fields("category", value.code)
        case Who():
            return hash_fields("who", _plain(value.name))
        case Where():
            return hash_fields("where", _plain(value.name))
        case Words():
            return hash_fields("words", _plain(value.text))
        case Thing():
            count = replace(value.count, words="") if value.count else None
            return hash_fields("thing", replace(value, name=_plain(value.name) or "", count=count))
        case When():
            return hash_fields("when", value)


def _plain(words: str | None) -> str | None:
    return None if words is None else " ".join(words.casefold().removeprefix("the ").split())
