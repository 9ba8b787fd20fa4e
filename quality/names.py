"""Whether two ways of writing a name can mean the same one, for scoring only."""

import re
from functools import cache

from ceasewatch.model.countries import countries, country_demonyms

_WORD = re.compile(r"\w[\w.]*\w|\w")
_FILLERS = frozenset("a an and at by for from in into its of on or s the to with".split())
_SAME = {"defence": "defense", "foreign affairs": "foreign", "mod": "ministry defense", "mfa": "ministry foreign"}
_PASSED_BY = re.compile(r"\b(?:bypassing|avoiding)\b.*", re.IGNORECASE | re.DOTALL)


def name_words(name: str) -> frozenset[str]:
    """The words of a name that tell: lower case, without fillers and possessives, the people's name turned into the country's."""
    plain = name.lower().replace("’", "'").replace("'s", "")
    for written, meant in _SAME.items():
        plain = re.sub(rf"\b{written}\b", meant, plain)
    return frozenset(_country_words().get(word, _singular(word)) for word in _WORD.findall(plain) if word not in _FILLERS)


def names_agree(ours: str | None, theirs: str) -> bool:
    """Whether one name holds every telling word of the other, and at least half of the longer one's."""
    left, right = name_words(ours or ""), name_words(theirs)
    shared = left & right
    if not shared:
        return False
    return shared == right or (shared == left and 2 * len(shared) >= len(right))


def places_agree(ours: str, theirs: str) -> bool:
    """Whether at least half of our place's words stand in theirs; what theirs only passes by does not count."""
    left, right = name_words(ours), name_words(_PASSED_BY.sub("", theirs))
    return bool(left) and 2 * len(left & right) >= len(left)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@cache
def _country_words() -> dict[str, str]:
    """Demonyms of one country, by the country's first name: "ruritanian" and "ruritania" become one word."""
    names = {country.code: country.name.lower() for country in countries()}
    single = {demonym.lower(): codes[0] for demonym, codes in country_demonyms().items() if len(codes) == 1}
    return {demonym: names[code] for demonym, code in single.items() if " " not in names[code]}
