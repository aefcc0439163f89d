"""The network of a case, from its tables: only what an actor is tied to is read."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, Final

import msgspec

from headwater.case.fronts import Whereabouts
from headwater.case.network import (
    THREATENS,
    Network,
    OriginCounter,
    TiedActor,
    TieEdge,
    Ties,
    around,
    claims_to_count,
    join_ties,
    key_of,
    with_origins,
)
from headwater.model import (
    Actor,
    Article,
    ArticleFindings,
    Claim,
    Commitment,
    Derivation,
    Relation,
    Statement,
)

_OF_IDS: Final = "IN (SELECT value FROM json_each(?))"
_EITHER: Final = f"subject {_OF_IDS} OR object {_OF_IDS}"
_THREATS: Final = "kind = 'threat' AND issuer IS NOT NULL AND target != '[]'"

#: Gives the rows of a query.
Select = Callable[[str, tuple[Any, ...]], Iterator[tuple[Any, ...]]]
#: Gives the values of a model class whose rows fit a condition.
Read = Callable[[type[Any], str, tuple[Any, ...]], tuple[Any, ...]]
_Keys = list[tuple[str, str, str, str]]


class Networker:
    """Finds the ties of a case and has their origins counted."""

    def __init__(self, select: Select, read: Read, count: OriginCounter | None) -> None:
        self._select, self._read, self._count = select, read, count

    def around(self, actor: Actor, depth: int, kinds: Collection[str]) -> Network:
        """Give the network within so many steps of an actor."""
        steps, walked = around(actor, depth, lambda ids: self._keys(ids, kinds))
        ids = sorted(steps)
        relations = self._read(
            Relation, f"WHERE {_EITHER} ORDER BY article_id, rowid", (_json(ids), _json(ids))
        )
        kept = {(key[0], key[1], key[2]) for key in walked}
        near = [r for r in relations if key_of(r.subject, r.kind, r.object, "")[:3] in kept]
        threats = [
            t
            for t in self._threats
            if any((t.issuer, THREATENS, other) in kept for other in t.target)
        ]
        edges = self._edges(near, threats, kinds)
        inside = tuple(e for e in edges if (e.subject, e.kind, e.object) in kept)
        return Network(
            actor=actor, depth=depth, nodes=self._nodes(inside, steps, actor), edges=inside
        )

    def whole(self, kinds: Collection[str]) -> Network:
        """Give every tie of the case."""
        relations = self._read(Relation, "ORDER BY article_id, rowid", ())
        edges = self._edges(relations, self._threats, kinds)
        return Network(actor=None, depth=None, nodes=self._nodes(edges, {}, None), edges=edges)

    def _keys(self, ids: Collection[str], kinds: Collection[str]) -> _Keys:
        """Give the ties of any of these actors, of these kinds if there are any."""
        rows = self._select(
            f"SELECT DISTINCT subject, kind, object FROM relations WHERE {_EITHER}",  # noqa: S608 - our own names
            (_json(ids), _json(ids)),
        )
        found = [key_of(subject, kind, other, "") for subject, kind, other in rows]
        for threat in self._threats:
            found += [
                (threat.issuer or "", THREATENS, other, "")
                for other in threat.target
                if threat.issuer in ids or other in ids
            ]
        return [key for key in found if (not kinds or key[1] in kinds) and key[0] != key[2]]

    @cached_property
    def _threats(self) -> tuple[Commitment, ...]:
        return self._read(Commitment, f"WHERE {_THREATS} ORDER BY article_id, rowid", ())

    def _edges(
        self,
        relations: Collection[Relation],
        threats: Collection[Commitment],
        kinds: Collection[str],
    ) -> tuple[TieEdge, ...]:
        articles = sorted({r.article_id for r in relations} | {t.article_id for t in threats})
        ids = {key for r in relations for key in (r.subject, r.object)}
        ids |= {key for t in threats for key in (t.issuer, *t.target) if key}
        statements = self._read(
            Statement,
            f"WHERE article_id {_OF_IDS} ORDER BY article_id, rowid",
            (_json(articles),),
        )
        actors = self._read(Actor, f"WHERE id {_OF_IDS} ORDER BY id", (_json(sorted(ids)),))
        where = self._select(
            "SELECT id, outlet_name, published_from, published_to FROM articles", ()
        )
        ties = Ties(
            relations=tuple(relations),
            threats=tuple(threats),
            statements={s.id: s for s in statements},
            actors={a.id: a for a in actors},
            where={
                key: Whereabouts(outlet_name=outlet, published_from=since, published_to=until)
                for key, outlet, since, until in where
            },
        )
        edges = join_ties(ties, kinds)
        return with_origins(edges, self._counted(edges, statements, articles))

    def _counted(
        self, edges: Collection[TieEdge], statements: Collection[Statement], articles: list[str]
    ) -> tuple[Claim, ...]:
        claims = claims_to_count(edges)
        if self._count is None:
            raise TypeError(
                "open the case with headwater.open_case: by itself it counts nothing"
            )
        if not claims:
            return ()
        told: dict[str, list[Statement]] = {}
        for statement in statements:
            told.setdefault(statement.article_id, []).append(statement)
        # Every article, since one that does not tell of the tie may be the report that another cites.
        found = (
            ArticleFindings(article=article, statements=tuple(told.get(article.id, ())))
            for article in self._read(Article, "ORDER BY id", ())
        )
        derivations = self._read(
            Derivation, f"WHERE article_id {_OF_IDS} ORDER BY id", (_json(articles),)
        )
        return self._count(claims, found, derivations)

    def _nodes(
        self, edges: Collection[TieEdge], steps: Mapping[str, int], actor: Actor | None
    ) -> tuple[TiedActor, ...]:
        ids = {key for edge in edges for key in (edge.subject, edge.object)} | (
            {actor.id} if actor else set()
        )
        found = self._read(Actor, f"WHERE id {_OF_IDS} ORDER BY id", (_json(sorted(ids)),))
        nodes = [
            TiedActor(id=a.id, name=a.name, type=a.type, steps=steps.get(a.id)) for a in found
        ]
        return tuple(sorted(nodes, key=lambda n: (n.steps or 0, n.name, n.id)))


def _json(keys: Collection[str]) -> str:
    return msgspec.json.encode(list(keys)).decode()
