"""The tables of a case: one per model class, its columns read off the class.

A plain field is a plain column. A nested one (spans, chains, zones) is JSON text, so that
``json_each`` and every reader of SQLite can unfold it. A trailing underscore, which Python
needs in ``from_``, is dropped.
"""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, Final, get_args, get_type_hints

from headwater.model import (
    Actor,
    Article,
    Claim,
    Commitment,
    Contradiction,
    Derivation,
    Drift,
    Event,
    Mention,
    Page,
    Place,
    Quantity,
    Relation,
    Report,
    Statement,
    Story,
)


class Affinity(StrEnum):
    """How a column keeps its values; ``JSON`` is text that holds a list or an object."""

    TEXT = "TEXT"
    INTEGER = "INTEGER"
    BOOLEAN = "BOOLEAN"
    REAL = "REAL"
    DATE = "DATE"
    JSON = "JSON"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column, the field it comes from, and whether it may be empty."""

    name: str
    field: str
    affinity: Affinity
    nullable: bool
    #: Fields with a trailing underscore somewhere below a JSON column.
    underscored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its class, its columns in the order of its fields, what it refers to, what is looked up."""

    name: str
    model: type[Any]
    columns: tuple[Column, ...]
    #: Those of the columns whose cells are not yet what JSON has for them.
    nested: tuple[Column, ...]
    #: (column, table it refers to), always to the ``id`` there.
    refers: tuple[tuple[str, str], ...] = ()
    #: Columns with an index.
    indexed: tuple[str, ...] = ()

    @property
    def per_article(self) -> bool:
        """True for what reading finds in one article."""
        return ("article_id", "articles") in self.refers and self.name in _FOUND_BY_READING


_FOUND_BY_READING: Final = frozenset(
    {"statements", "mentions", "relations", "events", "commitments", "quantities", "places"}
)


def _table(
    name: str,
    model: type[Any],
    *,
    refers: tuple[tuple[str, str], ...] = (),
    indexed: tuple[str, ...] = (),
) -> Table:
    hints = get_type_hints(model)
    columns = tuple(_column(f.name, hints[f.name]) for f in dataclasses.fields(model))
    return Table(
        name=name,
        model=model,
        columns=columns,
        nested=tuple(c for c in columns if c.affinity in {Affinity.JSON, Affinity.BOOLEAN}),
        refers=refers,
        indexed=indexed,
    )


def _column(field: str, hint: object) -> Column:
    options = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    kinds = [option for option in options if option is not type(None)]
    affinity = _affinity(kinds[0])
    return Column(
        name=field.rstrip("_"),
        field=field,
        affinity=affinity,
        nullable=len(kinds) < len(options),
        underscored=tuple(sorted(set(_underscored(kinds[0]))))
        if affinity is Affinity.JSON
        else (),
    )


_PLAIN: Final[dict[type, Affinity]] = {
    bool: Affinity.BOOLEAN,
    int: Affinity.INTEGER,
    float: Affinity.REAL,
    date: Affinity.DATE,
    str: Affinity.TEXT,
}


def _affinity(kind: object) -> Affinity:
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return Affinity.TEXT
    return _PLAIN.get(kind, Affinity.JSON) if isinstance(kind, type) else Affinity.JSON


def _underscored(kind: object) -> Iterator[str]:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        yield from (name for name in hints if name.endswith("_"))
        for hint in hints.values():
            yield from _underscored(hint)
    for inner in get_args(kind):
        yield from _underscored(inner)


#: Every table that is also a file of the export, in the order of DESIGN's list.
TABLES: Final[tuple[Table, ...]] = (
    _table("pages", Page, indexed=("sha256", "name")),
    _table("articles", Article, refers=(("page_id", "pages"),), indexed=("page_id", "outlet")),
    _table(
        "statements",
        Statement,
        refers=(("article_id", "articles"), ("nested_in", "statements")),
        indexed=("article_id", "nested_in"),
    ),
    _table(
        "mentions",
        Mention,
        refers=(("article_id", "articles"),),
        indexed=("article_id", "actor_id"),
    ),
    _table("actors", Actor, indexed=("name",)),
    _table(
        "relations",
        Relation,
        refers=(("article_id", "articles"),),
        indexed=("article_id", "subject", "object"),
    ),
    _table(
        "events",
        Event,
        refers=(("article_id", "articles"), ("statement_id", "statements")),
        indexed=("article_id", "statement_id"),
    ),
    _table(
        "commitments",
        Commitment,
        refers=(("article_id", "articles"), ("statement_id", "statements")),
        indexed=("article_id", "statement_id"),
    ),
    _table(
        "quantities", Quantity, refers=(("article_id", "articles"),), indexed=("article_id",)
    ),
    _table(
        "places",
        Place,
        refers=(("article_id", "articles"),),
        indexed=("article_id", "country", "site"),
    ),
    _table("reports", Report, refers=(("article_id", "articles"),), indexed=("article_id",)),
    _table("stories", Story),
    _table("claims", Claim),
    _table(
        "derivations",
        Derivation,
        refers=(
            ("article_id", "articles"),
            ("upstream_article_id", "articles"),
            ("upstream_report_id", "reports"),
        ),
        indexed=("article_id", "upstream_article_id", "upstream_report_id"),
    ),
    _table(
        "drifts",
        Drift,
        refers=(
            ("claim_id", "claims"),
            ("from_statement", "statements"),
            ("to_statement", "statements"),
        ),
        indexed=("claim_id", "from_statement", "to_statement"),
    ),
    _table(
        "contradictions", Contradiction, refers=(("claim_id", "claims"),), indexed=("claim_id",)
    ),
)

#: The same, by model class and by name.
TABLE_OF: Final = {table.model: table for table in TABLES}
TABLE_NAMED: Final = {table.name: table for table in TABLES}
