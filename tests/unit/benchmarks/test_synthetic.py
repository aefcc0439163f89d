"""The synthetic piles are the same on every machine, and what is said of them is true."""

import sys
from itertools import islice
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3]))
from benchmarks import scale
from benchmarks.synthetic import plant_stories
from headwater import pipeline
from headwater.model import digest
from headwater.settings import Settings


def plant(articles, seed=1):
    return [a for story in plant_stories(seed=seed, articles=articles) for a in story.articles]


def test_a_seed_gives_the_same_pile_to_the_byte():
    """Nobody's dice or clock is in it: the digest of a pile is known beforehand."""
    made = digest(*((a.findings, a.story, a.parents, a.propositions) for a in plant(60)))
    assert made == digest(
        *((a.findings, a.story, a.parents, a.propositions) for a in plant(60))
    )
    assert made != digest(
        *((a.findings, a.story, a.parents, a.propositions) for a in plant(60, 2))
    )
    assert digest(*(a.findings.article.text for a in plant(60))) == "0e627af3d99d8073"


def test_a_larger_pile_begins_with_the_smaller():
    """So figures of different sizes are of the same kind of pile."""
    few, many = plant(20), plant(50)
    assert list(islice(many, len(few))) == few


def test_every_span_gives_back_its_words():
    """What is planted is what reading gives: places fit the text, one vector a statement."""
    for planted in plant(60):
        text, found = planted.findings.article.text, planted.findings
        spans = [s for t in found.statements for s in (*t.source, *t.cue, *t.content)]
        links = [x for t in found.statements for x in t.chain if x.start is not None]
        for span in (*spans, *found.mentions, *links):
            assert text[span.start : span.end] == span.text
        assert len(found.vectors) == len(found.statements) == len(planted.propositions)
        assert len({s.id for s in found.statements}) == len(found.statements)


def test_parents_are_of_the_same_story():
    """Nothing flows from another story, and a report flows from nobody."""
    pile = plant(200)
    story_of = {a.findings.article.id: a.story for a in pile}
    assert {story_of[p] == a.story for a in pile for p in a.parents} == {True}
    assert any(not a.parents for a in pile)


@pytest.mark.slow
def test_most_of_what_is_planted_is_found():
    """The answers fit the articles: linking finds nearly all of them in two hundred articles."""
    answers = scale.Answers()
    links = pipeline.link([f for f, _ in scale.planted(200, 1, answers)], Settings())
    edges = {(d.article_id, d.upstream_article_id) for d in links.derivations}
    stories = [(s.id, s.article_ids) for s in links.stories]
    claims = [(c.id, c.statement_ids) for c in links.claims]
    assert scale.pairs_f1(stories, answers.stories) > 0.95
    assert scale.pairs_f1(claims, answers.told) > 0.9
    assert len(edges & set(answers.edges)) > 0.85 * len(answers.edges)


def test_pairs_are_counted_without_listing_them():
    """Two of three planted pairs found beside one that is none."""
    planted = {"a": 1, "b": 1, "c": 1, "d": 2}
    assert scale.pairs_f1([("x", "ab"), ("y", "cd")], planted) == 2 * 1 / (2 + 3)
    assert scale.pairs_f1([("x", "abc"), ("y", "d")], planted) == 1.0
