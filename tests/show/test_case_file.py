from dataclasses import replace
from itertools import permutations

from ceasewatch.model.claim import Certainty, Slot, Stance
from ceasewatch.model.mention import Status
from ceasewatch.model.record import Party
from ceasewatch.show.case_file import NO_WHEN, NO_WHERE, build_case_file
from ceasewatch.show.listing import draw_list, list_lines
from ceasewatch.store.memory import MemoryStore


def row(case, slot: Slot, whose: str | None = None):
    return next(one for one in case.rows if one.slot is slot and one.whose == whose)


def test_every_claim_is_shown_exactly_once(case, incident):
    shown = [saying.claim_id for one in case.rows for version in one.versions for saying in version.sayings]
    assert sorted(shown) == sorted(claim.id for position in incident.positions for claim in position.claims)


def test_every_saying_leads_back_to_its_sentence(case, store, incident):
    claims = {claim.id: claim for position in incident.positions for claim in position.claims}
    for saying in (saying for one in case.rows for version in one.versions for saying in version.sayings):
        report = store.report(saying.report_id)
        assert saying.quotation.evidence == report.evidence(claims[saying.claim_id].span)
        assert saying.quotation.text in report.text


def test_the_head_has_every_sides_name_and_the_uncertainty(case):
    assert [place.label for place in case.places] == ["Kala Pahar / Kali Pahari", "Rakh Sector"]
    assert case.places[0].uncertainty == "known to within about 4 km"
    assert [place.origins for place in case.places] == [3, 1]
    assert case.when == "5 January 2021"
    assert case.title == "Shelling, 5 January 2021, Kala Pahar / Kali Pahari"


def test_people_are_counted_side_by_side_and_never_added_up(case):
    pakistani = row(case, Slot.KILLED, "Pakistan")
    assert [(version.value, version.origins) for version in pakistani.versions] == [("3", 1), ("1", 2)]
    assert pakistani.versions_differ
    indian = row(case, Slot.KILLED, "India")
    assert [version.value for version in indian.versions] == ["2"]
    assert not indian.versions_differ


def test_both_sides_without_a_number_is_a_row_of_its_own_without_a_number(case):
    both = row(case, Slot.KILLED, "India / Pakistan")
    assert [version.value for version in both.versions] == ["some, number not stated"]


def test_two_outlets_that_quote_one_office_are_one_origin(case):
    three = row(case, Slot.KILLED, "Pakistan").versions[0]
    assert len(three.sayings) == 2
    assert three.origins == 1


def test_two_speakers_who_are_not_named_are_two_origins(made):
    store = MemoryStore()
    tellings = [made.Telling(publisher=None, anchor="fire", text=f"There was fire, {number}.") for number in range(2)]
    for telling in tellings:
        telling.say(Slot.KILLED, made.exact(3, "w"), "fire", made.speaker(None)).keep(store)
    (row,) = build_case_file(made.make_incident(tellings), store).rows
    assert row.versions[0].origins == 2


def test_an_article_makes_no_second_origin(made):
    store = MemoryStore()
    telling = made.Telling(publisher="Herald", anchor="fire", text="There was fire.")
    for name in ("The Army", "army"):
        telling.say(Slot.KILLED, made.exact(3, "w"), "fire", made.speaker(name))
    (row,) = build_case_file(made.make_incident([telling.keep(store)]), store).rows
    assert row.versions[0].origins == 1


def test_a_denial_stands_beside_the_accusation_as_denied(case):
    versions = row(case, Slot.FIRED_FIRST).versions
    assert [(version.stance, version.value) for version in versions] == [("", "Pakistan"), ("", "India"), ("denied", "Pakistan")]
    assert versions[2].sayings[0].manner == "denies it"
    assert versions[0].details == ("written “the other side”",)


def test_versions_and_speakers_stand_in_alphabetical_order(case):
    for one in case.rows:
        first = [version.sayings[0].speaker.removeprefix("the ").casefold() for version in one.versions]
        assert first == sorted(first)
    where = row(case, Slot.WHERE).versions[0]
    assert [saying.speaker for saying in where.sayings] == ["Jammu Ledger", "Pakistan's military", "روزنامہ وادی"]


