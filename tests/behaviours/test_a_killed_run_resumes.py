"""README: a killed run leaves the last good state, and the next one goes on from there."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from headwater.case import TABLES, Case
from headwater.settings import Settings

BUILDER = Path(__file__).parents[1] / "unit" / "case"
sys.path.insert(0, str(BUILDER))
import small_case  # noqa: E402 - found only now

PAGES = 12

# A run that kills itself as hard as a machine can, at the moment it is told to.
RUN = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
import small_case
from headwater.case import Case, writing

def die():
    os.kill(os.getpid(), signal.SIGKILL)

left = int(sys.argv[3])
real = writing.row_of
def row_of(value):
    global left
    left -= 1
    return real(value) if left else die()
writing.row_of = row_of

case = Case.open_or_create(sys.argv[2])
for found in small_case.many(12):
    case.add(found)
"""


def finish(path):
    with Case.open_or_create(path) as case:
        for found in small_case.many(PAGES):
            if not case.has_page(found.page.sha256, found.page.name):
                case.add(found)
        case.seal(settings=Settings(), made_by={})
        assert case.verify() == ()
        return {table.name: list(case.lines(table.name)) for table in TABLES}, case.manifest()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill -9")
@pytest.mark.parametrize("stored_values", [1, 30, 31, 77])
def test_a_killed_run_resumes_and_ends_with_the_same_case(tmp_path, stored_values):
    """Killed in the middle of whichever page, the case holds whole pages and comes out the same."""
    path = tmp_path / "pile.hw"
    killed = subprocess.run(
        [sys.executable, "-c", RUN, str(BUILDER), str(path), str(stored_values)], check=False
    )
    assert killed.returncode == -signal.SIGKILL
    with Case.open(path) as case:
        whole = (stored_values - 1) // 8
        assert len(case.pages()) == len(case.articles()) == len(case.quantities()) == whole
        assert not case.is_sealed
    assert finish(path) == finish(tmp_path / "in one go.hw")


def test_a_run_killed_before_it_made_its_file_starts_anew(tmp_path):
    """An empty file that a killed run left is taken for no case yet."""
    path = tmp_path / "pile.hw"
    path.touch()
    assert finish(path) == finish(tmp_path / "in one go.hw")
