"""How long the board of a case of many articles takes.

    python -m benchmarks.board_speed             10,000 articles
    python -m benchmarks.board_speed 1000 10000  several sizes

The case is the crisis pile, read once and stored again and again under other ids, three copies beginning in
the same week and the next three a week later: 10,000 articles are some 150 a week for fifteen months, nearly all of them evidence
for something. ``--dense`` has all copies in the same ten weeks, a thousand articles a week. It is opened afresh for every board, as the command does.
"""

import argparse
import re
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import headwater
from headwater.case import TABLES
from headwater.case.word_index import gather_parts

_PILE = Path(__file__).parents[1] / "examples" / "crisis"
_BUSIEST = date(2031, 5, 18)
_LATER = date(2031, 12, 14)
#: Copies that begin in the same week.
_A_WEEK = 3
_ID = re.compile(r"\b[0-9a-f]{16}\b")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SHARED = frozenset({"actors"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure for each size, and print a line for each day asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.board_speed", description=__doc__
    )
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000], metavar="ARTICLES")
    parser.add_argument("--dense", action="store_true", help="all copies in the same ten weeks")
    given = parser.parse_args(arguments)
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "made.hw"
            articles = store(path, size, is_dense=given.dense)
            for at in (None, _BUSIEST, _LATER):
                print(ask(path, articles, at))
    return 0


def store(path: Path, size: int, *, is_dense: bool = False) -> int:
    """Store at least so many articles, and give how many."""
    with headwater.read(_PILE, path) as case:
        once = len(case.articles())
    connection = sqlite3.connect(path)
    copies = -(-size // once)
    for copy in range(1, copies):
        for table in TABLES:
            if table.name not in _SHARED:
                weeks = 0 if is_dense else copy // _A_WEEK
                _copy(connection, table.name, _once(connection, table.name), copy, weeks)
    gather_parts(connection)
    connection.commit()
    connection.close()
    return once * copies


@cache
def _once(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    """Give the rows that the pile itself has."""
    return connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()  # noqa: S608 - our own names


def _copy(
    connection: sqlite3.Connection,
    table: str,
    rows: list[tuple[object, ...]],
    copy: int,
    weeks: int,
) -> None:
    def later(found: re.Match[str]) -> str:
        return (date.fromisoformat(found.group()) + timedelta(weeks=weeks)).isoformat()

    def renamed(cell: object) -> object:
        if not isinstance(cell, str):
            return cell
        if _DAY.fullmatch(cell):
            return _DAY.sub(later, cell)
        return _ID.sub(lambda m: f"{copy:04x}{m.group()[4:]}", cell)

    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(
            f"INSERT OR IGNORE INTO {table} VALUES ({marks})",  # noqa: S608 - our own names
            [tuple(map(renamed, row)) for row in rows],
        )


def ask(path: Path, articles: int, at: date | None) -> str:
    """Give a line that says how many passages light a board, and the best time of three."""
    times = []
    for _ in range(3):
        started = time.perf_counter()
        with headwater.open_case(path) as case:
            board = case.board(at=at)
        times.append(time.perf_counter() - started)
    told = sum(len(h.evidence) for line in board.lines for h in line.happenings)
    return f"{articles} articles, board of {board.at}: {told} passages in {min(times):.2f} s"


if __name__ == "__main__":
    raise SystemExit(main())