def test_a_speaker_under_two_spellings_is_listed_once(case):
    assert len([name for name in case.speakers if name.casefold() == "the indian army"]) == 1


def test_what_differs_is_named_and_nothing_says_which_is_right(case):
    assert case.differing == ("where", "fired first", "killed (Pakistan)", "what it is called")


def test_reports_are_numbered_by_publication_and_undated_ones_come_last(case):
    assert [report.number for report in case.reports] == [1, 2, 3, 4]
    assert [report.publisher for report in case.reports] == ["Jammu Ledger", "Lakeside Wire", "Mirpur Evening Post", "روزنامہ وادی"]
    assert case.reports[3].published == "date of publication not stated"


def test_what_was_not_recorded_stands_with_its_report(case):
    assert sorted(case.reports[0].gaps) == ["Where: the place is in no gazetteer (the villages below)", "Wounded: no number is stated"]
    assert case.reports[1].gaps == ()


def test_the_status_is_told_in_words(case, made, incident, store):
    assert case.status == "told as news in 3 reports; recalled as background in 1 report"
    assert not case.is_background
    recalled = made.make_urdu()
    background = build_case_file(made.make_incident([recalled]), store)
    assert recalled.status is Status.BACKGROUND
    assert background.is_background


def test_an_incident_without_time_or_place_says_so(made):
    store = MemoryStore()
    telling = made.Telling(publisher="Herald", anchor="fire", text="There was fire.").say(Slot.PURPOSE, made.FIRED, "fire").keep(store)
    case = build_case_file(made.make_incident([telling], when=None), store)
    assert case.when == NO_WHEN
    assert case.places == ()
    assert list_lines([made.make_incident([telling], when=None)], store)[0].where == NO_WHERE


def test_a_place_that_was_not_resolved_stands_as_written(made):
    store = MemoryStore()
    telling = made.Telling(publisher="Herald", anchor="fire", text="There was fire.")
    telling.say(Slot.WHERE, made.Where(name="the old mill", relation="near"), "fire").keep(store)
    assert [place.label for place in build_case_file(made.make_incident([telling]), store).places] == ["near the old mill"]


def test_two_parties_of_one_name_lose_no_claims(made):
    store = MemoryStore()
    guards = [Party(id="guards-a", name="Guards", side="a"), Party(id="guards-b", name="Guards", side="b")]
    made.RECORDS.update({party.id: party for party in guards})
    telling = made.Telling(publisher="Herald", anchor="fire", text="There was fire.")
    for number, party in enumerate(guards, start=1):
        telling.say(Slot.KILLED, made.exact(number, "w"), "fire", whose=[party])
    case = build_case_file(made.make_incident([telling.keep(store)]), store)
    assert sorted(version.value for one in case.rows for version in one.versions) == ["1", "2"]
    assert len(case.rows) == 2


def test_the_order_of_reading_changes_nothing(made):
    cases = set()
    for order in permutations(made.make_tellings()):
        store = MemoryStore()
        for telling in order:
            telling.keep(store)
        cases.add(build_case_file(made.make_incident(order), store))
    assert len(cases) == 1


def test_exchanging_the_sides_exchanges_them_in_the_case_file_and_nothing_else(made):
    """Two reports that mirror each other: the rows of the one, with the sides exchanged, are the rows of the other."""

    def build(us: str, them: str):
        store = MemoryStore()
        parties = {name: Party(id=name, name=name, side=name) for name in (us, them)}
        made.RECORDS.update(parties)
        telling = made.Telling(publisher="Wire", anchor="fire", text=f"There was fire; {us} blamed {them}.")
        telling.say(Slot.KILLED, made.exact(2, "w"), "fire", whose=[parties[us]])
        telling.say(Slot.KILLED, made.exact(5, "w"), "fire", whose=[parties[them]])
        telling.say(Slot.FIRED_FIRST, made.Who(name=f"{them} troops"), "blamed", made.speaker(us), meant=[parties[them]])
        return build_case_file(made.make_incident([telling.keep(store)]), store)

    def rows(case, exchange: dict[str, str]):
        return {
            (
                one.slot,
                exchange.get(one.whose),
                one.versions_differ,
                tuple((exchange.get(v.value, v.value), v.origins) for v in one.versions),
            )
            for one in case.rows
        }

    assert rows(build("Chad", "Sudan"), {"Chad": "Chad", "Sudan": "Sudan"}) == rows(
        build("Sudan", "Chad"), {"Chad": "Sudan", "Sudan": "Chad"}
    )


