from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.errors import UnknownRecord
from ceasewatch.model.claim import Claim, Slot, Speaker, SpeakerRole, Stance
from ceasewatch.model.incident import Incident, Judgement, Verdict
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.record import Link, Place, PlaceName
from ceasewatch.model.report import Span
from ceasewatch.model.values import Count, When, Where, Who
from ceasewatch.reconcile.incidents import find_by_id, group_mentions

FORD = Place(id="ford", names=(PlaceName(name="Ford"),), kind="settlement", latitude=40.0, longitude=20.0, uncertainty_m=2_000)
MILL = Place(id="mill", names=(PlaceName(name="Mill"),), kind="settlement", latitude=40.05, longitude=20.05, uncertainty_m=2_000)
PORT = Place(id="port", names=(PlaceName(name="Port"),), kind="settlement", latitude=42.0, longitude=23.0, uncertainty_m=2_000)
RECORDS = {place.id: place for place in (FORD, MILL, PORT)}
MAY_4, MAY_5 = When.of_days(date(2019, 5, 4)), When.of_days(date(2019, 5, 5))


class Told:
    """One report's telling of one event, as mention, claims and links."""

    def __init__(
        self, report: str, *, kind="clash", when=MAY_4, place: Place | None = FORD, status=Status.REPORTED, name=None, killed=None
    ):
        anchor = Span(report_id=report, start=0, end=5)
        self.mention = Mention.record(kind=kind, anchor=anchor, status=status)
        self.claims: list[Claim] = []
        self.links: list[Link] = []
        if when:
            self.claim(Slot.WHEN, when, 10)
        if place:
            where = self.claim(Slot.WHERE, Where(name=place.names[0].name), 20)
            self.links.append(Link(claim_id=where.id, record_id=place.id, role="value", by="test", score=1.0))
        if name:
            self.claim(Slot.NAMED, Who(name=name), 30)
        if killed is not None:
            self.claim(Slot.KILLED, Count(low=killed, high=killed, words=str(killed)), 40)

    def claim(self, slot: Slot, value, start: int, stance: Stance = Stance.ASSERTS) -> Claim:
        made = Claim.record(
            mention_id=self.mention.id,
            slot=slot,
            value=value,
            span=Span(report_id=self.mention.report_id, start=start, end=start + 5),
            said_by=(Speaker(role=SpeakerRole.PUBLISHER, name=self.mention.report_id),),
            stance=stance,
            origin="test",
        )
        self.claims.append(made)
        return made


def group(*told: Told, judgements: tuple[Judgement, ...] = ()) -> tuple[Incident, ...]:
    mentions = [one.mention for one in told]
    claims = [claim for one in told for claim in one.claims]
    links = [link for one in told for link in one.links]
    return group_mentions(mentions, claims, links, RECORDS, judgements)


def test_two_reports_of_one_day_and_place_meet_in_one_incident():
    [incident] = group(Told("a"), Told("b", place=MILL, kind="shooting"))
    assert len(incident.mentions) == 2


@pytest.mark.parametrize("kind", ["wounding", "killing", "shooting"])
def test_one_act_of_violence_may_be_told_under_several_kinds(kind: str):
    assert len(group(Told("a", kind="attack"), Told("b", kind=kind))) == 1


def test_clashing_counts_do_not_keep_reports_apart():
    [incident] = group(Told("a", killed=1), Told("b", killed=3))
    assert [position.value.low for position in incident.positions_on(Slot.KILLED)] == [1, 3]


@pytest.mark.parametrize(
    "other",
    [Told("b", when=MAY_5), Told("b", place=PORT), Told("b", kind="protest"), Told("b", when=None, place=None)],
    ids=["another day", "a place out of reach", "another kind", "no day and no place"],
)
def test_what_excludes_or_fails_to_support_it_stays_apart(other: Told):
    assert len(group(Told("a"), other)) == 2


def test_the_same_day_alone_joins_nothing_that_has_no_place():
    assert len(group(Told("a"), Told("b", place=None))) == 2
    assert len(group(Told("a", name="Ana Ilic"), Told("b", place=None, name="Ana Ilic"))) == 1


