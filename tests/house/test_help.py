"""Every command explains itself."""

import click
import pytest
from click.testing import CliRunner

from headwater.faces.cli.main import headwater

COMMANDS = sorted(headwater.commands)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_has_an_example_of_its_command(name):
    """A help without an example of the very command is not done."""
    result = CliRunner().invoke(headwater, [name, "--help"])
    assert result.exit_code == 0
    examples = result.stdout.split("Examples:\n")[1].split("Options:")[0]
    lines = [line for line in examples.splitlines() if line.strip()]
    assert lines
    assert all(f"headwater {name} " in line for line in lines)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_can_be_typed(name):
    """The options of an example are options of the command."""
    command = headwater.commands[name]
    options = {text for p in command.params if isinstance(p, click.Option) for text in p.opts}
    examples = (command.help or "").split("Examples:\n")[1]
    used = {word for word in examples.split() if word.startswith("-") and word != "-"}
    assert used <= options


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_speaks_json(name):
    """There is --json everywhere, and every option says what it does."""
    options = [p for p in headwater.commands[name].params if isinstance(p, click.Option)]
    assert "--json" in {text for option in options for text in option.opts}
    assert all(option.help for option in options)


def test_the_list_of_commands_fits_its_lines():
    """No summary in the list of commands is cut off."""
    result = CliRunner().invoke(headwater, ["--help"], terminal_width=80)
    listed = result.stdout.split("Commands:\n")[1]
    assert "..." not in listed
    assert all(name in listed for name in COMMANDS)
