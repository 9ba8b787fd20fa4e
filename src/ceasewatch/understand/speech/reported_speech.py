"""Reported speech in one sentence: who says it, with which verb, and which words are what is said.

Patterns: "X said (on Monday) that CONTENT", "CONTENT, X said", "CONTENT, said X", "According to X, CONTENT", "CONTENT was denied by X",
"X accused Y of CONTENT", "information has been received that CONTENT", "CONTENT was reported". Offsets are in the sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ceasewatch.model.claim import Certainty, Stance
from ceasewatch.understand.speech.act import Speech, make_speech, party_at
from ceasewatch.understand.speech.cues import Cue, cue_forms, cue_pattern
from ceasewatch.understand.speech.sourced import CITING, find_according, find_citing, find_hearsay, find_received
from ceasewatch.understand.spotting.parties import PartyFound

_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_AGENT = re.compile(r"^[^,;]{0,60}?\bby\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_DETERMINERS = frozenset(
    "a an the this that these those its their his her of media news some several any no first initial earlier recent such other local all"
    " numerous many conflicting for".split()
)
_NEGATED = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|would|could|can|will)\s+(?:not|never)|cannot|never|neither|\w+n[’']t|declined to"
    r"|refused to|unable to)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\s+(?:on|upon|for|to)\b")
_ARTICLES = frozenset({"a", "an", "the", "this", "that", "any", "no", "its", "their", "of", "by"})
_NOUN_FORMS = frozenset(
    "report reports claim claims call calls demand demands question doubt doubts estimates posts notes states state post note request"
    " requests appeal appeals blame dispute think".split()
)
_FILLER = re.compile(
    r"^(?:[’']s)?\s*(?:,[^,;]{0,90},|\([^)]{0,40}\))?\s*(?:(?:,|has|have|had|also|then|later|earlier|further|again|yesterday|today|meanwhile"
    r"|first|just|for (?:its|his|her|their) part|in turn|immediately|(?-i:(?:in|at|from|of) [A-Z]\w+(?:[ -][A-Z]\w+)?)"
    r"|\w+ly|who|which|itself|himself|herself|themselves|would|did|does|do|could|can|is|are|been|not"
    r"|never|cannot|neither|nor|declined to|refused to|was unable to"
    r"|(?:on|early|late) \w+day(?: \w+)?|on \w+ \d{1,2}|on \d{1,2} \w+|in (?:a|its|his|her|their) (?:[\w-]+ ){0,2}\w+)\s*,?\s*)*$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|it|they|who)\s+(?:(?:has|have|had|also|then|later|further|\w+ly)\s+)*$", re.IGNORECASE)
_ADJUNCT = re.compile(
    r"\s*,?\s*(?:(?:in|during|at|through|via|on)\s+(?:an?|his|her|the|their|its)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:statement|interview|briefing|press conference|news conference|conference|speech|report|post|message|address|bulletin|communiqu[eé]"
    r"|telegram|tweet|letter|release|meeting|page|channel|website)\b"
    r"|(?:on|late on|early on)\s+(?:\w+day|[A-Z]\w+ \d{1,2}|\d{1,2} [A-Z]\w+)(?:\s+(?:morning|afternoon|evening|night))?"
    r"|in (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?"
    r"|(?:last|this) (?:week|month|year)"
    r"|to (?:reporters|journalists|the media)|yesterday|today|earlier|later|again|\w+ly|as saying)\b",
    re.IGNORECASE,
)
_CAPITALISED_NAME = re.compile(r"(?:^|[,“”\"]\s*|\b(?:and|but|while|as)\s+)((?:the\s+|The\s+)?[^\s,;“”\"]+(?:\s+[^\s,;“”\"]+){0,6})\s+$")
_NOT_A_NAME = re.compile(r"\b(?:did|does|do|not|never|neither|nor|was|were|is|are|has|had|have|had been|will|would)\b", re.IGNORECASE)
_OPENING = re.compile(
    r"\W*(?:(?:the|an?|but|and|however|meanwhile|later|earlier|also|in turn|for (?:its|his|her|their) part"
    r"|yesterday|today|(?:an?|one|two|three|several|\d+|some) (?:hours?|days?|weeks?) (?:earlier|later|before|after|ago)"
    r"|(?:late |early )?on \w+(?: \d{1,2})?(?:, \d{4})?|on \d{1,2} \w+(?: \d{4})?"
    r"|in (?:a|its|an) (?:[\w-]+ ){0,2}statement(?: on \w+)?)\W*)*",
    re.IGNORECASE,
)
_ADDRESSING = frozenset({"tell", "inform", "remind", "warn"})
_APPOSITION = re.compile(r"\s*,\s*(?:the\s+|an?\s+)?")
_BELONGS_TO = re.compile(r"\s+(?:at|in|from|of|with|within|for)\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_NEXT_VERB = re.compile(r",?\s+and\s+(?:\w+ly\s+|did\s+)?(?=\w+ed\b|said\b|told\b|did\b|was\b|gave\b)")
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_OFFICES = frozenset({"state", "ministry", "person", "organisation", "mission"})
_GIVES_TOLL = re.compile(
    r"\b(?:put|puts|raised|raises|revised|lowered|updated)\s+(?:the|its|their|his|her)\s+(?:\w+\s+){0,4}?"
    r"(?:toll|number|figure|count|dead|losses|casualties)\b|\b(?:spoke|spoken|speaks|speak)\s+of\b",
    re.IGNORECASE,
)
_COORDINATES = re.compile(
    r"(?:[,;:—–]|\b(?:and|but|while|whereas|though|although))\s*(?:(?:the|an?|in turn|later|also|then|\w+ly)\s+)*[“\"]?$", re.IGNORECASE
)
_SHORT = 3
_CITED = 25


def find_speech(text: str, parties: Sequence[PartyFound], quoted: Sequence[tuple[int, int]]) -> tuple[Speech, ...]:
    """Return the acts of speech in one sentence, in the order of their verbs.

    ``quoted`` are the stretches in quotation marks that are speech: a verb of saying inside one is part of what is said there, and is
    looked at apart by the caller.
    """
    found = [*find_according(text, parties), *find_received(text), *find_hearsay(text)]
    found += _find_verbs(text, parties, quoted)
    found += find_citing(text, parties)
    found += _find_tolls(text, parties)
    return tuple(sorted(found, key=lambda speech: (speech.cue, speech.depth)))


def _find_verbs(text: str, parties: Sequence[PartyFound], quoted: Sequence[tuple[int, int]]) -> list[Speech]:
    found: list[Speech] = []
    for match in cue_pattern().finditer(text):
        if any(start <= match.start() < end for start, end in quoted):
            continue
        cue = cue_forms()[match.group().casefold()]
        before = text[: match.start()]
        if _is_not_a_verb(before, match.group(), text[match.end() :]):
            continue
        speech = (
            _read_passive(text, match, cue, parties) if _PASSIVE.search(before) else _read_active(text, match, cue, parties, found, quoted)
        )
        if speech is not None and cue.lemma == "call" and not _ASKS.match(text, match.end()):
            speech = replace(speech, stance=Stance.ASSERTS)
        if speech is not None and _NEGATED.search(before):
            speech = replace(speech, stance=Stance.DOUBTS, certainty=Certainty.POSSIBLE)
        if speech is not None:
            is_shared = bool(found) and found[-1].source == speech.source
            pivot = speech.frame[0] if is_shared else (speech.source or speech.cue)[0]
            is_joined = _COORDINATES.search(text[:pivot]) is not None
            if found and is_joined and found[-1].content[1] > pivot > found[-1].cue[0] and speech.frame[0] > found[-1].cue[1]:
                found[-1] = replace(found[-1], content=(found[-1].content[0], max(found[-1].content[0] + 1, speech.frame[0])))
            found.append(speech)
    return found


def _find_tolls(text: str, parties: Sequence[PartyFound]) -> Iterator[Speech]:
    """Find "X put the toll at N" and "X spoke of N dead": a figure is said by whoever gives it."""
    for match in _GIVES_TOLL.finditer(text):
        source, _ = _find_subject(text, match, parties, [])
        if source is not None and source[1] <= match.start():
            yield make_speech(source, (match.start(), len(text)), match.span(), (source[0], match.start()), "toll")


def _read_passive(text: str, match: re.Match[str], cue: Cue, parties: Sequence[PartyFound]) -> Speech | None:
    agent = _AGENT.match(text[match.end() :])
    source = party_at(parties, match.end() + agent.end()) if agent else None
    if source is None:
        return None
    return make_speech(source, (0, len(text)), match.span(), (match.start(), source[1]), cue.lemma, cue)


def _read_active(
    text: str, match: re.Match[str], cue: Cue, parties: Sequence[PartyFound], found: list[Speech], quoted: Sequence[tuple[int, int]]
) -> Speech | None:
    source, is_inverted = _find_subject(text, match, parties, found)
    if source is None:
        return None
    after = source[1] if is_inverted else match.end()
    after = _skip_adjuncts(text, after, parties if cue.lemma in _ADDRESSING else ())
    is_shared = any(earlier.source == source for earlier in found)
    start = match.start() if is_shared else min(source[0], match.start())
    content = _find_content(text, start, after, cue, is_inverted, _left_border(found, start), quoted)
    if content is None:
        return None
    if cue.stance is Stance.DEMANDS and content[0] >= after:
        ends = _NEXT_VERB.search(text, content[0])
        content = (content[0], ends.start() if ends and ends.start() > content[0] else content[1])
    leads = content[0] >= after and _opens_sentence(text[:start])
    frame = (0 if leads else start, max(after, content[0]) if content[0] >= after else after)
    return make_speech(source, content, match.span(), frame, cue.lemma, cue)


def _find_content(
    text: str, start: int, after: int, cue: Cue, is_inverted: bool, border: int, quoted: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Decide whether what is said stands behind the verb, ahead of the speaker, or round both."""
    right = text[after:].strip(" .,;:”\"'»-–—")
    left = text[border:start].strip(' ,;:“"«-–—')
    has_left = bool(left) and not _opens_sentence(text[:start])
    if has_left and text[:start].rstrip().endswith(",") and text[after:].lstrip().startswith((",", ";")):
        return 0, len(text)
    is_behind_quotation = any(end <= start + 1 and start - end <= _SHORT for _, end in quoted)
    leads_on = re.match(r"\s*,?\s*(?:that\b|[“\"«:])", text[after:]) is not None
    is_short = len(right.split()) < _SHORT and cue.stance is Stance.ASSERTS
    if has_left and not cue.form.endswith("ing") and (is_behind_quotation or ((is_short or is_inverted) and not leads_on)):
        return border, start
    return (after, len(text)) if right else None


