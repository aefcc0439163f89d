from dataclasses import replace

import pytest
from small_pile import (
    article,
    claim_of,
    day,
    described,
    one_storyline,
    only,
    paper,
    person,
    says,
)

from headwater.assessment import find_contradictions, find_drifts
from headwater.linking import trace_derivations
from headwater.model import DriftKind, Hedge, Modality, Polarity, Voice
from headwater.settings import LinkingSettings

PIERS = "two piers of Port Maren were shut"
WIRE = "Nightwater Wire"


def between(upstream, told):
    """The drifts from the wire's telling to that of the Quill Post, which cites the wire elsewhere."""
    wire = article(WIRE, upstream, key="wire", day=day(3))
    post = article(
        "Quill Post", told, says("a crane fell", paper(WIRE)), key="post", day=day(4)
    )  # fmt: skip
    derivations = trace_derivations([wire, post], one_storyline(wire, post), LinkingSettings())
    claim = claim_of(wire, post)
    drifts = find_drifts([claim], [post, wire], derivations)
    assert all(
        (d.claim_id, d.from_statement, d.to_statement)
        == ("claim", wire.statements[0].id, post.statements[0].id)
        for d in drifts
    )
    return drifts


def kinds(upstream, told):
    return sorted(d.kind for d in between(upstream, told))


def hedge(kind):
    return (Hedge(start=0, end=8, text="possibly", kind=kind),)


BRODE, VENN = person("Ilan Brode"), person("Mara Venn")
PLAIN = says(PIERS, BRODE)
HEDGED = says(PIERS, BRODE, hedges=hedge("hedge_epistemic"))


@pytest.mark.parametrize(
    ("upstream", "told", "kind"),
    [
        (HEDGED, PLAIN, DriftKind.HEDGE_LOST),
        (PLAIN, HEDGED, DriftKind.HEDGE_ADDED),
        (PLAIN, says(PIERS), DriftKind.ATTRIBUTION_DROPPED),
        (PLAIN, says(PIERS, VENN), DriftKind.ATTRIBUTION_CHANGED),
        (PLAIN, says(PIERS, BRODE, polarity=Polarity.NEGATIVE), DriftKind.NEGATION_FLIPPED),
        (says(PIERS, BRODE, modality=Modality.POSSIBLE), PLAIN, DriftKind.MODALITY_ESCALATED),
        (PLAIN, says(PIERS, BRODE, modality=Modality.FUTURE), DriftKind.MODALITY_SOFTENED),
        (says("40 piers shut", BRODE), says("60 piers shut", BRODE), DriftKind.NUMBER_CHANGED),
    ],
)
def test_each_change_has_its_kind(upstream, told, kind):
    """One thing changed between two tellings is one drift of that kind."""
    assert kinds(upstream, told) == [kind]


@pytest.mark.parametrize(
    ("upstream", "told"),
    [
        (PLAIN, PLAIN),
        (HEDGED, HEDGED),
        (says(PIERS), PLAIN),
        (says(PIERS, BRODE, hedges=hedge("temporal")), PLAIN),
        (says(PIERS, BRODE, modality=Modality.POSSIBLE), says(PIERS, BRODE, modality=Modality.CONDITIONAL)),
        (says(PIERS, BRODE, modality=Modality.EVALUATIVE), PLAIN),
        (says("40 of 50 piers shut", BRODE), says("40 piers shut", BRODE)),
        (says("40 piers shut", BRODE), says("piers shut", BRODE)),
    ],
)  # fmt: skip
def test_what_did_not_change_is_no_drift(upstream, told):
    """The same, an added source, a hedge that does not weaken, a number kept or left out."""
    assert kinds(upstream, told) == []


def test_a_drift_shows_both_passages():
    """From upstream to what became of it, each in its own words."""
    drift = only(between(says("40 piers shut", BRODE), says("60 piers shut", BRODE)))
    assert (drift.from_text, drift.to_text) == ("40", "60")
    drift = only(between(HEDGED, PLAIN))
    assert (drift.from_text, drift.to_text) == ("possibly", PIERS)
    drift = only(between(PLAIN, says(PIERS, VENN)))
    assert (drift.from_text, drift.to_text) == ("Ilan Brode", "Mara Venn")


def test_headlines_are_not_compared():
    """A headline sums up its article: what it leaves out has not drifted."""
    assert kinds(HEDGED, says(PIERS, voice=Voice.HEADLINE)) == []


def test_tellings_that_do_not_flow_from_each_other_do_not_drift():
    """Without a derivation between two articles, two wordings are two wordings."""
    a, b = article(WIRE, HEDGED, key="a"), article("Quill Post", PLAIN, key="b")
    assert find_drifts([claim_of(a, b)], [a, b], ()) == ()


def contradictions(*findings):
    return find_contradictions([claim_of(*findings)], findings)


def test_two_numbers_for_one_claim_contradict():
    """Once for every two numbers, by the first telling of each, with both of them."""
    pile = [
        article(o, says(f"{n} piers shut", described("officials")), key=o[0])
        for o, n in ((WIRE, 40), ("Quill Post", 60), ("Marsh Gazette", 60))
    ]
    found = only(contradictions(*pile))
    assert (found.claim_id, found.kind) == ("claim", "numbers")
    assert found.why == "40 in one telling, 60 in the other"
    assert pile[0].statements[0].id in found.statement_ids
    assert len(found.statement_ids) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("40 piers shut", "40 quays shut"), ("40 of 50 piers shut", "60 piers shut"), ("40 piers shut", "piers shut")],
)  # fmt: skip
def test_numbers_that_may_agree_do_not_contradict(one, other):
    """The same number, several numbers in one telling, or none, decide nothing."""
    a = article(WIRE, says(one), key="a")
    b = article("Quill Post", says(other), key="b")
    assert contradictions(a, b) == ()


def test_an_article_does_not_contradict_itself():
    """Two numbers in one article are two things it counts."""
    page = article(WIRE, says("40 piers shut"), says("60 piers shut"), key="a")
    claim = claim_of(page)
    claim = replace(claim, statement_ids=tuple(s.id for s in page.statements))
    assert find_contradictions([claim], [page]) == ()
