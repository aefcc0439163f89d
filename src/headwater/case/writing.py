"""Rows of a case written: values by their table, and what holds between articles put in and taken out."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from headwater.case.questions import columns_sql
from headwater.case.rows import row_of
from headwater.case.tables import TABLE_NAMED, TABLE_OF, TABLES
from headwater.model import ArticleFindings
from headwater.model.links import Links

_LINK_TABLES: Final = (
    "contradictions",
    "drifts",
    "derivations",
    "claims",
    "stories",
    "reports",
    "actors",
)
#: What links write into rows that reading found, and how it is undone: an event's own article may have tied it.
_UNDO: Final = {
    "same_commitments": "UPDATE commitments SET same_as = NULL",
    "same_events": "UPDATE events SET same_as ="
    " (SELECT first FROM second_mentions WHERE event_id = events.id)",
}


def insert(connection: sqlite3.Connection, values: Sequence[object]) -> None:
    """Add values to the table of their kind."""
    if values:
        table = TABLE_OF[type(values[0])]
        marks = ", ".join("?" * len(table.columns))
        sql = f"INSERT INTO {table.name} ({columns_sql(table)}) VALUES ({marks})"  # noqa: S608 - our own names
        connection.executemany(sql, map(row_of, values))


def insert_article(connection: sqlite3.Connection, findings: ArticleFindings) -> None:
    """Store an article with all that was found in it."""
    insert(connection, [findings.article])
    for table in TABLES:
        if table.per_article:
            insert(connection, getattr(findings, table.name))
    connection.executemany(
        "INSERT INTO second_mentions VALUES (?, ?)",
        [(event.id, event.same_as) for event in findings.events if event.same_as],
    )
    if findings.vectors:
        pairs = zip(findings.statements, findings.vectors, strict=True)
        rows = [(statement.id, vector) for statement, vector in pairs]
        connection.executemany("INSERT INTO vectors VALUES (?, ?)", rows)
    connection.executemany(
        "INSERT INTO clauses VALUES (?, ?, ?)",
        [
            (one.commitment_id, one.text, msgspec.msgpack.encode(one.clause))
            for one in findings.clauses
        ],
    )
    if findings.fingerprint:
        row = findings.article.id, findings.fingerprint
        connection.execute("INSERT INTO fingerprints VALUES (?, ?)", row)


def insert_links(connection: sqlite3.Connection, links: Links) -> None:
    """Store what holds between articles, and note in what reading found what is the same."""
    for name in reversed(_LINK_TABLES):
        insert(connection, getattr(links, name))
    for table in ("commitments", "events"):
        connection.executemany(
            f"UPDATE {table} SET same_as = ? WHERE id = ?",  # noqa: S608 - our own names
            [(same, key) for key, same in getattr(links, f"same_{table}")],
        )


def clear_links(connection: sqlite3.Connection) -> None:
    """Take out all that holds between articles; what reading found is as it was before."""
    for table in (*_LINK_TABLES, "neighbourhoods"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    for undo in _UNDO.values():
        connection.execute(undo)


def delete_links(connection: sqlite3.Connection, neighbourhoods: Iterable[str]) -> None:
    """Take out what holds inside some neighbourhoods, and the neighbourhoods."""
    for key in neighbourhoods:
        sql = "SELECT rows FROM neighbourhoods WHERE id = ?"
        for (rows,) in connection.execute(sql, (key,)).fetchall():
            for table, ids in msgspec.json.decode(rows).items():
                undo = _UNDO.get(table) or f"DELETE FROM {TABLE_NAMED[table].name}"  # noqa: S608 - our own names
                connection.executemany(f"{undo} WHERE id = ?", [(row,) for row in ids])
        connection.execute("DELETE FROM neighbourhoods WHERE id = ?", (key,))
