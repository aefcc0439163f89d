"""
Promise: two English renderings of one foreign report, without eight words in common, are one story with one origin.
"""

from pathlib import Path

import pytest

import headwater

_SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(
    not _SEEDS.is_dir(),
    reason="the seed pages (../shared/seeds) are not beside this repository",
)


@pytest.fixture(scope="module")
def case():
    """The five seed pages, read."""
    return headwater.read(_SEEDS)


def _article_of(case, page, words):
    pages = {p.id for p in case.pages() if p.name.startswith(page)}
    (found,) = [a for a in case.articles() if a.page_id in pages and words in a.text]
    return found


def test_five_pages_hold_six_articles(case):
    """No page is refused, and the page that holds two articles gives both."""
    assert [page.status.value for page in case.pages()] == ["read"] * 5
    assert len(case.articles()) == 6


def test_the_retelling_and_the_report_are_one_story(case):
    """002 and the first article of 003 tell the same news; the article glued on to 003 does not."""
    retelling = _article_of(case, "002", "waiting for orders")
    report = _article_of(case, "003", "awaiting orders")
    glued = _article_of(case, "003", "Katyusha")
    story_of = {key: story.id for story in case.stories() for key in story.article_ids}
    assert story_of[retelling.id] == story_of[report.id] != story_of[glued.id]


def test_the_retelling_flows_from_the_report_by_its_translated_name(case):
    """002 names "the Middle East newspaper", which is 003's outlet, and 003 is the report meant."""
    retelling = _article_of(case, "002", "waiting for orders")
    report = _article_of(case, "003", "awaiting orders")
    flows = [d for d in case.derivations() if d.article_id == retelling.id]
    (found,) = [d for d in flows if d.upstream_article_id == report.id]
    assert found.upstream_name == "Asharq Al-Awsat"
    assert any("Middle East newspaper" in evidence.text for evidence in found.evidence)


def test_the_wait_for_orders_has_one_origin(case):
    """Both pages say that the factions await Iranian orders; one paper's sources stand behind it."""
    (claim,) = [
        claim
        for claim in case.claims()
        if any("awaiting orders" in member.text for member in claim.members)
    ]
    assert len(claim.article_ids) == 2
    assert (claim.independent.low, claim.independent.high) == (1, 1)
    (origin,) = claim.origins
    assert (origin.name, origin.owner) == ("informed Iraqi sources", "Asharq Al-Awsat")
    assert origin.kind.value == "unnamed"
