from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ceasewatch.model.gap import GapReason
from ceasewatch.model.values import When
from ceasewatch.understand.times import TimeFound, TimeRelation, find_dateline, find_times

SUNDAY = date(2023, 3, 5)
MONTHS = ("January February March April May June July August September October November December").split()
SHORT_MONTHS = ("Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sept. Oct. Nov. Dec.").split()
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(text: str) -> When:
    first, _, last = text.partition(" to ")
    return When.of_days(date.fromisoformat(first), date.fromisoformat(last) if last else None)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def between(earliest: str, before: str) -> When:
    return When(earliest=moment(earliest), before=moment(before))


def find_one(text: str, published: date | None = SUNDAY, previous: TimeFound | None = None) -> TimeFound:
    found = find_times(text, published=When.of_days(published) if published else None, previous=previous)
    assert len(found) == 1, [time.words for time in found]
    return found[0]


def told(text: str, published: date | None = SUNDAY) -> TimeFound:
    return find_one(text, published)


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("The post near Panmunjom was shelled on 5 March 2023.", "5 March 2023", "2023-03-05"),
        ("It began on March 5, 2023, near the bridge.", "March 5, 2023", "2023-03-05"),
        ("A drone fell on Mar. 5.", "Mar. 5", "2023-03-05"),
        ("On the 5th of March two men were shot.", "5th of March", "2023-03-05"),
        ("Report of 2016-07-10 from Aleppo.", "2016-07-10", "2016-07-10"),
        ("Report of 10.07.2016 from Aleppo.", "10.07.2016", "2016-07-10"),
        ("Report of 13/07/2016 from Aleppo.", "13/07/2016", "2016-07-13"),
        ("Report of 07/13/2016 from Aleppo.", "07/13/2016", "2016-07-13"),
        ("Convoys were seen on November 16-18, 2022.", "November 16-18, 2022", "2022-11-16 to 2022-11-18"),
        ("Convoys were seen on 10–14 November 2022.", "10–14 November 2022", "2022-11-10 to 2022-11-14"),
        (
            "Convoys passed between November 10 and November 14, 2022.",
            "November 10 and November 14, 2022",
            "2022-11-10 to 2022-11-14",
        ),
        ("Fighting lasted from 3 to 5 May 1999 in Kargil.", "3 to 5 May 1999", "1999-05-03 to 1999-05-05"),
        ("Fighting on 16, 17 and 18 May 1999.", "16, 17 and 18 May 1999", "1999-05-16 to 1999-05-18"),
        ("They fought from 28 December to 3 January 2022.", "28 December to 3 January 2022", "2021-12-28 to 2022-01-03"),
        ("They fought from 28 December 2021 to 3 January.", "28 December 2021 to 3 January", "2021-12-28 to 2022-01-03"),
        ("In November 2021 a grenade was thrown.", "November 2021", "2021-11-01 to 2021-11-30"),
        ("In February the talks failed.", "February", "2023-02-01 to 2023-02-28"),
        ("Mines were laid in early June 2019.", "early June 2019", "2019-06-01 to 2019-06-10"),
        ("Mines were laid in mid-November.", "mid-November", "2022-11-11 to 2022-11-20"),
        ("Mines were laid in late February 2020.", "late February 2020", "2020-02-21 to 2020-02-29"),
        ("Mines were laid in late 2020.", "late 2020", "2020-09-01 to 2020-12-31"),
        ("In the first week of June 2022 they returned.", "first week of June 2022", "2022-06-01 to 2022-06-07"),
        ("In the second half of 2021 they returned.", "second half of 2021", "2021-07-01 to 2021-12-31"),
        ("In the third quarter of 2021 they returned.", "third quarter of 2021", "2021-07-01 to 2021-09-30"),
        ("The summer of 2014 was hard in Luhansk.", "summer of 2014", "2014-06-01 to 2014-08-31"),
        ("Since the 1974 invasion of Cyprus the line stands.", "1974", "1974-01-01 to 1974-12-31"),
        ("The line was drawn in '74.", "'74", "1974-01-01 to 1974-12-31"),
        ("Patrols went on from 2014 to 2016.", "2014 to 2016", "2014-01-01 to 2016-12-31"),
        ("Soldiers clashed on Sunday.", "Sunday", "2023-03-05"),
        ("Soldiers clashed on Monday.", "Monday", "2023-02-27"),
        ("Soldiers clashed last Sunday.", "last Sunday", "2023-02-26"),
        ("Soldiers clashed on Tuesday last week.", "Tuesday last week", "2023-02-21"),
        ("Soldiers clashed on Saturday (March 4).", "Saturday (March 4)", "2023-03-04"),
        ("Soldiers clashed from Monday to Wednesday.", "Monday to Wednesday", "2023-02-27 to 2023-03-01"),
        ("Soldiers clashed over the weekend.", "weekend", "2023-03-04 to 2023-03-05"),
        ("Soldiers clashed yesterday.", "yesterday", "2023-03-04"),
        ("Soldiers clashed the day before yesterday.", "the day before yesterday", "2023-03-03"),
        ("Today’s clash was brief.", "Today", "2023-03-05"),
        ("Soldiers clashed last week.", "last week", "2023-02-20 to 2023-02-26"),
        ("Soldiers clashed last month.", "last month", "2023-02-01 to 2023-02-28"),
        ("Soldiers clashed last year.", "last year", "2022-01-01 to 2022-12-31"),
        ("Soldiers clashed in March last year.", "March last year", "2022-03-01 to 2022-03-31"),
        ("Soldiers clashed last March.", "last March", "2022-03-01 to 2022-03-31"),
        ("Soldiers clashed earlier this month.", "earlier this month", "2023-03-01 to 2023-03-05"),
        ("Soldiers clashed two days ago.", "two days ago", "2023-03-03"),
        ("Soldiers clashed a week ago.", "a week ago", "2023-02-23 to 2023-03-01"),
        ("Soldiers clashed three weeks ago.", "three weeks ago", "2023-02-09 to 2023-02-15"),
        ("Soldiers clashed two months ago.", "two months ago", "2023-01-01 to 2023-01-31"),
        ("Soldiers clashed twenty-five years ago.", "twenty-five years ago", "1998-01-01 to 1998-12-31"),
        ("Soldiers clashed several days ago.", "several days ago", "2023-02-23 to 2023-03-03"),
        ("It fell two days after 3 February 2021.", "two days after 3 February 2021", "2021-02-05"),
        ("On the 3rd, guns spoke.", "3rd", "2023-03-03"),
        ("Guns spoke at the end of last month.", "end of last month", "2023-02-21 to 2023-02-28"),
    ],
)
def test_a_wording_means_these_days(text: str, words: str, days: str) -> None:
    found = find_one(text)
    assert (found.words, found.when, found.reason) == (words, day(days), None)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("text", "words", "earliest", "before"),
    [
        ("In the morning of March 5, units moved.", "morning of March 5", "2023-03-05T06:00", "2023-03-05T12:00"),
        ("Shells fell on Saturday afternoon.", "Saturday afternoon", "2023-03-04T12:00", "2023-03-04T18:00"),
        ("Shells fell on Thursday night.", "Thursday night", "2023-03-02T18:00", "2023-03-03T06:00"),
        ("Shells fell early on Friday.", "early on Friday", "2023-03-03T00:00", "2023-03-03T09:00"),
        ("Shells fell in the early hours of Friday.", "early hours of Friday", "2023-03-03T00:00", "2023-03-03T06:00"),
        ("Shells fell at dawn on Friday.", "dawn on Friday", "2023-03-03T04:00", "2023-03-03T08:00"),
        ("Shells fell overnight into Saturday.", "overnight into Saturday", "2023-03-03T18:00", "2023-03-04T06:00"),
        ("Shells fell overnight March 3-4.", "overnight March 3-4", "2023-03-03T18:00", "2023-03-04T06:00"),
        ("On the night of 12 to 13 August 2022 shells fell.", "night of 12 to 13 August 2022", "2022-08-12T18:00", "2022-08-13T06:00"),
        ("Shells fell last night.", "last night", "2023-03-04T18:00", "2023-03-05T06:00"),
        ("Shells fell this morning.", "this morning", "2023-03-05T06:00", "2023-03-05T12:00"),
        ("Shells fell yesterday at 6.30 a.m.", "yesterday at 6.30 a.m.", "2023-03-04T06:30", "2023-03-04T06:31"),
        ("At 6.30 in the evening on Friday shells fell.", "6.30 in the evening on Friday", "2023-03-03T18:30", "2023-03-03T18:31"),
        ("Shells fell at about 10:00 on Sunday.", "about 10:00 on Sunday", "2023-03-05T09:30", "2023-03-05T10:30"),
        ("Shells fell on Sunday at 14h20.", "Sunday at 14h20", "2023-03-05T14:20", "2023-03-05T14:21"),
        ("Shells fell on Sunday around noon.", "Sunday around noon", "2023-03-05T11:00", "2023-03-05T13:00"),
        ("Shells fell shortly after midnight on Friday.", "after midnight on Friday", "2023-03-03T00:00", "2023-03-03T03:00"),
        (
            "Shells fell between 09:00 and 11:30 on Sunday.",
            "09:00 and 11:30 on Sunday",
            "2023-03-05T09:00",
            "2023-03-05T11:31",
        ),
        (
            "Shells fell from 22:00 on 4 March to 02:00 on 5 March.",
            "22:00 on 4 March to 02:00 on 5 March",
            "2023-03-04T22:00",
            "2023-03-05T02:01",
        ),
        (
            "Firing stopped at 00:00 Moscow time on 10 November 2020.",
            "00:00 Moscow time on 10 November 2020",
            "2020-11-09T21:00",
            "2020-11-09T21:01",
        ),
        ("Firing stopped at 10:00 on Sunday, Berlin time.", "10:00 on Sunday, Berlin time", "2023-03-05T09:00", "2023-03-05T09:01"),
        ("Firing stopped at 10:00 UTC+4 on Sunday.", "10:00 UTC+4 on Sunday", "2023-03-05T06:00", "2023-03-05T06:01"),
        ("Firing stopped at 11:30 p.m. EST on Sunday.", "11:30 p.m. EST on Sunday", "2023-03-06T04:30", "2023-03-06T04:31"),
        ("Firing stopped at 10:00 local time on Sunday.", "10:00 local time on Sunday", "2023-03-05T10:00", "2023-03-05T10:01"),
        ("Firing stopped on Sunday at 02:00 (22:00 GMT).", "Sunday at 02:00 (22:00 GMT)", "2023-03-04T22:00", "2023-03-04T22:01"),
        ("Logged 2023-03-05T10:30:00Z by the camera.", "2023-03-05T10:30:00Z", "2023-03-05T10:30", "2023-03-05T10:31"),
        ("At 2:30 a.m. on Saturday night the shelling stopped.", "2:30 a.m. on Saturday night", "2023-03-05T02:30", "2023-03-05T02:31"),
    ],
)
def test_hours_are_set_on_their_day(text: str, words: str, earliest: str, before: str) -> None:
    found = find_one(text)
    assert found.words == words
    assert found.when == between(earliest, before)


