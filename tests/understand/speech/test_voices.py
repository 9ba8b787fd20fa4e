from datetime import UTC, datetime

from ceasewatch.model.claim import Certainty, SpeakerRole, Stance
from ceasewatch.model.report import Report
from ceasewatch.understand.sentences import split_sentences
from ceasewatch.understand.speech.voices import Attribution, Voices, find_voices
from ceasewatch.understand.spotting.parties import find_parties


def read(text: str) -> Voices:
    report = Report(
        id="r",
        text=text,
        retrieved_at=datetime(2020, 1, 1, tzinfo=UTC),
        media_type="text/plain",
        publisher="Harbour Gazette",
        byline="I. Ode",
    )
    sentences = split_sentences(text)
    return find_voices(report, sentences, {sentence.start: find_parties(sentence.text) for sentence in sentences})


def said(text: str, words: str) -> Attribution:
    start = text.index(words)
    return read(text).at(start, start + len(words))


def names(text: str, words: str) -> list[str | None]:
    return [link.name for link in said(text, words).said_by]


def test_a_sentence_without_attribution_is_the_publishers_own_voice():
    assert names("Two guards were killed at the ford.", "Two guards were killed") == ["Harbour Gazette", "I. Ode"]


def test_a_sentence_behind_an_attributed_one_is_own_voice_again():
    text = "The army said that a post was hit. Two guards were killed."
    assert names(text, "a post was hit")[-1] == "army"
    assert names(text, "Two guards were killed") == ["Harbour Gazette", "I. Ode"]


def test_the_ministry_is_the_ministry_named_before():
    text = "Ruritania’s Defense Ministry said that a post was hit. The ministry added that two guards were killed."
    assert names(text, "two guards were killed")[-1] == "Ruritania’s Defense Ministry"


def test_a_quotation_over_two_sentences_has_one_speaker():
    text = "“A drone crossed the line at noon. It was shot down by our units,” the Indian army said."
    assert names(text, "A drone crossed the line")[-1] == "Indian army"
    assert names(text, "It was shot down")[-1] == "Indian army"


def test_a_quotation_without_a_verb_goes_on_from_the_speaker_before():
    text = "The Pakistani army said on Monday that the truce holds.\n“We have not fired a single round this week.”"
    assert names(text, "We have not fired")[-1] == "Pakistani army"


def test_a_quotation_that_nobody_claims_has_a_speaker_without_a_name():
    text = "“They came over the hill before it was light.”"
    assert names(text, "They came over the hill")[-1] is None


def test_moreover_the_same_trucks_is_still_said_by_the_agency():
    text = "The agency Delta Press reported that six trucks left the port. Moreover, the same trucks were seen at the dam a day later."
    assert "Delta Press" in (names(text, "trucks were seen at the dam")[-1] or "")


def test_a_speakers_own_source_is_the_far_end_of_the_chain():
    text = "“Reliable information has been received about a crossing by armed men,” the border service said."
    attribution = said(text, "a crossing by armed men")
    assert [link.role for link in attribution.said_by][-2:] == [SpeakerRole.SPEAKER, SpeakerRole.SOURCE]
    assert attribution.said_by[-1].name == "Reliable information"
    assert attribution.stance is Stance.RELAYS


def test_hearsay_is_a_speaker_without_a_name_and_only_reported():
    attribution = said("The men were said to be smugglers from the coast.", "smugglers from the coast")
    assert attribution.said_by[-1].role is SpeakerRole.SPEAKER
    assert attribution.said_by[-1].name is None
    assert attribution.certainty is Certainty.REPORTED


def test_a_denial_reaches_what_is_denied():
    assert said("Syria denied that its army shelled the town.", "its army shelled the town").stance is Stance.DENIES


def test_the_day_of_saying_is_framing_and_the_day_of_the_event_is_not():
    text = "The army said on Tuesday that a post was hit on Sunday."
    voices = read(text)
    tuesday, sunday = text.index("Tuesday"), text.index("Sunday")
    assert voices.is_framing(tuesday, tuesday + 7)
    assert not voices.is_framing(sunday, sunday + 6)


def test_every_speaker_points_at_the_words_that_name_it():
    text = "According to the Greek army, a boat was stopped. The Turkish army denied it on Monday."
    for voice in read(text).voices:
        assert voice.speaker.span is not None
        assert (voice.speaker.name or "") in text[voice.speaker.span.start : voice.speaker.span.end]
