"""Passages with their outlets and days, the chains that lead to whoever says so, and their origins."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

import msgspec

from headwater.case.following.asking import OF_IDS, Select, ids_json
from headwater.case.fronts import Whereabouts
from headwater.model import ChainLink, Independence, Passage, with_actors

#: How many origins stand behind the claims that tell one of some statements.
_ORIGINS_OF: Final = (
    "SELECT t.statement_id, c.independent FROM claim_statements t JOIN claims c ON c.id = t.claim_id"  # noqa: S608 - our own names
    f" WHERE t.statement_id {OF_IDS} ORDER BY c.id"
)
_decode_independence = msgspec.json.Decoder(Independence).decode
_decode_chain = msgspec.json.Decoder(tuple[ChainLink, ...]).decode


class Passages:
    """Cuts passages out of the articles of a case.

    Args:
        select: Reads rows of the case.
        same: Id of an actor to the id it goes by.
    """

    def __init__(self, select: Select, same: Mapping[str, str]) -> None:
        self._select, self._same = select, same
        self.where = dict(self._whereabouts())

    def cut(
        self, article_id: str, start: int, end: int, text: str, statement_id: str | None
    ) -> Passage:
        """Give a stretch of an article with its outlet and days."""
        where = self.where[article_id]
        return Passage(
            article_id=article_id,
            statement_id=statement_id,
            outlet_name=where.outlet_name,
            published_from=where.published_from,
            published_to=where.published_to,
            happened_from=None,
            happened_to=None,
            start=start,
            end=end,
            text=text,
            independent=None,
            chain=(),
        )

    def told(self, passages: Iterable[Passage]) -> dict[Passage, Passage]:
        """Give passages with the chain that leads to whoever says so, and the origins of their claim."""
        wanted = list(dict.fromkeys(passages))
        ids = {p.statement_id for p in wanted if p.statement_id}
        counted, chains = self.origins_of(ids), self.chains(ids)
        return {
            p: replace(
                p,
                independent=counted.get(p.statement_id or ""),
                chain=chains.get(p.statement_id or "", ()),
            )
            for p in wanted
        }

    def chains(self, ids: Collection[str]) -> dict[str, tuple[ChainLink, ...]]:
        """Give the chain of each of these statements."""
        rows = self._select(
            f"SELECT id, chain FROM statements WHERE id {OF_IDS}",  # noqa: S608 - our own names
            (ids_json(ids),),
        )
        return {
            key: tuple(with_actors(link, self._same) for link in _decode_chain(chain))
            for key, chain in rows
        }

    def origins_of(self, statement_ids: Collection[str]) -> dict[str, Independence]:
        """Give how many origins stand behind the claim that each of these statements tells."""
        rows = self._select(_ORIGINS_OF, (ids_json(statement_ids),))
        return {key: _decode_independence(counted) for key, counted in rows}

    def _whereabouts(self) -> Iterator[tuple[str, Whereabouts]]:
        rows = self._select(
            "SELECT id, outlet_name, published_from, published_to FROM articles", ()
        )
        for key, outlet, since, until in rows:
            yield key, Whereabouts(outlet_name=outlet, published_from=since, published_to=until)
