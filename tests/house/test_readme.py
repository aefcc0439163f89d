"""The README is the contract: what it shows is what comes out."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def write_readme():
    """The script that puts the output of the README's commands into it."""
    spec = importlib.util.spec_from_file_location(
        "write_readme", ROOT / "docs" / "write_readme.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_output_shown_is_the_output_of_today(write_readme, monkeypatch):
    """``python docs/write_readme.py`` would change nothing."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "96")
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "```text\n" in readme
    assert write_readme.filled(readme) == readme


def test_every_page_the_readme_points_to_is_there():
    """No link of the README leads nowhere."""
    import re  # noqa: PLC0415 - here only

    readme = (ROOT / "README.md").read_text("utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", readme)
    assert len(links) > 5
    assert [link for link in links if not (ROOT / link).exists()] == []
