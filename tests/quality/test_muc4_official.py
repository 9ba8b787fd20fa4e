import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.muc4_fills import compare_values
from quality.muc4_history import read_history
from quality.muc4_official import ALL, Count, match_best, read_pairs, score_full
from quality.muc4_slots import Choice, Fill, canonical, read_templates
from quality.muc4_texts import TASK

_DATA = Path(os.environ.get("CEASEWATCH_DATA", "no data")) / "muc4"
_RESULTS = _DATA / TASK / "TEST/RESULTS"

_KEY = """
0.  MESSAGE: ID                    TST3-MUC4-0001
1.  MESSAGE: TEMPLATE              1
2.  INCIDENT: DATE                 (- 12 MAR 90) / (12 MAR 90)
3.  INCIDENT: LOCATION             PERU: LIMA (CITY): BARRANCO (NEIGHBORHOOD)
4.  INCIDENT: TYPE                 BOMBING
5.  INCIDENT: STAGE OF EXECUTION   ACCOMPLISHED
6.  INCIDENT: INSTRUMENT ID        "CAR BOMB" / "BOMB"
7.  INCIDENT: INSTRUMENT TYPE      VEHICLE BOMB: "CAR BOMB" / "BOMB"
9.  PERP: INDIVIDUAL ID            "MASKED MEN"
                                   ? "DRIVER"
12. PHYS TGT: ID                   "BRIDGE"
18. HUM TGT: NAME                  -
19. HUM TGT: DESCRIPTION           "GUARDS" / "BRIDGE GUARDS"
20. HUM TGT: TYPE                  *
23. HUM TGT: EFFECT OF INCIDENT    DEATH: "GUARDS" / "BRIDGE GUARDS"

0.  MESSAGE: ID                    TST3-MUC4-0001
1.  MESSAGE: TEMPLATE              2 (OPTIONAL)
4.  INCIDENT: TYPE                 KIDNAPPING
18. HUM TGT: NAME                  "INES PAZ"

0.  MESSAGE: ID                    TST3-MUC4-0002
1.  MESSAGE: TEMPLATE              *
"""


def test_full_templates_are_read_with_choices_tags_and_options() -> None:
    key = read_templates(_KEY)
    first, second = key["TST3-MUC4-0001"]
    assert [choice.value for choice in first.of("inc-date")[0].choices] == ["- 12 MAR 90", "12 MAR 90"]
    assert first.of("inc-loc")[0].first.value == "PERU: LIMA CITY BARRANCO NEIGHBORHOOD"
    assert first.of("hum-tgt-effect")[0].first == Choice(value="DEATH", tags=frozenset({"GUARDS", "BRIDGE GUARDS"}))
    assert [fill.is_optional for fill in first.of("perp-ind-id")] == [False, True]
    assert (first.of("hum-tgt-name"), first.is_optional, second.is_optional, key["TST3-MUC4-0002"]) == ((), False, True, ())


def test_a_full_key_scores_all_against_itself_and_nothing_when_empty() -> None:
    key = read_templates(_KEY)
    perfect, empty = score_full(key, key)[ALL], score_full({}, key)[ALL]
    assert (perfect.f1, perfect.possible, perfect.actual) == (100, 13, 13)
    assert (empty.f1, empty.possible, empty.actual) == (0, 10, 0)  # what is optional is not missed


def test_the_order_of_full_templates_does_not_matter() -> None:
    key = read_templates(_KEY)
    mixed = {report: templates[::-1] for report, templates in key.items()}
    assert score_full(mixed, key) == score_full(key, mixed) == score_full(key, key)


@pytest.mark.parametrize(
    ("slot", "ours", "key", "credit"),
    [
        ("inc-type", "ATTACK", "BOMBING", 0.5),
        ("inc-type", "BOMBING", "ATTACK", 0),
        ("inc-instr-type", "EXPLOSIVE", "VEHICLE BOMB", 0.5),
        ("inc-instr-type", "VEHICLE BOMB", "BOMB", 0),
        ("inc-loc", "PERU", "PERU: LIMA CITY", 0.5),
        ("inc-loc", "CHILE: LIMA CITY", "PERU: LIMA CITY", 0),
        ("inc-date", "12 MAR 90", "10 MAR 90 - 20 MAR 90", 0.5),
        ("inc-date", "12 MAR 90", "01 APR 90", 0),
        ("perp-ind-id", "THE 3 GUARDS", "GUARDS", 1),
        ("phys-tgt-effect", "DESTROYED", "SOME DAMAGE", 0.5),
    ],
)
def test_a_fill_that_is_nearly_right_earns_half(slot: str, ours: str, key: str, credit: float) -> None:
    one, other = (Fill(choices=(Choice(value=words, tags=frozenset()),)) for words in (ours, key))
    assert compare_values(slot, one, other) == credit


