"""Facts of shootings and their grouping, on toy articles."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.gva import locate, measure, read_all
from quality.gva_facts import Facts
from quality.gva_grouping import group_by_day_and_city, group_by_incident, group_by_truth, list_split_and_mixed, tally_groupings
from quality.gva_scorer import Read, list_errors, rate_facts, tally_facts
from quality.gva_texts import Article, Shooting, choose_articles, read_articles, read_shootings
from quality.tfidf import group_texts, weigh_words

from ceasewatch.errors import DataMissing
from ceasewatch.model.values import When

SHOOTING = Shooting(id="1", day=date(2016, 5, 1), state="Ohio", city="Saint Clair (Fort Hill)", killed=2, injured=0)
NOTHING = Facts(lead=None, killed=None, injured=None, when=None, written=(), city=frozenset(), city_id=None)


def article(name: str = "a", shooting: Shooting | None = SHOOTING, text: str = "Two men died in Saint Clair.") -> Article:
    return Article(id=name, topic=shooting.id if shooting else "0", title=name, published=date(2016, 5, 2), text=text, shooting=shooting)


def facts(**changes) -> Facts:
    right = {
        "lead": "m",
        "killed": 2,
        "injured": None,
        "when": When.of_days(date(2016, 5, 1)),
        "written": ("downtown St Clair",),
        "city": frozenset({"st clair"}),
        "city_id": "place/1",
    }
    return Facts(**{**right, **changes})


def read(**changes) -> Read:
    return Read(article=article(), facts=facts(**changes))


def f1_of(*rows: Read) -> dict[str, float | None]:
    return {tally.label: tally.f1 for tally in tally_facts(rows)}


def test_the_right_answer_scores_1_in_every_field_that_there_is():
    assert f1_of(read()) == {"killed": 1, "injured": None, "date": 1, "city": 1}


def test_no_answer_scores_0():
    assert f1_of(Read(article=article(), facts=NOTHING)) == {"killed": 0, "injured": None, "date": 0, "city": 0}


def test_dead_where_nobody_died_are_wrong_and_silence_is_right():
    none_dead = article(shooting=Shooting(id="1", day=date(2016, 5, 1), state="Ohio", city="Lima", killed=0, injured=1))
    rows = [Read(article=none_dead, facts=facts(killed=killed)) for killed in (None, 0, 3)]
    killed = next(tally for tally in tally_facts(rows) if tally.label == "killed")
    assert (killed.right, killed.given, killed.expected) == (0, 1, 0)
    rate = next(rate for rate in rate_facts(rows) if rate.label.startswith("killed"))
    assert (rate.count, rate.of) == (2, 3)


def test_a_week_that_holds_the_day_is_no_day_but_holds_it():
    row = read(when=When.of_days(date(2016, 4, 28), date(2016, 5, 3)))
    assert f1_of(row)["date"] == 0
    assert next(rate for rate in rate_facts([row]) if "true day" in rate.label).count == 1


@pytest.mark.parametrize("name", ["saint clair", "st clair", "fort hill"])
def test_a_town_may_go_by_any_of_its_names(name):
    assert f1_of(read(city=frozenset({name, "another name"})))["city"] == 1


def test_the_word_county_is_no_town():
    county = Shooting(id="1", day=date(2016, 5, 1), state="Ohio", city="Clark (county)", killed=1, injured=0)
    for name, right in (("county", 0), ("clark", 1), ("clark county", 1)):
        assert f1_of(Read(article=article(shooting=county), facts=facts(city=frozenset({name}))))["city"] == right


@given(st.permutations([read(), read(killed=1), read(city_id=None, city=frozenset()), read(when=None)]))
def test_the_order_of_articles_does_not_matter(rows):
    assert f1_of(*rows) == {"killed": 0.75, "injured": None, "date": pytest.approx(6 / 7), "city": pytest.approx(6 / 7)}


def test_errors_say_what_was_read_and_what_is_true():
    killed, city = list_errors([read(killed=None, city=frozenset({"lima"}))])
    assert (killed.field, killed.verdict, city.field, city.verdict) == ("killed", "missed", "city", "wrong")
    assert killed.why.startswith("ours nothing, true 2")
    assert city.why.startswith("ours lima, true Saint Clair")


def test_articles_without_a_known_incident_give_no_facts():
    rows = [Read(article=article(shooting=None), facts=facts())]
    assert list(tally_facts(rows)) == []
    assert [rate.label for rate in rate_facts(rows)] == ["articles without any incident for us"]


ROWS = [
    Read(article=article("a"), facts=facts(lead="m1")),
    Read(article=article("b"), facts=facts(lead="m2")),
    Read(article=article("c"), facts=facts(lead="m3", city_id=None)),
    Read(article=article("d"), facts=NOTHING),
]


def test_articles_stand_together_when_their_main_events_are_one_incident():
    assert group_by_incident(ROWS, {"m1": "i1", "m2": "i1", "m9": "i1"}) == {"a": "i1", "b": "i1"}


def test_day_and_town_group_only_articles_that_have_both():
    groups = group_by_day_and_city(ROWS)
    assert groups.keys() == {"a", "b"}
    assert groups["a"] == groups["b"]
    assert len(set(group_by_truth(ROWS).values())) == 1


def test_a_perfect_grouping_scores_1_by_both_measures():
    gold = {"a": "1", "b": "1", "c": "2"}
    assert {tally.label: tally.f1 for tally in tally_groupings(gold, {"ours": gold})} == {
        "grouping, B-cubed: ours": 1,
        "grouping, pairs: ours": 1,
    }


def test_pairs_torn_apart_and_put_together_wrongly_are_shown():
    gold, ours = {"a": "1", "b": "1", "c": "2"}, {"a": "x", "b": "y", "c": "y"}
    torn, joined = list_split_and_mixed(gold, ours, {"a": "A", "b": "B", "c": "C"})
    assert (torn.verdict, torn.about, torn.why) == ("missed", "A", "kept apart from: B")
    assert (joined.verdict, joined.about, joined.why) == ("wrong", "B", "put together with: C")


CHURCH = "Masked gunmen stormed a church during evening prayers."
TEXTS = {
    "a": CHURCH,
    "b": "Gunmen stormed the church during prayers, masked.",
    "c": "A farmer struck a landmine beside the river bridge.",
    "d": "The landmine beside the bridge killed a farmer.",
}


def test_texts_in_the_same_words_are_put_together():
    assert group_texts(TEXTS, 0.3) == {"a": "a", "b": "a", "c": "c", "d": "c"}


def test_at_a_threshold_above_1_every_text_stands_alone():
    assert group_texts(TEXTS, 1.1) == {name: name for name in TEXTS}


def test_texts_that_share_no_word_with_any_other_stand_alone():
    assert group_texts({"a": "alpha", "b": "beta", "c": ""}, 0.1) == {"a": "a", "b": "b", "c": "c"}


@given(st.lists(st.lists(st.sampled_from(["sniper", "post", "river", "patrol", "7"]), max_size=6).map(" ".join), min_size=1, max_size=6))
def test_every_row_of_weights_has_length_1_or_is_empty(texts):
    lengths = (weigh_words(texts) ** 2).sum(axis=1)
    assert all(length == pytest.approx(1, abs=1e-5) or length == 0 for length in lengths)


def write_archive(folder: Path, count: int = 6) -> Path:
    """Incidents on the first of each month from October 2015, with two articles each."""
    days = [date(2015, 10, 1), date(2015, 11, 1), date(2015, 12, 1), date(2016, 1, 1), date(2016, 2, 1), date(2016, 3, 1)][:count]
    incidents = [
        {"incident_uri": str(n), "date_iso": day.isoformat(), "state": "Ohio", "city_or_county": "Lima", "num_killed": 1, "num_injured": 0}
        for n, day in enumerate(days)
    ]
    documents = [
        {
            "id": f"{n}{part}",
            "incident_uri": str(n),
            "title": "Man killed",
            "published": day.isoformat(),
            "text": f"A gunman killed a man in Lima on {day:%B} {day.day}, police said.",
        }
        for n, day in enumerate(days)
        for part in "xy"
    ]
    folder.mkdir(exist_ok=True)
    for name, rows in (("incidents.jsonl", incidents), ("documents.jsonl", documents)):
        (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


def load(folder: Path) -> tuple[Article, ...]:
    return read_articles(folder / "documents.jsonl", read_shootings(folder / "incidents.jsonl"))


def test_no_incident_is_in_both_splits(tmp_path):
    articles = load(write_archive(tmp_path))
    dev, test = (choose_articles(articles, split, 100) for split in ("dev", "test"))
    assert {one.topic for one in dev} == {"0", "1", "2"}
    assert {one.topic for one in test} == {"3", "4", "5"}
    assert choose_articles(articles, None, 100) == test
    assert choose_articles(articles, "all", 1) == articles


@pytest.mark.parametrize("most", [1, 2, 3, 4, 5])
def test_a_sample_holds_whole_incidents_and_the_last_ones(tmp_path, most):
    chosen = [one.topic for one in choose_articles(load(write_archive(tmp_path)), "test", most)]
    assert chosen == [topic for topic in "345"[3 - most // 2 :] for _ in range(2)]


def test_an_article_filed_under_two_incidents_counts_twice(tmp_path):
    folder = write_archive(tmp_path)
    path = folder / "documents.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('"id": "1x"', '"id": "0x"'), encoding="utf-8")
    articles = load(folder)
    assert len({one.id for one in articles}) == len(articles) == 12


def test_a_split_that_is_not_there_is_refused(tmp_path):
    articles = load(write_archive(tmp_path, 3))
    for split in ("test", "train"):
        with pytest.raises(DataMissing):
            choose_articles(articles, split, 100)


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "1"}'])
def test_files_of_another_layout_are_refused(tmp_path, line):
    folder = write_archive(tmp_path)
    (folder / "documents.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(DataMissing):
        load(folder)


def test_articles_of_unknown_incidents_are_refused(tmp_path):
    folder = write_archive(tmp_path)
    (folder / "incidents.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(DataMissing):
        load(folder)


def test_the_whole_way_from_files_to_figures(tmp_path):
    folder = write_archive(tmp_path / "gva")
    assert locate(tmp_path) == folder
    figures = measure(folder, "all")
    assert figures.tally("killed").f1 == 1
    assert figures.tally("date").f1 == 1
    assert figures.tally("grouping, B-cubed: ours").f1 == 1
    assert figures.tally("grouping, pairs: each alone").f1 == 0


def test_the_reader_sees_nothing_that_the_archive_knows():
    told = article(text="A gunman killed a man.")
    (row,), _ = read_all([told])
    assert row.facts.city_id is None
    report = told.as_report()
    assert "Clair" not in f"{report.text} {report.title} {report.url}"


def test_a_folder_without_the_archive_is_none(tmp_path):
    assert locate(tmp_path) is None


@pytest.mark.skipif(locate(None) is None, reason="the archive is not here: CEASEWATCH_DATA names no folder with gva in it")
def test_every_article_is_in_one_split_and_no_incident_in_two():
    articles = load(locate(None))
    days = {one.topic: {other.shooting.day for other in articles if other.topic == one.topic} for one in articles[::50]}
    assert all(len(found) == 1 for found in days.values())
    assert len({one.id for one in articles}) == len(articles)
    assert [one.shooting.day for one in articles] == sorted(one.shooting.day for one in articles)
