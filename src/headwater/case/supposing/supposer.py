"""What would follow from a supposition by the commitments of a case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from headwater.case.following import OF_IDS, Follow, Followed, Read, Select, ids_json
from headwater.case.supposing.already import Already
from headwater.case.supposing.near_triggers import NearTriggers
from headwater.case.supposing.orders import Orders
from headwater.case.supposing.weighing import Supposes, WeighedPledge
from headwater.errors import UnclearQuestion
from headwater.model import (
    Actor,
    Clause,
    Commitment,
    Pledge,
    Supposed,
    SupposedCommitment,
    SupposedStep,
    Understood,
)

_MOST_NEAR: Final = 5


class Supposer:
    """Answers what would follow from a supposition.

    Args:
        select: Reads rows of the case.
        read: Reads values of the case.
        same: Id of an actor to the id it goes by.
        supposes: What holds triggers against it.
        follow: What tells which of those that it sets off are past already.
    """

    def __init__(
        self,
        select: Select,
        read: Read,
        same: Mapping[str, str],
        supposes: Supposes,
        follow: Follow,
    ) -> None:
        self._select, self._read, self._same = select, read, same
        self._supposes = supposes
        self._followed = Followed(select, read, same)
        self._near = NearTriggers(select)
        self._orders = Orders(select, read, same, self._followed)
        self._already = Already(select, self._followed, supposes, follow)
        #: Who issued what is told, by the id of the telling.
        self._issuers: dict[str, frozenset[str]] = {}

    def suppose(self, text: str, depth: int) -> Supposed:
        """Say which commitments it would set off, what they say would follow, and so on.

        Raises:
            UnclearQuestion: If no act is understood in it.
        """
        clause = self._supposes.read(text)
        if not clause.events and not clause.verbs:
            raise UnclearQuestion(
                "no act is understood in these words",
                where=f"suppose {text!r}",
                remedy='Say who does what to whom in one plain clause: "the army crosses the river".',
            )
        weighed = self._weigh(clause)
        found = Supposed(
            understood=self._understood(clause),
            depth=depth,
            steps=tuple(self._chain(clause, weighed, depth)),
            released=self._told(weighed, "releases"),
            ended=self._told(weighed, "ends"),
            averted=self._told(weighed, "averts"),
            near=self._told(weighed, "near")[:_MOST_NEAR],
        )
        return self._with_words(found)

    def _chain(
        self, clause: Clause, weighed: Sequence[WeighedPledge], depth: int
    ) -> list[SupposedStep]:
        steps: list[SupposedStep] = []
        met: set[str] = set()
        given: list[tuple[str, str | None, Sequence[WeighedPledge]]] = [
            (clause.text, None, weighed)
        ]
        for level in range(1, depth + 1):
            fired = [
                (words, after, one)
                for words, after, found in given
                for one in found
                if one.effect == "fires"
            ]
            new: list[SupposedStep] = []
            for words, after, one in fired:
                if one.pledge.key not in met:
                    met.add(one.pledge.key)
                    new.append(self._step(level, words, after, one))
            steps += new
            given = [
                (then, step.commitment.commitment_id, self._weigh(self._supposes.read(then)))
                for step in new
                if level < depth and (then := step.commitment.consequence)
            ]
        return steps

    def _step(
        self, depth: int, given: str, after: str | None, one: WeighedPledge
    ) -> SupposedStep:
        concerned = self._orders.concerned(one.pledge)
        orders = tuple(self._orders.ties(one.pledge, concerned))
        return SupposedStep(
            depth=depth,
            given=given,
            after=after,
            commitment=self._commitment(one.pledge, one.likeness, one.reasons),
            orders=orders,
            waits_for=tuple(
                self._commitment(other, 0.0, ())
                for other in self._orders.waits_for(one.pledge, concerned, orders)
            ),
        )

    def _understood(self, clause: Clause) -> Understood:
        event = clause.events[0] if clause.events else None
        acting = tuple(s.text for s in event.actor_words) if event else ()
        suffering = tuple(s.text for s in event.recipient_words) if event else ()
        acting = acting or ((clause.subject,) if clause.subject else ())
        suffering = suffering or ((clause.object,) if clause.object else ())
        names = dict.fromkeys([*(m.text for m in clause.names), *acting, *suffering])
        known = {name: actor for name in names if (actor := self._actor(name, clause))}
        return Understood(
            text=clause.text,
            type=event.type if event else clause.type,
            verb=event.text if event else clause.verbs[0],
            actors=acting,
            recipients=suffering,
            negative=clause.negative,
            known=tuple((name, actor.id, actor.name) for name, actor in known.items()),
            unknown=tuple(n for n in names if n not in known),
        )

    def _actor(self, name: str, clause: Clause) -> Actor | None:
        """Give the actor of the case that a name stands for: by the id it was read with, or by its words."""
        ids = {m.actor_id for m in clause.names if m.text == name}
        for e in clause.events:
            for words, actors in ((e.actor_words, e.actors), (e.recipient_words, e.recipients)):
                if len(actors) == 1 and [s.text for s in words] == [name]:
                    ids |= {*actors}
        wanted = sorted(self._same.get(key, key) for key in ids)
        if not wanted:
            spelt = {name.lower(), name.lower().removeprefix("the ")}
            rows = self._select(
                f"SELECT id FROM actors WHERE same_as IS NULL AND lower(name) {OF_IDS} ORDER BY id LIMIT 1",  # noqa: S608 - our own names
                (ids_json(spelt),),
            )
            wanted = [key for (key,) in rows]
        found: tuple[Actor, ...] = self._read(
            Actor, f"WHERE id {OF_IDS} ORDER BY id", (ids_json(wanted),)
        )
        return found[0] if found else None

    def _weigh(self, clause: Clause) -> Sequence[WeighedPledge]:
        keys = ids_json(self._near.of(clause))
        return self._supposes.weigh(clause, self._followed.pledges(f"id {OF_IDS}", (keys,)))

    def _told(
        self, weighed: Iterable[WeighedPledge], effect: str
    ) -> tuple[SupposedCommitment, ...]:
        return tuple(
            self._commitment(w.pledge, w.likeness, w.reasons)
            for w in weighed
            if w.effect == effect
        )

    def _commitment(
        self, pledge: Pledge, likeness: float, reasons: tuple[str, ...]
    ) -> SupposedCommitment:
        """Give a commitment; on whose word it is comes in at the end, for all at one time."""
        self._issuers[pledge.commitment_id] = pledge.issuer_ids
        (told,) = self._read(Commitment, "WHERE id = ?", (pledge.commitment_id,))
        return SupposedCommitment(
            commitment_id=pledge.commitment_id,
            stands_for=pledge.key,
            issuer=None,
            kind=told.kind,
            strength=told.strength,
            trigger=told.trigger.text if told.trigger else None,
            trigger_role=told.trigger_role,
            consequence=told.consequence.text if told.consequence else None,
            hedges=told.hedges,
            ours=pledge.passage,
            independent=None,
            state=None,
            likeness=likeness,
            reasons=reasons,
        )

    def _name_of(self, ids: frozenset[str]) -> str | None:
        """Give the name of whoever stands behind the last link: who sent the message, for whom somebody speaks."""
        rows = self._select(
            f"SELECT name FROM actors WHERE id {OF_IDS} ORDER BY id LIMIT 1",  # noqa: S608 - our own names
            (ids_json(ids),),
        )
        return next((name for (name,) in rows), None)

    def _with_words(self, found: Supposed) -> Supposed:
        """Bring in on whose word each passage is, its origins, and what became of what would fire."""
        some = (*found.released, *found.ended, *found.averted, *found.near)
        mine = [one for s in found.steps for one in (s.commitment, *s.waits_for)]
        told = self._followed.told(
            [
                *(c.ours for c in (*some, *mine)),
                *(o.passage for s in found.steps for o in s.orders),
            ]
        )
        states = self._already.states({s.commitment.stands_for for s in found.steps})

        def whole(one: SupposedCommitment) -> SupposedCommitment:
            ours, ids = told[one.ours], self._issuers[one.commitment_id]
            names = (link.name or link.text for link in ours.chain if link.actor_id in ids)
            issuer = next(names, None) or self._name_of(ids)
            return replace(one, ours=ours, independent=ours.independent, issuer=issuer)

        steps = tuple(
            replace(
                step,
                commitment=replace(
                    whole(step.commitment), state=states[step.commitment.stands_for]
                ),
                orders=tuple(replace(o, passage=told[o.passage]) for o in step.orders),
                waits_for=tuple(map(whole, step.waits_for)),
            )
            for step in found.steps
        )
        return replace(
            found,
            steps=steps,
            released=tuple(map(whole, found.released)),
            ended=tuple(map(whole, found.ended)),
            averted=tuple(map(whole, found.averted)),
            near=tuple(map(whole, found.near)),
        )
