"""What would follow from a supposition by the commitments of a case, read off its tables."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final, NamedTuple, Protocol

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
    Pledge,
    Supposed,
    SupposedCommitment,
    SupposedStep,
    Understood,
)

#: Ties by which the subject waits for the object's word, and by which the object does for the subject's.
_WAITS: Final = frozenset({"awaits_orders_from", "takes_orders_from"})
_ORDERS: Final = frozenset({"commands", "gives_instructions_to"})
#: Commitments that wait for something, and whose consequence names one of some actors.
_SAID_OF: Final = (
    "SELECT DISTINCT c.id FROM mentions m JOIN commitments c ON c.article_id = m.article_id"  # noqa: S608 - our own names
    f" WHERE m.actor_id {OF_IDS} AND c.trigger_role = 'necessary'"
    " AND m.\"start\" >= json_extract(c.consequence, '$.start')"
    " AND m.\"end\" <= json_extract(c.consequence, '$.end')"
)
#: Triggers with a word of the supposition whose statements are looked at, those with most of its words first.
_MOST_LOOKED_AT: Final = 400
#: Those of them that are compared by themselves: bounds the time, some 3 ms each.
_MOST_COMPARED: Final = 40
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

    def needs(self, words: str) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
        """Give what a passage must hold to tell of these words: each an actor's id, if known, or words."""

    def weigh(self, supposed: Clause, pledges: Iterable[Pledge]) -> Sequence[WeighedPledge]:
        """Give the commitments that it bears on, each once, the nearest first."""


