"""Which storylines are one matter."""

from dataclasses import replace

import pytest
from small_pile import article, axis, day, leaning, paper, person, says

from headwater.linking import PileOutlets, join_cited
from headwater.model import Story

PIERS = "two piers of Port Maren were shut on Monday"
REPORT = article("Quill Post", says(PIERS, person("Ilan Brode"), vector=axis(0)), key="report", day=day(3))  # fmt: skip
OTHER = article("Tide Digest", says("a crane fell", vector=axis(5)), key="other", day=day(3))


def joined(*findings):
    """The articles of each matter, where every article is a storyline of its own."""
    lines = [Story(id=f.article.id, article_ids=(f.article.id,)) for f in findings]
    outlets = PileOutlets(f.article for f in findings)
    return sorted(story.article_ids for story in join_cited(findings, lines, outlets))


def retelling(*tellings):
    return article("Marsh Gazette", *tellings, key="retelling", day=day(4))


@pytest.mark.parametrize(
    ("link", "cosine", "is_one"),
    [(paper("Quill Post"), 0.7, True), (paper("Quill Post"), 0.4, False), (paper("Hill News"), 0.7, False)],
)  # fmt: skip
def test_who_names_a_report_and_tells_the_same_of_it_is_of_its_matter(link, cosine, is_one):
    """The name alone is not enough: an outlet reports more than one thing. Nor are the words alone."""
    told = says("some quays stay closed", link, vector=leaning(0, cosine, 1))
    found = joined(REPORT, retelling(told), OTHER)
    assert (("report", "retelling") in found) is is_one
    assert ("other",) in found


def test_a_round_up_joins_nothing():
    """It has things from reports on several matters, which are as many as before."""
    told = (
        says("some quays stay closed", paper("Quill Post"), vector=leaning(0, 0.7, 1)),
        says("a crane came down", paper("Tide Digest"), vector=leaning(5, 0.7, 1)),
    )
    assert joined(REPORT, retelling(*told), OTHER) == [("other",), ("report",), ("retelling",)]


def test_what_is_told_without_words_is_no_passage():
    """ "Has issued threats, the Quill Post reports": there is nothing to hold against the report."""
    found = retelling(says(PIERS, paper("Quill Post"), vector=axis(0)))
    bare = replace(found, statements=(replace(found.statements[0], content=()),))
    assert joined(REPORT, bare) == [("report",), ("retelling",)]


def test_one_storyline_stays_what_it_is():
    """And so does what nothing joins, in the order of ids."""
    assert joined(REPORT) == [("report",)]
