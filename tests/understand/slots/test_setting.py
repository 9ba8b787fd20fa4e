from datetime import UTC, date, datetime

import pytest

from ceasewatch.model.claim import Claim, Slot
from ceasewatch.model.report import Report
from ceasewatch.model.values import When, Where
from ceasewatch.understand.rules import RulesExtractor


def claims(text: str) -> list[Claim]:
    report = Report(
        id="r",
        text=text,
        retrieved_at=datetime(2019, 5, 7, tzinfo=UTC),
        media_type="text/plain",
        language="en",
        published=When.of_days(date(2019, 5, 6)),
    )
    return list(RulesExtractor().extract(report).claims)


def places(text: str) -> list[str]:
    return [claim.value.name for claim in claims(text) if claim.slot is Slot.WHERE and isinstance(claim.value, Where)]


@pytest.mark.parametrize(
    "text",
    ["STRELSAU (EW) – Shells hit a mill in Zenda.", "Strelsau — Shells hit a mill in Zenda.", "STRELSAU -- Shells hit a mill in Zenda."],
)
def test_where_a_report_was_written_is_not_where_it_happened(text: str):
    assert places(text) == ["Zenda"]


def test_a_part_of_a_country_is_where_it_happened():
    assert places("Shells hit a mill in Georgia’s east on Sunday.") == ["Georgia’s east"]


@pytest.mark.parametrize(
    "text",
    [
        "Reached by telephone on Sunday, the mayor of Zenda said that shells hit a mill.",
        "The mayor of Zenda told reporters in Strelsau on Sunday that shells hit a mill.",
        "May 5 2019 Shells hit a mill in Zenda.",
    ],
)
def test_the_day_on_which_it_was_told_or_written_dates_no_event(text: str):
    assert [claim for claim in claims(text) if claim.slot is Slot.WHEN] == []