def test_hours_apart_from_their_day_are_set_on_the_day_of_the_sentence() -> None:
    found = find_times("On Friday, marines left the base, and at 16:45 they came under fire.", published=When.of_days(SUNDAY))
    assert [time.words for time in found] == ["Friday", "16:45"]
    assert found[1].when == between("2023-03-03T16:45", "2023-03-03T16:46")


def test_hours_without_a_day_are_set_on_the_day_told_of_last() -> None:
    found = find_one("At 16:45 they came under fire.", previous=told("Marines left the base on 12 May 2021."))
    assert found.when == between("2021-05-12T16:45", "2021-05-12T16:46")


def test_hours_are_not_set_on_a_year_told_of_last() -> None:
    found = find_one("At 16:45 they came under fire.", previous=told("The war began in 2014."))
    assert found.when == between("2023-03-05T16:45", "2023-03-05T16:46")


def test_hours_without_any_day_are_not_placed() -> None:
    found = find_one("At 16:45 they came under fire.", published=None)
    assert (found.when, found.reason) == (None, GapReason.TIME_UNANCHORED)


def test_overnight_in_a_report_of_the_same_day_is_the_night_before() -> None:
    assert find_one("Four villages were shelled overnight.").when == between("2023-03-04T18:00", "2023-03-05T06:00")


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("The next day a second post was hit.", "The next day", "2021-02-11"),
        ("The same day a second post was hit.", "The same day", "2021-02-10"),
        ("Two days earlier a drone had fallen.", "Two days earlier", "2021-02-08"),
        ("A drone had fallen the day before.", "the day before", "2021-02-09"),
        ("A week later they withdrew.", "A week later", "2021-02-14 to 2021-02-20"),
        ("Days before, a drone had fallen.", "Days before", "2021-01-27 to 2021-02-08"),
        ("The following Monday they withdrew.", "The following Monday", "2021-02-15"),
        ("On the 14th, they withdrew.", "14th", "2021-02-14"),
        ("On February 14 they withdrew.", "February 14", "2021-02-14"),
        ("Later that year they withdrew.", "Later that year", "2021-01-01 to 2021-12-31"),
    ],
)
def test_what_counts_from_the_time_told_of_last_is_placed_from_it(text: str, words: str, days: str) -> None:
    found = find_one(text, previous=told("A patrol near Abyei was shot at on 10 February 2021."))
    assert found.words == words
    assert found.when == day(days)
    assert found.is_year_stated


