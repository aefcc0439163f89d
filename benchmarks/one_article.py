"""The processor seconds that each room takes to read an article, beside the language engine's.

    python -m benchmarks.rooms [--shared ../shared] [--repeats 3]

Three piles: the seeds, the pages of the relays, and one long article made of the latter. Each is read
in a process of its own, behind a first small page that loads the models, and the least of several
passes counts. No case is written and nothing is linked: ``benchmarks.speed`` has the whole run.

The engine's graph is run as one, encoder and heads together. What is read in a clause's own run, and
not with its article, stands under "clauses" whole.
"""

import argparse
import json
import multiprocessing
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.rooms import RoomClock
from headwater import pipeline
from headwater.language import engine, reading
from headwater.language.encoder import Encoder
from headwater.language.pieces import Pieces
from headwater.pages import SavedPage, find_pages
from headwater.reading import article
from headwater.settings import Settings

_SHARED = Path(__file__).resolve().parents[2] / "shared"
#: Has something for every room, so that none loads its tables on the clock.
_FIRST = b"""<html><head><title>Ministry warns of closure</title></head><body><article>
<h1>Ministry warns of closure</h1>
<p>LONDON, 3 May 2024 - The Harbour Ministry of Larkspur will close the port on Friday if the pilots
do not return to work, its spokesman Orlan Vestrik said on Monday, according to Reuters.</p>
<p>Some 400 pilots attacked the office of the Larkspur Pilots Union in Paris last week, a union official
told the Tolvane Evening News. "We will not move until the ministry pays," Mirel Dostan said.</p>
</article></body></html>"""
_CLAUSES = "clauses"
#: Between blanks, in all articles.
_WORDS = "words"
_ENGINE: dict[str, tuple[tuple[Any, str], ...]] = {
    "encoder and heads": ((engine.Engine, "_run"),),
    "decoding": ((engine.Engine, "_judge"),),
    "words and pieces": ((Pieces, "of_words"), (reading, "split_tokens")),
    "parse and offsets": ((article, "read"),),
}
_BEFORE: dict[str, tuple[tuple[Any, str], ...]] = {
    "pages": ((pipeline, "read_page"),),
    "which language": ((pipeline, "detect_language"),),
}
_AFTER: dict[str, tuple[tuple[Any, str], ...]] = {
    "actors": ((article, "find_cast"),),
    "statements and chains": ((article, "find_statements"),),
    "relations": ((article, "find_relations"),),
    "quantities": ((article, "find_quantities"),),
    "events": ((article, "find_events"),),
    "commitments": ((article, "find_commitments"),),
    "places": ((article, "find_places"),),
    _CLAUSES: ((pipeline, "read_clause"),),
    "vectors": ((Encoder, "encode"),),
    "fingerprint": ((pipeline, "take_fingerprint"),),
}
#: Sums that are asked after, and the rooms in them.
_SUMS = {
    "THE ENGINE": tuple(_ENGINE),
    "STATEMENTS AND ACTORS": ("actors", "statements and chains", "relations", "quantities"),
    "EVENTS AND COMMITMENTS": ("events", "commitments", "places"),
}


def main() -> None:
    """Measure every pile and print a Markdown table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rooms", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--shared", type=Path, default=_SHARED, help="folder with the piles")
    parser.add_argument(
        "--repeats", type=int, default=3, help="passes, of which the least counts"
    )
    asked = parser.parse_args()
    if not asked.shared.is_dir():
        print(f"SKIPPED: nothing was measured, as there is no folder {asked.shared}.")
        return
    with tempfile.TemporaryDirectory() as folder:
        piles = _piles(asked.shared, Path(folder))
        print_table({name: _least(pile, asked.repeats) for name, pile in piles.items()})


def _piles(shared: Path, folder: Path) -> dict[str, Path]:
    relays = shared / "corpora" / "relays" / "relays.jsonl"
    lines = relays.read_text(encoding="utf-8").splitlines()
    long = folder / "long.txt"
    long.write_text("\n\n".join(json.loads(line)["text"] for line in lines), encoding="utf-8")
    return {"seeds": shared / "seeds", "relays": relays, "long": long}


def _least(pile: Path, repeats: int) -> dict[str, float]:
    """Give the pass that took least, room by room; each has a process that remembers nothing."""
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        passes = [pool.apply(measure, (pile,)) for _ in range(repeats)]
    return min(passes, key=_whole)


def _whole(seconds: Mapping[str, float]) -> float:
    return sum(seconds.values()) - seconds[_WORDS]


def measure(pile: Path) -> dict[str, float]:
    """Read a pile in this process, and tell the processor seconds of each room."""
    pages = list(find_pages([pile], Settings().pages))
    pipeline.read_saved(SavedPage(name="first.html", content=_FIRST), Settings())
    clock = RoomClock(tick=process_time, whole=_CLAUSES)
    for room, doors in (_ENGINE | _BEFORE | _AFTER).items():
        for owner, name in doors:
            setattr(owner, name, clock.wrap(room, getattr(owner, name)))
    read = clock.wrap("the rest", pipeline.read_saved)
    found = [one for page in pages for one in read(page, Settings()).articles]
    words = sum(len(one.article.text.split()) for one in found)
    return clock.take() | {_WORDS: float(words)}


def print_table(measured: Mapping[str, Mapping[str, float]]) -> None:
    """Print the seconds of every room and sum, and what part of the engine's they are."""
    print(f"| CPU s, and part of the engine's | {' | '.join(measured)} |")
    print(f"|---{'|---:' * len(measured)}|")
    counts = [f"{seconds[_WORDS]:,.0f}" for seconds in measured.values()]
    print(f"| {_WORDS} | {' | '.join(counts)} |")
    for row, rooms in _rows():
        cells = [_cell(seconds, rooms) for seconds in measured.values()]
        print(f"| {row} | {' | '.join(cells)} |")


def _rows() -> Iterator[tuple[str, tuple[str, ...]]]:
    rooms = (*_BEFORE, *_ENGINE, *_AFTER, "the rest")
    yield from ((room, (room,)) for room in rooms)
    yield from _SUMS.items()
    yield "ALL", rooms


def _cell(seconds: Mapping[str, float], rooms: tuple[str, ...]) -> str:
    took, of = (sum(seconds.get(room, 0) for room in some) for some in (rooms, _ENGINE))
    return f"{took:.2f} ({took / of:.0%})"
