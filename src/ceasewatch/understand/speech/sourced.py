"""Speech without a speaker's verb: "according to X", "citing X", "X's claim that", "reports that", "it was reported"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ceasewatch.model.claim import Certainty
from ceasewatch.understand.speech.act import Speech, make_speech, party_at, words_until_comma
from ceasewatch.understand.speech.cues import noun_forms, noun_pattern
from ceasewatch.understand.spotting.parties import PartyFound

_ACCORDING = re.compile(r"\b(?:according to|in the words of|as per)\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
CITING = re.compile(
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
_OWNER_AHEAD = re.compile(r"(?:[’']s?)?\s+(?:[\w-]+\s+){0,2}$")
_POSSESSIVE = re.compile(r"[’']s?\b|s[’'](?=\s)")
_TREATY = re.compile(
    r"\b(?:agreement|agreements|treaty|accord|accords|resolution|memorandum|protocol|constitution|law|declaration)\b", re.IGNORECASE
)
_HEAD_WORDS = 2


def find_according(text: str, parties: Sequence[PartyFound]) -> Iterator[Speech]:
    """Find "According to X, CONTENT" and "CONTENT, according to X"."""
    for match in _ACCORDING.finditer(text):
        source = party_at(parties, match.end()) or words_until_comma(text, match.end())
        if source is None or _is_treaty(text[source[0] : source[1]]):
            continue
        is_head = len(text[: match.start()].strip(' “”"«»,').split()) < _HEAD_WORDS
        comma = text.find(",", source[1])
        content = (comma + 1 if 0 <= comma < source[1] + 60 else source[1], len(text)) if is_head else (0, match.start())
        if text[content[0] : content[1]].strip():
            yield make_speech(source, content, match.span(), (match.start(), content[0] if is_head else source[1]), "according")


def find_received(text: str) -> Iterator[Speech]:
    """Find "operative information has been received about CONTENT": a thing that is a source."""
    for match in _RECEIVED.finditer(text):
        speech = make_speech(match.span("source"), (match.end(), len(text)), match.span(), match.span(), "receive")
        yield replace(speech, depth=1, is_information=True, certainty=Certainty.REPORTED)


def find_hearsay(text: str) -> Iterator[Speech]:
    """Find "it was reported that CONTENT" and "X was said to CONTENT": said by nobody who is named."""
    for match in _HEARSAY.finditer(text):
        content = (match.end(), len(text)) if re.match(r"\s*that\b", text[match.end() :]) else (0, len(text))
        yield replace(make_speech(None, content, match.span(), match.span("verb"), "hearsay"), certainty=Certainty.REPORTED)


def find_citing(text: str, parties: Sequence[PartyFound]) -> Iterator[Speech]:
    """Find "citing X" and "quoted X as saying": the speaker's own source."""
    for match in CITING.finditer(text):
        source = party_at(parties, match.end()) or words_until_comma(text, match.end())
        if source is not None:
            yield replace(make_speech(source, (0, len(text)), match.span(), (match.start(), source[1]), "cite"), depth=2)


def find_nouns(text: str, parties: Sequence[PartyFound], verbs: Sequence[Speech]) -> Iterator[Speech]:
    """Find "X's claim that CONTENT", "a warning by X that CONTENT" and, where nobody speaks of them, "reports that CONTENT"."""
    for match in noun_pattern().finditer(text):
        noun = noun_forms()[match["noun"].casefold()]
        source = _find_owner(text, match, parties)
        if source is None and any(verb.content[0] <= match.start() < verb.content[1] for verb in verbs):
            continue
        frame = (min(source[0], match.start()), match.end()) if source else match.span()
        speech = make_speech(source, (match.end(), len(text)), match.span("noun"), frame, noun.lemma if source else "hearsay", noun)
        yield replace(speech, depth=1) if source else replace(speech, certainty=Certainty.REPORTED)


def _find_owner(text: str, match: re.Match[str], parties: Sequence[PartyFound]) -> tuple[int, int] | None:
    """Whose claim it is: the party behind "by" or "from", or the owner ahead of the noun."""
    if match["by"]:
        return party_at(parties, match.end("by")) or words_until_comma(text[: match.start("that")].rstrip(), match.end("by"))
    for party in parties:
        between = text[party.end : match.start()]
        if party.end <= match.start() and _OWNER_AHEAD.fullmatch(between) and _POSSESSIVE.search(text[party.end - 2 : match.start()]):
            return party.start, party.end
    return None


def _is_treaty(words: str) -> bool:
    return _TREATY.search(words) is not None or re.search(r"\b(?:19|20)\d\d\b.*\bstatement\b", words, re.IGNORECASE) is not None
