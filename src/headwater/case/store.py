"""The case file: made, opened, added to page by page, linked, sealed."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import msgspec

from headwater.case.file_seal import UNSEALED, KeptSeal, find_seal, seal_file
from headwater.case.makers import IS_STALE, note_maker, note_read
from headwater.case.questions import Questions, columns_sql
from headwater.case.rows import linked_row, row_of
from headwater.case.schema import APPLICATION_ID, SCHEMA_VERSION, create_schema
from headwater.case.seal import describe, digest_table, read_manifest, seal_tables
from headwater.case.tables import TABLE_NAMED, TABLE_OF, TABLES
from headwater.case.verify import find_changed_rows, find_changes
from headwater.case.word_index import gather_parts
from headwater.errors import DamagedCase, UnusableCase, WouldOverwrite
from headwater.model import ArticleFindings, PageFindings
from headwater.model.links import Links, LinkUpdate
from headwater.settings import Settings

_NO_CASE: Final = "Name a file that headwater read made; this one was left as it is."
_LINK_TABLES: Final = (
    "contradictions",
    "drifts",
    "derivations",
    "claims",
    "stories",
    "reports",
    "actors",
)
#: Pages in the log from which SQLite folds it in while a run writes: its own default.
_LOGGED_PAGES: Final = 1000
#: What links write into rows that reading found, and how it is undone: an event's own article may have tied it.
_UNDO: Final = {
    "same_commitments": "UPDATE commitments SET same_as = NULL",
    "same_events": "UPDATE events SET same_as ="
    " (SELECT first FROM second_mentions WHERE event_id = events.id)",
}


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
        connection = _connect(path, "rwc")
        with _told(path):
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
        connection = _connect(path, "rw" if write else "ro")
        try:
            _check(connection, path)
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
            self._insert([page])
            if names:
                self._name(page.id, {*page.names, *names})
            for article in findings.articles:
                self._add_article(article)
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
            self._clear_links()
            self._insert_links(links)

    def update_links(self, update: LinkUpdate) -> None:
        """Let stale links go and store fresh ones; what was linked before and still holds stays."""
        with self._transaction():
            if all(near.id in update.stale for near in self.neighbourhoods()):
                self._clear_links()
            else:
                self._delete_links(update.stale)
            for near, links in update.fresh:
                self._insert_links(links)
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
                self._insert([actor])

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
        with _told(self.path):
            self._connection.execute("PRAGMA journal_mode = DELETE")
            seal = find_seal(self._connection, self.path)
        # Another handle on the file would drop the locks of an open connection (POSIX).
        self._connection.close()
        if seal is not None:
            seal_file(self.path, seal[1], self._kept)
        self._connection = _connect(self.path, "rw" if self._may_write else "ro")
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

    def _add_article(self, findings: ArticleFindings) -> None:
        self._insert([findings.article])
        for table in TABLES:
            if table.per_article:
                self._insert(getattr(findings, table.name))
        self._connection.executemany(
            "INSERT INTO second_mentions VALUES (?, ?)",
            [(event.id, event.same_as) for event in findings.events if event.same_as],
        )
        if findings.vectors:
            pairs = zip(findings.statements, findings.vectors, strict=True)
            rows = [(statement.id, vector) for statement, vector in pairs]
            self._connection.executemany("INSERT INTO vectors VALUES (?, ?)", rows)
        self._connection.executemany(
            "INSERT INTO clauses VALUES (?, ?, ?)",
            [
                (one.commitment_id, one.text, msgspec.msgpack.encode(one.clause))
                for one in findings.clauses
            ],
        )
        if findings.fingerprint:
            row = findings.article.id, findings.fingerprint
            self._connection.execute("INSERT INTO fingerprints VALUES (?, ?)", row)

    def _insert_links(self, links: Links) -> None:
        for name in reversed(_LINK_TABLES):
            self._insert(getattr(links, name))
        for table in ("commitments", "events"):
            self._connection.executemany(
                f"UPDATE {table} SET same_as = ? WHERE id = ?",  # noqa: S608 - our own names
                [(same, key) for key, same in getattr(links, f"same_{table}")],
            )

    def _clear_links(self) -> None:
        for table in (*_LINK_TABLES, "neighbourhoods"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
        for undo in _UNDO.values():
            self._connection.execute(undo)

    def _delete_links(self, neighbourhoods: Iterable[str]) -> None:
        for key in neighbourhoods:
            sql = "SELECT rows FROM neighbourhoods WHERE id = ?"
            for (rows,) in self._connection.execute(sql, (key,)).fetchall():
                for table, ids in msgspec.json.decode(rows).items():
                    undo = _UNDO.get(table) or f"DELETE FROM {TABLE_NAMED[table].name}"  # noqa: S608 - our own names
                    self._connection.executemany(
                        f"{undo} WHERE id = ?", [(row,) for row in ids]
                    )
            self._connection.execute("DELETE FROM neighbourhoods WHERE id = ?", (key,))

    def _name(self, page_id: str, names: set[str]) -> None:
        self._connection.execute(
            "UPDATE pages SET name = ?, names = ? WHERE id = ?",
            (min(names), msgspec.json.encode(sorted(names)).decode(), page_id),
        )

    def _insert(self, values: Sequence[object]) -> None:
        if values:
            table = TABLE_OF[type(values[0])]
            marks = ", ".join("?" * len(table.columns))
            sql = f"INSERT INTO {table.name} ({columns_sql(table)}) VALUES ({marks})"  # noqa: S608 - our own names
            self._connection.executemany(sql, map(row_of, values))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._begin_writing()
        with _told(self.path):
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
            with _told(self.path):
                self._kept = KeptSeal.begin(self._connection, self.path) if self.path else None
                self._connection.execute("PRAGMA journal_mode = WAL")
                if self._kept:
                    self._connection.execute("PRAGMA wal_autocheckpoint = 0")
                # Enough in WAL mode: a crash of the machine loses the last pages, never the rest.
                self._connection.execute("PRAGMA synchronous = NORMAL")
            self._is_writing = True


def is_case(path: Path) -> bool:
    """Tell from its first bytes whether a file is a case, of whatever version."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(100)
    return head.startswith(b"SQLite format 3\0") and head[68:72] == APPLICATION_ID.to_bytes(
        4, "big"
    )


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    with _told(path):
        uri = f"{path.resolve().as_uri()}?mode={mode}"
        return sqlite3.connect(uri, uri=True, isolation_level=None)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    with _told(path):
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
def _told(path: Path | None) -> Iterator[None]:
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
