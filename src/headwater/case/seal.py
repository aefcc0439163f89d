"""The seal of a finished case's tables: what each holds, in a digest that changes row by row.

The digest of a table is the sum of the digests of its export lines. So it depends on the rows
alone, in whatever order they came, and a run takes out of it the rows that changed as they were
and puts them in as they are: adding a page to a big case does not read all of it again.
``file_seal.py`` seals the bytes of the file.
"""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from headwater.case.makers import count_stale
from headwater.case.questions import columns_sql
from headwater.case.rows import line_of
from headwater.case.schema import SCHEMA_VERSION
from headwater.case.tables import TABLES, Table
from headwater.settings import Settings

_DIGEST_BYTES: Final = 16
_MODULUS: Final = 1 << (8 * _DIGEST_BYTES)


def seal_tables(
    connection: sqlite3.Connection, *, settings: Settings, made_by: Mapping[str, str]
) -> None:
    """Store the manifest and the digest of every row; inside one transaction.

    Only rows that were noted as changed since the last seal are read, where there is one.
    """
    sealed = {
        "settings": msgspec.to_builtins(settings),
        "made_by": dict(sorted(made_by.items())),
    }
    before = read_manifest(connection)
    held = {table.name: _seal_table(connection, table, before) for table in TABLES}
    manifest = describe(connection, held) | sealed
    connection.execute("DELETE FROM unsealed_rows")
    connection.execute(
        "INSERT INTO meta VALUES ('manifest', ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (msgspec.json.encode(manifest, order="sorted").decode(),),
    )


def read_manifest(connection: sqlite3.Connection) -> dict[str, Any] | None:
    """Give the manifest the last run stored; None where no run has come to its end."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'manifest'").fetchone()
    return msgspec.json.decode(row[0], type=dict[str, Any]) if row else None


def describe(connection: sqlite3.Connection, tables: Mapping[str, Any]) -> dict[str, Any]:
    """Give the part of a manifest that follows from the case's content alone."""
    from importlib.metadata import version  # noqa: PLC0415 - slow to import, and no question needs it

    pages = connection.execute("SELECT sha256 FROM pages WHERE sha256 IS NOT NULL ORDER BY 1")
    return {
        "headwater": version("headwater"),
        "schema": SCHEMA_VERSION,
        "pile": hashlib.sha256("\n".join(row[0] for row in pages).encode()).hexdigest(),
        "stale_pages": count_stale(connection),
        "tables": dict(tables),
    }


def digest_table(connection: sqlite3.Connection, table: Table) -> dict[str, Any]:
    """Give a table's number of rows and its digest, from all its rows."""
    whole = _TableDigest()
    for _, line in table_lines(connection, table):
        whole.add(digest_line(line))
    return whole.described()


def table_lines(
    connection: sqlite3.Connection, table: Table, where: str = "true"
) -> Iterator[tuple[str, bytes]]:
    """Yield the id and the line of the export of each row, or of some, in id order."""
    sql = f"SELECT id, {columns_sql(table)} FROM {table.name} WHERE {where} ORDER BY id"  # noqa: S608 - our own words
    for key, *row in connection.execute(sql):
        yield key, line_of(row, table)


def digest_line(line: bytes) -> bytes:
    """Give sixteen bytes that stand for one row."""
    return hashlib.sha256(line).digest()[:_DIGEST_BYTES]


class _TableDigest:
    """How many rows a table has, and the sum of their digests; from nothing, or from what was sealed."""

    def __init__(self, sealed: Mapping[str, Any] | None = None) -> None:
        self._rows = sealed["rows"] if sealed else 0
        self._total = int(sealed["digest"], 16) if sealed else 0

    def add(self, digest: bytes) -> None:
        self._rows, self._total = self._rows + 1, self._total + int.from_bytes(digest, "big")

    def take_out(self, digest: bytes) -> None:
        self._rows, self._total = self._rows - 1, self._total - int.from_bytes(digest, "big")

    def described(self) -> dict[str, Any]:
        return {
            "rows": self._rows,
            "digest": f"{self._total % _MODULUS:0{2 * _DIGEST_BYTES}x}",
        }


def _seal_table(
    connection: sqlite3.Connection, table: Table, before: Mapping[str, Any] | None
) -> dict[str, Any]:
    """Bring the digests of a table's rows up to date, and give that of the table."""
    whole = _TableDigest(before["tables"][table.name] if before else None)
    noted = f"id IN (SELECT id FROM unsealed_rows WHERE table_name = '{table.name}')"  # noqa: S608 - our own words
    if before:
        sql = f"DELETE FROM row_digests WHERE table_name = ? AND {noted} RETURNING digest"  # noqa: S608 - our own words
        for (digest,) in connection.execute(sql, (table.name,)).fetchall():
            whole.take_out(digest)

    def rows() -> Iterator[tuple[str, str, bytes]]:
        for key, line in table_lines(connection, table, noted if before else "true"):
            digest = digest_line(line)
            whole.add(digest)
            yield table.name, key, digest

    connection.executemany("INSERT INTO row_digests VALUES (?, ?, ?)", rows())
    return whole.described()
