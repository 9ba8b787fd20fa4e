"""What is denied, doubted, blamed or called false is never told in the publisher's own voice."""

from datetime import UTC, date, datetime

import pytest

from ceasewatch.model.claim import Claim, Slot, Stance
from ceasewatch.model.report import Report
from ceasewatch.model.values import When
from ceasewatch.understand.rules import RulesExtractor


def claims(text: str, slot: Slot) -> list[Claim]:
    report = Report(
        id="r",
        text=text,
        retrieved_at=datetime(2020, 1, 1, tzinfo=UTC),
        media_type="text/plain",
        publisher="Harbour Gazette",
        published=When.of_days(date(2019, 5, 6)),
    )
    return [claim for claim in RulesExtractor().extract(report).claims if claim.slot is slot]


PAIRS = [("Pakistan", "India"), ("India", "Pakistan"), ("Turkey", "Greece"), ("Azerbaijan", "Armenia"), ("Armenia", "Azerbaijan")]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_who_denies_opening_fire_denies_it(one: str, other: str):
    [claim] = claims(f"Troops of {other} came under fire on Sunday. {one} denied opening fire near the bridge.", Slot.FIRED_FIRST)
    assert claim.stance is Stance.DENIES
    assert claim.speaker.name == one


def test_not_denying_is_no_claim():
    assert claims("Troops came under fire on Sunday. Pakistan did not deny opening fire near the bridge.", Slot.FIRED_FIRST) == []


def test_what_is_said_behind_a_denial_is_asserted():
    [claim] = claims("The rebels denied the report and said that the army killed eight civilians in a raid.", Slot.KILLED)
    assert claim.stance is Stance.ASSERTS
    assert claim.speaker.name == "rebels"


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_blamer_is_whoever_blames_however_long_the_names(one: str, other: str):
    [claim] = claims(f"Two men were killed in an attack on Sunday. {one} blamed {other} for the attack.", Slot.RESPONSIBLE)
    assert claim.speaker.name == one
    assert claim.value.name == other
    assert claim.stance is Stance.ACCUSES


def test_claiming_responsibility_is_asserting_it():
    [claim] = claims("Two men were killed in an attack on Sunday. Hezbollah claimed responsibility for the attack.", Slot.RESPONSIBLE)
    assert claim.stance is Stance.ASSERTS


def test_backing_somebody_is_not_the_attack():
    assert claims("Two men were killed in an attack on Sunday. Kinshasa accused Rwanda of backing the rebels.", Slot.RESPONSIBLE) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The claim that drones killed two soldiers is false, the ministry said.",
        "It is not true that drones killed two soldiers, the ministry said.",
    ],
)
def test_what_is_called_false_is_denied(sentence: str):
    assert {claim.stance for claim in claims(sentence, Slot.KILLED)} == {Stance.DENIES}


def test_what_a_speaker_did_not_confirm_is_doubted():
    assert {claim.stance for claim in claims("The ministry did not confirm that two soldiers were killed.", Slot.KILLED)} == {Stance.DOUBTS}


def test_rejecting_what_is_said_about_the_clash_does_not_deny_the_clash():
    text = "Two men were killed in a clash on Sunday. Lebanon rejected the claim that the clash had been planned in Beirut."
    assert {claim.stance for claim in claims(text, Slot.KIND)} == {Stance.ASSERTS}


@pytest.mark.parametrize(("one", "other"), [("Thai", "Cambodian"), ("Cambodian", "Thai")])
def test_both_of_two_joined_parties_acted(one: str, other: str):
    found = claims(f"{one} and {other} troops clashed near a temple on Sunday.", Slot.ACTOR)
    assert len(found) == 2


def test_impersonal_hearsay_is_not_the_speaker_before():
    [claim] = claims("The army demanded that the rebels leave. It is rumoured that two officers were captured.", Slot.CAPTURED)
    assert claim.speaker.name is None
    assert claim.stance is Stance.ASSERTS


def test_a_country_is_not_its_police():
    text = "Kosovo police wounded two men in a raid on Sunday. Kosovo called for an inquiry."
    assert [claim.speaker.name for claim in claims(text, Slot.ASKED)] == ["Kosovo"]


def test_a_number_of_another_day_does_not_go_to_the_event_before():
    text = "Two soldiers were killed by shelling near Gori on Friday. At the base in Zemo on Saturday nobody was hurt."
    assert all(claim.value.high != 0 for claim in claims(text, Slot.KILLED))


def test_only_wounded_is_no_killing():
    assert [claim.value.code for claim in claims("Two soldiers were wounded near Gori on Friday.", Slot.KIND)] == ["wounding"]


@pytest.mark.parametrize("toll", ["put the death toll at 14", "raised the toll to 14", "spoke of 14 dead"])
def test_a_revised_toll_is_said_by_whoever_gives_it(toll: str):
    found = claims(f"A market was shelled on Sunday. The city’s health department {toll}.", Slot.KILLED)
    assert [claim.value.low for claim in found] == [14]
    assert "health department" in (found[0].speaker.name or "")


@pytest.mark.parametrize(("one", "other"), PAIRS)
@pytest.mark.parametrize("words", ["denied it", "denied any involvement", "rejected the accusation", "denied having attacked the convoy"])
def test_a_bare_denial_is_a_claim_of_whoever_denies(one: str, other: str, words: str):
    found = claims(f"{other} said that a convoy was attacked near the bridge on Sunday. {one} {words}.", Slot.RESPONSIBLE)
    assert [(claim.value.name, claim.stance, claim.speaker.name) for claim in found] == [(one, Stance.DENIES, one)]


def test_denying_a_detail_is_not_denying_the_deed():
    assert claims("A convoy was attacked on Sunday. Lebanon denied that the trucks carried weapons.", Slot.RESPONSIBLE) == []
