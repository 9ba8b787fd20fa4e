"""Who says it: the words in a sentence that name the speaker of a verb of saying. Offsets are in the sentence."""

import re
from collections.abc import Sequence

from ceasewatch.understand.speech.act import Speech, party_at
from ceasewatch.understand.speech.sourced import CITING
from ceasewatch.understand.spotting.parties import PartyFound
from ceasewatch.understand.spotting.wordlists import read_words

_FILLER = re.compile(
    r"^(?:[’']s)?\s*(?:,[^,;]{0,90},|\([^)]{0,40}\))?\s*(?:(?:,|has|have|had|also|then|later|earlier|further|again|yesterday|today|meanwhile"
    r"|first|just|for (?:its|his|her|their) part|in turn|immediately|(?-i:(?:in|at|from|of) [A-Z]\w+(?:[ -][A-Z]\w+)?)"
    r"|\w+ly|who|which|itself|himself|herself|themselves|would|did|does|do|could|can|is|are|was|were|been|not|\w+n[’']t"
    r"|never|cannot|neither|nor|declined to|refused to|was unable to|once again"
    r"|(?:on|early|late) \w+day(?: \w+)?|on \w+ \d{1,2}|on \d{1,2} \w+|in (?:a|its|his|her|their) (?:[\w-]+ ){0,2}\w+)\s*,?\s*)*$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?P<who>he|she|it|they|who)(?:[’'](?:s|ve|d|re))?\s+"
    r"(?:(?:has|have|had|is|are|was|were|been|not|\w+n[’']t|also|then|later|further|again|\w+ly)\s+)*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:,|\b(?:and|but))\s+(?:\w+ly\s+|also\s+|then\s+|has\s+|have\s+|had\s+)*$")
