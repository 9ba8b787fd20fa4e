"""Reported speech in one sentence: who says it, with which verb, and which words are what is said.

Patterns: "X said (on Monday) that CONTENT", "CONTENT, X said", "CONTENT, said X", "According to X, CONTENT", "CONTENT was denied by X",
"X accused Y of CONTENT", "information has been received that CONTENT", "CONTENT was reported". Offsets are in the sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceasewatch.model.claim import Certainty, Stance
from ceasewatch.understand.speech.cues import Cue, cue_forms, cue_pattern
from ceasewatch.understand.spotting.parties import PartyFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One act of speech in one sentence.

    ``source`` is where its speaker is named, ``None`` for hearsay without anybody ("it was reported"). ``content`` is what is said,
    ``cue`` the verb, ``frame`` the whole stretch that is about the saying and not about the event. ``depth`` orders a source's own
    source behind it. ``is_information`` marks a source that is a thing ("operative information"), not somebody.
    """

    source: tuple[int, int] | None
    content: tuple[int, int]
    cue: tuple[int, int]
    frame: tuple[int, int]
    lemma: str
    stance: Stance
    certainty: Certainty
    depth: int = 0
    is_information: bool = False


_ACCORDING = re.compile(r"\b(?:according to|in the words of|as per)\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_CITING = re.compile(
    r"\b(?:citing|quoting|quoted(?! (?:by|in|as|from))|with reference to|referring to|quoted by|cited by)\s+(?:the\s+|an?\s+)?",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    r"\b(?P<source>(?:[\w-]+\s+)?(?:information|intelligence|reports?|data))\s+(?:has|have|had|was|were)\s+(?:been\s+)?(?:received|obtained)\b",
    re.IGNORECASE,
)
_HEARSAY = re.compile(
    r"\b(?:is|are|was|were|been)\s+(?:\w+ly\s+)?(?P<verb>said|reported|alleged|claimed|rumou?red)\b(?!\s+by\b)", re.IGNORECASE
)
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
    r"|\w+ly|who|which|itself|himself|herself|themselves|would|did|does|do|could|can|not"
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
_TREATY = re.compile(
    r"\b(?:agreement|agreements|treaty|accord|accords|resolution|memorandum|protocol|constitution|law|declaration)\b", re.IGNORECASE
)
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
_SHORT = 3
_CITED = 25


def find_speech(text: str, parties: Sequence[PartyFound], quoted: Sequence[tuple[int, int]]) -> tuple[Speech, ...]:
    """Return the acts of speech in one sentence, in the order of their verbs.

    ``quoted`` are the stretches in quotation marks that are speech: a verb of saying inside one is part of what is said there, and is
    looked at apart by the caller.
    """
    found = [*_find_according(text, parties), *_find_received(text), *_find_hearsay(text)]
    found += _find_verbs(text, parties, quoted)
    found += _find_citing(text, parties)
    return tuple(sorted(found, key=lambda speech: (speech.cue, speech.depth)))


def _find_according(text: str, parties: Sequence[PartyFound]) -> Iterator[Speech]:
    for match in _ACCORDING.finditer(text):
        source = _party_at(parties, match.end()) or _words_until_comma(text, match.end())
        if source is None or _is_treaty(text[source[0] : source[1]]):
            continue
        is_head = len(text[: match.start()].strip(' “”"«»,').split()) < _SHORT - 1
        comma = text.find(",", source[1])
        content = (comma + 1 if 0 <= comma < source[1] + 60 else source[1], len(text)) if is_head else (0, match.start())
        if text[content[0] : content[1]].strip():
            yield _speech(source, content, match.span(), (match.start(), content[0] if is_head else source[1]), "according")


def _find_received(text: str) -> Iterator[Speech]:
    for match in _RECEIVED.finditer(text):
        speech = _speech(match.span("source"), (match.end(), len(text)), match.span(), match.span(), "receive")
        yield replace(speech, depth=1, is_information=True, certainty=Certainty.REPORTED)


def _find_hearsay(text: str) -> Iterator[Speech]:
    for match in _HEARSAY.finditer(text):
        content = (match.end(), len(text)) if re.match(r"\s*that\b", text[match.end() :]) else (0, len(text))
        yield replace(_speech(None, content, match.span(), match.span("verb"), "hearsay"), certainty=Certainty.REPORTED)


def _find_citing(text: str, parties: Sequence[PartyFound]) -> Iterator[Speech]:
    for match in _CITING.finditer(text):
        source = _party_at(parties, match.end()) or _words_until_comma(text, match.end())
        if source is not None:
            yield replace(_speech(source, (0, len(text)), match.span(), (match.start(), source[1]), "cite"), depth=2)


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
            if found and found[-1].content[1] > pivot > found[-1].cue[0] and speech.frame[0] > found[-1].cue[1]:
                found[-1] = replace(found[-1], content=(found[-1].content[0], max(found[-1].content[0] + 1, speech.frame[0])))
            found.append(speech)
    return found


def _read_passive(text: str, match: re.Match[str], cue: Cue, parties: Sequence[PartyFound]) -> Speech | None:
    agent = _AGENT.match(text[match.end() :])
    source = _party_at(parties, match.end() + agent.end()) if agent else None
    if source is None:
        return None
    return _speech(source, (0, len(text)), match.span(), (match.start(), source[1]), cue.lemma, cue)


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
    return _speech(source, content, match.span(), frame, cue.lemma, cue)


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
        if _CITING.search(before[max(party.start - _CITED, 0) : party.start]):
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
    inverted = _party_at(parties, match.end() + 1) or _party_at(parties, match.end() + 5)
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
    addressee = _party_at(addressees, position + 1) or _party_at(addressees, position + 5)
    position = addressee[1] if addressee else position
    while match := _ADJUNCT.match(text, position):
        position = match.end()
    return position


def _left_border(found: list[Speech], start: int) -> int:
    ends = [speech.frame[1] for speech in found if speech.frame[1] <= start]
    return max(ends, default=0)


def _party_at(parties: Sequence[PartyFound], position: int) -> tuple[int, int] | None:
    for party in parties:
        if position - 2 <= party.start <= position + 1:
            return party.start, party.end
    return None


def _words_until_comma(text: str, start: int) -> tuple[int, int] | None:
    match = re.compile(r"[^,;:.“”\"]{2,80}").match(text, start)
    return match.span() if match else None


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


def _is_treaty(words: str) -> bool:
    return _TREATY.search(words) is not None or re.search(r"\b(?:19|20)\d\d\b.*\bstatement\b", words, re.IGNORECASE) is not None


def _speech(
    source: tuple[int, int] | None,
    content: tuple[int, int],
    cue_span: tuple[int, int],
    frame: tuple[int, int],
    lemma: str,
    cue: Cue | None = None,
) -> Speech:
    return Speech(
        source=source,
        content=content,
        cue=cue_span,
        frame=frame,
        lemma=lemma,
        stance=cue.stance if cue else Stance.ASSERTS,
        certainty=cue.certainty if cue else Certainty.STATED,
    )