def test_the_previous_evening_counts_from_the_time_told_of_last() -> None:
    found = find_one("Guns had been heard the previous evening.", previous=told("It rained on Saturday."))
    assert found.when == between("2023-03-03T18:00", "2023-03-04T00:00")


def test_the_time_told_of_last_may_stand_behind_in_the_sentence() -> None:
    found = find_times("Guns were heard the night before, the mission said on Saturday.", published=When.of_days(SUNDAY))
    assert found[0].when == between("2023-03-03T18:00", "2023-03-04T06:00")


def test_a_time_told_of_by_since_is_the_day_it_began() -> None:
    found = find_one("Two days later they withdrew.", previous=told("They have held the hill since 10 February 2021."))
    assert found.when == day("2021-02-12")


@pytest.mark.parametrize("text", ["Two days earlier a drone fell.", "The same day a drone fell.", "It fell the day before."])
def test_what_counts_from_a_time_never_told_is_not_placed(text: str) -> None:
    found = find_one(text)
    assert (found.when, found.reason) == (None, GapReason.TIME_UNANCHORED)


@pytest.mark.parametrize(
    "text", ["He came days after the truce was signed.", "It fell the day before the vote.", "It fell the night before the vote."]
)
def test_what_counts_from_an_event_is_not_placed_from_a_time(text: str) -> None:
    found = find_one(text, previous=told("A patrol was shot at on 10 February 2021."))
    assert (found.when, found.reason) == (None, GapReason.TIME_UNANCHORED)


