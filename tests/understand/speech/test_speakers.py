from ceasewatch.understand.speech.speakers import SpeakerBook


def test_a_short_name_finds_the_full_name_before_it():
    book = SpeakerBook()
    book.take("Ruritania’s Defense Ministry")
    assert book.take("The ministry") == "Ruritania’s Defense Ministry"
    assert book.take("the Defence Ministry") == "Ruritania’s Defense Ministry"


def test_the_latest_of_two_ministries_is_the_ministry():
    book = SpeakerBook()
    book.take("Defense Ministry of Ruritania")
    book.take("Foreign Ministry of Ruritania")
    assert book.take("the ministry") == "Foreign Ministry of Ruritania"
    assert book.take("the Defense Ministry") == "Defense Ministry of Ruritania"


def test_a_pronoun_is_whoever_spoke_last_and_nobody_when_nobody_spoke():
    book = SpeakerBook()
    assert book.take("he") is None
    book.take("Colonel Amit Rao")
    assert book.take("he") == "Colonel Amit Rao"


def test_a_statement_speaks_for_whoever_made_it():
    book = SpeakerBook()
    book.take("the Northern Command")
    assert book.take("the statement") == "the Northern Command"


def test_somebody_named_without_speaking_can_be_referred_to():
    book = SpeakerBook()
    book.note("Syrian Observatory for Human Rights")
    assert book.take("the Observatory") == "Syrian Observatory for Human Rights"


def test_another_organisation_is_not_taken_for_one_before_it():
    book = SpeakerBook()
    book.take("Defense Ministry of Ruritania")
    assert book.take("Defense Ministry of Graustark") == "Defense Ministry of Graustark"
