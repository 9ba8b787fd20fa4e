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
