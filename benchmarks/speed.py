"""Pages a second, peak memory, and where the time goes.

    python -m benchmarks.speed [--pages N] [--workers 1,2] [--shared ../shared]

Two piles: the seed pages over and over, each copy told from the others by a line of furniture
(the same bytes twice would be one page), and the HTML pages of the article extraction set. The
first is the hardest pile for linking: everything is a copy of everything. Every run has a process
of its own, reads into a case file, and is timed from the first page to the sealed case.

It asserts nothing: a figure is worth what the machine was free to give.
"""

import argparse
import gzip
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO

_ROOT = Path(__file__).resolve().parents[1]
_SHARED = _ROOT.parent / "shared"
_PAGES = 1_000
#: Bytes in a unit of ``ru_maxrss``.
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """One run, measured."""

    pages: int
    #: From the first page to the sealed case; the model is loaded in it.
    seconds: float
    #: Of the process that was started, and of the largest of its workers.
    peak_bytes: int
    worker_peak_bytes: int
    #: Seconds by room, those of all workers added up.
    rooms: dict[str, float]
    texts_encoded: int


def main() -> int:
    """Measure every pile with every number of workers, and print a Markdown table."""
    asked = _parser().parse_args()
    if asked.run:
        json.dump(asdict(measure_run(asked.run, int(asked.workers))), sys.stdout)
        return 0
    if not asked.shared.is_dir():
        print(f"SKIPPED: nothing was measured, as there is no folder {asked.shared}.")
        return 0
    counts = [int(count) for count in asked.workers.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        piles = write_piles(asked.shared, Path(folder), asked.pages)
        print_tables(
            {
                (name, n): _in_own_process(pile, n)
                for name, pile in piles.items()
                for n in counts
            }
        )
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    add = parser.add_argument
    add("--pages", type=int, default=_PAGES, help="pages of a pile, at most")
    add("--workers", default="1,2", help="numbers of processes to measure with")
    add("--shared", type=Path, default=_SHARED, help="folder with corpora and seeds")
    add("--run", type=Path, help=argparse.SUPPRESS)  # what the process of one run is told
    return parser


def write_piles(shared: Path, folder: Path, pages: int) -> dict[str, Path]:
    """Write the piles to measure with, and give their folders by name."""
    seeds, html = folder / "seeds", folder / "html"
    seeds.mkdir()
    html.mkdir()
    texts = [path.read_text("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    for n in range(pages):
        copy = f"{texts[n % len(texts)]}\nPage {n // len(texts) + 1}\n"
        (seeds / f"{n:05}.txt").write_text(copy, encoding="utf-8")
    path = shared / "corpora" / "pages" / "article_extraction.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for n, line in zip(range(pages), lines, strict=False):
            page = json.loads(line)["html"].encode("utf-8", "replace")
            (html / f"{n:05}.html").write_bytes(page)
    return {"seed pages, over and over": seeds, "HTML pages": html}


def _in_own_process(pile: Path, workers: int) -> Timing:
    command = [sys.executable, "-m", "benchmarks.speed", "--run", str(pile)]
    finished = subprocess.run(  # noqa: S603 - this very file
        [*command, "--workers", str(workers)], cwd=_ROOT, check=True, stdout=subprocess.PIPE
    )
    return Timing(**json.loads(finished.stdout))


def measure_run(pile: Path, workers: int) -> Timing:
    """Read a pile into a case file with a clock on every door."""
    import headwater  # noqa: PLC0415 - a child is charged with what its parent held when it began
    from benchmarks.rooms import ENCODED, ROOMS, clock_whole_run  # noqa: PLC0415 - ditto

    clock = clock_whole_run()
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        case = headwater.read([pile], Path(folder) / "pile.hw", workers=workers)
        seconds = time.perf_counter() - start
        pages = len(case.pages())
        case.close()
    taken = clock.take()
    return Timing(
        pages=pages,
        seconds=seconds,
        peak_bytes=_peak_bytes(resource.RUSAGE_SELF),
        worker_peak_bytes=_peak_bytes(resource.RUSAGE_CHILDREN),
        rooms={room: taken.get(room, 0.0) for room in ROOMS},
        texts_encoded=int(taken.get(ENCODED, 0)),
    )


def _peak_bytes(who: int) -> int:
    return resource.getrusage(who).ru_maxrss * _MAXRSS_UNIT


def print_tables(timings: dict[tuple[str, int], Timing], out: TextIO | None = None) -> None:
    """Print what was measured as two Markdown tables: the whole, and room by room."""
    machine = (
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}"
    )
    print(f"{machine}.\n", file=out)
    _print_row(
        ("pile", "workers", "pages", "s", "pages/s", "peak MB", "worker MB", "vectors/s"), out
    )
    _print_row(("---",) * 8, out)
    for (name, workers), timing in timings.items():
        _print_row((name, str(workers), *_whole(timing)), out)
    print("\nSeconds by room; with several workers, those of all added up.\n", file=out)
    rooms = tuple(next(iter(timings.values())).rooms)
    _print_row(("pile", "workers", *rooms), out)
    _print_row(("---",) * (2 + len(rooms)), out)
    for (name, workers), timing in timings.items():
        _print_row((name, str(workers), *(f"{timing.rooms[room]:.2f}" for room in rooms)), out)


def _whole(timing: Timing) -> tuple[str, ...]:
    vectors = timing.texts_encoded / timing.rooms["vectors"] if timing.texts_encoded else 0
    return (
        str(timing.pages),
        f"{timing.seconds:.1f}",
        f"{timing.pages / timing.seconds:.1f}",
        f"{timing.peak_bytes / 1e6:.0f}",
        f"{timing.worker_peak_bytes / 1e6:.0f}" if timing.worker_peak_bytes else "",
        f"{vectors:.0f}",
    )


def _print_row(cells: Sequence[str], out: TextIO | None) -> None:
    print(f"| {' | '.join(cells)} |", file=out)


if __name__ == "__main__":
    sys.exit(main())
