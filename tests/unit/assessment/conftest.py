"""``small_pile.py`` of the linking tests and ``two_tellings.py``, for the tests of this folder."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "linking"))
sys.path.insert(0, str(Path(__file__).parent))
