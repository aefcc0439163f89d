"""The file under a case: connected to, told from other files, and what SQLite says of it in our words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from headwater.case.schema import APPLICATION_ID, SCHEMA_VERSION
from headwater.errors import DamagedCase, UnusableCase

_NO_CASE: Final = "Name a file that headwater read made; this one was left as it is."


def is_case(path: Path) -> bool:
    """Tell from its first bytes whether a file is a case, of whatever version."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(100)
    return head.startswith(b"SQLite format 3\0") and head[68:72] == APPLICATION_ID.to_bytes(
        4, "big"
    )


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Connect to a file: ``ro``, ``rw``, or ``rwc`` to make it.

    Raises:
        UnusableCase: If SQLite cannot open it.
    """
    with told(path):
        uri = f"{path.resolve().as_uri()}?mode={mode}"
        return sqlite3.connect(uri, uri=True, isolation_level=None)


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Make sure that a file is a case, and of this version.

    Raises:
        UnusableCase: If it is not.
    """
    with told(path):
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise UnusableCase("this is not a case", where=str(path), remedy=_NO_CASE)
    if version != SCHEMA_VERSION:
        fact = f"it has schema version {version}, and this Headwater reads {SCHEMA_VERSION}"
        older = "Read the pile again into a new case."
        newer = "Open it with the Headwater that made it, or a later one."
        remedy = newer if version > SCHEMA_VERSION else older
        raise UnusableCase(fact, where=str(path), remedy=remedy)


@contextmanager
def told(path: Path | None) -> Iterator[None]:
    """Turn what SQLite says of a file into our own error; breaches of the schema stay bugs."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        damaged = (
            path is not None
            and is_case(path)
            and not isinstance(error, sqlite3.OperationalError)
        )
        kind = DamagedCase if damaged else UnusableCase
        raise kind(_fact(error), where=str(path), remedy=_remedy(error)) from error


def _fact(error: sqlite3.DatabaseError) -> str:
    return "this is not a case" if "not a database" in str(error) else f"SQLite says: {error}"


def _remedy(error: sqlite3.DatabaseError) -> str:
    if "locked" in str(error):
        return "Another program has the case open; close it and run this again."
    if "not a database" in str(error):
        return _NO_CASE
    if "malformed" in str(error):
        return "Take it from a copy, or read the pile again into a new case."
    return "Check the file, its folder and the space on the disk."
