from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceasewatch.model.claim import Certainty, Claim, Slot, SpeakerRole, Stance
from ceasewatch.model.gap import GapReason
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.reading import Reading
from ceasewatch.model.report import Report
from ceasewatch.model.values import Count, When, Who
from ceasewatch.understand.rules import RulesExtractor

MONDAY = When.of_days(date(2019, 5, 6))


def report_of(text: str, published: When | None = MONDAY, title: str | None = None) -> Report:
    return Report(
        id="r",
        text=text,
        retrieved_at=datetime(2020, 1, 1, tzinfo=UTC),
        media_type="text/plain",
        publisher="Harbour Gazette",
        title=title,
        published=published,
    )


def read(text: str, published: When | None = MONDAY, title: str | None = None) -> Reading:
    return RulesExtractor().extract(report_of(text, published, title))


def on(reading: Reading, slot: Slot) -> list[Claim]:
    return [claim for claim in reading.claims if claim.slot is slot]


def mention_of(reading: Reading, kind: str) -> Mention:
    [mention] = [mention for mention in reading.mentions if mention.kind == kind]
    return mention


def test_one_event_told_in_several_sentences_is_one_mention():
    reading = read(
        "Border guards and smugglers exchanged fire near Goma on Sunday.\n\n"
        "Two guards were killed in the clash, the border service said.\n\n"
        "The shooting went on for an hour."
    )
    assert [mention.kind for mention in reading.mentions] == ["clash"]
    assert [claim.value.low for claim in on(reading, Slot.KILLED)] == [2]


def test_the_day_of_the_event_is_counted_from_the_day_of_publication():
    [when] = on(read("A patrol was ambushed near Goma on Sunday."), Slot.WHEN)
    assert when.value == When.of_days(date(2019, 5, 5))


def test_without_a_day_there_is_no_date_but_a_gap():
    reading = read("A patrol was ambushed near Goma.")
    assert on(reading, Slot.WHEN) == []
    assert GapReason.TIME_NOT_STATED in {gap.reason for gap in reading.gaps}


def test_the_day_of_saying_dates_no_event():
    assert on(read("The army said on Sunday that a patrol was ambushed near Goma."), Slot.WHEN) == []


def test_a_dateline_outranks_the_date_of_the_page():
    reading = read("GOMA, 3 May 2018 (Harbour News) - A patrol was ambushed on Tuesday.")
    assert [claim.value for claim in on(reading, Slot.WHEN)] == [When.of_days(date(2018, 5, 1))]


def test_two_sides_with_two_figures_are_two_claims_with_two_speakers():
    reading = read(
        "Indian and Pakistani troops exchanged fire on Sunday. The Indian army said that three soldiers were killed. "
        "The Pakistani army said that five soldiers were killed."
    )
    assert [(claim.value.low, claim.speaker.name) for claim in on(reading, Slot.KILLED)] == [(3, "Indian army"), (5, "Pakistani army")]


def test_some_dead_on_both_sides_are_neither_zero_nor_a_number():
    reading = read("Troops exchanged fire on Sunday. There were dead and wounded on both sides.")
    for slot in (Slot.KILLED, Slot.WOUNDED):
        [claim] = on(reading, slot)
        assert (claim.value.low, claim.value.high) == (None, None)
        assert claim.value.whose is not None
    assert GapReason.COUNT_NOT_STATED in {gap.reason for gap in reading.gaps}


def test_a_denial_is_kept_with_its_stance():
    reading = read("A truck drove into the buffer zone on Sunday. Turkey denied that the truck carried weapons.")
    assert Stance.DENIES in {claim.stance for claim in reading.claims if claim.slot in (Slot.MOVED, Slot.KIND)}


@pytest.mark.parametrize(("one", "other"), [("Indian", "Pakistani"), ("Pakistani", "Indian"), ("Turkish", "Greek")])
def test_who_fired_first_is_a_claim_of_whoever_says_so(one: str, other: str):
    reading = read(f"Troops exchanged fire on Sunday. The {one} army said that {other} soldiers opened fire.")
    [claim] = on(reading, Slot.FIRED_FIRST)
    assert claim.value == Who(name=f"{other} soldiers")
    assert claim.speaker.name == f"{one} army"


