"""The command ``headwater``: its subcommands, and what it says when something is wrong."""
# ruff: noqa: D301 - \b is click's mark for lines to be left as they are

import atexit
import errno
import gc
from typing import Any, Final

import click

from headwater.errors import HeadwaterError
from headwater.faces.cli.articles import articles
from headwater.faces.cli.board import board
from headwater.faces.cli.brief import brief
from headwater.faces.cli.commitments import commitments
from headwater.faces.cli.drift import drift
from headwater.faces.cli.events import events, tempo
from headwater.faces.cli.keeping import export, verify
from headwater.faces.cli.network import network
from headwater.faces.cli.places import places
from headwater.faces.cli.questions import (
    actors,
    claims,
    origins,
    search,
    statements,
    stories,
)
from headwater.faces.cli.read import read
from headwater.faces.cli.suppose import suppose
from headwater.faces.cli.timeline import timeline
from headwater.faces.cli.weighing import collect, what_if

_NOT_UNDERSTOOD: Final = 2
#: Values made between two looks of the collector of cycles, of which there are hardly any: by default it takes a tenth of the time.
_SELDOM: Final = 100_000
#: What the system says of a disk without naming the file.
_DISK: Final = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG)
_FULL: Final = (
    "Make room, or choose another place; throw away a folder that was written in part."
)
_REMEDIES: Final = {
    errno.ENOENT: "Check the path.",
    errno.EACCES: "Grant permission, or choose another place.",
    errno.EROFS: "Choose a place that may be written to.",
    errno.EISDIR: "Name a file in it.",
    errno.ENOTDIR: "Check the path: one of its folders is a file.",
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ENAMETOOLONG: "Choose a shorter name.",
}


class _Refusal(click.ClickException):
    """What went wrong, told without a traceback."""

    exit_code = _NOT_UNDERSTOOD

    def show(self, file: Any = None) -> None:  # noqa: ANN401 - click's own signature
        """Write the message to stderr as it is."""
        click.echo(self.format_message(), err=True, file=file)


class _Commands(click.Group):
    """Subcommands in the order in which they are used, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        try:
            return super().invoke(ctx)
        except HeadwaterError as error:
            raise _Refusal(f"{type(error).__name__}: {error}") from error
        except OSError as error:
            if error.filename is None and error.errno not in _DISK:
                raise  # a closed pipe, which click knows how to leave
            raise _Refusal(_told(error)) from error


def _told(error: OSError) -> str:
    """Give where, the fact and the remedy of what the system would not do."""
    where = error.filename or "the disk"
    remedy = _REMEDIES.get(error.errno or 0, "Check the path, and the disk.")
    return f"{where}: {error.strerror}\n  {remedy}"


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="headwater", message="headwater %(version)s")
def headwater() -> None:
    """Read a pile of saved news pages and work out who says so.

    A pile is files and folders: HTML, MHTML, text, mail, ZIP, WARC, WACZ, JSON
    Lines. Reading it makes a case, one file, which all other commands ask.

    \b
    Examples:
      headwater brief saved-pages/
      headwater read saved-pages/ -o pile.hw
      headwater claims pile.hw --min-articles 3
      headwater brief pile.hw -o brief.html

    Exit status: 0 answered, and what was refused is told on stderr; 1 with
    --strict if a page was refused, and from verify if something was changed;
    2 not understood.
    """


for _command in (
    read,
    brief,
    articles,
    claims,
    statements,
    origins,
    drift,
    actors,
    network,
    places,
    events,
    tempo,
    commitments,
    board,
    suppose,
    timeline,
    stories,
    search,
    what_if,
    collect,
    export,
    verify,
):
    headwater.add_command(_command)


def main() -> None:
    """Run the command line and leave with its exit status."""
    gc.set_threshold(_SELDOM)
    # At the end everything goes: that the collector looks through it first only takes time.
    atexit.register(gc.freeze)
    headwater(prog_name="headwater")
