"""The words that report speech ("said", "denied", "accused") and how each makes its speaker stand to what is said."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ceasewatch.model.claim import Certainty, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One form of a verb of saying."""

    lemma: str
    form: str
    stance: Stance
    certainty: Certainty


@cache
def cue_forms() -> dict[str, Cue]:
    """Return every form of every verb of saying, by the form in small letters."""
    table = files("ceasewatch.understand").joinpath("lexicon/cues.csv").read_text(encoding="utf-8")
    return {
        form: Cue(lemma=row["forms"].split("|")[0], form=form, stance=Stance(row["stance"]), certainty=Certainty(row["certainty"]))
        for row in csv.DictReader(table.splitlines())
        for form in row["forms"].split("|")
    }


@cache
def cue_pattern() -> re.Pattern[str]:
    """One pattern that finds any form of any verb of saying as a whole word."""
    forms = sorted(cue_forms(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(forms) + r")\b", re.IGNORECASE)


@cache
def hedges() -> tuple[tuple[re.Pattern[str], Certainty], ...]:
    """The words that weaken an assertion, with the certainty that they leave."""
    table = files("ceasewatch.understand").joinpath("lexicon/hedges.csv").read_text(encoding="utf-8")
    return tuple(
        (re.compile(r"\b" + re.escape(row["words"]) + r"\b", re.IGNORECASE), Certainty(row["certainty"]))
        for row in csv.DictReader(table.splitlines())
    )
