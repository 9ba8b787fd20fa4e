"""Which versions differ. ``made.Telling`` puts one report together; each test says what its speakers say."""

from datetime import date

import pytest

from ceasewatch.model.claim import Slot, Stance
from ceasewatch.model.values import Count, Standing, When, Where, Who, Words
from ceasewatch.show.accounts import versions_differ
from ceasewatch.show.material import Material


@pytest.fixture
def telling(made):
    """A report with nothing claimed yet."""
    return lambda publisher: made.Telling(publisher=publisher, anchor="fire", text=f"There was fire, {publisher} says.")


@pytest.fixture
def differ(store):
    def compare(*tellings) -> bool:
        for telling in tellings:
            telling.keep(store)
        claims = [claim for telling in tellings for claim in telling.claims]
        return versions_differ(claims, Material.gather(store, claims))

    return compare


def killed(low: int | None, high: int | None = None, standing: Standing | None = None) -> Count:
    return Count(low=low, high=high, words="w", standing=standing)


def test_two_figures_from_two_mouths_differ(telling, differ):
    assert differ(telling("A").say(Slot.KILLED, killed(3, 3), "fire"), telling("B").say(Slot.KILLED, killed(5, 5), "fire"))


def test_two_figures_from_one_mouth_in_one_report_are_one_account(telling, differ):
    one = telling("A").say(Slot.KILLED, killed(4, 4, Standing.COMBATANT), "fire").say(Slot.KILLED, killed(1, 1, Standing.CIVILIAN), "fire")
    assert not differ(one)


def test_a_toll_that_rises_from_report_to_report_differs_though_the_speaker_is_one(made, telling, differ):
    police = made.speaker("the police")
    early = telling("A").say(Slot.KILLED, killed(1, 1), "fire", police)
    late = telling("B").say(Slot.KILLED, killed(3, 3), "fire", police)
    assert differ(early, late)


def test_a_number_that_is_not_stated_contradicts_no_number(telling, differ):
    assert not differ(telling("A").say(Slot.WOUNDED, killed(None), "fire"), telling("B").say(Slot.WOUNDED, killed(5, 5), "fire"))


def test_at_least_three_agrees_with_four_and_not_with_two(telling, differ):
    at_least_three = telling("A").say(Slot.WOUNDED, killed(3), "fire")
    assert not differ(at_least_three, telling("B").say(Slot.WOUNDED, killed(4, 4), "fire"))
    assert differ(at_least_three, telling("C").say(Slot.WOUNDED, killed(2, 2), "fire"))


def test_a_denial_differs_from_an_assertion_by_another_and_not_from_silence(telling, differ):
    denial = telling("A").say(Slot.MEANS, Words(text="arms"), "fire", stance=Stance.DENIES)
    assert not differ(denial)
    assert differ(denial, telling("B").say(Slot.MEANS, Words(text="mortars"), "fire"))


def test_a_doubt_differs_as_a_denial_does(telling, differ):
    assert differ(
        telling("A").say(Slot.FIRED_FIRST, Who(name="Laos"), "fire", stance=Stance.DOUBTS),
        telling("B").say(Slot.FIRED_FIRST, Who(name="Laos"), "fire", stance=Stance.ACCUSES),
    )


def test_two_denials_do_not_differ(telling, differ):
    one = telling("A").say(Slot.FIRED_FIRST, Who(name="Laos"), "fire", stance=Stance.DENIES)
    assert not differ(one, telling("B").say(Slot.FIRED_FIRST, Who(name="Chad"), "fire", stance=Stance.DENIES))


def test_a_morning_agrees_with_its_day_and_not_with_another_day(telling, differ, made):
    morning = telling("A").say(Slot.WHEN, made.MORNING, "fire")
    assert not differ(morning, telling("B").say(Slot.WHEN, made.FIFTH, "fire"))
    assert differ(morning, telling("C").say(Slot.WHEN, When.of_days(date(2021, 1, 6)), "fire"))


def test_two_names_of_one_place_agree(telling, differ, made):
    north = telling("A").say(Slot.WHERE, Where(name="Kala Pahar"), "fire", meant=[made.RIDGE])
    assert not differ(north, telling("B").say(Slot.WHERE, Where(name="Kali Pahari"), "fire", meant=[made.RIDGE]))
    assert differ(north, telling("C").say(Slot.WHERE, Where(name="Elsewhere"), "fire"))


def test_a_spot_inside_a_region_agrees_with_the_region(telling, differ, made):
    def place(key: str, latitude: float | None, uncertainty_m: float):
        longitude = None if latitude is None else 33.5
        found = made.Place(
            id=key, names=(made.PlaceName(name=key),), kind="area", latitude=latitude, longitude=longitude, uncertainty_m=uncertainty_m
        )
        made.RECORDS[key] = found
        return found

    def put(publisher: str, where):
        return telling(publisher).say(Slot.WHERE, Where(name=where.id), "fire", meant=[where])

    town, island = place("Pyla", 35.01, 2_000), place("Cyprus", 35.1, 90_000)
    assert not differ(put("A", town), put("B", island))
    assert differ(put("C", town), put("D", place("Kokkina", 36.5, 2_000)))
    assert differ(put("E", town), put("F", place("Somewhere", None, 90_000)))


def test_two_words_for_one_side_agree_on_who_fired_first(telling, differ, made):
    one = telling("A").say(Slot.FIRED_FIRST, Who(name="the enemy"), "fire", meant=[made.INDIA])
    assert not differ(one, telling("B").say(Slot.FIRED_FIRST, Who(name="Indian troops"), "fire", meant=[made.INDIA]))
    assert differ(one, telling("C").say(Slot.FIRED_FIRST, Who(name="Pakistani troops"), "fire", meant=[made.PAKISTAN]))


def test_a_longer_list_of_names_is_no_contradiction(telling, differ):
    assert not differ(telling("A").say(Slot.NAMED, Who(name="Asha"), "fire"), telling("B").say(Slot.NAMED, Who(name="Badr"), "fire"))
