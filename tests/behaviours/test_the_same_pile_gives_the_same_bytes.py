"""README: the same pages give the same bytes, whatever the order, the hash seed or the workers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import headwater
from headwater.faces.export import export_jsonl

PILE = Path(__file__).parents[2] / "examples" / "pile"
FILES = sorted(PILE.iterdir())
READ = """
import sys
import headwater
from headwater.faces.export import export_jsonl
with headwater.read(sys.argv[1]) as case:
    export_jsonl(case, sys.argv[2])
"""


def exported(case, folder):
    """Every file of the export by name, as bytes."""
    with case:
        return {path.name: path.read_bytes() for path in export_jsonl(case, folder)}


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """The pile read once, the plain way, into memory."""
    return exported(headwater.read(PILE), tmp_path_factory.mktemp("expected"))


def test_the_export_of_the_example_pile_is_not_empty(expected):
    """What the tests below compare are claims, derivations and drifts that were found."""
    rows = {name: content.count(b"\n") for name, content in expected.items()}
    assert rows["pages.jsonl"] == len(FILES) + 1  # one file of two pages
    for table in ("statements", "mentions", "claims", "derivations", "reports", "drifts"):
        assert rows[f"{table}.jsonl"] > 0, table


def test_twice_in_one_process(expected, tmp_path):
    """Nothing that a first run leaves in memory changes a second one."""
    assert exported(headwater.read(PILE), tmp_path) == expected


def test_in_a_case_file_as_in_memory(expected, tmp_path):
    """A case on disk is exported as one in memory."""
    case = headwater.read(PILE, tmp_path / "pile.hw")
    assert exported(case, tmp_path / "out") == expected


def test_with_the_files_in_another_order(expected, tmp_path):
    """The files one by one, the last first, are the folder."""
    assert exported(headwater.read(FILES[::-1]), tmp_path) == expected


def test_with_the_pages_read_in_another_order(expected, tmp_path, monkeypatch):
    """The order in which pages come to be read and stored decides nothing."""
    find_pages = headwater.scale.run.find_pages

    def last_first(*args, **kwargs):
        return reversed(list(find_pages(*args, **kwargs)))

    monkeypatch.setattr("headwater.scale.run.find_pages", last_first)
    assert exported(headwater.read(PILE), tmp_path) == expected


def test_with_the_folder_listed_in_another_order(expected, tmp_path, monkeypatch):
    """A file system that lists a folder backwards gives the same."""
    scandir = os.scandir
    monkeypatch.setattr("os.scandir", lambda path: reversed(list(scandir(path))))
    assert exported(headwater.read(PILE), tmp_path) == expected


@pytest.mark.slow
def test_with_two_workers(expected, tmp_path):
    """How many processes read the pages decides nothing."""
    assert exported(headwater.read(PILE, workers=2), tmp_path) == expected


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["0", "1"])
def test_with_another_hash_seed(expected, tmp_path, seed):
    """The order of Python's sets, which differs from run to run, decides nothing."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", READ, str(PILE), str(tmp_path / "out")]
    subprocess.run(command, check=True, env=environment)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == expected


@pytest.mark.parametrize("first", [FILES[:7], FILES[7:]], ids=["the-first-half", "the-second"])
def test_in_two_runs_as_in_one(expected, tmp_path, first):
    """Half of the pile, and later the whole of it into the same case: as if in one go."""
    headwater.read(first, tmp_path / "pile.hw").close()
    case = headwater.read(PILE, tmp_path / "pile.hw")
    assert exported(case, tmp_path / "out") == expected
