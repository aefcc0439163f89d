"""A progress bar on stderr."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from headwater.faces.cli.printing import plain


@contextmanager
def shown_progress() -> Iterator[Callable[[int, int | None, str], None]]:
    """Give the callback that a run tells its progress to: pages done, of how many, which."""
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("reading", total=None)

        def show(done: int, total: int | None, name: str) -> None:
            bar.update(task, completed=done, total=total, description=escape(plain(name)[-40:]))

        yield show
