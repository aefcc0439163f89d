"""The board of the crisis pile, week by week, is the one that is stored."""

import importlib.util
from pathlib import Path

import pytest

_GOLDEN = Path(__file__).parents[1] / "golden" / "crisis"


@pytest.mark.slow
def test_the_ten_boards_are_those_stored():
    """Whoever changes one says so in the commit: ``python tests/golden/crisis/write_board.py``."""
    spec = importlib.util.spec_from_file_location("write_board", _GOLDEN / "write_board.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.written() == (_GOLDEN / "board.txt").read_text("utf-8")