def _opens_sentence(before: str) -> bool:
    """Whether nothing but an article, a connective or a day stands ahead of the speaker."""
    return _OPENING.fullmatch(before) is not None


def _find_subject(
    text: str, match: re.Match[str], parties: Sequence[PartyFound], found: list[Speech]
) -> tuple[tuple[int, int] | None, bool]:
    before = text[: match.start()]
    for party in sorted(parties, key=lambda one: -one.end):
        if CITING.search(before[max(party.start - _CITED, 0) : party.start]):
            continue
        if party.end <= match.start() and _FILLER.match(text[party.end : match.start()]):
            return _whole_name(text, party, parties), False
    pronoun = _PRONOUN.search(before)
    if pronoun:
        word = pronoun.group().split()[0]
        return (pronoun.start(), pronoun.start() + len(word)), False
    is_joined = re.search(r"(?:,|\b(?:and|but))\s+(?:\w+ly\s+|also\s+|then\s+|has\s+)*$", before) or match.group().endswith("ing")
    if is_joined and found and found[-1].source is not None:
        return found[-1].source, False
    inverted = party_at(parties, match.end() + 1) or party_at(parties, match.end() + 5)
    if inverted:
        return inverted, True
    name = _CAPITALISED_NAME.search(before)
    if name is not None and _NOT_A_NAME.search(name.group(1)):
        return None, False
    is_name = name is not None and (name.group(1)[:1].isupper() or name.group(1).startswith("the "))
    closes = name is not None and before[name.start()] == "," and not text[match.end() :].strip(' .”"')
    if name is not None and (is_name or closes) and not match.group().endswith("ing"):
        return name.span(1), False
    return None, False