def test_the_year_is_carried_over_from_the_sentence_before() -> None:
    before = told("Trucks crossed between 10 and 14 October 2021.")
    carried = find_one("They were seen again on October 16-18.", previous=before)
    assert carried.when == day("2021-10-16 to 2021-10-18")
    again = find_one("On October 20 they left.", previous=carried)
    assert again.when == day("2021-10-20")


def test_the_year_of_a_treaty_is_not_carried_over_to_a_recent_day() -> None:
    found = find_one("A video spread on March 3.", previous=told("They broke the 2020 truce."))
    assert found.when == day("2023-03-03")
    assert not found.is_year_stated


def test_a_day_just_before_the_publication_is_not_moved_to_a_year_told_of() -> None:
    found = find_one("On 28 February a bridge was blown up.", previous=told("The truce dates from 9 July 2018."))
    assert found.when == day("2023-02-28")


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        ("He was killed on December 30.", date(2022, 1, 2), "2021-12-30"),
        ("He was killed in December.", date(2022, 1, 2), "2021-12-01 to 2021-12-31"),
        ("He was killed on Friday.", date(2022, 1, 2), "2021-12-31"),
        ("He was killed yesterday.", date(2021, 1, 1), "2020-12-31"),
        ("He was killed last week.", date(2021, 1, 1), "2020-12-21 to 2020-12-27"),
        ("He was killed last month.", date(2021, 1, 31), "2020-12-01 to 2020-12-31"),
        ("He was killed on 29 February.", date(2023, 3, 5), "2020-02-29"),
        ("He was killed yesterday.", date(2020, 3, 1), "2020-02-29"),
        ("He was killed in February 2024.", date(2024, 3, 1), "2024-02-01 to 2024-02-29"),
        ("He was killed on May 6.", date(2021, 5, 5), "2021-05-06"),
        ("He was killed on the 31st.", date(2023, 2, 1), "2023-01-31"),
    ],
)
def test_years_turn_and_leap_days_exist(text: str, published: date, days: str) -> None:
    assert find_one(text, published).when == day(days)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The two sides will meet on Tuesday.", "2023-03-07"),
        ("A second round is planned for March 12.", "2023-03-12"),
        ("They arrive next Tuesday.", "2023-03-07"),
        ("They meet tomorrow.", "2023-03-06"),
        ("Observers are to return in April.", "2023-04-01 to 2023-04-30"),
        ("Parliament sits on March 20.", "2023-03-20"),
        ("The ministry said on Tuesday it will answer.", "2023-02-28"),
        ("The general, who will retire, was wounded on Tuesday.", "2023-02-28"),
    ],
)
def test_a_plan_looks_ahead_and_a_report_looks_back(text: str, days: str) -> None:
    assert find_one(text).when == day(days)


