"""Rooms whose files are opened when somebody asks for what is in them.

A question about a board does not need what reads pages; to import all of it takes longer than the answer.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any


def opened_when_asked(room: str, **files: str) -> Callable[[str], Any]:
    """Give the ``__getattr__`` of a room: it opens the file that has a name, and keeps what it got.

    Args:
        room: The package.
        files: Each file of it, with the names that the room offers from there.
    """
    file_of = {name: file for file, names in files.items() for name in names.split()}

    def look_up(name: str) -> Any:  # noqa: ANN401 - whatever the file has
        if name not in file_of:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        value = getattr(import_module(f"{room}.{file_of[name]}"), name)
        setattr(sys.modules[room], name, value)
        return value

    return look_up
