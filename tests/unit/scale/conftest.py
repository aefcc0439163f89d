"""``small_pile.py`` of the linking tests, for articles as the reading room hands them on."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "linking"))