@pytest.mark.parametrize(
    ("text", "relation", "when"),
    [
        ("They were quiet before Friday.", TimeRelation.BEFORE, When(earliest=None, before=moment("2023-03-03"))),
        ("They were quiet after 10 January 2023.", TimeRelation.AFTER, When(earliest=moment("2023-01-11"), before=None)),
        ("They were quiet since Monday.", TimeRelation.SINCE, between("2023-02-27", "2023-03-06")),
        ("They were quiet until Friday.", TimeRelation.UNTIL, When(earliest=None, before=moment("2023-03-04"))),
        ("They left by 15 November.", TimeRelation.UNTIL, When(earliest=None, before=moment("2022-11-16"))),
        ("They must leave by 15 March.", TimeRelation.UNTIL, When(earliest=None, before=moment("2023-03-16"))),
        ("They were quiet before dawn on Friday.", TimeRelation.BEFORE, between("2023-03-03T00:00", "2023-03-03T08:00")),
        ("They were quiet after Friday’s clash.", TimeRelation.AT, day("2023-03-03")),
        ("They were quiet after the 2020 war.", TimeRelation.AT, day("2020-01-01 to 2020-12-31")),
        ("They were quiet over the past two years.", TimeRelation.DURATION, day("2021-03-05 to 2023-03-05")),
        ("They were quiet for the last 24 hours.", TimeRelation.DURATION, day("2023-03-04 to 2023-03-05")),
        ("They were loud every Friday.", TimeRelation.RECURRING, None),
        ("They were loud on Fridays.", TimeRelation.RECURRING, None),
        ("They reported daily shelling.", TimeRelation.RECURRING, None),
    ],
)
def test_the_preposition_gives_the_relation(text: str, relation: TimeRelation, when: When | None) -> None:
    found = find_one(text)
    assert (found.relation, found.when) == (relation, when)


def test_the_words_of_a_relation_keep_the_time_they_name() -> None:
    assert find_one("They were quiet since Monday.").named == day("2023-02-27")


def test_what_recurs_is_not_placed_and_is_no_fault() -> None:
    found = find_one("They were loud every Friday.")
    assert (found.when, found.reason) == (None, None)


def test_since_has_no_end_where_the_publication_is_not_known() -> None:
    found = find_one("They were quiet since 1 May 2020.", published=None)
    assert found.when == When(earliest=moment("2020-05-01"), before=None)


@pytest.mark.parametrize(
    "text", ["On 2023-02-30 it fell.", "On 30 February 2023 it fell.", "On 31 April it fell.", "On 29 February 2023 it fell."]
)
def test_a_day_that_no_calendar_has_is_unreadable(text: str) -> None:
    found = find_one(text)
    assert (found.when, found.reason) == (None, GapReason.TIME_UNREADABLE)


@pytest.mark.parametrize(
    "text", ["It fell on Friday.", "It fell yesterday.", "It fell in May.", "It fell on 5 May.", "It fell two days ago."]
)
def test_a_relative_time_needs_a_publication(text: str) -> None:
    found = find_one(text, published=None)
    assert (found.when, found.reason) == (None, GapReason.TIME_UNANCHORED)


def test_a_publication_known_as_a_month_widens_what_counts_from_it() -> None:
    found = find_times("It fell yesterday.", published=day("2023-03-01 to 2023-03-31"))
    assert found[0].when == day("2023-02-28 to 2023-03-30")


def test_a_date_in_figures_is_the_reading_that_is_not_in_the_future() -> None:
    assert find_one("Seen on 05/03/2023.", date(2023, 3, 6)).when == day("2023-03-05")


