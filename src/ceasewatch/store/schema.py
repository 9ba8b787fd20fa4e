"""The tables of a store file, and the numbers by which one is recognised.

Each noun is kept whole as JSON in the column ``noun``; the other columns exist to look it up and to tie it to what it belongs to.
"""

APPLICATION_ID = 0x43575354
"""Written into the file's header, so that a store is told from any other SQLite file: the letters CWST."""

SCHEMA_VERSION = 1
"""Rises with every change of the tables below; kept in the file's header as its user version."""

TABLES = """
CREATE TABLE originals (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, url TEXT, media_type TEXT, retrieved_at TEXT NOT NULL, content BLOB NOT NULL
) STRICT;
CREATE TABLE outcomes (
    original_id TEXT NOT NULL REFERENCES originals (id), status TEXT NOT NULL, PRIMARY KEY (original_id, status)
) STRICT, WITHOUT ROWID;
CREATE TABLE reports (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE REFERENCES originals (id), noun TEXT NOT NULL
) STRICT;
CREATE TABLE mentions (
    id TEXT PRIMARY KEY, report_id TEXT NOT NULL REFERENCES reports (id), noun TEXT NOT NULL
) STRICT;
CREATE TABLE claims (
    id TEXT PRIMARY KEY, mention_id TEXT NOT NULL REFERENCES mentions (id), report_id TEXT NOT NULL REFERENCES reports (id),
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, noun TEXT NOT NULL
) STRICT;
CREATE INDEX claims_by_place ON claims (report_id, span_start, span_end, id);
CREATE TABLE records (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, type TEXT NOT NULL, noun TEXT NOT NULL
) STRICT;
CREATE INDEX records_by_id ON records (id, number);
CREATE TABLE links (
    claim_id TEXT NOT NULL REFERENCES claims (id), role TEXT NOT NULL, record_id TEXT NOT NULL, by TEXT NOT NULL, score REAL NOT NULL,
    PRIMARY KEY (claim_id, role, record_id, by, score)
) STRICT, WITHOUT ROWID;
CREATE TABLE gaps (
    id TEXT PRIMARY KEY, report_id TEXT REFERENCES originals (id), noun TEXT NOT NULL
) STRICT;
CREATE INDEX gaps_by_report ON gaps (report_id, id);
CREATE TABLE judgements (
    noun TEXT PRIMARY KEY
) STRICT;
CREATE TABLE audit (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL, id TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (title, text, content = '', tokenize = 'unicode61 remove_diacritics 2');
"""

KEPT_TABLES = ("originals", "outcomes", "reports", "mentions", "claims", "records", "links", "gaps", "judgements", "audit")
"""The tables whose rows are never changed or erased, by anybody; ``search`` is an index computed from reports."""


def list_triggers() -> str:
    """Write the SQL that makes the database itself refuse to change or erase what was kept."""
    refusal = "BEGIN SELECT RAISE(ABORT, 'what was kept is never changed or erased'); END;"
    return "\n".join(
        f"CREATE TRIGGER {table}_refuse_{act.lower()} BEFORE {act} ON {table} {refusal}"
        for table in KEPT_TABLES
        for act in ("UPDATE", "DELETE")
    )
