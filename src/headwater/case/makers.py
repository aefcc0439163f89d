"""Which pages of a case were read by another maker than the run that wrote last.

A maker is a version of Headwater with its lexicon, added actors, models and arithmetic. Pages
that the last one did not read itself are *stale*: they stay until they come again, and are then
read anew. Both are kept in ``meta`` from the beginning of a run, so that a killed run too is told
apart.
"""

import sqlite3
from collections.abc import Mapping
from typing import Final

import msgspec

#: A condition on a row ``p`` of ``pages``.
IS_STALE: Final = "EXISTS (SELECT 1 FROM meta WHERE meta.key = 'stale/' || p.id)"


def note_maker(connection: sqlite3.Connection, made_by: Mapping[str, str]) -> None:
    """Store who reads from now on, and mark every page that somebody else read as stale."""
    from importlib.metadata import version  # noqa: PLC0415 - slow to import, and no question needs it

    described = {"headwater": version("headwater"), **made_by}
    maker = msgspec.json.encode(described, order="sorted").decode()
    if maker == _read_maker(connection):
        return
    connection.execute("INSERT OR IGNORE INTO meta SELECT 'stale/' || id, '' FROM pages")
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('maker', ?)", (maker,))


def note_read(connection: sqlite3.Connection, page_id: str) -> None:
    """Take the mark from a page that was read anew."""
    connection.execute("DELETE FROM meta WHERE key = 'stale/' || ?", (page_id,))


def count_stale(connection: sqlite3.Connection) -> int:
    """Count the pages that the last maker did not read."""
    sql = f"SELECT count(*) FROM pages p WHERE {IS_STALE}"  # noqa: S608 - our own words
    (count,) = connection.execute(sql).fetchone()
    return int(count)


def _read_maker(connection: sqlite3.Connection) -> str | None:
    row = connection.execute("SELECT value FROM meta WHERE key = 'maker'").fetchone()
    return str(row[0]) if row else None