def test_an_undated_telling_joins_by_a_named_person():
    assert len(group(Told("a", name="Ana Ilic"), Told("b", when=None, place=None, name="ana ilic"))) == 1


def test_two_events_of_one_report_are_never_one():
    first, second = Told("a"), Told("a", kind="shooting")
    assert len(group(first, second)) == 2


def test_a_month_joins_a_day_only_at_the_same_place_and_kind():
    month = When.of_days(date(2019, 5, 1), date(2019, 5, 31))
    assert len(group(Told("a", kind="grenade"), Told("b", kind="grenade", when=month))) == 1
    assert len(group(Told("a", kind="grenade"), Told("b", kind="grenade", when=month, place=MILL))) == 2


@pytest.mark.parametrize("status", [Status.PATTERN, Status.PLAN, Status.HYPOTHETICAL])
def test_habits_plans_and_thoughts_are_no_incidents(status: Status):
    assert group(Told("a", status=status)) == ()


def test_a_war_and_undated_background_are_no_incidents_but_dated_background_is():
    assert group(Told("a", kind="war", status=Status.BACKGROUND), Told("b", status=Status.BACKGROUND, when=None)) == ()
    assert len(group(Told("c", status=Status.BACKGROUND))) == 1


def test_undated_background_that_counts_people_is_an_incident():
    assert len(group(Told("a", status=Status.BACKGROUND, when=None, killed=4))) == 1


def judge(left: Told, right: Told, verdict: Verdict, superseded_at: datetime | None = None) -> Judgement:
    at = datetime(2019, 5, 6, tzinfo=UTC)
    return Judgement(
        left=left.mention.id, right=right.mention.id, verdict=verdict, by="Ada", at=at, reason="read both", superseded_at=superseded_at
    )


def test_a_person_outranks_the_program_both_ways_until_superseded():
    near, far = Told("a"), Told("b", place=PORT)
    assert len(group(near, far, judgements=(judge(near, far, Verdict.SAME),))) == 1
    twin = Told("c")
    apart = judge(near, twin, Verdict.DIFFERENT)
    assert len(group(near, twin, judgements=(apart,))) == 2
    undone = judge(near, twin, Verdict.DIFFERENT, superseded_at=datetime(2019, 5, 7, tzinfo=UTC))
    assert len(group(near, twin, judgements=(undone,))) == 1


def test_likeness_does_not_chain_over_an_excluded_pair():
    early = Told("a", when=MAY_4)
    both = Told("b", when=When.of_days(date(2019, 5, 4), date(2019, 5, 5)))
    late = Told("c", when=MAY_5)
    assert sorted(len(incident.mentions) for incident in group(early, both, late)) == [1, 2]


def test_newest_first_and_undated_last():
    incidents = group(Told("a"), Told("b", when=MAY_5, place=PORT), Told("c", when=None, place=None))
    assert [incident.when for incident in incidents] == [MAY_5, MAY_4, None]


def test_any_mention_finds_its_incident_and_an_unknown_or_ambiguous_id_says_so():
    told = [Told("a"), Told("b"), Told("c", place=PORT)]
    incidents = group(*told)
    assert find_by_id(incidents, told[0].mention.id[:12]) is find_by_id(incidents, told[1].mention.id)
    with pytest.raises(UnknownRecord, match="no incident"):
        find_by_id(incidents, "zzzz")
    with pytest.raises(UnknownRecord, match="no incident"):
        find_by_id(incidents, "")


reports = st.lists(
    st.builds(
        Told,
        st.uuids().map(str),
        kind=st.sampled_from(["clash", "shooting", "capture"]),
        when=st.sampled_from([MAY_4, MAY_5, None, When.of_days(date(2019, 5, 1), date(2019, 5, 31))]),
        place=st.sampled_from([FORD, MILL, PORT, None]),
        name=st.sampled_from([None, "Ana Ilic"]),
    ),
    max_size=7,
)


@given(reports, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(told: list[Told], random):
    shuffled = list(told)
    random.shuffle(shuffled)
    assert group(*told) == group(*shuffled)


@given(reports)
def test_no_claim_of_an_incident_is_lost(told: list[Told]):
    kept = {claim.id for incident in group(*told) for position in incident.positions for claim in position.claims}
    assert kept == {claim.id for one in told for claim in one.claims}
