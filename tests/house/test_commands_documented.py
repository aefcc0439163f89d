"""The command reference is what the commands say."""

import importlib.util
from pathlib import Path

import headwater
from headwater.faces.cli.main import headwater as commands

DOCS = Path(__file__).parents[2] / "docs"


def written():
    spec = importlib.util.spec_from_file_location("write_commands", DOCS / "write_commands.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.command_reference()


def test_the_command_reference_is_current():
    """``docs/commands.md`` is what ``python docs/write_commands.py`` writes."""
    assert (DOCS / "commands.md").read_text("utf-8") == written()


def test_every_command_is_in_the_reference():
    """No command is missing from the reference."""
    reference = (DOCS / "commands.md").read_text("utf-8")
    assert all(f"\n## {name}\n" in reference for name in commands.commands)


def test_the_library_page_names_only_what_is_there():
    """Every method of a case that the library's page calls exists."""
    import re  # noqa: PLC0415 - here only

    from headwater.case import Case  # noqa: PLC0415

    page = (DOCS / "library.md").read_text("utf-8")
    called = set(re.findall(r"\bcase\.(\w+)\(", page))
    assert called
    assert [name for name in called if not hasattr(Case, name)] == []
    assert hasattr(headwater, "read")
