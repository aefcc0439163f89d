"""What holds of every drift, whoever tells what in whatever order."""

import json
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater import pipeline
from headwater.pages import SavedPage
from headwater.settings import Settings

_QUICK = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_OUTLETS = ["Nightwater Wire", "Quill Post", "Marsh Gazette", "Halyard Tribune"]
#: One thing told in many ways, and what may stand between.
_CONTENTS = [
    "40 boats may be held back by the harbour office if the levy is not paid",
    "about 40 boats were held back by the harbour office",
    "more than 40 boats were reportedly held back by the harbour office",
    "60 boats were not held back by the harbour office",
    "dozens of boats of the river militia will be held back by the harbour office",
]
_WAYS = [
    "{Content}.",
    "{Content}, according to the Nightwater Wire.",
    "Two senior officials told the Nightwater Wire that {content}.",
    "The Nightwater Wire, citing two sources, reported that {content}.",
    "Harbour master Ilan Brode denied that {content}.",
    "The Nightwater Wire said that its report that {content} was wrong.",
]
_PAGES = st.tuples(
    st.sampled_from([*_OUTLETS, None]),
    st.lists(st.tuples(st.sampled_from(_WAYS), st.sampled_from(_CONTENTS)), min_size=1, max_size=3),
    st.sampled_from([None, "2031-05-03", "2031-05-04"]),
)  # fmt: skip
_PILES = st.lists(_PAGES, min_size=2, max_size=5)


@cache
def _read(outlet, text, published):
    line = json.dumps({"outlet": outlet, "text": text, "published": published}).encode()
    saved = SavedPage(name="pile.jsonl:1", content=line, size=len(line), is_json_line=True)
    return pipeline.read_saved(saved, Settings()).articles


def _findings(pile):
    found = {}
    for outlet, sentences, published in pile:
        told = (w.format(content=c, Content=c[:1].upper() + c[1:]) for w, c in sentences)
        for article in _read(outlet, "\n\n".join(told), published):
            found[article.article.id] = article
    return list(found.values())


def _drifts(findings):
    links = pipeline.link(findings, Settings())
    return links.drifts, links.contradictions


@_QUICK
@given(_PILES, st.randoms(use_true_random=False))
def test_drift_depends_on_the_set_of_articles_alone(pile, order):
    """The same articles in any order drift and contradict alike, to the letter."""
    findings = _findings(pile)
    shuffled = list(findings)
    order.shuffle(shuffled)
    assert _drifts(findings) == _drifts(shuffled)


@_QUICK
@given(_PILES)
def test_every_passage_stands_in_its_article(pile):
    """Both passages of a drift are cut out of the articles of its statements, and these are two."""
    findings = _findings(pile)
    text = {s.id: f.article.text for f in findings for s in f.statements}
    owner = {s.id: f.article.id for f in findings for s in f.statements}
    for drift in _drifts(findings)[0]:
        assert drift.from_text
        assert drift.from_text in text[drift.from_statement]
        assert drift.to_text
        assert drift.to_text in text[drift.to_statement]
        assert owner[drift.from_statement] != owner[drift.to_statement]


@_QUICK
@given(_PILES)
def test_no_two_tellings_change_the_same_way_twice(pile):
    """At most one drift of a kind between two tellings, and none in both directions."""
    drifts = _drifts(_findings(pile))[0]
    seen = [(d.from_statement, d.to_statement, d.kind) for d in drifts]
    assert len(set(seen)) == len(seen)
    pairs = {pair[:2] for pair in seen if pair[2] != "contradiction"}
    assert not pairs & {(b, a) for a, b in pairs}


@_QUICK
@given(_PILES)
def test_a_contradiction_has_two_sides(pile):
    """Somebody says so, somebody is against it, and nobody is both."""
    for one in _drifts(_findings(pile))[1]:
        against, everybody = set(one.against), set(one.statement_ids)
        assert against
        assert against < everybody
