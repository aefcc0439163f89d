"""What holds of every pile that is linked, whoever cites whom in it, in whatever order."""

import json
from functools import cache

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from headwater import pipeline
from headwater.pages import SavedPage
from headwater.settings import Settings

_QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_OUTLETS = ["Nightwater Wire", "Quill Post", "Marsh Gazette", "Halyard Tribune"]
_CONTENTS = [
    "two piers of Port Maren were shut on Monday",
    "40 boats were held back by the harbour office",
    "60 boats were held back by the harbour office",
    "the ferry will not leave before the wreck is cleared",
]
_SPEAKERS = [
    "Harbour master Ilan Brode",
    "Two senior officials",
    "Abbas Araghchi",
    "A resident",
]
#: Ways to say a thing: on one's own word, by a speaker, by an outlet, by an outlet's speaker.
_WAYS = st.sampled_from(
    [
        "{Content}.",
        "{speaker} said that {content}.",
        "The {outlet} reported that {content}.",
        "{Content}, according to the {outlet}.",
        "The {outlet}, citing {speaker_low}, reported that {content}.",
    ]
)


@st.composite
def _sentences(draw):
    content, speaker = draw(st.sampled_from(_CONTENTS)), draw(st.sampled_from(_SPEAKERS))
    named = speaker.split(" ", 1)
    return draw(_WAYS).format(
        content=content, Content=content[:1].upper() + content[1:], speaker=speaker, outlet=draw(st.sampled_from(_OUTLETS)),
        speaker_low=speaker if named[0] == "Abbas" else speaker[:1].lower() + speaker[1:],
    )  # fmt: skip


_PAGES = st.tuples(
    st.sampled_from([*_OUTLETS, None]),
    st.lists(_sentences(), min_size=1, max_size=3).map("\n\n".join),
    st.sampled_from([None, "2031-05-03", "2031-05-04"]),
)
_PILES = st.lists(_PAGES, min_size=1, max_size=5, unique=True)


@cache
def _read(outlet, text, published):
    line = json.dumps({"outlet": outlet, "text": text, "published": published}).encode()
    saved = SavedPage(name="pile.jsonl:1", content=line, size=len(line), is_json_line=True)
    return pipeline.read_saved(saved, Settings()).articles


def _findings(pile):
    """The articles of a pile, each once."""
    found = {f.article.id: f for page in pile for f in _read(*page)}
    return list(found.values())


def _link(pile):
    return pipeline.link(_findings(pile), Settings())


@_QUICK
@given(_PILES, st.randoms(use_true_random=False))
def test_order_changes_nothing(pile, order):
    """The same articles in any order give the same links, to the letter."""
    shuffled = list(pile)
    order.shuffle(shuffled)
    assert _link(pile) == _link(shuffled)


@_QUICK
@given(_PILES)
def test_repeats_change_nothing(pile):
    """A page met twice is one page: its articles are linked once."""
    assert _link(pile) == _link([*pile, *pile])


@_QUICK
@given(_PILES)
def test_every_statement_is_in_one_claim_and_every_article_in_one_story(pile):
    """Claims partition the statements, stories the articles."""
    findings, links = _findings(pile), _link(pile)
    told = [s for claim in links.claims for s in claim.statement_ids]
    assert sorted(told) == sorted(s.id for f in findings for s in f.statements)
    held = [a for story in links.stories for a in story.article_ids]
    assert sorted(held) == sorted(f.article.id for f in findings)


@_QUICK
@given(_PILES)
def test_a_count_is_an_interval_that_begins_at_one(pile):
    """Somebody says it: 1 <= low <= high, low is at most the origins named, and they are named."""
    for claim in _link(pile).claims:
        assert 1 <= claim.independent.low <= claim.independent.high
        assert claim.independent.low <= len(claim.origins)
        assert claim.reasons


@_QUICK
@given(_PILES)
def test_nothing_flows_from_itself(pile):
    """No derivation leads from an article to itself, and none is told twice."""
    links = _link(pile)
    reports = {r.id: r for r in links.reports}
    for derivation in links.derivations:
        assert derivation.article_id != derivation.upstream_article_id
        upstream = reports[derivation.upstream_report_id]
        assert upstream.article_id == derivation.upstream_article_id
        assert derivation.article_id in upstream.cited_by
    assert len({d.id for d in links.derivations}) == len(links.derivations)


@_QUICK
@given(_PILES, st.data())
def test_a_retelling_never_raises_low(pile, data):
    """A new outlet that has a claim from one of its tellers, in its words, is no new origin."""
    findings, before = _findings(pile), _link(pile)
    named = {f.article.id: f.article.outlet_name for f in findings if f.article.outlet_name}
    told = [(c, a) for c in before.claims for a in c.article_ids if a in named]
    if not told:
        return
    claim, teller = data.draw(st.sampled_from(told))
    said = next(s for f in findings for s in f.statements if s.id in claim.statement_ids and s.article_id == teller)  # fmt: skip
    words = said.words[:1].lower() + said.words[1:]
    echo = f"The {named[teller]} reported that {words}."
    (retelling,) = _read("Vanmere Ledger", echo, "2031-05-05")
    after = pipeline.link([*findings, retelling], Settings())
    joined = next(c for c in after.claims if said.id in c.statement_ids)
    old = set(joined.statement_ids) - {s.id for s in retelling.statements}
    assume(old == set(claim.statement_ids))  # else it also drew other articles' words together
    assert joined.independent.low <= claim.independent.low
