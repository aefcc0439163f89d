"""The schema of a case file, laid so that Datasette, pandas and DuckDB read it as it is."""

import sqlite3
from collections.abc import Iterator
from typing import Final

from headwater.case.tables import TABLES, Affinity, Column, Table

#: Four bytes in the file's header that say "a Headwater case" (``HWtr``).
APPLICATION_ID: Final = 0x48577472
#: Raised by one whenever a table changes; ``tests/unit/case/test_schema.py`` notices.
SCHEMA_VERSION: Final = 6

#: Bytes of a page of the file: what the seal takes one digest of.
PAGE_SIZE: Final = 4096

_TYPES: Final = {
    Affinity.BOOLEAN: "INTEGER",
    Affinity.DATE: "TEXT",
    Affinity.JSON: "TEXT",
}

# The rest of the schema, which is not read off the model.
_OWN: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE seal (digest TEXT NOT NULL);
CREATE TABLE row_digests (
  table_name TEXT NOT NULL, id TEXT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (table_name, id)
) WITHOUT ROWID;
CREATE TABLE unsealed_rows (table_name TEXT NOT NULL, id TEXT NOT NULL);
CREATE TABLE vectors (
  statement_id TEXT PRIMARY KEY NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
  vector BLOB NOT NULL
);
CREATE TABLE told_by (
  statement_id TEXT NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
  actor_id TEXT, name TEXT, text TEXT
);
CREATE INDEX told_by_statement_id ON told_by(statement_id);
CREATE INDEX told_by_words ON told_by(actor_id, name, text);
CREATE TABLE fingerprints (
  article_id TEXT PRIMARY KEY NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  fingerprint BLOB NOT NULL
);
CREATE TABLE clauses (
  commitment_id TEXT NOT NULL REFERENCES commitments(id) ON DELETE CASCADE,
  text TEXT NOT NULL, clause BLOB NOT NULL,
  PRIMARY KEY (commitment_id, text)
);
CREATE TABLE claim_statements (
  statement_id TEXT NOT NULL,
  claim_id TEXT NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
  PRIMARY KEY (statement_id, claim_id)
) WITHOUT ROWID;
CREATE INDEX claim_statements_claim_id ON claim_statements(claim_id);
CREATE TABLE second_mentions (
  event_id TEXT PRIMARY KEY NOT NULL REFERENCES events(id) ON DELETE CASCADE,
  first TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE neighbourhoods (
  id TEXT PRIMARY KEY NOT NULL, articles TEXT NOT NULL, asked BLOB NOT NULL, rows TEXT NOT NULL
);

CREATE VIRTUAL TABLE articles_fts USING fts5(
  title, text, content='articles', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER articles_into_fts AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts(rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;
CREATE TRIGGER articles_out_of_fts AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts(articles_fts, rowid, title, text)
  VALUES ('delete', old.rowid, old.title, old.text);
END;

-- What questions look at in every row, beside the rows: these need not be read whole.
CREATE INDEX articles_at_a_glance
  ON articles(id, outlet, outlet_name, title, published_from, published_to);
CREATE INDEX events_by_type ON events(type, article_id);
CREATE INDEX commitments_by_kind ON commitments(kind, article_id);
CREATE INDEX relations_by_kind ON relations(kind, article_id);
CREATE INDEX stories_retold ON stories(id, article_ids) WHERE json_array_length(article_ids) > 1;
CREATE INDEX claims_retold ON claims(id, statement_ids) WHERE json_array_length(article_ids) > 1;
-- By whom a statement is told beside the page's outlet, kept by the file itself: the names in its chain, to be found by.
CREATE TRIGGER statements_into_told_by AFTER INSERT ON statements BEGIN
  INSERT INTO told_by
    SELECT new.id, json_extract(value, '$.actor_id'), json_extract(value, '$.name'), json_extract(value, '$.text')
    FROM json_each(new.chain) WHERE key > 0;
END;
CREATE TRIGGER statements_out_of_told_by AFTER UPDATE OF chain ON statements BEGIN
  DELETE FROM told_by WHERE statement_id = old.id;
  INSERT INTO told_by
    SELECT new.id, json_extract(value, '$.actor_id'), json_extract(value, '$.name'), json_extract(value, '$.text')
    FROM json_each(new.chain) WHERE key > 0;
END;
-- Which claims a statement tells, kept by the file itself: what ``claims`` says, the other way round.
CREATE TRIGGER claims_into_claim_statements AFTER INSERT ON claims BEGIN
  INSERT INTO claim_statements SELECT DISTINCT value, new.id FROM json_each(new.statement_ids);
END;
CREATE TRIGGER claims_out_of_claim_statements AFTER UPDATE OF statement_ids ON claims BEGIN
  DELETE FROM claim_statements WHERE claim_id = old.id;
  INSERT INTO claim_statements SELECT DISTINCT value, new.id FROM json_each(new.statement_ids);
END;

CREATE VIEW chain_links AS
  SELECT s.id AS statement_id, s.article_id,
    json_extract(l.value, '$.position') AS position,
    json_extract(l.value, '$.actor_id') AS actor_id,
    json_extract(l.value, '$.name') AS name,
    json_extract(l.value, '$.kind') AS kind,
    json_extract(l.value, '$.basis') AS basis,
    json_extract(l.value, '$.cue') AS cue,
    json_extract(l.value, '$.text') AS text
  FROM statements s, json_each(s.chain) l;
CREATE VIEW claim_members AS
  SELECT c.id AS claim_id,
    json_extract(m.value, '$.statement_id') AS statement_id, s.article_id,
    json_extract(m.value, '$.start') AS "start",
    json_extract(m.value, '$.end') AS "end",
    json_extract(m.value, '$.text') AS text
  FROM claims c, json_each(c.members) m
  JOIN statements s ON s.id = json_extract(m.value, '$.statement_id');
CREATE VIEW claim_origins AS
  SELECT c.id AS claim_id,
    json_extract(o.value, '$.id') AS origin_id,
    json_extract(o.value, '$.name') AS name,
    json_extract(o.value, '$.owner') AS owner,
    json_extract(o.value, '$.kind') AS kind,
    json_extract(o.value, '$.held') AS held
  FROM claims c, json_each(c.origins) o;
CREATE VIEW claim_articles AS
  SELECT c.id AS claim_id, a.value AS article_id FROM claims c, json_each(c.article_ids) a;
CREATE VIEW claim_counts AS
  SELECT c.id AS claim_id, c.text,
    json_extract(c.independent, '$.low') AS origins_low,
    json_extract(c.independent, '$.high') AS origins_high,
    count(DISTINCT a.page_id) AS pages, count(DISTINCT a.id) AS articles,
    count(DISTINCT coalesce(a.outlet, a.outlet_name)) AS outlets
  FROM claims c JOIN claim_articles ca ON ca.claim_id = c.id
  JOIN articles a ON a.id = ca.article_id GROUP BY c.id;
CREATE VIEW story_articles AS
  SELECT s.id AS story_id, a.value AS article_id FROM stories s, json_each(s.article_ids) a;
"""


def create_schema(connection: sqlite3.Connection) -> None:
    """Lay every table, index, view and trigger into an empty database, in one transaction."""
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    numbers = (
        f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {SCHEMA_VERSION};"
    )
    connection.executescript(f"BEGIN;\n{numbers}\n{schema_sql()}\nCOMMIT;")


def schema_sql() -> str:
    """Give the whole schema as SQL."""
    tables = [_create(table) for table in TABLES]
    return "\n".join([*tables, *_indexes(), _OWN.strip(), *_marks()])


def _create(table: Table) -> str:
    refers = [
        f'FOREIGN KEY ("{column}") REFERENCES {target}(id) ON DELETE CASCADE '
        "DEFERRABLE INITIALLY DEFERRED"
        for column, target in table.refers
    ]
    lines = [_define(column) for column in table.columns] + refers
    return f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(lines) + "\n);"


def _define(column: Column) -> str:
    kind = _TYPES.get(column.affinity, column.affinity.value)
    key = " PRIMARY KEY" if column.name == "id" else ""
    return f'"{column.name}" {kind}{key}' + ("" if column.nullable else " NOT NULL")


def _indexes() -> Iterator[str]:
    for table in TABLES:
        for column in table.indexed:
            yield f'CREATE INDEX {table.name}_{column} ON {table.name}("{column}");'


def _marks() -> Iterator[str]:
    """Once a case was sealed, every row that comes, goes or changes is noted, whoever writes it."""
    told = {"INSERT": ("new",), "UPDATE": ("old", "new"), "DELETE": ("old",)}
    for table in TABLES:
        for change, sides in told.items():
            rows = ", ".join(f"('{table.name}', {side}.id)" for side in sides)
            name = f"{table.name}_unsealed_by_{change.lower()}"
            when = "WHEN EXISTS (SELECT 1 FROM meta WHERE key = 'manifest')"
            note = f"INSERT INTO unsealed_rows VALUES {rows};"  # noqa: S608 - our own names
            yield f"CREATE TRIGGER {name} AFTER {change} ON {table.name} {when} BEGIN {note} END;"
