"""What would follow from a supposition by the commitments of a case, read off its tables."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Protocol

from headwater.case.following import OF_IDS, Follow, Followed, Read, Select, ids_json
from headwater.errors import UnclearQuestion
from headwater.lexicon import condition_words, fold_name, split_words, word_weights
from headwater.model import (
    Actor,
    Clause,
    Commitment,
    FateState,
    Mention,
    OrderTie,
    Passage,
    Pledge,
    Relation,
    Supposed,
    SupposedCommitment,
    SupposedStep,
    TriggerRole,
    Understood,
    with_actors,
)

#: Ties by which the subject waits for the object's word, and by which the object does for the subject's.
_WAITS: Final = frozenset({"awaits_orders_from", "takes_orders_from"})
_ORDERS: Final = frozenset({"commands", "gives_instructions_to"})
#: Triggers whose vectors are looked at, the nearest statements first: bounds the time, some 3 ms each.
_MOST_COMPARED: Final = 60
#: Weight from which a word of the supposition must not be missed in a trigger.
_TELLING: Final = 2.5
_STEM: Final = 5
_MOST_NEAR: Final = 5


class WeighedPledge(Protocol):
    """A telling whose trigger was held against what is supposed."""

    @property
    def pledge(self) -> Pledge:
        """The telling."""

    @property
    def effect(self) -> str:
        """``fires`` ``releases`` ``ends`` ``averts`` or ``near``."""

    @property
    def likeness(self) -> float:
        """Cosine of the two, 0 to 1."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for it."""


class Supposes(Protocol):
    """Holds triggers against a supposition. The case compares nothing itself: whoever opens it brings this along."""

    def read(self, text: str) -> Clause:
        """Read what is supposed."""

    def weigh(self, supposed: Clause, pledges: Iterable[Pledge]) -> Sequence[WeighedPledge]:
        """Give the commitments that it bears on, each once, the nearest first."""


