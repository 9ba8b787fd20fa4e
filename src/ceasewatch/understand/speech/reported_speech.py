"""Reported speech in one sentence: who says it, with which verb, and which words are what is said.

Patterns: "X said (on Monday) that CONTENT", "CONTENT, X said", "CONTENT, said X", "According to X, CONTENT", "CONTENT was denied by X",
"X accused Y of CONTENT", "information has been received that CONTENT", "CONTENT was reported". Offsets are in the sentence. Who speaks is
worked out in ``subjects``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ceasewatch.model.claim import Certainty, Stance
from ceasewatch.understand.speech.act import Speech, make_speech, party_at
from ceasewatch.understand.speech.cues import Cue, cue_forms, cue_pattern, has_needed_words
from ceasewatch.understand.speech.sourced import find_according, find_citing, find_hearsay, find_nouns, find_received
from ceasewatch.understand.speech.subjects import find_subject, opens_sentence
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
    " requests appeal appeals blame dispute think pledge pledges promise promises vow vows joke jokes fear fears hope hopes charge charges"
    " show shows rule rules answer answers warning warnings".split()
)
_FOLLOWS_NOUN = re.compile(r"\s+(?:of|said|say|says|suggest\w*|indicat\w*|claim\w*|put|were|was|are|is)\b", re.IGNORECASE)
_ADJUNCT = re.compile(
    r"\s*,?\s*(?:(?:in|during|at|through|via|on)\s+(?:an?|his|her|the|their|its)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:statement|interview|briefing|press conference|news conference|conference|speech|report|post|message|address|bulletin|communiqu[eé]"
    r"|telegram|tweet|letter|release|meeting|page|channel|website)\b"
    r"|(?:on|late on|early on)\s+(?:\w+day|[A-Z]\w+ \d{1,2}|\d{1,2} [A-Z]\w+)(?:\s+(?:morning|afternoon|evening|night))?"
    r"|in (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?"
    r"|(?:last|this) (?:week|month|year)"
    r"|(?:to\s+)?(?:reporters|journalists|(?:a|the) (?:media|press|news conference|press conference))|by (?:tele)?phone"
    r"|(?-i:(?:in|at|from) [A-Z]\w+(?:[ -][A-Z]\w+)?)"
    r"(?=\s+(?:on (?:late |early )?\w+day|that|yesterday|today|late|early)\b)|yesterday|today|earlier|later|again|\w+ly|as saying)\b",
    re.IGNORECASE,
)
_ADDRESSING = frozenset({"tell", "inform", "remind", "warn"})
_NEXT_VERB = re.compile(r",?\s+and\s+(?:\w+ly\s+|did\s+)?(?=\w+ed\b|said\b|told\b|did\b|was\b|gave\b)")
_GIVES_TOLL = re.compile(
    r"\b(?:put|puts|raised|raises|revised|lowered|updated)\s+(?:the|its|their|his|her)\s+(?:\w+\s+){0,4}?"
    r"(?:toll|number|figure|count|dead|losses|casualties)\b|\b(?:spoke|spoken|speaks|speak)\s+of\b",
    re.IGNORECASE,
)
_COORDINATES = re.compile(
    r"(?:[,;:—–]|\b(?:and|but|while|whereas|though|although))\s*(?:(?:the|an?|in turn|later|also|then|\w+ly)\s+)*[“\"]?$", re.IGNORECASE
)
_HEARSAY_SOURCE = re.compile(r"\b(?:reports|accounts|rumou?rs)$", re.IGNORECASE)
_HEARD = re.compile(r"\s*(?:that\s+)?(?:he|she|they|it|we|I)\s+(?:(?:have|has|had)\s+)?(?:heard|been told|was told|were told)\b")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_SHORT = 3


def find_speech(text: str, parties: Sequence[PartyFound], quoted: Sequence[tuple[int, int]]) -> tuple[Speech, ...]:
    """Return the acts of speech in one sentence, in the order of their verbs.

    ``quoted`` are the stretches in quotation marks that are speech: a verb of saying inside one is part of what is said there, and is
    looked at apart by the caller.
    """
    found = [*find_according(text, parties), *find_received(text), *find_hearsay(text)]
    found += _find_verbs(text, parties, quoted)
    found += find_citing(text, parties)
    found += _find_tolls(text, parties)
    found += find_nouns(text, parties, found)
    return tuple(sorted(found, key=lambda speech: (speech.cue, speech.depth)))


def _find_verbs(text: str, parties: Sequence[PartyFound], quoted: Sequence[tuple[int, int]]) -> list[Speech]:
    found: list[Speech] = []
    is_headline = _is_headline(text)
    for match in cue_pattern().finditer(text):
        if any(start <= match.start() < end for start, end in quoted):
            continue
        cue = cue_forms()[match.group().casefold()]
        before = text[: match.start()]
        if _is_not_a_verb(before, match.group(), text[match.end() :], is_headline):
            continue
        if not has_needed_words(cue, text, match, quoted):
            continue
        is_passive = not cue.form.endswith("ing") and _PASSIVE.search(before) is not None
        speech = _read_passive(text, match, cue, parties) if is_passive else _read_active(text, match, cue, parties, found, quoted)
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
        source, _ = find_subject(text, match, parties, [])
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
    source, is_inverted = find_subject(text, match, parties, found)
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
    leads = content[0] >= after and opens_sentence(text[:start])
    frame = (0 if leads else start, max(after, content[0]) if content[0] >= after else after)
    speech = make_speech(source, content, match.span(), frame, cue.lemma, cue)
    is_hearsay = _HEARSAY_SOURCE.search(text[slice(*source)]) or _HEARD.match(text, content[0])
    return replace(speech, certainty=max(speech.certainty, Certainty.REPORTED, key=list(Certainty).index)) if is_hearsay else speech


def _find_content(
    text: str, start: int, after: int, cue: Cue, is_inverted: bool, border: int, quoted: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Decide whether what is said stands behind the verb, ahead of the speaker, or round both."""
    right = text[after:].strip(" .,;:”\"'»-–—")
    left = text[border:start].strip(' ,;:“"«-–—')
    has_left = bool(left) and not opens_sentence(text[:start])
    if has_left and text[:start].rstrip().endswith(",") and text[after:].lstrip().startswith((",", ";")):
        return 0, len(text)
    is_behind_quotation = any(end <= start + 1 and start - end <= _SHORT for _, end in quoted)
    leads_on = re.match(r"\s*,?\s*(?:that\b|[“\"«:])", text[after:]) is not None
    is_short = len(right.split()) < _SHORT and cue.stance is Stance.ASSERTS
    if has_left and not cue.form.endswith("ing") and (is_behind_quotation or ((is_short or is_inverted) and not leads_on)):
        return border, start
    opens_quotation = text[after:].strip() == ":"
    return (after, len(text)) if right or opens_quotation else None


