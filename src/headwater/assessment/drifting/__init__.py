"""What changed between two tellings of a claim, typed and with both passages; and who contradicts whom.

``pairing`` says which two tellings are compared, ``telling`` what is looked at in each. Then there
is one comparison a file: ``certainty``, ``attribution``, ``conditions``, ``numbers``,
``actors``, ``labels``, ``quotes``, ``polarity``, ``details``. ``contradictions`` links those who say and those who deny.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from headwater.assessment.drifting.actors import actor_changes
from headwater.assessment.drifting.attribution import attribution_changes
from headwater.assessment.drifting.certainty import certainty_changes
from headwater.assessment.drifting.change import Change
from headwater.assessment.drifting.conditions import condition_changes
from headwater.assessment.drifting.contradictions import find_contradictions
from headwater.assessment.drifting.denials import find_denials
from headwater.assessment.drifting.details import detail_changes
from headwater.assessment.drifting.labels import label_changes
from headwater.assessment.drifting.numbers import (
    conflicts,
    is_one_count,
    is_one_toll,
    match_counts,
    number_changes,
)
from headwater.assessment.drifting.pairing import Pair, Tie, pair_tellings
from headwater.assessment.drifting.polarity import polarity_changes
from headwater.assessment.drifting.quotes import quote_changes
from headwater.assessment.drifting.telling import Telling, Tellings
from headwater.model import ArticleFindings, Claim, Derivation, Drift, DriftKind, Story, digest

__all__ = ["Tellings", "find_contradictions", "find_drifts"]

#: Every comparison that looks at nothing but the two tellings.
_COMPARISONS = (
    number_changes,
    actor_changes,
    polarity_changes,
    certainty_changes,
    condition_changes,
    label_changes,
    quote_changes,
)


def find_drifts(
    claims: Sequence[Claim],
    findings: Iterable[ArticleFindings],
    derivations: Iterable[Derivation],
    storylines: Iterable[Story] = (),
    tellings: Tellings | None = None,
) -> tuple[Drift, ...]:
    """Compare every telling with the one nearest to where it comes from.

    Args:
        claims: Those of the case.
        findings: Every article.
        derivations: Those of the case.
        storylines: Among the articles of each, denials are looked for too.
        tellings: Those of the articles, where they have been made already.

    Returns:
        Drifts towards the telling that is farther from the origin, or later, sorted by id: at
        most one of a kind between two tellings.
    """
    derivations = list(derivations)
    storylines = [s for s in storylines if len(s.article_ids) > 1]
    linked = _linked(claims, derivations, storylines)
    findings = list(findings)
    tellings = tellings or Tellings(findings)
    told = {f.article.id: tellings.of(f.article.id) for f in findings if f.article.id in linked}
    claim_of = {s: claim.id for claim in claims for s in claim.statement_ids}
    found = [d for pair in pair_tellings(claims, told, derivations) for d in _of_pair(pair)]
    for storyline in storylines:
        for one in find_denials([t for a in storyline.article_ids for t in told[a]]):
            if one.is_of_one_article:
                continue
            change = Change(DriftKind.CONTRADICTION, one.said.words, one.words)
            found.append(_drift(claim_of[one.said.id], one.said, one.denied, change))
    by_id = {drift.id: drift for drift in found}
    return tuple(by_id[key] for key in sorted(by_id))


def _linked(
    claims: Iterable[Claim], derivations: Iterable[Derivation], storylines: Iterable[Story]
) -> frozenset[str]:
    """Give the articles that anything links with another: of the rest nothing can be compared."""
    linked = {a for d in derivations for a in (d.article_id, d.upstream_article_id) if a}
    groups = [*(c.article_ids for c in claims), *(s.article_ids for s in storylines)]
    return frozenset(linked.union(*(group for group in groups if len(group) > 1)))


def _of_pair(pair: Pair) -> Iterator[Drift]:
    first: dict[DriftKind, Change] = {}
    for change in _changes(pair):
        first.setdefault(change.kind, change)
    for change in first.values():
        yield _drift(pair.claim_id, pair.a, pair.b, change)


def _drift(claim_id: str, a: Telling, b: Telling, change: Change) -> Drift:
    return Drift(
        id=digest("drift", claim_id, a.id, b.id, change.kind),
        claim_id=claim_id,
        from_statement=a.id,
        to_statement=b.id,
        kind=change.kind,
        from_text=change.before,
        to_text=change.after,
    )


def _changes(pair: Pair) -> Iterator[Change]:
    if pair.a.passage.text == pair.b.passage.text:
        yield from attribution_changes(pair)
        return
    if pair.tie is Tie.APART:
        yield from _clashes(pair)
        return
    yield from attribution_changes(pair)
    for compare in _COMPARISONS:
        yield from compare(pair.a, pair.b)
    if not pair.is_retold:
        yield from detail_changes(pair.a, pair.b)


def _clashes(pair: Pair) -> Iterator[Change]:
    """What independent tellings cannot both be right in; that each has words of its own is no drift."""
    for mine, yours in match_counts(pair.a, pair.b):
        counts = pair.a, mine, pair.b, yours
        if conflicts(mine, yours) and (is_one_toll(*counts) or is_one_count(*counts)):
            yield Change(DriftKind.CONTRADICTION, mine.text, yours.text)
    for change in polarity_changes(pair.a, pair.b):
        yield replace(change, kind=DriftKind.CONTRADICTION)
    yield from actor_changes(pair.a, pair.b)
