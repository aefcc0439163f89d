# ruff: noqa: INP001 - a script beside the page it writes
"""Write ``docs/commands.md`` from the commands' own help.

python docs/write_commands.py
"""

from pathlib import Path

import click

from headwater.faces.cli.main import headwater

_WIDTH = 80
_TARGET = Path(__file__).with_name("commands.md")


def command_reference() -> str:
    """Give the help of every command as one Markdown page."""
    settings = {**headwater.context_settings, "terminal_width": _WIDTH}
    top = click.Context(headwater, info_name="headwater", **settings)
    parts = [
        "# Commands",
        "Written by `python docs/write_commands.py` from the commands themselves; do not edit.",
        _block(headwater.get_help(top)),
    ]
    for name in headwater.list_commands(top):
        command = headwater.commands[name]
        inner = click.Context(command, info_name=name, parent=top, terminal_width=_WIDTH)
        parts += [f"## {name}", _block(command.get_help(inner))]
    return "\n\n".join(parts) + "\n"


def _block(text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return f"```text\n{lines}\n```"


if __name__ == "__main__":
    _TARGET.write_text(command_reference(), encoding="utf-8")