def test_a_date_in_figures_with_two_readings_covers_both() -> None:
    assert find_one("Seen on 05/03/2021.").when == day("2021-03-05 to 2021-05-03")


@pytest.mark.parametrize(
    "text",
    [
        "They may attack and they march on.",
        "April Smith met June Osborne.",
        "May peace come.",
        "Wait a second.",
        "Resolution 1701 and Article 2014 apply.",
        "The 44-day war and a 10-day truce.",
        "All 1,960 peacekeepers left 2,014 homes.",
        "At least 2014 soldiers died.",
        "The 102nd base and the 5th Corps.",
        "It is open 24/7 on the M4 road.",
        "The March 14 Alliance and the March 8 coalition.",
        "Twelve May Day marches passed.",
        "A 45-year-old woman was sentenced to 10 years.",
        "Bloody Sunday is remembered by The Sunday Times.",
        "Document S/2014/33 and a score of 3:1.",
        "He moved 5.45 mm rounds across the 38th parallel.",
        "Russia Today showed it.",
        "The fall of Aleppo ended the Arab Spring.",
        "The 1990s were quiet.",
        "They kept night vision goggles.",
        "Shelling ended before the ceasefire.",
    ],
)
def test_a_lookalike_is_no_time(text: str) -> None:
    assert [time.words for time in find_times(text, published=When.of_days(SUNDAY))] == []


def test_a_number_of_people_behind_a_date_is_not_part_of_it() -> None:
    for text in ("On March 3, 20 soldiers died.", "On March 3 and 20 soldiers died."):
        assert [time.words for time in find_times(text, published=When.of_days(SUNDAY))] == ["March 3"]


def test_several_times_stand_in_the_order_of_the_text() -> None:
    text = "On Friday two died; on 28 February one was hurt; in 2019 none."
    assert [time.words for time in find_times(text, published=When.of_days(SUNDAY))] == ["Friday", "28 February", "2019"]


def test_spaces_that_do_not_break_are_spaces() -> None:
    assert find_one("It fell on 5\u00a0March\u00a02021.").when == day("2021-03-05")


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("KABUL, Nov. 5 (AFP) - A bomb went off.", "Nov. 5", "2022-11-05"),
        ("(Beirut, 3 March 2016) The mission met.", "3 March 2016", "2016-03-03"),
        ("Goma, 5 March -- Rebels left.", "5 March", "2023-03-05"),
        ("KHAN YUNIS, Gaza Strip, Feb. 20 (Reuters) – Tanks left.", "Feb. 20", "2023-02-20"),
        ("TBILISI, August 7, 2008 /Newswire/. Shells fell.", "August 7, 2008", "2008-08-07"),
        ("5 March 2016, Geneva — Talks went on.", "5 March 2016", "2016-03-05"),
        ("Seoul, 27 February -\nA loudspeaker was heard.", "27 February", "2023-02-27"),
        ("March 5 2016 Shells fell on a market.", "March 5 2016", "2016-03-05"),
        ("5 March 2016 Rebels left the town.", "5 March 2016", "2016-03-05"),
        ("25-03-2016 Rebels left the town.", "25-03-2016", "2016-03-25"),
        ("2016-03-05 12 guards were hurt.", "2016-03-05", "2016-03-05"),
        ("Published on March 5 2016 Shells fell.", "March 5 2016", "2016-03-05"),
    ],
)
def test_a_dateline_is_read(text: str, words: str, days: str) -> None:
    found = find_dateline(text, published=When.of_days(SUNDAY))
    assert found is not None
    assert (found.words, found.when) == (words, day(days))
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5 March 2016 was calm.",
        "In Goma, 5 March was calm.",
        "NAIROBI (AP) - On March 5 it rained.",
        "The army left. KABUL, Nov. 5 (AFP) - x",
    ],
)
def test_a_text_without_a_dateline_has_none(text: str) -> None:
    assert find_dateline(text, published=When.of_days(SUNDAY)) is None


any_day = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
FORMATS = {
    "day month year": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "zero day month year": lambda d: f"{d.day:02} {MONTHS[d.month - 1]} {d.year}",
    "month day year": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "short month day year": lambda d: f"{SHORT_MONTHS[d.month - 1]} {d.day}, {d.year}",
    "day of month year": lambda d: f"{d.day}th of {MONTHS[d.month - 1]}, {d.year}",
    "weekday": lambda d: f"{WEEKDAYS[d.weekday()]}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    "iso": lambda d: d.isoformat(),
    "dotted": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
}


