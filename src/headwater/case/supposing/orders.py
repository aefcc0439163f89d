"""Whose word stands between a commitment and what it says would follow."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from headwater.case.following import OF_IDS, Followed, Read, Select, ids_json
from headwater.lexicon import condition_words, fold_name, split_words
from headwater.model import Mention, OrderTie, Pledge

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


class Orders:
    """Tells who waits for whose orders, and what they are said to wait for."""

    def __init__(
        self, select: Select, read: Read, same: Mapping[str, str], followed: Followed
    ) -> None:
        self._select, self._read, self._same, self._followed = select, read, same, followed

    def concerned(self, pledge: Pledge) -> frozenset[str]:
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

    def ties(self, pledge: Pledge, concerned: Collection[str]) -> Iterator[OrderTie]:
        """Yield the ties by which somebody else gives orders to those a commitment is about."""
        then = pledge.consequence.text if pledge.consequence else ""
        runs = _runs(" ".join((then, *pledge.issuer_words)))
        own = _own(concerned)
        for tie in self._ties:
            waiting, giving = (tie.subject, tie.object) if tie.kind in _WAITS else (tie.object, tie.subject)  # fmt: skip
            if giving in pledge.issuer_ids:
                continue
            # All the words of a name, which are several, stand in a row.
            if waiting in own or self._folded.get(waiting) in runs:
                yield OrderTie(
                    kind=tie.kind,
                    subject=self._names.get(tie.subject, tie.subject),
                    object=self._names.get(tie.object, tie.object),
                    modality=tie.modality,
                    passage=self._followed.passage(
                        tie.article_id, tie.start, tie.end, tie.text, None
                    ),
                )

    def waits_for(
        self, pledge: Pledge, concerned: Collection[str], orders: Sequence[OrderTie]
    ) -> Iterator[Pledge]:
        """Give what those it is about are said to wait for, each commitment once."""
        own = ids_json(_own(concerned))
        spans = [(o.passage.article_id, o.passage.start, o.passage.end) for o in orders]
        about = {key for (key,) in self._select(_SAID_OF, (own,))}
        others = self._followed.pledges(
            f"trigger_role = 'necessary' AND (article_id {OF_IDS} OR issuer {OF_IDS} OR id {OF_IDS})",
            (ids_json({article for article, _, _ in spans}), own, ids_json(about)),
        )
        told = {pledge.key}
        for other in sorted(others, key=lambda p: (p.key, p.key != p.commitment_id, p.commitment_id)):  # fmt: skip
            here = other.passage
            is_tied = any(a == here.article_id and s < here.end and here.start < e for a, s, e in spans)  # fmt: skip
            is_theirs = other.commitment_id in about or _own(other.issuer_ids) & _own(concerned)
            if other.key not in told and (is_tied or (is_theirs and _is_leave(other))):
                told.add(other.key)
                yield other

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


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Give all runs of two words of a text and more."""
    keys = tuple(w.key for w in split_words(text))
    ends = range(len(keys) + 1)
    return frozenset(keys[first:end] for end in ends for first in range(end - 1))


def _own(ids: Collection[str]) -> frozenset[str]:
    """Leave out states and places: that two commitments speak of one country ties nobody."""
    return frozenset(key for key in ids if not key.startswith(("state/", "place/")))


def _is_leave(pledge: Pledge) -> bool:
    """Tell whether what is waited for is somebody's word: orders, a decision, a permission."""
    keys = {w.key for w in split_words(pledge.trigger.text)} if pledge.trigger else set()
    return not keys.isdisjoint(condition_words()["leave"])
