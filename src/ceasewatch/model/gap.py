"""What was not recorded, and why."""

from dataclasses import dataclass
from enum import StrEnum

from ceasewatch.model.claim import Slot
from ceasewatch.model.ids import hash_fields
from ceasewatch.model.report import Span


class GapReason(StrEnum):
    """Why something was not recorded. Each value is a sentence's worth of meaning, spelled out in ``GAP_WORDS``."""

    EMPTY = "empty"
    NOT_TEXT = "not_text"
    UNKNOWN_ENCODING = "unknown_encoding"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    TOO_SLOW = "too_slow"
    TEXT_LOST = "text_lost"
    LANGUAGE_NOT_READ = "language_not_read"
    UNSUPPORTED_FORMAT = "unsupported_format"
    BAD_METADATA = "bad_metadata"
    NO_PUBLICATION_DATE = "no_publication_date"
    NOT_FETCHED = "not_fetched"
    NOT_OPENED = "not_opened"
    READER_FAILED = "reader_failed"
    NO_EVENT_FOUND = "no_event_found"
    TIME_NOT_STATED = "time_not_stated"
    TIME_UNANCHORED = "time_unanchored"
    TIME_UNREADABLE = "time_unreadable"
    PLACE_NOT_STATED = "place_not_stated"
    PLACE_UNKNOWN = "place_unknown"
    PLACE_AMBIGUOUS = "place_ambiguous"
    PARTY_UNKNOWN = "party_unknown"
    COUNT_NOT_STATED = "count_not_stated"
    SPEAKER_UNCLEAR = "speaker_unclear"


GAP_WORDS: dict[GapReason, str] = {
    GapReason.EMPTY: "there is no text in it",
    GapReason.NOT_TEXT: "it is not a text (binary data)",
    GapReason.UNKNOWN_ENCODING: "its character encoding could not be determined",
    GapReason.TOO_LARGE: "it is larger than the limit for one report",
    GapReason.TOO_DEEP: "its markup is nested too deeply to be read in full",
    GapReason.TOO_SLOW: "reading it took longer than the limit",
    GapReason.TEXT_LOST: "part of the text on the page was not read",
    GapReason.LANGUAGE_NOT_READ: "it is in a language that is not read yet",
    GapReason.UNSUPPORTED_FORMAT: "its format is not read yet",
    GapReason.BAD_METADATA: "a field of its front matter could not be understood",
    GapReason.NO_PUBLICATION_DATE: "it does not say when it was published",
    GapReason.NOT_FETCHED: "the address could not be fetched",
    GapReason.NOT_OPENED: "the file could not be opened",
    GapReason.READER_FAILED: "the reader stopped unexpectedly; the original is kept",
    GapReason.NO_EVENT_FOUND: "no incident was found in it",
    GapReason.TIME_NOT_STATED: "the report does not say when",
    GapReason.TIME_UNANCHORED: "the time is relative to a day that is not known",
    GapReason.TIME_UNREADABLE: "the words for the time could not be understood",
    GapReason.PLACE_NOT_STATED: "the report does not say where",
    GapReason.PLACE_UNKNOWN: "the place is in no gazetteer",
    GapReason.PLACE_AMBIGUOUS: "several places have this name",
    GapReason.PARTY_UNKNOWN: "the words name no known party",
    GapReason.COUNT_NOT_STATED: "no number is stated",
    GapReason.SPEAKER_UNCLEAR: "it is not clear who says it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that was not recorded: about which report, which slot, and why.

    ``report_id`` is the SHA-256 of the input's bytes, also where the input was refused and no report came of it;
    ``None`` only where there were no bytes (an address that could not be fetched).
    """

    id: str
    report_id: str | None
    reason: GapReason
    slot: Slot | None = None
    span: Span | None = None
    detail: str | None = None

    @classmethod
    def record(
        cls,
        *,
        report_id: str | None,
        reason: GapReason,
        slot: Slot | None = None,
        span: Span | None = None,
        detail: str | None = None,
    ) -> "Gap":
        """Make a gap whose id is computed from what it says."""
        gap_id = hash_fields("gap", report_id, reason, slot, span, detail)
        return cls(id=gap_id, report_id=report_id, reason=reason, slot=slot, span=span, detail=detail)
