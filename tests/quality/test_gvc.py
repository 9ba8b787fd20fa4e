"""Words for events and their grouping, on a toy corpus."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.clusters import b_cubed
from quality.gva_texts import Article
from quality.gvc import locate, measure
from quality.gvc_scorer import Telling, group_events, list_event_errors, tally_events
from quality.gvc_texts import ELSEWHERE, Event, Marked, join_sentences, read_corpus

from ceasewatch.errors import DataMissing


def sentence(words: str, *events: tuple[str, str]) -> dict[str, object]:
    tokens = words.split()
    marked = [{"text": word, "start": tokens.index(word), "end": tokens.index(word), "cluster": cluster} for word, cluster in events]
    return {"tokens": tokens, "events": marked}


ROWS = [
    {
        "topic": "77_ecb",
        "doc_id": "77_a",
        "sentences": [
            sentence("2016-05-03"),
            sentence("Hunter hurt", ("hurt", "c1")),
            sentence("A gunman killed two men in Lima on Sunday , police said .", ("killed", "c2")),
            sentence("In 1999 others had died there .", ("died", "0")),
        ],
    },
    {"topic": "77_ecb", "doc_id": "77_b", "sentences": [sentence("2016-05-04"), sentence("Two killed", ("killed", "c2"))]},
]


def write(folder: Path, rows: object) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "gvc_dev.json").write_text(json.dumps(rows), encoding="utf-8")
    return folder


def test_words_are_put_together_as_they_are_written():
    text, _ = join_sentences([sentence("He did n't say ( or would not ) that \" Bob 's \" 16-year - old car , a $ 500 one , was hit .")])
    assert "didn't say (or would not) that" in text
    assert "Bob's" in text
    assert "16-year-old car, a $500 one, was hit." in text


def test_events_stand_where_their_words_stand():
    text, events = join_sentences(ROWS[0]["sentences"])
    assert [text[event.start : event.end] for event in events] == ["hurt", "killed", "died"]


words = st.lists(st.sampled_from(["shot", ",", "(", ")", "'s", "n't", "$", "a", "-", "“", "”", "Lima", "."]), min_size=1, max_size=8)


@given(st.lists(words, min_size=1, max_size=4))
def test_no_word_is_lost_or_moved(sentences):
    marked = [{"tokens": tokens, "events": [{"start": n, "end": n, "cluster": "1"} for n in range(len(tokens))]} for tokens in sentences]
    text, events = join_sentences(marked)
    assert [text[event.start : event.end] for event in events] == [token for tokens in sentences for token in tokens]


def test_day_title_and_topic_are_read(tmp_path):
    first, second = read_corpus(write(tmp_path, ROWS) / "gvc_dev.json", {})
    assert (first.article.topic, str(first.article.published), first.article.title) == ("77", "2016-05-03", "Hunter hurt")
    assert first.article.text.startswith("Hunter hurt\n\nA gunman killed two men in Lima on Sunday, police")
    assert second.article.text == "Two killed"


@pytest.mark.parametrize("rows", [{}, [{}], [1], [{"topic": "1", "doc_id": "1", "sentences": [{"tokens": ["a"]}]}]])
def test_a_file_of_another_layout_is_refused(tmp_path, rows):
    if rows == {}:
        (tmp_path / "gvc_dev.json").write_text("{", encoding="utf-8")
    else:
        write(tmp_path, rows)
    with pytest.raises(DataMissing):
        read_corpus(tmp_path / "gvc_dev.json", {})


def marked(name: str, topic: str, *events: tuple[int, int, str]) -> Marked:
    article = Article(id=name, topic=topic, title=None, published=None, text="x" * 99, shooting=None)
    return Marked(article=article, events=tuple(Event(start=start, end=end, cluster=cluster) for start, end, cluster in events))


CORPUS = [marked("a", "77", (0, 4, "c1"), (10, 14, "c2"), (20, 24, "0")), marked("b", "77", (0, 4, "c1"))]
PERFECT = [
    [Telling(start=0, end=4, mention="m1"), Telling(start=10, end=14, mention="m1"), Telling(start=20, end=24, mention="m2")],
    [Telling(start=0, end=4, mention="m3")],
]
JOINED = {"m1": "i1", "m3": "i1"}


def test_finding_just_the_marked_words_scores_1_and_nothing_scores_0():
    assert tally_events(CORPUS, PERFECT).f1 == 1
    assert tally_events(CORPUS, [[], []]).f1 == 0


def test_a_word_that_nobody_marked_costs_precision():
    extra = [[*PERFECT[0], Telling(start=50, end=54, mention="m1")], PERFECT[1]]
    assert (tally_events(CORPUS, extra).precision, tally_events(CORPUS, extra).recall) == (0.8, 1)
    (error,) = list_event_errors(CORPUS[0], extra[0])
    assert error.verdict == "extra"


def test_words_of_one_incident_belong_together_across_articles_and_others_stand_alone():
    gold, ours = group_events(CORPUS, PERFECT, JOINED)
    assert len(set(gold.values())) == 2
    assert b_cubed(gold, ours) == (1, 1, 1)


def test_without_reconciling_articles_stay_apart():
    gold, ours = group_events(CORPUS, PERFECT, {})
    precision, recall, _ = b_cubed(gold, ours)
    assert precision == 1
    assert recall < 1


def test_the_order_of_articles_does_not_matter():
    backwards = group_events(CORPUS[::-1], PERFECT[::-1], JOINED)
    assert b_cubed(*backwards) == b_cubed(*group_events(CORPUS, PERFECT, JOINED))


def test_the_whole_way_without_the_archive_gives_events_and_grouping(tmp_path):
    folder = write(tmp_path / "gvc", ROWS)
    assert locate(tmp_path) == folder
    figures = measure(folder)
    assert figures.tally("words for events, overlap").expected == 4
    assert [tally.label for tally in figures.tallies if tally.label in ("killed", "date")] == []
    with pytest.raises(DataMissing):
        measure(folder, "test")


def test_the_whole_way_with_the_archive_beside_it_gives_facts(tmp_path):
    folder = write(tmp_path / "gvc", ROWS)
    (tmp_path / "gva").mkdir()
    row = {"incident_uri": "77", "date_iso": "2016-05-01", "state": "Ohio", "city_or_county": "Lima", "num_killed": 2, "num_injured": 0}
    (tmp_path / "gva" / "incidents.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert measure(folder).tally("killed").right == 1


def test_a_folder_without_the_corpus_is_none(tmp_path):
    assert locate(tmp_path) is None


@pytest.mark.skipif(locate(None) is None, reason="the corpus is not here: CEASEWATCH_DATA names no folder with gvc in it")
def test_every_marked_event_of_the_corpus_belongs_to_its_articles_incident_or_to_none():
    texts = read_corpus(locate(None) / "gvc_dev.json", {})
    events = [(text.article, event) for text in texts for event in text.events]
    assert events
    assert all(event.cluster == ELSEWHERE or article.topic in event.cluster for article, event in events)
    assert all(article.text[event.start : event.end].strip() for article, event in events)
