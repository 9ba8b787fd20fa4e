"""Which language a report is written in."""

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

READ_LANGUAGES = frozenset({"en"})
"""The languages whose reports are understood, as ISO 639-1 codes."""

_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8}){0,8}")
_LAST_LATIN = "\u024f"
_SAMPLE = 1_500
_FEWEST_LETTERS = 60
_SURE = 0.9


def find_language(text: str, declared: str | None = None) -> str | None:
    """Tell the language from the words; the declared one only where the words do not tell.

    Pages declare a wrong language often (a template's "en" on a page in another language), so that words go ahead of declarations. A text
    of a few words tells little unless its script does: then the declared language is believed, and with none it stays ``None``.
    """
    sample = _take_sample(text)
    letters = [letter for letter in sample if letter.isalpha()]
    is_latin = sum(1 for letter in letters if letter <= _LAST_LATIN) * 2 >= len(letters)
    if len(letters) < _FEWEST_LETTERS and is_latin:
        return declared
    code, probability = _identifier().classify(sample)
    if probability >= _SURE:
        return str(code)
    # In a script other than Latin the best guess is good enough to say that it is not a language written in Latin letters.
    return declared if is_latin or (declared and declared not in READ_LANGUAGES) else str(code)


def read_language_tag(words: str | None) -> str | None:
    """Return the language of a tag ("en-GB" is "en") or of an English name ("English"); ``None`` when it is neither."""
    plain = (words or "").strip().lower()
    codes = {word: code for code, words in _language_words().items() for word in words}
    if plain in codes:
        return codes[plain]
    match = _TAG.fullmatch(plain)
    return codes.get(match[1], match[1]) if match else None


def name_language(code: str) -> str:
    """The English name of a language, or its code where no name is at hand."""
    words = _language_words().get(code)
    return words[0].title() if words else f"the language with the code {code}"


def load_model() -> None:
    """Load what telling languages apart needs, which takes half a second; otherwise the first report waits for it."""
    _identifier()


@cache
def _language_words() -> Mapping[str, tuple[str, ...]]:
    """The English name and the longer codes of each language in ``languages.csv``, in small letters."""
    table = files("ceasewatch.read").joinpath("languages.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return MappingProxyType({row["code"]: (row["name"].lower(), *filter(None, row["other_codes"].split("|"))) for row in rows})


def _take_sample(text: str) -> str:
    """The beginning, the middle and the end: a report in one language may open with a line in another."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


@cache
def _identifier() -> Any:
    # Here and not at the top: the model takes half a second to load, and only the reading process needs it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