@pytest.mark.parametrize("written", FORMATS.values(), ids=FORMATS.keys())
@given(when=any_day, published=any_day)
@example(when=date(2000, 2, 29), published=date(1999, 12, 31))
def test_a_full_date_is_that_day_whenever_it_is_published(written, when: date, published: date) -> None:
    found = find_one(f"A post was shelled on {written(when)}.", published)
    assert found.when == When.of_days(when)
    assert found.is_year_stated


@given(published=any_day, weekday=st.sampled_from(WEEKDAYS))
def test_a_weekday_lies_within_the_six_days_before_the_publication(published: date, weekday: str) -> None:
    found = find_one(f"A post was shelled on {weekday}.", published).when
    assert found is not None
    assert found.first_day == found.last_day
    assert found.first_day is not None
    assert WEEKDAYS[found.first_day.weekday()] == weekday
    assert timedelta(0) <= published - found.first_day <= timedelta(days=6)


@given(published=any_day, back=st.integers(min_value=0, max_value=300))
def test_a_date_without_a_year_is_the_latest_one(published: date, back: int) -> None:
    when = published - timedelta(days=back)
    if (when.month, when.day) != (2, 29):
        assert find_one(f"He was killed on {when.day} {MONTHS[when.month - 1]}.", published).when == When.of_days(when)


@given(first=any_day, length=st.integers(min_value=1, max_value=200))
def test_a_range_of_full_dates_covers_both_ends(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    text = f"They fought from {FORMATS['day month year'](first)} to {FORMATS['day month year'](last)}."
    assert find_one(text).when == When.of_days(first, last)


VOCABULARY = (
    "on in at by the of from to between and last next two days ago earlier after before night morning 10:00 10 a.m. March May 5 5th 2021 "
    "Sunday early late week GMT - , ( ) '21 since until year 31 February 05/03/2021 overnight half a 99 past every noon midnight few weeks"
)
WORDS = st.sampled_from(VOCABULARY.split())


@given(
    text=st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=25).map(" ".join)),
    published=st.none() | st.dates().map(When.of_days) | st.just(When(earliest=None, before=datetime(2020, 1, 1, tzinfo=UTC))),
    before=st.none() | st.sampled_from(["It fell on 5 May 2019.", "It fell in 2014.", "Since 31 December 9999 it fell."]),
)
def test_any_text_gives_times_that_fit_it_and_do_not_overlap(text: str, published: When | None, before: str | None) -> None:
    previous = find_times(before, published=None)[0] if before else None
    found = find_times(text, published=published, previous=previous)
    end = 0
    for time in found:
        assert end <= time.start < time.end <= len(text)
        assert time.words == text[time.start : time.end]
        assert time.relation is TimeRelation.RECURRING or (time.when is None) is (time.reason is not None)
        end = time.end
    find_dateline(text, published=published)


@given(text=st.lists(WORDS, max_size=25).map(" ".join))
def test_the_same_text_gives_the_same_times(text: str) -> None:
    published = When.of_days(SUNDAY)
    assert find_times(text, published=published) == find_times(text, published=published)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LIMA, 4 FEB 90 (EFE) -- A BOMB EXPLODED.", date(1990, 2, 4)),
        ("San Salvador, 3 Jan 89 -- A post was hit.", date(1989, 1, 3)),
        ("TEGUCIGALPA, 12 APR 89 (ACAN-EFE) -- TWO MEN DIED.", date(1989, 4, 12)),
    ],
)
def test_old_datelines_write_the_year_with_two_figures(text: str, day: date):
    found = find_dateline(text, published=None)
    assert found is not None
    assert found.when == When.of_days(day)
    assert text[found.start : found.end] == found.words


@pytest.mark.parametrize(("words", "first", "last"), [("shortly after dawn", 4, 24), ("before dawn", 0, 8)])
def test_a_part_of_the_day_has_no_sharp_end(words: str, first: int, last: int):
    [found] = find_times(f"A post was hit {words} on Sunday.", published=When.of_days(date(2020, 6, 1)))
    day = datetime(2020, 5, 31, tzinfo=UTC)
    assert found.when == When(earliest=day + timedelta(hours=first), before=day + timedelta(hours=last))
