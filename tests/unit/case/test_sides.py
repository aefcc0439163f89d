from dataclasses import replace

import pytest
import small_case

from headwater.case import Case
from headwater.model import DriftKind


def made(links=None):
    case = Case.in_memory()
    for findings in small_case.pile():
        case.add(findings)
    case.replace_links(links or small_case.links())
    return case


@pytest.fixture(scope="module")
def case():
    with made() as held:
        yield held


def test_drifts_can_be_asked_by_claim_and_kind(case):
    """Filters take away what does not fit; a kind may be given by its word."""
    (drift,) = case.drifts()
    assert case.drifts("claim-piers") == (drift,)
    assert case.drifts("claim-months") == ()
    assert case.drifts(kind="number-changed") == case.drifts(kind=DriftKind.NUMBER_CHANGED)
    assert case.drifts(kind=DriftKind.HEDGE_LOST) == ()
    assert len(case.contradictions("claim-piers")) == 1
    assert case.contradictions("claim-months") == ()


def test_a_drift_comes_with_both_passages(case):
    """Outlet, days, and the words of either article from source to content."""
    (row,) = case.side_by_side()
    assert (row.kind, row.claim) == ("number-changed", "two piers were shut at Port Maren")
    assert (row.before.outlet_name, row.after.outlet_name) == ("Velden", "Courier")
    for passage, words in ((row.before, row.from_text), (row.after, row.to_text)):
        text = case.article(passage.article_id).text
        assert text[passage.start : passage.end] == passage.text
        assert words in passage.text
    assert case.side_by_side("claim-months") == ()
    assert case.side_by_side(kind="hedge-lost") == ()


def test_a_source_far_from_its_content_is_not_shown_with_all_between():
    """A speaker of another paragraph stays out; the content is shown by itself."""
    page = small_case.agency_page()
    (found,) = page.articles
    (said,) = found.statements
    far = replace(found.article, text=found.article.text + "\n\nThe harbour master said so.")
    start = far.text.index("The harbour master said")
    source = (replace(said.source[0] if said.source else said.content[0], start=start, end=start + 18, text="The harbour master"),)  # fmt: skip
    found = replace(found, article=far, statements=(replace(said, source=source),))
    with Case.in_memory() as case:
        for findings in (replace(page, articles=(found,)), *small_case.pile()[1:]):
            case.add(findings)
        case.replace_links(small_case.links())
        (row,) = case.side_by_side()
    assert row.before.text == said.content[0].text


def test_a_dispute_has_those_who_say_and_those_against(case):
    """Both sides with their passages; the claim in words."""
    (one,) = case.disputes()
    assert (one.kind, one.claim) == ("number", "two piers were shut at Port Maren")
    assert [p.outlet_name for p in one.says] == ["Velden"]
    assert [p.outlet_name for p in one.against] == ["Courier"]
    assert case.disputes("claim-months") == ()


def test_what_is_of_the_most_told_claim_comes_first():
    """Then by kind, in the order of the closed list."""
    links = small_case.links()
    (drift,) = links.drifts
    others = (
        replace(drift, id="a", claim_id="claim-months", kind=DriftKind.HEDGE_LOST),
        replace(drift, id="b", kind=DriftKind.CONTRADICTION),
        replace(drift, id="c", kind=DriftKind.HEDGE_LOST),
    )
    with made(replace(links, drifts=(drift, *others))) as case:
        assert [row.id for row in case.side_by_side()] == ["c", "drift", "b", "a"]
