"""What holds of every pile when one source is taken away from it."""

import sys
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "linking"))
from small_pile import article, described, hidden, link, paper, person, says  # fmt: skip

import headwater
from headwater.assessment import Without, assess_claims, give_digits
from headwater.case import Case
from headwater.lexicon import outlet_id
from headwater.linking import PileOutlets, gather_actors, take_fingerprint
from headwater.model import (
    Actor,
    ActorKind,
    Claim,
    Derivation,
    DerivationKind,
    Independence,
    LinkKind,
    Links,
    Page,
    PageFindings,
    PageStatus,
    Report,
    digest,
)

_SOME = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_OUTLETS = ["Nightwater Wire", "Quill Post", "Marsh Gazette", "Halyard Tribune"]
_UNSEEN = "Vanmere Ledger"
_CONTENTS = ["two piers of Port Maren were shut", "forty boats were held back"]
_LINKS = st.sampled_from(
    [
        *(paper(name) for name in (*_OUTLETS, _UNSEEN)),
        link("Night Water news agency", LinkKind.AGENCY, "case/nightwater"),
        person("Ilan Brode"),
        person("Mara Venn"),
        replace(person("Ilan Brode"), cue="told"),
        described("officials"),
        described("officials close to the talks"),
        hidden("two officials", "Quill Post"),
        hidden("one of the officials", "Quill Post"),
    ]
)
_CHAINS = st.lists(_LINKS, max_size=3, unique_by=lambda one: one.actor_id).map(tuple)
_CUES = st.sampled_from(["neutral", "neutral", "neutral", "doubt"])
_TOLD = st.tuples(_CHAINS, _CUES)
_PAGES = st.tuples(st.sampled_from([*_OUTLETS, None]), st.lists(_TOLD, min_size=1, max_size=3))
_FLOWS = st.tuples(
    st.integers(0, 5),
    st.one_of(st.integers(0, 5), st.sampled_from([*_OUTLETS, _UNSEEN])),
    st.sampled_from(list(DerivationKind)),
    st.sampled_from(["named", "text"]),
)


@st.composite
def _piles(draw):
    """Articles, their claims with origins, and what flows from what."""
    pages = draw(st.lists(_PAGES, min_size=1, max_size=6))
    found = [
        article(outlet, *(says(_CONTENTS[n % 2], *chain, cue_class=cue) for n, (chain, cue) in enumerate(told)), key=f"{number:016x}")
        for number, (outlet, told) in enumerate(pages)
    ]  # fmt: skip
    found = [replace(finding, vectors=()) for finding in found]
    if draw(st.booleans()):
        found = [_nested(finding) for finding in found]
    flows = draw(st.lists(_FLOWS, max_size=6))
    derivations = {d.id: d for flow in flows for d in _derivation(found, *flow)}
    claims = give_digits(assess_claims(_claims(found), found, tuple(derivations.values())), ())
    return found, claims, tuple(derivations[key] for key in sorted(derivations))


def _nested(finding):
    """Tell the last statement inside the first."""
    first, *rest = finding.statements
    told = (first, *(replace(s, nested_in=first.id) for s in rest))
    return replace(finding, statements=told)


def _derivation(found, child, upstream, kind, basis):
    held = found[upstream % len(found)].article if isinstance(upstream, int) else None
    told = found[child % len(found)].article
    node = held.outlet if held else outlet_id(upstream)
    if (held and held.id == told.id) or node == told.outlet:
        return
    report = digest("report", held.id if held else node)
    yield Derivation(
        id=digest("derivation", told.id, report), article_id=told.id, upstream_article_id=held.id if held else None,
        upstream_report_id=report, upstream_name="upstream", upstream_outlet=node, kind=kind, basis=basis, evidence=(),
    )  # fmt: skip


def _claims(found):
    for content in _CONTENTS:
        told = [s for f in found for s in f.statements if s.words.lower() == content]
        if told:
            yield Claim(
                id=digest("claim", content), text=content, members=(), statement_ids=tuple(sorted(s.id for s in told)),
                article_ids=tuple(sorted({s.article_id for s in told})), origins=(), independent=Independence(low=0, high=0),
                circular=False, digit=None, reasons=(),
            )  # fmt: skip


def _sources(found):
    """Whoever is met in the pile, and somebody who is not."""
    stranger = Actor(
        id="person/stranger", name="Odra Kelmin", type=ActorKind.PERSON, aliases=(), roles=()
    )
    return [stranger, *gather_actors(map(take_fingerprint, found))]


def _left(source, found, claims, derivations):
    taken = Without(source, [f.article for f in found])
    return taken.claims(claims, [s for f in found for s in f.statements], derivations)