def test_an_effect_on_the_wrong_people_earns_half() -> None:
    key = read_templates(_KEY)
    wrong = read_templates(_KEY.replace('DEATH: "GUARDS" / "BRIDGE GUARDS"', 'DEATH: "NUNS"'))
    assert score_full(wrong, key)["hum-tgt-effect"] == Count(possible=1, actual=1, correct=0, partial=1)


def test_judges_give_credit_that_the_program_would_not() -> None:
    key = read_templates(_KEY)
    ours = read_templates(_KEY.replace('"MASKED MEN"', '"HOODED MEN"'))
    told = read_history(r'(("TST3-MUC4-0001" ("1" (perp-ind-id ("\"HOODED MEN\"" partial "\"MASKED MEN\"") ("\"NUNS\"" fail)))))')
    assert score_full(ours, key)["perp-ind-id"].credit == 1
    assert score_full(ours, key, told)["perp-ind-id"].credit == 1.5


def test_one_fill_can_stand_for_several_where_the_judges_say_so() -> None:
    key = read_templates(_KEY.replace('"BRIDGE"\n', '"BUS"\n   "TRUCK"\n'))
    ours = read_templates(_KEY.replace('"BRIDGE"\n', '"VEHICLES"\n'))
    told = read_history(r'(("TST3-MUC4-0001" ("1" (phys-tgt-id ("\"VEHICLES\"" partial (all-of "\"BUS\"" "\"TRUCK\""))))))')
    assert score_full(ours, key, told)["phys-tgt-id"] == Count(possible=2, actual=2, correct=0, partial=2)


def test_pairs_are_read_from_a_score_report() -> None:
    text = "TST3-MUC4-0001\t key: 2  response: 1\nTST3-MUC4-0001\t key: <NONE>  response: 3 [spurious]\n"
    assert read_pairs(text) == {"TST3-MUC4-0001": frozenset({("1", "2")})}


@given(st.lists(st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=3, max_size=3), max_size=4))
def test_the_best_matching_is_one_to_one_and_beats_the_plain_one(grades: list[list[float]]) -> None:
    pairs = match_best(grades)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert sum(grades[row][column] for row, column in pairs) >= sum(grades[at][at] for at in range(min(3, len(grades))))


def test_a_range_keeps_its_dash_and_other_marks_go() -> None:
    assert canonical('"12 MAR 90 - 14 MAR 90"') == "12 MAR 90 - 14 MAR 90"
    assert (canonical('"ST. JOHN\'S"'), canonical("6 -")) == ("ST JOHN S", "6 -")


_PUBLISHED_1992 = [
    ("3", "GE", 55.93),
    ("3", "GE-CMU", 51.83),
    ("3", "UMASS", 51.52),
    ("3", "SRI", 48.89),
    ("3", "NYU", 43.80),
    ("4", "ge", 57.15),
    ("4", "ge-cmu", 53.00),
    ("4", "umass", 46.45),
    ("4", "nyu", 46.00),
    # TST4 of SRI is not among them: its report does not say which templates the judges paired. Paired by us it comes out a point higher.
]


@pytest.mark.skipif(not _RESULTS.is_dir(), reason="the responses of 1992 are not here")
@pytest.mark.parametrize(("number", "system", "f1"), _PUBLISHED_1992)
def test_a_response_of_1992_scores_what_its_report_says(number: str, system: str, f1: float) -> None:
    response, report, judged = (
        (f"TST3/{system}/response.tst3", f"TST3/{system}/scores.tst3-pass1.nrad", "TST3/final-history-nrad.tst3")
        if number == "3"
        else (f"TST4/{system}-response.tst4", f"TST4/{system}-scores-pass1.tst4.nrad", "TST4/final-cumulative-hist.tst4")
    )
    key = read_templates((_DATA / TASK / f"TASK/CORPORA/tst{number}/key-tst{number}.v2").read_text(encoding="latin-1"))
    texts = [(_RESULTS / name).read_text(encoding="latin-1") for name in (response, judged, report)]
    scored = score_full(read_templates(texts[0]), key, read_history(texts[1]), read_pairs(texts[2]))
    assert scored[ALL].f1 == pytest.approx(f1, abs=0.5)
