import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.claim import Certainty, Stance
from ceasewatch.understand.speech.quotations import find_quotations
from ceasewatch.understand.speech.reported_speech import Speech, find_speech
from ceasewatch.understand.spotting.parties import find_parties


def speeches(sentence: str) -> tuple[Speech, ...]:
    quoted = [(one.start, one.end) for one in find_quotations(sentence) if not one.is_scare]
    return find_speech(sentence, find_parties(sentence), quoted)


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("The ministry said on Friday that three soldiers were killed.", "ministry", "three soldiers were killed"),
        ("Two guards were wounded, the border service said.", "border service", "Two guards were wounded"),
        ("“We were ambushed at dawn,” said Colonel Amit Rao.", "Colonel Amit Rao", "We were ambushed at dawn"),
        ("According to the Indian army, the shelling began at noon.", "Indian army", "the shelling began at noon"),
        ("The shelling began at noon, according to the Pakistani army.", "Pakistani army", "The shelling began at noon"),
        ("The claim that a drone fell was denied by the Ministry of Defence of India.", "Ministry of Defence of India", "a drone fell"),
        ("Hovhannisyan said the car carried documents.", "Hovhannisyan", "the car carried documents"),
        ("A source at Harbour Police Command told reporters that a shell fell.", "source at Harbour Police Command", "a shell fell"),
        ("Reuters, citing local residents, reported that the bridge was closed.", "Reuters", "the bridge was closed"),
        ("In a statement on Monday, the army said the road was open.", "army", "the road was open"),
    ],
)
def test_who_says_what_is_read_from(sentence: str, source: str, content: str):
    found = [one for one in speeches(sentence) if one.source and sentence[slice(*one.source)] == source]
    assert found
    assert content in sentence[slice(*found[0].content)]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Syria denied that its army used gas.", Stance.DENIES),
        ("Israel rejected the accusation on Monday.", Stance.DENIES),
        ("Lebanon accused Israel of shelling a village.", Stance.ACCUSES),
        ("Israel accused Lebanon of shelling a village.", Stance.ACCUSES),
        ("The mission urged both sides to hold their fire.", Stance.DEMANDS),
        ("Observers doubted that the truce would hold.", Stance.DOUBTS),
        ("The army confirmed that a post was hit.", Stance.ASSERTS),
    ],
)
def test_the_verb_gives_the_stance(sentence: str, stance: Stance):
    assert [one.stance for one in speeches(sentence)] == [stance]


def test_hearsay_has_no_source_and_is_only_reported():
    [found] = speeches("It was reported that five people died.")
    assert found.source is None
    assert found.certainty is Certainty.REPORTED


def test_information_received_is_a_source_of_its_own():
    [found] = speeches("Reliable information has been received about a planned crossing.")
    assert found.is_information
    assert found.depth == 1


def test_two_speakers_in_one_sentence_keep_their_own_words():
    sentence = "Kyiv accused Russian-backed fighters of shelling a village, but Donetsk rejected the accusation."
    first, second = speeches(sentence)
    assert "shelling" in sentence[slice(*first.content)]
    assert "rejected" not in sentence[slice(*first.content)]
    assert sentence[slice(*second.source)] == "Donetsk"


def test_a_day_beside_the_verb_is_in_the_frame_and_a_day_in_the_content_is_not():
    sentence = "The army said on Tuesday that a post was hit on Sunday."
    [found] = speeches(sentence)
    frame = sentence[slice(*found.frame)]
    assert "Tuesday" in frame
    assert "Sunday" not in frame


@pytest.mark.parametrize(
    "sentence",
    [
        "There was no immediate claim of responsibility for the blast.",
        "Early reports of a second blast were wrong.",
        "Fighters of the Islamic State left the town.",
        "The convoy went back to its base.",
        "Patrols found mines near the village.",
        "Rassendyll made the pledge in Zenda on Monday.",
    ],
)
def test_nouns_names_and_silence_are_not_speech(sentence: str):
    assert speeches(sentence) == ()


