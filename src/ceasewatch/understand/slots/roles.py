"""Who did it, to whom, who fired first and who is held responsible."""

import re
from collections.abc import Iterator, Sequence

from ceasewatch.model.claim import Slot, Stance
from ceasewatch.model.values import Who
from ceasewatch.understand.events import VIOLENT, Trigger
from ceasewatch.understand.slots.findings import Finding, Stage
from ceasewatch.understand.spotting.parties import PartyFound

_BE = re.compile(r"\b(?:was|were|is|are|been|being|be|got)\s+(?:\w+ly\s+|also\s+|later\s+)?$", re.IGNORECASE)
_BEING = re.compile(r"\bbeing\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_GOING_ON = re.compile(r"\w+ing\b", re.IGNORECASE)
_WHOM_THEY = re.compile(r"\s+(?:that\s+|whom\s+)?(?:they|he|she|we|it|I)\s+(?:(?:have|has|had|\w+ly)\s+)*", re.IGNORECASE)
_DETERMINED = re.compile(
    r"\b(?:the|an?|this|that|these|those|its|their|his|any|such|of|in|during|after|by|between)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_VERB = re.compile(
    r"^(?:open|opens|shot|shoot|threw|throw|hurl|came|come|fired|fires|stormed|blew|took|seized|found|made|\w+(?:ed|ing))\b", re.IGNORECASE
)
_AGENT = re.compile(r"(?:\s+(?!\w+(?:ed|en|eld|own)\b)[^\s,;.]+){0,5}?\s+by\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_AT = re.compile(r"\s+(?:\w+\s+){0,2}?(?:on|at|upon|against|towards?|targeting)\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_OBJECT = re.compile(r"\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"[^;.]{0,60}?\bbetween\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_CLAUSE_BREAK = re.compile(
    r"[;:]|,\s*(?:and|as)\b|\b(?:while|but|after|before|when|because|although)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\bopen(?:ed|s|ing)? (?:\S+ ){0,2}?fire\b|\bfir(?:ed|ing) first\b|\bshot first\b|\b(?:began|started|starting) (?:firing|shooting)\b"
    r"|\bfirst to (?:open fire|fire|shoot|attack)\b|\bfir(?:ed|ing) the first shots?\b|\b(?:attack(?:ed|ing)|struck|striking) first\b"
    r"|\b(?:started|starting|began|beginning) the (?:exchange|fighting|shooting|firing|clash|clashes|firefight|hostilities)\b",
    re.IGNORECASE,
)
_BLAMED = re.compile(r"\b(?:blam(?:ed|es|ing)|accus(?:ed|es|ing))\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_BEARS = re.compile(
    r"\b(?:bears?|bore|bearing|carr(?:y|ies))\s+(?:[\w’-]+\s+){0,3}responsib"
    r"|\b(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:responsible|to blame)\b"
    r"|\bclaimed responsibility\b|\btook responsibility\b",
    re.IGNORECASE,
)
_LIES_WITH = re.compile(
    r"\b(?:responsibility|blame)\b[^,;.]{0,60}?\b(?:lies|rests|falls|lay|rested)\s+(?:\w+ly\s+)?(?:with|on)\s+(?:the\s+|an?\s+)?",
    re.IGNORECASE,
)
_OTHER_DEED = re.compile(
    r"^[^.;,]{0,60}?\bof (?:\w+ly )?(?:back|arm|support|stag|ly|lie|harbour|harbor|suppl"
    r"|fund|financ|train|shelter|shield|invent|fabricat|smuggl|send)\w*ing?\b",
    re.IGNORECASE,
)
_DENIED_BLAME = re.compile(
    r"(?:deny|denies|denied|denying|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?)\s+"
    r"(?:(?:any|the|all|these|those|this|its|such|both)\s+)?(?:(?!that\b)\w+\s+){0,2}?"
    r"(?:(?:it|this|that)(?=\s*(?:[.,;:”\"]|$))|(?:involvement|responsibility|accusations?|allegations?|charges?|claims?|role|wrongdoing|blame"
    r"|being (?:behind|responsible)|having \w+(?: \w+)?|(?:killing|attacking|shelling|bombing|targeting|hitting|striking)(?: \w+)?)\b)",
    re.IGNORECASE,
)
_BREACH = re.compile(r"\b(?:provocations?|aggression|violat\w+|breach\w*|sabotage|terror\w*)\b", re.IGNORECASE)
_PARTICIPLE_FOLLOWS = re.compile(r"\s+(?:on|in|by|near|at|during|since|last|earlier)\b", re.IGNORECASE)
_JOINED = re.compile(r"\s*,?\s*(?:and\s+)?(?:the\s+|an?\s+)?", re.IGNORECASE)
_NEAR = 40
_TARGETING = (VIOLENT - {"killing", "wounding"}) | {"capture", "abduction"}
_NOT_ACTORS = frozenset({"media", "document"})
_DOING = VIOLENT | {
    "abduction",
    "capture",
    "infiltration",
    "find",
    "fortification",
    "inspection",
    "protest",
    "blockade",
    "movement",
    "withdrawal",
    "extraction",
    "proposal",
    "deployment",
}


def find_actors(stage: Stage) -> Iterator[Finding]:
    """The parties before and after each event word, as the voice of the verb tells them."""
    parties = [party for party in stage.scene.parties if party.kind not in _NOT_ACTORS and not stage.frames(party.start, party.end)]
    for event, telling in stage.tellings:
        for trigger in telling.triggers:
            if trigger.kind in _DOING:
                yield from _read_roles(stage.scene.text, event, trigger, parties)


def find_first_shot(stage: Stage) -> Iterator[Finding]:
    """Who is said to have fired first: whoever "opened fire"."""
    text = stage.scene.text
    parties = [party for party in stage.scene.parties if party.kind not in _NOT_ACTORS]
    for match in _FIRST.finditer(text):
        actor = _party_before(text, match.start(), parties)
        event = stage.nearest(match.start(), VIOLENT)
        if actor is not None and event is not None and not _is_undone(text[actor.end : match.start()]):
            who = Who(name=actor.name)
            yield Finding(event=event, slot=Slot.FIRED_FIRST, value=who, start=actor.start, end=match.end(), said_at=match.span())


def find_responsible(stage: Stage) -> Iterator[Finding]:
    """Who is blamed, accused, or said to bear responsibility."""
    text, parties = stage.scene.text, stage.scene.parties
    found = [(party, match) for match in _BEARS.finditer(text) if (party := _bearer(text, match.start(), parties))]
    found += [
        (party, match)
        for pattern in (_BLAMED, _LIES_WITH)
        for match in pattern.finditer(text)
        if (party := _party_at(match.end(), parties))
    ]
    for party, match in found:
        event = stage.nearest(match.start(), VIOLENT)
        if event is not None and (match.re is not _BLAMED or _is_blamed_for_violence(stage, match)):
            end = _end_of_pair(text, party, parties)
            first, last = min(party.start, match.start()), max(end, match.end())
            who = Who(name=text[party.start : end])
            claims_it = "claimed" in match.group() or "took" in match.group()
            at = match.span() if claims_it else (party.start, end)
            stance = Stance.ASSERTS if claims_it else Stance.ACCUSES
            yield Finding(event=event, slot=Slot.RESPONSIBLE, value=who, start=first, end=last, stance=stance, said_at=at)


def find_denied_blame(stage: Stage) -> Iterator[Finding]:
    """Who denies having done it: "Ruritania denied the accusation", "denied any role", "denied having killed civilians"."""
    shift = stage.scene.sentence.start
    for voice in stage.voices.voices:
        begins = voice.cue[0] - shift
        if voice.stance is not Stance.DENIES or not 0 <= begins < len(stage.scene.text) or voice.speaker.name is None:
            continue
        match = _DENIED_BLAME.match(stage.scene.text, begins)
        event = stage.nearest(begins, VIOLENT)
        if match is not None and event is not None:
            who = Who(name=voice.speaker.name)
            at = (match.end() - 1, match.end())
            yield Finding(event=event, slot=Slot.RESPONSIBLE, value=who, start=begins, end=match.end(), stance=Stance.DENIES, said_at=at)


def _is_blamed_for_violence(stage: Stage, match: re.Match[str]) -> bool:
    """Whether somebody is accused of the violence itself, not of backing or arming others."""
    behind = stage.scene.text[match.end() :]
    violent = [trigger for trigger in stage.scene.triggers if trigger.kind in VIOLENT and trigger.start >= match.end()]
    is_blame = match.group().casefold().startswith("blam")
    return _OTHER_DEED.search(behind) is None and (bool(violent) or is_blame or _BREACH.search(behind) is not None)


def _bearer(text: str, position: int, parties: Sequence[PartyFound]) -> PartyFound | None:
    party = _party_before(text, position, parties)
    gap = text[party.end : position] if party else ""
    return None if len(gap) > _NEAR or re.search(r"\b(?:not|which|who|whom|whose|deny|denied)\b", gap) else party


def _end_of_pair(text: str, party: PartyFound, parties: Sequence[PartyFound]) -> int:
    """The end of "the military and political leadership", which is one name for one party."""
    following = [one for one in parties if one.start > party.end and re.fullmatch(r"\s+and\s+", text[party.end : one.start])]
    return following[0].end if following and party.demonym is None else party.end


def _read_roles(text: str, event: int, trigger: Trigger, parties: Sequence[PartyFound]) -> Iterator[Finding]:
    between = _between(text, trigger, parties)
    if between:
        yield from (_role(event, Slot.ACTOR, party) for party in between)
        return
    agent = _party_after(text, trigger.end, _AGENT, parties)
    if agent is not None:
        yield _role(event, Slot.ACTOR, agent)
    before = _party_before(text, trigger.start, parties)
    is_verb = _VERB.match(text[trigger.start : trigger.end]) is not None and not _DETERMINED.search(text[: trigger.start])
    is_under_fire = "under" in text[trigger.start : trigger.end]
    is_reduced = trigger.kind in ("capture", "abduction") and _PARTICIPLE_FOLLOWS.match(text, trigger.end) is not None
    is_going_on = _GOING_ON.match(text[trigger.start : trigger.end]) is not None and not _BEING.search(text[: trigger.start])
    is_passive = (_BE.search(text[: trigger.start]) is not None and not is_going_on) or agent is not None or is_under_fire or is_reduced
    if is_verb and before is not None and trigger.kind not in ("killing", "wounding"):
        is_object = _WHOM_THEY.fullmatch(text[before.end : trigger.start]) is not None
        slot = Slot.TARGET if is_passive or is_object else Slot.ACTOR
        yield from (_role(event, slot, party) for party in _joined_to(text, before, parties))
    target = _party_after(text, trigger.end, _AT, parties) or (_party_after(text, trigger.end, _OBJECT, parties) if is_verb else None)
    if target is not None and target is not agent and trigger.kind in _TARGETING and not is_passive:
        yield _role(event, Slot.TARGET, target)


def _joined_to(text: str, party: PartyFound, parties: Sequence[PartyFound]) -> list[PartyFound]:
    """All the parties of "Ruritanian and Graustarkian troops", from the last of them backwards."""
    joined = [party]
    for earlier in reversed([one for one in parties if one.end < party.start]):
        gap = text[earlier.end : joined[0].start]
        if not _JOINED.fullmatch(gap) or not ("and" in gap or "," in gap):
            break
        joined.insert(0, earlier)
    return joined


def _role(event: int, slot: Slot, party: PartyFound) -> Finding:
    return Finding(event=event, slot=slot, value=Who(name=party.name), start=party.start, end=party.end)


def _between(text: str, trigger: Trigger, parties: Sequence[PartyFound]) -> list[PartyFound]:
    match = _BETWEEN.match(text, trigger.end)
    first = _party_at(match.end(), parties) if match else None
    if first is None:
        return []
    following = [
        party
        for party in parties
        if party.start > first.end and re.fullmatch(r"\s+and\s+(?:the\s+|an?\s+)?", text[first.end : party.start])
    ]
    return [first, *following[:1]]


def _party_before(text: str, position: int, parties: Sequence[PartyFound]) -> PartyFound | None:
    """The nearest party ahead of a position in the same clause."""
    ahead = [party for party in parties if party.end <= position and not _CLAUSE_BREAK.search(text[party.end : position])]
    subjects = [
        party
        for party in ahead
        if not re.search(r"\b(?:by|with|from|near|to|against|of)\s+(?:the\s+|an?\s+)?$", text[: party.start], re.IGNORECASE)
    ]
    return (subjects or ahead)[-1] if ahead else None


def _party_after(text: str, position: int, lead: re.Pattern[str], parties: Sequence[PartyFound]) -> PartyFound | None:
    match = lead.match(text, position)
    return _party_at(match.end(), parties) if match else None


def _party_at(position: int, parties: Sequence[PartyFound]) -> PartyFound | None:
    return next((party for party in parties if position - 4 <= party.start <= position + 1), None)


def _is_undone(gap: str) -> bool:
    """Whether the words between somebody and the deed take it back ("did not open fire")."""
    return re.search(r"\b(?:not|never|n[’']t|refused to|declined to|each other|one another)\b", gap, re.IGNORECASE) is not None
