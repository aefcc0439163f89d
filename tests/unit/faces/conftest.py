"""The small case of ``../case/small_case.py``, made once for the tests of this folder."""

import sys
from pathlib import Path

import pytest

import headwater
from headwater.case import Case
from headwater.settings import Settings

sys.path.insert(0, str(Path(__file__).parents[1] / "case"))


@pytest.fixture(scope="session")
def case_file(tmp_path_factory):
    import small_case  # noqa: PLC0415 - found only now

    path = tmp_path_factory.mktemp("case") / "pile.hw"
    with Case.create(path) as case:
        for findings in small_case.pile():
            case.add(findings)
        case.replace_links(small_case.links())
        case.seal(settings=Settings(), made_by={"lexicon": "l1"})
    return path


@pytest.fixture
def case(case_file):
    with headwater.open_case(case_file) as held:
        yield held
