"""Two tellings stand side by side, with what changed between them, and those who say with those who deny.

The pile is ``examples/pile``, and what changed in it stands in ``examples/ANSWERS.md``.
"""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import headwater
from headwater.faces.cli.main import headwater as command

_ROOT = Path(__file__).parents[2]
_EXPECTED = json.loads(
    (_ROOT / "tests" / "golden" / "examples" / "expected.json").read_text("utf-8")
)
_PAGE = {article["key"]: article["page"] for article in _EXPECTED["articles"]}


@pytest.fixture(scope="module")
def case_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("drift") / "pile.hw"
    headwater.read([_ROOT / "examples" / "pile"], path).close()
    return path


@pytest.fixture(scope="module")
def case(case_file):
    with headwater.open_case(case_file) as held:
        yield held


def _page_of(case, passage):
    pages = {page.id: page.names for page in case.pages()}
    return pages[case.article(passage.article_id).page_id]


@pytest.mark.parametrize(
    "expected",
    [drift for drift in _EXPECTED["drifts"] if drift.get("must", True)],
    ids=lambda drift: f"{drift['from']['article']}-{drift['to']['article']}-{drift['kind']}",
)
def test_what_the_answers_say_has_changed_is_found(case, expected):
    """The kind, both articles, and the words."""
    found = [
        row
        for row in case.side_by_side(kind=expected["kind"])
        if _PAGE[expected["from"]["article"]] in _page_of(case, row.before)
        and _PAGE[expected["to"]["article"]] in _page_of(case, row.after)
    ]
    assert [
        row
        for row in found
        if _share(row.from_text, expected["from"]["words"])
        and _share(row.to_text, expected["to"]["words"])
    ]


def _share(ours, theirs):
    return ours in theirs or theirs in ours


def test_two_tolls_stand_against_each_other(case):
    """The hospital's eleven on one side, the port authority's seven, whoever relays it, on the other."""
    (toll,) = [one for one in case.disputes() if one.kind == "numbers"]
    assert toll.why == "Seven people in one telling, Eleven dead in the other"
    assert {passage.outlet_name for passage in toll.against} == {"Marrend Post"}
    assert {"Nightwater Wire", "Tolmerrin Pulse"} <= {p.outlet_name for p in toll.says}


def test_a_denial_stands_against_what_it_denies(case):
    """The government of Karvenna on one side, a paper that tells of the meeting on the other."""
    (denial,) = [one for one in case.disputes() if one.kind == "denial"]
    assert [p.outlet_name for p in denial.against] == ["Ilmarvane Gazette"]
    assert "denied" in denial.why
    assert all("envoy" in passage.text for passage in denial.says)


def test_who_does_not_deny_contradicts_nobody(tmp_path):
    """ "Denied" and "did not deny" of one thing, in two small piles."""
    lines = (
        '{"outlet": "Quill Post", "text": "The envoy of Fenmark met the commander of the river guard at dusk, two officials said."}',
        '{"outlet": "Marsh Gazette", "text": "Mara Venn %s that the envoy of Fenmark met the commander of the river guard at dusk."}',
    )  # fmt: skip
    for cue, many in (("denied", 1), ("did not deny", 0)):
        pile = tmp_path / f"{many}.jsonl"
        pile.write_text("\n".join(line.replace("%s", cue) for line in lines), "utf-8")
        with headwater.read([pile]) as small:
            assert len([one for one in small.disputes() if one.kind == "denial"]) == many


def test_the_copy_that_only_reprints_has_changed_nothing(case):
    """The Saltmarket Daily reprints the wire word for word."""
    assert not [
        row
        for row in case.side_by_side()
        if (row.before.outlet_name, row.after.outlet_name)
        == ("Nightwater Wire", "Saltmarket Daily")
    ]


def test_the_command_shows_both_passages_with_outlet_and_day(case_file):
    """Words that differ are in brackets; then come the contradictions."""
    shown = CliRunner().invoke(command, ["drift", str(case_file)]).stdout
    folded = " ".join(shown.split())
    assert "Straits Digest, 2025-03-14:" in folded
    assert "[told]" in folded
    assert "[ordered]" in folded
    assert "Cannot all be true (numbers)" in folded
