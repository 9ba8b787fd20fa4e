"""Counts of people as claims of a whole report: for which event, and who says so."""

from datetime import UTC, date, datetime

import pytest

from ceasewatch.model.claim import Slot
from ceasewatch.model.report import Report
from ceasewatch.model.values import Count, When
from ceasewatch.understand.rules import RulesExtractor


def counts(text: str, slot: Slot) -> list[tuple[str | None, int | None, int | None]]:
    """Who says it (``None`` for the publisher) and the bounds, in the order of the text."""
    report = Report(
        id="0" * 64,
        text=text,
        retrieved_at=datetime(2022, 5, 5, tzinfo=UTC),
        media_type="text/plain",
        language="en",
        published=When.of_days(date(2022, 5, 5)),
    )
    claims = [claim for claim in RulesExtractor().extract(report).claims if claim.slot is slot]
    claims.sort(key=lambda claim: claim.span.start)
    return [(claim.speaker.name, claim.value.low, claim.value.high) for claim in claims if isinstance(claim.value, Count)]


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ("The Ruritanian army said six soldiers were killed in shelling near Zorn on Tuesday.", "confirmed three", 3, 3),
        ("The Ruritanian army said nine soldiers died in a clash near Zorn on Monday.", "acknowledged only two", 2, 2),
        ("The Ruritanian army said six soldiers were killed in an attack on Zorn on Monday.", "reported at least four", 4, None),
    ],
)
def test_a_bare_number_speaks_of_what_the_sentence_before_counts(first: str, second: str, low: int, high: int | None) -> None:
    found = counts(f"{first} The Bordurian army {second}.", Slot.KILLED)
    assert found[-1] == ("Bordurian army", low, high)
    assert len(found) == 2


@pytest.mark.parametrize(
    "second",
    [
        "The Bordurian army confirmed three violations.",
        "The Bordurian army confirmed it.",
        "The Bordurian army confirmed three of the names.",
    ],
)
def test_a_number_with_a_noun_of_its_own_carries_nothing_on(second: str) -> None:
    first = "The Ruritanian army said six soldiers were killed in shelling near Zorn on Tuesday."
    assert [low for _, low, _ in counts(f"{first} {second}", Slot.KILLED)] == [6]


def test_a_bare_number_after_two_kinds_of_losses_is_left_alone() -> None:
    first = "The Ruritanian army said two men were killed and five wounded near Zorn on Tuesday."
    text = f"{first} The Bordurian army confirmed four."
    assert [low for _, low, _ in counts(text, Slot.KILLED)] == [2]
    assert [low for _, low, _ in counts(text, Slot.WOUNDED)] == [5]


def test_he_later_died_is_a_death_of_the_event_before() -> None:
    text = "A sniper shot a shepherd in the leg near Zorn on Monday. He later died in hospital."
    assert counts(text, Slot.WOUNDED) == [(None, 1, 1)]
    assert counts(text, Slot.KILLED) == [(None, 1, 1)]
