"""Scores claims: one reading of a report against another, be it a program's against an annotator's or two annotators' against each other.

Events are paired first, by where they are named, their kind and what is claimed of them. Claims are then compared over the whole report:
once a mention and value, once more for each speaker. So a figure that stands thrice counts once, and a wrong pairing of events is not
punished in every slot again.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ceasewatch.model.claim import Slot
from quality.claims_view import Seen, SeenClaim, SeenMention
from quality.figures import Amount, Case, Rate, Tally
from quality.gold.records import COUNTS, Stretch
from quality.names import names_agree

SLOTS = (
    "killed wounded captured missing displaced when where actor target fired_first responsible named means moved built found notified asked"
    " refused purpose provision"
).split()
CASUALTIES = (Slot.KILLED, Slot.WOUNDED)
_REACH = 120
Same = Callable[[SeenClaim, SeenClaim], bool]
Pair = tuple[Seen, Seen]
"""One report: as it should be read, and as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """Claims of both that say the same, and those that only one has."""

    pairs: tuple[tuple[SeenClaim, SeenClaim], ...]
    missed: tuple[SeenClaim, ...]
    extra: tuple[SeenClaim, ...]


def tally_mentions(pairs: Sequence[Pair]) -> Iterator[Tally]:
    """Events found at all; with the right kind; and the right status; and the right days, where none may be right too."""
    paired = [(gold.mentions[at], ours.mentions[to]) for gold, ours in pairs for at, to in pair_mentions(gold, ours).items()]
    given, expected = (sum(len(pair[side].mentions) for pair in pairs) for side in (1, 0))
    levels: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("mentions", ()),
        ("mentions, kind", ("kind",)),
        ("mentions, kind and status", ("kind", "status")),
        ("mentions, kind, status and days", ("kind", "status", "days")),
    )
    for label, fields in levels:
        right = sum(all(getattr(left, name) == getattr(other, name) for name in fields) for left, other in paired)
        yield Tally(label=label, right=right, given=given, found=right, expected=expected)


def pair_mentions(gold: Seen, ours: Seen) -> dict[int, int]:
    """Which event of ours is which of the gold's: the likest first, each once."""
    scored = [(-_likeness(gold, at, ours, to), at, to) for at in range(len(gold.mentions)) for to in range(len(ours.mentions))]
    links: dict[int, int] = {}
    for score, at, to in sorted(scored):
        if score <= -1 and at not in links and to not in links.values():
            links[at] = to
    return links


def _likeness(gold: Seen, at: int, ours: Seen, to: int) -> float:
    """Two points where both are named in the same words; half a point for nearness, kind and each value shared, up to three values."""
    left, right = gold.mentions[at], ours.mentions[to]
    near = 2.0 if _overlap(left.anchor, right.anchor) else 0.5 if abs(left.anchor[0] - right.anchor[0]) <= _REACH else 0.0
    shared = match_claims(_once(gold.claims, at), _once(ours.claims, to), same_value).pairs
    return near + 0.5 * (left.kind == right.kind) + min(3, len(shared)) / 2


def _once(claims: Sequence[SeenClaim], mention: int) -> list[SeenClaim]:
    return [claim for claim in claims if claim.mention == mention]


def tally_claims(pairs: Sequence[Pair]) -> Iterator[Tally]:
    """Killed and wounded, then all slots, then each slot, by value; with the speaker; with speaker and whose they are."""
    groups: tuple[tuple[str, tuple[Slot, ...]], ...] = (
        ("killed and wounded", CASUALTIES),
        ("all slots", tuple(Slot(name) for name in SLOTS)),
        *((name, (Slot(name),)) for name in SLOTS),
    )
    for label, slots in groups:
        levels: list[tuple[str, Same]] = [(f"{label}, value", same_value), (f"{label}, value and speaker", same_speaker)]
        if set(slots) <= COUNTS:
            levels.append((f"{label}, value, speaker and whose", same_whose))
        for name, is_same in levels:
            yield _tally(name, pairs, slots, is_same)


def _tally(label: str, pairs: Sequence[Pair], slots: Sequence[Slot], is_same: Same) -> Tally:
    right = given = expected = 0
    for gold, ours in pairs:
        matched = match_report(gold, ours, slots, is_same)
        right += len(matched.pairs)
        expected += len(matched.pairs) + len(matched.missed)
        given += len(matched.pairs) + len(matched.extra)
    return Tally(label=label, right=right, given=given, found=right, expected=expected)


