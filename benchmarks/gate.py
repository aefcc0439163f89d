"""The gate: every quality measure against its floor, in one table.

    python -m benchmarks.gate                     measure; exit 1 below a floor
    python -m benchmarks.gate --all               also the figures that have no floor
    python -m benchmarks.gate --raise             then lift each floor to what was measured
    python -m benchmarks.gate --lower NAME VALUE  lower one floor, and measure nothing
    python -m benchmarks.gate --repin             pin the floors on the texts as they are now

The texts are no part of this repository. Where the shared folder is absent nothing is measured,
which is said aloud and is no failure.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.floors import (
    FLOORS,
    Floor,
    Floors,
    find_changed_texts,
    lower_floor,
    pin_texts,
    raise_floors,
    read_floors,
    write_floors,
)
from benchmarks.measures import measure

_SHARED = Path(__file__).resolve().parents[2] / "shared"


def main(arguments: Sequence[str] | None = None, *, floors_file: Path = FLOORS) -> int:
    """Run the gate; 0 where every floor holds, or the texts are absent, else 1."""
    asked = _parser().parse_args(arguments)
    floors = read_floors(floors_file)
    if asked.lower:
        name, value = asked.lower
        return _lower(floors, name, value, floors_file)
    if not asked.shared.is_dir():
        print(f"SKIPPED: no quality was measured, as there is no folder {asked.shared}.")
        return 0
    if asked.repin:
        write_floors(pin_texts(floors, asked.shared), floors_file)
        print(f"{floors_file.name}: pinned on the texts as they are now.")
        return 0
    if changed := find_changed_texts(floors, asked.shared):
        return _tell_changed(changed)
    return _judge(floors, asked, floors_file)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gate", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    add = parser.add_argument
    add(
        "--shared", type=Path, default=_SHARED, help="folder with corpora, gold, scorers, seeds"
    )
    add("--all", action="store_true", help="print the figures that have no floor, too")
    add(
        "--raise", action="store_true", dest="lift", help="lift the floors to what was measured"
    )
    add("--lower", nargs=2, metavar=("NAME", "VALUE"), help="lower one floor")
    add("--repin", action="store_true", help="pin the floors on the texts as they are now")
    return parser


def _lower(floors: Floors, name: str, value: str, floors_file: Path) -> int:
    try:
        write_floors(lower_floor(floors, name, float(value)), floors_file)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{name} is lowered to {value}. Commit this alone, and say why.")
    return 0


def _tell_changed(texts: Sequence[str]) -> int:
    print("The texts changed; the floors are pinned on others:", file=sys.stderr)
    for text in texts:
        print(f"  {text}", file=sys.stderr)
    print("Put the old ones back, or look at the new figures and --repin.", file=sys.stderr)
    return 1


def _judge(floors: Floors, asked: argparse.Namespace, floors_file: Path) -> int:
    measured = measure([floor.scorer for floor in floors.floors], asked.shared)
    print(table(floors.floors, measured))
    if asked.all:
        floored = {floor.name for floor in floors.floors}
        rest = {name: figure for name, figure in measured.items() if name not in floored}
        print("\n".join(f"{name:42} {'':7} {figure:8.3f}" for name, figure in rest.items()))
    below = [floor.name for floor in floors.floors if not holds(floor, measured)]
    if below:
        print(f"Below its floor: {', '.join(below)}", file=sys.stderr)
        return 1
    if asked.lift:
        write_floors(raise_floors(floors, measured), floors_file)
    return 0


def holds(floor: Floor, measured: Mapping[str, float]) -> bool:
    """Tell whether a measure comes to its floor; one that was not measured does not."""
    return measured.get(floor.name, -1.0) >= floor.floor


def table(floors: Sequence[Floor], measured: Mapping[str, float]) -> str:
    """Give the table: measure, floor, measured, ok."""
    lines = [f"{'measure':42} {'floor':>7} {'measured':>8}  ok"]
    for floor in floors:
        figure = measured.get(floor.name)
        told = "none" if figure is None else f"{figure:.4f}"
        verdict = "yes" if holds(floor, measured) else "NO"
        lines.append(f"{floor.means:42} {floor.floor:7.3f} {told:>8}  {verdict}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
