"""The floors: for each measure the least that is accepted, and the texts it was pinned on.

``floors.json`` is read and written here and nowhere else. A figure means something only on the
texts it was measured on, so their digests stand beside the floors.
"""

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

FLOORS = Path(__file__).with_name("floors.json")
#: A floor is lifted to a multiple of this at or below what was measured, so that it does not
#: break when one token falls the other way.
_STEP = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least a measure may come to, 0 to 1, and where its figure comes from."""

    name: str
    #: In words, for the table.
    means: str
    floor: float
    #: A name of ``benchmarks.measures.SCORERS``.
    scorer: str
    #: Files and folders below the shared folder that the figure depends on.
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """All floors, and the SHA-256 digest of every text they are pinned on."""

    floors: tuple[Floor, ...]
    digests: dict[str, str]

    @property
    def texts(self) -> tuple[str, ...]:
        """Name every text some floor depends on."""
        return tuple(sorted({text for floor in self.floors for text in floor.texts}))


def read_floors(path: Path = FLOORS) -> Floors:
    """Read the floors; a field that is wrong or missing is named."""
    return msgspec.json.decode(path.read_bytes(), type=Floors)


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors as a person would read them."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=1) + b"\n")


def find_changed_texts(floors: Floors, shared: Path) -> tuple[str, ...]:
    """Name each text that is missing or is not the one its floors are pinned on."""
    return tuple(
        text for text in floors.texts if floors.digests.get(text) != _digest(shared / text)
    )


def raise_floors(floors: Floors, measured: Mapping[str, float]) -> Floors:
    """Lift every floor to what was measured, rounded down; none is ever lowered."""
    lifted = (
        replace(f, floor=max(f.floor, _step_below(measured[f.name]))) for f in floors.floors
    )
    return replace(floors, floors=tuple(lifted))


def lower_floor(floors: Floors, name: str, value: float) -> Floors:
    """Set one floor lower.

    Raises:
        ValueError: If there is no such floor, or the value is not below it.
    """
    old = {floor.name: floor.floor for floor in floors.floors}.get(name)
    if old is None:
        raise ValueError(f"{name}: there is no such floor")
    if not 0 <= value < old:
        raise ValueError(f"{name}: {value} is not between 0 and its floor, {old}")
    lowered = (replace(f, floor=value) if f.name == name else f for f in floors.floors)
    return replace(floors, floors=tuple(lowered))


def pin_texts(floors: Floors, shared: Path) -> Floors:
    """Pin the floors on the texts as they are now.

    Raises:
        FileNotFoundError: If one is not there.
    """
    digests = {text: _digest(shared / text) for text in floors.texts}
    if missing := [text for text, digest in digests.items() if digest is None]:
        raise FileNotFoundError(f"not in {shared}: {', '.join(missing)}")
    return replace(floors, digests={text: str(digest) for text, digest in digests.items()})


def _digest(path: Path) -> str | None:
    """Digest a file, or the names and contents of all files of a folder; None without either."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    if not path.is_dir():
        return None
    files = sorted(found for found in path.rglob("*") if found.is_file())
    lines = [f"{_digest(file)}  {file.relative_to(path).as_posix()}\n" for file in files]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _step_below(figure: float) -> float:
    # 0.29 / 0.005 is 57.99…: what differs by less than a millionth is the step itself.
    return round(math.floor(figure / _STEP + 1e-6) * _STEP, 3)
