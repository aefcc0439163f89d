"""How far the board of the crisis pile is what a careful reader would have written, week by week.

    python -m benchmarks.board           the figures
    python -m benchmarks.board --wrong   and every indicator and week that is otherwise

The answers are ``indicators`` of ``tests/golden/crisis/expected.json``. A board is made for the
Sunday of each week. As the answers are for the pages of one week, an indicator counts as quiet where no page of
that week is among its evidence; a state that the answers accept as arguable is right.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import headwater
from headwater.case import BoardLine, Case, IndicatorState

_ROOT = Path(__file__).parents[1]
_PILE = _ROOT / "examples" / "crisis"
_ANSWERS = _ROOT / "tests" / "golden" / "crisis" / "expected.json"
_FIRST_SUNDAY, _WEEKS = date(2031, 4, 27), 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One indicator in one week: what it should be, what it is, and on which pages."""

    indicator: str
    week: int
    wanted: str
    accepted: tuple[str, ...]
    pages: tuple[str, ...]
    got: str
    found: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether the state is the right one, or one that may be argued."""
        return self.got in {self.wanted, *self.accepted}


def measure(case: Case) -> dict[str, float]:
    """Give the figures for a case of the crisis pile, each 0 to 1, more is better."""
    cells = list(compare(case))
    quiet = IndicatorState.QUIET.value
    told = [cell for cell in cells if cell.wanted != quiet and quiet not in cell.accepted]
    silent = [cell for cell in cells if cell.wanted == quiet]
    lit = [cell for cell in cells if cell.got != quiet]
    heard = sum(cell.got != quiet for cell in told)
    return {
        "board_state_exact": _share(sum(cell.is_right for cell in cells), len(cells)),
        "board_state_exact_where_told": _share(sum(c.is_right for c in told), len(told)),
        "board_told_recall": _share(heard, len(told)),
        "board_told_precision": _share(sum(c.wanted != quiet or c.got in c.accepted for c in lit), len(lit)),
        "board_quiet_kept": _share(sum(c.got == quiet for c in silent), len(silent)),
    }  # fmt: skip


def compare(case: Case) -> Iterator[Cell]:
    """Yield every indicator in every week, as it should be and as it is."""
    answers = {one["id"]: one for one in json.loads(_ANSWERS.read_text("utf-8"))["indicators"]}
    pages = {page.id: Path(page.name).name[:2] for page in case.pages()}
    page_of = {article.id: pages[article.page_id] for article in case.articles()}
    for week in range(1, _WEEKS + 1):
        sunday = _FIRST_SUNDAY + timedelta(weeks=week - 1)
        for line in case.board(at=sunday).lines:
            if line.indicator_id in answers:
                yield _cell(
                    line, answers[line.indicator_id]["weeks"][week - 1], sunday, page_of
                )


def _cell(line: BoardLine, wanted: dict, sunday: date, page_of: dict[str, str]) -> Cell:  # type: ignore[type-arg]
    monday = (sunday - timedelta(days=6)).isoformat()
    found = {
        page_of[evidence.article_id]
        for happening in line.happenings
        for evidence in happening.evidence
        if (evidence.day or "") >= monday
    }
    return Cell(
        indicator=line.indicator_id,
        week=wanted["week"],
        wanted=wanted["state"],
        accepted=tuple(wanted["accept"]),
        pages=tuple(wanted["pages"]),
        got=line.state.value if found else IndicatorState.QUIET.value,
        found=tuple(sorted(found)),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the crisis pile and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.board", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--wrong", action="store_true", help="every cell that is otherwise")
    parser.add_argument("--case", type=Path, help="a case of the pile, if it is read already")
    given = parser.parse_args(arguments)
    case = headwater.open_case(given.case) if given.case else headwater.read(_PILE)
    with case:
        if given.wrong:
            for cell in compare(case):
                if not cell.is_right:
                    print(f"{cell.indicator} {cell.week}: {cell.got} {' '.join(cell.found)} | wanted {cell.wanted} {' '.join(cell.pages)}")  # fmt: skip
            print(Counter((c.wanted, c.got) for c in compare(case)))
        for name, figure in measure(case).items():
            print(f"{name:32} {figure:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
