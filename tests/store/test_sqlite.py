"""What only a store on disk must do: survive, refuse what is not a store, and notice damage."""

import os
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from ceasewatch.errors import StoreUnusable
from ceasewatch.model.report import Report
from ceasewatch.store import connection as store_connection
from ceasewatch.store.memory import MemoryStore
from ceasewatch.store.open import open_store
from ceasewatch.store.schema import KEPT_TABLES, TABLES
from ceasewatch.store.sqlite import SqliteStore


def test_a_path_gives_a_file_and_no_path_gives_memory(path):
    with open_store(path) as on_disk, open_store(None) as in_memory:
        assert isinstance(on_disk, SqliteStore)
        assert isinstance(in_memory, MemoryStore)
        assert path.is_file()


def test_a_closed_store_is_one_file(filled):
    assert [entry.name for entry in filled.parent.iterdir()] == [filled.name]


def test_a_file_may_be_called_like_something_special_to_sqlite(tmp_path, monkeypatch, cases):
    monkeypatch.chdir(tmp_path)
    for name in (":memory:", "file:odd?mode=memory", "with 'quote' and space"):
        with SqliteStore(Path(name)) as store:
            cases.make_case(1).keep(store)
        with SqliteStore(Path(name)) as store:
            assert len(list(store.reports())) == 1


def test_the_safe_settings_are_in_force(path):
    with closing(store_connection.open_connection(path)) as raw:
        settings = {
            name: raw.pragma(name) for name in ("journal_mode", "synchronous", "foreign_keys", "mmap_size", "checksum_verification")
        }
        assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "mmap_size": 0, "checksum_verification": "1"}
        assert raw.reserve_bytes() == 8


def test_every_table_of_the_schema_is_protected():
    made = {line.split()[2] for line in TABLES.splitlines() if line.startswith("CREATE TABLE")}
    assert made == set(KEPT_TABLES)


@pytest.mark.parametrize("table", KEPT_TABLES)
@pytest.mark.parametrize("act", ["UPDATE", "DELETE", "REPLACE"])
def test_the_database_itself_refuses_to_change_what_was_kept(filled, cases, table, act):
    with SqliteStore(filled) as store:
        store.add_judgement(cases.make_judgement())
    with closing(store_connection.open_connection(filled)) as raw:
        column = next(raw.execute(f"SELECT name FROM pragma_table_info('{table}')"))[0]
        sql = {
            "UPDATE": f"UPDATE {table} SET {column} = {column}",
            "DELETE": f"DELETE FROM {table}",
            "REPLACE": f"REPLACE INTO {table} SELECT * FROM {table}",
        }[act]
        with pytest.raises(apsw.ConstraintError, match="never changed or erased"):
            raw.execute(sql)


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(StoreUnusable, match="is a folder"):
        SqliteStore(tmp_path)


@pytest.mark.parametrize("name", ["missing/ceasewatch.db", "file.txt/ceasewatch.db"])
def test_a_store_needs_a_folder_to_stand_in(tmp_path, name):
    (tmp_path / "file.txt").write_text("not a folder", encoding="utf-8")
    with pytest.raises(StoreUnusable, match="its folder does not exist"):
        SqliteStore(tmp_path / name)
    assert not (tmp_path / "missing").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreUnusable, match="cannot be made"):
            SqliteStore(tmp_path / "ceasewatch.db")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_file_that_may_not_be_written_is_named(filled):
    filled.chmod(0o400)
    with pytest.raises(StoreUnusable, match="cannot be written to"):
        SqliteStore(filled)


def test_a_disk_that_refuses_is_named(path, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(store_connection, "TemporaryDirectory", refuse)
    with pytest.raises(StoreUnusable, match="cannot be made: Permission denied"):
        SqliteStore(path)


def test_a_link_that_leads_nowhere_is_no_store(path, tmp_path):
    path.symlink_to(tmp_path / "gone.db")
    with pytest.raises(StoreUnusable, match="cannot be opened"):
        SqliteStore(path)
    assert not (tmp_path / "gone.db").exists()


def test_a_link_to_a_store_opens_it(filled, tmp_path):
    link = tmp_path / "link.db"
    link.symlink_to(filled)
    with SqliteStore(link) as store:
        assert len(list(store.reports())) == 8


def test_a_disk_without_hard_links_gets_a_store_too(path, monkeypatch, cases):
    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refuse)
    with SqliteStore(path) as store:
        assert cases.make_case(1).keep(store)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("has_links", [True, False])
def test_a_store_that_another_process_made_meanwhile_is_not_overwritten(path, monkeypatch, cases, has_links):
    make_tables = store_connection._make_tables

    def lose_the_race(draft: Path) -> None:
        make_tables(draft)
        monkeypatch.setattr(store_connection, "_make_tables", make_tables)
        with SqliteStore(path) as winner:
            cases.make_case(1).keep(winner)
        if not has_links:
            monkeypatch.delattr(os, "link")
            monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(OSError(95, "Operation not supported")), raising=False)

    monkeypatch.setattr(store_connection, "_make_tables", lose_the_race)
    with SqliteStore(path) as store:
        assert len(list(store.reports())) == 1


def test_without_the_checksum_extension_nothing_is_opened(path, monkeypatch):
    monkeypatch.setattr(store_connection.sqlite_extra, "has", lambda _: None)
    store_connection._register_checksums.cache_clear()
    with pytest.raises(StoreUnusable, match="cksumvfs"):
        SqliteStore(path)
    assert not path.exists()


def test_a_fault_in_the_middle_of_a_report_keeps_nothing_of_it(path, cases, monkeypatch):
    case = cases.make_case(1)
    with SqliteStore(path) as store:
        store.add_original(case.original)
        monkeypatch.setattr(store, "_keep_resolution", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            store.add_outcome(case.original.id, case.outcome, case.reading, case.resolution)
        assert list(store.reports()) == []
        assert list(store.claims()) == []
        assert store.search("guards") == ()
        assert [what for _, what, _ in store.audit()] == ["kept"]
        monkeypatch.undo()
        assert case.keep(store)


def test_a_writer_that_waited_too_long_says_so(path, cases, monkeypatch):
    monkeypatch.setattr(store_connection, "_BUSY_TIMEOUT_MS", 10)
    with SqliteStore(path) as first, SqliteStore(path) as second:
        first._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnusable, match="in use"):
            cases.make_case(1).keep(second)
        first._connection.execute("ROLLBACK")
        assert cases.make_case(1).keep(second)


def test_a_reader_is_never_kept_waiting_by_a_writer(path, cases):
    with SqliteStore(path) as writer, SqliteStore(path) as reader:
        cases.make_case(1).keep(writer)
        writer._connection.execute("BEGIN IMMEDIATE")
        assert len(list(reader.reports())) == 1
        writer._connection.execute("ROLLBACK")


def test_nothing_that_a_writer_has_looked_up_can_change_before_it_writes(path, cases, monkeypatch):
    case = cases.make_case(1)
    with SqliteStore(path) as first, SqliteStore(path) as second:
        first.add_original(case.original)
        second._connection.set_busy_timeout(10)
        looked_up = first._fits_what_is_kept

        def interrupt(report: Report) -> bool:
            answer = looked_up(report)
            with pytest.raises(StoreUnusable, match="in use"):
                cases.make_case(2).keep(second)
            return answer

        monkeypatch.setattr(first, "_fits_what_is_kept", interrupt)
        assert case.keep(first)
        assert cases.make_case(2).keep(second)
