"""How much of the processor whole commands take on a case of many articles: what an analyst waits for.

    python -m benchmarks.commands                             10,000 articles
    python -m benchmarks.commands 3000 --keep FOLDER          another size; the piles stay in a folder
    python -m benchmarks.commands --case FILE network NAME    one command, of a case that is there

The piles are those of ``board_speed``, ``suppose`` and ``what_if``. Every command runs in a process of its own,
with the interpreter and all that it imports: user and system seconds, the least of three. What it imports is
compiled before, as it is where Headwater is installed.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import board_speed, suppose, what_if

_RUNS = 3
#: Pile to what makes it and what is asked of it.
_ASKED: dict[str, tuple[Callable[[Path, int], object], tuple[tuple[str, ...], ...]]] = {
    "board": (
        board_speed.store,
        (("board",), ("board", "--at", "2031-05-18"), ("board", "--at", "2031-12-14")),
    ),
    "suppose": (
        suppose.store,
        tuple(
            ("suppose", text)
            for text in ("the Brenmari army crosses the Vey", "a drone hits Tolvane")
        ),
    ),
    "what-if": (
        what_if.store,
        tuple(
            ("what-if", "--without", name) for name in ("Northwater Wire", "Speaker 00001-0")
        ),
    ),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print a line for each command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.commands", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "--keep", type=Path, help="folder of the piles, made where they are missing"
    )
    parser.add_argument("--case", type=Path, help="ask this case, and make none")
    parser.add_argument(
        "asked", nargs="*", help="how many articles; or, with --case, the command"
    )
    given = parser.parse_args(arguments)
    if given.case:
        print(tell(given.case, given.asked))
        return 0
    size = int(given.asked[0]) if given.asked else 10_000
    with tempfile.TemporaryDirectory() as folder:
        for name, (store, commands) in _ASKED.items():
            path = (given.keep or Path(folder)) / f"{name}-{size}.hw"
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                half_made = path.with_suffix(".making")
                half_made.unlink(missing_ok=True)
                store(half_made, size)
                half_made.rename(path)
            for command in commands:
                print(tell(path, command))
    return 0


def tell(path: Path, command: Sequence[str]) -> str:
    """Give a line with the least processor time that a command took."""
    name, *rest = command
    with tempfile.TemporaryDirectory() as folder:
        seconds = min(_spent([name, str(path), *rest], folder) for _ in range(_RUNS))
    return f"{seconds:6.2f} s  {' '.join(command)}"


def _spent(command: Sequence[str], compiled: str) -> float:
    given = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "headwater", *command],
        check=True,
        stdout=subprocess.DEVNULL,
        env=given | {"PYTHONPYCACHEPREFIX": compiled},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
