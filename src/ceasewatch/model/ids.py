"""Ids computed from what was read, so that reading twice gives the same id."""

import hashlib
import json

from ceasewatch.model.codec import to_plain


def hash_fields(*fields: object) -> str:
    """Return the SHA-256, in hex, of the fields as one JSON list.

    A list keeps the borders between fields, which joined strings lose: ("a", "bc") and ("ab", "c") differ.
    """
    text = json.dumps([to_plain(field) for field in fields], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
