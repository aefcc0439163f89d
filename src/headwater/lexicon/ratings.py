"""A user's own ratings of sources, read from a file.

How far a source is to be relied on is for people to say: Headwater ships no ratings, and a source
is F, not rated, until somebody rates it.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from headwater.errors import BadResource
from headwater.lexicon.entries import load_yaml
from headwater.lexicon.fold import fold_name

_FIELDS: Final = ("id", "name", "letter", "note")
_REMEDY: Final = "A rating has a name or an id, a letter from A to F, and may have a note; see headwater claims --help."


class Letter(StrEnum):
    """How reliable a source is: the letters of the Admiralty system."""

    RELIABLE = "A"
    USUALLY_RELIABLE = "B"
    FAIRLY_RELIABLE = "C"
    NOT_USUALLY_RELIABLE = "D"
    UNRELIABLE = "E"
    NOT_RATED = "F"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What somebody holds of a source, named by its id, by a whole name of it, or by both."""

    id: str | None
    name: str | None
    letter: Letter
    note: str | None
    #: File and place in it.
    where: str


def read_ratings(path: Path | str) -> tuple[Rating, ...]:
    """Read a file of ratings, in its order.

    YAML (``.yml``, ``.yaml``) holds a list under ``ratings:``, each of it a map; CSV (``.csv``)
    has the fields in its first line. The fields are ``name``, ``id``, ``letter`` and ``note``.

    Raises:
        BadResource: If the file breaks the format, or rates a source twice; says where, what is
            wrong, and what to do.
        OSError: If the file cannot be opened.
    """
    path = Path(path)
    read = {".csv": _csv_rows, ".yml": _yaml_rows, ".yaml": _yaml_rows}.get(path.suffix.lower())
    if read is None:
        remedy = "Name the file .yml, .yaml or .csv, by what is in it."
        raise BadResource("nobody can tell its format", where=str(path), remedy=remedy)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        fact = f"it is not UTF-8 ({error})"
        raise BadResource(fact, where=str(path), remedy="Save it as UTF-8.") from error
    ratings = tuple(_rating(row, where) for where, row in read(text, str(path)))
    _check_repeats(ratings)
    return ratings


def _yaml_rows(text: str, file: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    rows = load_yaml(text, file).get("ratings")
    if not isinstance(rows, list):
        remedy = "Write ratings: and below it a list, as in - {name: Night Post, letter: B}."
        raise BadResource("it is no list of ratings", where=file, remedy=remedy)
    for number, row in enumerate(rows, 1):
        where = f"{file}: rating {number}"
        if not isinstance(row, dict):
            raise BadResource("this is no map", where=where, remedy=_REMEDY)
        yield where, row


def _csv_rows(text: str, file: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        if "letter" not in (reader.fieldnames or ()):
            remedy = f"Begin the file with the line {','.join(_FIELDS)}."
            raise BadResource("its first line names no field letter", where=file, remedy=remedy)
        for row in reader:
            where = f"{file}: line {reader.line_num}"
            if None in row:
                remedy = "Put a note with commas in it between quotation marks."
                raise BadResource("it has more fields than the first line", where=where, remedy=remedy)  # fmt: skip
            yield where, row
    except csv.Error as error:
        where = f"{file}: line {reader.line_num}"
        raise BadResource(f"it is not CSV ({error})", where=where, remedy=_REMEDY) from error


def _rating(row: Mapping[str, Any], where: str) -> Rating:
    if unknown := sorted(str(field) for field in row.keys() - set(_FIELDS)):
        raise BadResource(f"there is no field {unknown[0]}", where=where, remedy=_REMEDY)
    values = {field: _text(row.get(field), field, where) for field in _FIELDS}
    if not (values["id"] or fold_name(values["name"] or "")):
        raise BadResource("it rates nobody", where=where, remedy=_REMEDY)
    letter = (values["letter"] or "").upper()
    if letter not in set(Letter):
        told = (
            f"{row.get('letter')!r} is no letter from A to F" if letter else "it has no letter"
        )
        raise BadResource(told, where=where, remedy=_REMEDY)
    return Rating(
        id=values["id"], name=values["name"], letter=Letter(letter), note=values["note"], where=where
    )  # fmt: skip


def _text(value: object, field: str, where: str) -> str | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        remedy = "Put it between quotation marks."
        raise BadResource(f"{field} is no text ({value!r})", where=where, remedy=remedy)
    return value.strip()


def _check_repeats(ratings: Iterable[Rating]) -> None:
    seen: dict[object, Rating] = {}
    for rating in ratings:
        for key in filter(None, (rating.id, fold_name(rating.name or ""))):
            if key in seen:
                remedy = f"It is rated in {seen[key].where} too: keep one of the two."
                raise BadResource("this source is rated already", where=rating.where, remedy=remedy)  # fmt: skip
            seen[key] = rating
