"""Everything the brief shows, looked up and put in order, ready for the page to be laid out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from headwater.case import Case
from headwater.faces.report.overview import ClaimLine, Overview, StoryLine, overview
from headwater.faces.report.passages import Passage, Segment, cut_passage, split_passages
from headwater.model import (
    Article,
    Basis,
    ChainLink,
    Claim,
    Contradiction,
    Derivation,
    Drift,
    LinkKind,
    Member,
    Report,
    Statement,
)

#: So much of a long case is shown; the rest is counted, and stays in the case.
STORIES_SHOWN: Final = 40
CLAIMS_SHOWN: Final = 15
#: Claims told on more than one page that stand at the head of the brief.
GLANCE_SHOWN: Final = 8

_UNKNOWN_OUTLET = "unknown outlet"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A link of a chain: what it is called, how it is known, the words that show it."""

    name: str
    basis: Basis
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingView:
    """One telling of a claim: who tells it, on whose word, and in which words."""

    statement: Statement
    article: Article
    chain: tuple[LinkView, ...]
    passage: Passage
    #: What changed on the way from another telling.
    drifts: tuple[Drift, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim with all of its tellings."""

    line: ClaimLine
    tellings: tuple[TellingView, ...]
    contradictions: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story as shown, and how many of its claims are not."""

    line: StoryLine
    claims: tuple[ClaimView, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article in full, cut where its passages begin and end."""

    article: Article
    page_name: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """All of the brief, in the order in which it is read."""

    overview: Overview
    #: Of the claims shown those that most pages tell, and more than one.
    glance: tuple[ClaimLine, ...]
    #: Ids of the claims whose tellings contradict each other.
    disputed: frozenset[str]
    stories: tuple[StoryView, ...]
    more_stories: int
    ghosts: tuple[Report, ...]
    #: Of the articles shown.
    derivations: tuple[Derivation, ...]
    #: Those that belong to no claim shown above.
    contradictions: tuple[Contradiction, ...]
    appendix: tuple[ArticleView, ...]

    def teller(self, article: Article) -> str:
        """Name whoever published an article, or the page if that does not say."""
        return _teller(article, self.overview)

    def teller_of(self, statement_id: str) -> str:
        """Name whoever published the article of a statement."""
        statement = self.overview.statements[statement_id]
        return self.teller(self.overview.articles[statement.article_id])

    def sides(self, contradiction: Contradiction) -> tuple[tuple[str, ...], ...]:
        """Give the statements of both sides of a contradiction, of each article the first."""
        against = contradiction.against
        others = [key for key in contradiction.statement_ids if key not in against]
        return tuple(filter(None, (self._of_articles(others), self._of_articles(against))))

    def _of_articles(self, statement_ids: Iterable[str]) -> tuple[str, ...]:
        firsts: dict[str, str] = {}
        for key in statement_ids:
            firsts.setdefault(self.overview.statements[key].article_id, key)
        return tuple(firsts.values())


def lay_desk(case: Case) -> Desk:
    """Gather what the brief of a case shows."""
    view = overview(case)
    lookup = _Lookup(view, case.drifts(), case.contradictions())
    stories = tuple(lookup.story(line) for line in view.stories[:STORIES_SHOWN])
    shown = {article.id for line in view.stories[:STORIES_SHOWN] for article in line.articles}
    shown |= {key for s in stories for c in s.claims for key in c.line.claim.article_ids}
    claims = {claim.line.claim.id for story in stories for claim in story.claims}
    derivations = tuple(d for d in case.derivations() if d.article_id in shown)
    contradictions = case.contradictions()
    return Desk(
        overview=view,
        glance=_glance(stories),
        disputed=frozenset(c.claim_id for c in contradictions if c.claim_id),
        stories=stories,
        more_stories=len(view.stories) - len(stories),
        ghosts=case.ghosts(),
        derivations=_by_teller(derivations, view.articles),
        contradictions=tuple(c for c in contradictions if c.claim_id not in claims),
        appendix=_appendix(view, shown, derivations),
    )


def _glance(stories: Iterable[StoryView]) -> tuple[ClaimLine, ...]:
    told = (claim.line for story in stories for claim in story.claims if claim.line.pages > 1)
    return tuple(sorted(told, key=lambda line: (-line.pages, -line.outlets))[:GLANCE_SHOWN])


def _teller(article: Article, view: Overview) -> str:
    if article.outlet_name:
        return article.outlet_name
    return f"{_UNKNOWN_OUTLET} ({view.page_names[article.page_id]})"


class _Lookup:
    """What claims refer to by id, found at once."""

    def __init__(
        self, view: Overview, drifts: Iterable[Drift], contradictions: Iterable[Contradiction]
    ) -> None:
        self._view = view
        self._drifts: Mapping[str, list[Drift]] = defaultdict(list)
        self._contradictions: Mapping[str | None, list[Contradiction]] = defaultdict(list)
        for drift in drifts:
            self._drifts[drift.claim_id].append(drift)
        for contradiction in contradictions:
            self._contradictions[contradiction.claim_id].append(contradiction)

    def story(self, line: StoryLine) -> StoryView:
        """Give a story with the claims that are shown of it."""
        claims = tuple(self._claim(claim) for claim in line.claims[:CLAIMS_SHOWN])
        return StoryView(line=line, claims=claims, more=len(line.claims) - len(claims))

    def _claim(self, line: ClaimLine) -> ClaimView:
        tellings = (self._telling(line.claim, member) for member in line.claim.members)
        return ClaimView(
            line=line,
            tellings=in_order(tellings, line.claim),
            contradictions=tuple(self._contradictions.get(line.claim.id, ())),
        )

    def _telling(self, claim: Claim, member: Member) -> TellingView:
        statement = self._view.statements[member.statement_id]
        article = self._view.articles[statement.article_id]
        drifts = self._drifts.get(claim.id, ())
        return TellingView(
            statement=statement,
            article=article,
            chain=tuple(_link(link, _teller(article, self._view)) for link in statement.chain),
            passage=cut_passage(article, member.start, member.end),
            drifts=tuple(d for d in drifts if d.to_statement == statement.id),
        )


def in_order(tellings: Iterable[TellingView], claim: Claim) -> tuple[TellingView, ...]:
    """Put those first that give the claim its words, which its reader looks for; else by day and hands."""
    return tuple(
        sorted(tellings, key=lambda t: (t.statement.words not in claim.text, *told_when(t)))
    )


def told_when(telling: TellingView) -> tuple[object, ...]:
    """Order tellings by day; of one day those that say whose word it is come first, from fewest hands."""
    article = telling.article
    day = str(article.published_from or "~")
    hands = telling.statement.depth
    return day, hands == 0, hands, article.outlet_name or "", article.id, telling.passage.start


def _link(link: ChainLink, teller: str) -> LinkView:
    name = link.name or link.text or "somebody"
    if link.kind is LinkKind.UNNAMED:
        name = f"“{link.name or link.text}”" if link.text or link.name else "somebody unnamed"
    elif link.basis is Basis.PAGE:
        name = link.name or teller
    words = f": “{link.text}”" if link.text else ""
    return LinkView(name=name, basis=link.basis, title=f"{link.kind}, {link.basis}{words}")


def _by_teller(
    derivations: Iterable[Derivation], articles: Mapping[str, Article]
) -> tuple[Derivation, ...]:
    def teller(derivation: Derivation) -> tuple[str, str, str]:
        name = articles[derivation.article_id].outlet_name or ""
        return name, derivation.upstream_name, derivation.id

    return tuple(sorted(derivations, key=teller))


def _appendix(
    view: Overview, shown: set[str], derivations: Iterable[Derivation]
) -> tuple[ArticleView, ...]:
    said: Mapping[str, list[Statement]] = defaultdict(list)
    drawn: Mapping[str, list[Derivation]] = defaultdict(list)
    for statement in view.statements.values():
        said[statement.article_id].append(statement)
    for derivation in derivations:
        drawn[derivation.article_id].append(derivation)
    views = (
        ArticleView(
            article=article,
            page_name=view.page_names[article.page_id],
            segments=split_passages(article, said.get(key, ()), drawn.get(key, ())),
        )
        for key, article in view.articles.items()
        if key in shown
    )
    return tuple(sorted(views, key=lambda v: (v.page_name, v.article.id)))
