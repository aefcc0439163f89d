"""The pages in the files, folders and streams given as the pile."""

import io
import os
import stat
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO, cast
from unicodedata import category

from headwater.errors import UnreadablePage, UnreadablePile
from headwater.pages.archives import ZIP_MAGIC, split_stream, split_zip
from headwater.pages.inflating import CHUNK_BYTES
from headwater.pages.parts import folders_of_parts
from headwater.pages.saved import SavedPage
from headwater.settings import PageSettings

STDIN = "-"
_LOOK_AT_LINK = "Mend the link, or take it out of the pile."
_GRANT = "Grant read permission, or take it out of the pile."


def find_pages(
    paths: Sequence[Path | str], settings: PageSettings, *, stdin: BinaryIO | None = None
) -> Iterator[SavedPage]:
    """Yield every page of a pile in a fixed order, those that can't be had as refused.

    Folders are walked in code-point order; links to folders are followed, each folder is
    entered once. Hidden files and folders (``.git``, ``.DS_Store``) are no part of a pile and
    passed over without a word, unless given by name; so is the folder of scripts and pictures
    that a browser puts beside a page it saves whole (``Page_files``). What a file is, its bytes say; only
    ``.jsonl``, ``.ndjson`` and ``.jl`` are believed.

    Args:
        paths: Files and folders. ``-`` is ``stdin``, read like a file of that name.
        settings: Size limits.
        stdin: The stream behind ``-``.

    Raises:
        UnreadablePile: If a path is not there, before any page is read.
    """
    places = [Path(path) for path in dict.fromkeys(map(str, paths)) if path != STDIN]
    _check_there(places)
    if any(str(path) == STDIN for path in paths):
        yield from _read_stream(stdin, settings)
    for name, path in _named([found for place in places for found in _files_under(place)]):
        yield from _read_path(path, name, settings)


def _check_there(places: Sequence[Path]) -> None:
    for place in places:
        if not os.path.lexists(place):
            raise UnreadablePile(
                "There is no such file or folder.", where=str(place), remedy="Check the path."
            )


def _files_under(place: Path) -> list[tuple[Path, Path]]:
    """Give (root, file) for all files at or under a path, in code-point order.

    A folder that may not be opened stands for itself, to be refused.
    """
    if not place.is_dir():
        return [(place.parent, place)]
    return [(place, path) for path in _walk(place, set())]


def _walk(folder: Path, entered: set[tuple[int, int]]) -> Iterator[Path]:
    try:
        seen = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    if (seen.st_dev, seen.st_ino) in entered:  # a link back up, or a second way to one folder
        return
    entered.add((seen.st_dev, seen.st_ino))
    parts = folders_of_parts(entry.name for entry in entries)
    for entry in entries:
        if entry.name.startswith(".") or entry.name in parts:
            continue
        if _is_folder(entry):
            yield from _walk(Path(entry.path), entered)
        else:
            yield Path(entry.path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads round in a circle
        return False


def _named(found: Sequence[tuple[Path, Path]]) -> list[tuple[str, Path]]:
    """Name each file by its path below the pile, with as many parents as tell it apart.

    ``a/x.html`` and ``b/x.html`` given as two piles keep ``a`` and ``b``; a file reached twice
    by one path is kept once.
    """
    roots: dict[Path, Path] = {}
    for root, path in found:
        roots.setdefault(_absolute(path), _absolute(root))
    names = {path: _parts(path, len(root.parts)) for path, root in roots.items()}
    while clashes := {name for name, n in Counter(names.values()).items() if n > 1}:
        longer = {
            path: _parts(path, max(0, len(path.parts) - len(name) - 1))
            for path, name in names.items()
            if name in clashes
        }
        if all(names[path] == name for path, name in longer.items()):
            break
        names |= longer
    return [
        (_printable("/".join(name)), path) for path, name in sorted(names.items(), key=_by_name)
    ]


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def _parts(path: Path, skipped: int) -> tuple[str, ...]:
    """Give the parts of a path from one on; the whole of it names a root given as such."""
    return path.parts[skipped:] or path.parts[-1:]


def _by_name(row: tuple[Path, tuple[str, ...]]) -> tuple[tuple[str, ...], str]:
    return row[1], str(row[0])


def _printable(name: str) -> str:
    """Write out what no case, terminal or sheet could hold: line ends, stray bytes, bidi marks."""
    return "".join(
        c if category(c) not in ("Cc", "Cs", "Zl", "Zp") and c not in _BIDI else _escaped(c)
        for c in name
    )


#: They make "exe.lmth" look like "html.exe".
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode().replace("\\udc", "\\x")


def _read_stream(stdin: BinaryIO | None, settings: PageSettings) -> Iterator[SavedPage]:
    """Read what comes through a pipe as if it were a file, so that archives work too."""
    if stdin is None:
        raise UnreadablePile(
            "No stream was passed in.", where=STDIN, remedy="Pass stdin=, or a path."
        )
    with tempfile.TemporaryFile(buffering=CHUNK_BYTES) as file:
        copyfileobj(stdin, file)
        size = file.tell()
        file.seek(0)
        yield from _read_file(cast("io.BufferedReader", file), STDIN, size, settings)


def _read_path(path: Path, name: str, settings: PageSettings) -> Iterator[SavedPage]:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
            # Opening a pipe would wait for a writer that never comes.
            problem = "It is a pipe or a device, not a file. Pass - to read a stream."
            yield SavedPage(name=name, problem=problem)
            return
        with path.open("rb", buffering=CHUNK_BYTES) as file:
            yield from _read_file(
                cast("io.BufferedReader", file), name, status.st_size, settings
            )
    except UnreadablePage as error:
        yield SavedPage.refused(error, name=name)
    except OSError as error:
        yield SavedPage(name=name, problem=_why_closed(path, error))


def _why_closed(path: Path, error: OSError) -> str:
    if path.is_symlink() and not isinstance(error, PermissionError):
        return f"It is a link that leads nowhere. {_LOOK_AT_LINK}"
    kind = "folder" if isinstance(error, IsADirectoryError) or path.is_dir() else "file"
    if isinstance(error, PermissionError):
        return f"The {kind} may not be opened: permission denied. {_GRANT}"
    return (
        f"The {kind} can't be read: {error.strerror or error}. Check the disk, or leave it out."
    )


def _read_file(
    file: io.BufferedReader, name: str, size: int, settings: PageSettings
) -> Iterator[SavedPage]:
    """Yield the one page, or the many, of an open file."""
    if not file.peek(CHUNK_BYTES).startswith(ZIP_MAGIC):
        yield from split_stream(file, name, size, settings)
        return
    try:
        yield from split_zip(file, name, settings)
    except UnreadablePage as error:
        yield SavedPage.refused(error, name=name, size=size)
