from dataclasses import replace

import pytest
from click.testing import CliRunner

from headwater.case import Case
from headwater.faces.cli.main import headwater
from headwater.settings import Settings

HOW = "see them with --limit, or each on a line with --json"
#: What stands below the first row of each table.
WHOLE = {
    "actors": "and 1 more actor",
    "articles": "and 1 more article",
    "claims": "and 1 more claim",
    "events": "and 1 more event",
    "origins": "and 1 more origin",
    "statements": "and 1 more statement",
    "stories": "and 1 more story",
    "timeline": "and 1 more article",
}


@pytest.fixture(scope="module")
def wide_file(tmp_path_factory):
    """The small case with one actor and one story more, so that there are two of everything."""
    import small_case  # noqa: PLC0415 - found only now

    links, path = small_case.links(), tmp_path_factory.mktemp("wide") / "pile.hw"
    (actor, *_), (story, *_) = links.actors, links.stories
    actors = (*links.actors, replace(actor, id="place/nether-maren", name="Nether Maren"))
    stories = (*links.stories, replace(story, id="story-nether"))
    with Case.create(path) as case:
        for findings in small_case.pile():
            case.add(findings)
        case.replace_links(replace(links, actors=actors, stories=stories))
        case.seal(settings=Settings(), made_by={})
    return path


def asked(*command):
    result = CliRunner().invoke(headwater, [*map(str, command)])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("command", WHOLE)
def test_a_table_says_what_it_leaves_out(wide_file, command):
    """Below the rows that are asked for stands how many more there are, and how to see them."""
    whole, first = asked(command, wide_file), asked(command, wide_file, "--limit", 1)
    assert f"{WHOLE[command]}: {HOW}" in first
    assert len(first.split("\nand 1 more")[0].rstrip()) < len(whole.rstrip())
    assert "more" not in whole
    assert whole == asked(command, wide_file, "--limit", 1000)


@pytest.mark.parametrize("command", WHOLE)
def test_json_leaves_nothing_out(wide_file, command):
    """A limit is for tables, which a person reads."""
    one = asked(command, wide_file, "--json", "--limit", 1)
    assert one == asked(command, wide_file, "--json")


def test_of_one_actor_a_limit_is_what_is_shown_of_it(wide_file):
    """With a name that is one actor's alone there is no table, and ten of each sort are shown unless asked."""
    whole = asked("actors", wide_file, "Port Maren")
    assert whole == asked("actors", wide_file, "Port Maren", "--limit", 10)
    assert HOW not in asked("actors", wide_file, "Port Maren", "--limit", 1)


def test_tellings_of_events_are_told_up_to_the_limit(wide_file):
    """The limit counts events, each with all its tellings."""
    whole = asked("events", wide_file, "--tellings")
    first = asked("events", wide_file, "--tellings", "--limit", 1)
    assert whole.startswith(first.split("\nand 1 more event")[0])
    assert f"and 1 more event: {HOW}" in first
