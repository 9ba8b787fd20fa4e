"""Things that were hit, and who did it to whom, in sentences about made-up places and parties."""

from datetime import UTC, datetime

import pytest

from ceasewatch.model.claim import Slot
from ceasewatch.model.report import Report
from ceasewatch.understand.rules import RulesExtractor


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Ruritanian rebels attacked an electric power substation near Zenda on 4 May 2021.", "electric power substation"),
        ("A bomb exploded in front of the Freedonian embassy in Strelsau.", "Freedonian embassy"),
        ("The old bridge was shelled by Ruritanian troops in the night.", "old bridge"),
        ("On Friday two ambulances were attacked on the road to Hentzau.", "ambulances"),
    ],
)
def test_a_building_or_vehicle_that_was_attacked_is_the_target(text: str, hit: str) -> None:
    assert hit in _read(text, Slot.TARGET)


@pytest.mark.parametrize(
    "text",
    [
        "Ruritanian rebels attacked soldiers who sat in a bus near Zenda.",
        "Troops opened fire from the hospital near Strelsau.",
    ],
)
def test_a_thing_that_was_only_there_is_no_target(text: str) -> None:
    assert not {"bus", "hospital"} & _read(text, Slot.TARGET)


@pytest.mark.parametrize(
    "text",
    [
        "The Ruritanian soldiers were attacking Freedonian positions near Zenda.",
        "Ruritanian rebels are looting and attacking villages near Strelsau.",
    ],
)
def test_who_is_attacking_is_not_who_is_attacked(text: str) -> None:
    assert not {name for name in _read(text, Slot.TARGET) if name.startswith("Ruritanian")}


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("The rebels freed the Freedonian soldiers they had captured near Zenda.", "Freedonian soldiers"),
        ("Ruritania named the Freedonian officers whom it attacked near Strelsau.", "Freedonian officers"),
    ],
)
def test_whom_they_took_did_not_do_it(text: str, taken: str) -> None:
    assert taken not in _read(text, Slot.ACTOR)
    assert taken in _read(text, Slot.TARGET)


def _read(text: str, slot: Slot) -> set[str]:
    report = Report(
        id="r" * 64,
        publisher="Zenda Post",
        language="en",
        retrieved_at=datetime(2024, 1, 1, tzinfo=UTC),
        media_type="text/plain",
        text=text,
    )
    return {str(getattr(claim.value, "name", "")) for claim in RulesExtractor().extract(report).claims if claim.slot is slot}
