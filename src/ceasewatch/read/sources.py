"""Where reports come from: files, folders, addresses and standard input."""

import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from ceasewatch.errors import AddressRefused, InputRefused
from ceasewatch.model.reading import Original
from ceasewatch.read.fetch import fetch_original
from ceasewatch.read.formats import ENDINGS, UNKNOWN, guess_media_type

MOST_BYTES = 100_000_000
"""An input larger than this is not a report, and is not taken into memory."""

_STORE_ENDINGS = (".db", ".db-wal", ".db-shm", ".db-journal")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One input that has not been opened yet, under the name that the user knows it by."""

    name: str
    opener: Callable[[], Original]

    def load(self) -> Original:
        """Take its bytes into memory.

        Raises:
            InputRefused: it is missing, not readable, not a file, or too large.
            AddressRefused: it is an address that may not be fetched.
            FetchFailed: it is an address that could not be fetched.
        """
        return self.opener()


def find_sources(inputs: Iterable[str]) -> Iterator[Source]:
    """Turn what a user typed into sources, one by one and in a fixed order.

    A folder gives every file in it and below, sorted by name. Hidden files and our own stores (``.db``) are left out; every other file is
    given, also one whose format is not read: it is then refused with that reason, so that nothing is skipped in silence.
    """
    for name in inputs:
        if not name.strip():
            yield Source(name=name, opener=partial(_refuse_input, "an empty name is neither a file nor a folder"))
        elif name == "-":
            yield Source(name=name, opener=_load_standard_input)
        elif re.match(r"https?://", name, re.IGNORECASE):
            yield Source(name=name, opener=partial(fetch_original, name))
        elif _ADDRESS.match(name):
            yield Source(name=name, opener=partial(_refuse_address, name))
        elif Path(name).is_dir():
            yield from _walk_folder(Path(name))
        else:
            yield Source(name=_printable(name), opener=partial(_load_file, Path(name), guess_media_type(name), in_folder=False))


def _walk_folder(folder: Path) -> Iterator[Source]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as fault:
        yield Source(name=str(folder), opener=partial(_refuse_input, f"the folder {folder} cannot be opened ({fault.strerror})"))
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.lower().endswith(_STORE_ENDINGS):
            continue
        if entry.is_dir():
            # A linked folder may lead back to where it stands.
            yield from () if entry.is_symlink() else _walk_folder(entry)
        else:
            yield Source(name=_printable(entry), opener=partial(_load_file, entry, _media_type_in_folder(entry), in_folder=True))


def _printable(path: Path | str) -> str:
    """A path as it can be stored and shown: bytes that are no text stand as backslash codes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _media_type_in_folder(path: Path) -> str | None:
    """In a folder only the known endings are read: a program's source (``.c``) counts as text elsewhere, but is no report.

    A name without an ending says nothing: the first characters decide.
    """
    if not path.suffix:
        return None
    guessed = guess_media_type(path.name)
    is_known = path.suffix.lower() in ENDINGS
    return guessed if guessed and (is_known or not guessed.startswith("text/")) else UNKNOWN


def _load_file(path: Path, media_type: str | None, *, in_folder: bool) -> Original:
    try:
        # A pipe in a folder would be waited for; one that the user names is meant.
        if in_folder and not stat.S_ISREG(path.stat().st_mode):
            raise InputRefused(f"{_printable(path)} is not a file")
        with path.open("rb") as stream:
            return Original(
                content=_read_capped(stream, _printable(path)), name=_printable(path), retrieved_at=datetime.now(UTC), media_type=media_type
            )
    except FileNotFoundError as fault:
        raise InputRefused(f"there is no file or folder {_printable(path)}") from fault
    except (OSError, ValueError) as fault:
        raise InputRefused(f"{_printable(path)} cannot be opened ({getattr(fault, 'strerror', None) or fault})") from fault


def _load_standard_input() -> Original:
    return Original(content=_read_capped(sys.stdin.buffer, "standard input"), name="-", retrieved_at=datetime.now(UTC))


def _read_capped(stream: BinaryIO, name: str) -> bytes:
    content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise InputRefused(f"{name} is larger than {MOST_BYTES // 1_000_000} MB, the limit for one report")
    return content


def _refuse_address(name: str) -> Original:
    raise AddressRefused(f"only http and https addresses are fetched, not {name.partition(':')[0]}")


def _refuse_input(sentence: str) -> Original:
    raise InputRefused(sentence)
