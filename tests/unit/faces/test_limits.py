import pytest
from click.testing import CliRunner

from headwater.faces.cli.main import headwater

WHOLE = {
    "claims": "and 1 more claim: see them with --limit, or each on a line with --json",
    "statements": "and 1 more statement: see them with --limit, or each on a line with --json",
    "timeline": "and 1 more article: see them with --limit, or each on a line with --json",
}


def asked(*command):
    result = CliRunner().invoke(headwater, [*map(str, command)])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("command", WHOLE)
def test_a_table_says_what_it_leaves_out(case_file, command):
    """Below the rows that are asked for stands how many more there are, and how to see them."""
    whole, first = asked(command, case_file), asked(command, case_file, "--limit", 1)
    assert WHOLE[command] in first
    assert "more" not in whole
    assert whole == asked(command, case_file, "--limit", 1000)


@pytest.mark.parametrize("command", WHOLE)
def test_json_leaves_nothing_out(case_file, command):
    """A limit is for tables, which a person reads."""
    one = asked(command, case_file, "--json", "--limit", 1)
    assert one == asked(command, case_file, "--json")
