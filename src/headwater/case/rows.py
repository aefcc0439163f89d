"""Values of the model as rows of the case, and back; and a row as a line of the export."""

import dataclasses
import re
from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec

from headwater.case.tables import TABLE_OF, Affinity, Column, Table
from headwater.model import Links, Neighbourhood

T = TypeVar("T")

# In JSON only a key is followed by ``":``; inside a string the quote would be escaped.
_UNDERSCORED_KEY = re.compile(rb'_":')


def row_of(value: object) -> tuple[object, ...]:
    """Give a value's row, in the order of its table's columns."""
    table = TABLE_OF[type(value)]
    return tuple(_stored(getattr(value, c.field), c.affinity) for c in table.columns)


def linked_row(near: Neighbourhood, links: Links) -> tuple[str, str, bytes, str]:
    """Give the row of a neighbourhood: its articles, and the ids of all its links by table."""
    rows = {
        field.name: [
            row[0] if isinstance(row, tuple) else row.id for row in getattr(links, field.name)
        ]
        for field in dataclasses.fields(Links)
    }
    articles, linked = msgspec.json.encode(near.articles), msgspec.json.encode(rows)
    return near.id, articles.decode(), near.asked, linked.decode()


def value_of(row: Sequence[Any], model: type[T]) -> T:
    """Give the value that was stored as this row.

    Raises:
        msgspec.ValidationError: If the row was changed to something the model forbids.
    """
    table = TABLE_OF[model]
    cells = dict(zip((column.field for column in table.columns), row, strict=True))
    for column in table.nested:
        cells[column.field] = _json(_with_underscores(cells[column.field], column), column)
    decoder: msgspec.json.Decoder[T] = _decoder(model)  # type: ignore[arg-type]  # mypy takes no class for hashable
    return decoder.decode(msgspec.json.encode(cells))


def line_of(row: Sequence[Any], table: Table) -> bytes:
    """Give a row as one line of the export, without the line's end: keys sorted, UTF-8."""
    fields = dict(zip((column.name for column in table.columns), row, strict=True))
    for column in table.nested:
        fields[column.name] = _json(fields[column.name], column)
    return msgspec.json.encode(fields, order="sorted")


def json_line(value: object) -> bytes:
    """Give any frozen value as one line of JSON, as the export writes it: keys sorted, UTF-8."""
    return _UNDERSCORED_KEY.sub(b'":', msgspec.json.encode(value, order="sorted"))


def _stored(value: Any, affinity: Affinity) -> object:  # noqa: ANN401 - the affinity says what it is
    if value is None:
        return None
    match affinity:
        case Affinity.JSON:
            return json_line(value).decode()
        case Affinity.DATE:
            return value.isoformat()
        case Affinity.TEXT:
            return str(value)
        case Affinity.REAL:
            return float(value)
        case _:
            return int(value)


def _json(cell: object, column: Column) -> object:
    if cell is None:
        return None
    if column.affinity is Affinity.JSON:
        # A damaged file may hold anything; ``verify`` still wants its line.
        return msgspec.Raw(str(cell).encode())
    return bool(cell) if column.affinity is Affinity.BOOLEAN else cell


def _with_underscores(cell: object, column: Column) -> object:
    for field in column.underscored if isinstance(cell, str) else ():
        cell = str(cell).replace(f'"{field.rstrip("_")}":', f'"{field}":')
    return cell


@cache
def _decoder(model: type[Any]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(model)
