"""The words that name an event ("opened fire"), and how the sentence treats it: as happened, habitual, planned or imagined."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ceasewatch.model.mention import Status

VIOLENT = frozenset(
    {"clash", "attack", "shooting", "killing", "wounding", "shelling", "air_strike", "explosion", "suicide_bombing", "grenade", "violation"}
)
"""Kinds that one event can be told under: the clash that began with a shooting and ended in deaths is one mention."""

_TELLING = {"inspection": 0, "violation": 0, "wounding": 0, "killing": 1, "attack": 2, "shooting": 3, "clash": 4}
_MOST_TELLING = 5
_NEAR = 60
_NOUN_COMPOUND = re.compile(
    r"^[\s-]+(?:helicopters?|drones?|aircraft|planes?|jets?|crimes?|criminals?|dogs?|weapons?|zones?|effort|games?|film|veterans?|memorial|room)\b",
    re.IGNORECASE,
)
_PATTERN = re.compile(
    r"\b(?:repeatedly|regularly|frequently|often|routinely|constantly|continu(?:e|es|ously|ally|ing)|still|systematic(?:ally)?|daily"
    r"|every (?:day|night|week)|ongoing|numerous|massive|over the (?:past|last) (?:\w+ )?(?:years?|months?|weeks?)"
    r"|for (?:years|months|weeks|decades)|usually|sometimes|attempts|has been used|was used for|were used for|have been (?:\w+ing))\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:will|shall|plan(?:s|ned|ning)? to|intend(?:s|ed)? to|is to|are to|scheduled|preparing to|prepares to|threaten(?:s|ed|ing)? to"
    r"|vow(?:s|ed)? to|ready to|expected to|propos(?:ed|es|ing)(?: to)?|(?:had|has|have|obliged|required|bound) to|must"
    r"|due to (?:be|begin|start))\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|would|could|should|might|may|in case of|in the event of|risk of|fears? of|threat of"
    r"|to (?:prevent|avoid|deter|stop|counter|avert)|against|possible|potential|no|without)\s+(?:\w+\s+){0,3}$"
    r"|\b(?:not|never|n[’']t)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    r"^[^.;]{0,80}\b(?:is|are|would be) (?:\w+ly )?(?:inadmissible|unacceptable|prohibited|forbidden|banned|not (?:allowed|permitted))\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\b(?:before|since|until|prior to) (?:the|this|that)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:no|not|without|never|nobody|none|any|n[’']t)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_WAR_TOLL = re.compile(
    r"\b(?:war|conflict|crisis|uprising|unrest|insurgency|revolt)\b(?=[^.;]{0,90}\b(?:killed|dead|died|claimed|displaced))"
    r"(?=[^.;]*\b(?:since|started|began|erupted|broke out)\b|(?<=-year conflict)|(?<=-year war)|(?<=-old conflict)|(?<=-old war))",
    re.IGNORECASE,
)
_HABIT = re.compile(r"\b(?:repeatedly|regularly|frequently|routinely|constantly|systematically|every (?:day|night|week))\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:the|this|that|these|those|today[’']s|yesterday[’']s|latest)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_AGGREGATE = re.compile(r"\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:separate|different|such)?\s*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The words that name one event. Offsets are in the sentence; ``is_definite`` marks "the clash", which was named before."""

    start: int
    end: int
    kind: str
    status: Status
    is_definite: bool


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = files("ceasewatch.understand").joinpath("lexicon/triggers.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t", 1) for line in table.splitlines()[1:] if line)
    return tuple((kind, re.compile(r"\b(?:" + pattern + r")(?!\w)", re.IGNORECASE)) for kind, pattern in rows)


def find_triggers(text: str) -> tuple[Trigger, ...]:
    """Return the event words of one sentence, left to right; where two overlap, the more telling kind or the longer words stand."""
    found = [_read_trigger(text, kind, match) for kind, pattern in _patterns() for match in pattern.finditer(text)]
    found = [one for one in found if one.kind not in ("killing", "wounding") or not _NOBODY.search(text[: one.start])]
    found = [one for one in found if not _NOUN_COMPOUND.match(text[one.end :]) and not _REFERENCE.search(text[: one.start])]
    found.sort(key=lambda trigger: (-telling(trigger.kind), trigger.start - trigger.end, trigger.start))
    kept: list[Trigger] = []
    for trigger in found:
        if all(trigger.end <= other.start or other.end <= trigger.start for other in kept):
            kept.append(trigger)
    return tuple(sorted(kept, key=lambda trigger: trigger.start))


def telling(kind: str) -> int:
    """How much a kind says: a death could come of anything, a grenade is a grenade."""
    return _TELLING.get(kind, _MOST_TELLING)


def best_trigger(triggers: Sequence[Trigger]) -> Trigger:
    """Return the trigger that says most about what happened: a grenade over an attack, an attack over a death."""
    return max(triggers, key=lambda trigger: (telling(trigger.kind), -trigger.start))


def _read_trigger(text: str, kind: str, match: re.Match[str]) -> Trigger:
    before = text[: match.start()]
    article = _ARTICLE.search(before)
    points_on = text[match.end() :].startswith(" of ") or " of " in match.group()
    return Trigger(
        start=match.start(),
        end=match.end(),
        kind="war" if kind in ("killing", "wounding", "displacement") and _WAR_TOLL.search(text) else kind,
        status=_read_status(text, before, match),
        is_definite=article is not None and not points_on,
    )


def _read_status(text: str, before: str, match: re.Match[str]) -> Status:
    clause = re.split(r"[;:]|,(?=\s*(?:and|but|while|which|who)\b)", before)[-1]
    if _HYPOTHETICAL.search(clause) or _FORBIDDEN.search(text[match.end() :]):
        return Status.HYPOTHETICAL
    if _PLAN.search(clause):
        return Status.PLAN
    if _HABIT.search(before) or _PATTERN.search(clause[-_NEAR:] + text[match.start() : match.end()]):
        return Status.PATTERN
    return Status.REPORTED


def is_aggregate(text: str, trigger: Trigger) -> bool:
    """Whether one event word stands for several events ("three separate attacks")."""
    return _AGGREGATE.search(text[: trigger.start]) is not None
