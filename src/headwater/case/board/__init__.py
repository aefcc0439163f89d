"""The warning board: what the pages of a case tell of each indicator on a day."""

from typing import TYPE_CHECKING

from headwater.doors import opened_when_asked

if TYPE_CHECKING:
    from headwater.case.board.boarding import Boarder
    from headwater.case.board.happenings import OriginsAmong
    from headwater.case.board.sheets import Sheets
    from headwater.case.board.values import (
        Board,
        BoardChange,
        BoardLine,
        Count,
        Evidence,
        Happening,
        IndicatorState,
    )

__all__ = [
    "Board",
    "BoardChange",
    "BoardLine",
    "Boarder",
    "Count",
    "Evidence",
    "Happening",
    "IndicatorState",
    "OriginsAmong",
    "Sheets",
]

__getattr__ = opened_when_asked(
    __name__,
    boarding="Boarder",
    happenings="OriginsAmong",
    sheets="Sheets",
    values="Board BoardChange BoardLine Count Evidence Happening IndicatorState",
)
