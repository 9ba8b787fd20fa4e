"""Scores MUC-4 templates as GTT does: what kind of incident, and five roles filled with names from the text.

The measure is that of Du, Rush and Cardie, "Template Filling with Generative Transformers" (2021). The templates of one report are paired
one to one with those of the key so that the report's F1 is highest. Only templates of one incident type may pair. A filler is right if
each of its wordings is one of the wordings that the key lists for one entity of that role.
"""

import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from quality.figures import Tally

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
FIELDS = ("incident_type", *ROLES)

_ARTICLE = re.compile(r"\b(?:a|an|the)\b")
_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)

Entity = frozenset[str]
"""The wordings of one person or thing."""
Counts = tuple[int, ...]
"""For each of ``FIELDS``, how many fillers given are right; then, again for each, how many of the key's are found."""
_NOTHING: Counts = (0,) * (2 * len(FIELDS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One incident: its type, and for each role the entities that fill it."""

    incident_type: str
    fillers: Mapping[str, tuple[Entity, ...]]

    def of(self, role: str) -> tuple[Entity, ...]:
        """The entities of one role."""
        return self.fillers.get(role, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """How one report's templates were paired with the key's: positions in both, and the counts that come of it."""

    pairs: tuple[tuple[int, int], ...]
    counts: Counts


def make_template(incident_type: str, fillers: Mapping[str, Iterable[Iterable[str]]]) -> Template:
    """Make a template of words as written: letter case, punctuation and articles are of no account."""
    read = {role: tuple(frozenset(_normalise(words) for words in entity) for entity in entities) for role, entities in fillers.items()}
    return Template(incident_type=incident_type, fillers={role: tuple(one for one in entities if one) for role, entities in read.items()})


def score_templates(given: Mapping[str, Sequence[Template]], key: Mapping[str, Sequence[Template]]) -> tuple[Tally, ...]:
    """Score the templates of many reports: all fields together ("micro"), then each field. Every report of the key counts."""
    rights: Counts = _NOTHING
    for report in key:
        rights = _add(rights, pair_templates(given.get(report, ()), key[report]).counts)
    totals = _sizes(chain.from_iterable(given.get(report, ()) for report in key)), _sizes(chain.from_iterable(key.values()))
    half = len(FIELDS)
    rows = [
        Tally(label=field, right=rights[at], given=totals[0][at], found=rights[at + half], expected=totals[1][at])
        for at, field in enumerate(FIELDS)
    ]
    return (_sum_tallies("micro", rows), *rows)


def pair_templates(given: Sequence[Template], key: Sequence[Template]) -> Paired:
    """Pair one report's templates with the key's so that its F1 is highest.

    Of pairings that are equally good, the one with the highest counts is taken, so the order of templates is of no account.
    """
    sizes = sum(_sizes(given)), sum(_sizes(key))
    best = max(_list_pairings(given, key), key=lambda paired: _rank(paired, *sizes))
    return Paired(pairs=tuple(sorted(best.pairs)), counts=best.counts)


def _rank(paired: Paired, given: int, expected: int) -> tuple[float, int, Counts]:
    right, found = _halves(paired.counts)
    precision, recall = right / given if given else 0.0, found / expected if expected else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f1, right + found, paired.counts


def _list_pairings(given: Sequence[Template], key: Sequence[Template]) -> Iterable[Paired]:
    """Every pairing that could be best: for each set of the key's templates used, those that no other beats on both counts."""
    fronts: dict[int, list[Paired]] = {0: [Paired(pairs=(), counts=_NOTHING)]}
    for at, template in enumerate(given):
        chances = [(other, _compare(template, one)) for other, one in enumerate(key) if _can_pair(template, one)]
        longer = [
            (used | 1 << other, Paired(pairs=(*paired.pairs, (at, other)), counts=_add(paired.counts, counts)))
            for used, front in fronts.items()
            for paired in front
            for other, counts in chances
            if not used >> other & 1
        ]
        for used, paired in longer:
            fronts[used] = _keep_best([*fronts.get(used, ()), paired])
    return chain.from_iterable(fronts.values())


def _keep_best(front: Sequence[Paired]) -> list[Paired]:
    kept: list[Paired] = []
    for paired in sorted(front, key=lambda one: (_halves(one.counts), one.counts), reverse=True):
        if not kept or _halves(paired.counts)[1] > _halves(kept[-1].counts)[1]:
            kept.append(paired)
    return kept


def _can_pair(given: Template, key: Template) -> bool:
    """Where the key allows several types ("attack / bombing"), each is right."""
    return given.incident_type in key.incident_type


def _compare(given: Template, key: Template) -> Counts:
    right = [sum(any(one <= other for other in key.of(role)) for one in given.of(role)) for role in ROLES]
    found = [sum(any(one <= other for one in given.of(role)) for other in key.of(role)) for role in ROLES]
    return (1, *right, 1, *found)


def missed_fillers(given: Template, key: Template) -> Iterator[tuple[str, str, Entity]]:
    """What sets two paired templates apart, as role, verdict ("missed", "wrong") and entity."""
    for role in ROLES:
        yield from ((role, "wrong", one) for one in given.of(role) if not any(one <= other for other in key.of(role)))
        yield from ((role, "missed", one) for one in key.of(role) if not any(other <= one for other in given.of(role)))


def _sizes(templates: Iterable[Template]) -> Counts:
    sizes = [0] * len(FIELDS)
    for template in templates:
        sizes = [size + count for size, count in zip(sizes, (1, *(len(template.of(role)) for role in ROLES)), strict=True)]
    return tuple(sizes)


def _halves(counts: Counts) -> tuple[int, int]:
    half = len(FIELDS)
    return sum(counts[:half]), sum(counts[half:])


def _add(one: Counts, other: Counts) -> Counts:
    return tuple(left + right for left, right in zip(one, other, strict=True))


def _sum_tallies(label: str, rows: Sequence[Tally]) -> Tally:
    return Tally(
        label=label,
        right=sum(row.right for row in rows),
        given=sum(row.given for row in rows),
        found=sum(row.found for row in rows),
        expected=sum(row.expected for row in rows),
    )


@cache
def _normalise(words: str) -> str:
    return " ".join(_ARTICLE.sub(" ", words.lower().translate(_NO_PUNCTUATION)).split())
