"""Telling whether a case is still what its last run left, to the byte."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from headwater.case.file_seal import UNSEALED, digest_file, find_seal
from headwater.case.seal import digest_line, digest_table, read_manifest, table_lines
from headwater.case.tables import TABLES, Table

_NO_SEAL = "no seal: the last run did not come to its end, or the seal itself was changed"
_ELSEWHERE = (
    "the file was changed outside its exported tables: in an index, a vector, the search "
    "tables, the manifest, or free space"
)
_MOST_ROWS = 20


def find_changes(path: Path) -> Iterator[str]:
    """Yield what differs between a case file and its seal; nothing where all is as it was."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    # A changed byte may break UTF-8; the row that holds it must still be found.
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        if not _has_its_bytes(connection, path):
            yield (
                _NO_SEAL
                if _seal(connection, path) is None
                else "the file is not as it was sealed"
            )
            yield from _locate(connection)
    except (sqlite3.DatabaseError, msgspec.MsgspecError, ValueError) as error:
        yield f"the file cannot be read as a case: {error}"
    finally:
        connection.close()


def find_changed_rows(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the tables, and in them the rows, that differ from the manifest."""
    manifest = read_manifest(connection)
    if manifest is None:
        yield _NO_SEAL
        return
    for table in TABLES:
        try:
            same = digest_table(connection, table) == manifest["tables"].get(table.name)
            yield from () if same else _changed_rows(connection, table)
        except sqlite3.DatabaseError as error:
            yield f"table {table.name}: cannot be read: {error}"


def _has_its_bytes(connection: sqlite3.Connection, path: Path) -> bool:
    seal = _seal(connection, path)
    return seal is not None and digest_file(path, seal[1]) == seal[0]


def _seal(connection: sqlite3.Connection, path: Path) -> tuple[str, int] | None:
    try:
        found = find_seal(connection, path)
    except (sqlite3.DatabaseError, TypeError):
        return None
    return None if found is None or found[0] == UNSEALED else found


def _locate(connection: sqlite3.Connection) -> Iterator[str]:
    rows = list(find_changed_rows(connection))
    yield from rows or [_ELSEWHERE]
    for (finding,) in connection.execute("PRAGMA integrity_check(5)"):
        if finding != "ok":
            yield f"integrity check: {' '.join(str(finding).split())}"


def _changed_rows(connection: sqlite3.Connection, table: Table) -> Iterator[str]:
    sealed = dict(
        connection.execute(
            "SELECT id, digest FROM row_digests WHERE table_name = ?", (table.name,)
        )
    )
    found = {key: digest_line(line) for key, line in table_lines(connection, table)}
    changed = [
        f"table {table.name}: row {key} {_verb(sealed.get(key), found.get(key))}"
        for key in sorted(sealed.keys() | found.keys(), key=str)
        if sealed.get(key) != found.get(key)
    ]
    yield from changed[:_MOST_ROWS]
    if len(changed) > _MOST_ROWS:
        yield f"table {table.name}: and {len(changed) - _MOST_ROWS} more rows"
    if not changed:
        yield f"table {table.name}: its digest does not fit its rows"


def _verb(sealed: bytes | None, found: bytes | None) -> str:
    if sealed is None:
        return "was added"
    return "is missing" if found is None else "was changed"
