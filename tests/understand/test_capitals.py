"""Texts all in capitals, about made-up places and parties."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.claim import Slot
from ceasewatch.model.report import Report
from ceasewatch.understand.capitals import restore_case
from ceasewatch.understand.rules import RulesExtractor

_WIRE = (
    "STRELSAU, 4 MAY 91 (ZNA) -- [TEXT] REBELS OF THE ZENDAR LIBERATION FRONT (ZLF) ATTACKED AN ARMY POST NEAR HENTZAU ON 3 MAY.\n\n"
    'COLONEL RUDOLF TARLEN WAS KILLED. GENERAL SAPTOV SAID: "THE REBELS FLED TO PORT ZENDA."'
)


@pytest.mark.parametrize(
    ("shouted", "restored"),
    [
        ("TWO SOLDIERS WERE KILLED NEAR HENTZAU.", "Two soldiers were killed near Hentzau."),
        ("THE COLOMBIAN AND TURKISH ENVOYS MET. THEY AGREED.", "The Colombian and Turkish envoys met. They agreed."),
        ("IT BEGAN ON 4 MAY AND MAY GO ON UNTIL FRIDAY.", "It began on 4 May and may go on until Friday."),
        ("THE TROOPS MARCH ON; IN MARCH 1990 THEY STOOD STILL.", "The troops march on; in March 1990 they stood still."),
        ("TROOPS SHOT AT COL. RUDOLF D'ALTZ AND LT. DE LA HENTZ.", "Troops shot at Col. Rudolf D'Altz and Lt. De la Hentz."),
        ("THE ZENDAR LIBERATION FRONT (ZLF) SAYS ZLF MEN LEFT.", "The Zendar Liberation Front (ZLF) says ZLF men left."),
        ("THEY DIDN'T TELL US THAT THE US ARMY WOULDN'T COME.", "They didn't tell us that the US army wouldn't come."),
        ("AN UNEXPLODED SHELL WAS DEFUSED BY THE POLICEMEN.", "An unexploded shell was defused by the policemen."),
        ("THE CAR WAS HIT; WHO DID IT IS NOT KNOWN.", "The car was hit; who did it is not known."),
    ],
)
def test_a_text_in_capitals_gets_its_small_letters_back(shouted: str, restored: str) -> None:
    assert restore_case(shouted) == restored


@pytest.mark.parametrize(
    "text",
    [
        "SHELLING KILLS THREE IN HENTZAU\n\nThree people died when shells fell on Hentzau, the police of Zenda said on Friday.",
        "The UN and the OSCE met the ZLF.",
        "ZLF",
        "",
    ],
)
def test_a_text_in_small_and_capital_letters_comes_back_as_it_is(text: str) -> None:
    assert restore_case(text) == text


def test_a_long_paragraph_in_capitals_is_restored_within_a_text_that_has_small_letters() -> None:
    long = "THE ARMY SAID THAT SHELLS HAD FALLEN ON HENTZAU AND THAT NOBODY WAS HURT. " * 6
    text = f"The ministry sent this to the Zenda Post.\n\n{long}"
    assert restore_case(text).startswith("The ministry sent this to the Zenda Post.\n\nThe army said that shells had fallen on Hentzau")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_what_comes_out_is_as_long_and_differs_in_case_alone(text: str) -> None:
    for written in (text, text.upper()):
        restored = restore_case(written)
        assert len(restored) == len(written)
        assert all(one == other or one.lower() == other for one, other in zip(written, restored, strict=True) if not other.isupper())


def test_a_report_in_capitals_is_read_with_its_days_places_and_people() -> None:
    report = _report(_WIRE)
    claims = RulesExtractor().extract(report).claims
    names = {(claim.slot, getattr(claim.value, "name", None)) for claim in claims}
    assert {(Slot.WHERE, "HENTZAU"), (Slot.NAMED, "RUDOLF TARLEN")} <= names
    assert any(claim.slot is Slot.WHEN for claim in claims)


def test_claims_of_a_report_in_capitals_have_its_own_letters() -> None:
    report = _report(_WIRE)
    for claim in RulesExtractor().extract(report).claims:
        assert report.text[claim.span.start : claim.span.end].isupper()
        for words in (getattr(claim.value, field, None) for field in ("name", "words", "text", "whose")):
            assert words is None or words.isupper()
        assert all(link.name is None or link.name in (report.publisher, report.byline) or link.name.isupper() for link in claim.said_by)


def _report(text: str) -> Report:
    return Report(
        id="r" * 64,
        publisher="Zenda News Agency",
        language="en",
        retrieved_at=datetime(2024, 1, 1, tzinfo=UTC),
        media_type="text/plain",
        text=text,
    )
