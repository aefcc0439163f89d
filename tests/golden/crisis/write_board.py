"""Write ``board.txt``: the board of the crisis pile at the end of each of its ten weeks.

    python tests/golden/crisis/write_board.py           writes it
    python tests/golden/crisis/write_board.py --check   exits 1 where it would be otherwise

The pages are read in portable arithmetic, so that it is the same on every machine.
"""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import headwater
from headwater.case import BoardLine, Case
from headwater.settings import LanguageSettings, Settings

_PILE = Path(__file__).parents[3] / "examples" / "crisis"
_TARGET = Path(__file__).with_name("board.txt")
_FIRST_SUNDAY, _WEEKS = date(2031, 4, 27), 10


def written() -> str:
    """Read the pile and give its ten boards: state, origins, age, and the pages behind each indicator."""
    portable = Settings(language=LanguageSettings(portable=True))
    with headwater.read(_PILE, settings=portable) as case:
        return "".join(f"{line}\n" for line in _boards(case))


def _boards(case: Case) -> Iterator[str]:
    pages = {page.id: Path(page.name).name[:2] for page in case.pages()}
    page_of = {article.id: pages[article.page_id] for article in case.articles()}
    for week in range(_WEEKS):
        board = case.board(at=_FIRST_SUNDAY + timedelta(weeks=week))
        yield f"== week {week + 1}, {board.at}: {board.articles} articles, the last of {board.last_page}"
        for line in board.lines:
            yield _line(line, page_of)


def _line(line: BoardLine, page_of: dict[str, str]) -> str:
    if line.independent is None:
        return f"{line.state:13} {line.indicator_id}"
    told = sorted({page_of[e.article_id] + "-" * e.against for h in line.happenings for e in h.evidence})  # fmt: skip
    age = "?" if line.age_days is None else line.age_days
    low, high = line.independent.low, line.independent.high
    return f"{line.state:13} {line.indicator_id}: origins {low}-{high}, {age} days, pages {' '.join(told)}"


def main() -> int:
    """Write the file, or check it."""
    text = written()
    if "--check" not in sys.argv:
        _TARGET.write_text(text, encoding="utf-8")
        return 0
    if _TARGET.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write(
        "board.txt: the crisis pile has another board; see git diff after writing it\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
