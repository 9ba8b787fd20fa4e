"""Names of persons as a sentence writes them, with the rank in front. Names are found by their shape alone; nobody is looked up."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from ceasewatch.model.countries import countries
from ceasewatch.understand.people.people_words import people_nouns
from ceasewatch.understand.spotting.wordlists import read_table, read_words, split_cell

_PREFIX = r"(?:(?:[Aa]l|[Ee]l|[Aa]sh?|[Aa]r|[Aa]d|[Aa]n|[Aa]t|[Aa]z|[Oo]|[Dd]|[Ll])[-'’])"
_PARTICLE = (
    r"(?:van|von|der|den|de|da|di|dos|das|del|della|la|le|el|al|bin|ibn|bint|abu|ben|zu|zur|ter|ten|y|af"
    r"|oglu|oğlu|ogly|qizi|qızı|kizi|kyzy)"
)
_TOKEN = regex.compile(rf"\p{{Lu}}\.|{_PREFIX}?\p{{Lu}}[\p{{L}}\p{{M}}]*+(?:['’\-‑]\p{{L}}[\p{{L}}\p{{M}}]*+)*")
_BETWEEN = regex.compile(rf"\s*(?:\s{_PARTICLE})*\s*(?<=[\s.])")
_MONTH_NAMES = frozenset({"jan", "april", "june", "august", "may"})
_MOST_TOKENS = 5
_LOUD = regex.compile(r"\p{Lu}{2,4}")
_OPENING, _CLOSING = "\"“„«'‘", "\"”“»'’"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """One name. ``name_start:end`` is the name; ``start:end`` takes in the rank.

    ``run_start`` is where the row of capitalised words begins that the name ends.
    """

    start: int
    name_start: int
    end: int
    name: str
    rank: str | None
    rank_is_quoted: bool
    run_start: int


def find_person_names(text: str) -> tuple[PersonName, ...]:
    """Return the names of a sentence in order: two words or more, or one word after a rank."""
    return tuple(name for run in _each_run(text) for name in _read_run(text, run))


def _each_run(text: str) -> Iterator[list[regex.Match[str]]]:
    """Yield capitalised words in a row, with particles such as "van der" between them."""
    run: list[regex.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if run and _BETWEEN.fullmatch(text[run[-1].end() : token.start()]) is None:
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _read_run(text: str, run: list[regex.Match[str]]) -> Iterator[PersonName]:
    """Yield the name that ends a run, after its last word that is no name: "Northern Brigade Jan Novak"."""
    first = max((index + 1 for index, token in enumerate(run) if _is_no_name(token[0], is_last=index + 1 == len(run))), default=0)
    tokens = run[first:]
    if not tokens or len(tokens) > _MOST_TOKENS:
        return
    name_start, end = tokens[0].start(), tokens[-1].end()
    rank = _rank_pattern().search(text, 0, name_start)
    is_full = sum(1 for token in tokens if not token[0].endswith(".")) >= 1 and len(tokens) > 1
    if not (is_full or (rank is not None and not tokens[0][0].endswith("."))):
        return
    if all(_LOUD.fullmatch(token[0]) for token in tokens):
        return
    yield PersonName(
        start=rank.start("all") if rank else name_start,
        name_start=name_start,
        end=end,
        name=text[name_start:end],
        rank=rank["rank"] if rank else None,
        rank_is_quoted=bool(rank and rank["open"] and rank["close"]),
        run_start=min(run[0].start(), rank.start("all") if rank else name_start),
    )


def _is_no_name(word: str, *, is_last: bool) -> bool:
    small = word.lower().rstrip(".")
    is_initial = word[1:] == "."
    if is_initial or (small in _MONTH_NAMES and not is_last):
        return False
    return (
        "-year-" in small
        or small in read_words("not_names.txt")
        or small in read_words("function_words.txt")
        or small in people_nouns()
        or word in _country_words()
        or small in _rank_words()
        or _LOUD.fullmatch(word) is not None
    )


@cache
def _country_words() -> frozenset[str]:
    return frozenset(
        part
        for country in countries()
        for name in (country.name, *country.aliases, *country.demonyms)
        for part in name.split()
        if part[:1].isupper()
    )


@cache
def _rank_words() -> frozenset[str]:
    return frozenset(word.rstrip(".") for row in read_table("ranks.csv") for word in split_cell(row["words"]))


@cache
def _rank_pattern() -> regex.Pattern[str]:
    parts = {
        row["part"]: "|".join(regex.escape(word) for word in sorted(split_cell(row["words"]), key=len, reverse=True))
        for row in read_table("ranks.csv")
    }
    return regex.compile(
        rf"(?<![\p{{L}}\p{{N}}])(?P<all>(?P<open>[{_OPENING}])?(?P<rank>(?:(?:{parts['first']})[\s-]+)*(?:{parts['base']})s?)(?P<close>[{_CLOSING}])?[\s,]+)$",
        regex.IGNORECASE,
    )
