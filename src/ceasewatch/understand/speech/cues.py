"""The words that report speech ("said", "denied", "accused") and how each makes its speaker stand to what is said."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ceasewatch.model.claim import Certainty, Stance

_CLAUSE = re.compile(r"\s*,?\s*(?:(?:\w+day|\w+ly|also|in an? (?:[\w-]+ )?\w+)\s*,?\s+)?(?:that|whether|how|why)\b", re.IGNORECASE)
_QUOTES = re.compile(r"\s*[,:]?\s*[“\"«]|\s*:\s*$")
_BESIDE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One form of a verb of saying.

    ``needs`` says what must stand beside it to make it one: "clause" ("found that", not "found mines"), "quotation" (“...,” he went on),
    or nothing.
    """

    lemma: str
    form: str
    stance: Stance
    certainty: Certainty
    needs: str


@cache
def cue_forms() -> dict[str, Cue]:
    """Return every form of every verb of saying, by the form in small letters."""
    return _read_forms("cues.csv")


@cache
def noun_forms() -> dict[str, Cue]:
    """Return every noun for something said ("claim", "warnings"), by the form in small letters."""
    return _read_forms("noun_cues.csv")


@cache
def noun_pattern() -> re.Pattern[str]:
    """One pattern that finds a noun for something said and the "that" behind it: "claims that", "a warning by the mission that"."""
    forms = "|".join(sorted(noun_forms(), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<noun>{forms})\s+(?:(?P<by>(?:by|from)\s+(?:the\s+|an?\s+)?)[^,;.]{{2,60}}?\s+)?(?P<that>that)\b", re.IGNORECASE
    )


def _read_forms(name: str) -> dict[str, Cue]:
    table = files("ceasewatch.understand").joinpath("lexicon", name).read_text(encoding="utf-8")
    return {
        form: Cue(
            lemma=row["forms"].split("|")[0],
            form=form,
            stance=Stance(row["stance"]),
            certainty=Certainty(row["certainty"]),
            needs=row.get("needs", ""),
        )
        for row in csv.DictReader(table.splitlines())
        for form in row["forms"].split("|")
    }


@cache
def cue_pattern() -> re.Pattern[str]:
    """One pattern that finds any form of any verb of saying as a whole word."""
    forms = sorted(cue_forms(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(forms) + r")\b", re.IGNORECASE)


def has_needed_words(cue: Cue, text: str, match: re.Match[str], quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether a verb has beside it what makes it one of saying. ``quoted`` are the quotations of the sentence."""
    opens = _QUOTES.match(text, match.end()) is not None or any(0 <= match.start() - end <= _BESIDE for _, end in quoted)
    if cue.needs == "clause":
        return opens or _CLAUSE.match(text, match.end()) is not None
    return opens if cue.needs == "quotation" else True


@cache
def hedges() -> tuple[tuple[re.Pattern[str], Certainty], ...]:
    """The words that weaken an assertion, with the certainty that they leave."""
    table = files("ceasewatch.understand").joinpath("lexicon/hedges.csv").read_text(encoding="utf-8")
    return tuple(
        (re.compile(r"\b" + re.escape(row["words"]) + r"\b", re.IGNORECASE), Certainty(row["certainty"]))
        for row in csv.DictReader(table.splitlines())
    )
