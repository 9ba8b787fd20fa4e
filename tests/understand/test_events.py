import pytest

from ceasewatch.model.kinds import kinds
from ceasewatch.model.mention import Status
from ceasewatch.understand.events import best_trigger, find_triggers, is_aggregate


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Border guards exchanged fire with smugglers near the ford.", "clash"),
        ("A firefight broke out at the crossing.", "clash"),
        ("Snipers fired at a patrol on the ridge.", "shooting"),
        ("The patrol came under fire at noon.", "shooting"),
        ("Gunmen ambushed a police convoy.", "attack"),
        ("Artillery shelled two villages overnight.", "shelling"),
        ("A drone strike hit a depot.", "air_strike"),
        ("A suicide bomber blew himself up at the gate.", "suicide_bombing"),
        ("A car drove over a mine on the farm road.", "explosion"),
        ("A man threw a hand grenade at the post.", "grenade"),
        ("Fighters kidnapped four aid workers.", "abduction"),
        ("Soldiers detained three men at the river.", "capture"),
        ("An infiltration attempt was stopped at dawn.", "infiltration"),
        ("Police seized a cache of weapons in a barn.", "find"),
        ("Forty mines were cleared from the field.", "find"),
        ("Six trucks drove from the port to the camp.", "movement"),
        ("Troops dug new trenches along the line.", "fortification"),
        ("Two battalions withdrew to their barracks.", "withdrawal"),
        ("Villagers blocked the highway with tyres.", "blockade"),
        ("Hundreds rallied in the square.", "protest"),
        ("Families fled their homes.", "displacement"),
        ("The bodies were handed over on the bridge.", "exchange"),
        ("The army notified the mission of the incident.", "notification"),
        ("The envoy proposed a demilitarised strip.", "proposal"),
        ("The council counted nine ceasefire violations.", "violation"),
        ("Two men were shot on the bridge.", "shooting"),
        ("A guard fatally shot himself in the tower.", "shooting"),
        ("Stray bullets struck a school.", "shooting"),
        ("A helicopter was shot down over the ridge.", "shooting"),
        ("Raiders stabbed two shepherds.", "attack"),
        ("Militants torched a row of shops.", "attack"),
        ("Looters set several houses on fire.", "attack"),
        ("Rebels captured the village of Zorn.", "attack"),
        ("The army retook the bridgehead.", "attack"),
        ("The army fired 40 rockets at the port.", "shelling"),
        ("A salvo of missiles hit the depot.", "shelling"),
        ("A bomb went off near the mill.", "explosion"),
        ("Troops besieged the fort.", "blockade"),
        ("Thousands took to the streets.", "protest"),
        ("Guards vacated two posts.", "withdrawal"),
        ("Reinforcements arrived at the pass.", "deployment"),
        ("An explosive device was found under the bridge.", "find"),
    ],
)
def test_the_words_for_each_kind_of_event_are_known(sentence: str, kind: str):
    triggers = find_triggers(sentence)
    assert best_trigger(triggers).kind == kind
    assert kind in kinds()


def test_every_kind_of_the_event_words_is_in_the_kinds_table():
    from ceasewatch.understand.events import _patterns

    assert {kind for kind, _ in _patterns()} <= set(kinds())


def test_a_grenade_says_more_than_an_attack_and_an_attack_more_than_a_death():
    triggers = find_triggers("Two people died in the attack when a man threw a grenade.")
    assert best_trigger(triggers).kind == "grenade"
    assert best_trigger(find_triggers("Two people died in the attack.")).kind == "attack"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Militants attacked a post on Friday.", Status.REPORTED),
        ("Militants have repeatedly attacked the post.", Status.PATTERN),
        ("The commander threatened to attack the post.", Status.PLAN),
        ("The army will attack the town.", Status.PLAN),
        ("Observers warned of the risk of an attack.", Status.HYPOTHETICAL),
        ("Barriers were raised to prevent attacks.", Status.HYPOTHETICAL),
    ],
)
def test_the_sentence_says_whether_it_happened(sentence: str, status: Status):
    assert best_trigger(find_triggers(sentence)).status is status


def test_an_attack_helicopter_is_no_attack():
    assert find_triggers("An attack helicopter stood on the field.") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor had a heart attack.",
        "Crews went to the 6500 block of Archer Road.",
        "They fought a custody battle with lawyers.",
        "An arrest warrant was issued.",
        "The film was shot in winter.",
        "He fired a warning shot.",
        "Nobody was shot.",
        "They found a father and son in a vehicle.",
        "They found spent shell casings.",
        "The school burned down.",
        "The party mobilised its voters.",
        "Homicide detectives came.",
    ],
)
def test_words_that_only_look_like_events_are_none(sentence: str):
    assert find_triggers(sentence) == ()


def test_the_clash_points_back_and_a_clash_does_not():
    assert find_triggers("Three died in the clash.")[-1].is_definite
    assert not find_triggers("Three died in a clash.")[-1].is_definite


def test_several_events_under_one_word_are_an_aggregate():
    sentence = "They carried out two separate attacks on the post."
    [attack] = find_triggers(sentence)
    assert is_aggregate(sentence, attack)
    single = "They carried out an attack on the post."
    assert not is_aggregate(single, find_triggers(single)[0])
