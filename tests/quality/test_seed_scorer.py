"""The scorer of the seed report, on a report of three sentences about an island that is not in the news."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.figures import Figures
from quality.seed_gold import Gold, read_gold
from quality.seed_scorer import score_reading

from ceasewatch.model.claim import Claim, Slot, Speaker, SpeakerRole
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.reading import Reading, Resolution
from ceasewatch.model.record import Link, Party
from ceasewatch.model.report import Report, Span
from ceasewatch.model.values import Count, Standing, Thing, Value, When, Where, Who, Words

FIRST = "On Sunday the ministry of the north said that the south fired first at Pyla and three soldiers were killed."
NAMED = 'Among the dead was "major" Nikos Demos of the south.'
SECOND = "In May 2023, twelve trucks went to Pyla, local media reported."
PATTERN = "Shelling has been frequent since the long war."
TEXT = "\n".join([FIRST, NAMED, SECOND, PATTERN])

NORTH = Speaker(role=SpeakerRole.SPEAKER, name="Ministry of the North")
MEDIA = Speaker(role=SpeakerRole.SPEAKER, name="local media")
PAPER = Speaker(role=SpeakerRole.PUBLISHER, name="Island Post")
PARTIES = {"AZ": Party(id="p/north", name="North", side="azerbaijani"), "ARM": Party(id="p/south", name="South", side="armenian")}

GOLD_DATA = {
    "incidents": [
        {
            "id": "S01",
            "type": "armed_clash",
            "date_start": "2023-06-04",
            "date_end": "2023-06-04",
            "date_precision": "day",
            "places_as_written": ["Pyla"],
            "deaths_per_side": {"ARM": {"killed": 3, "wounded": None}},
            "quantities": [],
            "claimants": [{"field": "all", "chain": ["Island Post", "A. Writer", "Ministry of the North"], "mode": "paraphrase"}],
            "span": [TEXT.index(FIRST), TEXT.index(NAMED) + len(NAMED)],
            "named_dead": [{"side": "ARM", "name": "Nikos Demos", "rank_as_written": '"major" (scare quotes)'}],
            "first_shot": {"alleged": "ARM", "by": "Ministry of the North"},
        },
        {
            "id": "S02",
            "type": "traffic_sighting",
            "date_start": "2023-05-01",
            "date_end": "2023-05-31",
            "date_precision": "month",
            "places_as_written": ["Pyla"],
            "deaths_per_side": {},
            "quantities": [{"what": "trucks", "n": 12}],
            "claimants": [{"field": "all", "chain": ["Island Post", "A. Writer", "local media"], "mode": "paraphrase"}],
            "span": [TEXT.index(SECOND), TEXT.index(SECOND) + len(SECOND)],
        },
        {
            "id": "S03",
            "type": "alleged_provocations_pattern",
            "date_start": None,
            "date_end": "2023-06-05",
            "date_precision": "undated",
            "places_as_written": [],
            "deaths_per_side": {},
            "quantities": [],
            "claimants": [{"field": "all", "chain": ["Island Post", "A. Writer"], "mode": "publisher's own voice"}],
            "span": [TEXT.index(PATTERN), TEXT.index(PATTERN) + len("Shelling has been frequent")],
        },
        {
            "id": "S04",
            "type": "war_background",
            "date_start": None,
            "date_end": None,
            "date_precision": "none",
            "places_as_written": [],
            "deaths_per_side": {},
            "quantities": [],
            "claimants": [],
            "span": [TEXT.index("the long war"), TEXT.index("the long war") + len("the long war")],
        },
    ],
    "statements": [
        {"id": "T01", "speaker": "Ministry of the North", "kind": "account", "span": [0, len(FIRST) + 1 + len(NAMED)]},
        {"id": "T02", "speaker": "local media", "kind": "report", "span": [TEXT.index(SECOND), TEXT.index(SECOND) + len(SECOND)]},
    ],
}
GOLD: Gold = read_gold(GOLD_DATA)
REPORT = Report(id="r1", text=TEXT, retrieved_at=datetime(2023, 6, 5, tzinfo=UTC), media_type="text/plain", publisher="Island Post")


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(report_id="r1", start=start, end=start + len(words))


def mention_of(words: str, kind: str, status: Status = Status.REPORTED) -> Mention:
    return Mention.record(kind=kind, anchor=span_of(words), status=status)


CLASH = mention_of("fired first", "clash")
TRUCKS = mention_of("went", "movement")
SHELLING = mention_of("Shelling", "shelling", Status.PATTERN)


def claim_of(mention: Mention, slot: Slot, words: str, value: Value, speaker: Speaker | None = None) -> Claim:
    chain = (PAPER, speaker) if speaker else (PAPER,)
    return Claim.record(mention_id=mention.id, slot=slot, value=value, span=span_of(words), said_by=chain, origin="hand/1")


KILLED = claim_of(CLASH, Slot.KILLED, "three soldiers were killed", Count(low=3, high=3, words="three", whose="the south"), NORTH)
FIRED = claim_of(CLASH, Slot.FIRED_FIRST, "the south fired first", Who(name="the south"), NORTH)
NIKOS = claim_of(CLASH, Slot.NAMED, "Nikos Demos", Who(name="Nikos Demos", rank="major", rank_is_quoted=True, whose="the south"), NORTH)
SUNDAY = claim_of(CLASH, Slot.WHEN, "On Sunday", When.of_days(date(2023, 6, 4)), NORTH)
MAY = claim_of(TRUCKS, Slot.WHEN, "In May 2023", When.of_days(date(2023, 5, 1), date(2023, 5, 31)), MEDIA)
TWELVE = claim_of(
    TRUCKS, Slot.MOVED, "twelve trucks", Thing(name="trucks", count=Count(low=12, high=12, words="twelve"), moved_to="Pyla"), MEDIA
)
PYLA = claim_of(CLASH, Slot.WHERE, "Pyla", Where(name="Pyla", relation="at"), NORTH)
CLAIMS = (SUNDAY, PYLA, FIRED, KILLED, NIKOS, MAY, TWELVE)
OFTEN = claim_of(SHELLING, Slot.PURPOSE, "frequent", Words(text="frequent"))
PERFECT = Reading(mentions=(CLASH, TRUCKS, SHELLING), claims=(*CLAIMS, OFTEN))


def link_of(claim: Claim, code: str, role: str) -> Link:
    return Link(claim_id=claim.id, record_id=PARTIES[code].id, role=role, by="hand/1", score=1.0)


LINKS = (link_of(KILLED, "ARM", "whose"), link_of(FIRED, "ARM", "value"), link_of(NIKOS, "ARM", "whose"))
RESOLUTION = Resolution(links=LINKS, records=tuple(PARTIES.values()))


def score(reading: Reading = PERFECT, resolution: Resolution = RESOLUTION) -> Figures:
    return score_reading(GOLD, REPORT, reading, resolution)


def with_claims(*claims: Claim, links: tuple[Link, ...] = LINKS, mentions: tuple[Mention, ...] = PERFECT.mentions) -> Figures:
    return score(Reading(mentions=mentions, claims=claims), replace(RESOLUTION, links=links))


def test_a_perfect_reading_scores_one_in_every_field():
    figures = score()
    with_something = [tally for tally in figures.tallies if tally.expected]
    assert {tally.label: (tally.precision, tally.recall, tally.f1) for tally in with_something} == {
        tally.label: (1.0, 1.0, 1.0) for tally in with_something
    }
    assert len(with_something) == 12
    assert not figures.errors
    assert all(rate.count == 0 for rate in figures.rates if rate.goal == "0")


def test_an_empty_reading_scores_zero_in_every_field():
    figures = score(Reading(), Resolution())
    for tally in figures.tallies:
        assert (tally.right, tally.given, tally.found) == (0, 0, 0)
        assert tally.f1 == (0.0 if tally.expected else None)


def test_an_empty_reading_keeps_context_out_and_finds_nothing_else():
    assert score(Reading(), Resolution()).rate("items found, context kept out").count == 1


@given(mentions=st.permutations(PERFECT.mentions), claims=st.permutations(PERFECT.claims), links=st.permutations(LINKS))
def test_the_order_of_mentions_claims_and_links_does_not_matter(mentions: list[Mention], claims: list[Claim], links: list[Link]):
    shuffled = score(Reading(mentions=tuple(mentions), claims=tuple(claims)), replace(RESOLUTION, links=tuple(links)))
    assert shuffled == score()


@given(st.sets(st.sampled_from(PERFECT.claims)))
def test_leaving_claims_out_never_raises_a_recall(left_out: set[Claim]):
    kept = tuple(claim for claim in PERFECT.claims if claim not in left_out)
    for fewer, every in zip(with_claims(*kept).tallies, score().tallies, strict=True):
        assert fewer.found <= every.found


def test_a_number_of_the_wrong_side_is_wrong_and_an_invented_death():
    links = (link_of(KILLED, "AZ", "whose"), *LINKS[1:])
    figures = with_claims(*PERFECT.claims, links=links)
    assert figures.tally("killed").right == 0
    assert figures.rate("invented deaths").count == 1


def test_a_right_number_of_no_known_side_is_not_found_and_yet_not_invented():
    figures = with_claims(*PERFECT.claims, links=LINKS[1:])
    assert figures.tally("killed").right == 0
    assert figures.rate("invented deaths").count == 0


def test_another_number_is_an_invented_death_also_without_a_side():
    five = claim_of(CLASH, Slot.KILLED, "three soldiers were killed", Count(low=5, high=5, words="three"), NORTH)
    assert with_claims(five, links=()).rate("invented deaths").count == 1


def test_a_right_number_from_the_wrong_speaker_counts_only_as_a_number():
    wrong = claim_of(CLASH, Slot.KILLED, "three soldiers were killed", KILLED.value)
    figures = with_claims(wrong, links=(link_of(wrong, "ARM", "whose"),))
    assert figures.tally("killed").recall == 1.0
    assert figures.tally("casualties, with who says so").recall == 0.0


def test_zero_is_counted_where_the_report_does_not_say_none():
    zero = claim_of(CLASH, Slot.WOUNDED, "killed", Count(low=0, high=0, words="killed"), NORTH)
    assert with_claims(*PERFECT.claims, zero).rate("counts of zero").count == 1


@pytest.mark.parametrize("day", [date(2023, 6, 3), date(2023, 6, 5)])
def test_another_day_is_an_invented_date(day: date):
    wrong = claim_of(CLASH, Slot.WHEN, "On Sunday", When.of_days(day), NORTH)
    figures = with_claims(wrong, MAY)
    assert figures.rate("invented dates").count == 1
    assert figures.tally("dates (value and precision)").right == 2


def test_a_month_is_not_precise_enough_for_a_day():
    wide = claim_of(CLASH, Slot.WHEN, "On Sunday", When.of_days(date(2023, 6, 1), date(2023, 6, 30)), NORTH)
    assert "S01" in {case.about for case in with_claims(wide, MAY).errors if case.field == "dates that are days or months"}


def test_an_undated_item_is_right_without_a_date_and_wrong_with_a_first_day():
    dated = claim_of(SHELLING, Slot.WHEN, "since", When.of_days(date(2023, 1, 1)))
    label = "dates (value and precision)"
    assert score().tally(label).right == 3
    assert with_claims(*PERFECT.claims, dated).tally(label).right == 2


@pytest.mark.parametrize(("status", "count"), [(Status.REPORTED, 1), (Status.BACKGROUND, 0), (Status.PATTERN, 0)])
def test_a_pattern_that_stands_in_the_record_as_an_incident_is_counted(status: Status, count: int):
    told = mention_of("Shelling", "shelling", status)
    figures = with_claims(*CLAIMS, mentions=(CLASH, TRUCKS, told))
    assert figures.rate("patterns and background made incidents").count == count


def test_a_war_kept_as_context_is_no_incident_and_no_extra_item():
    war = mention_of("war", "war", Status.BACKGROUND)
    figures = with_claims(*PERFECT.claims, mentions=(*PERFECT.mentions, war))
    assert figures.rate("patterns and background made incidents").count == 0
    assert figures.tally("items").precision == 1.0


def test_a_war_told_as_a_clash_is_an_incident_out_of_background():
    clash = mention_of("war", "clash", Status.REPORTED)
    figures = with_claims(*PERFECT.claims, mentions=(*PERFECT.mentions, clash))
    assert figures.rate("patterns and background made incidents").count == 1
    assert figures.rate("items found, context kept out").count == 3


def test_one_mention_stands_for_one_item_only():
    assert with_claims(*CLAIMS, mentions=(CLASH,)).tally("items").found == 1


def test_a_mention_of_another_kind_does_not_find_an_item():
    protest = mention_of("fired first", "protest")
    figures = with_claims(mentions=(protest,))
    assert figures.tally("items").found == 0
    assert "there: protest (reported)" in figures.items[0].why


def test_two_mentions_share_two_items_although_one_fits_both():
    other = {**GOLD_DATA["incidents"][0], "id": "S09", "span": [0, len(FIRST)]}
    gold = read_gold({"incidents": [GOLD_DATA["incidents"][0], other]})
    early, late = mention_of("fired first", "clash"), mention_of("Among", "attack")
    figures = score_reading(gold, REPORT, Reading(mentions=(late, early)), Resolution())
    assert figures.tally("items").found == 2


def test_a_place_that_is_only_passed_by_is_not_the_place():
    row = {**GOLD_DATA["incidents"][0], "places_as_written": ["a track bypassing Pyla"]}
    figures = score_reading(read_gold({"incidents": [row]}), REPORT, PERFECT, RESOLUTION)
    assert figures.tally("places as written").right == 0


def test_a_civilian_needs_no_side():
    row = {**GOLD_DATA["incidents"][0], "deaths_per_side": {"CIV": {"killed": 3}}}
    civilian = claim_of(
        CLASH, Slot.KILLED, "three soldiers were killed", Count(low=3, high=3, words="three", standing=Standing.CIVILIAN), NORTH
    )
    reading = Reading(mentions=(CLASH,), claims=(civilian,))
    assert score_reading(read_gold({"incidents": [row]}), REPORT, reading, Resolution()).tally("killed").f1 == 1.0


def test_some_on_both_sides_is_one_claim_that_gives_two_counts():
    some = {"killed": None, "wounded": None, "wounded_stated": "some"}
    row = {**GOLD_DATA["incidents"][0], "deaths_per_side": {"ARM": some, "AZ": some}}
    both = claim_of(CLASH, Slot.WOUNDED, "killed", Count(low=None, high=None, words="killed", whose="both sides"), NORTH)
    links = (link_of(both, "ARM", "whose"), link_of(both, "AZ", "whose"))
    reading = Reading(mentions=(CLASH,), claims=(both,))
    tally = score_reading(read_gold({"incidents": [row]}), REPORT, reading, replace(RESOLUTION, links=links)).tally("wounded")
    assert (tally.right, tally.given, tally.found, tally.expected) == (1, 1, 2, 2)


def test_more_than_sixty_may_be_read_as_at_least_sixty_or_sixty_one():
    row = {**GOLD_DATA["incidents"][0], "deaths_per_side": {"ARM": {"captured": 60, "captured_qualifier": "more than"}}}
    gold = read_gold({"incidents": [row]})
    for low, high, found in ((60, None, 1), (61, None, 1), (60, 60, 0), (None, 60, 0)):
        held = claim_of(CLASH, Slot.CAPTURED, "killed", Count(low=low, high=high, words="killed"), NORTH)
        reading = Reading(mentions=(CLASH,), claims=(held,))
        resolution = replace(RESOLUTION, links=(link_of(held, "ARM", "whose"),))
        assert score_reading(gold, REPORT, reading, resolution).tally("captured").found == found


def test_a_rank_without_its_scare_quotes_is_wrong_while_the_name_is_right():
    plain = claim_of(CLASH, Slot.NAMED, "Nikos Demos", Who(name="Nikos Demos", rank="major", whose="the south"), NORTH)
    figures = with_claims(plain, links=(link_of(plain, "ARM", "whose"),))
    assert figures.tally("named dead, with side").f1 == 1.0
    assert figures.tally("ranks as written, with scare quotes").f1 == 0.0


def test_a_claim_beyond_the_end_of_the_text_has_no_proof():
    far = Span(report_id="r1", start=len(TEXT), end=len(TEXT) + 5)
    loose = Claim.record(mention_id=CLASH.id, slot=Slot.PURPOSE, value=Words(text="to pass"), span=far, said_by=(PAPER,), origin="hand/1")
    assert with_claims(*CLAIMS, loose).rate("claims without span, chain or mention").count == 1


def test_a_claim_without_its_mention_has_no_proof():
    assert with_claims(KILLED, mentions=()).rate("claims without span, chain or mention").count == 1


def test_a_statement_put_into_another_mouth_is_wrong():
    wrong = claim_of(CLASH, Slot.FIRED_FIRST, "the south fired first", Who(name="the south"), MEDIA)
    figures = with_claims(wrong)
    assert figures.tally("statements, with who makes them").right == 0
    assert figures.tally("first shot, with who says so").right == 0