_BY_SAYING = re.compile(r"(?:,|\bby|\bstatement|\breport|\bletter|\bmessage)\s+(?:\w+ly\s+)?$")
_CAPITALISED_NAME = re.compile(
    r"(?:^(?:(?:While|As|But|And|Although|Though|When|Because|If|Since|After|Before)\s+)?|[,“”\"]\s*|\b(?:and|but|while|as)\s+)"
    r"((?:the\s+|The\s+)?[^\s,;“”\"]+(?:\s+[^\s,;“”\"]+){0,6})\s+$"
)
_LEADING_NAME = re.compile(r"(?:[A-Z][\w’'.-]*\s+)+")
_NOT_A_NAME = re.compile(r"\b(?:did|does|do|not|never|neither|nor|was|were|is|are|has|had|have|had been|will|would)\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"(?:^|[,;:“”\"—–]\s*|\b(?:and|but|while|whereas|as|that|which|what|whom|because|when|although|though|after|before|since|if)\s+)"
    r"(?!(?:and|as|but|if|that|what|when|which|while|whom)\b)"
    r"(?P<who>(?:(?:the|some|many|most|several|other|a few|his|her|their|its|our|two|three|four)\s+)?(?:[\w’'-]+\s+){0,3}?(?P<last>[\w%-]+)"
    r"(?P<where>\s+(?:in|at|from|of|around|on|near|with|across|throughout|and)\s[^,;:“”\"]{2,50})?)"
    r"\s+(?:(?:has|have|had|also|now|later|\w+ly)\s+)*$",
    re.IGNORECASE,
)
_SOME_PEOPLE = frozenset("percent % many some others most several few both one another people".split())
_OPENING = re.compile(
    r"\W*(?:(?:the|an?|but|and|however|meanwhile|later|earlier|also|in turn|for (?:its|his|her|their) part"
    r"|yesterday|today|(?:an?|one|two|three|several|\d+|some) (?:hours?|days?|weeks?) (?:earlier|later|before|after|ago)"
    r"|(?:late |early )?on \w+(?: \d{1,2})?(?:, \d{4})?|on \d{1,2} \w+(?: \d{4})?"
    r"|in (?:a|its|an) (?:[\w-]+ ){0,2}(?:statement|interview|briefing|speech)(?: on \w+)?"
    r"|(?:reached|contacted|interviewed|speaking|asked|testifying|writing)\b[^,;]{0,60},)\W*)*",
    re.IGNORECASE,
)
_APPOSITION = re.compile(r"\s*,\s*(?:the\s+|an?\s+)?")
_BELONGS_TO = re.compile(r"\s+(?:at|in|from|of|with|within|for)\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_OFFICES = frozenset({"state", "ministry", "person", "organisation", "mission"})
_CITED = 25

Stretch = tuple[int, int]


def opens_sentence(before: str) -> bool:
    """Whether nothing but an article, a connective or a day stands ahead of the speaker."""
    return _OPENING.fullmatch(before) is not None


def find_subject(text: str, match: re.Match[str], parties: Sequence[PartyFound], found: Sequence[Speech]) -> tuple[Stretch | None, bool]:
    """Return where the speaker of a verb is named, ``None`` if nowhere, and whether that is behind the verb ("said the minister").

    ``found`` are the acts of speech ahead of it: "X said A and denied B" has one speaker.
    """
    before = text[: match.start()]
    ahead = _find_party(text, match, parties) or _find_pronoun(before)
    if ahead:
        return ahead, False
    if _is_joined(before, match.group()) and found and found[-1].source is not None:
        return found[-1].source, False
    inverted = party_at(parties, match.end() + 1) or party_at(parties, match.end() + 5)
    if inverted:
        return inverted, True
    leads_on = _JOINED.search(before) or (match.group().endswith("ing") and _BY_SAYING.search(before))
    leading = _find_leading(text, match, parties) if leads_on else None
    return leading or _find_name(text, match) or _find_somebody(before, match.group()), False


def _find_party(text: str, match: re.Match[str], parties: Sequence[PartyFound]) -> Stretch | None:
    before = text[: match.start()]
    for party in sorted(parties, key=lambda one: -one.end):
        if CITING.search(before[max(party.start - _CITED, 0) : party.start]):
            continue
        if party.end <= match.start() and _FILLER.match(text[party.end : match.start()]):
            return _whole_name(text, party, parties)
    return None


def _find_pronoun(before: str) -> Stretch | None:
    pronoun = _PRONOUN.search(before)
    return pronoun.span("who") if pronoun else None


def _is_joined(before: str, form: str) -> bool:
    return _JOINED.search(before) is not None or form.endswith("ing")


def _find_leading(text: str, match: re.Match[str], parties: Sequence[PartyFound]) -> Stretch | None:
    """Find the subject of the whole sentence, which has the verb in common: "Zenda's mayor met the envoys and said ..."."""
    first = next((party for party in parties if party.end < match.start()), None)
    if first is not None and opens_sentence(text[: first.start]):
        return _whole_name(text, first, parties)
    name = _LEADING_NAME.match(text)
    if name is None or name.end() >= match.start() or name.group().split()[0].casefold() in read_words("function_words.txt"):
        return None
    return 0, len(name.group().rstrip())


def _find_name(text: str, match: re.Match[str]) -> Stretch | None:
    before = text[: match.start()]
    name = _CAPITALISED_NAME.search(before)
    if name is None or _NOT_A_NAME.search(name.group(1)) or match.group().endswith("ing") or name.group(1).endswith((" and", " but")):
        return None
    is_name = name.group(1)[:1].isupper() or name.group(1).startswith("the ")
    closes = before[name.start()] == "," and not text[match.end() :].strip(' .”"')
    return name.span(1) if is_name or closes else None


def _find_somebody(before: str, form: str) -> Stretch | None:
    """Find people who bear no name and no office: "63 percent said", "top advisers in the capital have suggested"."""
    who = None if form.endswith("ing") else _SOMEBODY.search(before)
    if who is None or _NOT_A_NAME.search(who.group("who")):
        return None
    last = who.group("last").casefold()
    return who.span("who") if last in _SOME_PEOPLE or (last.endswith("s") and not last.endswith(("ss", "is", "us"))) else None


def _whole_name(text: str, party: PartyFound, parties: Sequence[PartyFound]) -> Stretch:
    """The speaker of "Foo Bar, spokesman of the ministry, said" and of "a source at the ministry said" begins with the first party."""
    for earlier in parties:
        between = text[earlier.end : party.start] if earlier.end < party.start else ""
        is_apposed = _APPOSITION.fullmatch(between) and text[party.end :].lstrip().startswith(",")
        is_joined = _AND.fullmatch(between) and earlier.kind == party.kind and party.kind in _OFFICES
        if is_apposed or is_joined or _BELONGS_TO.fullmatch(between):
            return earlier.start, party.end
    return party.start, party.end
