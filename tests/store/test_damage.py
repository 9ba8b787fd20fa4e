"""What is not a store, or is no longer what was written, is noticed and named."""

import sqlite3
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from ceasewatch.errors import StoreUnusable
from ceasewatch.store.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES
from ceasewatch.store.sqlite import SqliteStore


def edit(path: Path, sql: str) -> None:
    """Do to a store what its own code never would."""
    with closing(apsw.Connection(str(path), vfs="cksmvfs")) as raw:
        raw.execute(sql)


def read_all(path: Path, cases) -> None:
    with SqliteStore(path) as store:
        cases.read_everything(store)
        store.verify()


def test_an_empty_file_does_not_pass_for_a_new_store(path):
    path.touch()
    with pytest.raises(StoreUnusable, match="is an empty file"):
        SqliteStore(path)
    assert path.stat().st_size == 0


def test_a_store_that_another_program_wrote_to_is_refused(filled, cases):
    with closing(sqlite3.connect(filled)) as other, other:
        other.execute("INSERT INTO audit (at, what, id) VALUES ('2020-01-01T00:00:00+00:00', 'read', 'x')")
    with pytest.raises(StoreUnusable, match="another program has changed it"):
        read_all(filled, cases)


@pytest.mark.parametrize("content", [b"Guards exchanged fire near the bridge.\n" * 200, b"\x00" * 8192, b"%PDF-1.7"])
def test_a_file_of_another_kind_is_no_store(path, content):
    path.write_bytes(content)
    with pytest.raises(StoreUnusable, match="not a Ceasewatch store"):
        SqliteStore(path)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_left_as_it_is(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreUnusable, match="another program"):
        SqliteStore(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(("version", "sentence"), [(SCHEMA_VERSION + 1, "newer version"), (SCHEMA_VERSION - 1, "no longer read")])
def test_a_store_of_another_version_is_left_as_it_is(filled, version, sentence):
    edit(filled, f"PRAGMA user_version = {version}")
    with pytest.raises(StoreUnusable, match=sentence):
        SqliteStore(filled)


def test_a_store_without_checksums_is_refused(path):
    with closing(sqlite3.connect(path)) as other:
        other.executescript(f"{TABLES} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};")
    with pytest.raises(StoreUnusable, match="lost its checksums"):
        SqliteStore(path)


@pytest.mark.parametrize("part", range(40))
def test_one_flipped_bit_anywhere_is_found(filled, cases, part):
    content = bytearray(filled.read_bytes())
    place = len(content) * part // 40 + 37 * part
    content[place] ^= 1 << part % 8
    filled.write_bytes(content)
    with pytest.raises(StoreUnusable, match=r"^(the store )?\S+ (is|has|cannot|was)[^\n]*$"):
        read_all(filled, cases)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_store_that_was_cut_short_is_found(filled, cases, share):
    content = filled.read_bytes()
    filled.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(StoreUnusable):
        read_all(filled, cases)


def test_a_damaged_page_does_not_stop_what_does_not_need_it(filled, cases):
    content = bytearray(filled.read_bytes())
    place = content.index(cases.make_case(3).original.content)
    content[place] ^= 1
    filled.write_bytes(content)
    with SqliteStore(filled) as store:
        assert len(list(store.claims())) == 24
        with pytest.raises(StoreUnusable, match="damaged"):
            store.original(cases.make_case(3).original.id)


def test_an_original_that_was_changed_on_purpose_is_found(filled, cases):
    edit(filled, "DROP TRIGGER originals_refuse_update; UPDATE originals SET content = CAST('forged' AS BLOB)")
    with SqliteStore(filled) as store:
        with pytest.raises(StoreUnusable, match="no longer what was kept"):
            store.original(cases.make_case(3).original.id)
        with pytest.raises(StoreUnusable, match="no longer what was kept"):
            store.verify()


@pytest.mark.parametrize("noun", ["{}", "no JSON", '{"id": "x"}', "[]"])
def test_a_row_that_cannot_be_understood_is_named(filled, noun):
    edit(filled, f"DROP TRIGGER reports_refuse_update; UPDATE reports SET noun = '{noun}'")
    with SqliteStore(filled) as store, pytest.raises(StoreUnusable, match="holds a report that this version cannot understand"):
        list(store.reports())
