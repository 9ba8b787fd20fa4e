"""From the bytes of one original to a draft: the whole of what runs inside the limited process."""

from dataclasses import replace
from urllib.parse import urlsplit

from ceasewatch.model.gap import GapReason
from ceasewatch.model.reading import Status
from ceasewatch.read.drafts import Details, Draft, Lack, Refusal, refuse
from ceasewatch.read.encodings import decode_text
from ceasewatch.read.formats import MARKDOWN, PAGE, TEXT, find_format, looks_like_page
from ceasewatch.read.languages import READ_LANGUAGES, find_language, name_language
from ceasewatch.read.plain import read_plain

MOST_CHARS = 1_000_000
"""A report is read up to this length: about four hundred printed pages."""

_PARTIAL = frozenset((GapReason.TEXT_LOST, GapReason.TOO_DEEP, GapReason.TOO_LARGE, GapReason.LANGUAGE_NOT_READ))


def read_document(content: bytes, *, media_type: str | None = None, url: str | None = None, most_chars: int = MOST_CHARS) -> Draft:
    """Read one original; whatever its content is, the answer is a draft that is read, partly read or refused with its reason."""
    try:
        return _read(content, media_type, url, most_chars)
    except Refusal as refusal:
        return refuse(refusal.reason, refusal.detail)


def _read(content: bytes, declared: str | None, url: str | None, most_chars: int) -> Draft:
    if not content.strip():
        raise Refusal(GapReason.EMPTY)
    form = find_format(content, declared)
    decoded = decode_text(content, form.charset, is_markup=form.media_type in (PAGE, None) or b"<html" in content[:2048].lower())
    is_page = form.media_type == PAGE or (form.media_type != MARKDOWN and looks_like_page(decoded.text))
    lacks = [Lack(reason=GapReason.TEXT_LOST, detail=f"{decoded.broken} characters were damaged")] if decoded.broken else []
    if is_page:
        # Here and not at the top: plain text, the most common case, needs none of what pages need.
        from ceasewatch.read.pages import read_page  # noqa: PLC0415

        text, details, found = read_page(decoded.text, url, most_chars)
    else:
        text, details, found = read_plain(decoded.text)
    draft = Draft(status=Status.READ, text=text, media_type=PAGE if is_page else form.media_type or TEXT, details=details)
    return _finish(draft, [*lacks, *found], url, most_chars)


def _finish(draft: Draft, lacks: list[Lack], url: str | None, most_chars: int) -> Draft:
    text = draft.text or ""
    if not text.strip():
        raise Refusal(GapReason.EMPTY)
    if len(text) > most_chars:
        lacks.append(Lack(reason=GapReason.TOO_LARGE, detail=f"the first {most_chars:,} characters were read"))
        text = _shorten(text, most_chars)
    details = draft.details.filled_from(Details(url=url))
    details = details.filled_from(Details(publisher=_read_host(details.url)))
    details = replace(details, language=find_language(text, details.language))
    if details.language is not None and details.language not in READ_LANGUAGES:
        lacks.append(Lack(reason=GapReason.LANGUAGE_NOT_READ, detail=name_language(details.language)))
    if details.published is None:
        lacks.append(Lack(reason=GapReason.NO_PUBLICATION_DATE))
    status = Status.PARTLY_READ if any(lack.reason in _PARTIAL for lack in lacks) else Status.READ
    return replace(draft, status=status, text=text, details=details, lacks=tuple(lacks))


def _shorten(text: str, most_chars: int) -> str:
    """The beginning of a text, up to the end of a line where one is near."""
    cut = text.rfind("\n", most_chars - 10_000, most_chars)
    return text[: cut if cut > 0 else most_chars]


def _read_host(url: str | None) -> str | None:
    """The site that a report was printed on stands for its publisher where it gives no name."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:  # an address that is none
        return None
    return host.removeprefix("www.") if host else None
