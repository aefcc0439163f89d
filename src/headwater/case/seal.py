"""The seal of a finished case: what every table holds, and every byte of the file.

Tables are sealed by the digests of their export lines, so the manifest of a case also fits its
export. The file is sealed as a whole: the digest is taken with 64 zeros where the digest will
stand, then written over them. So a change of any byte shows, also in an index, in the search
tables, or in the free space of a page, none of which a table's digest would notice.
"""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import msgspec

from headwater.case.makers import count_stale
from headwater.case.questions import columns_sql
from headwater.case.rows import line_of
from headwater.case.schema import SCHEMA_VERSION
from headwater.case.tables import TABLES, Table
from headwater.settings import Settings

#: What stands in the seal until the file's digest does; such a case is not sealed.
UNSEALED: Final = "0" * 64


def seal_tables(
    connection: sqlite3.Connection, *, settings: Settings, made_by: Mapping[str, str]
) -> None:
    """Store the manifest, the digest of every row, and an empty seal; inside one transaction."""
    sealed = {
        "settings": msgspec.to_builtins(settings),
        "made_by": dict(sorted(made_by.items())),
    }
    connection.execute("DELETE FROM row_digests")
    tables = {table.name: _seal_table(connection, table) for table in TABLES}
    manifest = describe(connection, tables) | sealed
    connection.execute(
        "INSERT INTO meta VALUES ('manifest', ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (msgspec.json.encode(manifest, order="sorted").decode(),),
    )
    connection.execute("DELETE FROM seal")
    connection.execute("INSERT INTO seal VALUES (?)", (UNSEALED,))


def read_manifest(connection: sqlite3.Connection) -> dict[str, Any] | None:
    """Give the manifest the last run stored; None where no run has come to its end."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'manifest'").fetchone()
    return msgspec.json.decode(row[0], type=dict[str, Any]) if row else None


def describe(connection: sqlite3.Connection, tables: Mapping[str, Any]) -> dict[str, Any]:
    """Give the part of a manifest that follows from the case's content alone."""
    pages = connection.execute("SELECT sha256 FROM pages WHERE sha256 IS NOT NULL ORDER BY 1")
    return {
        "headwater": version("headwater"),
        "schema": SCHEMA_VERSION,
        "pile": hashlib.sha256("\n".join(row[0] for row in pages).encode()).hexdigest(),
        "stale_pages": count_stale(connection),
        "tables": dict(tables),
    }


def digest_table(connection: sqlite3.Connection, table: Table) -> dict[str, Any]:
    """Give a table's number of rows and the SHA-256 of its export file."""
    whole = _TableDigest()
    for _, line in table_lines(connection, table):
        whole.add(line)
    return whole.described()


class _TableDigest:
    """The number of rows and the SHA-256 of an export file, line by line."""

    def __init__(self) -> None:
        self._rows, self._whole = 0, hashlib.sha256()

    def add(self, line: bytes) -> None:
        self._rows += 1
        self._whole.update(line + b"\n")

    def described(self) -> dict[str, Any]:
        return {"rows": self._rows, "sha256": self._whole.hexdigest()}


def table_lines(connection: sqlite3.Connection, table: Table) -> Iterator[tuple[str, bytes]]:
    """Yield each row's id and its line of the export, in id order."""
    sql = f"SELECT id, {columns_sql(table)} FROM {table.name} ORDER BY id"  # noqa: S608 - our own names
    for key, *row in connection.execute(sql):
        yield key, line_of(row, table)


def digest_line(line: bytes) -> bytes:
    """Give eight bytes that stand for one row."""
    return hashlib.sha256(line).digest()[:8]


def _seal_table(connection: sqlite3.Connection, table: Table) -> dict[str, Any]:
    whole = _TableDigest()

    def rows() -> Iterator[tuple[str, str, bytes]]:
        for key, line in table_lines(connection, table):
            whole.add(line)
            yield table.name, key, digest_line(line)

    connection.executemany("INSERT INTO row_digests VALUES (?, ?, ?)", rows())
    return whole.described()


def seal_file(path: Path, place: int) -> None:
    """Write the digest of the whole file over the empty seal that stands at ``place``."""
    digest = digest_file(path, place)
    with path.open("r+b") as file:
        file.seek(place)
        file.write(digest.encode())


def digest_file(path: Path, place: int) -> str:
    """Give the SHA-256 of the file, taken as if its seal were empty."""
    whole = hashlib.sha256()
    with path.open("rb") as file:
        whole.update(file.read(place))
        file.seek(len(UNSEALED), 1)
        whole.update(UNSEALED.encode())
        while block := file.read(1 << 20):
            whole.update(block)
    return whole.hexdigest()


def find_seal(connection: sqlite3.Connection, path: Path) -> tuple[str, int] | None:
    """Give the digest a file was sealed with and where in the file it stands; None if unsealed.

    The table ``seal`` has one short row, which therefore stands whole on the table's first
    page; the first cell pointer of a leaf page is its bytes 8 and 9 (SQLite file format, 1.6).
    """
    row = connection.execute("SELECT digest FROM seal").fetchone()
    if row is None:
        return None
    (page_size,) = connection.execute("PRAGMA page_size").fetchone()
    (root,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'seal'"
    ).fetchone()
    with path.open("rb") as file:
        file.seek((root - 1) * page_size)
        page = file.read(page_size)
    inside = page.find(str(row[0]).encode(), int.from_bytes(page[8:10], "big"))
    return None if inside < 0 else (row[0], (root - 1) * page_size + inside)
