"""An open case, its rows read as values of the model."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from headwater.case.fronts import Whereabouts
from headwater.case.rows import value_of
from headwater.case.tables import TABLE_OF, Table
from headwater.errors import DamagedCase, UnclearQuestion

if TYPE_CHECKING:
    from headwater.case.board import OriginsAmong
    from headwater.case.collecting import Imagining
    from headwater.case.following import Follow
    from headwater.case.network import OriginCounter
    from headwater.case.profiles import Describer
    from headwater.case.supposing import Supposes
    from headwater.case.what_if import TakeAway

T = TypeVar("T")

#: Of ids as ``ids_given`` gives them.
OF_IDS: Final = "IN (SELECT value FROM json_each(?))"


class OpenCase:
    """An open case that reads its rows; what counts, describes, follows or supposes is brought along."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection, self.name = connection, name
        #: Brought by whoever opens the case (``headwater.open_case`` does); without it no source is
        #: described.
        self.describe: Describer | None = None
        #: Brought likewise; without it no network is counted.
        self.count_origins: OriginCounter | None = None
        #: Brought likewise; without it there is no board.
        self.count_among: OriginsAmong | None = None
        #: Brought likewise; without it no source can be taken away.
        self.take_away: TakeAway | None = None
        #: Brought likewise; without it nothing can be imagined to be held.
        self.imagining: Imagining | None = None
        #: Brought likewise; without it no commitment is followed.
        self.follow: Follow | None = None
        #: Brought likewise; without it nothing can be supposed.
        self.supposes: Supposes | None = None

    def has_articles(self) -> bool:
        """Tell whether any page of the case holds an article."""
        return any(True for _ in self._select("SELECT 1 FROM articles LIMIT 1"))

    def _one(self, model: type[T], key: str) -> T:
        table = TABLE_OF[model]
        noun = model.__name__.lower()
        # A range, which the index of the ids answers without a walk through the table.
        found = self._all(
            model, "WHERE id >= ? AND id < ? ORDER BY id LIMIT 2", (key, f"{key}\U0010ffff")
        )
        if len(found) == 1 and key:
            return found[0]
        fact = f"no {noun} has this id" if not found else f"more than one {noun} begins so"
        remedy = f"Ids are in the first field of: headwater {table.name} {self.name} --json"
        raise UnclearQuestion(fact, where=f"{noun} {key!r}", remedy=remedy)

    def _of_article(self, model: type[T], article_id: str | None) -> tuple[T, ...]:
        if article_id is None:
            return self._all(model, "ORDER BY article_id, rowid")
        return self._all(model, "WHERE article_id = ? ORDER BY rowid", (article_id,))

    def _all(
        self, model: type[T], rest: str = "ORDER BY id", given: tuple[Any, ...] = ()
    ) -> tuple[T, ...]:
        table = TABLE_OF[model]
        rows = self._select(f"SELECT {columns_sql(table)} FROM {table.name} {rest}", given)  # noqa: S608 - our own names
        try:
            return tuple(value_of(row, model) for row in rows)
        except (msgspec.MsgspecError, ValueError, TypeError) as error:
            raise self._damaged(error) from error

    def _select(self, sql: str, given: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._connection.execute(sql, given)
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> DamagedCase:
        remedy = f"See what is wrong with: headwater verify {self.name}"
        return DamagedCase(f"the case cannot be read ({error})", where=self.name, remedy=remedy)

    def _same(self) -> dict[str, str]:
        """The ids of actors that are the same as others, and of which."""
        return dict(self._select("SELECT id, same_as FROM actors WHERE same_as IS NOT NULL"))

    def _whereabouts(self) -> dict[str, Whereabouts]:
        rows = self._select(
            "SELECT id, outlet_name, published_from, published_to FROM articles"
        )
        return {
            key: Whereabouts(outlet_name=outlet, published_from=since, published_to=until)
            for key, outlet, since, until in rows
        }


def columns_sql(table: Table) -> str:
    """Give a table's columns, quoted, in the order of its rows."""
    return ", ".join(f'"{column.name}"' for column in table.columns)


def ids_given(keys: Iterable[str]) -> tuple[str]:
    """Give ids as a query takes them."""
    return (msgspec.json.encode(sorted(set(keys))).decode(),)
