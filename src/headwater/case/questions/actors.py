"""Who is there, by what names."""

from typing import Any, Final

import msgspec

from headwater.case.profiles import (
    ActorProfile,
    is_called,
    is_nameless,
)
from headwater.case.profiling import Gathered, build_profile
from headwater.case.questions.likeness import names_like
from headwater.case.questions.open_case import OF_IDS, OpenCase, ids_given
from headwater.errors import UnclearQuestion
from headwater.lexicon import added_actors, fold_name
from headwater.model import Actor, ActorKind, Mention, Relation, Statement, with_actors

#: Ids that the message names where several actors go by one name.
_IDS_TOLD: Final = 5
#: Deletes what is no letter or digit from plain text.
_NO_LETTERS: Final = {n: None for n in range(128) if not chr(n).isalnum()}


class OfActors(OpenCase):
    """Answers who is there, and who is meant by a name."""

    def actors(self, name: str | None = None) -> tuple[Actor, ...]:
        """Every actor, or those one of whose names holds ``name`` in any case; by name.

        Once each, with all its names: not those that are the same as another (``same_as``).
        """
        found = self._all(Actor, "WHERE same_as IS NULL ORDER BY name, id")
        wanted = (name or "").casefold()
        return tuple(a for a in found if not wanted or _holds_name(a, wanted))

    def actors_called(self, id_or_name: str) -> tuple[Actor, ...]:
        """The actor of this id, or else every one that has this name, as names are compared; by name.

        Capitals, accents, hyphens and an article at the head do not matter; no word may be left out.
        """
        wanted = self._same().get(id_or_name, id_or_name)
        chosen = self._all(Actor, "WHERE id = ?", (wanted,))
        return chosen or tuple(
            a for a in self._perhaps_called(id_or_name) if is_called(a, id_or_name)
        )

    def names_like(self, name: str) -> tuple[str, ...]:
        """The names of the actors that ``name`` may be a slip for, the likest first, at most three."""
        rows = self._all(Actor, "WHERE same_as IS NULL ORDER BY id")
        return names_like(
            name, {a.name: (a.name, *(one.name for one in a.aliases)) for a in rows}
        )

    def actor(self, id_or_name: str, limit: int | None = None) -> ActorProfile:
        """One actor whole: its names as written, its roles and relations, what is said by it and about it.

        A source without a name also has all that the articles tell of it (``described_as``).

        Args:
            id_or_name: As for ``actors_called``.
            limit: At most so many descriptions, relations, statements by it and about it; all if
                None. The totals count all.

        Raises:
            UnclearQuestion: If nobody goes by this, or more than one does.
        """
        with added_actors(self._added_actors()):
            return build_profile(self._gathered(self._one_called(id_or_name)), limit)

    def _gathered(self, actor: Actor) -> Gathered:
        same = self._same()
        ids = (actor.id, *sorted(key for key, head in same.items() if head == actor.id))
        among = f"IN ({', '.join('?' * len(ids))})"
        statements = self._all(
            Statement,
            f"WHERE article_id IN (SELECT article_id FROM mentions WHERE actor_id {among}"  # noqa: S608 - our own names
            f" UNION SELECT article_id FROM chain_links WHERE actor_id {among})"
            " ORDER BY article_id, rowid",
            (*ids, *ids),
        )
        relations = self._all(
            Relation,
            f"WHERE subject {among} OR object {among} ORDER BY article_id, rowid",
            (*ids, *ids),
        )
        return Gathered(
            actor=actor,
            mentions=self._all(
                Mention, f"WHERE actor_id {among} ORDER BY article_id, rowid", ids
            ),
            statements=tuple(with_actors(statement, same) for statement in statements),
            relations=tuple(with_actors(relation, same) for relation in relations),
            where=self._whereabouts(),
            names=dict(self._select("SELECT id, name FROM actors")),
            texts=self._texts_about(actor),
            describe=self.describe,
        )

    def _added_actors(self) -> tuple[str, ...]:
        """The actors that the last run added to the registry."""
        for (manifest,) in self._select("SELECT value FROM meta WHERE key = 'manifest'"):
            settings = msgspec.json.decode(manifest, type=dict[str, Any])["settings"]
            return tuple(settings["lexicon"]["actors"])
        return ()

    def _texts_about(self, actor: Actor) -> dict[str, str]:
        if not is_nameless(actor):
            return {}
        rows = self._select(
            "SELECT id, text FROM articles WHERE id IN"
            " (SELECT article_id FROM chain_links WHERE actor_id = ?"
            " UNION SELECT article_id FROM mentions WHERE actor_id = ?)",
            (actor.id, actor.id),
        )
        return dict(rows)

    def _perhaps_called(self, name: str) -> tuple[Actor, ...]:
        """The actors whose names hold the letters of this one; those with other than plain letters unseen."""
        letters = "".join(fold_name(name))
        ids = [
            key
            for key, names in self._select(
                "SELECT id, name || aliases FROM actors WHERE same_as IS NULL"
            )
            if not names.isascii() or letters in names.lower().translate(_NO_LETTERS)
        ]
        found = self._all(Actor, f"WHERE id {OF_IDS} ORDER BY id", ids_given(ids))
        return tuple(sorted(found, key=lambda actor: (actor.name, actor.id)))

    def _one_called(self, id_or_name: str) -> Actor:
        """Give the actor of an id or name; a place of the same name is not who is asked for."""
        found = self.actors_called(id_or_name)
        agents = tuple(actor for actor in found if actor.type is not ActorKind.PLACE) or found
        if len(agents) != 1:
            raise self._unclear_actor(id_or_name, found)
        return agents[0]

    def _unclear_actor(self, id_or_name: str, found: tuple[Actor, ...]) -> UnclearQuestion:
        where = f"actor {id_or_name!r}"
        if not found:
            like = self.names_like(id_or_name)
            remedy = f"Nearest to it: {', '.join(like)}. " if like else ""
            remedy += f"See who is there with: headwater actors {self.name}"
            return UnclearQuestion(
                "nobody in the case goes by this", where=where, remedy=remedy
            )
        ids = ", ".join(f"{actor.id} ({actor.type})" for actor in found[:_IDS_TOLD])
        more = ", …" if len(found) > _IDS_TOLD else ""
        fact, remedy = f"{len(found)} actors go by this", f"Choose one by its id: {ids}{more}"
        return UnclearQuestion(fact, where=where, remedy=remedy)


def _holds_name(actor: Actor, wanted: str) -> bool:
    names = [actor.id, actor.name, *(alias.name for alias in actor.aliases)]
    return any(wanted in name.casefold() for name in names)
