"""Files of indicators; what breaks their format is refused by file, indicator and field."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from headwater.errors import BadResource
from headwater.lexicon.entries import load_yaml
from headwater.lexicon.indicators.indicator import (
    LAPSE_DAYS,
    ORIGINS,
    STATUSES,
    WINDOW_DAYS,
    Counting,
    Indicator,
    Query,
    Table,
)
from headwater.lexicon.indicators.kinds import known_kinds, known_modes
from headwater.lexicon.indicators.phrases import read_phrases, read_words
from headwater.model import Strength

_FIELDS: Final = frozenset("id name says window lapses origins disputed any".split())
_QUERY_FIELDS: Final = frozenset(
    "of kind mode own whom status strength deadline words actors places counts".split()
)
#: Fields that only some tables have.
_ONLY_OF: Final = {
    "mode": (Table.EVENTS,),
    "own": (Table.EVENTS,),
    "whom": (Table.EVENTS,),
    "status": (Table.STATEMENTS, Table.EVENTS, Table.RELATIONS),
    "kind": (Table.EVENTS, Table.COMMITMENTS, Table.RELATIONS),
    "strength": (Table.COMMITMENTS,),
    "deadline": (Table.COMMITMENTS,),
    "counts": (Table.QUANTITIES,),
}
_SUFFIXES: Final = frozenset({".yml", ".yaml"})
REMEDY: Final = "See docs/indicators.md for the fields."


def read_indicators(paths: Iterable[Path | str]) -> tuple[Indicator, ...]:
    """Read a user's files of indicators, in the order of the files and in theirs.

    Args:
        paths: Files of YAML, and folders of them; those of a folder come by name.

    Raises:
        BadResource: If a file breaks the format or two indicators share an id; names file,
            indicator and field, and what to do.
        OSError: If a file cannot be opened.
    """
    found: dict[str, Indicator] = {}
    for path in _files(paths):
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            fact = f"it is not UTF-8 ({error})"
            raise BadResource(fact, where=str(path), remedy="Save it as UTF-8.") from error
        for indicator in parse_indicators(text, str(path)):
            if indicator.id in found:
                raise BadResource(
                    "this id is taken already",
                    where=f"{path}: {indicator.id}: id",
                    remedy="Give one of the two another id.",
                )
            found[indicator.id] = indicator
    return tuple(found.values())


def parse_indicators(text: str, file: str) -> Iterator[Indicator]:
    """Yield the indicators of a YAML file, in its order.

    Args:
        text: The content of the file.
        file: What to call it where something is wrong.

    Raises:
        BadResource: If it breaks the format; names the indicator and the field.
    """
    rows = load_yaml(text, file).get("indicators")
    if not isinstance(rows, list) or not rows:
        remedy = "Write indicators: and below it a list, each with id, name, says and any."
        raise BadResource("it is no list of indicators", where=file, remedy=remedy)
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            where = f"{file}: indicator {number}"
            raise BadResource("this is no map", where=where, remedy=REMEDY)
        yield _indicator(row, f"{file}: {row.get('id', f'indicator {number}')}")


def _files(paths: Iterable[Path | str]) -> Iterator[Path]:
    for path in map(Path, paths):
        if not path.is_dir():
            yield path
            continue
        inside = sorted(p for p in path.iterdir() if p.suffix.lower() in _SUFFIXES)
        if not inside:
            remedy = "Name a folder with files that end in .yml, or a file."
            raise BadResource("no indicators are in it", where=str(path), remedy=remedy)
        yield from inside


def _indicator(row: Mapping[str, Any], where: str) -> Indicator:
    _check_fields(row, _FIELDS, where)
    given = row.get("any")
    if not isinstance(given, list) or not given:
        remedy = "Write any: and below it a list of questions, each with of: and what is asked."
        raise BadResource("it asks nothing", where=f"{where}: any", remedy=remedy)
    indicator = Indicator(
        id=_text(row, "id", where),
        name=_text(row, "name", where),
        says=_text(row, "says", where),
        queries=tuple(_query(one, f"{where}: any {n}") for n, one in enumerate(given, 1)),
        window_days=_number(row, "window", WINDOW_DAYS, where),
        lapse_days=_number(row, "lapses", LAPSE_DAYS, where),
        origins=_number(row, "origins", ORIGINS, where),
        disputed_only=_flag(row, "disputed", where),
    )  # fmt: skip
    if indicator.lapse_days < indicator.window_days:
        fact = f"it lapses after {indicator.lapse_days} days and looks back {indicator.window_days}"
        remedy = "Give lapses at least the days of window."
        raise BadResource(fact, where=f"{where}: lapses", remedy=remedy)
    return indicator


def _query(row: object, where: str) -> Query:
    if not isinstance(row, dict):
        raise BadResource("this is no map", where=where, remedy=REMEDY)
    _check_fields(row, _QUERY_FIELDS, where)
    of = Table(_one_of(row.get("of"), tuple(Table), f"{where}: of"))
    for field, tables in _ONLY_OF.items():
        if field in row and of not in tables:
            remedy = f"Ask it of {' or '.join(tables)}, or leave the field out."
            raise BadResource(f"{of} have no {field}", where=f"{where}: {field}", remedy=remedy)
    query = Query(
        of=of,
        kinds=_choices(row, "kind", known_kinds(of), where),
        modes=_choices(row, "mode", known_modes(), where),
        statuses=_choices(row, "status", STATUSES, where) or ("reported",),
        strengths=_choices(row, "strength", tuple(Strength), where),
        own=_flag(row, "own", where),
        whom=read_phrases(row["whom"], f"{where}: whom") if "whom" in row else (),
        deadline=_flag(row, "deadline", where),
        words=read_words(row["words"], f"{where}: words") if "words" in row else None,
        actors=_texts(row, "actors", where),
        places=_texts(row, "places", where),
        counts=_counts(row.get("counts", {}), f"{where}: counts"),
    )
    if of is Table.STATEMENTS and query.words is None:
        remedy = "Give words: and below it all: with groups of words."
        raise BadResource("every statement would fit", where=f"{where}: words", remedy=remedy)
    if of is Table.QUANTITIES and not query.counts:
        remedy = "Give counts: and below it what is counted, with its words."
        raise BadResource("every number would fit", where=f"{where}: counts", remedy=remedy)
    return query


def _counts(given: object, where: str) -> tuple[Counting, ...]:
    if not isinstance(given, dict):
        raise BadResource("this is no map", where=where, remedy="As in {dead: [killed, died]}.")
    return tuple(
        Counting(name=str(name), words=read_phrases(words, f"{where}: {name}"))
        for name, words in given.items()
    )


def _check_fields(row: Mapping[Any, Any], known: frozenset[str], where: str) -> None:
    if unknown := sorted(str(field) for field in row.keys() - known):
        remedy = f"The fields are {', '.join(sorted(known))}."
        raise BadResource("there is no such field", where=f"{where}: {unknown[0]}", remedy=remedy)  # fmt: skip


def _text(row: Mapping[str, Any], field: str, where: str) -> str:
    value = row.get(field)
    if not isinstance(value, str) or not value.strip():
        fact = "it is missing" if value is None else f"it is no text ({value!r})"
        raise BadResource(fact, where=f"{where}: {field}", remedy=REMEDY)
    return value.strip()


def _number(row: Mapping[str, Any], field: str, default: int, where: str) -> int:
    value = row.get(field, default)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        remedy = "Give a whole number from 1 up."
        raise BadResource(f"{value!r} is none", where=f"{where}: {field}", remedy=remedy)
    return value


def _flag(row: Mapping[str, Any], field: str, where: str) -> bool:
    value = row.get(field, False)
    if not isinstance(value, bool):
        remedy = "Write true or false."
        raise BadResource(f"{value!r} is neither", where=f"{where}: {field}", remedy=remedy)
    return value


def _texts(row: Mapping[str, Any], field: str, where: str) -> tuple[str, ...]:
    value = row.get(field, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        remedy = "Write a list, each between quotation marks if need be."
        raise BadResource("it is no list of texts", where=f"{where}: {field}", remedy=remedy)
    return tuple(value)


def _choices(
    row: Mapping[str, Any], field: str, known: Sequence[str], where: str
) -> tuple[str, ...]:
    return tuple(_one_of(v, known, f"{where}: {field}") for v in _texts(row, field, where))


def _one_of(value: object, known: Sequence[str], where: str) -> str:
    if not isinstance(value, str) or value not in known:
        fact = "it is missing" if value is None else f"there is no {value!r}"
        raise BadResource(fact, where=where, remedy=f"One of: {', '.join(known)}.")
    return value
