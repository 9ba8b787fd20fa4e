"""The SQL that is too long to stand where it is used.

``ON CONFLICT DO NOTHING`` leaves a row that is there already as it is; unlike ``INSERT OR IGNORE`` it hides no other fault.
"""

ADD_ORIGINAL = "INSERT INTO originals VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
ADD_OUTCOME = "INSERT INTO outcomes VALUES (?, ?) ON CONFLICT DO NOTHING"
ADD_REPORT = "INSERT INTO reports (id, noun) VALUES (?, ?) ON CONFLICT DO NOTHING"
ADD_SEARCH_ROW = "INSERT INTO search (rowid, title, text) VALUES (last_insert_rowid(), ?, ?)"
ADD_MENTION = "INSERT INTO mentions VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
ADD_CLAIM = "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
ADD_RECORD = "INSERT INTO records (id, type, noun) VALUES (?, ?, ?)"
ADD_LINK = "INSERT INTO links VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
ADD_GAP = "INSERT INTO gaps VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
ADD_JUDGEMENT = "INSERT INTO judgements VALUES (?) ON CONFLICT DO NOTHING"
ADD_AUDIT_ROW = "INSERT INTO audit (at, what, id) VALUES (?, ?, ?)"

REPORTS_BEGINNING = "SELECT noun FROM reports WHERE id >= ?1 AND id < ?1 || char(0x10FFFF) AND ?1 <> '' LIMIT 2"
REPORTS_MATCHING = "SELECT id FROM search JOIN reports ON number = search.rowid WHERE search MATCH ? ORDER BY rank, id"
NEWEST_RECORD = "SELECT type, noun FROM records WHERE id = ? ORDER BY number DESC LIMIT 1"
ALL_LINKS = "SELECT claim_id, role, record_id, by, score FROM links ORDER BY claim_id, role, record_id, by, score"
LINKS_OF_CLAIMS = """
SELECT claim_id, role, record_id, by, score FROM links WHERE claim_id IN (SELECT value FROM json_each(?))
ORDER BY claim_id, role, record_id, by, score
"""
