import json
import subprocess
import sys
from dataclasses import replace

import pytest
import small_case
from click.testing import CliRunner

from headwater import equipped
from headwater.case import Case, json_line
from headwater.faces.cli.main import headwater
from headwater.model import ActorKind, digest
from headwater.settings import Settings


@pytest.fixture
def ask(case_file):
    def run(command, *rest, code=0):
        result = CliRunner().invoke(headwater, [command, str(case_file), *rest])
        assert result.exit_code == code, result.output
        return result

    return run


def rows(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("command", "rest", "answer"),
    [
        ("claims", (), lambda case: case.claims()),
        ("claims", ("--min-articles", "2"), lambda case: case.claims(min_articles=2)),
        ("claims", ("--outlet", "velden"), lambda case: case.claims(outlet="velden")),
        ("statements", (), lambda case: case.statements()),
        ("statements", ("--source", "master"), lambda case: case.statements(source="master")),
        ("events", (), lambda case: case.held_events()),
        ("events", ("--type", "close"), lambda case: case.held_events(type="close")),
        ("events", ("--actor", "pie"), lambda case: case.held_events(actor="pie")),
        ("events", ("--status", "denied"), lambda case: case.held_events(status="denied")),
        ("events", ("--tellings",), lambda case: case.events()),
        ("tempo", ("--by", "month"), lambda case: [case.tempo(by="month")]),
        ("origins", (), lambda case: case.origins()),
        ("drift", (), lambda case: (*case.side_by_side(), *case.disputes())),
        (
            "drift",
            ("--kind", "number-changed"),
            lambda case: case.side_by_side(kind="number-changed"),
        ),
        ("drift", ("--kind", "hedge-lost"), lambda case: case.drifts(kind="hedge-lost")),
        ("drift", ("--kind", "contradiction"), lambda case: case.disputes()),
        ("actors", (), lambda case: case.actors()),
        ("actors", ("nobody",), lambda case: case.actors("nobody")),
        ("actors", ("haven",), lambda case: case.actors("haven")),
        ("actors", ("MARENHAVEN",), lambda case: [case.actor("place/port-maren", 10)]),
        ("actors", ("port-maren", "--limit", "1"), lambda case: [case.actor("Port Maren", 1)]),
        ("commitments", (), lambda case: equipped(case).followed_commitments()),
        (
            "commitments",
            ("--kind", "warning", "--issuer", "x"),
            lambda case: equipped(case).followed_commitments(issuer="x", kind="warning"),
        ),
        ("timeline", (), lambda case: [case.timeline()]),
        ("timeline", ("--type", "assault"), lambda case: [case.timeline(type="assault")]),
        ("stories", (), lambda case: case.held_stories()),
        ("search", ("piers", "--limit", "1"), lambda case: case.search("piers", 1)),
        ("brief", (), lambda case: case.claims()),
    ],
)
def test_a_command_prints_what_the_library_returns(ask, case, command, rest, answer):
    """With --json every command prints the library's values, one a line, and nothing else."""
    expected = [json_line(value).decode() for value in answer(case)]
    assert ask(command, *rest, "--json").stdout.splitlines() == expected


def test_the_rows_of_a_table_are_those_of_its_export(ask, case):
    """A claim asked for is written as in the export, with ``from`` without its underscore."""
    assert sorted(
        line.encode() for line in ask("claims", "--json").stdout.splitlines()
    ) == sorted(case.lines("claims"))
    assert rows(ask("actors", "--json"))[0]["roles"][0]["from"] == "1890"


def test_statements_of_an_article_are_found_by_the_beginning_of_its_id(ask):
    """The short id that a table shows is enough for --article."""
    article = small_case.agency_page().articles[0].article.id
    (row,) = rows(ask("statements", "--article", article[:8], "--json"))
    assert row["article_id"] == article
    assert article[:8] in ask("statements").stdout


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("claims", ["Two piers were shut", "1–2", "harbour master"]),
        ("events", ["CLOSE:", "Port Maren", "2031-05-04", "Origins"]),
        (
            "tempo",
            [
                "no events to count in the case",
                "Told as a number",
                "Velden, origins 1: two piers",
            ],
        ),
        ("statements", ["Velden ← harbour master", "<i>tired</i> sources”"]),
        ("origins", ["harbour master", "speaker", "yes", "Told by", "Courier, Velden"]),
        (
            "drift",
            [
                "number changed",
                "[two piers] were",
                "Courier, 2031-05-04",
                "Cannot all be true (number)",
            ],
        ),
        ("actors", ["Port Maren", "Marenhaven"]),
        (
            "stories",
            [
                "Courier, Velden",
                "2031-05-04",
                "rest on one report",
                "in the pile: 2 articles",
                "is the report",
                "cites it: “Velden reports”",
            ],
        ),
        ("brief", ["2 pages read, 1 refused · 2 articles · 1 story", "Two piers were shut"]),
    ],
)
def test_a_table_shows_what_matters(ask, command, words):
    """Every table names the things that were asked for, in at most a hundred columns."""
    output = ask(command).stdout
    folded = " ".join(output.split())
    assert all(word in folded for word in words), output
    assert max(map(len, output.splitlines())) <= 100
    assert "\x1b" not in output


