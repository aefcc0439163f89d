"""The case file: made, opened, added to page by page, linked, sealed."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import msgspec

from headwater.case.file_seal import UNSEALED, KeptSeal, find_seal, seal_file
from headwater.case.makers import IS_STALE, note_maker, note_read
from headwater.case.opening import check, connect, told
from headwater.case.questions import Questions
from headwater.case.rows import linked_row
from headwater.case.schema import create_schema
from headwater.case.seal import describe, digest_table, read_manifest, seal_tables
from headwater.case.tables import TABLES
from headwater.case.verify import find_changed_rows, find_changes
from headwater.case.word_index import gather_parts
from headwater.case.writing import (
    clear_links,
    delete_links,
    insert,
    insert_article,
    insert_links,
)
from headwater.errors import UnusableCase, WouldOverwrite
from headwater.model import PageFindings
from headwater.model.links import Links, LinkUpdate
from headwater.settings import Settings

#: Pages in the log from which SQLite folds it in while a run writes: its own default.
_LOGGED_PAGES: Final = 1000


class Case(Questions):
    """A pile, read: everything found in it, in one SQLite file or in memory.

    Adding a page is one transaction, so a run that is killed leaves the pages it had finished,
    and the next one goes on from there. While a run writes, the file is in WAL mode; sealed, it
    is one plain file again, which can be read from a disk nobody may write to.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path | None, *, may_write: bool
    ) -> None:
        super().__init__(connection, str(path) if path else "the case in memory")
        self.path = path
        self._may_write = may_write
        self._is_writing = path is None
        #: What the file was sealed with when this began to write to it.
        self._kept: KeptSeal | None = None
        connection.execute("PRAGMA foreign_keys = ON")

    @classmethod
    def create(cls, path: Path | str) -> Self:
        """Make an empty case in a file that is not there yet, open for adding.

        Raises:
            WouldOverwrite: If something is there.
            UnusableCase: If the file cannot be made.
        """
        path = Path(path)
        if path.exists() and path.stat().st_size:
            remedy = "Choose another name, or remove the file first."
            raise WouldOverwrite("a file is already there", where=str(path), remedy=remedy)
        connection = connect(path, "rwc")
        with told(path):
            create_schema(connection)
        return cls(connection, path, may_write=True)

    @classmethod
    def open(cls, path: Path | str, *, write: bool = False) -> Self:
        """Open a case for questions, or also for adding to it.

        Raises:
            UnusableCase: If there is none, or it is of another version, or not a case.
        """
        path = Path(path)
        if path.is_dir():
            remedy = f"Read its pages into one with: headwater read {path} -o {path.resolve().name}.hw"
            raise UnusableCase(
                "this is a folder and not a case", where=str(path), remedy=remedy
            )
        if not path.is_file():
            remedy = f"Make one with: headwater read PILE -o {path}"
            raise UnusableCase("there is no case here", where=str(path), remedy=remedy)
        connection = connect(path, "rw" if write else "ro")
        try:
            check(connection, path)
        except UnusableCase:
            connection.close()
            raise
        return cls(connection, path, may_write=write)

    @classmethod
    def in_memory(cls) -> Self:
        """Make an empty case that is gone when it is closed."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        create_schema(connection)
        return cls(connection, None, may_write=True)

    @classmethod
    def open_or_create(cls, path: Path | str) -> Self:
        """Open the case of an earlier run to add to it, or make a new one."""
        path = Path(path)
        fresh = not path.exists() or not path.stat().st_size
        return cls.create(path) if fresh else cls.open(path, write=True)

    def close(self) -> None:
        """Close the file; the case answers nothing more."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def begin(self, *, made_by: Mapping[str, str]) -> None:
        """Begin a run: what another version read, or read with anything else, is now stale.

        Stale pages stay, counted in the manifest, until they come again and are read anew. That
        holds too if this run is killed, or one before it was.

        Args:
            made_by: What reads the pages that are added from now on; see ``seal``.
        """
        with self._transaction():
            note_maker(self._connection, made_by)

    def has_page(self, sha256: str | None, name: str) -> bool:
        """Tell whether these bytes are in the case under this name already.

        Always False without a digest: what could not be opened last time may open now. False
        for what another maker read (see ``begin``), which is to be read anew.
        """
        sql = (
            "SELECT 1 FROM pages p, json_each(p.names) n"  # noqa: S608 - our own words
            f" WHERE p.sha256 = ? AND n.value = ? AND NOT {IS_STALE}"
        )
        return next(self._select(sql, (sha256, name)), None) is not None

    def add(self, findings: PageFindings) -> None:
        """Add a page with all that was found on it: wholly, or after a crash not at all.

        The same bytes met under two names are one page; what came with the first name in
        code-point order (its address, what the pile says of it) is kept, so that the order in
        which they come does not matter. A page that can be read now takes the place of an
        earlier refusal that had its name and no bytes.
        """
        with self._transaction():
            page = findings.page
            known = list(self._select("SELECT names FROM pages WHERE id = ?", (page.id,)))
            names = [name for (row,) in known for name in msgspec.json.decode(row)]
            if names and min(names) < page.name:
                self._name(page.id, {*names, *page.names})
                return
            self._connection.execute("DELETE FROM pages WHERE id = ?", (page.id,))
            self._connection.execute(
                "DELETE FROM pages WHERE sha256 IS NULL AND name = ?", (page.name,)
            )
            insert(self._connection, [page])
            if names:
                self._name(page.id, {*page.names, *names})
            for article in findings.articles:
                insert_article(self._connection, article)
            note_read(self._connection, page.id)

    def add_name(self, sha256: str, name: str) -> bool:
        """Note that bytes of the case were met under one more name.

        Returns:
            False if the bytes are not in the case, or if this is the first of their names in
            code-point order: then the page is to be added anew, under what came with it. False
            also where another maker read them (see ``begin``).
        """
        sql = f"SELECT id, names FROM pages p WHERE sha256 = ? AND NOT {IS_STALE}"  # noqa: S608 - our own words
        known = list(self._select(sql, (sha256,)))
        if any(name < min(msgspec.json.decode(names)) for _, names in known):
            return False
        with self._transaction():
            for page_id, names in known:
                self._name(page_id, {name, *msgspec.json.decode(names)})
        return bool(known)

    def replace_links(self, links: Links) -> None:
        """Put what holds between articles in the place of what an earlier run found."""
        with self._transaction():
            clear_links(self._connection)
            insert_links(self._connection, links)

    def update_links(self, update: LinkUpdate) -> None:
        """Let stale links go and store fresh ones; what was linked before and still holds stays."""
        with self._transaction():
            if all(near.id in update.stale for near in self.neighbourhoods()):
                clear_links(self._connection)
            else:
                delete_links(self._connection, update.stale)
            for near, links in update.fresh:
                insert_links(self._connection, links)
                self._connection.execute(
                    "INSERT INTO neighbourhoods VALUES (?, ?, ?, ?)", linked_row(near, links)
                )
            self._connection.execute("DELETE FROM meta WHERE key = 'parted_by'")
            if update.parted_by:
                self._connection.execute(
                    "INSERT INTO meta VALUES ('parted_by', ?)", (update.parted_by,)
                )
            if update.is_all_actors:
                self._connection.execute("DELETE FROM actors")
            for actor in update.actors:
                self._connection.execute("DELETE FROM actors WHERE id = ?", (actor.id,))
                insert(self._connection, [actor])

    def seal(self, *, settings: Settings, made_by: Mapping[str, str]) -> None:
        """End a run: store the manifest, fold the file into one, and seal every byte of it.

        What was sealed before and did not change since is not read again.

        Args:
            settings: Those of the run.
            made_by: What else decided the result: the arithmetic, the digests of lexicon and models.

        Raises:
            UnusableCase: If another program holds the case open.
        """
        with self._transaction():
            gather_parts(self._connection)
            seal_tables(self._connection, settings=settings, made_by=made_by)
            self._connection.execute("INSERT INTO seal VALUES (?)", (UNSEALED,))
        if self.path is None:
            return
        if self._kept:
            self._kept.take_out_changed()
        with told(self.path):
            self._connection.execute("PRAGMA journal_mode = DELETE")
            seal = find_seal(self._connection, self.path)
        # Another handle on the file would drop the locks of an open connection (POSIX).
        self._connection.close()
        if seal is not None:
            seal_file(self.path, seal[1], self._kept)
        self._connection = connect(self.path, "rw" if self._may_write else "ro")
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._is_writing, self._kept = False, None

    @property
    def is_sealed(self) -> bool:
        """False while a run writes, and after one that did not come to its end."""
        seals = [row[0] for row in self._select("SELECT digest FROM seal")]
        return bool(seals) and (self.path is None or seals != [UNSEALED])

    def manifest(self) -> dict[str, Any]:
        """Say how the case was made and what it holds: versions, settings, digests of tables.

        The ``digest`` of a table follows from its lines in the export, in whatever order.
        """
        stored = read_manifest(self._connection) or {"settings": None, "made_by": None}
        if self.is_sealed:
            return stored
        tables = {table.name: digest_table(self._connection, table) for table in TABLES}
        kept = {key: stored[key] for key in ("settings", "made_by")}
        return describe(self._connection, tables) | kept

    def verify(self) -> tuple[str, ...]:
        """Name what differs from what the last run sealed; empty where every byte is as it was."""
        if self.path is None:
            return tuple(find_changed_rows(self._connection))
        return tuple(find_changes(self.path))

    def _name(self, page_id: str, names: set[str]) -> None:
        self._connection.execute(
            "UPDATE pages SET name = ?, names = ? WHERE id = ?",
            (min(names), msgspec.json.encode(sorted(names)).decode(), page_id),
        )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._begin_writing()
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.execute("DELETE FROM seal")
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # a full disk has already rolled it back
                    self._connection.execute("ROLLBACK")
                raise
            if self._kept and self._kept.is_outgrown:
                self._kept = None
                self._connection.execute(f"PRAGMA wal_autocheckpoint = {_LOGGED_PAGES}")

    def _begin_writing(self) -> None:
        if not self._may_write:
            remedy = "Open it with Case.open(path, write=True)."
            raise UnusableCase(
                "it was opened for questions only", where=self.name, remedy=remedy
            )
        if not self._is_writing:
            with told(self.path):
                self._kept = KeptSeal.begin(self._connection, self.path) if self.path else None
                self._connection.execute("PRAGMA journal_mode = WAL")
                if self._kept:
                    self._connection.execute("PRAGMA wal_autocheckpoint = 0")
                # Enough in WAL mode: a crash of the machine loses the last pages, never the rest.
                self._connection.execute("PRAGMA synchronous = NORMAL")
            self._is_writing = True
