"""A baseline for grouping: texts in the same words are about the same thing. It reads nothing."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
_MOST_WORDS = 20_000

Matrix = NDArray[np.float32]


def weigh_words(texts: Sequence[str]) -> Matrix:
    """One row a text: how much each word tells, by how often it stands there and how rare it is elsewhere; rows have length 1.

    Words of a single text join nothing and are left out.
    """
    counted = [Counter(_WORD.findall(text.lower())) for text in texts]
    in_texts = Counter(word for counts in counted for word in counts)
    common = sorted((word for word, count in in_texts.items() if count > 1), key=lambda word: (-in_texts[word], word))[:_MOST_WORDS]
    columns = {word: number for number, word in enumerate(common)}
    weights = np.zeros((len(texts), max(len(columns), 1)), dtype=np.float32)
    for row, counts in enumerate(counted):
        for word in counts.keys() & columns.keys():
            weights[row, columns[word]] = (1 + np.log(counts[word])) * np.log(len(texts) / in_texts[word])
    lengths = np.linalg.norm(weights, axis=1, keepdims=True)
    weights /= np.where(lengths > 0, lengths, 1)
    return weights


def group_texts(texts: Mapping[str, str], threshold: float) -> dict[str, str]:
    """Put each text, in the order given, into the group whose middle is most like it, if the cosine reaches a threshold.

    This is single-pass clustering, as in the first work on topic detection.
    """
    names = list(texts)
    rows = weigh_words(list(texts.values()))
    sums = np.zeros_like(rows)
    lengths = np.ones(len(names), dtype=np.float32)
    leaders: list[str] = []
    groups: dict[str, str] = {}
    for name, row in zip(names, rows, strict=True):
        likeness = (sums[: len(leaders)] @ row) / lengths[: len(leaders)]
        best = int(np.argmax(likeness)) if leaders else -1
        if best < 0 or likeness[best] < threshold:
            best = len(leaders)
            leaders.append(name)
        sums[best] += row
        lengths[best] = max(float(np.linalg.norm(sums[best])), 1e-9)
        groups[name] = leaders[best]
    return groups