def match_report(gold: Seen, ours: Seen, slots: Sequence[Slot], is_same: Same) -> Matched:
    """The claims of one report, each kept once for what is compared, held against each other."""
    left, right = (_keep_once([one for one in seen.claims if one.slot in slots], is_same) for seen in (gold, ours))
    return match_claims(left, right, is_same)


def _keep_once(claims: Sequence[SeenClaim], is_same: Same) -> list[SeenClaim]:
    kept: list[SeenClaim] = []
    for claim in claims:
        if not any(one.mention == claim.mention and is_same(one, claim) for one in kept):
            kept.append(claim)
    return kept


def match_claims(gold: Sequence[SeenClaim], ours: Sequence[SeenClaim], is_same: Same) -> Matched:
    """Pair claims that say the same, those first whose evidence overlaps."""
    left, right = list(gold), list(ours)
    pairs: list[tuple[SeenClaim, SeenClaim]] = []
    for must_overlap in (True, False):
        for claim in list(left):
            found = next(
                (
                    one
                    for one in right
                    if one.slot is claim.slot and (not must_overlap or _overlap(one.evidence, claim.evidence)) and is_same(claim, one)
                ),
                None,
            )
            if found is not None:
                pairs.append((claim, found))
                left.remove(claim)
                right.remove(found)
    return Matched(pairs=tuple(pairs), missed=tuple(left), extra=tuple(right))


def same_value(left: SeenClaim, right: SeenClaim) -> bool:
    """Whether both give one value: equal bounds, equal days, names that can mean the same, or words that overlap."""
    if left.slot is not right.slot:
        return False
    if isinstance(left.value, str) and isinstance(right.value, str):
        return _names_alike(left.value, right.value)
    if left.value is None and right.value is None:
        return _overlap(left.evidence, right.evidence)
    return left.value == right.value


def same_speaker(left: SeenClaim, right: SeenClaim) -> bool:
    """The same value, and answerable for it is the same speaker: own voice, hearsay, or a name that can mean the same."""
    return same_value(left, right) and speakers_agree(left, right)


def same_whose(left: SeenClaim, right: SeenClaim) -> bool:
    """The same value, speaker, and people: described alike, or by neither."""
    if not same_speaker(left, right):
        return False
    if left.whose is None or right.whose is None:
        return left.whose is right.whose
    return _names_alike(left.whose, right.whose)


def speakers_agree(left: SeenClaim, right: SeenClaim) -> bool:
    """Whether the last of the chain is the same."""
    return bool(left.chain) == bool(right.chain) and (not left.chain or _links_agree(left.chain[-1], right.chain[-1]))


def chains_agree(left: SeenClaim, right: SeenClaim) -> bool:
    """Whether every link of the chain is the same."""
    return len(left.chain) == len(right.chain) and all(map(_links_agree, left.chain, right.chain))


def _links_agree(left: str | None, right: str | None) -> bool:
    return left is right if left is None or right is None else _names_alike(left, right)


def _names_alike(left: str, right: str) -> bool:
    return left.casefold() == right.casefold() or names_agree(left, right) or names_agree(right, left)


def rate_details(pairs: Sequence[Pair]) -> Iterator[Rate]:
    """Of the claims whose value is right: how often speaker, chain, stance, certainty and standing are."""
    slots = tuple(Slot(name) for name in SLOTS)
    matched = [pair for gold, ours in pairs for pair in match_report(gold, ours, slots, same_value).pairs]
    yield Rate(label="last speaker right, of values right", count=sum(speakers_agree(*pair) for pair in matched), of=len(matched))
    yield Rate(label="whole chain right, of values right", count=sum(chains_agree(*pair) for pair in matched), of=len(matched))
    yield Rate(label="stance right, of values right", count=sum(a.stance is b.stance for a, b in matched), of=len(matched))
    yield Rate(label="certainty right, of values right", count=sum(a.certainty is b.certainty for a, b in matched), of=len(matched))
    counted = [(a, b) for a, b in matched if a.slot in COUNTS]
    yield Rate(label="standing right, of counts right", count=sum(a.standing is b.standing for a, b in counted), of=len(counted))


