"""The tellings of commitments, as far as following them looks at them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

import msgspec

from headwater.case.following.asking import OF_IDS, Read, Select, ids_json
from headwater.case.following.passages import Passages
from headwater.model import Clause, Commitment, Pledge, with_actors

#: Ties by which what one does is also done by the other.
_ONE_SIDE: Final = frozenset({"commands", "leads", "deputy_commander_of", "member_of", "part_of", "spokesperson_of", "holds_office_in"})  # fmt: skip
_decode_clause = msgspec.msgpack.Decoder(Clause).decode


class Pledges:
    """Reads tellings of commitments.

    Args:
        select: Reads rows of the case.
        read: Reads values of the case.
        same: Id of an actor to the id it goes by.
        passages: Cuts their passages.
    """

    def __init__(
        self, select: Select, read: Read, same: Mapping[str, str], passages: Passages
    ) -> None:
        self._select, self._read, self._same, self._passages = select, read, same, passages

    def where(self, where: str, given: tuple[Any, ...] = ()) -> list[Pledge]:
        """Give the tellings of commitments for which a condition on their table holds, in the order of their ids."""
        told: tuple[Commitment, ...] = self._read(
            Commitment, f"WHERE {where} ORDER BY id", given
        )
        ids = sorted({c.statement_id for c in told if c.statement_id})
        words = self._issuer_words(ids)
        texts = self._texts({c.article_id for c in told})
        clauses = self._clauses([c.id for c in told])
        return [
            replace(
                self._pledge(with_actors(c, self._same), words, texts),
                clauses=tuple(clauses.get(c.id, ())),
            )
            for c in told
        ]

    def _pledge(
        self,
        told: Commitment,
        words: Mapping[str, Mapping[str | None, tuple[str, ...]]],
        texts: Mapping[str, str],
    ) -> Pledge:
        parts = [span for span in (told.trigger, told.consequence) if span]
        start, end = min(s.start for s in parts), max(s.end for s in parts)
        issuer = told.issuer
        return Pledge(
            key=told.same_as or told.id,
            commitment_id=told.id,
            article_id=told.article_id,
            issuer_ids=self.sides.get(issuer, frozenset({issuer})) if issuer else frozenset(),
            side_names=self._names_of(
                sorted(self.sides.get(issuer or "", frozenset()) - {issuer})
            ),
            issuer_words=words.get(told.statement_id or "", {}).get(issuer, ()),
            trigger=told.trigger,
            consequence=told.consequence,
            trigger_role=told.trigger_role,
            last_day=last_day(told.deadline),
            is_only_one=issuer is not None and self._uttered.get(issuer) == 1,
            passage=self._passages.cut(
                told.article_id,
                start,
                end,
                texts[told.article_id][start:end],
                told.statement_id,
            ),
        )

    def _issuer_words(
        self, ids: Collection[str]
    ) -> dict[str, dict[str | None, tuple[str, ...]]]:
        """Give, for each statement, by what names and words it calls each link of its chain."""
        return {
            key: {link.actor_id: tuple(filter(None, (link.name, link.text))) for link in chain}
            for key, chain in self._passages.chains(ids).items()
        }

    @cached_property
    def _uttered(self) -> Counter[str]:
        """How many commitments each issuer has."""
        rows = self._select(
            "SELECT DISTINCT coalesce(same_as, id), issuer FROM commitments WHERE issuer IS NOT NULL",
            (),
        )
        return Counter(issuer for _, issuer in {(k, self._same.get(i, i)) for k, i in rows})

    @cached_property
    def sides(self) -> dict[str, frozenset[str]]:
        """Give, for each actor, those that act as one with it: whom it leads, of whom it is part."""
        ties: dict[str, set[str]] = defaultdict(set)
        rows = self._select(
            f"SELECT DISTINCT subject, object FROM relations WHERE kind {OF_IDS} AND modality = 'asserted'",  # noqa: S608 - our own names
            (ids_json(_ONE_SIDE),),
        )
        for subject, other in rows:
            ties[self._same.get(subject, subject)].add(self._same.get(other, other))
        return {key: frozenset({key, *others}) for key, others in ties.items()}

    def _names_of(self, ids: Sequence[str]) -> tuple[str, ...]:
        if not ids:
            return ()
        rows = self._select(
            f"SELECT name FROM actors WHERE id {OF_IDS} AND id NOT LIKE 'described/%' ORDER BY name",  # noqa: S608 - our own names
            (ids_json(ids),),
        )
        return tuple(name for (name,) in rows)

    def _clauses(self, ids: Collection[str]) -> dict[str, list[tuple[str, Clause]]]:
        """Give the words of each of these commitments as they were read by themselves."""
        found: dict[str, list[tuple[str, Clause]]] = defaultdict(list)
        rows = self._select(
            f"SELECT commitment_id, text, clause FROM clauses WHERE commitment_id {OF_IDS}",  # noqa: S608 - our own names
            (ids_json(ids),),
        )
        for key, text, packed in rows:
            found[key].append((text, _decode_clause(packed)))
        return found

    def _texts(self, ids: Collection[str]) -> dict[str, str]:
        rows = self._select(
            f"SELECT id, text FROM articles WHERE id {OF_IDS}",  # noqa: S608 - our own names
            (ids_json(ids),),
        )
        return dict(rows)


def last_day(deadline: str | None) -> str | None:
    """Give the last day of a deadline, ISO: of "by 1 June (2031-05-17/2031-06-01)" the second."""
    inside = (deadline or "").rpartition("(")[2].rstrip(")")
    day = inside.rpartition("/")[2]
    return day if day[:4].isdigit() and day.count("-") == _DAY_MARKS else None


_DAY_MARKS: Final = 2