def test_one_actor_is_shown_whole(tmp_path):
    """Every part has its title and count, what was cut off is counted, and each line its words."""
    master = replace(small_case.links().actors[0], id=digest("Velden"), name="Velden")
    first, second = (small_case.agency_page(), small_case.paper_page())
    (found,) = first.articles
    tie = replace(found.relations[0], subject=master.id, modality="inferred")
    first = replace(first, articles=(replace(found, relations=(tie,)),))
    with Case.create(tmp_path / "one.hw") as case:
        for findings in (first, second):
            case.add(findings)
        case.replace_links(replace(small_case.links(), actors=(master,)))
        case.seal(settings=Settings(), made_by={})
    line = ["actors", str(tmp_path / "one.hw"), "VELDEN", "--limit", "1"]
    result = CliRunner().invoke(headwater, line)
    output = result.stdout
    folded = " ".join(output.split())
    assert output.startswith(f"Velden · place · {master.id}\n")
    for words in (
        "Names as written: 1 ",
        "Roles: 1 ",
        "place/x 1890",
        "Relations: 1 ",
        "leads → b (inferred) The Velden 2031-05-04 to",
        "Said by it: 1 of 2 ",
        "Velden ← harbour two piers were shut at Port Velden 2031-05-04 to",
        "Said about it: none",
    ):
        assert words in folded, output
    assert max(map(len, output.splitlines())) <= 100
    assert result.stderr == ""


def test_who_cannot_be_shown_whole_is_listed_with_the_way_to_choose(ask, tmp_path):
    """A name of two, or half a name, gives the list, and an id to go on with on stderr."""
    half = ask("actors", "maren")
    assert "Also called" in half.stdout
    assert "nobody goes by just 'maren'" in half.stderr
    assert "place/port-maren" in half.stderr
    assert ask("actors", "port maren").stderr == ""
    assert ask("actors", "nobody").stderr == ""
    (port,) = small_case.links().actors
    links = replace(small_case.links(), actors=(port, replace(port, id="case/other")))
    with Case.create(tmp_path / "two.hw") as case:
        for findings in small_case.pile():
            case.add(findings)
        case.replace_links(links)
        case.seal(settings=Settings(), made_by={})
    two = CliRunner().invoke(headwater, ["actors", str(tmp_path / "two.hw"), "Port Maren"])
    assert "2 actors go by 'Port Maren'" in two.stderr
    assert f"headwater actors {tmp_path / 'two.hw'} case/other" in two.stderr
    assert {"case/other", "place/port-maren"} <= set(two.stdout.split())


def test_an_unnamed_source_is_listed_with_those_who_tell_of_it(ask, tmp_path):
    """The same words in two papers are two sources, and a reader sees whose each is."""
    (port,) = small_case.links().actors
    hidden = replace(port, id="u", name="Marenhaven", type=ActorKind.UNNAMED)
    with Case.create(tmp_path / "one.hw") as case:
        for findings in small_case.pile():
            case.add(findings)
        case.replace_links(replace(small_case.links(), actors=(hidden,)))
    output = CliRunner().invoke(headwater, ["actors", str(tmp_path / "one.hw")]).stdout
    assert "(told by Velden)" in " ".join(output.split())
    assert "told by" not in ask("actors").stdout


def test_what_a_page_says_cannot_steer_the_terminal(tmp_path):
    """Escape sequences, direction marks and markup in a claim are printed as nothing or as text."""
    claim = small_case.links().claims[0]
    evil = "\x1b[2J[red]piers[/red]\u202e\a shut"
    links = small_case.links()
    links = type(links)(
        stories=links.stories,
        claims=(
            type(claim)(**{f: getattr(claim, f) for f in claim.__slots__} | {"text": evil}),
        ),
    )
    path = tmp_path / "evil.hw"
    with Case.create(path) as case:
        for findings in small_case.pile():
            case.add(findings)
        case.replace_links(links)
    for command in ("claims", "brief"):
        output = CliRunner().invoke(headwater, [command, str(path)]).stdout
        assert "[2J[red]piers[/red] shut" in output
        assert not {"\x1b", "\u202e", "\a"} & set(output)


