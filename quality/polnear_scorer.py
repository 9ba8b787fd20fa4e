"""Scores who says what, as PolNeAR marks it.

- *tokens*: every word of the text that is marked as source, cue or content, whichever act of saying it belongs to.
- *exact*: a part counts where it holds the very same words; *overlap*: where it shares a word.
- *linked*: a content counts where the act of saying that shares most words with it names a source that shares a word with its source.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from quality.figures import Case, Rate, Tally
from quality.polnear_said import Article, Said, Words

PARTS = ("source", "cue", "content")


def score_articles(articles: Sequence[Article]) -> tuple[Tally, ...]:
    """All tallies: three a part, and the linking of contents to sources."""
    rows = [(f"{part}, {kind}", _of_part(part, count)) for part in PARTS for kind, count in _COUNTS.items()]
    rows.append(("content linked to the right source", count_linked))
    return tuple(_sum_up(label, [count(article) for article in articles]) for label, count in rows)


def count_known(articles: Sequence[Article], known: re.Pattern[str]) -> tuple[Rate, Rate]:
    """How many contents are found (a word in common) where the cue is one of the words of saying that the reader knows, and elsewhere."""
    counts = {True: [0, 0], False: [0, 0]}
    for article in articles:
        for said in article.gold:
            is_known = any(known.search(article.text[start:end]) for start, end in said.cue)
            counts[is_known][0] += _nearest(article, said, article.given) is not None
            counts[is_known][1] += 1
    return (
        Rate(label="found, cue is a word of saying that we know", count=counts[True][0], of=counts[True][1]),
        Rate(label="found, any other cue or none", count=counts[False][0], of=counts[False][1]),
    )


def find_errors(articles: Sequence[Article]) -> Iterator[Case]:
    """Everything that somebody is marked to say and we miss, give to another, or cut otherwise, and what we give too much."""
    for article in articles:
        for said in article.gold:
            yield from _judge(article, said)
        for said in article.given:
            if _nearest(article, said, article.gold) is None:
                yield Case(field="content", about=article.name, verdict="extra", why=f"we give {article.quote(said)}")


Counts = tuple[int, int, int, int]


def _of_part(part: str, count: Callable[[Article, str], Counts]) -> Callable[[Article], Counts]:
    return lambda article: count(article, part)


def count_tokens(article: Article, part: str) -> Counts:
    """Right, given, found and expected words of one part."""
    gold, given = (article.words(piece for said in marks for piece in said.part(part)) for marks in (article.gold, article.given))
    return len(gold & given), len(given), len(gold & given), len(gold)


def count_exact(article: Article, part: str) -> Counts:
    """Parts that hold the very same words; one that is given twice is right once."""
    gold, given = (Counter(_parts(article, marks, part)) for marks in (article.gold, article.given))
    right = (gold & given).total()
    return right, given.total(), right, gold.total()


def count_overlap(article: Article, part: str) -> Counts:
    """Parts that share a word with one of the other side."""
    gold, given = (_parts(article, marks, part) for marks in (article.gold, article.given))
    return _count_touching(given, gold), len(given), _count_touching(gold, given), len(gold)


def count_linked(article: Article) -> Counts:
    """Contents with a source, and those of them whose nearest one of the other side has the same source."""
    gold, given = ([said for said in marks if said.source] for marks in (article.gold, article.given))
    right = sum(_is_linked(article, said, article.gold) for said in given)
    found = sum(_is_linked(article, said, article.given) for said in gold)
    return right, len(given), found, len(gold)


_COUNTS = {"tokens": count_tokens, "exact": count_exact, "overlap": count_overlap}


def _sum_up(label: str, counts: Sequence[Counts]) -> Tally:
    right, given, found, expected = (sum(one[number] for one in counts) for number in range(4))
    return Tally(label=label, right=right, given=given, found=found, expected=expected)


def _parts(article: Article, marks: Sequence[Said], part: str) -> list[Words]:
    """The words of a part of every act; a source or a cue that two acts share is one."""
    distinct = dict.fromkeys(said.part(part) for said in marks)
    return [words for pieces in distinct if (words := article.words(pieces))]


def _count_touching(ours: Sequence[Words], others: Sequence[Words]) -> int:
    return sum(any(words & other for other in others) for words in ours)


def _nearest(article: Article, said: Said, others: Sequence[Said]) -> Said | None:
    """The act of saying whose content shares most words with this one's; the shorter one where several share as many."""
    words = article.words(said.content)
    shared = [(len(words & content), -len(content), other) for other in others if words & (content := article.words(other.content))]
    return max(shared, key=lambda one: one[:2])[2] if shared else None


def _is_linked(article: Article, said: Said, others: Sequence[Said]) -> bool:
    nearest = _nearest(article, said, others)
    return nearest is not None and bool(article.words(said.source) & article.words(nearest.source))


def _judge(article: Article, said: Said) -> Iterator[Case]:
    nearest = _nearest(article, said, article.given)
    if nearest is None:
        yield Case(field="content", about=article.name, verdict="missed", why=article.quote(said))
        return
    why = f"{article.quote(said)}, we give {article.quote(nearest)}"
    if said.source and not article.words(said.source) & article.words(nearest.source):
        yield Case(field="link", about=article.name, verdict="wrong", why=why)
    elif article.words(said.content) != article.words(nearest.content):
        yield Case(field="extent", about=article.name, verdict="differs", why=why)