def _skip_adjuncts(text: str, position: int, addressees: Sequence[PartyFound]) -> int:
    addressee = party_at(addressees, position + 1) or party_at(addressees, position + 5)
    position = addressee[1] if addressee else position
    while match := _ADJUNCT.match(text, position):
        position = match.end()
    return position


def _left_border(found: list[Speech], start: int) -> int:
    ends = [speech.frame[1] for speech in found if speech.frame[1] <= start]
    return max(ends, default=0)


def _is_headline(text: str) -> bool:
    """Whether all long words have capitals, so that a capital makes no verb a name: "Zenda Mayor Says Bridge Was Shelled"."""
    words = _LONG_WORD.findall(text)
    return len(words) >= _SHORT and all(word[:1].isupper() for word in words)


def _is_not_a_verb(before: str, form: str, after: str, is_headline: bool) -> bool:
    words = before.split()
    last = words[-1].casefold().strip('“"') if words else ""
    if last in ("without", "being") or (last == "to" and not _NEGATED.search(before)) or (form[:1].isupper() and words and not is_headline):
        return True
    if last in _ARTICLES and form.casefold().endswith("ed"):
        return True
    if form.casefold().startswith("appeal") and not _ASKS.match(after):
        return True
    is_noun = last in _DETERMINERS or not words or last.endswith(("’s", "'s")) or _FOLLOWS_NOUN.match(after) is not None
    return form.casefold() in _NOUN_FORMS and is_noun
