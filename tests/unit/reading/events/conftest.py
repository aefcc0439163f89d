"""``small_events.py`` and the reading room's ``small_article.py``, for the tests of this folder."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]
