from dataclasses import fields, replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ceasewatch.model.claim import Certainty, Claim, Slot, Speaker, SpeakerRole, Stance
from ceasewatch.model.gap import Gap, GapReason
from ceasewatch.model.ids import hash_fields
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.report import Span
from ceasewatch.model.values import Count, Value, Who, Words

PUBLISHER = Speaker(role=SpeakerRole.PUBLISHER, name="The Valley Herald")
BYLINE = Speaker(role=SpeakerRole.BYLINE, name="A. Reporter")
ARMY = Speaker(role=SpeakerRole.SPEAKER, name="the army's spokesman", span=Span(report_id="r", start=40, end=60))
RESIDENTS = Speaker(role=SpeakerRole.SOURCE, name="local residents")
READ = {
    "mention_id": "m",
    "slot": Slot.KILLED,
    "value": Count(low=2, high=2, words="two"),
    "span": Span(report_id="r", start=3, end=9),
    "said_by": (PUBLISHER, ARMY),
    "stance": Stance.ASSERTS,
    "certainty": Certainty.STATED,
}
OTHERS = {
    "mention_id": "n",
    "slot": Slot.WOUNDED,
    "value": Count(low=2, high=None, words="two"),
    "span": Span(report_id="r", start=3, end=10),
    "said_by": (PUBLISHER,),
    "stance": Stance.DENIES,
    "certainty": Certainty.REPORTED,
}


def test_a_claim_needs_a_speaker():
    with pytest.raises(ValueError, match="needs a speaker"):
        Claim.record(**{**READ, "said_by": ()}, origin="rules")


def test_the_examples_differ_in_every_field_of_a_claim_as_read():
    assert set(OTHERS) == set(READ) == {field.name for field in fields(Claim)} - {"id", "origin"}
    assert all(OTHERS[name] != READ[name] for name in READ)


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_claims_that_differ_in_one_field_have_different_ids(name: str):
    assert Claim.record(**READ, origin="rules").id != Claim.record(**{**READ, name: OTHERS[name]}, origin="rules").id


def test_who_recorded_a_claim_is_no_part_of_its_id():
    assert Claim.record(**READ, origin="rules").id == Claim.record(**READ, origin="a person").id


def test_the_id_of_a_claim_is_the_same_in_every_version():
    """A store on disk holds these ids: if this fails, every store that exists would keep each claim twice."""
    assert Claim.record(**READ, origin="rules").id == "aca4029cc6cc05aab9b5f139b186917dfae32297e754fc403d2a0be6b397628d"
    assert (
        Gap.record(report_id="r", reason=GapReason.TIME_NOT_STATED, slot=Slot.WHEN).id
        == "dba407004acb1eed60d8b1e1ef2b8418a8e88e394e3cc1142ca698b533a1e21a"
    )
    mention = Mention.record(kind="clash", anchor=Span(report_id="r", start=3, end=9), status=Status.REPORTED)
    assert mention.id == "eedcc813fb805cefb955ef9e7e8351053010483569588a91a4c8bbb7e27b5699"


@given(claim=st.from_type(Claim))
def test_recording_a_claim_again_gives_the_same_claim(claim: Claim):
    again = {field.name: getattr(claim, field.name) for field in fields(Claim) if field.name != "id"}
    assert Claim.record(**again) == claim


@given(first=st.from_type(Value), second=st.from_type(Value))
def test_different_values_have_different_hashes(first: Value, second: Value):
    assume(first != second)
    assert hash_fields(first) != hash_fields(second)


def test_a_value_and_another_of_the_same_words_are_different_claims():
    as_words = Claim.record(**{**READ, "slot": Slot.ACTOR, "value": Words(text="guards")}, origin="rules")
    as_who = Claim.record(**{**READ, "slot": Slot.ACTOR, "value": Who(name="guards")}, origin="rules")
    assert as_words.id != as_who.id


def test_the_borders_between_fields_are_part_of_the_hash():
    assert hash_fields("a", "bc") != hash_fields("ab", "c")


@pytest.mark.parametrize(
    ("said_by", "speaker", "is_own_voice"),
    [
        ((PUBLISHER,), PUBLISHER, True),
        ((PUBLISHER, BYLINE), PUBLISHER, True),
        ((PUBLISHER, BYLINE, ARMY), ARMY, False),
        ((PUBLISHER, ARMY, RESIDENTS), ARMY, False),
        ((PUBLISHER, ARMY, replace(ARMY, name="the president")), replace(ARMY, name="the president"), False),
    ],
)
def test_the_last_speaker_is_answerable(said_by: tuple[Speaker, ...], speaker: Speaker, is_own_voice: bool):
    claim = Claim.record(**{**READ, "said_by": said_by}, origin="rules")
    assert claim.speaker == speaker
    assert claim.is_own_voice is is_own_voice


def test_a_gap_with_another_reason_is_another_gap():
    gaps = [Gap.record(report_id="r", reason=reason) for reason in GapReason]
    assert len({gap.id for gap in gaps}) == len(GapReason)