def test_the_list_has_a_line_with_counts_and_flags(incident, store, made):
    (line,) = list_lines([incident], store)
    assert (line.reports, len(line.speakers), line.when, line.kind) == (4, 5, "5 January 2021", "shelling")
    assert line.flags == "versions differ: where, fired first, killed, what it is called"
    background = replace(line, differing=(), is_background=True)
    assert background.flags == "background"


def test_the_list_fits_the_screen_and_is_whole_in_a_file(incident, store):
    lines = list_lines([incident], store)
    assert max(len(line) for line in draw_list(lines, 100).splitlines()) <= 100
    assert "Kala Pahar / Kali Pahari; Rakh Sector" in draw_list(lines, None)
    assert "…" not in draw_list(lines, None)


def test_more_than_two_places_are_counted_in_the_list(made):
    store = MemoryStore()
    telling = made.Telling(publisher="Herald", anchor="fire", text="There was fire.")
    for name in ("Avdiivka", "Bakhmut", "Horlivka", "Kramatorsk"):
        telling.say(Slot.WHERE, made.Where(name=name), "fire")
    (line,) = list_lines([made.make_incident([telling.keep(store)])], store)
    assert line.where == "Avdiivka; Bakhmut; 2 more"


def test_the_place_that_most_speakers_give_comes_first_and_a_region_last(made):
    store = MemoryStore()
    region = made.Place(
        id="region", names=(made.PlaceName(name="Donbas"),), kind="area", latitude=48.0, longitude=38.0, uncertainty_m=90_000
    )
    made.RECORDS[region.id] = region
    telling = made.Telling(publisher="Herald", anchor="fire", text="There was fire.")
    for name in ("A", "B", "C"):
        telling.say(Slot.WHERE, made.Where(name="Donbas", relation=name), "fire", made.speaker(name), meant=[region])
    for name in ("A", "B"):
        telling.say(Slot.WHERE, made.Where(name="Zolote"), "fire", made.speaker(name))
    telling.say(Slot.WHERE, made.Where(name="Avdiivka"), "fire", made.speaker("C"))
    telling.say(Slot.WHERE, made.Where(name="Kyiv"), "fire", made.speaker("D"), stance=Stance.DENIES)
    places = build_case_file(made.make_incident([telling.keep(store)]), store).places
    assert [(place.label, place.origins) for place in places] == [("Zolote", 2), ("Avdiivka", 1), ("Donbas", 3)]


def test_the_place_itself_comes_before_one_that_it_is_near(made):
    store = MemoryStore()
    telling = made.Telling(publisher="Herald", anchor="fire", text="There was fire.")
    for name in ("A", "B"):
        telling.say(Slot.WHERE, made.Where(name="Uri", relation="near"), "fire", made.speaker(name))
    telling.say(Slot.WHERE, made.Where(name="the Haji Pir road", relation="on"), "fire", made.speaker("A"))
    places = build_case_file(made.make_incident([telling.keep(store)]), store).places
    assert [place.label for place in places] == ["on the Haji Pir road", "near Uri"]


def test_sentences_of_one_voice_stand_together(made):
    store = MemoryStore()
    telling = made.Telling(publisher="Herald", anchor="fire", text="There was fire. The fire went on.")
    for words in ("There was fire", "The fire went on", "fire"):
        telling.say(Slot.PURPOSE, made.FIRED, words)
    telling.say(Slot.PURPOSE, made.FIRED, "went on", certainty=Certainty.REPORTED)
    (row,) = build_case_file(made.make_incident([telling.keep(store)]), store).rows
    assert [[saying.quotation.evidence for saying in voice] for voice in row.versions[0].voices] == [
        ["There was fire", "fire", "The fire went on"],
        ["went on"],
    ]
