"""With which articles an article is compared: those it flows from, or those that stand in for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from headwater.model import Article, Claim, Derivation, DerivationKind

#: Of the articles that stand in for a report so many are asked, the fullest first.
_MOST = 12
#: Share of the longest text among those that cite a report from which a copy of it is taken for whole.
_WHOLE = 0.5
_NEARNESS = {
    DerivationKind.COPIES: 0,
    DerivationKind.TRANSLATES: 1,
    DerivationKind.REWRITES: 2,
    DerivationKind.CITES: 3,
}


@dataclass(frozen=True, slots=True)
class Base:
    """An article to compare with, and the outlets (actor ids) by whose names its report goes."""

    article_id: str
    reports: frozenset[str]


def find_bases(
    claims: Iterable[Claim],
    articles: Mapping[str, Article],
    derivations: Iterable[Derivation],
    taking_back: AbstractSet[str],
) -> dict[str, tuple[Base, ...]]:
    """Give, for every article that flows from somewhere, whom to compare it with, the nearest first.

    Held upstreams come first. Of the articles that flow from one unheld report each is compared
    with the whole copies of it, or else with whoever tells more of what others tell too, then with the
    longer text. So no two articles are each compared with the other.

    Args:
        claims: Those of the case.
        articles: Those that tell anything, by id.
        derivations: Those of the case.
        taking_back: Articles that take a report back: they stand in for none.
    """
    ordered = sorted(
        (d for d in derivations if d.article_id in articles),
        key=lambda d: (_NEARNESS[d.kind], d.id),
    )
    found: dict[str, list[Base]] = defaultdict(list)
    citing: dict[str, list[Derivation]] = defaultdict(list)
    cites: dict[str, list[str | None]] = defaultdict(list)
    for d in ordered:
        cites[d.article_id].append(d.upstream_outlet)
    for d in ordered:
        upstream = d.upstream_article_id
        if upstream is None:
            citing[d.upstream_report_id].append(d)
        elif upstream in articles:
            own = articles[upstream].outlet
            outlets = _known(d.upstream_outlet, own, *cites[upstream])
            found[d.article_id].append(Base(upstream, outlets))
    settled = {(a, base.article_id) for a, each in found.items() for base in each}
    shared = _shared(claims)
    for report in sorted(citing, key=lambda key: (-len(citing[key]), key)):
        outlets = _known(*(d.upstream_outlet for d in citing[report]))
        ranks = _ranks(citing[report], articles, shared, taking_back)
        order = sorted(ranks, key=ranks.__getitem__)
        for number, article_id in enumerate(order):
            for nearer in _stand_ins(order[:number], ranks):
                if not settled & {(nearer, article_id), (article_id, nearer)}:
                    settled.add((article_id, nearer))
                    found[article_id].append(Base(nearer, outlets))
    return {a: tuple(each) for a, each in sorted(found.items()) if each}


_Rank = tuple[bool, bool, int, int, str]


def _stand_ins(nearer: Sequence[str], ranks: Mapping[str, _Rank]) -> list[str]:
    """Of the articles that are nearer to a report, those that may stand in for it: whole copies, else the nearest.

    What one retelling has and another has not says nothing of what either did to the report.
    """
    return [a for a in nearer[:_MOST] if a == nearer[0] or not ranks[a][1]]


def _ranks(
    cited: Sequence[Derivation],
    articles: Mapping[str, Article],
    shared: Mapping[str, int],
    taking_back: AbstractSet[str],
) -> dict[str, _Rank]:
    """Order the articles that cite a report: the best stand-in for it has the lowest rank."""
    length = {d.article_id: len(articles[d.article_id].text) for d in cited}
    whole = {
        d.article_id
        for d in cited
        if d.kind is DerivationKind.COPIES
        and length[d.article_id] >= _WHOLE * max(length.values())
    }
    return {
        a: (a in taking_back, a not in whole, -shared.get(a, 0), -length[a], a) for a in length
    }


def _shared(claims: Iterable[Claim]) -> dict[str, int]:
    """Count, for every article, the claims it shares with others."""
    shared: dict[str, int] = defaultdict(int)
    for claim in claims:
        if len(claim.article_ids) > 1:
            for article_id in claim.article_ids:
                shared[article_id] += 1
    return shared


def _known(*outlets: str | None) -> frozenset[str]:
    return frozenset(outlet for outlet in outlets if outlet)
