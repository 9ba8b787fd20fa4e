"""From bytes to characters, without losing text to a wrong label.

Order: a byte order mark; UTF-8 wherever the bytes are valid UTF-8 (other text practically never is, whatever its label says); the
declared charset, if what it gives looks like writing; UTF-8 with its few broken bytes marked; Windows-1252 where nearly all is ASCII; a
guess by ``charset-normalizer``.
"""

import codecs
import re
from dataclasses import dataclass

from ceasewatch.model.gap import GapReason
from ceasewatch.read.drafts import Refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Browsers read these labels so (WHATWG Encoding Standard): pages say Latin-1 and mean Windows-1252.
_LABELS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "iso8859-1": "cp1252"}
_STATEFUL = ("iso2022", "iso-2022", "hz", "utf-7", "utf7")
_META = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd\ufffe\uffff]")
# Quotation marks that went through a wrong table end up as U+0080 to U+009F: an ugly text, but a text.
_NO_LETTER = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\ufffd\ufffe\uffff]")
_HIGH = re.compile(r"[^\x00-\x7f]")
_SAMPLE = 65_536
_MOST_CONTROL = 0.02
_FEW_CONTROL = 2
_FEW_HIGH = 0.05
_MOST_BROKEN = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The characters, and how many of them stand for bytes that could not be understood (U+FFFD)."""

    text: str
    broken: int = 0


def decode_text(content: bytes, declared: str | None = None, *, is_markup: bool = False) -> Decoded:
    """Turn bytes into text.

    Args:
        content: the bytes of a text or a page.
        declared: the charset its sender names.
        is_markup: whether the bytes may name their own charset, as pages do.

    Raises:
        Refusal: it is binary data, or no encoding fits.
    """
    marked = _decode_marked(content)
    if marked is None and _looks_binary(content):
        raise Refusal(GapReason.NOT_TEXT)
    labels = [declared, _read_meta(content) if is_markup else None]
    decoded = marked or _decode_stateful(content, labels) or _decode_utf8(content) or _decode_declared(content, labels)
    decoded = decoded or _decode_mostly_utf8(content) or _decode_western(content) or _decode_guessed(content)
    if decoded is None:
        raise Refusal(GapReason.UNKNOWN_ENCODING)
    if not _looks_written(decoded.text, _NO_LETTER):
        raise Refusal(GapReason.NOT_TEXT)
    return decoded


def _decode_marked(content: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode(content[len(mark) :], encoding)
    return _decode(content, wide) if (wide := _guess_wide(content)) else None


def _guess_wide(content: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every second byte is zero."""
    sample = content[:_SAMPLE]
    if len(sample) < 4 or b"\x00" not in sample:  # noqa: PLR2004 -- two characters
        return None
    even, odd = sample[::2].count(0) / len(sample[::2]), sample[1::2].count(0) / len(sample[1::2])
    if max(even, odd) < 0.6 or min(even, odd) > 0.05:  # noqa: PLR2004 -- nearly all on one side, nearly none on the other
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _looks_binary(content: bytes) -> bool:
    sample = content[:_SAMPLE]
    controls = sum(sample.count(bytes([code])) for code in range(32) if code not in (9, 10, 12, 13, 27))
    return controls > max(_FEW_CONTROL, len(sample) * _MOST_CONTROL)


def _read_meta(content: bytes) -> str | None:
    match = _META.search(content[:4096])
    label = match[1].decode("ascii").lower() if match else None
    # A page in which an ASCII label can be read is not in UTF-16, whatever the label says.
    return None if label and label.startswith(("utf-16", "utf-32")) else label


def _decode_stateful(content: bytes, labels: list[str | None]) -> Decoded | None:
    """Encodings of East Asia that are plain ASCII bytes and so always look like UTF-8."""
    if b"\x1b" not in content[:_SAMPLE]:
        return None
    return next((found for label in labels if label and label.lower().startswith(_STATEFUL) and (found := _decode(content, label))), None)


def _decode_utf8(content: bytes) -> Decoded | None:
    return _decode(content, "utf-8")


def _decode_declared(content: bytes, labels: list[str | None]) -> Decoded | None:
    for label in labels:
        encoding = _LABELS.get((label or "").strip().lower(), label)
        decoded = _decode(content, encoding) if encoding else None
        if decoded and not _looks_garbled(decoded.text):
            return decoded
    return None


def _decode_mostly_utf8(content: bytes) -> Decoded | None:
    """UTF-8 in which a few bytes were damaged on the way."""
    text = content.decode("utf-8", errors="replace")
    broken, high = text.count("\ufffd"), len(_HIGH.findall(text))
    return Decoded(text=text, broken=broken) if broken < high - broken and broken <= max(1, len(text)) * _MOST_BROKEN + 1 else None


def _decode_western(content: bytes) -> Decoded | None:
    """Text that is ASCII but for a few typographic quotes and accents: too little for a guess, and nearly always Windows-1252."""
    high = sum(1 for byte in content[:_SAMPLE] if byte > 127)  # noqa: PLR2004 -- beyond ASCII
    return _decode(content, "cp1252") if high <= len(content[:_SAMPLE]) * _FEW_HIGH else None


def _decode_guessed(content: bytes) -> Decoded | None:
    # Here and not at the top: it is slow to load, and rarely needed.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(content[:_SAMPLE]).best()
    return _decode(content, best.encoding) if best else None


def _decode(content: bytes, encoding: str) -> Decoded | None:
    try:
        text = content.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    return Decoded(text=text) if isinstance(text, str) else None


def _looks_garbled(text: str) -> bool:
    """Whether most letters are accented Latin ones, as when Cyrillic bytes are read with a Western table."""
    letters = [letter for letter in text[:_SAMPLE] if letter.isalpha()]
    accented = sum(1 for letter in letters if "\x80" <= letter <= "\u024f")
    return not _looks_written(text) or accented > len(letters) * 0.4


def _looks_written(text: str, controls: re.Pattern[str] = _CONTROL) -> bool:
    sample = text[:_SAMPLE]
    return len(controls.findall(sample)) <= max(_FEW_CONTROL, len(sample) * _MOST_CONTROL)
