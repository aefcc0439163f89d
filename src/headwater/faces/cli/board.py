"""The command that tells which warning indicators the pages light."""
# ruff: noqa: D301 - \b is click's mark for lines to be left as they are
# ruff: noqa: PLC0415 - the rooms are opened when a command runs, so that --help stays quick

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from headwater.faces.cli.opening import opened
from headwater.faces.cli.options import case_argument, json_option
from headwater.faces.cli.printing import (
    print_json,
    print_lines,
    published_words,
    shorten,
    without_lone_mark,
)

if TYPE_CHECKING:
    from headwater.case import Board, BoardLine, Evidence, Happening
    from headwater.lexicon.indicators import Indicator

_DAY: Final = click.DateTime(formats=["%Y-%m-%d"])
_MOST_TEXT: Final = 240


@click.command()
@case_argument
@click.option(
    "--indicators",
    type=click.Path(exists=True, path_type=Path),
    multiple=True,
    help="A file or folder of your own indicators, in the place of those that ship; may be given again.",
)
@click.option("--at", type=_DAY, help="The day of the board; else the last on which a page came out.")  # fmt: skip
@click.option("--since", type=_DAY, help="Only what is different from the board of this day.")
@click.option("--actor", help="Only passages that name this actor, by its id or a whole name.")
@click.option(
    "--why", metavar="INDICATOR", help="Every passage behind one indicator, by its id."
)
@json_option
def board(  # noqa: PLR0913 - one argument an option
    case: Path,
    *,
    indicators: tuple[Path, ...],
    at: datetime | None,
    since: datetime | None,
    actor: str | None,
    why: str | None,
    as_json: bool,
) -> None:
    """Which warning indicators the pages light.

    One line for each indicator: quiet, single-origin, corroborated,
    contradicted or lapsed, the last passage that tells of it, and the
    independent origins behind it. A page without a date is on every board,
    and its age is not known. Nothing is lit by what is only planned,
    conditional, denied, recalled or added up, unless an indicator asks for
    it. --json has every passage with its place in the article.

    \b
    Examples:
      headwater board pile.hw
      headwater board pile.hw --at 2031-05-11 --since 2031-05-04
      headwater board pile.hw --why attack-claimed
      headwater board pile.hw --indicators my-indicators.yml --json
    """
    with opened(case) as held:
        found = held.board(
            _day(at), since=_day(since), indicators=_own(indicators), actor=actor
        )
    if why is not None:
        line = _line_of(found, why)
        print_json([line]) if as_json else _print(_whole_lines(line))
    elif as_json:
        print_json(found.changes if since else found.lines)
    else:
        _print(_change_lines(found) if since else _board_lines(found))


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def _own(paths: tuple[Path, ...]) -> "tuple[Indicator, ...] | None":
    from headwater.lexicon.indicators import read_indicators

    return read_indicators(paths) if paths else None


def _line_of(board: "Board", indicator: str) -> "BoardLine":
    from headwater.errors import UnclearQuestion

    for line in board.lines:
        if line.indicator_id == indicator:
            return line
    ids = ", ".join(line.indicator_id for line in board.lines)
    raise UnclearQuestion(
        "there is no such indicator", where=f"--why {indicator}", remedy=f"One of: {ids}."
    )


def _print(lines: Iterator[str]) -> None:
    print_lines(lines)


def _board_lines(board: "Board") -> Iterator[str]:
    from headwater.faces.report import plural

    yield _heading(board)
    yield ""
    dark: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in board.lines:
        if line.silence is None:
            yield from _lit_lines(line)
        else:
            dark[line.state, line.silence].append(line.name)
    for (state, silence), names in dark.items():
        yield f"{state} · {plural(len(names), 'indicator')}: {silence}"
        yield f"    {' · '.join(names)}"


def _heading(board: "Board") -> str:
    from headwater.faces.report import plural

    if board.at is None:
        return f"Board of no day: {plural(board.undated, 'article')}, none with a certain day"
    undated = f", and {board.undated} without a certain day" if board.undated else ""
    last = f"; the last of {board.last_page}" if board.last_page else ""
    return f"Board of {board.at}: {plural(board.articles, 'article')}{undated}{last}"


def _lit_lines(line: "BoardLine") -> Iterator[str]:
    yield f"{line.state} · {line.name} · {_age(line)}{_origins(line)}"
    if line.last:
        yield f"    {_passage(line.last)}"
    rests = ", ".join(shorten(origin.title, 60) for origin in line.origins)
    if rests:
        yield f"    rests on: {rests}"
    yield from _contradiction(line)
    yield ""


def _contradiction(line: "BoardLine") -> Iterator[str]:
    """Tell who denies what the line says, or both of two numbers that cannot be true together."""
    told = line.happenings[0].evidence if line.happenings else ()
    if denial := next((one for one in told if one.against), None):
        yield f"    denied: {_passage(denial)}"
        return
    shown = [line.last] if line.last else []
    for one, other in product((*shown, *told), told):
        if one.count and other.count and one.count.excludes(other.count):
            if one is not line.last:
                yield f"    one number: {_passage(one)}"
            yield f"    another number: {_passage(other)}"
            return


def _whole_lines(line: "BoardLine") -> Iterator[str]:
    yield f"{line.state} · {line.name}"
    yield f"  {line.says}"
    if line.silence:
        yield f"  {line.silence}"
    for number, happening in enumerate(line.happenings, 1):
        yield ""
        yield from _happening_lines(number, happening)


def _happening_lines(number: int, happening: "Happening") -> Iterator[str]:
    low, high = happening.independent.low, happening.independent.high
    yield f"  {number}. {happening.state} · origins {_interval(low, high)}"
    for evidence in happening.evidence:
        yield f"    {'against: ' if evidence.against else ''}{_passage(evidence)}"
        words = " … ".join(evidence.words)
        yield f"        {evidence.status} · {words} · {evidence.table} {evidence.id or 'none'} · {evidence.article_id[:8]} {evidence.start}-{evidence.end}"
    for origin in happening.origins:
        yield f"    rests on: {shorten(origin.title, 100)}"
    for reason in happening.reasons:
        yield f"    - {reason}"


def _change_lines(board: "Board") -> Iterator[str]:
    yield f"From {board.since} to {board.at}: {len(board.changes)} of {len(board.lines)} indicators"
    for change in board.changes:
        yield ""
        turned = str(change.after) if change.before is change.after else f"{change.before} → {change.after}"  # fmt: skip
        yield f"{change.name}: {turned}"
        for evidence in change.new:
            yield f"    {'against: ' if evidence.against else ''}{_passage(evidence)}"


def _passage(evidence: "Evidence") -> str:
    outlet = evidence.outlet_name or "unknown outlet"
    day = published_words(evidence.published_from, evidence.published_to)
    return f"“{shorten(without_lone_mark(evidence.text), _MOST_TEXT)}” ({outlet}, {day}) [{evidence.article_id[:8]}]"


def _age(line: "BoardLine") -> str:
    if line.age_days is None:
        return "age unknown"
    return {0: "told on the day", 1: "1 day old"}.get(
        line.age_days, f"{line.age_days} days old"
    )


def _origins(line: "BoardLine") -> str:
    if line.independent is None:
        return ""
    return f" · origins {_interval(line.independent.low, line.independent.high)}"


def _interval(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"
