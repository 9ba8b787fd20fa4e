"""A connection to a store file: opened with care, and with errors that a user understands.

Every page carries a checksum (SQLite's checksum VFS, which comes with apsw), so that a bit that flips on the disk is found when the page
is read. ``docs/decisions/0002-store-driver.md`` gives the measurements behind each setting.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import apsw
from apsw import sqlite_extra

from ceasewatch.errors import StoreUnusable
from ceasewatch.store.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES, list_triggers

_CHECKSUM_VFS = "cksmvfs"
_CHECKSUM_BYTES = 8
_BUSY_TIMEOUT_MS = 30_000

_DAMAGE_CODES = (apsw.SQLITE_IOERR_DATA, apsw.SQLITE_IOERR_CORRUPTFS, apsw.SQLITE_IOERR_SHORT_READ)
_DAMAGED = "is damaged, or another program has changed it: a part of it is not what was written"
_DISK_FAILED = "could not be read or written: the disk gave an error"

_REASONS: dict[type[apsw.Error], str] = {
    apsw.NotADBError: "is not a Ceasewatch store, or its beginning is damaged",
    apsw.CorruptError: _DAMAGED,
    apsw.BusyError: f"is in use: another process has been writing to it for more than {_BUSY_TIMEOUT_MS // 1000} seconds",
    apsw.LockedError: "is in use by another process",
    apsw.CantOpenError: "cannot be opened",
    apsw.ReadOnlyError: "cannot be written to",
    apsw.PermissionsError: "may not be opened",
    apsw.FullError: "cannot grow: the disk is full",
    apsw.NoLFSError: "is too large for this machine",
}


def open_connection(path: Path) -> apsw.Connection:
    """Open a store file, making it where there is none.

    Raises:
        StoreUnusable: it cannot be opened or written, is damaged, is no store, or was written by another version.
    """
    _register_checksums()
    _check_path(path)
    with explain_errors(path):
        if not path.exists():
            _make_file(path)
        connection = _connect(path, apsw.SQLITE_OPEN_READWRITE)
        try:
            _configure(connection)
            _check_identity(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def explain_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the file into one sentence; faults in our own SQL stay the bugs that they are.

    Raises:
        StoreUnusable: the file, the disk or another process stands in the way.
    """
    try:
        yield
    except apsw.IOError as error:
        is_damage = getattr(error, "extendedresult", None) in _DAMAGE_CODES
        raise StoreUnusable(f"the store {path} {_DAMAGED if is_damage else _DISK_FAILED}") from error
    except tuple(_REASONS) as error:
        reason = next(reason for kind, reason in _REASONS.items() if isinstance(error, kind))
        raise StoreUnusable(f"the store {path} {reason}") from error


@contextmanager
def transact(connection: apsw.Connection) -> Iterator[None]:
    """Do all of the block or none of it. The write lock is taken at the beginning, so that nothing read in the block can go stale."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@cache
def _register_checksums() -> None:
    if sqlite_extra.has("cksumvfs") is None:
        raise StoreUnusable("no store can be opened: this installation of apsw lacks SQLite's checksum extension (cksumvfs)")
    default_vfs = apsw.vfs_names()[0]
    sqlite_extra.load(apsw.Connection(":memory:"), "cksumvfs")
    apsw.set_default_vfs(default_vfs)


def _check_path(path: Path) -> None:
    if path.is_dir():
        raise StoreUnusable(f"the store {path} is a folder, not a file")
    if not path.absolute().parent.is_dir():
        raise StoreUnusable(f"the store {path} cannot be made: its folder does not exist")
    # A store that lost its bytes must not pass for a new one.
    if path.exists() and path.stat().st_size == 0:
        raise StoreUnusable(f"the store {path} is an empty file: remove it to begin a new store there")


def _connect(path: Path, flags: int) -> apsw.Connection:
    # An absolute path keeps a file named ":memory:" a file.
    return apsw.Connection(str(path.absolute()), flags=flags, vfs=_CHECKSUM_VFS)


def _make_file(path: Path) -> None:
    """Make a store beside its place and put it there in one step, so that no other process ever sees half of one."""
    try:
        with TemporaryDirectory(dir=path.absolute().parent, prefix=f".{path.name}.") as folder:
            draft = Path(folder) / "draft"
            _make_tables(draft)
            _put_in_place(draft, path)
    except FileExistsError:
        return  # another process was first
    except OSError as error:
        raise StoreUnusable(f"the store {path} cannot be made: {error.strerror}") from error


def _make_tables(draft: Path) -> None:
    connection = _connect(draft, apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)
    try:
        connection.reserve_bytes(reserve=_CHECKSUM_BYTES)
        connection.pragma("journal_mode", "WAL")
        with transact(connection):
            connection.execute(TABLES + list_triggers())
            connection.pragma("application_id", APPLICATION_ID)
            connection.pragma("user_version", SCHEMA_VERSION)
    finally:
        connection.close()


def _put_in_place(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # Memory sticks often know no hard links: write it there, but never over a file that is there.
        with path.open("xb") as place:
            place.write(draft.read_bytes())
            os.fsync(place.fileno())


def _configure(connection: apsw.Connection) -> None:
    connection.set_busy_timeout(_BUSY_TIMEOUT_MS)
    for switch in (apsw.SQLITE_DBCONFIG_DQS_DML, apsw.SQLITE_DBCONFIG_DQS_DDL, apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA):
        connection.config(switch, 0)
    connection.pragma("foreign_keys", "ON")
    # REPLACE erases rows without telling the triggers that refuse it, unless this is on.
    connection.pragma("recursive_triggers", "ON")
    connection.pragma("synchronous", "FULL")
    connection.pragma("mmap_size", 0)


def _check_identity(connection: apsw.Connection, path: Path) -> None:
    if connection.pragma("application_id") != APPLICATION_ID:
        raise StoreUnusable(f"{path} is a database of another program, not a Ceasewatch store")
    version = connection.pragma("user_version")
    if version > SCHEMA_VERSION:
        raise StoreUnusable(
            f"the store {path} was written by a newer version of Ceasewatch (format {version}; this one reads {SCHEMA_VERSION})"
        )
    if version < SCHEMA_VERSION:
        raise StoreUnusable(f"the store {path} has a format that is no longer read ({version}; this version reads {SCHEMA_VERSION})")
    if connection.pragma("checksum_verification") != "1":
        raise StoreUnusable(f"the store {path} has lost its checksums, so damage to it could not be noticed")
    if connection.readonly("main"):
        raise StoreUnusable(f"the store {path} cannot be written to")
