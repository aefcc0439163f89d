"""The documents say what the code does: every word, setting, error, number and dependency."""

import dataclasses
import importlib
import inspect
import json
import re
import tomllib
from enum import StrEnum
from pathlib import Path

import pytest

import headwater
from headwater import errors, model
from headwater.case.schema import schema_sql
from headwater.case.tables import TABLE_NAMED
from headwater.faces.cli.main import headwater as commands
from headwater.lexicon import words
from headwater.settings import Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
GLOSSARY = (DOCS / "glossary.md").read_text("utf-8")
DECIDES = (DOCS / "how-it-decides.md").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CLASSES = [kind for name in model.__all__ if inspect.isclass(kind := getattr(model, name))]
ERRORS = [
    name
    for name, kind in vars(errors).items()
    if inspect.isclass(kind) and issubclass(kind, errors.HeadwaterError)
]


def coded(text: str) -> set[str]:
    """Give what a document sets in backticks."""
    return set(re.findall(r"`([^`\n]+)`", text))


def section(text: str, title: str) -> str:
    """Give the text under one heading."""
    found = re.search(
        rf"^## [\d. ]*{re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL
    )
    assert found, title
    return found.group(1)


def table_rows(text: str) -> list[list[str]]:
    """Give the cells of the rows whose first cell is set in backticks."""
    rows = (
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("| `")
    )
    return [[row[0].strip("`"), *row[1:]] for row in rows]


def setting_defaults() -> dict[str, str]:
    return {
        f"{room.name}.{dial.name}": str(dial.default)
        for room in dataclasses.fields(Settings)
        for dial in dataclasses.fields(room.default_factory)
    }


# ---- words


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_class_of_the_model_is_in_the_glossary(kind):
    """A reader who meets a class finds its word."""
    assert kind.__name__ in coded(GLOSSARY)


@pytest.mark.parametrize(
    "kind", [k for k in CLASSES if issubclass(k, StrEnum)], ids=lambda kind: kind.__name__
)
def test_every_value_a_case_may_hold_is_explained_beside_its_kind(kind):
    """Every value of an enum stands in the glossary's line of that enum."""
    line = next(line for line in GLOSSARY.splitlines() if f"`{kind.__name__}`" in line)
    assert [value for value in kind if value not in coded(line)] == []


def test_every_table_and_view_of_a_case_is_named():
    """Whoever opens a case with another program can look its tables up."""
    views = re.findall(r"CREATE VIEW (\w+)", schema_sql())
    assert views
    assert [name for name in (*TABLE_NAMED, *views) if name not in _named(GLOSSARY)] == []


def test_every_place_the_glossary_names_is_there():
    """``table.column`` in the glossary is a column of that table."""
    places = [word.split(".") for word in coded(GLOSSARY) if re.fullmatch(r"\w+\.\w+", word)]
    columns = {name: {c.name for c in table.columns} for name, table in TABLE_NAMED.items()}
    assert len(places) > 30
    assert [place for place in places if place[1] not in columns.get(place[0], ())] == []


def _named(text: str) -> set[str]:
    return {word for code in coded(text) for word in code.split()}


# ---- how it decides


def test_every_setting_is_documented_with_its_default():
    """The table of settings is the settings: each name, each default, and no other."""
    rows = table_rows(section(DECIDES, "The settings"))
    documented = {row[0]: row[1] for row in rows if row[0] in setting_defaults()}
    dials = [row[0] for row in rows if row[0].count(".") == 1]
    assert documented == setting_defaults()
    assert sorted(dials) == sorted(documented)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (r[0], r[1])
        for r in table_rows(section(DECIDES, "The settings"))
        if r[0].count(".") == 2
    ],
)
def test_every_number_of_a_formula_is_the_one_in_the_code(name, value):
    """A documented constant is there, and has the documented value."""
    module, constant = name.rsplit(".", 1)
    assert getattr(importlib.import_module(f"headwater.{module}"), constant) == float(value)