@given(
    st.lists(
        st.sampled_from("The army said that according to Reuters , “ ” he denied , citing by was reported Monday".split()), max_size=14
    )
)
def test_any_words_give_speech_within_the_sentence(words: list[str]):
    sentence = " ".join(words)
    for one in speeches(sentence):
        for start, end in (one.content, one.cue, one.frame, one.source or (0, 0)):
            assert 0 <= start <= end <= len(sentence)


@pytest.mark.parametrize(("one", "other"), [("Armenian", "Azerbaijani"), ("Indian", "Pakistani"), ("Turkish", "Greek")])
def test_both_sides_are_read_alike(one: str, other: str):
    sentence = "The {} army denied on Monday that {} soldiers had opened fire."
    first, second = speeches(sentence.format(one, other)), speeches(sentence.format(other, one))
    assert [(s.stance, s.lemma) for s in first] == [(s.stance, s.lemma) for s in second]
    assert len(first) == 1


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("However, 63 percent said the truce would hold.", "63 percent", "the truce would hold"),
        ("While his advisers have suggested that shells fell, nobody was hurt.", "his advisers", "shells fell"),
        ("Aid workers in the valley and beyond say the road is mined.", "Aid workers in the valley and beyond", "the road is mined"),
        ("Zenda's mayor is warning that the dam may burst.", "Zenda's mayor", "the dam may burst"),
        ("He’s claiming that shells fell on the market.", "He", "shells fell on the market"),
        ("The mission isn’t saying that the truce was broken.", "mission", "the truce was broken"),
        ("The governor of Hentzau met the envoys and said shells had hit a school.", "governor of Hentzau", "shells had hit a school"),
        ("Rupert crossed the line with a flag and said he was unarmed.", "Rupert", "he was unarmed"),
        ("The ministry issued a statement saying that a school was hit.", "ministry", "a school was hit"),
        ("The mission found that both posts had been moved.", "mission", "both posts had been moved"),
        ("Zenda Mayor Says Bridge Was Shelled Overnight", "Zenda Mayor", "Bridge Was Shelled Overnight"),
        ("The road, which advocates say is mined, was closed.", "advocates", "is mined"),
    ],
)
def test_speakers_without_name_or_office_and_speakers_far_from_their_verb_are_read(sentence: str, source: str, content: str):
    found = [one for one in speeches(sentence) if one.source and sentence[slice(*one.source)] == source]
    assert found
    assert content in sentence[slice(*found[0].content)]


@pytest.mark.parametrize(
    ("sentence", "source", "stance", "certainty"),
    [
        ("Syria’s claim that a post was moved surprised nobody.", "Syria’s", Stance.ASSERTS, Certainty.STATED),
        ("Warnings by the mission that the dam may burst went unheard.", "mission", Stance.ASSERTS, Certainty.STATED),
        ("The army’s allegation that a mine was laid came late.", "army", Stance.ACCUSES, Certainty.SUSPECTED),
        ("People fled amid rumours that the dam had burst.", None, Stance.ASSERTS, Certainty.REPORTED),
        ("There were reports that a shell hit the mill.", None, Stance.ASSERTS, Certainty.REPORTED),
    ],
)
def test_a_noun_can_report_speech(sentence: str, source: str | None, stance: Stance, certainty: Certainty):
    [found] = speeches(sentence)
    assert (sentence[slice(*found.source)] if found.source else None) in (source, source and source.removesuffix("’s"))
    assert (found.stance, found.certainty) == (stance, certainty)


@pytest.mark.parametrize(
    "sentence",
    [
        "Residents said they had heard that three men were killed.",
        "Unconfirmed reports said three men were killed.",
        "The mayor said he was told three men were killed.",
    ],
)
def test_what_the_speaker_only_heard_is_only_reported(sentence: str):
    [found] = [one for one in speeches(sentence) if one.source]
    assert found.certainty is Certainty.REPORTED


@pytest.mark.parametrize(
    "sentence",
    [
        "Reached by telephone on Thursday, the mayor said that shells fell.",
        "The mayor told reporters in Strelsau on Thursday that shells fell.",
        "In an interview on Thursday, the mayor said that shells fell.",
    ],
)
def test_the_day_of_the_telling_belongs_to_the_telling(sentence: str):
    [found] = speeches(sentence)
    day = sentence.index("Thursday")
    assert found.frame[0] <= day
    assert day + len("Thursday") <= found.frame[1]
