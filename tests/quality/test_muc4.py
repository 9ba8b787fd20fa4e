import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quality import muc4
from quality.figures import Tally
from quality.muc4_adapter import is_organisation, make_templates
from quality.muc4_full import make_full_templates
from quality.muc4_gtt import ROLES, Template, make_template, pair_templates, score_templates
from quality.muc4_texts import read_gtt_output, read_iterx_output, read_key, split_reports

from ceasewatch.model.claim import Claim, Slot, Speaker, SpeakerRole, Stance
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.reading import Reading, Resolution
from ceasewatch.model.record import Link, Place, PlaceName
from ceasewatch.model.report import Report, Span
from ceasewatch.model.values import Count as People
from ceasewatch.model.values import Thing, Value, When, Where, Who

_DATA = Path(os.environ.get("CEASEWATCH_DATA", "no data")) / "muc4"
_GTT = _DATA / "gtt/model_gtt/preds_gtt.out"
_ITERX = _DATA / "iterx_preds/resources/model_outputs/muc4/iterx"


def _template(kind: str = "attack", **fillers: list[list[str]]) -> Template:
    return make_template(kind, fillers)


def _micro(given_templates: list[Template], key: list[Template]) -> Tally:
    return score_templates({"a": given_templates}, {"a": key})[0]


_WORDS = st.sampled_from(["gunmen", "a rebel column", "the bridge", "Ines Paz", "rifle", "mortar"])
_ENTITIES = st.lists(st.lists(_WORDS, min_size=1, max_size=2), max_size=2)
_TEMPLATES = st.lists(
    st.builds(make_template, st.sampled_from(["attack", "bombing"]), st.fixed_dictionaries(dict.fromkeys(ROLES, _ENTITIES))), max_size=4
)


@given(_TEMPLATES)
def test_a_perfect_prediction_scores_one(templates: list[Template]) -> None:
    assert _micro(templates, templates).f1 == (1 if templates else None)


@given(_TEMPLATES)
def test_an_empty_prediction_scores_nothing(templates: list[Template]) -> None:
    assert not _micro([], templates).f1


@settings(max_examples=60)
@given(_TEMPLATES, _TEMPLATES, st.randoms())
def test_the_order_of_templates_does_not_matter(ours: list[Template], key: list[Template], chance) -> None:
    mixed, mixed_key = chance.sample(ours, len(ours)), chance.sample(key, len(key))
    assert score_templates({"a": ours}, {"a": key}) == score_templates({"a": mixed}, {"a": mixed_key})


def test_a_filler_is_right_if_all_its_wordings_are_among_those_of_one_entity() -> None:
    key = _template(PerpInd=[["gunmen", "masked men"]])
    assert _micro([_template(PerpInd=[["The gunmen."]])], [key]).f1 == 1
    assert _micro([_template(PerpInd=[["gunmen", "soldiers"]])], [key]).right == 1  # the type alone


def test_templates_of_different_types_never_pair() -> None:
    assert pair_templates([_template("bombing")], [_template("arson")]).pairs == ()


def test_either_type_is_right_where_the_key_has_two() -> None:
    assert _micro([_template("bombing")], [_template("attack / bombing")]).f1 == 1


def test_templates_pair_so_that_most_is_right() -> None:
    key = [_template(Victim=[["Ana Rey"]]), _template(Victim=[["Ines Paz"]])]
    assert pair_templates([_template(Victim=[["Ines Paz"]]), _template()], key).pairs == ((0, 1), (1, 0))


def test_what_is_extra_costs_precision_and_what_is_missed_costs_recall() -> None:
    tally = _micro([_template(Weapon=[["rifle"]]), _template()], [_template(Weapon=[["rifle"], ["mortar"]])])
    assert (tally.right, tally.given, tally.found, tally.expected) == (2, 3, 2, 3)


def test_a_file_of_the_corpus_is_parted_into_reports() -> None:
    text = "\nTST1-MUC3-0001\n\n   LIMA, 4 FEB 90 -- [TEXT] ONE.\n\n\nTST1-MUC3-0002 (NOSC)\n\n   TWO.\n"
    assert split_reports(text) == {"TST1-MUC3-0001": "LIMA, 4 FEB 90 -- [TEXT] ONE.", "TST1-MUC3-0002": "TWO."}


def test_outputs_of_others_are_read_by_report(tmp_path: Path) -> None:
    gtt, iterx = tmp_path / "gtt.out", tmp_path / "iterx.jsonlines"
    gtt.write_text(json.dumps({"30002": {"pred_templates": [{"incident_type": ["?"], "Victim": [["Ines Paz"]]}]}}))
    iterx.write_text('{"TST3-MUC4-0002": []}\n{"TST3-MUC4-0002": [{"incident_type": "attack", "Victim": [["ines paz"]]}]}\n')
    wanted = {"TST3-MUC4-0002": (make_template("attack", {role: [["ines paz"]] if role == "Victim" else [] for role in ROLES}),)}
    assert read_gtt_output(gtt, wanted) == read_iterx_output(iterx) == wanted


