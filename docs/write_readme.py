# ruff: noqa: INP001 - a script beside the page it writes
"""Put the real output of the README's main command back into the README.

    python docs/write_readme.py          write it
    python docs/write_readme.py --check  exit 1 if it differs

The block between ``<!-- headwater … -->`` and ``<!-- end -->`` is what that command prints.
"""

import os
import re
import sys
from pathlib import Path

from click.testing import CliRunner

from headwater.faces.cli.main import headwater

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(
    r"<!-- headwater (?P<args>[^>]+?) -->\n```text\n.*?```\n<!-- end -->", re.DOTALL
)
#: Columns of the terminal that is shown.
_WIDTH = "96"
#: Lines shown of a long output, before it is cut with a note.
_MOST_LINES = 40


def filled(readme: str) -> str:
    """Give the text of the README with every command's output as it is today."""
    return _BLOCK.sub(lambda block: _shown(block["args"]), readme)


def _shown(arguments: str) -> str:
    os.environ["COLUMNS"] = _WIDTH
    result = CliRunner().invoke(headwater, arguments.split(), catch_exceptions=False)
    lines = [line.rstrip() for line in result.stdout.strip().splitlines()]
    more = len(lines) - _MOST_LINES
    if more > 0:
        lines = [*lines[:_MOST_LINES], f"… and {more} more lines"]
    output = "\n".join(lines)
    return f"<!-- headwater {arguments} -->\n```text\n{output}\n```\n<!-- end -->"


def main() -> int:
    """Write the README, or check it."""
    os.chdir(ROOT)
    path = ROOT / "README.md"
    before = path.read_text("utf-8")
    after = filled(before)
    if "--check" in sys.argv:
        return int(before != after)
    path.write_text(after, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