class _Tie(NamedTuple):
    """A tie by which somebody gives orders."""

    subject: str
    kind: str
    object: str
    modality: str
    article_id: str
    start: int
    end: int
    text: str


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
        self._supposes, self._follow = supposes, follow
        self._followed = Followed(select, read, same)
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
        concerned = self._concerned(one.pledge)
        orders = tuple(self._orders(one.pledge, concerned))
        return SupposedStep(
            depth=depth,
            given=given,
            after=after,
            commitment=self._commitment(one.pledge, one.likeness, one.reasons),
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
        keys = self._near(clause)
        return self._supposes.weigh(clause, self._pledges_where(f"id {OF_IDS}", ids_json(keys)))

    def _pledges_where(self, where: str, *given: str) -> list[Pledge]:
        found = self._followed.pledges(where, given)
        self._issuers.update((p.commitment_id, p.issuer_ids) for p in found)
        return found

    def _near(self, clause: Clause) -> list[str]:
        """Give the commitments whose triggers are worth reading: those that share most words with it, then by vector."""
        stems = {word[:_STEM] for word in _telling(clause.text)}
        shared = {
            key: count
            for key, trigger in self._triggers
            if (count := sum(stem in trigger for stem in stems))
        }
        first = sorted(shared, key=lambda key: (-shared[key], key))[:_MOST_LOOKED_AT]
        near = self._cosines(clause, first)
        order = sorted(first, key=lambda key: (-shared[key], -near.get(key, 0.0), key))
        return order[:_MOST_COMPARED]

    def _cosines(self, clause: Clause, keys: Collection[str]) -> dict[str, float]:
        """Give how near the statements are that carry these commitments."""
        import numpy as np  # noqa: PLC0415 - slow to import: `headwater --help` does not wait

        ours = np.frombuffer(clause.vector, dtype=np.float32)
        rows = self._select(
            "SELECT c.id, v.vector FROM commitments c JOIN vectors v ON v.statement_id = c.statement_id"  # noqa: S608 - our own names
            f" WHERE c.id {OF_IDS}",
            (ids_json(keys),),
        )
        return {
            key: round(float(np.frombuffer(raw, dtype=np.float32) @ ours), 4)
            for key, raw in rows
        }

    @cached_property
    def _triggers(self) -> list[tuple[str, str]]:
        rows = self._select(
            "SELECT id, lower(json_extract(trigger, '$.text')) FROM commitments"
            " WHERE trigger IS NOT NULL ORDER BY id",
            (),
        )
        return [(key, text) for key, text in rows]

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
        states = self._states({s.commitment.stands_for for s in found.steps})

        def whole(one: SupposedCommitment) -> SupposedCommitment:
            ours, ids = told[one.ours], self._issuers[one.commitment_id]
            names = (link.name or link.text for link in ours.chain if link.actor_id in ids)
            return replace(
                one, ours=ours, independent=ours.independent, issuer=next(names, None)
            )

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

    def _states(self, keys: Collection[str]) -> dict[str, FateState | None]:
        """Give what the pile reports of commitments already; None where too many articles would have to be read."""
        group = self._pledges_where(f"coalesce(same_as, id) {OF_IDS}", ids_json(keys))
        telling = {key: self._articles_that_tell(key, group) for key in keys}
        known = [key for key in sorted(keys) if len(telling[key]) <= _MOST_ARTICLES]
        articles = self._followed.taking_back.union(*(telling[key] for key in known))
        own = [p for p in group if p.key in known]
        fates = self._followed.fates(own, self._follow, articles) if own else ()
        return dict.fromkeys(keys) | {fate.commitment_id: fate.state for fate in fates}

    def _articles_that_tell(self, key: str, group: Iterable[Pledge]) -> frozenset[str]:
        parts = (part for p in group if p.key == key for part in (p.trigger, p.consequence))
        texts = {part.text for part in parts if part}
        return frozenset[str]().union(*(self._articles_of(text) for text in sorted(texts)))

    def _articles_of(self, text: str) -> frozenset[str]:
        """Give the articles that hold all that a passage needs to tell of these words."""
        found: frozenset[str] | None = None
        for actor, words in self._supposes.needs(text):
            query = " AND ".join(f'"{word[:_SHORT_STEM]}"*' for word in words)
            rows = self._select(
                "SELECT a.id FROM articles_fts f JOIN articles a ON a.rowid = f.rowid WHERE articles_fts MATCH ?"
                " UNION SELECT article_id FROM mentions WHERE actor_id = ?",
                (query, actor),
            )
            here = frozenset(key for (key,) in rows)
            found = here if found is None else found & here
        return found or frozenset()

    def _concerned(self, pledge: Pledge) -> frozenset[str]:
        """Give the actors a commitment is about: its issuer and those of its side, and whom its consequence names."""
        found = set(pledge.issuer_ids)
        if pledge.consequence:
            mentions: tuple[Mention, ...] = self._read(
                Mention,
                'WHERE article_id = ? AND "start" >= ? AND "end" <= ? ORDER BY id',
                (pledge.article_id, pledge.consequence.start, pledge.consequence.end),
            )
            found |= {
                self._same.get(m.actor_id, m.actor_id) for m in mentions if "/" in m.actor_id
            }
        return frozenset(found)

    def _orders(self, pledge: Pledge, concerned: Collection[str]) -> Iterable[OrderTie]:
        then = pledge.consequence.text if pledge.consequence else ""
        keys = tuple(w.key for w in split_words(" ".join((then, *pledge.issuer_words))))
        for tie in self._ties:
            waiting, giving = (tie.subject, tie.object) if tie.kind in _WAITS else (tie.object, tie.subject)  # fmt: skip
            if giving in pledge.issuer_ids:
                continue
            if waiting in _own(concerned) or self._is_named(waiting, keys):
                yield OrderTie(
                    kind=tie.kind,
                    subject=self._names.get(tie.subject, tie.subject),
                    object=self._names.get(tie.object, tie.object),
                    modality=tie.modality,
                    passage=self._followed.passage(
                        tie.article_id, tie.start, tie.end, tie.text, None
                    ),
                )

    def _waits_for(
        self, pledge: Pledge, concerned: Collection[str], orders: Sequence[OrderTie]
    ) -> Iterable[SupposedCommitment]:
        """Give what those it is about are said to wait for, each commitment once."""
        own = ids_json(_own(concerned))
        spans = [(o.passage.article_id, o.passage.start, o.passage.end) for o in orders]
        about = {key for (key,) in self._select(_SAID_OF, (own,))}
        others = self._pledges_where(
            f"trigger_role = 'necessary' AND (article_id {OF_IDS} OR issuer {OF_IDS} OR id {OF_IDS})",
            ids_json({article for article, _, _ in spans}),
            own,
            ids_json(about),
        )
        told = {pledge.key}
        for other in sorted(others, key=lambda p: (p.key, p.key != p.commitment_id, p.commitment_id)):  # fmt: skip
            here = other.passage
            is_tied = any(a == here.article_id and s < here.end and here.start < e for a, s, e in spans)  # fmt: skip
            is_theirs = other.commitment_id in about or _own(other.issuer_ids) & _own(concerned)
            if other.key not in told and (is_tied or (is_theirs and _is_leave(other))):
                told.add(other.key)
                yield self._commitment(other, 0.0, ())

    def _is_named(self, actor_id: str, keys: tuple[str, ...]) -> bool:
        """Tell whether all the words of an actor's name, which are several, stand in a row."""
        words = self._folded.get(actor_id, ())
        return len(words) > 1 and any(
            keys[n : n + len(words)] == words for n in range(len(keys) - len(words) + 1)
        )

    @cached_property
    def _folded(self) -> dict[str, tuple[str, ...]]:
        return {key: fold_name(name) for key, name in self._names.items()}

    @cached_property
    def _ties(self) -> list[_Tie]:
        rows = self._select(
            'SELECT subject, kind, object, modality, article_id, "start", "end", text FROM relations'  # noqa: S608 - our own names
            f" WHERE kind {OF_IDS} ORDER BY article_id, rowid",
            (ids_json(_WAITS | _ORDERS),),
        )
        return [
            _Tie(self._same.get(subject, subject), kind, self._same.get(other, other), *rest)
            for subject, kind, other, *rest in rows
        ]

    @cached_property
    def _names(self) -> dict[str, str]:
        ids = {key for tie in self._ties for key in (tie.subject, tie.object)}
        rows = self._select(
            f"SELECT id, name FROM actors WHERE id {OF_IDS}",  # noqa: S608 - our own names
            (ids_json(ids),),
        )
        return dict(rows)


#: Articles that are read to see whether a trigger is reported already: bounds the time, some 3 ms each.
_MOST_ARTICLES: Final = 100
#: Letters by which a name is looked for, as "Brenmar" may stand for "Brenmari".
_SHORT_STEM: Final = 4


def _own(ids: Collection[str]) -> frozenset[str]:
    """Leave out states and places: that two commitments speak of one country ties nobody."""
    return frozenset(key for key in ids if not key.startswith(("state/", "place/")))


def _is_leave(pledge: Pledge) -> bool:
    """Tell whether what is waited for is somebody's word: orders, a decision, a permission."""
    keys = {w.key for w in split_words(pledge.trigger.text)} if pledge.trigger else set()
    return not keys.isdisjoint(condition_words()["leave"])


def _telling(text: str) -> list[str]:
    weights = word_weights()
    return [
        w.key
        for w in split_words(text)
        if w.key.isalnum() and weights.weight(w.key) >= _TELLING
    ]