def _whole_name(text: str, party: PartyFound, parties: Sequence[PartyFound]) -> tuple[int, int]:
    """The speaker of "Foo Bar, spokesman of the ministry, said" and of "a source at the ministry said" begins with the first party."""
    for earlier in parties:
        between = text[earlier.end : party.start] if earlier.end < party.start else ""
        is_apposed = _APPOSITION.fullmatch(between) and text[party.end :].lstrip().startswith(",")
        is_joined = _AND.fullmatch(between) and earlier.kind == party.kind and party.kind in _OFFICES
        if is_apposed or is_joined or _BELONGS_TO.fullmatch(between):
            return earlier.start, party.end
    return party.start, party.end


def _skip_adjuncts(text: str, position: int, addressees: Sequence[PartyFound]) -> int:
    addressee = party_at(addressees, position + 1) or party_at(addressees, position + 5)
    position = addressee[1] if addressee else position
    while match := _ADJUNCT.match(text, position):
        position = match.end()
    return position


def _left_border(found: list[Speech], start: int) -> int:
    ends = [speech.frame[1] for speech in found if speech.frame[1] <= start]
    return max(ends, default=0)


def _is_not_a_verb(before: str, form: str, after: str) -> bool:
    words = before.split()
    last = words[-1].casefold().strip('“"') if words else ""
    if last in ("without", "being") or (last == "to" and not _NEGATED.search(before)) or (form[:1].isupper() and words):
        return True
    if last in _ARTICLES and form.casefold().endswith("ed"):
        return True
    if form.casefold().startswith("appeal") and not _ASKS.match(after):
        return True
    return form.casefold() in _NOUN_FORMS and (last in _DETERMINERS or not words or after.lstrip().startswith("of "))
