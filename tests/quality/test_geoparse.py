"""Finding places and putting them on the map, on toy articles."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.geoparse import find_named_places, locate, measure
from quality.geoparse_corpora import CORPORA, Article, Toponym, read_corpus
from quality.geoparse_scorer import Placing, list_finding_errors, list_placing_errors, measure_distance, rate_given, tally_finding

from ceasewatch.errors import DataMissing
from ceasewatch.model.gap import GapReason

TEXT = "Shells fell near Donetsk and Horlivka, Kyiv said."
TOYS = """<articles><article docid="1"><text><![CDATA[{text}]]></text><toponyms>{toponyms}</toponyms></article></articles>"""
LGL = "<toponym><start>{start}</start><end>{end}</end><phrase>{name}</phrase>{tag}</toponym>"
TAG = "<gaztag><lat>48.0</lat><lon>37.8</lon></gaztag>"
GWN = (
    "<toponym><extractedName>{name}</extractedName><type>{kind}</type><start>{start}</start><end>{end}</end>"
    "<latitude>{point}</latitude><longitude>{point}</longitude></toponym>"
)


def toponym(name: str, point: tuple[float, float] | None = (48.0, 37.8), text: str = TEXT) -> Toponym:
    start = text.index(name)
    return Toponym(start=start, end=start + len(name), name=name, point=point)


def article(*names: str) -> Article:
    return Article(id="1", text=TEXT, toponyms=tuple(toponym(name) for name in names))


def write(folder: Path, name: str, *toponyms: str, text: str = TEXT) -> Path:
    path = folder / name
    path.write_text(TOYS.format(text=text, toponyms="".join(toponyms)), encoding="utf-8")
    return path


def lgl(name: str, slip: int = 0, tag: str = TAG) -> str:
    start = TEXT.index(name) + slip
    return LGL.format(start=start, end=start + len(name), name=name, tag=tag)


def gwn(name: str, kind: str, point: str = "48.0") -> str:
    start = TEXT.index(name)
    return GWN.format(start=start, end=start + len(name), name=name, kind=kind, point=point)


def test_names_are_read_with_their_places_and_positions(tmp_path):
    (read,) = read_corpus(write(tmp_path, "lgl.xml", lgl("Donetsk"), lgl("Kyiv", tag="")))
    assert read.toponyms == (toponym("Donetsk"), toponym("Kyiv", None))


@pytest.mark.parametrize("slip", [-3, 1, 5])
def test_offsets_that_slipped_are_put_right(tmp_path, slip):
    (read,) = read_corpus(write(tmp_path, "TR-News.xml", lgl("Horlivka", slip)))
    assert read.toponyms == (toponym("Horlivka"),)


def test_a_name_that_does_not_stand_there_is_left_out(tmp_path):
    wrong = LGL.format(start=3, end=9, name="Luhansk", tag=TAG)
    assert read_corpus(write(tmp_path, "lgl.xml", wrong))[0].toponyms == ()


def test_only_names_count_and_those_that_stand_for_more_than_a_place_are_told_apart(tmp_path):
    marked = [gwn("Donetsk", "Literal"), gwn("Kyiv", "Metonymic"), gwn("Shells", "Literal_Expression"), gwn("Horlivka", "Literal", "")]
    (read,) = read_corpus(write(tmp_path, "GWN.xml", *marked))
    assert [(one.name, one.is_literal, one.point is None) for one in read.toponyms] == [
        ("Donetsk", True, False),
        ("Horlivka", True, True),
        ("Kyiv", False, False),
    ]


def test_a_file_of_another_layout_is_refused(tmp_path):
    (tmp_path / "lgl.xml").write_text("<articles><article>", encoding="utf-8")
    with pytest.raises(DataMissing):
        read_corpus(tmp_path / "lgl.xml")
    with pytest.raises(DataMissing):
        read_corpus(write(tmp_path, "TR-News.xml", LGL.format(start="", end="", name="Kyiv", tag="")))


def test_a_longer_stretch_overlaps_and_is_not_exact():
    found = [[(TEXT.index("near"), TEXT.index("Donetsk") + 7)]]
    overlap, exact = (tally_finding("", [article("Donetsk", "Kyiv")], found, is_exact=is_exact) for is_exact in (False, True))
    assert (overlap.right, overlap.given, overlap.found, overlap.expected) == (1, 1, 1, 2)
    assert (exact.right, exact.given, exact.found, exact.expected) == (0, 1, 0, 2)


stretches = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=6)


@given(stretches.filter(bool), st.booleans())
def test_finding_just_what_is_marked_scores_1_and_nothing_scores_0(marked, is_exact):
    told = Article(id="1", text="x" * 40, toponyms=tuple(Toponym(start=a, end=b, name="", point=None) for a, b in sorted(set(marked))))
    assert tally_finding("", [told], [marked], is_exact=is_exact).f1 == 1
    assert tally_finding("", [told], [[]], is_exact=is_exact).f1 == 0


@given(stretches, stretches, st.booleans())
def test_the_order_of_what_we_found_does_not_matter(marked, found, is_exact):
    told = Article(id="1", text="x" * 40, toponyms=tuple(Toponym(start=a, end=b, name="", point=None) for a, b in sorted(set(marked))))
    assert tally_finding("", [told], [found], is_exact=is_exact) == tally_finding("", [told], [found[::-1]], is_exact=is_exact)


RIGHT = Placing(toponym=toponym("Donetsk"), point=(48.3, 38.0), label="Donetsk", candidates=((48.3, 38.0), (9.0, 9.0)))
FAR = replace(RIGHT, point=(9.0, 9.0), label="Donetsk, far away")
OPEN = replace(RIGHT, point=None, label=None, reason=GapReason.PLACE_AMBIGUOUS)
UNKNOWN = replace(OPEN, candidates=(), reason=GapReason.PLACE_UNKNOWN)
COUNTRY = replace(FAR, is_country=True)


def test_every_way_to_go_wrong_is_counted_apart():
    rates = {rate.label.removeprefix("toy: "): (rate.count, rate.of) for rate in rate_given("toy", [RIGHT, FAR, OPEN, UNKNOWN, COUNTRY])}
    assert rates == {
        "within 161 km": (1, 5),
        "within 161 km, if placed": (1, 3),
        "too far, a country's middle": (1, 5),
        "not placed, name unknown": (1, 5),
        "not placed, several fit": (1, 5),
        "no such name in gazetteer": (1, 5),
        "such a name within 161 km": (4, 5),
    }


def test_a_hundred_miles_is_the_border():
    degree_km = 111.19
    near, far = (replace(RIGHT, point=(48.0 + km / degree_km, 37.8)) for km in (160, 162))
    assert (near.is_near, far.is_near) == (True, False)


def test_the_mean_error_leaves_out_what_was_not_placed():
    one_degree = replace(RIGHT, point=(49.0, 37.8))
    mean, median = measure_distance("toy", [one_degree, one_degree, OPEN])
    assert (mean.amount, median.amount) == (pytest.approx(111.2, abs=0.1), pytest.approx(111.2, abs=0.1))
    assert list(measure_distance("toy", [OPEN])) == []


def test_errors_can_be_read():
    missed, extra = list_finding_errors("toy", article("Kyiv"), [(0, 6)])
    assert (missed.verdict, missed.about, extra.verdict, extra.about) == ("missed", "Kyiv", "extra", "Shells")
    assert "[Kyiv] said" in missed.why
    wrong, left_open = list_placing_errors("toy", article("Donetsk"), [RIGHT, FAR, UNKNOWN])
    assert (wrong.verdict, left_open.verdict) == ("wrong", "missed")
    assert "none of them the right one" in left_open.why


def test_places_without_a_name_are_no_toponyms():
    text = "Shells fell near the border. They fell near Donetsk."
    assert [text[start:end] for start, end in find_named_places(text)] == ["Donetsk"]


def test_the_whole_way_from_a_file_to_figures(tmp_path):
    folder = tmp_path / "geoparsing"
    folder.mkdir()
    write(folder, "lgl.xml", lgl("Donetsk"), lgl("Kyiv", tag=""))
    assert locate(tmp_path) == folder
    figures = measure(folder, "dev")
    assert figures.tally("LGL finding, exact").recall == 0.5
    assert figures.rate("LGL given: within 161 km").of == 1
    assert figures.rate("LGL given: within 161 km").count == 1
    with pytest.raises(DataMissing):
        measure(folder, "test")


def test_a_folder_without_the_corpora_is_none(tmp_path):
    assert locate(tmp_path) is None


@pytest.mark.skipif(locate(None) is None, reason="the corpora are not here: CEASEWATCH_DATA names no folder with geoparsing in it")
@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_hardly_a_marked_name_of_a_corpus_is_lost(corpus):
    path = locate(None) / corpus.file
    if not path.is_file():
        pytest.skip(f"{corpus.file} is not here")
    names = [one for article in read_corpus(path) for one in article.toponyms]
    marked = re.findall(r"<type>(?!\w+_Expression|Non_Toponym)|<phrase>", path.read_text(encoding="utf-8"))
    assert len(names) >= 0.99 * len(marked) > 0
