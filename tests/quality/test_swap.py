"""The exchange of two sides' names, on toy readers of which one treats a side worse than the other."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality import swap as swap_measure
from quality.exchange import Exchange, make_exchange, pair_names, read_names
from quality.figures import render_figures
from quality.swap_report import Swapped, Understand, swap_report
from quality.swap_texts import BENCHMARKS, DEMO

from ceasewatch.errors import CeasefireInvalid, DataMissing
from ceasewatch.model.ceasefire import Agreement, Ceasefire, PartyNames
from ceasewatch.model.claim import Certainty, Claim, Slot, Speaker, SpeakerRole
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.reading import Reading, Resolution
from ceasewatch.model.record import Link, Party, Place, PlaceName
from ceasewatch.model.report import Report, Span
from ceasewatch.model.values import Count, Where, Who
from ceasewatch.pipeline import understand

SIDES = ("northern", "southern")


def party_of(name: str, side: str | None, swap: tuple[str, ...] = ()) -> PartyNames:
    return PartyNames(party=Party(id=f"p/{name}", name=name, side=side), names=(name,), swap=swap)


def ceasefire_of(*parties: PartyNames) -> Ceasefire:
    agreement = Agreement(id="a", names=("Armistice",), signed=date(1953, 7, 27), provisions=(), versions=())
    return Ceasefire(id="korea", name="Korea", sides=SIDES, parties=parties, places=(), routes=(), agreement=agreement)


CEASEFIRE = ceasefire_of(
    party_of("North Korea", "northern", ("North Koreans", "North Korean", "North Korea", "Pyongyang")),
    party_of("South Korea", "southern", ("South Koreans", "South Korean", "South Korea", "Seoul")),
    party_of("Army of North Korea", "northern"),
    party_of("Army of South Korea", "southern"),
    party_of("Harbour police", "southern"),
    party_of("United Nations Command", None),
)
EXCHANGE = make_exchange(CEASEFIRE)
NOBODY = Exchange(forms={}, records={})


def report_of(text: str) -> Report:
    return Report(id="r1", text=text, retrieved_at=datetime(2020, 5, 3, tzinfo=UTC), media_type="text/plain", publisher="Seoul Paper")


def read_dead(
    report: Report, *, low_for: str | None = None, certain_for: str | None = None, linked_to: str | None = None
) -> tuple[Reading, Resolution]:
    """A toy: every "Korean" who "died" is one dead; it can be told to shrink, to doubt or to mislabel the dead of one side."""
    mentions, claims, links = [], [], []
    for side, party in (("North Korean", "p/North Korea"), ("South Korean", "p/South Korea")):
        start = report.text.find(f"{side} soldier died")
        if start < 0:
            continue
        span = Span(report_id=report.id, start=start, end=start + len(f"{side} soldier died"))
        mention = Mention.record(kind="clash", anchor=span, status=Status.REPORTED)
        claim = Claim.record(
            mention_id=mention.id,
            slot=Slot.KILLED,
            value=Count(low=0 if side == low_for else 1, high=1, words=report.evidence(span), whose=f"{side} soldier"),
            span=span,
            said_by=(Speaker(role=SpeakerRole.PUBLISHER, name=report.publisher),),
            certainty=Certainty.SUSPECTED if side == certain_for else Certainty.STATED,
            origin="toy/1",
        )
        mentions.append(mention)
        claims.append(claim)
        links.append(Link(claim_id=claim.id, record_id=linked_to or party, role="whose", by="toy/1", score=1.0))
    records = tuple(one.party for one in CEASEFIRE.parties)
    return Reading(mentions=tuple(mentions), claims=tuple(claims)), Resolution(links=tuple(links), records=records)


BOTH_DIED = report_of("On Sunday a North Korean soldier died. In Seoul they said that a South Korean soldier died too.")


def swap(read: Understand, report: Report = BOTH_DIED, exchange: Exchange = EXCHANGE) -> Swapped:
    return swap_report(report, exchange, read, "toy.txt")


def test_names_are_exchanged_both_ways_and_at_once():
    assert EXCHANGE.in_words("North Korea accused Seoul, South Koreans say") == "South Korea accused Pyongyang, North Koreans say"


def test_only_whole_words_are_exchanged():
    assert EXCHANGE.in_words("the Seoulite in North Koreatown") == "the Seoulite in North Koreatown"


def test_capital_letters_stay_as_they_are():
    assert EXCHANGE.in_words("SEOUL and seoul and Seoul's") == "PYONGYANG and pyongyang and Pyongyang's"


def test_a_name_across_a_line_end_is_exchanged_and_stays_across_it():
    assert EXCHANGE.in_words("soldiers of North\nKorea fell back") == "soldiers of South\nKorea fell back"


NAMES = pair_names([("rebels", "loyalists"), ("hill-held", "coast-held"), ("US", "Ruritanian"), ("Free Hill Army", "Free Coast Army")])


@pytest.mark.parametrize(
    ("text", "exchanged"),
    [
        ("Rebels fled from loyalists", "Loyalists fled from rebels"),
        ("REBELS FLEE", "LOYALISTS FLEE"),
        ("Hill-held and coast held", "Coast-held and hill held"),
        ("They told us of US troops", "They told us of Ruritanian troops"),
        ("the Free Hill Army", "the Free Coast Army"),
    ],
)
def test_a_name_is_written_as_the_one_that_it_replaces(text: str, exchanged: str):
    assert NAMES.in_words(text) == exchanged


def test_a_country_is_known_by_the_first_of_its_names():
    pair = pair_names([("Norway", "America"), ("Oslo", "Washington")])
    assert (pair.in_record("Norway"), pair.in_record("United States"), pair.in_record("Oslo")) == (
        "United States",
        "United States",
        "Washington",
    )
    assert pair.is_lone("US soldiers")
    assert not pair.is_lone("soldiers of America")


def test_the_text_is_the_same_when_no_names_stand_in_it():
    changed = EXCHANGE.in_text("Two soldiers died.")
    assert (changed.text, changed.count) == ("Two soldiers died.", 0)


pieces = st.lists(
    st.sampled_from(["North Korea", "South Koreans", "Seoul", "Pyongyang", "soldiers", "é", " ", ", ", "\n", "North"]), max_size=12
)


@given(pieces)
def test_exchanging_twice_gives_the_text_back(parts: list[str]):
    text = " ".join(parts)
    there = EXCHANGE.in_text(text)
    again = EXCHANGE.in_text(there.text)
    assert " ".join(again.text.split()) == " ".join(text.split())


@given(pieces)
def test_every_offset_moves_within_the_new_text_and_in_order(parts: list[str]):
    text = " ".join(parts)
    changed = EXCHANGE.in_text(text)
    moved = [changed.move(offset) for offset in range(len(text) + 1)]
    assert moved == sorted(moved)
    assert moved[0] == 0
    assert moved[-1] == len(changed.text)


def test_a_stretch_with_a_name_in_it_moves_to_the_other_name():
    text = "In Seoul a shot was heard, and in Pyongyang."
    changed = EXCHANGE.in_text(text)
    for words, moved in (("Seoul", "Pyongyang"), ("a shot was heard", "a shot was heard"), ("and in Pyongyang", "and in Seoul")):
        span = changed.move_span(Span(report_id="r", start=text.index(words), end=text.index(words) + len(words)))
        assert changed.text[span.start : span.end] == moved


def test_parties_of_the_two_sides_stand_for_each_other_and_others_for_themselves():
    assert EXCHANGE.records["p/Army of North Korea"] == "p/Army of South Korea"
    assert EXCHANGE.records["p/South Korea"] == "p/North Korea"
    assert EXCHANGE.records["p/United Nations Command"] == "p/United Nations Command"
    assert EXCHANGE.records["p/Harbour police"] == "p/Harbour police"


@pytest.mark.parametrize("names", [(), ("Seoul",)])
def test_sides_without_names_to_exchange_are_refused(names: tuple[str, ...]):
    parties = party_of("North Korea", "northern", ()), party_of("South Korea", "southern", names)
    with pytest.raises(CeasefireInvalid):
        make_exchange(ceasefire_of(*parties))


def test_nothing_differs_when_nothing_is_exchanged():
    result = swap(read_dead, exchange=NOBODY)
    assert (result.exchanged, result.differences) == (0, ())
    assert result.fields > 0


def test_a_reader_that_treats_both_sides_alike_shows_no_difference():
    result = swap(read_dead)
    assert result.exchanged == 3
    assert result.differences == ()


def test_a_reader_that_shrinks_the_dead_of_one_side_is_caught():
    for side in ("North Korean", "South Korean"):
        result = swap(lambda report, side=side: read_dead(report, low_for=side))
        assert [one.field for one in result.differences] == ["value.low", "value.low"]


def test_a_reader_that_doubts_one_side_is_caught():
    result = swap(lambda report: read_dead(report, certain_for="South Korean"))
    assert {one.field for one in result.differences} == {"certainty"}


def test_a_reader_that_lays_all_dead_on_one_side_is_caught():
    result = swap(lambda report: read_dead(report, linked_to="p/North Korea"))
    assert {(one.field, one.expected, one.found) for one in result.differences} == {("record", "South Korea", "North Korea")}


def read_words(report: Report, words: str, speaker: str, party: str) -> tuple[Reading, Resolution]:
    """A toy: somebody says that those words name who fired, and they are taken to mean that party."""
    reading, _ = read_dead(report)
    one = reading.claims[0]
    said_by = (Speaker(role=SpeakerRole.SPEAKER, name=speaker),)
    claim = Claim.record(mention_id=one.mention_id, slot=Slot.ACTOR, value=Who(name=words), span=one.span, said_by=said_by, origin="t")
    link = Link(claim_id=claim.id, record_id=party, role="value", by="t", score=1.0)
    records = tuple(one.party for one in CEASEFIRE.parties)
    return Reading(mentions=reading.mentions, claims=(claim,)), Resolution(links=(link,), records=records)


@pytest.mark.parametrize(
    ("words", "speaker", "is_same"),
    [
        ("harbour police", "Seoul", True),
        ("the other side", "the harbour police", True),
        ("the other side", "a witness", False),
        ("a South Korean boat", "the harbour police", False),
    ],
)
def test_only_words_that_mean_a_party_without_counterpart_keep_their_side(words: str, speaker: str, is_same: bool):
    report = report_of("A North Korean soldier died.")

    def read(told: Report) -> tuple[Reading, Resolution]:
        names = [words, speaker] if told is report else [EXCHANGE.in_words(words), EXCHANGE.in_words(speaker)]
        return read_words(told, *names, "p/South Korea")

    assert (swap(read, report).differences == ()) is is_same


def test_dead_that_only_one_side_may_have_count_with_all_their_fields():
    def read_only_northern(report: Report) -> tuple[Reading, Resolution]:
        reading, resolution = read_dead(report)
        kept = tuple(claim for claim in reading.claims if isinstance(claim.value, Count) and "North" in (claim.value.whose or ""))
        return Reading(mentions=reading.mentions, claims=kept), resolution

    result = swap(read_only_northern)
    assert {one.noun for one in result.changed} == {"claim", "link"}
    assert len(result.differences) > 20


def test_the_order_of_claims_does_not_matter():
    def read_backwards_in_the_south(report: Report) -> tuple[Reading, Resolution]:
        reading, resolution = read_dead(report)
        if not report.text.startswith("On Sunday a South"):
            return reading, resolution
        return Reading(mentions=reading.mentions[::-1], claims=reading.claims[::-1]), resolution

    assert swap(read_backwards_in_the_south).differences == ()


def test_the_author_s_name_stays():
    def read_author(report: Report) -> tuple[Reading, Resolution]:
        reading, _ = read_dead(report)
        byline = Speaker(role=SpeakerRole.BYLINE, name="Kim Seoul")
        one = reading.claims[0]
        claim = Claim.record(mention_id=one.mention_id, slot=Slot.ACTOR, value=Who(name="x"), span=one.span, said_by=(byline,), origin="t")
        return Reading(mentions=reading.mentions, claims=(claim,)), Resolution()

    report = report_of("A North Korean soldier died.")
    assert swap(read_author, report).differences == ()


def test_the_figures_are_claims_and_fields_that_differ_out_of_those_compared():
    fair, unfair = swap(read_dead), swap(lambda report: read_dead(report, low_for="North Korean"))
    figures = swap_measure.make_figures([(DEMO, [fair, unfair])])
    fields, claims = figures.rate("demo: fields that differ"), figures.rate("demo: claims that differ")
    assert (fields.count, fields.of) == (2, fair.fields + unfair.fields)
    assert (claims.count, claims.of) == (2, 4)
    assert figures.rate("demo: reports in which any differs").count == 1


def test_a_claim_that_differs_is_shown_with_its_words():
    unfair = swap(lambda report: read_dead(report, low_for="North Korean"))
    case = swap_measure.make_figures([(DEMO, [unfair])]).errors[0]
    assert "soldier died" in case.about
    assert case.why.startswith("value.low: ")


def test_a_file_that_cannot_be_read_is_said_and_not_counted():
    figures = swap_measure.make_figures([(DEMO, [swap_report(None, EXCHANGE, read_dead, "broken.txt")])])
    assert figures.rate("demo: fields that differ").of == 0
    assert any("broken.txt" in line and "could not be read" in line for line in render_figures(figures, 0))


def read_town(report: Report) -> tuple[Reading, Resolution]:
    """A toy that finds a town in one country only."""
    reading, _ = read_dead(report)
    one = reading.claims[0]
    claim = Claim.record(
        mention_id=one.mention_id, slot=Slot.WHERE, value=Where(name="Hilltown"), span=one.span, said_by=one.said_by, origin="t"
    )
    town = Place(id="x/1", names=(PlaceName(name="Hilltown"),), kind="settlement")
    links = (Link(claim_id=claim.id, record_id=town.id, role="value", by="t", score=1.0),) if "A North" in report.text else ()
    return Reading(mentions=reading.mentions, claims=(claim,)), Resolution(links=links, records=(town,))


def test_where_a_town_lies_is_compared_only_where_a_ceasefire_knows_its_places():
    report = report_of("A North Korean soldier died.")
    names = pair_names([("North Korean", "South Korean")])
    assert swap(read_town, report, EXCHANGE).differences != ()
    assert [one for one in swap(read_town, report, names).changed if one.noun == "link"] == []


def test_a_leader_without_counterpart_stays_on_the_same_side():
    leader = PartyNames(party=Party(id="p/South Korea", name="South Korea", side="southern"), names=("Kim Lee",), swap=("South Korea",))
    exchange = make_exchange(ceasefire_of(party_of("North Korea", "northern", ("North Korea",)), leader))
    assert exchange.is_lone("president Kim Lee")
    assert not exchange.is_lone("North Korea")


def read_table() -> list[dict[str, str]]:
    path = Path(swap_measure.__file__).with_name("swap_names.csv")
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def test_every_benchmark_without_a_ceasefire_has_names_and_no_name_stands_for_two():
    rows = read_table()
    assert {row["corpus"] for row in rows} == {corpus.name for corpus in BENCHMARKS if corpus.ceasefire is None}
    for corpus in {row["corpus"] for row in rows}:
        listed = [name for row in rows if row["corpus"] == corpus for name in (row["name"], row["other"])]
        assert len(listed) == len(set(listed))
        exchange = read_names(corpus)
        assert all(exchange.in_words(exchange.in_words(name)) == name for name in listed)


def test_names_that_stand_for_each_other_are_written_alike():
    for row in read_table():
        assert row["name"][0].isupper() == row["other"][0].isupper()
        assert row["name"].endswith("s") == row["other"].endswith("s") or row["what"] in ("armed group", "candidate", "capital", "country")


@pytest.mark.parametrize(
    ("pairs", "text"),
    [
        ([("regime", "opposition")], "The Ruritanian regime said that two villagers were killed on Monday. The opposition denied it."),
        ([("regime", "opposition")], "Regime forces shelled Strelsau on Friday, the Ruritanian opposition said. Five people died."),
        (
            [("rebels", "loyalists")],
            "At least three rebels were killed in a clash with Graustarkian loyalists near Hilltown on 3 May 2021.",
        ),
        ([("rebel", "loyalist")], "A rebel group said it had captured a loyalist fighter near the port of Strelsau."),
        ([("FMLN", "ESAF")], "FMLN TROOPS ATTACKED A BRIDGE NEAR HILLTOWN ON 4 MAY. THE ESAF SAID THAT TWO PEASANTS WERE WOUNDED."),
        ([("Ahrar al-Sham", "Hezbollah")], "Ahrar al-Sham fighters shelled Hilltown on Sunday. Two villagers were killed, Hezbollah said."),
    ],
)
def test_the_reader_treats_names_that_stand_for_each_other_alike(pairs: list[tuple[str, str]], text: str):
    assert swap_report(report_of(text), pair_names(pairs), understand, "own.txt").differences == ()


def test_without_a_folder_the_demo_is_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("CEASEWATCH_DATA", raising=False)
    assert swap_measure.locate(None) == DEMO.locate(None)


def test_a_named_folder_is_read_as_reports_where_no_benchmark_is_in_it(tmp_path: Path):
    assert swap_measure.locate(tmp_path) is None
    (tmp_path / "report.txt").write_text("On Monday a soldier of Armenia was wounded, Baku said.", encoding="utf-8")
    assert swap_measure.locate(tmp_path) == tmp_path
    assert swap_measure.measure(tmp_path).rate("reports: reports in which any differs").of == 1


def test_a_part_that_no_corpus_has_is_refused(tmp_path: Path):
    (tmp_path / "report.txt").write_text("Nothing.", encoding="utf-8")
    with pytest.raises(DataMissing):
        swap_measure.measure(tmp_path, "nowhere")


def test_a_run_without_every_corpus_is_named_by_those_it_read_and_so_has_floors_of_its_own():
    assert swap_measure.make_figures([(DEMO, ())]).title == "swap demo"
    assert swap_measure.make_figures([(corpus, ()) for corpus in (DEMO, *BENCHMARKS)]).title == "swap"
