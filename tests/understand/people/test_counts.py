"""Counts of people: who was killed, wounded, captured, missing or displaced, and whose they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.claim import Slot
from ceasewatch.model.values import Standing
from ceasewatch.understand.people.counts import CountFound, find_counts

K, W, C, M, D = Slot.KILLED, Slot.WOUNDED, Slot.CAPTURED, Slot.MISSING, Slot.DISPLACED
Row = tuple[Slot, int | None, int | None, str | None]


def rows(text: str) -> list[Row]:
    return [(found.slot, found.count.low, found.count.high, found.count.whose) for found in find_counts(text)]


def numbers(text: str) -> list[tuple[Slot, int | None, int | None]]:
    return [row[:3] for row in rows(text)]


BEFORE_THE_VERB: list[tuple[str, list[Row]]] = [
    (
        "Three Indian soldiers were killed and two wounded near the line.",
        [(K, 3, 3, "Indian soldiers"), (W, 2, 2, "Indian soldiers")],
    ),
    ("At least four Sudanese conscripts were injured on Monday.", [(W, 4, None, "Sudanese conscripts")]),
    ("A soldier was shot dead by a sniper.", [(K, 1, 1, "soldier")]),
    ("A police officer was killed.", [(K, 1, 1, "police officer")]),
    ("Two of them later died.", [(K, 2, 2, None)]),
    ("Of the five, three of whom were unarmed, two were killed.", [(K, 2, 2, None)]),
    ("One more died in hospital.", [(K, 1, 1, None)]),
    ("More than 60 armed men were detained.", [(C, 60, None, "armed men")]),
    ("12 people are missing.", [(M, 12, 12, None)]),
    ("Hundreds of families fled their homes.", [(D, 100, None, "families")]),
    ("Some 300 families were displaced by the shelling.", [(D, 300, 300, "families")]),
    ("Soldiers were killed and civilians were wounded.", [(K, None, None, "Soldiers"), (W, None, None, "civilians")]),
    ("Up to 20 militants were eliminated.", [(K, None, 20, "militants")]),
    ("Dozens were killed or injured in the market.", [(K, 12, None, None), (W, 12, None, None)]),
    ("Two Ruritanian and three Bordurian soldiers were killed.", [(K, 2, 2, "Ruritanian"), (K, 3, 3, "Bordurian soldiers")]),
    ("A woman and her two children were killed.", [(K, 1, 1, "woman"), (K, 2, 2, "children")]),
    ("Militants attacked a convoy and two soldiers were killed.", [(K, 2, 2, "soldiers")]),
    ("Three soldiers from the 5th Brigade near the village of Zorn were wounded.", [(W, 3, 3, "soldiers")]),
    ("Another group of armed Bordurians was captured at the border.", [(C, None, None, "armed Bordurians")]),
    ("One of its soldiers was killed and 13 were captured.", [(K, 1, 1, "its soldiers"), (C, 13, 13, None)]),
    ("A 17-year-old was fatally shot.", [(K, 1, 1, "17-year-old")]),
    ("A man, who had crossed the line, was killed.", [(K, 1, 1, "man")]),
    (
        "Two servicemen of the Ruritanian Army Jan Novak and Petr Svoboda were killed by Bordurian groups.",
        [(K, 2, 2, "servicemen of the Ruritanian Army")],
    ),
]
WOUNDS: list[tuple[str, list[Row]]] = [
    ("A farmer was shot in the leg near the ford.", [(W, 1, 1, "farmer")]),
    ("Two men were stabbed in the back on Friday.", [(W, 2, 2, "men")]),
    ("Soldiers shot two herders in the legs.", [(W, 2, 2, "herders")]),
    ("The bullet hit a boy in the arm.", [(W, 1, 1, "boy")]),
    ("Two drivers were hit by stray bullets.", [(W, 2, 2, "drivers")]),
    ("A girl was struck by shrapnel in the arm.", [(W, 1, 1, "girl")]),
    ("A woman was shot and taken to a hospital.", [(W, 1, 1, "woman")]),
    ("A recruit accidentally shot himself in the foot.", [(W, 1, 1, "recruit")]),
    ("Medics found a man suffering from a gunshot wound.", [(W, 1, 1, "man")]),
    ("Two conscripts arrived with gunshot wounds.", [(W, 2, 2, "conscripts")]),
    ("Three villagers are in critical condition.", [(W, 3, 3, "villagers")]),
]
DEATHS: list[tuple[str, list[Row]]] = [
    ("Two of the injured had died.", [(K, 2, 2, None)]),
    ("One of the seriously wounded later died in hospital.", [(K, 1, 1, None)]),
    ("One of those patients died.", [(K, 1, 1, "patients")]),
    ("Two of the six guards were killed.", [(K, 2, 2, "guards")]),
    ("Three of four members of a patrol were killed.", [(K, 3, 3, "members")]),
    ("A boy was shot several times and died.", [(K, 1, 1, "boy")]),
    ("A guard was shot in the hip and later died.", [(K, 1, 1, "guard")]),
    ("He stabbed a guard to death and wounded nine others.", [(W, 9, 9, None)]),
    ("The bomber killed himself near the post.", [(K, 1, 1, "bomber")]),
    ("Both men later died.", [(K, 2, 2, "men")]),
    ("Both were killed.", [(K, 2, 2, None)]),
    ("The clashes resulted in 11 deaths.", [(K, 11, 11, None)]),
    ("Killed were two guards and a nurse.", [(K, 2, 2, "guards"), (K, 1, 1, "nurse")]),
    ("Two soldiers laid down their lives.", [(K, 2, 2, "soldiers")]),
    ("Jan Novak and Petr Svoboda, both 21, were killed.", [(K, 2, 2, None)]),
    ("Ann Example, 9 (front row), was killed.", [(K, 1, 1, None)]),
    ("Three soldiers, Captain Jan Novak, Lieutenant Petr Svoboda and Private Ivo Maly, were killed.", [(K, 3, 3, "soldiers")]),
    ("Two guards from Brod, Ruritania, were killed.", [(K, 2, 2, "guards")]),
]
AFTER_THE_VERB: list[tuple[str, list[Row]]] = [
    ("The mine went off, killing four servicemen and a civilian.", [(K, 4, 4, "servicemen"), (K, 1, 1, "civilian")]),
    ("Police killed two gunmen and arrested three.", [(K, 2, 2, "gunmen"), (C, 3, 3, None)]),
    ("The blast killed one and wounded another.", [(K, 1, 1, None), (W, 1, 1, None)]),
    ("Gunman kills woman in the old town.", [(K, 1, 1, "woman")]),
    ("Rebels kill 30 soldiers in the hills.", [(K, 30, 30, "soldiers")]),
    ("The raid left 5 dead and 12 wounded.", [(K, 5, 5, None), (W, 12, 12, None)]),
    ("The brigade lost three men.", [(K, 3, 3, "men")]),
    ("Rescuers recovered the bodies of six fighters.", [(K, 6, 6, "fighters")]),
    ("Six bodies were found in the well.", [(K, 6, 6, None)]),
    ("The blast claimed the lives of 14 villagers.", [(K, 14, 14, "villagers")]),
    ("The blast claimed 14 lives.", [(K, 14, 14, None)]),
    ("They took three soldiers hostage.", [(C, 3, 3, "soldiers")]),
    ("The rebels took 14 prisoners.", [(C, 14, 14, "prisoners")]),
    ("Doctors confirmed the deaths of two Cypriot soldiers.", [(K, 2, 2, "Cypriot soldiers")]),
    ("The shell killed Ann Example, 34.", [(K, 1, 1, None)]),
]
SIDES: list[tuple[str, list[Row]]] = [
    ("There were casualties and injuries on both sides.", [(K, None, None, "both sides"), (W, None, None, "both sides")]),
    ("There were dead and wounded on both sides.", [(K, None, None, "both sides"), (W, None, None, "both sides")]),
    (
        "The mortar wounded one on its own side and killed two on the other.",
        [(W, 1, 1, "its own side"), (K, 2, 2, "the other")],
    ),
    (
        "There were two dead and one wounded on the Korean side.",
        [(K, 2, 2, "the Korean side"), (W, 1, 1, "the Korean side")],
    ),
    (
        "It counted 3 dead and one wounded on that side, two dead and one wounded on the other.",
        [(K, 3, 3, "that side"), (W, 1, 1, "that side"), (K, 2, 2, "the other"), (W, 1, 1, "the other")],
    ),
    ("On the Turkish side, two were killed.", [(K, 2, 2, "the Turkish side")]),
    ("The Greek side lost two dead and three wounded.", [(K, 2, 2, "The Greek side"), (W, 3, 3, "The Greek side")]),
    ("Two were killed among the civilian population.", [(K, 2, 2, "the civilian population")]),
]
NOBODY: list[tuple[str, list[tuple[Slot, int | None, int | None]]]] = [
    ("No one was hurt.", [(K, 0, 0), (W, 0, 0)]),
    ("There were no casualties.", [(K, 0, 0), (W, 0, 0)]),
    ("The shelling ended without casualties.", [(K, 0, 0), (W, 0, 0)]),
    ("Neither side suffered casualties.", [(K, 0, 0), (W, 0, 0)]),
    ("The strike did not cause any casualties.", [(K, 0, 0), (W, 0, 0)]),
    ("Nobody was killed or injured.", [(K, 0, 0), (W, 0, 0)]),
    ("No soldiers were wounded.", [(W, 0, 0)]),
    ("There were no deaths.", [(K, 0, 0)]),
    ("None of the three was killed.", [(K, 0, 0)]),
]
NOTHING = [
    "The army suffered casualties.",
    "The raid caused 12 casualties.",
    "The ministry did not report any casualties.",
    "No casualties were reported.",
    "There were no casualties reported so far.",
    "There were no reports of casualties.",
    "The bomb went off without causing more deaths.",
    "The mines could kill civilians.",
    "They withdrew to avoid killing civilians.",
    "If two soldiers are killed, the truce ends.",
    "If no one is hurt, the talks go on.",
    "The talks are meant to ensure that no one is hurt.",
    "The strike killed two cows and three sheep.",
    "The storm killed the power supply.",
    "The militants stormed a farm and three cows were killed.",
    "Troops captured three villages.",
    "Fighters had captured two tanks.",
    "The town was captured in 2013.",
    "The suspects fled on foot.",
    "He was treated for his injuries.",
    "The wounded were taken to hospital.",
    "Spokesman Ann Example spoke of a calm night.",
    "Ann Example took a dead end street.",
    "A man could be shot in the leg.",
    "A soldier was shot in the head.",
    "At least 38 people were shot in separate attacks dating back to May.",
    "A camera was hit by gunfire.",
    "The mayor died of a heart attack.",
    "He died of cancer.",
    "He could have died.",
    "If she was wounded, nobody saw it.",
]


@pytest.mark.parametrize(("text", "expected"), BEFORE_THE_VERB)
def test_people_before_the_verb_are_counted(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), AFTER_THE_VERB)
def test_people_after_the_verb_are_counted(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), WOUNDS)
def test_a_wound_is_told_by_what_was_hit_and_by_what_hit(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), DEATHS)
def test_the_dead_are_counted_however_they_are_told_of(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("He later died.", K),
        ("She died at the hospital.", K),
        ("The doctor said she was wounded by shrapnel.", W),
        ("A sniper fired and he was shot in the arm.", W),
    ],
)
def test_he_or_she_is_one(text: str, slot: Slot) -> None:
    assert [(found.slot, found.count.low, found.count.high, found.count.words.lower()) for found in find_counts(text)] in (
        [(slot, 1, 1, "he")],
        [(slot, 1, 1, "she")],
    )


@pytest.mark.parametrize("text", ["The shell killed both soldiers and villagers.", "Both sides were hurt by it."])
def test_both_is_two_only_where_it_counts_people(text: str) -> None:
    assert all(found.count.low != 2 for found in find_counts(text))


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_a_side_owns_the_counts_that_its_words_follow_or_lead(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), NOBODY)
def test_nobody_is_zero_only_where_the_sentence_says_so(text: str, expected: list[tuple[Slot, int | None, int | None]]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_did_not_happen_or_is_not_said_gives_no_count(text: str) -> None:
    assert find_counts(text) == ()


def test_an_included_part_is_marked_and_not_a_count_to_add() -> None:
    for text in ("The blast killed at least 12 people, including three children.", "12 people, including three children, were killed."):
        whole, part = find_counts(text)
        assert (whole.count.low, whole.is_part) == (12, False)
        assert (part.count.low, part.count.whose, part.is_part) == (3, "children", True)


def test_the_list_after_an_inclusion_ends_where_the_next_verb_begins() -> None:
    text = "4 people were killed, including 3 children, and 43 others were injured."
    assert [(found.slot, found.count.low, found.is_part) for found in find_counts(text)] == [(K, 4, False), (K, 3, True), (W, 43, False)]


@pytest.mark.parametrize(
    ("text", "slot", "number"),
    [
        ("The death toll rose to 12.", K, 12),
        ("The death toll rose from 10 to 12.", K, 12),
        ("The number of wounded reached 34.", W, 34),
        ("A total of 37 fighters have been killed.", K, 37),
    ],
)
def test_a_running_total_is_marked(text: str, slot: Slot, number: int) -> None:
    assert [(found.slot, found.count.low, found.is_total) for found in find_counts(text)] == [(slot, number, True)]


def test_people_in_apposition_are_a_part_and_people_in_a_list_are_not() -> None:
    apposition = find_counts("Two people, a man and a woman, died at the scene.")
    assert [(found.count.low, found.is_part) for found in apposition] == [(2, False), (1, True), (1, True)]
    listed = find_counts("Two soldiers, a nurse and a driver died at the scene.")
    assert [(found.count.low, found.is_part) for found in listed] == [(2, False), (1, False), (1, False)]


def test_a_denied_event_keeps_its_number_and_is_marked() -> None:
    assert [(found.count.low, found.is_denied) for found in find_counts("The two soldiers were not killed.")] == [(2, True)]
    assert [(found.count.low, found.is_denied) for found in find_counts("They denied that two soldiers were killed.")] == [(2, False)]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Two villagers were killed.", Standing.CIVILIAN),
        ("Two journalists were killed.", Standing.CIVILIAN),
        ("Two fighters were killed.", Standing.COMBATANT),
        ("Two police officers were killed.", Standing.COMBATANT),
        ("Two people were killed.", None),
    ],
)
def test_standing_comes_from_the_noun(text: str, standing: Standing | None) -> None:
    assert [found.count.standing for found in find_counts(text)] == [standing]


def test_the_agent_of_a_killing_is_not_whose_the_dead_were() -> None:
    (found,) = find_counts("Two servicemen of the Northern Army were killed by Southern militants.")
    assert found.count.whose == "servicemen of the Northern Army"


def test_the_evidence_runs_from_the_number_to_the_effect_word() -> None:
    text = "Officials said three soldiers were killed near the river."
    (found,) = find_counts(text)
    assert text[found.start : found.end] == "three soldiers were killed"
    assert text[found.cue_start : found.cue_end] == "killed"
    assert found.count.words == "three soldiers"


@given(st.text(max_size=400))
def test_any_text_is_read_without_an_error_and_every_span_fits(text: str) -> None:
    check_spans(text, find_counts(text))


_WORDS = st.sampled_from(
    "three soldiers were killed and wounded no casualties on both sides , including a civilian by the army who was not missing 12 people"
    " fled of them others dead or captured Novak Jan Lt. “ ” toll rose to if without there".split()
)


@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_any_jumble_of_telling_words_is_read_and_every_span_fits(text: str) -> None:
    check_spans(text, find_counts(text))


def check_spans(text: str, found: tuple[CountFound, ...]) -> None:
    for count in found:
        assert 0 <= count.start <= count.cue_start < count.cue_end <= count.end <= len(text)
        assert count.count.words in text


@given(st.integers(min_value=1, max_value=10**7), st.sampled_from(["killed", "wounded", "captured"]))
def test_any_number_comes_back_exactly(number: int, effect: str) -> None:
    assert numbers(f"{number:,} soldiers were {effect}.") == [(Slot(effect), number, number)]


@given(st.lists(_WORDS.filter(lambda word: word not in {"no", "without"}), max_size=30).map(" ".join))
def test_zero_never_comes_without_a_word_for_none(text: str) -> None:
    assert all(found.count.low != 0 and found.count.high != 0 for found in find_counts(text))


_DEMONYMS = st.sampled_from(["Ruritanian", "Bordurian", "Syldavian", "Indian", "Pakistani", "Azerbaijani", "Armenian", "Ukrainian", "Lao"])
_FRAMES = st.sampled_from(
    [
        "Three {0} soldiers were killed and two wounded by {1} forces.",
        "There were two dead and one wounded on the {0} side, and five dead on the {1} side.",
        "{0} troops detained more than 60 armed {1} fighters.",
        "The {0} army said a {1} shell killed four servicemen and a civilian.",
        "Two {0} and three {1} soldiers were killed.",
        "No {0} servicemen were hurt, while one {1} officer died.",
    ]
)


@given(_FRAMES, _DEMONYMS, _DEMONYMS)
def test_swapping_the_sides_names_changes_nothing_but_the_words(frame: str, first: str, second: str) -> None:
    def neutral(one: str, other: str) -> list[tuple[object, ...]]:
        text = frame.format(one, other)
        return [
            (
                found.slot,
                found.count.low,
                found.count.high,
                found.count.standing,
                mask(found.count.whose or "", one, other),
                mask(found.count.words, one, other),
                mask(text[found.start : found.end], one, other),
            )
            for found in find_counts(text)
        ]

    assert neutral(first, second) == neutral("Xanthian", "Yugarian")
    assert neutral("Xanthian", "Yugarian") != []


def mask(words: str, one: str, other: str) -> str:
    return words.replace(one, "@").replace(other, "@")


@pytest.mark.parametrize(
    ("sentence", "most"),
    [
        ("At least 104 people, among them 35 children, were killed on Wednesday.", 104),
        ("At least 131 people, including 17 women and 12 children, were killed.", 131),
        ("Nine villagers, most of them farmers, have been killed.", 9),
    ],
)
def test_a_toll_is_found_behind_an_inserted_part(sentence: str, most: int) -> None:
    found = [one for one in find_counts(sentence) if one.count.low == most]
    assert [one.slot for one in found] == [Slot.KILLED]
    assert sentence[found[0].start : found[0].end].endswith("killed")
