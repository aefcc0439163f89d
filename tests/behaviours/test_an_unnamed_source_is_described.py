"""Asked for a source without a name, Headwater shows what each outlet tells of it, and joins no two."""

import json

from click.testing import CliRunner

import headwater as library
from headwater.faces.cli.main import headwater

WIRE = """Sluice shut

Informed sources in the water ministry, who asked not to be named because the talks are private, told the Nightwater Wire that the sluice was shut.

The envoy said that nobody would open it. The sources said that it would stay shut for a week.
"""
POST = """Sluice opens

The sluice is open, two informed diplomats familiar with the plan told the Quill Post on condition of anonymity on Tuesday. Informed sources said that it had never been shut.
"""
PAGES = (
    {"outlet": "Nightwater Wire", "published": "2031-05-03", "text": WIRE},
    {"outlet": "Quill Post", "published": "2031-05-04", "text": POST},
)


def ask(file, *rest):
    result = CliRunner().invoke(headwater, ["actors", str(file), *rest])
    assert result.exit_code == 0, result.output
    return result.stdout


def described(file, name):
    return json.loads(ask(file, name, "--json"))["described_as"]


def test_a_source_is_described_in_the_articles_words(file):
    """Number, role, nearness, allegiance, reason and owner, each with its words and its article."""
    (told,) = described(file, "informed sources in the water ministry")
    source = told["source"]
    assert (source["number"]["low"], source["number"]["high"]) == (2, None)
    assert source["role"]["text"] == "sources"
    assert source["nearness"] is None
    assert [span["text"] for span in source["allegiance"]] == ["in the water ministry"]
    assert [span["text"] for span in source["hidden_by"]] == ["Informed"]
    assert source["asked"]["text"] == "asked not to be named"
    assert source["reason"]["text"] == "because the talks are private"
    assert told["owner_name"] == "Nightwater Wire"
    with library.open_case(file) as held:
        text = held.article(told["article_id"]).text
        (same,) = held.actor("informed sources in the water ministry").described_as
    assert text[source["reason"]["start"] : source["reason"]["end"]] == source["reason"]["text"]
    assert same.source.reason.text == source["reason"]["text"]


def test_a_table_says_the_same(file):
    """A line a trait, under how many tellings there are; what is not told has no line."""
    shown = ask(file, "two informed diplomats familiar with the plan")
    part = shown[shown.index("Described as: ") : shown.index("Roles:")]
    lines = [" ".join(line.split()[:-1]) for line in part.splitlines()[4:] if line.strip()]
    assert lines == [
        "number: 2 two",
        "role diplomats",
        "nearness familiar with the plan",
        "vouched for as informed",
        "asked not to be named on condition of anonymity",
        "owner: Quill Post its own page",
    ]
    assert part.startswith("Described as: 1\n")


def test_two_outlets_sources_stay_two(file):
    """The Post's "informed sources" are described by the Post alone."""
    (told,) = described(file, "informed sources")
    assert told["owner_name"] == "Quill Post"
    assert told["where"]["outlet_name"] == "Quill Post"


def test_who_has_a_name_is_not_described(file):
    """An outlet's view has no such part."""
    assert described(file, "Quill Post") == []
    assert "Described as" not in ask(file, "Quill Post")
