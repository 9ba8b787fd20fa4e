"""Our own annotations: drafts become spans or are refused, lines survive a round trip, and a check catches what was broken."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.gold.check import check_annotations
from quality.gold.command import GOLD, main
from quality.gold.drafts import Fault, read_count, read_days, take_draft
from quality.gold.page import render_annotation
from quality.gold.records import Annotation, GoldCount, GoldDays, from_plain, read_annotations, write_line
from quality.gold.splits import SPLITS, read_splits
from quality.gold.texts import Text, read_texts
from quality.measure import data_folder

from ceasewatch.errors import DataMissing
from ceasewatch.model.claim import Slot

WORDS = (
    "Raid kills nine in Streslau. At least nine villagers were killed on Sunday near Streslau, the Ruritanian Observatory said."
    " Two rockets hit the mill, the Observatory said. Reportedly a guard was wounded."
)
TEXT = Text(set="fakes", name="gazette-001", text=WORDS, outlet="gazette", filed="2031-05-05")
NINE = "At least nine villagers were killed"
DRAFT = {
    "doc": "fakes/gazette-001",
    "mentions": [{"id": 1, "anchor": "Raid", "kind": "air_strike", "status": "reported"}],
    "speakers": {
        "a": [{"role": "speaker", "words": "the Observatory", "name": "Ruritanian Observatory"}],
        "h": [{"role": "speaker", "words": "Reportedly", "name": None}],
        "b": [],
    },
    "claims": [
        {
            "m": 1,
            "slot": "killed",
            "count": "9..",
            "whose": "villagers",
            "standing": "civilian",
            "in": "At least nine villagers were killed",
            "by": "a",
        },
        {"m": 1, "slot": "killed", "count": "9", "in": "kills nine", "by": "b"},
        {"m": 1, "slot": "when", "days": "2031-05-04", "in": "on Sunday", "by": "a"},
        {"m": 1, "slot": "where", "name": "Streslau", "relation": "near", "in": "near Streslau", "by": "a"},
        {"m": 1, "slot": "means", "name": "rockets", "count": "2", "in": "Two rockets", "by": "a"},
        {"m": 1, "slot": "wounded", "count": "1", "whose": "guard", "in": "a guard was wounded", "by": "h", "certainty": "reported"},
    ],
}


def take(**changes) -> tuple[Annotation | None, list[str]]:
    return take_draft({**DRAFT, **changes}, TEXT, "a1")


def taken() -> Annotation:
    annotation, faults = take()
    assert faults == []
    assert annotation is not None
    return annotation


def with_claim(**changes) -> list[str]:
    return take(claims=[{**DRAFT["claims"][0], **changes}])[1]


def test_quotations_become_spans_of_the_text():
    claim = taken().claims[3]
    assert WORDS[slice(*claim.evidence)] == "near Streslau"
    assert claim.value is not None
    assert WORDS[slice(*claim.value.name)] == "Streslau"
    assert claim.value.name[0] > claim.evidence[0]


def test_a_speaker_is_found_where_it_stands_nearest_and_keeps_its_fullest_name():
    link = taken().claims[4].chain[0]
    assert WORDS[slice(*link.name)] == "Ruritanian Observatory"
    assert WORDS.index("the Observatory") == link.words[0]


def test_hearsay_is_a_speaker_without_a_name_and_own_voice_an_empty_chain():
    assert taken().claims[5].chain[0].name is None
    assert taken().claims[1].chain == ()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"in": "ten villagers"}, "is not in the text"),
        ({"in": "Streslau"}, "2 times in the text"),
        ({"in": "Streslau #3"}, "is not in the text"),
        ({"count": "many"}, "is no count"),
        ({"count": "12..9"}, "above the high"),
        ({"slot": "weather"}, "weather"),
        ({"slot": "kind"}, "not annotated as a claim"),
        ({"m": 7}, "no mention 7"),
        ({"by": "z"}, "no speaker z"),
        ({"whose": "soldiers"}, "is not in the text"),
        ({"standing": "hero"}, "hero"),
        ({"slot": "when", "days": "Sunday"}, "is no day"),
        ({"slot": "when", "days": "2031-05-31/2031-05-01"}, "ahead of its beginning"),
        ({"slot": "when"}, "lacks 'days'"),
    ],
)
def test_what_cannot_stand_is_told_and_nothing_is_guessed(changes, told):
    faults = with_claim(**changes)
    assert len(faults) == 1
    assert told in faults[0]


def test_every_fault_of_a_draft_is_told_at_once():
    claims = [{**claim, "in": "not there"} for claim in DRAFT["claims"]]
    assert len(take(claims=claims, mentions=[{"id": 1, "anchor": "Raid", "kind": "picnic", "status": "reported"}])[1]) == len(claims) + 1


def test_a_quotation_that_stands_twice_is_chosen_by_its_number():
    assert with_claim(**{"in": "Streslau #2", "whose": None}) == []


@pytest.mark.parametrize(
    ("words", "bounds"), [("9", (9, 9)), ("9..", (9, None)), ("..9", (None, 9)), ("9..12", (9, 12)), ("some", (None, None)), ("0", (0, 0))]
)
def test_counts_are_bounds(words, bounds):
    assert read_count(words) == bounds


@pytest.mark.parametrize("words", ["", "..", "nine", "9.12", "-3"])
def test_what_is_no_count_is_refused(words):
    with pytest.raises(Fault):
        read_count(words)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2031-05-04", "2031-05-04", "2031-05-04"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031-12", "2031-12-01", "2031-12-31"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-05-03/2031-05-04", "2031-05-03", "2031-05-04"),
        ("2031-05/", "2031-05-01", None),
        ("/2031-05-04", None, "2031-05-04"),
    ],
)
def test_days_are_an_interval(words, first, last):
    days = read_days(words)
    assert (days.first and days.first.isoformat(), days.last and days.last.isoformat()) == (first, last)


def test_an_annotation_survives_its_line(tmp_path: Path):
    path = tmp_path / "claims.jsonl"
    path.write_text(write_line(taken()) + "\n")
    assert list(read_annotations(path)) == [taken()]


def test_a_line_holds_no_words_of_the_text():
    line = write_line(taken())
    assert not any(word in line for word in ("villagers", "Streslau", "Observatory", "rockets", "mill"))


@given(st.one_of(st.none(), st.integers(0, 9)), st.one_of(st.none(), st.integers(9, 99)))
def test_any_bounds_survive_their_line(low, high):
    first = taken().claims[0]
    annotation = replace(taken(), claims=(replace(first, value=GoldCount(low=low, high=high)),))
    assert from_plain(json.loads(write_line(annotation))) == annotation


@pytest.mark.parametrize("line", ["{}", "[]", "no json", '{"document": 1}'])
def test_a_line_that_is_no_annotation_is_told_with_its_number(tmp_path: Path, line: str):
    path = tmp_path / "claims.jsonl"
    path.write_text(line)
    with pytest.raises(DataMissing, match="line 1"):
        list(read_annotations(path))


def check(*annotations: Annotation) -> list[str]:
    return list(check_annotations(annotations, {TEXT.document: TEXT}, {TEXT.document: "dev"}))


def test_a_sound_annotation_passes_the_check():
    assert check(taken()) == []


def break_claim(number: int, **changes) -> Annotation:
    claims = list(taken().claims)
    claims[number] = replace(claims[number], **changes)
    return replace(taken(), claims=tuple(claims))


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (replace(taken(), sha256="0" * 64), "not the one that was annotated"),
        (replace(taken(), document="fakes/lost"), "its text is not there"),
        (break_claim(0, evidence=(0, 9_999)), "beyond the text"),
        (break_claim(0, evidence=(28, 40)), "begins or ends in a space"),
        (break_claim(0, mention=4), "no mention 4"),
        (break_claim(0, value=GoldCount(low=12, high=12)), "does not hold 12..12"),
        (break_claim(3, value=replace(taken().claims[3].value, name=(30, 38))), "is no name of a place"),
        (break_claim(1, **{name: getattr(taken().claims[0], name) for name in ("evidence", "chain", "value")}), "stands 2 times"),
    ],
)
def test_a_broken_annotation_is_told(broken, told):
    assert any(told in fault for fault in check(broken))


@pytest.mark.parametrize(("words", "low"), [("wounded scores", 20), ("tens hurt", 10), ("dozens wounded", 12)])
def test_an_order_of_size_that_stands_alone_is_held_by_its_word(words: str, low: int):
    text = replace(TEXT, text=words)
    claim = replace(taken().claims[1], slot=Slot.WOUNDED, evidence=(0, len(words)), value=GoldCount(low=low, high=None))
    annotation = replace(taken(), sha256=text.sha256, claims=(claim,), mentions=(replace(taken().mentions[0], anchor=(0, 4)),), byline=None)
    assert list(check_annotations([annotation], {text.document: text}, {text.document: "dev"})) == []


def test_a_document_annotated_twice_in_one_place_is_told():
    assert any("annotated 2 times" in fault for fault in check(taken(), taken()))


def test_the_page_shows_every_event_and_claim_and_the_whole_text_escaped():
    text = replace(TEXT, text=WORDS + " <b>Not bold.</b>")
    page = render_annotation(taken(), text)
    assert "&lt;b&gt;Not bold." in page
    assert "air_strike, reported" in page
    assert "at least 9 villagers (civilian)" in page
    assert "hearsay (“Reportedly”)" in page
    assert "own voice" in page
    assert page.count('<tr id="c') == len(taken().claims)


def test_the_page_needs_nothing_from_outside():
    page = render_annotation(taken(), TEXT)
    assert "http" not in page
    assert "<script" not in page


def test_a_report_without_events_has_a_page_too():
    assert "No event." in render_annotation(replace(taken(), mentions=(), claims=()), TEXT)


def make_data(folder: Path) -> Path:
    (folder / "fakes").mkdir()
    rows = (
        'unit_id,article_title,article_content,source,date,location,labels\n1,t,"{}",gazette,5/5/2031,x,1\n2,t,"{}",herald,5/6/2031,x,1\n'
    )
    (folder / "fakes" / "articles.csv").write_text(rows.format(WORDS, WORDS.upper()))
    return folder


def test_texts_are_named_by_outlet_and_row_and_copies_are_left_out(tmp_path: Path):
    assert [(text.name, text.filed) for text in read_texts(make_data(tmp_path), "fakes")] == [("gazette-001", "2031-05-05")]
    assert read_texts(tmp_path, "fakes")[0].sha256 == TEXT.sha256


def test_a_set_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(DataMissing, match="is not there"):
        read_texts(tmp_path, "fakes")
    with pytest.raises(DataMissing, match="no set"):
        read_texts(tmp_path, "novels")


def test_the_command_takes_a_draft_and_refuses_a_broken_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    data = make_data(tmp_path)
    draft = tmp_path / "draft.jsonl"
    draft.write_text(json.dumps(DRAFT) + "\n" + json.dumps({**DRAFT, "doc": "fakes/lost"}) + "\nno json\n")
    assert main(["take", str(draft), "--annotator", "a1", "--data", str(data)]) == 1
    told = capsys.readouterr()
    assert from_plain(json.loads(told.out)) == taken()
    assert "fakes/lost" in told.err
    assert "line 3" in told.err


def test_every_split_is_one_that_is_known():
    assert set(read_splits().values()) <= set(SPLITS)


def test_every_annotated_report_is_in_a_split_and_stands_once():
    documents = [one.document for path in sorted(GOLD.glob("claims/*.jsonl")) for one in read_annotations(path)]
    assert documents
    assert len(documents) == len(set(documents))
    assert set(documents) <= set(read_splits())


@pytest.mark.skipif(data_folder(None) is None, reason="the texts are not here: CEASEWATCH_DATA names no folder")
def test_every_annotation_is_proved_by_its_text(capsys: pytest.CaptureFixture[str]):
    assert main(["check"]) == 0, capsys.readouterr().err


def test_the_two_held_out_outlets_stand_nowhere_else():
    outlets = {document.split("/")[1].split("-")[0] for document, split in read_splits().items() if split == "outlets"}
    others = {document.split("/")[1].split("-")[0] for document, split in read_splits().items() if split != "outlets"}
    assert len(outlets) == 2
    assert not outlets & others


def test_days_may_be_open_but_not_at_both_ends():
    with pytest.raises(Fault):
        read_days("/")
    assert read_days("2031-05-04/") == GoldDays(first=read_days("2031-05-04").first, last=None)
    assert Slot.WHEN.value == "when"


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1440])
def test_the_page_fits_its_window_and_every_claim_leads_to_its_words(browser, tmp_path: Path, width: int):
    path = tmp_path / "gold.html"
    path.write_text(render_annotation(taken(), TEXT), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for number in range(len(taken().claims)):
        page.locator(f"#c{number} a").click()
        assert page.locator(f"#t{number}").is_visible()
    page.close()
