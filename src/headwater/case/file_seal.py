"""The seal of a case's file: one digest of all its bytes, kept up by looking at changed pages alone.

The digest is the sum of the SHA-256 of every page with its number, so that a page that changed is
taken out as it was and put in as it is. It is taken with zeros where it will stand itself, then
written over them. A change of any byte shows, also in an index, in the search tables, or in free
space, none of which the digest of a table would notice.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Self

from headwater.case.schema import PAGE_SIZE

#: What stands in the seal until the file's digest does; such a case is not sealed.
UNSEALED: Final = "0" * 64
_MODULUS: Final = 1 << 256
#: Read and write version in the file's header that say: no write-ahead log (SQLite file format, 1.3).
_FOLDED: Final = b"\x01\x01"
_LOG_HEAD, _FRAME_HEAD = 32, 24
#: Bytes of a log from which a run changes so much that the whole file may as well be read.
_MOST_LOGGED: Final = 64 << 20


def digest_file(path: Path, place: int) -> str:
    """Give the digest of the whole file, taken as if its seal were empty."""
    with path.open("rb") as file:
        return _hex(sum(_digests(file, place, range(_pages(path)))))


def seal_file(path: Path, place: int, kept: "KeptSeal | None" = None) -> None:
    """Write the digest of the file over the empty seal that stands at ``place``.

    Args:
        path: The file, folded into one.
        place: Where the seal stands, in bytes.
        kept: The seal it had before, with what was changed since; None reads the whole file.
    """
    digest = kept.renewed(place) if kept else digest_file(path, place)
    with path.open("r+b") as file:
        file.seek(place)
        file.write(digest.encode())


def find_seal(connection: sqlite3.Connection, path: Path) -> tuple[str, int] | None:
    """Give the digest a file was sealed with and where in the file it stands; None if unsealed.

    The table ``seal`` has one short row, which therefore stands whole on the table's first
    page; the first cell pointer of a leaf page is its bytes 8 and 9 (SQLite file format, 1.6).
    """
    row = connection.execute("SELECT digest FROM seal").fetchone()
    if row is None:
        return None
    (root,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'seal'"
    ).fetchone()
    with path.open("rb") as file:
        file.seek((root - 1) * PAGE_SIZE)
        page = file.read(PAGE_SIZE)
    inside = page.find(str(row[0]).encode(), int.from_bytes(page[8:10], "big"))
    return None if inside < 0 else (row[0], (root - 1) * PAGE_SIZE + inside)


@dataclass(slots=True)
class KeptSeal:
    """The seal of a file while a run changes it, less the pages that were changed.

    It is right only as long as nothing but the log holds what was changed: see ``begin``.
    """

    path: Path
    place: int
    pages: int
    total: int
    changed: set[int]

    @classmethod
    def begin(cls, connection: sqlite3.Connection, path: Path) -> Self | None:
        """Keep the seal of a file that nobody has written to yet; None if it has none.

        Page 0 is taken out at once: going over to a log writes to it.
        """
        with path.open("rb") as file:
            file.seek(18)
            is_folded = file.read(2) == _FOLDED
        seal = find_seal(connection, path) if is_folded else None
        if seal is None or seal[0] == UNSEALED or _log_of(path).exists():
            return None
        kept = cls(path, seal[1], _pages(path), int(seal[0], 16), set())
        kept._take_out({0})
        return kept

    @property
    def is_outgrown(self) -> bool:
        """True where so much was changed that the log is better folded in, and this forgotten."""
        log = _log_of(self.path)
        return log.exists() and log.stat().st_size > _MOST_LOGGED

    def take_out_changed(self) -> None:
        """Take out all pages of which the log holds another state, before it is folded in."""
        self._take_out(_logged_pages(_log_of(self.path)) - self.changed)

    def renewed(self, place: int) -> str:
        """Give the digest of the folded file: what stayed, and the changed pages as they now are."""
        pages = _pages(self.path)
        if pages < self.pages:
            return digest_file(self.path, place)
        now = self.changed.union(range(self.pages, pages))
        with self.path.open("rb") as file:
            return _hex(self.total + sum(_digests(file, place, sorted(now))))

    def _take_out(self, numbers: set[int]) -> None:
        self.changed |= numbers
        with self.path.open("rb") as file:
            held = sorted(n for n in numbers if n < self.pages)
            self.total -= sum(_digests(file, self.place, held))


def _digests(file: BinaryIO, place: int, numbers: Iterable[int]) -> Iterator[int]:
    """The digest of each of these pages of a file, with zeros where the seal stands."""
    sealed, inside = divmod(place, PAGE_SIZE)
    for number in numbers:
        file.seek(number * PAGE_SIZE)
        page = file.read(PAGE_SIZE)
        if number == sealed:
            page = page[:inside] + UNSEALED.encode() + page[inside + len(UNSEALED) :]
        whole = hashlib.sha256(number.to_bytes(8, "big"))
        whole.update(page)
        yield int.from_bytes(whole.digest(), "big")


def _logged_pages(log: Path) -> set[int]:
    """The numbers, from 0, of the pages that a write-ahead log holds (SQLite file format, 4.1)."""
    if not log.exists():
        return set()
    found = set()
    with log.open("rb") as file:
        salt = file.read(_LOG_HEAD)[16:24]
        while len(head := file.read(_FRAME_HEAD)) == _FRAME_HEAD and head[8:16] == salt:
            found.add(int.from_bytes(head[:4], "big") - 1)
            file.seek(PAGE_SIZE, 1)
    return found


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _pages(path: Path) -> int:
    return -(-path.stat().st_size // PAGE_SIZE)


def _hex(total: int) -> str:
    return f"{total % _MODULUS:064x}"
