"""
Promise: who denies it, threatens it or has no comment on it does not stand behind it, however it is put.
"""

import pytest

_REST = "The town of Pell has no other road to the coast.\n\nSnow is expected in the hills before the end of the month."
_SHUT = "Ostrel shut the sluice at Sarn on Monday, the miller of Sarn said."
_OTHERWISE = (
    "The Guard denied that Ostrel shut the sluice at Sarn on Monday.",
    "The Guard denied that Ostrel had threatened to shut the sluice at Sarn.",
    "The Guard dismissed as false reports that Ostrel had shut the sluice at Sarn.",
    "The Guard said there was no truth to reports that Ostrel had shut the sluice at Sarn.",
    "It is untrue that Ostrel shut the sluice at Sarn, the Guard said.",
    "The Guard refused to confirm that Ostrel had shut the sluice at Sarn.",
    "Ostrel has threatened to shut the sluice at Sarn, the ministry said.",
    "Ostrel will shut the sluice at Sarn on Monday, the ministry said.",
    "The ministry asked Ostrel to shut the sluice at Sarn on Monday.",
)


def _page(number, outlet, lead):
    text = f"{lead}\n\n{_REST}"
    return {
        "outlet": outlet,
        "published": f"2031-05-{number:02d}",
        "title": "The week at the sluice",
        "text": text,
    }


PAGES = [
    _page(6, "Sarn Post", _SHUT),
    *(_page(7, f"Upland Mail {n}", lead) for n, lead in enumerate(_OTHERWISE)),
]


@pytest.fixture
def claim(case):
    """The claim that the sluice was shut."""
    (said,) = [
        s for s in case.statements() if "the miller of Sarn" in {w.text for w in s.source}
    ]
    (found,) = [c for c in case.claims() if said.id in c.statement_ids]
    return found


def test_nobody_else_tells_the_claim(case, claim):
    """Of ten outlets that speak of it, one says that it was done."""
    outlets = {a.id: a.outlet_name for a in case.articles()}
    assert {outlets[a] for a in claim.article_ids} == {"Sarn Post"}


def test_only_the_miller_stands_behind_it(claim):
    """Neither the Guard nor the ministry adds an origin."""
    assert [origin.name for origin in claim.origins] == ["miller of Sarn"]


def test_the_denials_contradict_it(case, claim):
    """Who denies the deed is linked with who tells it; who denies a threat, or does not answer, is not."""
    (found,) = [c for c in case.contradictions() if c.claim_id == claim.id]
    words = {s.id: s for s in case.statements()}
    assert found.kind == "denial"
    against = " ".join(words[s].words for s in found.against)
    assert "untrue" in against
    assert "threatened" not in against
