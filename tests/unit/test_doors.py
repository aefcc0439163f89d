import subprocess
import sys

import pytest

from headwater.doors import opened_when_asked

ROOMS = ("pages", "reading", "linking", "assessment", "lexicon")


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A package whose one file notes that it was opened."""
    folder = tmp_path / "lighthouse"
    folder.mkdir()
    (folder / "__init__.py").write_text("opened = []\n")
    (folder / "lamp.py").write_text(
        "import lighthouse\nlighthouse.opened.append(1)\nlight = 'on'\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    import lighthouse  # noqa: PLC0415 - it has just been made

    yield lighthouse
    for name in ("lighthouse", "lighthouse.lamp"):
        sys.modules.pop(name, None)


def test_a_file_is_opened_when_a_name_of_it_is_asked_for(room):
    """The first to ask opens it, and what it gave stays in the room."""
    ask = opened_when_asked("lighthouse", lamp="light wick")
    assert room.opened == []
    assert ask("light") == room.light == "on"
    assert room.opened == [1]


def test_a_room_says_what_it_does_not_have(room):
    """An unknown name is told as of any module, and opens nothing."""
    ask = opened_when_asked("lighthouse", lamp="light")
    with pytest.raises(AttributeError, match="'lighthouse' has no attribute 'horn'"):
        ask("horn")
    assert room.opened == []


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_offers_all_that_it_lists(name):
    """Whatever ``__all__`` has can be had, also once every file is open: none is called as what it offers."""
    code = (
        f"import importlib, pkgutil, types; room = importlib.import_module('headwater.{name}')\n"
        "for m in pkgutil.iter_modules(room.__path__): importlib.import_module(f'{room.__name__}.{m.name}')\n"
        "print([n for n in room.__all__ if isinstance(getattr(room, n), types.ModuleType)])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"
