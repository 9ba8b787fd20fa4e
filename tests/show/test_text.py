from ceasewatch.show.case_file import CREED, build_case_file
from ceasewatch.show.text import draw_case_file
from ceasewatch.store.memory import MemoryStore


def test_the_text_has_every_version_every_chain_and_the_marked_words(case):
    text = " ".join(draw_case_file(case, 100).split())
    for row in case.rows:
        for version in row.versions:
            assert version.value in text
            for saying in version.sayings:
                assert saying.chain_words in text
                assert f"»{' '.join(saying.quotation.evidence.split())}«" in text.replace("| ", "")
    assert CREED in text


def test_a_slot_without_a_number_says_so_and_shows_no_zero(case):
    wounded = draw_case_file(case).split("WOUNDED")[1].split("NAMED -")[0]
    assert "some, number not stated" in wounded
    assert "0" not in wounded


def test_lines_keep_to_the_width(case):
    text = draw_case_file(case, 60)
    assert all(len(line) <= 60 for line in text.splitlines() if "https://" not in line)


def test_evidence_is_bold_on_a_terminal_and_leaves_no_other_codes(case):
    styled = draw_case_file(case, styled=True)
    assert "\x1b[1m" in styled
    assert "\x1b" not in styled.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert "\x1b" not in draw_case_file(case)


def test_a_report_cannot_control_the_terminal(made):
    store = MemoryStore()
    poisoned = made.poison(made.make_wire(), "\x1b]0;gone\x07\x1b[2J\u202e").keep(store)
    text = draw_case_file(build_case_file(made.make_incident([poisoned]), store))
    assert not set(text) & {"\x1b", "\x07", "\x02", "\x03", "\u202e"}


def test_right_to_left_words_come_through_whole(case):
    assert "روزنامہ وادی, in its own voice" in " ".join(draw_case_file(case).split())