@dataclass(frozen=True, slots=True)
class _Near:
    """A telling of a commitment, and how near its statement is."""

    cosine: float
    key: str


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
        self, select: Select, read: Read, same: Mapping[str, str], supposes: Supposes, follow: Follow
    ) -> None:
        self._select, self._read, self._same = select, read, same
        self._supposes, self._follow = supposes, follow
        self._followed = Followed(select, read, same)

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
        steps = self._chain(clause, weighed, depth)
        told = {e: self._told(weighed, e) for e in ("releases", "ends", "averts", "near")}
        return Supposed(
            understood=self._understood(clause),
            depth=depth,
            steps=tuple(steps),
            released=told["releases"],
            ended=told["ends"],
            averted=told["averts"],
            near=told["near"][:_MOST_NEAR],
        )

    def _chain(
        self, clause: Clause, weighed: Sequence[WeighedPledge], depth: int
    ) -> list[SupposedStep]:
        steps: list[SupposedStep] = []
        met: set[str] = set()
        given: list[tuple[str, str | None, Sequence[WeighedPledge]]] = [(clause.text, None, weighed)]
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
        concerned = self._concerned(one.pledge)
        orders = tuple(self._orders(one.pledge, concerned))
        return SupposedStep(
            depth=depth,
            given=given,
            after=after,
            commitment=self._commitment(one.pledge, one.likeness, one.reasons, is_followed=True),
            orders=orders,
            waits_for=tuple(self._waits_for(one.pledge, concerned, orders)),
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
            folded = fold_name(name)
            rows = self._select("SELECT id, name FROM actors WHERE same_as IS NULL ORDER BY id", ())
            wanted = [key for key, other in rows if fold_name(other) == folded][:1]
        found: tuple[Actor, ...] = self._read(
            Actor, f"WHERE id {OF_IDS} ORDER BY id", (ids_json(wanted),)
        )
        return found[0] if found else None

    def _weigh(self, clause: Clause) -> Sequence[WeighedPledge]:
        keys = self._near(clause)
        pledges = [self._pledges[key] for key in keys if key in self._pledges]
        return self._supposes.weigh(clause, pledges)

    def _near(self, clause: Clause) -> list[str]:
        """Give the commitments whose triggers are worth reading: those with a word of it first, then by vector."""
        import numpy as np  # noqa: PLC0415 - slow to import: `headwater --help` does not wait

        ids, triggers, vectors = self._triggers
        if not ids:
            return []
        near = vectors @ np.frombuffer(clause.vector, dtype=np.float32)
        stems = _stems(clause.text)
        shares = [bool(stems & _stems(trigger)) for trigger in triggers]
        order = sorted(range(len(ids)), key=lambda n: (not shares[n], -float(near[n]), ids[n]))
        return [ids[n] for n in order[:_MOST_COMPARED]]

    @cached_property
    def _triggers(self):  # type: ignore[no-untyped-def]  # noqa: ANN202 - ids, texts, and an array that is not imported here
        import numpy as np  # noqa: PLC0415 - see above

        rows = list(
            self._select(
                "SELECT c.id, json_extract(c.trigger, '$.text'), v.vector FROM commitments c"
                " JOIN vectors v ON v.statement_id = c.statement_id"
                " WHERE c.trigger IS NOT NULL ORDER BY c.id",
                (),
            )
        )
        raw = np.frombuffer(b"".join(row[2] for row in rows), dtype=np.float32)
        return [r[0] for r in rows], [r[1] for r in rows], raw.reshape(len(rows), -1)

    @cached_property
    def _pledges(self) -> dict[str, Pledge]:
        return {p.commitment_id: p for p in self._followed.pledges()}

    @cached_property
    def _commitments(self) -> dict[str, Commitment]:
        found: tuple[Commitment, ...] = self._read(Commitment, "ORDER BY id", ())
        return {c.id: c for c in found}

    def _told(self, weighed: Iterable[WeighedPledge], effect: str) -> tuple[SupposedCommitment, ...]:
        return tuple(
            self._commitment(w.pledge, w.likeness, w.reasons, is_followed=False)
            for w in weighed
            if w.effect == effect
        )

    def _commitment(
        self, pledge: Pledge, likeness: float, reasons: tuple[str, ...], *, is_followed: bool
    ) -> SupposedCommitment:
        told = self._commitments[pledge.commitment_id]
        passage = self._followed.told([pledge.passage])[pledge.passage]
        names = [link.name or link.text for link in passage.chain if link.actor_id in pledge.issuer_ids]
        return SupposedCommitment(
            commitment_id=pledge.commitment_id,
            issuer=next(iter(names), None),
            kind=told.kind,
            strength=told.strength,
            trigger=told.trigger.text if told.trigger else None,
            trigger_role=told.trigger_role,
            consequence=told.consequence.text if told.consequence else None,
            hedges=told.hedges,
            ours=passage,
            independent=passage.independent,
            state=self._state(pledge) if is_followed else None,
            likeness=likeness,
            reasons=reasons,
        )

    def _state(self, pledge: Pledge) -> FateState:
        """Give what the pile reports of a commitment already: in the articles that hold the words of its trigger."""
        group = [p for p in self._pledges.values() if p.key == pledge.key]
        words = sorted({s for p in group for s in _telling(p.trigger.text if p.trigger else "")})
        articles: set[str] = set()
        if words:
            query = " OR ".join(f'"{word}"*' for word in words)
            rows = self._select(
                "SELECT a.id FROM articles_fts f JOIN articles a ON a.rowid = f.rowid"
                " WHERE articles_fts MATCH ? ORDER BY bm25(articles_fts), a.id LIMIT ?",
                (query, _MOST_ARTICLES),
            )
            articles = {key for (key,) in rows}
        (fate,) = self._followed.fates(group, self._follow, sorted(articles))
        return fate.state

    def _concerned(self, pledge: Pledge) -> frozenset[str]:
        """Give the actors a commitment is about: its issuer and those of its side, and whom its consequence names."""
        found = set(pledge.issuer_ids)
        if pledge.consequence:
            mentions: tuple[Mention, ...] = self._read(
                Mention,
                'WHERE article_id = ? AND "start" >= ? AND "end" <= ? ORDER BY id',
                (pledge.article_id, pledge.consequence.start, pledge.consequence.end),
            )
            found |= {self._same.get(m.actor_id, m.actor_id) for m in mentions if "/" in m.actor_id}
        return frozenset(found)

    def _orders(self, pledge: Pledge, concerned: Collection[str]) -> Iterable[OrderTie]:
        then = pledge.consequence.text if pledge.consequence else ""
        text = " ".join((then, *pledge.issuer_words))
        for tie in self._ties:
            waiting, giving = (tie.subject, tie.object) if tie.kind in _WAITS else (tie.object, tie.subject)  # fmt: skip
            is_concerned = waiting in concerned and not waiting.startswith(("state/", "place/"))
            if giving in pledge.issuer_ids or not (is_concerned or self._is_named(waiting, text)):
                continue
            yield OrderTie(
                kind=tie.kind,
                subject=self._names.get(tie.subject, tie.subject),
                object=self._names.get(tie.object, tie.object),
                modality=tie.modality,
                passage=self._tie_passage(tie),
            )

    def _tie_passage(self, tie: Relation) -> Passage:
        return self._followed.passage(tie.article_id, tie.start, tie.end, tie.text, None)

    def _waits_for(
        self, pledge: Pledge, concerned: Collection[str], orders: Iterable[OrderTie]
    ) -> Iterable[SupposedCommitment]:
        """Give what those it is about are said to wait for, each commitment once."""
        spans = [(o.passage.article_id, o.passage.start, o.passage.end) for o in orders]
        told: set[str] = set()
        for other in sorted(self._pledges.values(), key=lambda p: (p.key, p.key != p.commitment_id, p.commitment_id)):  # fmt: skip
            if other.trigger_role is not TriggerRole.NECESSARY or other.key in told or other.key == pledge.key:  # fmt: skip
                continue
            here = other.passage
            is_tied = any(a == here.article_id and s < here.end and here.start < e for a, s, e in spans)
            if is_tied or (_own(other.issuer_ids) & _own(concerned) and _is_leave(other)):
                told.add(other.key)
                yield self._commitment(other, 0.0, (), is_followed=False)

    def _is_named(self, actor_id: str, text: str) -> bool:
        """Tell whether an actor of several words, or with a name, stands in a text by all its words in a row."""
        words = fold_name(self._names.get(actor_id, ""))
        keys = [w.key for w in split_words(text)]
        return len(words) > 1 and any(
            tuple(keys[n : n + len(words)]) == words for n in range(len(keys) - len(words) + 1)
        )

    @cached_property
    def _ties(self) -> list[Relation]:
        found: tuple[Relation, ...] = self._read(
            Relation, f"WHERE kind {OF_IDS} ORDER BY article_id, rowid", (ids_json(_WAITS | _ORDERS),)
        )
        return [with_actors(tie, self._same) for tie in found]

    @cached_property
    def _names(self) -> dict[str, str]:
        return dict(self._select("SELECT id, name FROM actors", ()))


#: Articles in which a trigger is looked for, the best fit of its words first.
_MOST_ARTICLES: Final = 300


def _own(ids: Collection[str]) -> frozenset[str]:
    """Leave out states and places: that two commitments speak of one country ties nobody."""
    return frozenset(key for key in ids if not key.startswith(("state/", "place/")))


def _is_leave(pledge: Pledge) -> bool:
    """Tell whether what is waited for is somebody's word: orders, a decision, a permission."""
    keys = {w.key for w in split_words(pledge.trigger.text)} if pledge.trigger else set()
    return not keys.isdisjoint(condition_words()["leave"])


def _telling(text: str) -> list[str]:
    weights = word_weights()
    return [w.key for w in split_words(text) if w.key.isalnum() and weights.weight(w.key) >= _TELLING]


def _stems(text: str) -> frozenset[str]:
    return frozenset(key[:_STEM] for key in _telling(text))
