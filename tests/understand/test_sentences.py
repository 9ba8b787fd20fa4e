from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.understand.sentences import split_sentences


def texts(report: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(report)]


def test_sentences_inside_a_quotation_are_told_apart():
    report = "“The first shell fell at noon. The second hit the school,” the mayor said."
    assert texts(report) == ["“The first shell fell at noon.", "The second hit the school,” the mayor said."]


def test_a_quotation_that_ends_in_front_of_its_verb_stays_with_it():
    assert texts("“We saw smoke.” he said. They left.") == ["“We saw smoke.” he said.", "They left."]
    assert texts("“We saw smoke,” he said. They left.") == ["“We saw smoke,” he said.", "They left."]


def test_an_opening_quotation_mark_belongs_to_its_own_sentence():
    assert texts("He left. “It was dark.” They slept.") == ["He left.", "“It was dark.”", "They slept."]


def test_abbreviated_ranks_and_clock_times_do_not_end_a_sentence():
    assert texts("Lt. Col. P. Rao left Camp Nine at 9.30 a.m. on foot. Nobody followed.") == [
        "Lt. Col. P. Rao left Camp Nine at 9.30 a.m. on foot.",
        "Nobody followed.",
    ]


def test_a_name_with_a_dot_is_not_cut():
    assert texts("The agency Ostrov.Media wrote that a bridge fell. It gave no source.")[0].endswith("a bridge fell.")


def test_headings_credits_and_furniture_are_left_out():
    report = "\n\n".join(
        [
            "Last updated: 3 May 2019",
            "Two Guards Hurt In Border Shooting",
            "Soldiers at the checkpoint / Reuters",
            "Two guards were hurt at the border on Friday.",
            "What happens next",
            "Read more: The border in pictures",
        ]
    )
    assert texts(report) == ["Two guards were hurt at the border on Friday."]


def test_a_bulleted_line_is_part_of_the_report():
    assert texts("- three violations near the crossing\n- one drone over the town") == [
        "- three violations near the crossing",
        "- one drone over the town",
    ]


def test_hard_wrapped_lines_are_one_paragraph():
    first = "A patrol of the northern mission\nwas stopped for an hour by men\nin civilian clothes. It then\nwent back to its base."
    report = first + "\n\nNobody was hurt."
    found = split_sentences(report)
    assert [sentence.paragraph for sentence in found] == [0, 0, 1]
    assert found[1].text == "It then\nwent back to its base."


@given(st.text(alphabet='aB. “”"\n!’«»é', max_size=80))
def test_every_sentence_is_where_it_says_and_none_overlap(report: str):
    last = 0
    for sentence in split_sentences(report):
        assert report[sentence.start : sentence.end] == sentence.text
        assert sentence.start >= last
        last = sentence.end


@given(st.lists(st.sampled_from(["The road was closed.", "A drone fell.", "“We fired,” he said."]), min_size=1, max_size=6))
def test_no_words_are_lost_between_sentences(sentences: list[str]):
    report = " ".join(sentences)
    assert "".join("".join(texts(report)).split()) == "".join(report.split())