@pytest.mark.parametrize("name", ERRORS)
def test_every_error_is_documented(name):
    """A reader who meets an error finds what it means."""
    assert name in coded(section(DECIDES, "When it stops"))


def test_every_class_of_cues_is_explained():
    """What a cue does to its content is told for each class of the word list, and no other."""
    classes = {cue.cue_class for cue in (*words().verbs.values(), *words().nouns.values())}
    explained = {row[0] for row in table_rows(section(DECIDES, "Who says what"))}
    assert explained == classes


def test_the_worked_example_comes_out_as_told(tmp_path):
    """The four pages of the example, read, have the origins and the interval that the text gives."""
    lines = re.search(r"```json\n(.*?)```", DECIDES, re.DOTALL)
    told = re.search(r"\*\*Result: (\d+)–(\d+) independent origins\.\*\*", DECIDES)
    assert lines
    assert told
    (tmp_path / "pile.jsonl").write_text(lines.group(1), encoding="utf-8")
    with headwater.read([tmp_path / "pile.jsonl"]) as case:
        (claim,) = case.claims(min_articles=4)
        assert [claim.independent.low, claim.independent.high] == [
            int(n) for n in told.groups()
        ]
        assert [o.name.split(" (")[0] for o in claim.origins] == [
            "Milo Dreen",
            "Two informed sources",
        ]


# ---- dependencies


@pytest.fixture(scope="module")
def dependencies() -> dict[str, list[str]]:
    page = (DOCS / "dependencies.md").read_text("utf-8")
    return {name: cells for name, *cells in table_rows(section(page, "At run time"))}


@pytest.mark.parametrize(
    "package", [re.split(r"[<>=~!\[; ]", line)[0] for line in PROJECT["dependencies"]]
)
def test_every_dependency_has_a_reason_and_a_licence(package, dependencies):
    """Nothing is installed on a user's machine that is not accounted for."""
    assert len(dependencies.get(package, [])) == 3
    assert all(dependencies[package])


def test_every_dependency_accounted_for_is_used(dependencies):
    """A package that no file of Headwater imports any more is not listed."""
    source = "\n".join(
        path.read_text("utf-8") for path in (ROOT / "src" / "headwater").rglob("*.py")
    )
    modules = {name: name.replace("-", "_") for name in dependencies} | {"pyyaml": "yaml"}
    imported = set(re.findall(r"^\s*(?:import|from) (\w+)", source, re.MULTILINE))
    imported |= {"lxml_html_clean"}  # by trafilatura, whose extra an older pip passes over
    assert [name for name, module in modules.items() if module not in imported] == []


# ---- changelog and links


def test_the_changelog_tells_of_this_version_and_its_commands():
    """The version that is built has its entry, and the first entry names only commands there are."""
    assert f"\n## [{PROJECT['version']}] - " in CHANGELOG
    line = next(line for line in CHANGELOG.splitlines() if line.startswith("- **Commands.**"))
    assert sorted(coded(line)) == sorted(commands.commands)


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.name)
def test_no_link_of_the_documents_is_broken(page):
    """Every relative link leads to a file, and every section it names is there."""
    for target, anchor in re.findall(
        r"\]\(([^)#:]+\.md)?(?:#([^)]+))?\)", page.read_text("utf-8")
    ):
        file = page.parent / target if target else page
        assert file.is_file(), target
        assert not anchor or anchor in _anchors(file), anchor


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in headings}


def test_the_example_is_a_pile_of_pages_with_nothing_but_fields_a_pile_may_have():
    """The example can be saved as a JSON Lines pile as it stands."""
    lines = re.search(r"```json\n(.*?)```", DECIDES, re.DOTALL)
    assert lines
    allowed = {"url", "outlet", "published", "title", "text", "html"}
    assert all(set(json.loads(line)) <= allowed for line in lines.group(1).splitlines())
