"""What became of commitments: which later passages report their trigger, their consequence, their withdrawal."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from headwater.assessment.following.fitting import LEAST_OF_ACT, Sought, Told, why_it_fits
from headwater.assessment.following.naming import Wording
from headwater.assessment.following.withdrawals import Issuers, is_withdrawal
from headwater.lexicon import split_words, word_weights
from headwater.model import (
    Clause,
    Facts,
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
VectorOf = Callable[[str], bytes]
#: Gives the statements of these ids in full, those that report nothing left out.
Load = Callable[[Collection[str]], Iterable[Reported]]

#: Clauses compared with passages at one time: bounds the memory, not the result.
_BLOCK = 512
#: What rounding a cosine to four digits may add to it.
_ROUNDED = 1e-4
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
    text: str
    by: Wording | None


class Following:
    """Follows commitments through what is reported after them.

    Args:
        facts: What the pile puts forward as so.
        load: Reads those in full that are near enough.
        read_clause: Reads a trigger or a consequence by itself.
        vector_of: Gives the vector that it would be read with.
    """

    def __init__(
        self, facts: Facts, load: Load, read_clause: ReadClause, vector_of: VectorOf
    ) -> None:
        self._facts, self._load = facts, load
        self._read_clause, self._vector_of = read_clause, vector_of
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
        near = list(self._near(hunts, first))
        wanted = {key for _, key, _ in near} | {*self._facts.withdrawing}
        reported = {r.statement_id: r for r in self._load(wanted)}
        found: dict[str, dict[tuple[object, ...], FateLink]] = defaultdict(dict)
        for hunt, key, cosine in near:
            if key in reported:
                self._keep(found[hunt.pledge.key], hunt, reported[key], cosine, str(first[hunt.pledge.key]))  # fmt: skip
        for key, link in self._withdrawals(groups, first, reported):
            found[key][link.sort, link.theirs.article_id, link.theirs.start] = link
        return tuple(
            self._fate(key, groups[key], found[key].values()) for key in sorted(groups)
        )

    def _keep(
        self,
        found: dict[tuple[object, ...], FateLink],
        hunt: _Hunt,
        reported: Reported,
        cosine: float,
        first: str,
    ) -> None:
        """Keep the link of a passage that fits; of several wordings that it fits, the best."""
        if hunt.text not in self._clauses:
            self._clauses[hunt.text] = Sought(self._read_clause(hunt.text))
        link = _link(hunt, self._clauses[hunt.text], reported, cosine, first)
        if link is None:
            return
        at = (link.sort, link.theirs.article_id, link.theirs.start)
        best = found.get(at)
        if best is None or _rank(link) < _rank(best):
            found[at] = link

    def _fate(self, key: str, group: Sequence[Pledge], links: Iterable[FateLink]) -> Fate:
        kept = tuple(sorted(links, key=_order))
        sorts = {link.sort for link in kept}
        as_of = self._facts.as_of
        last_day = max((p.last_day for p in group if p.last_day), default=None)
        state = next((state for sort, state in _STATES if sort in sorts), None)
        if state is None:
            is_past = bool(last_day and as_of and last_day < as_of)
            state = FateState.EXPIRED if is_past else FateState.OPEN
            state = state if _first_day(group) or is_past else FateState.UNDATED
        return Fate(commitment_id=key, state=state, last_day=last_day, as_of=as_of, links=kept)

    def _hunts(self, group: Sequence[Pledge]) -> Iterator[_Hunt]:
        """Yield what to look for, each wording once, in the words of its first telling."""
        told: set[tuple[FateSort, str]] = set()
        for pledge in sorted(group, key=_told_first):
            for sort, words in _parts(pledge):
                text = " ".join(with_owner(words.text, pledge).split())
                if (sort, text.casefold()) not in told:
                    told.add((sort, text.casefold()))
                    by = _issuer(group) if sort is FateSort.CONSEQUENCE else None
                    yield _Hunt(sort, pledge, text, by)

    def _near(
        self, hunts: Sequence[_Hunt], first: Mapping[str, str | None]
    ) -> Iterator[tuple[_Hunt, str, float]]:
        """Yield the later statements whose vectors are near enough, for each part that is looked for."""
        import numpy as np  # noqa: PLC0415 - slow to import: `headwater --help` does not wait

        facts = self._facts
        if not facts.ids:
            return
        rows = np.frombuffer(facts.vectors, dtype=np.float32).reshape(len(facts.ids), -1)
        for at in range(0, len(hunts), _BLOCK):
            block = hunts[at : at + _BLOCK]
            cosines = np.stack([self._vector(h.text) for h in block]) @ rows.T
            # Rounding is slow: only what may be rounded up to enough is.
            for row, column in zip(
                *np.nonzero(cosines >= LEAST_OF_ACT - _ROUNDED), strict=True
            ):
                hunt, day = block[row], facts.days[column]
                if day is not None and day > str(first[hunt.pledge.key]):
                    cosine = round(float(cosines[row, column]), 4)
                    if cosine >= LEAST_OF_ACT:
                        yield hunt, facts.ids[column], cosine

    def _vector(self, text: str) -> "NDArray[np.float32]":
        import numpy as np  # noqa: PLC0415 - see above

        return np.frombuffer(self._vector_of(text), dtype=np.float32)

    def _withdrawals(
        self,
        groups: Mapping[str, Sequence[Pledge]],
        first: Mapping[str, str | None],
        reported: Mapping[str, Reported],
    ) -> Iterator[tuple[str, FateLink]]:
        issuers = Issuers({key: _issuer(group) for key, group in groups.items()})
        told_in = defaultdict[str, set[str]](set)
        for key, group in groups.items():
            for pledge in group:
                told_in[pledge.article_id].add(key)
        for place, statement_id in enumerate(self._facts.ids):
            told = reported.get(statement_id)
            if told is None or not is_withdrawal(told):
                continue
            taken_back = issuers.taking_back(told)
            for key in sorted(taken_back | told_in[told.passage.article_id]):
                if inside := next((p for p in groups[key] if _is_in(p, told)), None):
                    yield key, _withdrawal(inside, told, self._nearest([inside], place)[1])
                elif key in taken_back and _is_after(told.passage, first[key]):
                    pledge, cosine = self._nearest(groups[key], place)
                    if cosine >= _LEAST_WITHDRAWN or pledge.is_only_one:
                        yield key, _withdrawal(pledge, told, cosine)

    def _nearest(self, group: Sequence[Pledge], place: int) -> tuple[Pledge, float]:
        """Give the telling of a commitment that is nearest to a statement, and how near."""
        import numpy as np  # noqa: PLC0415 - see above

        vectors = self._facts.vectors
        size = len(vectors) // len(self._facts.ids)
        theirs = np.frombuffer(vectors[place * size : (place + 1) * size], dtype=np.float32)
        near = [
            (round(float(self._vector(words.text) @ theirs), 4), pledge)
            for pledge in sorted(group, key=_told_first)
            for _, words in _parts(pledge)
        ]
        cosine, pledge = max(near, key=lambda pair: pair[0], default=(0.0, group[0]))
        return pledge, cosine


def _withdrawal(pledge: Pledge, reported: Reported, cosine: float) -> FateLink:
    why = "the same words" if cosine >= _LEAST_WITHDRAWN else "the only one of this issuer"
    return FateLink(
        sort=FateSort.WITHDRAWAL,
        commitment_id=pledge.commitment_id,
        ours=pledge.passage,
        theirs=reported.passage,
        likeness=cosine,
        reasons=("its issuer takes it back", f"{why}, cosine {cosine:.2f}"),
    )


def _is_in(pledge: Pledge, told: Reported) -> bool:
    """Tell whether a threat is told only as it is taken back: "withdrew his threat to strike"."""
    ours, theirs = pledge.passage, told.passage
    is_here = ours.article_id == theirs.article_id
    return is_here and theirs.start <= ours.start and ours.end <= theirs.end


def _is_after(passage: Passage, first: str | None) -> bool:
    return first is not None and _is_later(passage, first)


def _link(
    hunt: _Hunt, sought: Sought, reported: Reported, cosine: float, first: str
) -> FateLink | None:
    pledge, passage = hunt.pledge, reported.passage
    if passage.article_id == pledge.article_id or not _is_later(passage, first):
        return None
    if sought.is_again and not (passage.happened_from or "") > first:
        return None
    told = Told(
        text=passage.text,
        actor_ids=reported.actor_ids,
        events=reported.events,
        negative=reported.negative,
    )
    is_negated = hunt.sort is FateSort.TRIGGER and pledge.trigger_role is TriggerRole.EXCEPTIVE
    why = why_it_fits(sought, told, cosine, is_negated=is_negated, by=hunt.by)
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


def with_owner(text: str, pledge: Pledge) -> str:
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


def _rank(link: FateLink) -> tuple[float, str]:
    return -link.likeness, link.commitment_id


def _order(link: FateLink) -> tuple[int, str, str, int]:
    return (
        list(FateSort).index(link.sort),
        link.theirs.published_from or "~",
        link.theirs.article_id,
        link.theirs.start,
    )