def measure_false(pairs: Sequence[Pair]) -> Iterator[Amount]:
    """Figures that nothing in the gold supports: numbers of dead, days, speakers, for every hundred reports."""
    faults = Counter(what for _, _, what in list_false(pairs))
    for what, count in (*((what, faults[what]) for what in ("death", "date", "speaker")), ("all", sum(faults.values()))):
        yield Amount(label=f"false figures: {what}", amount=100 * count / max(len(pairs), 1), unit="in 100 reports")


def tally_outlets(pairs: Sequence[Pair]) -> Iterator[Tally]:
    """Killed and wounded with the right speaker, outlet by outlet: the first part of a document's name."""
    outlets: dict[str, list[Pair]] = {}
    for pair in pairs:
        chosen, _, name = pair[0].document.partition("/")
        outlets.setdefault(name.rpartition("-")[0] if chosen == "fakes" else chosen, []).append(pair)
    for outlet, own in sorted(outlets.items()):
        yield _tally(f"killed and wounded, value and speaker: {outlet}, {len(own)} reports", own, CASUALTIES, same_speaker)


def list_false(pairs: Sequence[Pair]) -> Iterator[tuple[Seen, SeenClaim, str]]:
    """Each unsupported death, date and speaker once a report, with the claim that has it."""
    for gold, ours in pairs:
        for what, supported, given in _gather_figures(ours):
            told: list[SeenClaim] = []
            for claim in given:
                if not any(supported(one, claim) for one in (*gold.claims, *told)):
                    told.append(claim)
                    yield gold, claim, what


def _gather_figures(ours: Seen) -> Iterator[tuple[str, Same, list[SeenClaim]]]:
    yield "death", same_value, [one for one in ours.claims if one.slot is Slot.KILLED and one.value != (None, None)]
    yield "date", same_value, [one for one in ours.claims if one.slot is Slot.WHEN]
    yield "speaker", _named_in, [one for one in ours.claims if one.chain and one.chain[-1] is not None]


def _named_in(one: SeenClaim, claim: SeenClaim) -> bool:
    return any(link is not None and claim.chain[-1] is not None and _names_alike(link, claim.chain[-1]) for link in one.chain)


def list_errors(pairs: Sequence[Pair]) -> Iterator[Case]:
    """What was missed and what was made up, slot by slot, and right values with a wrong speaker."""
    slots = tuple(Slot(name) for name in SLOTS)
    for gold, ours in pairs:
        matched = match_report(gold, ours, slots, same_value)
        for verdict, claims in (("missed", matched.missed), ("extra", matched.extra)):
            yield from (Case(field=one.slot.value, about=gold.document, verdict=verdict, why=_show(gold.text, one)) for one in claims)
        for left, right in matched.pairs:
            if not speakers_agree(left, right):
                why = f"{_show(gold.text, left)}; we heard {_show_chain(right)}"
                yield Case(field=f"{left.slot.value} speaker", about=gold.document, verdict="wrong", why=why)
        links = pair_mentions(gold, ours)
        for at, mention in enumerate(gold.mentions):
            if at not in links:
                yield Case(field="mention", about=gold.document, verdict="missed", why=_show_mention(gold.text, mention))
        for to, mention in enumerate(ours.mentions):
            if to not in links.values():
                yield Case(field="mention", about=gold.document, verdict="extra", why=_show_mention(gold.text, mention))


def _show(text: str, claim: SeenClaim) -> str:
    return f"{_show_value(claim)} by {_show_chain(claim)}: {_show_place(text, claim.evidence)}"


def _show_value(claim: SeenClaim) -> str:
    value = claim.value
    if isinstance(value, tuple):
        return f"{'..'.join('' if end is None else str(end) for end in value)} {claim.whose or ''}".strip()
    return value or "words"


def _show_chain(claim: SeenClaim) -> str:
    return " > ".join(link or "hearsay" for link in claim.chain) or "own voice"


def _show_mention(text: str, mention: SeenMention) -> str:
    return f"{mention.kind}, {mention.status.value}: {_show_place(text, mention.anchor)}"


def _show_place(text: str, stretch: Stretch) -> str:
    start, end = stretch
    return f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 40]}".replace("\n", " ")


def _overlap(left: Stretch, right: Stretch) -> bool:
    return left[0] < right[1] and right[0] < left[1]