def test_an_older_attack_is_background_and_keeps_its_own_dead():
    reading = read(
        "A soldier was killed in a shooting near Goma on Sunday.\n\n"
        "In March 2017, gunmen attacked a convoy on the same road, killing four people."
    )
    old = mention_of(reading, "attack")
    assert old.status is Status.BACKGROUND
    assert [claim.value.low for claim in on(reading, Slot.KILLED) if claim.mention_id == old.id] == [4]


def test_habits_are_patterns():
    reading = read("A post was shelled on Sunday.\n\nThe rebels have repeatedly attacked convoys on the road.")
    assert mention_of(reading, "attack").status is Status.PATTERN


def test_three_attacks_under_one_word_do_not_join_the_news():
    reading = read("A post was shelled on Sunday.\n\nThe group carried out three separate attacks on posts, killing six soldiers.")
    assert len(reading.mentions) == 2
    [killed] = on(reading, Slot.KILLED)
    assert killed.mention_id == mention_of(reading, "attack").id


def test_the_same_trucks_keep_their_number_year_and_speaker():
    reading = read(
        "The agency Delta Press reported that six trucks drove from Port Ode to Camp Ilo on November 3, 2018. "
        "Moreover, on November 7-9, the same trucks were seen on the road back."
    )
    first, second = on(reading, Slot.MOVED)
    assert first.mention_id != second.mention_id
    assert second.value.count is not None
    assert second.value.count.low == 6
    assert "Delta Press" in (second.speaker.name or "")
    assert When.of_days(date(2018, 11, 7), date(2018, 11, 9)) in [claim.value for claim in on(reading, Slot.WHEN)]


def test_the_day_a_video_spread_only_bounds_the_event():
    reading = read("Camera footage that was posted on Sunday showed men digging trenches near Goma.")
    assert [claim.value for claim in on(reading, Slot.WHEN)] == [When(earliest=None, before=datetime(2019, 5, 6, tzinfo=UTC))]


def test_the_year_a_mine_was_made_dates_no_event():
    reading = read("Sappers cleared 40 mines near Goma on Sunday. The mines had been produced abroad in 2015.")
    assert {claim.value for claim in on(reading, Slot.WHEN)} == {When.of_days(date(2019, 5, 5))}


def test_reportedly_weakens_its_own_clause_only():
    reading = read("A man who reportedly fought abroad threw a grenade at a post on Sunday.")
    assert [claim.certainty for claim in on(reading, Slot.KIND)] == [Certainty.STATED]
    weak = read("A man reportedly threw a grenade at a post on Sunday.")
    assert [claim.certainty for claim in on(weak, Slot.KIND)] == [Certainty.REPORTED]


def test_a_notice_to_a_mission_is_its_own_record():
    reading = read("Troops exchanged fire on Sunday.\n\nThe army informed the command of the UN mission about the incident.")
    [claim] = on(reading, Slot.NOTIFIED)
    assert claim.mention_id == mention_of(reading, "notification").id


def test_what_is_demanded_has_not_happened():
    reading = read("Troops exchanged fire on Sunday. The foreign ministry of Lebanon demanded the withdrawal of all forces.")
    assert mention_of(reading, "withdrawal").status is Status.PLAN
    assert [claim.stance for claim in on(reading, Slot.ASKED)] == [Stance.DEMANDS]


def test_the_title_repeated_in_the_text_is_not_read_again():
    title = "Three dead in shooting"
    assert read(f"{title}\n\nThe road was quiet on Sunday.", title=title).mentions == ()


def test_a_report_without_any_event_says_so():
    reading = read("The ministers met in Geneva and spoke about trade.")
    assert reading.claims == ()
    assert [gap.reason for gap in reading.gaps] == [GapReason.NO_EVENT_FOUND]


STORY = (
    "Soldiers and smugglers exchanged fire near Goma on Sunday. The army said that at least three soldiers were wounded. "
    "“They opened fire first,” a spokesman for the army said. According to media reports, two smugglers were killed. "
    "The smugglers were said to be from Kenya."
)


