"""How many origins stand behind a claim, as bounds that fail closed.

Every telling of the claim is a walk: outlet, whom it cites, whom they cite. Joined, the walks
make one graph of who got it from whom; where it ends, somebody spoke first. Outlets that
cite only one another end in themselves: that ring is one origin, marked circular.

``low`` counts only ends that cannot be one another: unnamed sources of one outlet may be the
same people, speakers of one state may speak from one brief, and an outlet on its own word or
a report whose source nobody states never raises it. ``high`` counts every end.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from headwater.assessment.descriptions import (
    join_descriptions,
    join_hidden,
    join_newspapers,
    join_retold,
)
from headwater.assessment.ends import Ends
from headwater.assessment.explanation import Walks, explain
from headwater.assessment.hearsay import Hearsay
from headwater.assessment.pile import Pile, Said, Teller
from headwater.linking import PileOutlets
from headwater.model import ArticleFindings, Claim, Derivation, Independence


def assess_claims(
    claims: Sequence[Claim],
    findings: Iterable[ArticleFindings],
    derivations: Iterable[Derivation],
    *,
    outlets: PileOutlets | None = None,
) -> tuple[Claim, ...]:
    """Give every claim its origins, its interval, and the steps of the count in words.

    Args:
        claims: What is said, without origins.
        findings: All articles that tell it.
        derivations: From whom these articles have it.
        outlets: The outlets of the whole pile, where these articles are a part of it.
    """
    found = list(findings)
    told = (statement for finding in found for statement in finding.statements)
    pile = Pile((finding.article for finding in found), told, derivations, outlets=outlets)
    return tuple(count_origins(claim, pile) for claim in claims)


def count_among(
    claims: Iterable[Claim],
    articles: Iterable[Teller],
    statements: Iterable[Said],
    derivations: Iterable[Derivation],
) -> tuple[Claim, ...]:
    """Give claims their origins as ``assess_claims`` does, from no more than counting looks at.

    Args:
        claims: What is to be counted.
        articles: Every article of the pile.
        statements: At least those of the claims, and whatever these are nested in.
        derivations: At least those of the articles that tell these claims.
    """
    pile = Pile(articles, statements, derivations)
    return tuple(count_origins(claim, pile) for claim in claims)


def count_origins(claim: Claim, pile: Pile) -> Claim:
    """Give a claim with origins, interval and reasons."""
    hearsay = join_tellings(claim, pile)
    ends = Ends(claim, pile, hearsay)
    return replace(
        claim,
        origins=tuple(sorted(ends.origin(end) for end in ends.counted)),
        independent=Independence(low=ends.fewest, high=ends.most),
        circular=any(len(end) > 1 for end in ends.counted),
        reasons=_reasons(claim, pile, hearsay, ends),
    )


def join_tellings(claim: Claim, pile: Pile) -> Hearsay:
    """Give the graph of who has a claim from whom, with those who may be one taken for one."""
    hearsay = Hearsay(claim, pile)
    join_descriptions(hearsay)
    join_newspapers(hearsay)
    join_hidden(hearsay)
    join_retold(hearsay)
    return hearsay


# ---- in words


def _reasons(claim: Claim, pile: Pile, hearsay: Hearsay, ends: Ends) -> tuple[str, ...]:
    walks = Walks(
        names={node: _telling_name(node, hearsay, ends) for node in hearsay.nodes},
        cites=hearsay.cites,
        taken=hearsay.taken,
        doubtful=hearsay.doubtful,
        by_text=hearsay.by_text,
        denying=frozenset(_deniers(pile, hearsay)),
    )
    known = [a for a in claim.article_ids if pile.articles[a].outlet]
    return explain(
        walks,
        articles=len(claim.article_ids),
        outlets=len({pile.teller(a) for a in known}),
        unknown=len(claim.article_ids) - len(known),
        lumps=_lumped(hearsay, ends),
        unsure=[hearsay.nodes[min(end)].name for end in [*ends.unsure, *ends.bare()]],
    )


def _deniers(pile: Pile, hearsay: Hearsay) -> list[str]:
    walks = [(statement, pile.walk(statement)[1]) for statement in hearsay.denying]
    return [
        steps[-1][1].name or "somebody" if steps else pile.name_of(statement.article_id)
        for statement, steps in walks
    ]


def _lumped(hearsay: Hearsay, ends: Ends) -> list[list[str]]:
    lumps: dict[str, set[str]] = defaultdict(set)
    for end, lump in ends.lumps.items():
        lumps[lump].add(hearsay.nodes[min(end)].name)
    return [sorted(names) for _, names in sorted(lumps.items())]


def _telling_name(node: str, hearsay: Hearsay, ends: Ends) -> str:
    """With its outlet, where that of another is called the same."""
    name = hearsay.nodes[node].name
    alike = sum(known.name == name for known in hearsay.nodes.values())
    return ends.owned_name(node) if alike > 1 else name