def _node(source, found):
    return PileOutlets(f.article for f in found).settle(source.id, source.name)


@_SOME
@given(_piles(), st.data())
def test_what_is_left_is_what_a_rebuild_gives(pile, data):
    """A claim without a source is the claim of its remaining tellings, counted from nothing."""
    found, claims, derivations = pile
    source = data.draw(st.sampled_from(_sources(found)))
    for claim, left in zip(claims, _left(source, found, claims, derivations), strict=True):
        if left is not None:
            kept = replace(
                claim, statement_ids=left.statement_ids, article_ids=left.article_ids
            )
            (rebuilt,) = assess_claims([kept], found, derivations)
            assert left == give_digits([rebuilt], ())[0]
            assert set(left.statement_ids) <= set(claim.statement_ids)


@_SOME
@given(_piles(), st.data())
def test_nothing_of_the_source_is_left(pile, data):
    """No telling that stands is the source's or passes through it, and no origin is it."""
    found, claims, derivations = pile
    source = data.draw(st.sampled_from(_sources(found)))
    node, outlets = _node(source, found), PileOutlets(f.article for f in found)
    said = {s.id: (f, s) for f in found for s in f.statements}
    for left in filter(None, _left(source, found, claims, derivations)):
        assert node not in {origin.id for origin in left.origins}
        for finding, statement in (said[key] for key in left.statement_ids):
            assert finding.article.outlet != node
            assert node not in {outlets.settle_link(one) for one in statement.chain[1:]}


@_SOME
@given(_piles(), st.data())
def test_taking_a_source_away_never_raises_low(pile, data):
    """What is left is at most as independent for certain as what was."""
    found, claims, derivations = pile
    source = data.draw(st.sampled_from(_sources(found)))
    for claim, left in zip(claims, _left(source, found, claims, derivations), strict=True):
        assert left is None or left.independent.low <= claim.independent.low


@_SOME
@given(_piles(), st.data())
def test_a_claim_falls_where_every_chain_passes_through_the_source(pile, data):
    """And one that no chain, no upstream of its tellers and no origin has the source in stays as it is."""
    found, claims, derivations = pile
    source = data.draw(st.sampled_from(_sources(found)))
    node, outlets = _node(source, found), PileOutlets(f.article for f in found)
    held = {f.article.id: f.article for f in found}
    said = {s.id: s for f in found for s in f.statements}
    for claim, left in zip(claims, _left(source, found, claims, derivations), strict=True):
        told = [said[key] for key in claim.statement_ids]
        through = [
            node
            in {held[s.article_id].outlet, *(outlets.settle_link(one) for one in s.chain[1:])}
            for s in told
        ]
        drawn = {d.upstream_outlet for d in derivations if d.article_id in claim.article_ids}
        hosts = any(s.nested_in for s in told)
        if all(through):
            assert left is None
        elif not any(through) and node not in drawn and not hosts:
            assert left == claim


@_FEW
@given(_piles(), st.data())
def test_a_stored_case_answers_as_the_whole_pile_would(pile, data):
    """Only what the source touches is read; the answer is the one of counting everything."""
    found, claims, derivations = pile
    met = _sources(found)[1:]
    assume(met)
    source = data.draw(st.sampled_from(met))
    with _stored(found, claims, derivations) as case:
        answer = case.what_if(without=source.id)
    pairs = list(zip(claims, _left(source, found, claims, derivations), strict=True))
    assert {c.id for c in answer.lost} == {c.id for c, left in pairs if left is None}
    weakened = {one.claim.id: one.after for one in answer.weakened}
    changed = {c.id: left for c, left in pairs if left is not None and left != c}
    assert weakened.items() <= changed.items()
    assert len(changed) - len(weakened) == answer.fewer_tellings
    assert answer.untouched == sum(left == c for c, left in pairs)


def _stored(found, claims, derivations):
    case = Case.in_memory()
    for finding in found:
        key = finding.article.page_id
        page = Page(
            id=key, name=key, names=(key,), url=None, sha256=key, size=1, format="text", encoding="utf-8",
            status=PageStatus.READ, reason=None,
        )  # fmt: skip
        case.add(PageFindings(page=page, articles=(finding,)))
    reports = {
        d.upstream_report_id: Report(
            id=d.upstream_report_id, outlet=d.upstream_outlet, outlet_name="upstream", published_from=None,
            published_to=None, article_id=d.upstream_article_id, cited_by=(),
        )
        for d in derivations
    }  # fmt: skip
    case.replace_links(
        Links(
            actors=tuple(gather_actors(map(take_fingerprint, found))),
            claims=claims,
            derivations=derivations,
            reports=tuple(reports.values()),
        )
    )
    return headwater.equipped(case)