def test_refusals_are_told_on_stderr(ask):
    """What was refused is named with its reason, beside the answer; --strict makes it status 1."""
    told = ask("brief")
    assert "refused: c/empty.txt: is <b>empty</b>" in told.stderr
    assert "c/empty.txt" not in told.stdout
    ask("brief", "--strict", code=1)


def test_what_is_not_understood_has_status_2_and_no_traceback(tmp_path):
    """A wrong path, id, query or option is one message with a remedy."""
    missing = str(tmp_path / "none.hw")
    for line in (["claims", missing], ["claims"], ["wrong"], ["claims", missing, "--wrong"]):
        result = CliRunner().invoke(headwater, line)
        assert result.exit_code == 2
        assert "Traceback" not in result.stderr
    told = CliRunner().invoke(headwater, ["claims", missing])
    assert told.stderr.startswith("UnusableCase: ")
    assert "headwater read PILE -o" in told.stderr
    assert told.stdout == ""


def test_a_case_cut_short_says_so_and_still_answers(tmp_path):
    """Questions of a case whose run was killed are answered, with a warning on stderr."""
    path = tmp_path / "pile.hw"
    with Case.create(path) as case:
        case.add(small_case.agency_page())
    result = CliRunner().invoke(headwater, ["statements", str(path)])
    assert result.exit_code == 0
    assert "harbour master" in result.stdout
    assert "did not come to its end" in result.stderr


def test_verify_exits_with_1_if_a_byte_was_changed(ask, case_file, tmp_path):
    """An untouched case is status 0; a touched one is status 1 and names the place."""
    assert "every byte" in ask("verify").stdout
    assert rows(ask("verify", "--json")) == []
    touched = tmp_path / "touched.hw"
    touched.write_bytes(
        case_file.read_bytes().replace(b"harbour master said.", b"harbour master Said.")
    )
    result = CliRunner().invoke(headwater, ["verify", str(touched), "--json"])
    assert result.exit_code == 1
    assert any("table articles: row" in row["change"] for row in rows(result))


def test_verify_exits_with_1_if_a_case_no_longer_holds_together(case_file, tmp_path):
    """A case cut short is a changed case; a file that never was one is a mistake of the call."""
    cut = tmp_path / "cut.hw"
    cut.write_bytes(case_file.read_bytes()[:5000])
    result = CliRunner().invoke(headwater, ["verify", str(cut)])
    assert result.exit_code == 1
    assert "no longer holds together" in result.stdout
    other = tmp_path / "other.txt"
    other.write_text("no case\n")
    assert CliRunner().invoke(headwater, ["verify", str(other)]).exit_code == 2


def test_export_says_what_it_wrote(ask, tmp_path):
    """The files of an export are counted, and named with --json."""
    assert "17 files" in ask("export", "-o", str(tmp_path / "a")).stdout
    written = rows(ask("export", "-o", str(tmp_path / "b"), "--json"))
    assert {row["file"] for row in written} == {str(p) for p in (tmp_path / "b").iterdir()}


def test_the_version_is_told():
    """--version prints the installed version."""
    result = CliRunner().invoke(headwater, ["--version"])
    assert result.stdout.startswith("headwater 0.")


def test_help_loads_none_of_the_rooms():
    """--help is quick because nothing that reads or links is imported for it."""
    code = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from headwater.faces.cli.main import headwater\n"
        "assert CliRunner().invoke(headwater, ['--help']).exit_code == 0\n"
        "heavy = {'numpy', 'onnxruntime', 'trafilatura', 'rich', 'jinja2', 'msgspec', 'sqlite3'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"


@pytest.mark.parametrize("asked", [["board"], ["what-if", "--without", "Port Maren"]])
def test_a_question_loads_nothing_that_reads_pages(case_file, asked):
    """What is asked of a big case does not wait for what only reading and comparing need."""
    code = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from headwater.faces.cli.main import headwater\n"
        f"assert CliRunner().invoke(headwater, [{asked[0]!r}, {str(case_file)!r}, *{asked[1:]!r}]).exit_code == 0\n"
        "heavy = {'numpy', 'onnxruntime', 'trafilatura', 'headwater.reading.article', 'headwater.lexicon.likeness'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"


def test_the_module_is_the_command():
    """``python -m headwater`` is ``headwater``."""
    run = subprocess.run(
        [sys.executable, "-m", "headwater", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.startswith("Usage: headwater [OPTIONS] COMMAND")
