from dataclasses import replace

import pytest
from small_pile import (
    article,
    axis,
    claim_of,
    day,
    leaning,
    one_storyline,
    only,
    paper,
    person,
    says,
)

from headwater.linking import trace_derivations
from headwater.settings import LinkingSettings

PIERS = "two piers of Port Maren were shut"
ENVOY = "an envoy of Orsk had asked for time"


def claims_of(*groups):
    """A claim of the first statements of each group of articles."""
    return [replace(claim_of(*group), id=f"claim-{n}") for n, group in enumerate(groups)]


def upstream(report, retelling, claims):
    line = one_storyline(report, retelling)
    traced = trace_derivations([report, retelling], line, LinkingSettings(), claims=claims)
    return only(traced).upstream_article_id


@pytest.fixture
def wire():
    """The report that the pile has."""
    return article("Nightwater Wire", says(PIERS, person("Ilan Brode")), key="wire")


@pytest.fixture
def post():
    """It has one thing from the Wire, and says another by itself."""
    mine, theirs = says("the pier is shut"), says(ENVOY, paper("Nightwater Wire"))
    return article("Quill Post", theirs, mine, key="post")


def test_a_report_that_tells_what_is_had_from_its_outlet_is_meant(wire, post):
    """Both make the claim that the Post has from the Wire."""
    assert upstream(wire, post, claims_of([wire, post])) == "wire"


def test_a_report_of_the_same_news_that_tells_nothing_of_it_is_not_meant(wire, post):
    """The Wire wrote twice on the matter; what the Post says by itself is no mark of which it read."""
    by_itself, from_there = claims_of([wire], [post])
    both = (*by_itself.statement_ids, post.statements[1].id)
    assert upstream(wire, post, [replace(by_itself, statement_ids=both), from_there]) is None


def test_with_days_the_same_news_is_enough(wire, post):
    """Two articles of one story whose days are known are of one time too."""
    dated = [
        replace(f, article=replace(f.article, published_from=day(4), published_to=day(4)))
        for f in (wire, post)
    ]
    assert upstream(*dated, claims_of([wire], [post])) == "wire"


def test_likeness_alone_does_not_bring_back_a_report_of_the_same_news():
    """The groups of claims hold two statements apart whose vectors are near: without a day that decides."""
    wire = article("Nightwater Wire", says(PIERS, vector=leaning(0, 0.8, 1)), key="wire")
    theirs = says(ENVOY, paper("Nightwater Wire"), vector=axis(0))
    post = article("Quill Post", theirs, key="post")
    assert upstream(wire, post, claims_of([wire], [post])) is None


def test_where_no_chain_says_what_is_from_there_anything_told_in_both_will_do(wire):
    """The Wire is named beside a word of reporting, and in no chain."""
    post = article(
        "Quill Post",
        says("the pier is shut"),
        key="post",
        lead=("The report by Nightwater Wire caused a stir.",),
        names=[("Nightwater Wire", paper("Nightwater Wire").actor_id)],
    )
    assert upstream(wire, post, claims_of([wire, post])) == "wire"
    assert upstream(wire, post, claims_of([wire], [post])) is None
