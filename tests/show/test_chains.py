from ceasewatch.model.claim import Speaker, SpeakerRole
from ceasewatch.show.chains import describe_chain, fold, split_chain

HERALD = Speaker(role=SpeakerRole.PUBLISHER, name="The Herald")
WRITER = Speaker(role=SpeakerRole.BYLINE, name="A. Writer")


def test_the_whole_chain_is_told_nearest_first():
    ministry = Speaker(role=SpeakerRole.SPEAKER, name="the ministry")
    residents = Speaker(role=SpeakerRole.SOURCE, name="local residents")
    assert describe_chain((HERALD, WRITER, ministry, residents)) == "The Herald, by A. Writer, quoting the ministry, citing local residents"


def test_a_report_without_attribution_speaks_in_its_own_voice():
    assert describe_chain((HERALD,)) == "The Herald, in its own voice"
    assert describe_chain((HERALD, WRITER)) == "The Herald, by A. Writer, in its own voice"


def test_who_is_not_named_is_told_to_be_unnamed():
    chain = (Speaker(role=SpeakerRole.PUBLISHER, name=None), Speaker(role=SpeakerRole.SPEAKER, name=None))
    assert describe_chain(chain) == "a publisher that is not named, quoting a speaker who is not named"


def test_the_parts_of_a_chain_keep_names_apart_from_our_words():
    parts = split_chain((HERALD, Speaker(role=SpeakerRole.SPEAKER, name="quoting")))
    assert [part.name for part in parts] == ["The Herald", "quoting"]
    assert [part.lead for part in parts] == ["", ", quoting "]


def test_an_article_and_case_do_not_tell_speakers_apart():
    assert fold("The  Army") == fold("the army") == fold("Army") != fold("Theatre")