@pytest.mark.parametrize(
    ("name", "is_one"), [("PEOPLE'S ARMY", True), ("ARMY OF THE NORTH", True), ("MEN OF THE ARMY", False), ("PUF", True), ("REBELS", False)]
)
def test_an_organisation_is_known_by_its_last_word_or_its_brackets(name: str, is_one: bool) -> None:
    assert is_organisation(name, "THE POPULAR UNITED FRONT (PUF) SAID") is is_one


_TEXT = "REBELS OF THE PEOPLE'S ARMY KILLED TWO NUNS AND SISTER INES PAZ WITH A RIFLE NEAR LIMA ON 12 MARCH."


def _read(*stated: tuple[Slot, Value, Stance], status: Status = Status.REPORTED) -> tuple[Report, Reading]:
    report = Report(id="r", text=_TEXT, retrieved_at=datetime(2024, 1, 1, tzinfo=UTC), media_type="text/plain")
    mention = Mention.record(kind="killing", anchor=Span(report_id="r", start=28, end=34), status=status)
    own_voice = (Speaker(role=SpeakerRole.PUBLISHER, name=None),)
    claims = [
        Claim.record(mention_id=mention.id, slot=slot, value=value, span=mention.anchor, said_by=own_voice, stance=stance, origin="hand")
        for slot, value, stance in stated
    ]
    return report, Reading(mentions=(mention,), claims=tuple(claims))


_STATED = (
    (Slot.ACTOR, Who(name="PEOPLE'S ARMY"), Stance.ASSERTS),
    (Slot.RESPONSIBLE, Who(name="THE POLICE"), Stance.DENIES),
    (Slot.NAMED, Who(name="INES PAZ", rank="SISTER"), Stance.ASSERTS),
    (Slot.KILLED, People(low=2, high=2, words="TWO NUNS", whose="NUNS"), Stance.ASSERTS),
    (Slot.MEANS, Thing(name="RIFLE"), Stance.ASSERTS),
    (Slot.WHEN, When.of_days(date(1990, 3, 12)), Stance.ASSERTS),
    (Slot.WHERE, Where(name="LIMA"), Stance.ASSERTS),
)


def test_claims_become_the_fillers_of_a_template_and_denials_do_not() -> None:
    (made,) = make_templates(*_read(*_STATED))
    assert made == _template(PerpOrg=[["peoples army"]], Victim=[["ines paz"]], Weapon=[["rifle"]])


def test_plans_become_no_template() -> None:
    report, reading = _read(*_STATED, status=Status.PLAN)
    assert make_templates(report, reading) == make_full_templates(report, reading, Resolution()) == ()


def test_claims_become_the_slots_of_a_full_template() -> None:
    report, reading = _read(*_STATED)
    claim = next(one for one in reading.claims if one.slot is Slot.WHERE)
    lima = Place(id="p", names=(PlaceName(name="Lima"),), kind="settlement", country="PE")
    link = Link(claim_id=claim.id, record_id="p", role="value", by="hand", score=1)
    (made,) = make_full_templates(report, reading, Resolution(links=(link,), records=(lima,)))
    assert {slot: [(fill.first.value, *fill.first.tags) for fill in fills] for slot, fills in made.slots.items() if fills} == {
        "inc-date": [("12 MAR 90",)],
        "inc-loc": [("PERU: LIMA CITY",)],
        "inc-type": [("ATTACK",)],
        "inc-stage": [("ACCOMPLISHED",)],
        "inc-instr-id": [("RIFLE",)],
        "inc-instr-type": [("RIFLE", "RIFLE")],
        "perp-org-id": [("PEOPLE S ARMY",)],
        "perp-org-conf": [("REPORTED AS FACT", "PEOPLE S ARMY")],
        "hum-tgt-name": [("INES PAZ",)],
        "hum-tgt-desc": [("SISTER", "INES PAZ"), ("NUNS",)],
        "hum-tgt-num": [("1", "INES PAZ"), ("2", "NUNS")],
        "hum-tgt-effect": [("DEATH", "NUNS")],
    }


def test_without_the_data_the_measure_finds_nothing(tmp_path: Path) -> None:
    assert muc4.MEASURE.locate(tmp_path) is None


@pytest.mark.skipif(not _GTT.is_file(), reason="the output of GTT (model_gtt/preds_gtt.out of its repository) is not here")
def test_gtt_scores_what_its_own_scorer_gives() -> None:
    key = read_key(_DATA, "test")
    micro = score_templates(read_gtt_output(_GTT, key), key)[0]
    assert micro.f1 == pytest.approx(0.5023, abs=0.00005)


@pytest.mark.skipif(not _ITERX.is_dir(), reason="the output of IterX is not here")
@pytest.mark.parametrize(("model", "f1"), [("t5-large-enc", 53.0), ("bert-base", 51.7), ("bart-large", 52.3), ("bart-base", 47.6)])
def test_iterx_scores_what_was_published(model: str, f1: float) -> None:
    micro = score_templates(read_iterx_output(_ITERX / model / "raw/preds.test.jsonlines"), read_key(_DATA, "test"))[0]
    assert micro.f1 is not None
    assert 100 * micro.f1 == pytest.approx(f1, abs=0.1)