def test_every_claim_has_a_span_in_the_text_and_a_speaker():
    for claim in read(STORY).claims:
        assert 0 <= claim.span.start < claim.span.end <= len(STORY)
        assert claim.said_by[0].role is SpeakerRole.PUBLISHER


def test_reading_twice_gives_the_same_reading():
    assert read(STORY) == read(STORY)


def test_every_claim_belongs_to_a_mention_of_the_reading():
    reading = read(STORY)
    assert {claim.mention_id for claim in reading.claims} <= {mention.id for mention in reading.mentions}


ODDITIES = ["\n\n", "On 3 May,", "“", "”", "killed 5", "the same trucks", "denied", "They were detained.", "another attack", "—", "١٢"]
PIECES = st.sampled_from([*STORY.split(". "), *ODDITIES])


@settings(deadline=None)
@given(st.lists(PIECES, max_size=12))
def test_any_text_is_read_without_failing_and_not_stated_is_never_zero(pieces: list[str]):
    text = " ".join(pieces)
    for claim in read(text).claims:
        assert text[claim.span.start : claim.span.end].strip()
        if isinstance(claim.value, Count):
            assert claim.value.low != 0 or claim.value.high == 0
            assert claim.value.high != 0


def test_the_toll_of_a_whole_war_is_no_incidents_toll():
    reading = read(
        "Two guards were shot dead near Goma on Sunday.\n\nThe conflict has killed more than 90,000 people since it began in 2011."
    )
    war = mention_of(reading, "war")
    assert [claim.mention_id == war.id for claim in on(reading, Slot.KILLED)] == [False, True]


def test_who_controls_a_village_did_not_strike_it():
    assert on(read("An air strike hit a village controlled by the rebels on Sunday."), Slot.ACTOR) == []


def test_an_agency_quoting_a_source_has_that_source_in_its_chain():
    reading = read("The agency Delta Press quoted a source in the police as saying that two men were killed in a clash.")
    [claim] = on(reading, Slot.KILLED)
    assert any("source" in (link.name or "") for link in claim.said_by)


def test_named_people_belong_to_the_side_that_lost_just_as_many_a_sentence_before():
    reading = read(
        "Troops exchanged fire on Sunday. According to the army, two Kenyan guards were killed. "
        "Sergeant John Otieno and Corporal Peter Kamau were killed at a bridge."
    )
    assert {claim.value.whose for claim in on(reading, Slot.NAMED)} == {"Kenyan guards"}


def test_a_time_that_cannot_be_placed_is_another_gap_than_none_at_all():
    reading = read("A patrol was ambushed on Sunday.", published=None)
    assert GapReason.TIME_UNANCHORED in {gap.reason for gap in reading.gaps}
    assert GapReason.TIME_NOT_STATED not in {gap.reason for gap in reading.gaps}


def test_words_that_nobody_claims_leave_a_gap():
    reading = read("“They opened fire on our patrol at the bridge.”")
    assert GapReason.SPEAKER_UNCLEAR in {gap.reason for gap in reading.gaps}


@pytest.mark.parametrize(("one", "other"), [("Kenya", "Uganda"), ("Uganda", "Kenya")])
def test_whoever_names_its_dead_lost_them(one: str, other: str):
    reading = read(f"Troops of {one} and {other} exchanged fire on Sunday. {one} named its dead as Sergeant John Otieno and Peter Kamau.")
    assert {(claim.value.name, claim.value.whose) for claim in on(reading, Slot.NAMED)} == {("John Otieno", one), ("Peter Kamau", one)}


@pytest.mark.parametrize(
    "total",
    [
        "At least 230,000 people have been killed in Ruritania's conflict which began in 2011.",
        "More than 9,000 villagers were killed between 2014 and 2017.",
    ],
)
def test_the_dead_of_a_war_are_not_those_of_the_event_in_the_news(total: str):
    reading = read(f"Eleven villagers were killed in an air strike on a market in Zenda, a monitor said. {total}")
    killed = {claim.value.low: claim.mention_id for claim in on(reading, Slot.KILLED) if isinstance(claim.value, Count)}
    assert len(killed) == 2
    assert len(set(killed.values())) == 2
