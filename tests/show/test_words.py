import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.claim import Certainty, Slot, Stance
from ceasewatch.model.gap import Gap, GapReason
from ceasewatch.model.kinds import kinds
from ceasewatch.model.mention import Status
from ceasewatch.model.record import Place, PlaceName
from ceasewatch.model.values import Category, Count, Standing, Thing, Value, Where, Who, Words
from ceasewatch.show import labels
from ceasewatch.show.words import describe_count, describe_details, describe_record, describe_thing, describe_uncertainty, describe_value


def count(low: int | None, high: int | None) -> Count:
    return Count(low=low, high=high, words="w")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (3, 3, "3"),
        (3, None, "at least 3"),
        (None, 5, "up to 5"),
        (3, 5, "3 to 5"),
        (0, 0, "none"),
        (None, 0, "up to 0"),
        (0, 2, "0 to 2"),
        (1960, 1960, "1,960"),
        (None, None, "some, number not stated"),
    ],
)
def test_a_count_is_told_by_its_bounds(low, high, words):
    assert describe_count(count(low, high)) == words


@given(st.from_type(Count))
def test_a_count_is_none_only_where_the_text_says_none(counted):
    assert (describe_count(counted) == "none") == (counted.low == 0 and counted.high == 0)


@given(st.from_type(Count))
def test_a_count_without_a_number_never_shows_one(counted):
    assert any(letter.isdigit() for letter in describe_count(counted)) == (counted.is_stated and describe_count(counted) != "none")


@given(st.from_type(Value))
def test_every_value_can_be_told(value):
    assert isinstance(describe_value(value), str)
    assert all(isinstance(detail, str) for detail in describe_details(value))


def test_a_quoted_rank_is_told_to_be_quoted():
    person = Who(name="Tariq Nadeem", rank="major", rank_is_quoted=True, whose="northern")
    assert describe_value(person) == "Tariq Nadeem"
    assert describe_details(person) == ("“major” (the report sets the rank in quotation marks)", "of “northern”")
    assert describe_details(Who(name="Tariq Nadeem", rank="major")) == ("major",)


def test_the_people_counted_are_told_as_described():
    assert describe_details(Count(low=1, high=1, words="one", whose="farmers", standing=Standing.CIVILIAN)) == (
        "“farmers”, civilians as described",
    )
    assert describe_details(count(1, 1)) == ()


def test_things_are_told_with_their_number_and_journey():
    trucks = Thing(name="trucks", count=count(8, 8), moved_from="Tumu", moved_to="Wa", by_road="the river road", load="cement")
    assert describe_thing(trucks) == "8 trucks"
    assert describe_details(trucks) == ("from Tumu", "to Wa", "by way of the river road", "load as told: cement")
    assert describe_thing(Thing(name="mines", count=count(None, None))) == "mines, some, number not stated"
    assert describe_thing(Thing(name="mines", count=count(0, 0))) == "no mines"
    assert describe_thing(Thing(name="mines")) == "mines"


def test_a_kind_is_told_by_its_label_and_an_unknown_one_as_it_is():
    assert describe_value(Category(code="find", words="found")) == kinds()["find"].label
    assert describe_value(Category(code="sea_battle", words="")) == "sea battle"


def test_words_are_set_in_quotation_marks_once():
    assert describe_value(Words(text="leave the ridge")) == "“leave the ridge”"
    assert describe_value(Words(text="“leave” the ridge")) == "“leave” the ridge"


def test_a_place_keeps_the_word_that_relates_it():
    assert describe_value(Where(name="Pyla", relation="north of")) == "north of Pyla"


def test_a_place_is_told_with_every_sides_name_and_how_well_it_is_known():
    names = (PlaceName(name="Pile", used_by="north"), PlaceName(name="Pyla", used_by="south"))
    place = Place(id="pyla", names=names, kind="settlement", latitude=35.0, longitude=33.7, uncertainty_m=800)
    assert describe_record(place) == "Pile / Pyla"
    assert describe_uncertainty(place) == "known to within about 800 m"
    far = Place(id="pyla", names=names, kind="settlement", latitude=35.0, longitude=33.7, uncertainty_m=12_400)
    assert describe_uncertainty(far) == "known to within about 12 km"
    assert "not known" in describe_uncertainty(Place(id="p", names=names, kind="settlement", latitude=35.0, longitude=33.7))
    assert "in no source" in describe_uncertainty(Place(id="p", names=names, kind="settlement"))


def test_every_member_of_the_closed_lists_has_words():
    assert set(labels.SLOT_WORDS) == set(Slot)
    assert set(labels.STANCE_WORDS) == set(Stance)
    assert set(labels.CERTAINTY_WORDS) == set(Certainty)
    assert set(labels.STATUS_WORDS) == set(Status)
    for words in (labels.SLOT_WORDS, labels.STANCE_WORDS, labels.CERTAINTY_WORDS, labels.STATUS_WORDS):
        assert len(set(words.values())) == len(words)


def test_a_gap_is_told_with_its_slot_and_detail():
    gap = Gap.record(report_id="a", reason=GapReason.PLACE_AMBIGUOUS, slot=Slot.WHERE, detail="the bridge")
    assert labels.describe_gap(gap) == "Where: several places have this name (the bridge)"
