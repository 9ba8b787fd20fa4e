"""People named as victims, with rank and force as written; speakers, places and perpetrators are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.claim import Slot
from ceasewatch.model.values import Who
from ceasewatch.understand.people.named import find_named

K, W, C, M = Slot.KILLED, Slot.WOUNDED, Slot.CAPTURED, Slot.MISSING


def rows(text: str) -> list[tuple[Slot, str | None, str]]:
    return [(found.slot, found.who.rank, found.who.name) for found in find_named(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lt. Col. Jan Novak, Maj. Petr Svoboda and Lt. Ivo Maly were killed.",
            [(K, "Lt. Col.", "Jan Novak"), (K, "Maj.", "Petr Svoboda"), (K, "Lt.", "Ivo Maly")],
        ),
        ("Senior lieutenant A. B. Hüseynov was wounded.", [(W, "Senior lieutenant", "A. B. Hüseynov")]),
        ("Two soldiers, Seán O'Brien and Jan van der Berg, were killed.", [(K, None, "Seán O'Brien"), (K, None, "Jan van der Berg")]),
        ("Private Nguyễn Văn Minh died of his wounds.", [(K, "Private", "Nguyễn Văn Minh")]),
        ("Yusuf al-Zoubi was taken prisoner.", [(C, None, "Yusuf al-Zoubi")]),
        ("The dead were named as Ali Haddad and Omar Al-Zoubi.", [(K, None, "Ali Haddad"), (K, None, "Omar Al-Zoubi")]),
        ("Killed were Ali Haddad and Omar Rahim.", [(K, None, "Ali Haddad"), (K, None, "Omar Rahim")]),
        ("Kim Min-jun, 21, was shot and killed at the post.", [(K, None, "Kim Min-jun")]),
        ("The shell killed Ann Example, 34, and wounded Maria Svobodová.", [(K, None, "Ann Example"), (W, None, "Maria Svobodová")]),
        ("The death of Corporal Deng Akol was confirmed.", [(K, "Corporal", "Deng Akol")]),
        ("The ministry said Andreas Georgiou was missing.", [(M, None, "Andreas Georgiou")]),
        ("Sergeant Novak was killed.", [(K, "Sergeant", "Novak")]),
        ("Senior Lieutenant Jan Novak was captured.", [(C, "Senior Lieutenant", "Jan Novak")]),
        ("Jan Novak, a teacher from the next village, was killed.", [(K, None, "Jan Novak")]),
        ("A mine killed the policeman Ravi Sharma.", [(K, None, "Ravi Sharma")]),
        ("Privates Jan Novak and Petr Svoboda were killed.", [(K, "Privates", "Jan Novak"), (K, None, "Petr Svoboda")]),
        (
            "Maj. Jan Novak, commander of the 3rd Brigade, and Lt. Petr Svoboda were killed.",
            [(K, "Maj.", "Jan Novak"), (K, "Lt.", "Petr Svoboda")],
        ),
        (
            "Servicemen Jan Novak (b. 1999), Petr Svoboda (born 2001) and Ivo Maly were wounded.",
            [(W, None, "Jan Novak"), (W, None, "Petr Svoboda"), (W, None, "Ivo Maly")],
        ),
        (
            "Jan Novak, Petr Svoboda, both 21, and Ivo Maly, 19, were killed.",
            [(K, None, n) for n in ("Jan Novak", "Petr Svoboda", "Ivo Maly")],
        ),
        ("Killed in action: Lt. Jan Novak; Pvt. Ivo Maly.", [(K, "Lt.", "Jan Novak"), (K, "Pvt.", "Ivo Maly")]),
        ("Two men - Jan Novak and Lt. Ivo Maly - were killed.", [(K, None, "Jan Novak"), (K, "Lt.", "Ivo Maly")]),
    ],
)
def test_a_named_victim_is_found_with_rank_as_written(text: str, expected: list[tuple[Slot, str | None, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("“", "”"), ("«", "»"), ("'", "'"), ("‘", "’")])
def test_a_rank_in_quotation_marks_is_noted(opening: str, closing: str) -> None:
    text = f"Reports said {opening}major{closing} Petr Svoboda and lieutenant Ivo Maly were killed."
    assert [found.who for found in find_named(text)] == [
        Who(name="Petr Svoboda", rank="major", rank_is_quoted=True),
        Who(name="Ivo Maly", rank="lieutenant"),
    ]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (
            "Two servicemen of the Northern Army Jan Novak and Petr Svoboda were killed by Southern groups.",
            "servicemen of the Northern Army",
        ),
        ("Bordurian servicemen Jan Novak and Petr Svoboda were killed.", "Bordurian servicemen"),
        ("Jan Novak and Petr Svoboda of the Bordurian Army were killed.", "the Bordurian Army"),
        ("Jan Novak and Petr Svoboda were killed.", None),
    ],
)
def test_every_name_of_a_list_has_the_force_that_the_text_states(text: str, whose: str | None) -> None:
    assert [(found.who.name, found.who.whose) for found in find_named(text)] == [("Jan Novak", whose), ("Petr Svoboda", whose)]


@pytest.mark.parametrize(
    "text",
    [
        "Spokesman Jan Novak said three soldiers were killed.",
        "According to minister Jan Novak, three soldiers were killed.",
        "Three people were killed by Jan Novak.",
        "Jan Novak killed three people.",
        "Jan Novak told the agency that his son was killed.",
        "Jan Novak was not killed.",
        "Jan Novak, whose brother was killed in 2020, spoke.",
        "The Ministry of Defence said three were killed.",
        "In Khan Younis two people were killed.",
        "Al Bab was captured by rebels.",
        "On Monday the Border Guard said one was killed.",
        "The Syrian Observatory said two were wounded.",
        "Jan Novak could be killed.",
    ],
)
def test_speakers_places_bodies_and_perpetrators_are_no_victims(text: str) -> None:
    assert find_named(text) == ()


def test_a_list_ends_at_a_semicolon() -> None:
    text = "The police named them as Ali Haddad and Omar Rahim; lieutenant Ivo Maly was wounded."
    assert rows(text) == [(W, "lieutenant", "Ivo Maly")]


def test_one_person_can_be_wounded_and_die() -> None:
    assert {slot for slot, _, _ in rows("Jan Novak was wounded and later died.")} >= {W}


@given(st.text(max_size=400))
def test_any_text_is_read_without_an_error_and_every_span_fits(text: str) -> None:
    for found in find_named(text):
        assert found.who.name in text[found.start : found.end]


_NAMES = st.sampled_from(["Jan Novak", "Aysel Quliyeva", "Seán O'Brien", "Nguyễn Văn Minh", "Omar al-Zoubi", "A. Petrosyan", "Kim Min-jun"])
_RANKS = st.sampled_from(["", "Lt. ", "Senior Sergeant ", "colonel "])


@given(st.lists(st.tuples(_RANKS, _NAMES), min_size=1, max_size=4, unique_by=lambda pair: pair[1]))
def test_every_name_of_a_list_comes_back_in_order(people: list[tuple[str, str]]) -> None:
    written = [rank + name for rank, name in people]
    listed = written[0] if len(written) == 1 else ", ".join(written[:-1]) + " and " + written[-1]
    verb = "was" if len(written) == 1 else "were"
    assert rows(f"Yesterday {listed} {verb} killed.") == [(K, rank.strip() or None, name) for rank, name in people]
