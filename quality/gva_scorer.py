"""Scores of what was read in articles about shootings, against what the archive holds for true about each."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from ceasewatch.resolve.names import fold_name
from quality.figures import Case, Rate, Tally
from quality.gva_facts import Facts
from quality.gva_texts import Article, Shooting


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An article and what we read in it."""

    article: Article
    facts: Facts


Known = tuple[Article, Facts, Shooting]


def tally_facts(rows: Sequence[Read]) -> Iterator[Tally]:
    """Killed, injured, day and city, one answer an article.

    Archive and reader both are silent about what did not happen: an incident without dead has no number of dead to find.
    """
    known = list(_known(rows))
    if not known:
        return
    for field in ("killed", "injured"):
        wanted, answers = [getattr(one, field) or None for _, _, one in known], [getattr(facts, field) or None for _, facts, _ in known]
        yield _tally(field, wanted, answers)
    yield _tally("date", [one.day.isoformat() for _, _, one in known], [facts.day for _, facts, _ in known])
    cities = [(facts.city_id, facts.city_id is not None and is_city(facts, one)) for _, facts, one in known]
    right, given = sum(is_right for _, is_right in cities), sum(city is not None for city, _ in cities)
    yield Tally(label="city", right=right, given=given, found=right, expected=len(known))


def rate_facts(rows: Sequence[Read]) -> Iterator[Rate]:
    """The same more kindly: with silence for none, with any time that holds the true day, with the city named in any way."""
    known = list(_known(rows))
    yield Rate(label="articles without any incident for us", count=sum(row.facts.lead is None for row in rows), of=len(rows))
    if not known:
        return
    for field in ("killed", "injured"):
        same = sum((getattr(facts, field) or 0) == getattr(one, field) for _, facts, one in known)
        yield Rate(label=f"{field}, silence taken for none", count=same, of=len(known))
    yield Rate(label="times that hold the true day", count=sum(_holds(facts, one) for _, facts, one in known), of=len(known))
    yield Rate(
        label="city among the places of the main event", count=sum(_names_city(facts, one) for _, facts, one in known), of=len(known)
    )
    yield Rate(label="city anywhere in the text (the most one can read)", count=sum(_in_text(*row) for row in known), of=len(known))


def list_errors(rows: Sequence[Read]) -> Iterator[Case]:
    """Every answer that is not the archive's, with the beginning of the article."""
    fields: tuple[tuple[str, Callable[[Facts], object], Callable[[Shooting], object]], ...] = (
        ("killed", lambda facts: facts.killed or None, lambda one: one.killed or None),
        ("injured", lambda facts: facts.injured or None, lambda one: one.injured or None),
        ("date", lambda facts: facts.day, lambda one: one.day.isoformat()),
    )
    for article, facts, one in _known(rows):
        for field, ours, true in fields:
            yield from _compare(field, ours(facts), true(one), article)
        if not is_city(facts, one):
            yield _case("city", ", ".join(sorted(facts.city)[:3]) or None, f"{one.city}, {one.state}", article)


def is_city(facts: Facts, shooting: Shooting) -> bool:
    """Whether the settlement that we settled on bears the name of the archive's; "Trenton (Hamilton Township)" has two."""
    return bool(facts.city & _city_names(shooting))


def _tally(label: str, wanted: Sequence[object], answers: Sequence[object]) -> Tally:
    right = sum(answer is not None and answer == true for true, answer in zip(wanted, answers, strict=True))
    given, expected = (sum(one is not None for one in side) for side in (answers, wanted))
    return Tally(label=label, right=right, given=given, found=right, expected=expected)


def _known(rows: Sequence[Read]) -> Iterator[Known]:
    return ((row.article, row.facts, row.article.shooting) for row in rows if row.article.shooting is not None)


def _holds(facts: Facts, shooting: Shooting) -> bool:
    first, last = (facts.when.first_day, facts.when.last_day) if facts.when else (None, None)
    return first is not None and last is not None and first <= shooting.day <= last


def _city_names(shooting: Shooting) -> frozenset[str]:
    """Every name that the archive gives: a second one stands in brackets, and "(county)" says that the first is a county."""
    parts = [fold_name(part) for part in re.split(r"[()]", shooting.city) if part.strip()]
    names = [part for part in parts if part != "county"]
    counties = [f"{name} county" for name in names if "county" in parts]
    return frozenset([*names, *counties, *(re.sub(r"^saint ", "st ", name) for name in names)])


def _names_city(facts: Facts, shooting: Shooting) -> bool:
    return any(_holds_words(fold_name(written), city) for written in facts.written for city in _city_names(shooting))


def _in_text(article: Article, _: Facts, shooting: Shooting) -> bool:
    text = fold_name(article.text)
    return any(map(partial(_holds_words, text), _city_names(shooting)))


def _holds_words(text: str, words: str) -> bool:
    return f" {words} " in f" {text} "


def _compare(field: str, ours: object, true: object, article: Article) -> Iterator[Case]:
    if ours != true:
        yield _case(field, ours, true, article)


def _case(field: str, ours: object, true: object, article: Article) -> Case:
    verdict = "missed" if ours is None else "extra" if true is None else "wrong"
    beginning = " ".join(article.text.split())[:240]
    why = f"ours {ours or 'nothing'}, true {true or 'none'}; published {article.published}: {beginning}…"
    return Case(field=field, about=(article.title or article.id)[:80], verdict=verdict, why=why)
