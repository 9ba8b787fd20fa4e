"""Which language a report is written in."""

import re
from functools import cache
from typing import Any

READ_LANGUAGES = frozenset({"en"})
"""The languages whose reports are understood, as ISO 639-1 codes."""

LANGUAGE_NAMES = {
    "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bn": "Bengali", "bs": "Bosnian", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "km": "Khmer",
    "ko": "Korean", "ku": "Kurdish", "my": "Burmese", "nl": "Dutch", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "rw": "Kinyarwanda", "si": "Sinhala", "so": "Somali", "sq": "Albanian", "sr": "Serbian",
    "sw": "Swahili", "ta": "Tamil", "th": "Thai", "ti": "Tigrinya", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""English names of languages in which conflicts are often reported; another language is named by its code."""

_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8}){0,8}")
_CODES = {name.lower(): code for code, name in LANGUAGE_NAMES.items()} | {
    "eng": "en", "rus": "ru", "ara": "ar", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "tur": "tr", "ukr": "uk",
}  # fmt: skip
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
    return declared if is_latin or declared not in READ_LANGUAGES else str(code)


def read_language_tag(words: str | None) -> str | None:
    """Return the language of a tag ("en-GB" is "en") or of an English name ("English"); ``None`` when it is neither."""
    plain = (words or "").strip().lower()
    if plain in _CODES:
        return _CODES[plain]
    match = _TAG.fullmatch(plain)
    return _CODES.get(match[1], match[1]) if match else None


def name_language(code: str) -> str:
    """The English name of a language, or its code where no name is at hand."""
    return LANGUAGE_NAMES.get(code, f"the language with the code {code}")


def load_model() -> None:
    """Load what telling languages apart needs, which takes half a second; otherwise the first report waits for it."""
    _identifier()


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
