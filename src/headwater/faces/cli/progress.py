"""A line of progress on stderr."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from headwater.faces.cli.printing import plain


@contextmanager
def shown_progress() -> Iterator[Callable[[int, str], None]]:
    """Give the callback that a run tells its progress to: pages done, and the last one's name.

    How many there will be nobody knows before the last archive is unpacked, so no bar is drawn.
    """
    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} pages"), TimeElapsedColumn())
    name = TextColumn("{task.description}")
    with Progress(*columns, name, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=None)

        def show(done: int, page: str) -> None:
            shown.update(task, completed=done, description=escape(plain(page)[-48:]))

        yield show
