"""The index of words by which articles are found, kept in few parts.

Every run leaves a part of its own, and whoever looks for a word looks into each of them.
"""

import sqlite3
from typing import Final

#: Parts from which they are made one: with eleven of them a board of 10,000 articles took a tenth longer.
_MOST_PARTS: Final = 8


def gather_parts(connection: sqlite3.Connection) -> None:
    """Make the parts one where they have become many; inside a transaction."""
    (parts,) = connection.execute(
        "SELECT count(DISTINCT segid) FROM articles_fts_idx"
    ).fetchone()
    if parts > _MOST_PARTS:
        connection.execute("INSERT INTO articles_fts(articles_fts) VALUES ('optimize')")
