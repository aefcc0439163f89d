"""What counting needs of a pile: who published each article, what each statement's chain is, what flows from what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import Protocol

from headwater.linking import PileOutlets, page_title
from headwater.model import Basis, ChainLink, Derivation

#: A node of a walk, and the link that leads there.
Step = tuple[str, ChainLink]


class Teller(Protocol):
    """An article, as far as counting looks at it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def outlet(self) -> str | None:
        """Actor id of whoever published it, if known."""

    @property
    def outlet_name(self) -> str | None:
        """What that outlet is called."""

    @property
    def title(self) -> str | None:
        """Its headline."""


class Said(Protocol):
    """A statement, as far as counting looks at it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def article_id(self) -> str:
        """The article it stands in."""

    @property
    def chain(self) -> tuple[ChainLink, ...]:
        """From the page's outlet to whoever finally spoke."""

    @property
    def nested_in(self) -> str | None:
        """The statement within which it is told, if any."""

    @property
    def is_denied(self) -> bool:
        """Whether its source denies it."""


class Pile:
    """Look-up tables over all articles.

    Args:
        articles: Every article of the pile, or a part of it.
        statements: At least those of the claims that are counted, and whatever they are nested in.
        derivations: At least those of the articles that tell these claims.
        outlets: The outlets of the whole pile, where these articles are a part of it.
    """

    def __init__(
        self,
        articles: Iterable[Teller],
        statements: Iterable[Said],
        derivations: Iterable[Derivation],
        *,
        outlets: PileOutlets | None = None,
    ) -> None:
        self.articles: Mapping[str, Teller] = {article.id: article for article in articles}
        self.outlets = outlets or PileOutlets(self.articles.values())
        #: Outlets of articles that were added in thought, and what they are called.
        self._imagined: Mapping[str, str] = {}
        self._hold(statements, derivations)

    def holding(
        self, statements: Iterable[Said], derivations: Iterable[Derivation] = ()
    ) -> "Pile":
        """Give the same articles with these statements and derivations in the place of others."""
        other = copy(self)
        other._hold(statements, derivations)  # noqa: SLF001 - our own class
        return other

    def holding_also(self, article: Teller, statements: Iterable[Said]) -> "Pile":
        """Give the pile with one article more; the names of outlets are settled without it."""
        other = copy(self)
        other.articles = {**self.articles, article.id: article}
        node = other.teller(article.id)
        other._imagined = {**self._imagined, node: other.name_of(article.id)}  # noqa: SLF001 - our own class
        other.statements = {**self.statements, **{said.id: said for said in statements}}
        return other

    def _hold(self, statements: Iterable[Said], derivations: Iterable[Derivation]) -> None:
        self.statements: Mapping[str, Said] = {said.id: said for said in statements}
        self._walks: dict[str, tuple[str, Sequence[Step]]] = {}
        self._nodes: dict[str, tuple[str, ...]] = {}
        self.upstream: dict[str, list[Derivation]] = defaultdict(list)
        for derivation in derivations:
            self.upstream[derivation.article_id].append(derivation)

    def teller(self, article_id: str) -> str:
        """The node of an article's outlet; an unknown outlet is known by its article alone."""
        return self.articles[article_id].outlet or f"article/{article_id}"

    def name_of(self, article_id: str) -> str:
        """What to call an article's outlet: its name, or the page that does not say."""
        return page_title(self.articles[article_id])

    def title_of(self, node: str) -> str | None:
        """What the pile calls one of its outlets, whatever a page that cites it calls it; None of others."""
        return self.outlets.title_of(node) or self._imagined.get(node)

    def is_held(self, node: str) -> bool:
        """Tell whether the pile has an article of this teller."""
        is_article = node.removeprefix("article/") in self.articles
        return is_article or self.title_of(node) is not None

    def upstream_node(self, derivation: Derivation) -> str:
        """The node of the report an article draws on."""
        if derivation.upstream_article_id:
            return self.teller(derivation.upstream_article_id)
        return derivation.upstream_outlet or derivation.upstream_report_id

    def walk(self, said: Said) -> tuple[str, Sequence[Step]]:
        """The node of the outlet that tells it, and of each link behind that, up to whoever spoke.

        What is merely inferred is no step. A source the text does not name is one of its own.
        """
        known = self._walks.get(said.id)
        if known is None:
            known = self._walks[said.id] = self._walk(said)
        return known

    def nodes(self, said: Said) -> tuple[str, ...]:
        """The nodes of a statement's walk, its teller's first."""
        known = self._nodes.get(said.id)
        if known is None:
            teller, steps = self.walk(said)
            known = self._nodes[said.id] = (teller, *[node for node, _ in steps])
        return known

    def _walk(self, said: Said) -> tuple[str, Sequence[Step]]:
        teller = at = self.teller(said.article_id)
        steps = []
        for link in said.chain[1:]:
            if link.basis is not Basis.INFERRED:
                at = self.outlets.settle_link(link) or f"unspecified/{at}"
                steps.append((at, link))
        return teller, steps
