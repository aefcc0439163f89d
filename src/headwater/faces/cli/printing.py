"""Answers on stdout: a line of JSON each, or a table."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING, Final
from unicodedata import category

import click

if TYPE_CHECKING:
    from rich.table import Table

    from headwater.model import Independence

#: A table is never wider, and is so wide where nobody is watching: output into files is the same everywhere.
_WIDTH: Final = 96
#: Below so many characters a table would show more edges than words.
_NARROW: Final = 64


def print_json(rows: Iterable[object]) -> None:
    """Print one JSON object a line, as the export writes it."""
    from headwater.case import json_line  # noqa: PLC0415 - keeps --help quick

    for row in rows:
        click.echo(json_line(row).decode())


def print_table(
    columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]], nothing: str
) -> None:
    """Print a table of columns, each a name and a share of the width; share 0 is for numbers.

    What pages say may hold anything: it is printed without control characters, and no markup
    in it is obeyed.

    Args:
        columns: The columns.
        rows: The cells of each row.
        nothing: What is said where there is no row.
    """
    cells = list(rows)
    if not cells:
        click.echo(nothing)
        return
    from rich.console import Console  # noqa: PLC0415 - keeps --help quick

    console = Console(highlight=False)
    console.width = min(console.width, _WIDTH) if console.is_terminal else _WIDTH
    if console.width < _NARROW:
        _print_stacked([name for name, _ in columns], cells)
        return
    with console.capture() as captured:
        console.print(_table(columns, cells))
    # Rich fills lines with blanks to the right edge, which are only in the way of a diff.
    lines = captured.get().strip("\n").splitlines()
    click.echo("\n".join(line.rstrip() for line in lines), color=True)


def _print_stacked(names: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print each row as lines of "name: cell", where columns would be too narrow for words."""
    for row in rows:
        click.echo()
        print_lines(f"{name}: {cell}" for name, cell in zip(names, row, strict=True) if cell)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines, their indentation kept; before a person they are broken at words, and go on further in.

    As in tables, nothing that a page says can steer the terminal.
    """
    for line in lines:
        text = plain_line(line)
        click.echo("\n".join(_broken(text)) if _is_watched() else text)


def write_whole(path: Path, text: str) -> None:
    """Write a file wholly or not at all: where the disk is full, what was there before stays.

    What is no file, as ``/dev/stdout``, is written to as it is.
    """
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    beside = path.with_name(f".{path.name[:200]}.part")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error


def plain_line(line: str) -> str:
    """Give a line without control characters, its indentation kept."""
    indent = len(line) - len(line.lstrip(" "))
    return " " * indent + plain(line)


def _is_watched() -> bool:
    return sys.stdout.isatty()


def _broken(line: str) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip(" ")))
    width = min(get_terminal_size().columns, _WIDTH)
    return wrap(line, width, subsequent_indent=f"{indent}  ", break_on_hyphens=False) or [""]


def _table(columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]) -> "Table":
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - keeps --help quick
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True)
    for name, share in columns:
        if share:
            table.add_column(name, overflow="fold", ratio=share)
        else:
            table.add_column(name, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*(Text(plain(cell)) for cell in row))
    return table


def plain(text: str) -> str:
    """Give text on one line, without control and direction characters, for a terminal."""
    folded = " ".join(text.split())
    return "".join(c for c in folded if category(c) not in {"Cc", "Cf", "Cs"})


def shorten(text: str, length: int) -> str:
    """Cut text at a word, with an ellipsis, if it is longer than so many characters."""
    text = plain(text)
    if len(text) <= length:
        return text
    return text[: length - 1].rpartition(" ")[0].rstrip(",;:") + "…"


def without_lone_mark(text: str) -> str:
    """Leave out a quotation mark with which text begins and that nothing in it closes: what follows is a part."""
    opens, rest = text[:1], text[1:]
    return rest if opens in {'"', "“"} and not {'"', "”"} & set(rest) else text


def no(what: str, *asked: object) -> str:
    """Give "no events in the case", and that none fits where only some were asked for."""
    is_part = any(one is not None and one != () for one in asked)
    return f"no {what} in the case{' fit what is asked' if is_part else ''}"


def counted(shown: int, total: int) -> str:
    """Give "none", "7", or "5 of 7" where not all are shown."""
    if not total:
        return "none"
    return f"{shown} of {total}" if shown < total else str(total)


def tell_more(more: int, what: str, several: str | None = None) -> None:
    """Print how many things are not shown, and how to see them; nothing where all are.

    Args:
        more: How many.
        what: What one is called.
        several: What several are called, where it is not that with an s.
    """
    if more > 0:
        called = what if more == 1 else several or f"{what}s"
        click.echo(
            f"\nand {more} more {called}: see them with --limit, or each on a line with --json"
        )


def origins_words(independent: "Independence | None") -> str:
    """Give "1 origin", "1–2 origins"; of words that no claim carries, that nobody counted them."""
    if independent is None:
        return "origins not counted"
    low, high = independent.low, independent.high
    if low != high:
        return f"{low}–{high} origins"
    return "1 origin" if low == 1 else f"{low} origins"


def published_words(first: str | None, last: str | None) -> str:
    """Give the day of publication: "2031-05-04", "2031-05-04 or later", "no day"."""
    if first == last:
        return first or "no day"
    if first and last:
        return f"{first} to {last}"
    return f"{first} or later" if first else f"by {last}"
