"""What became of commitments: which later passages report their trigger, their consequence, their withdrawal."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from headwater.assessment.following.fitting import LEAST_OF_ACT, Sought, Told, why_it_fits
from headwater.assessment.following.naming import Wording
from headwater.assessment.following.withdrawals import is_withdrawal, withdrawn_by
from headwater.lexicon import split_words, word_weights
from headwater.model import (
    Clause,
    Fate,
    FateLink,
    FateSort,
    FateState,
    Passage,
    Pledge,
    Reported,
    Span,
    TriggerRole,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ReadClause = Callable[[str], Clause]

#: Passages compared with clauses at one time: bounds the memory, not the result.
_BLOCK = 512
#: Cosine from which a withdrawal speaks of a commitment that its issuer made.
_LEAST_WITHDRAWN = 0.4
#: Openers of a trigger that holds for as long as it lasts: that it is so fires nothing.
_LASTING = (("as", "long", "as"), ("for", "as", "long", "as"), ("so", "long", "as"), ("for", "so", "long", "as"))  # fmt: skip
_OWNERS = frozenset({"its", "their", "his", "her"})
#: Weight from which a capitalised word at the head of a clause is taken for a name; "the" has 1, "Iran" 4.
_NAMING = 3.5
#: The state a link brings about, the one that says most of what came of it first.
_STATES = (
    (FateSort.WITHDRAWAL, FateState.WITHDRAWN),
    (FateSort.CONSEQUENCE, FateState.CONSEQUENCE_REPORTED),
    (FateSort.TRIGGER, FateState.TRIGGER_REPORTED),
)


@dataclass(frozen=True, slots=True)
class _Hunt:
    """A part of one telling of a commitment that passages are compared with."""

    sort: FateSort
    pledge: Pledge
    words: Span
    sought: Sought
    by: Wording | None


class Following:
    """Follows commitments through what is reported after them.

    Args:
        reported: Whatever the pile puts forward as so.
        read_clause: Reads a trigger or a consequence by itself.
        as_of: The newest day of the pile, ISO; None if no article has one.
    """

    def __init__(
        self, reported: Sequence[Reported], read_clause: ReadClause, as_of: str | None
    ) -> None:
        self._reported = sorted(reported, key=_place)
        self._read_clause, self._as_of = read_clause, as_of
        self._clauses: dict[str, Sought] = {}

    def fates(self, pledges: Iterable[Pledge]) -> tuple[Fate, ...]:
        """Give the fate of each commitment, in the order of their ids.

        A commitment is held against what was published after the day of its first telling and, where
        a passage says when, happened no earlier. One whose day nobody knows has no later.
        """
        groups: dict[str, list[Pledge]] = defaultdict(list)
        for pledge in pledges:
            groups[pledge.key].append(pledge)
        first = {key: _first_day(group) for key, group in groups.items()}
        hunts = [h for key in sorted(groups) if first[key] for h in self._hunts(groups[key])]
        found: dict[str, dict[tuple[object, ...], FateLink]] = defaultdict(dict)
        for hunt, reported, cosine in self._near(hunts):
            key = hunt.pledge.key
            if link := _link(hunt, reported, cosine, str(first[key])):
                at = (link.sort, link.theirs.article_id, link.theirs.start)
                best = found[key].get(at)
                if best is None or (-link.likeness, link.commitment_id) < (-best.likeness, best.commitment_id):  # fmt: skip
                    found[key][at] = link
        for key, link in self._withdrawals(groups, first):
            found[key][link.sort, link.theirs.article_id, link.theirs.start] = link
        return tuple(self._fate(key, groups[key], found[key].values()) for key in sorted(groups))

    def _fate(self, key: str, group: Sequence[Pledge], links: Iterable[FateLink]) -> Fate:
        kept = tuple(sorted(links, key=_order))
        sorts = {link.sort for link in kept}
        last_day = max((p.last_day for p in group if p.last_day), default=None)
        state = next((state for sort, state in _STATES if sort in sorts), None)
        if state is None:
            is_past = bool(last_day and self._as_of and last_day < self._as_of)
            state = FateState.EXPIRED if is_past else FateState.OPEN
        return Fate(commitment_id=key, state=state, last_day=last_day, as_of=self._as_of, links=kept)

    def _hunts(self, group: Sequence[Pledge]) -> Iterator[_Hunt]:
        """Yield what to look for, each wording once, in the words of its first telling."""
        told: set[tuple[FateSort, str]] = set()
        for pledge in sorted(group, key=_told_first):
            for sort, words in _parts(pledge):
                key = (sort, " ".join(words.text.split()).casefold())
                if key not in told:
                    told.add(key)
                    by = _issuer(group) if sort is FateSort.CONSEQUENCE else None
                    sought = self._sought(_with_owner(words.text, pledge))
                    yield _Hunt(sort, pledge, words, sought, by)

    def _sought(self, text: str) -> Sought:
        if text not in self._clauses:
            self._clauses[text] = Sought(self._read_clause(text))
        return self._clauses[text]

    @cached_property
    def _vectors(self) -> "NDArray[np.float32]":
        import numpy as np  # noqa: PLC0415 - slow to import: `headwater --help` does not wait

        raw = b"".join(r.vector for r in self._reported)
        return np.frombuffer(raw, dtype=np.float32).reshape(len(self._reported), -1)

    def _near(self, hunts: Sequence[_Hunt]) -> Iterator[tuple[_Hunt, Reported, float]]:
        """Yield the passages whose vectors are near enough, for each part that is looked for."""
        import numpy as np  # noqa: PLC0415 - see above

        if not self._reported:
            return
        for at in range(0, len(hunts), _BLOCK):
            block = hunts[at : at + _BLOCK]
            cosines = np.stack([h.sought.vector for h in block]) @ self._vectors.T
            for row, column in zip(*np.nonzero(cosines >= LEAST_OF_ACT), strict=True):
                yield block[row], self._reported[column], round(float(cosines[row, column]), 4)

    def _withdrawals(
        self, groups: Mapping[str, Sequence[Pledge]], first: Mapping[str, str | None]
    ) -> Iterator[tuple[str, FateLink]]:
        import numpy as np  # noqa: PLC0415 - see above

        taken_back = [r for r in self._reported if is_withdrawal(r)]
        for reported in taken_back:
            theirs = np.frombuffer(reported.vector, dtype=np.float32)
            by_them = [
                key
                for key in sorted(groups)
                if _is_after(reported.passage, first[key])
                and withdrawn_by(reported, _issuer(groups[key]))
            ]
            for key in by_them:
                near = [
                    (round(float(self._sought(words.text).vector @ theirs), 4), pledge)
                    for pledge in sorted(groups[key], key=_told_first)
                    for _, words in _parts(pledge)
                ]
                cosine, pledge = max(near, key=lambda pair: pair[0])
                if cosine >= _LEAST_WITHDRAWN or len(by_them) == 1:
                    yield key, _withdrawal(pledge, reported, cosine)


def _withdrawal(pledge: Pledge, reported: Reported, cosine: float) -> FateLink:
    why = "the same words" if cosine >= _LEAST_WITHDRAWN else "the only one of this issuer before"
    return FateLink(
        sort=FateSort.WITHDRAWAL,
        commitment_id=pledge.commitment_id,
        ours=pledge.passage,
        theirs=reported.passage,
        likeness=cosine,
        reasons=("its issuer takes it back", f"{why}, cosine {cosine:.2f}"),
    )


def _is_after(passage: Passage, first: str | None) -> bool:
    return first is not None and _is_later(passage, first)


def _link(hunt: _Hunt, reported: Reported, cosine: float, first: str) -> FateLink | None:
    pledge, passage = hunt.pledge, reported.passage
    if passage.article_id == pledge.article_id or not _is_later(passage, first):
        return None
    if hunt.sought.is_again and not (passage.happened_from or "") > first:
        return None
    told = Told(
        text=passage.text,
        actor_ids=reported.actor_ids,
        events=reported.events,
        negative=reported.negative,
    )
    is_negated = hunt.sort is FateSort.TRIGGER and pledge.trigger_role is TriggerRole.EXCEPTIVE
    why = why_it_fits(hunt.sought, told, cosine, is_negated=is_negated, by=hunt.by)
    if not why:
        return None
    return FateLink(
        sort=hunt.sort,
        commitment_id=pledge.commitment_id,
        ours=pledge.passage,
        theirs=passage,
        likeness=cosine,
        reasons=(*why, f"cosine {cosine:.2f}"),
    )


def _parts(pledge: Pledge) -> Iterator[tuple[FateSort, Span]]:
    if pledge.trigger and not is_lasting(pledge.trigger.text) and pledge.trigger_role is not TriggerRole.CONCESSIVE:  # fmt: skip
        yield FateSort.TRIGGER, pledge.trigger
    if pledge.consequence:
        yield FateSort.CONSEQUENCE, pledge.consequence


def _with_owner(text: str, pledge: Pledge) -> str:
    """Give a trigger with the name for "its" that its consequence begins with: "if its ships sink, Korrin will …"."""
    words = list(split_words(text))
    owned = next((w for w in words if w.key in _OWNERS), None)
    then = list(split_words(pledge.consequence.text)) if pledge.consequence else []
    is_named = bool(then) and then[0].text[0].isupper() and word_weights().weight(then[0].key) >= _NAMING  # fmt: skip
    if owned is None or not is_named or any(w.text[0].isupper() for w in words[1:]):
        return text
    return f"{text[: owned.start]}{then[0].text}’s{text[owned.end :]}"


def is_lasting(trigger: str) -> bool:
    """Tell whether a trigger holds something up for as long as it lasts."""
    keys = tuple(w.key for w in split_words(trigger))
    return any(keys[: len(opener)] == opener for opener in _LASTING)


def _issuer(group: Sequence[Pledge]) -> Wording:
    words = " ".join(w for p in group for w in p.issuer_words)
    return Wording.of(words, frozenset().union(*(p.issuer_ids for p in group)))


def _is_later(passage: Passage, first: str) -> bool:
    """Tell whether a passage came out after a day, and tells of nothing before it."""
    if passage.published_from is None or passage.published_from <= first:
        return False
    return passage.happened_to is None or passage.happened_to >= first


def _first_day(group: Iterable[Pledge]) -> str | None:
    return min((p.passage.published_to for p in group if p.passage.published_to), default=None)


def _told_first(pledge: Pledge) -> tuple[str, str, str]:
    return pledge.passage.published_to or "~", pledge.article_id, pledge.commitment_id


def _place(reported: Reported) -> tuple[str, str, int, int]:
    passage = reported.passage
    return passage.published_from or "~", passage.article_id, passage.start, passage.end


def _order(link: FateLink) -> tuple[int, str, str, int]:
    return (
        list(FateSort).index(link.sort),
        link.theirs.published_from or "~",
        link.theirs.article_id,
        link.theirs.start,
    )
