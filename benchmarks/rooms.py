"""Where the time of a run goes, room by room, measured from outside.

Nothing in the package knows of clocks. Here the doors between the rooms are wrapped while a
benchmark runs, in this process and in the workers, and a door opened inside another takes its
time away from the outer one: the rooms add up to the whole.

    python -m benchmarks.rooms

tells what each room takes of one article, beside the engine (``benchmarks.one_article``).
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

from headwater import pipeline
from headwater.case import Case
from headwater.language.encoder import Encoder
from headwater.model import LinkUpdate, PageFindings
from headwater.pages import SavedPage, find_pages
from headwater.pipeline import update_links
from headwater.reading import article as reading
from headwater.scale import run
from headwater.scale.workers import map_pages
from headwater.settings import Settings

P = ParamSpec("P")
R = TypeVar("R")
#: Each room, and its doors as the rooms above know them. ``language`` is the engine and the guess of
#: the language; ``reading`` is actors, statements, ties and quantities, ``events`` what stands beside
#: them; ``vectors`` is the encoder alone.
_DOORS: dict[str, tuple[tuple[Any, str], ...]] = {
    "pages": ((pipeline, "read_page"),),
    "language": ((pipeline, "detect_language"), (reading, "read")),
    "reading": ((pipeline, "read_article"),),
    "events": (
        *((reading, name) for name in ("find_events", "find_commitments", "find_places")),
        (pipeline, "read_clause"),
    ),
    "vectors": ((Encoder, "encode"),),
    "linking": (),
    "storing": tuple(
        (Case, name)
        for name in ("add", "add_name", "has_page", "findings", "update_links", "seal")
    ),
}
#: The rooms a table shows, in a page's order. ``walking`` opens the files of the pile.
ROOMS = (
    "walking", "pages", "language", "reading", "events", "vectors", "storing", "linking",
)  # fmt: skip
#: Texts that went through the model; others were known from before.
ENCODED = "texts encoded"


class RoomClock:
    """Seconds spent in each room; what one room spends inside another is its own.

    Args:
        tick: What tells the time.
        whole: A room that keeps what other rooms spend inside it.
    """

    def __init__(
        self, tick: Callable[[], float] = time.perf_counter, whole: str | None = None
    ) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._tick, self._whole, self._is_shut = tick, whole, False
        self._inner = [0.0]

    def wrap(self, room: str, function: Callable[P, R]) -> Callable[P, R]:
        """Give a function that does the same and counts its time for a room."""

        @wraps(function)
        def timed(*args: P.args, **kwargs: P.kwargs) -> R:
            if self._is_shut:
                return function(*args, **kwargs)
            self._is_shut = room == self._whole
            self._inner.append(0.0)
            start = self._tick()
            try:
                return function(*args, **kwargs)
            finally:
                took = self._tick() - start
                self.seconds[room] += took - self._inner.pop()
                self._inner[-1] += took
                self._is_shut = False

        return timed

    def add(self, seconds: Mapping[str, float]) -> None:
        """Count what another clock took."""
        for room, spent in seconds.items():
            self.seconds[room] += spent

    def take(self) -> dict[str, float]:
        """Give what was counted since the last time, and start from nothing."""
        taken, self.seconds = dict(self.seconds), defaultdict(float)
        return taken


@cache
def clock_of_this_process() -> RoomClock:
    """Wrap the doors of this process, once, and give the clock that counts."""
    clock = RoomClock()
    for room, doors in _DOORS.items():
        for owner, name in doors:
            setattr(owner, name, clock.wrap(room, getattr(owner, name)))
    _count_encoded(clock)
    return clock


def clock_whole_run() -> RoomClock:
    """Wrap the doors of this process and of every worker that a run of it will start."""
    clock = clock_of_this_process()

    def find_clocked(*args: Any, **kwargs: Any) -> Iterator[SavedPage]:  # noqa: ANN401 - handed through
        yield from _clocked(clock, "walking", find_pages(*args, **kwargs))

    def map_clocked(
        function: Callable[..., Any],
        items: Iterable[Any],
        workers: int,
        *,
        on_crash: Callable[..., Any],
    ) -> Iterator[Any]:
        if getattr(function, "func", None) is not pipeline.read_saved:
            # The linking of a large pile, which is clocked as a whole.
            yield from map_pages(function, items, workers, on_crash=on_crash)
            return

        def crashed(saved: SavedPage, reason: str) -> tuple[PageFindings, dict[str, float]]:
            return on_crash(saved, reason), {}

        for found, seconds in map_pages(_read_clocked, items, workers, on_crash=crashed):
            clock.add(seconds)
            yield found

    def update_clocked(*args: Any, **kwargs: Any) -> LinkUpdate:  # noqa: ANN401 - ditto
        update = clock.wrap("linking", update_links)(*args, **kwargs)
        fresh = _clocked(clock, "linking", update.fresh)
        return replace(update, fresh=fresh, actors=_clocked(clock, "linking", update.actors))

    wrapped = {
        "find_pages": find_clocked,
        "map_pages": map_clocked,
        "update_links": update_clocked,
    }
    for name, function in wrapped.items():
        setattr(run, name, function)
    return clock


def _clocked(clock: RoomClock, room: str, made: Iterator[R]) -> Iterator[R]:
    """Count the making of what is yielded for a room, whoever asks for it."""
    step = clock.wrap(room, lambda: next(made, None))
    while (one := step()) is not None:
        yield one


def _read_clocked(saved: SavedPage) -> tuple[PageFindings, dict[str, float]]:
    """Read one page, here or in a worker, and tell the seconds of each room."""
    clock = clock_of_this_process()
    before = clock.take()
    found = pipeline.read_saved(saved, Settings())
    taken = clock.take()
    clock.add(before)
    return found, taken


def _count_encoded(clock: RoomClock) -> None:
    real = Encoder._encode_one  # noqa: SLF001 - below it only the model; above it, texts kept from before

    @wraps(real)
    def counted(self: Encoder, text: str) -> Any:  # noqa: ANN401 - a row, handed through
        clock.seconds[ENCODED] += 1
        return real(self, text)

    setattr(Encoder, "_encode_one", counted)  # noqa: B010 - mypy knows it for a method


if __name__ == "__main__":
    from benchmarks.one_article import main  # it knows the clock, which is above

    main()
