"""What became of commitments: which later passages report their trigger, their consequence, their withdrawal."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from headwater.assessment.following.dating import is_later
from headwater.assessment.following.hunting import (
    Hunt,
    doer_of,
    holds_until_then,
    hunts_of,
    on_one_line,
)
from headwater.assessment.following.meeting import Meeting, ReadClause
from headwater.assessment.following.nearness import Nearness, VectorOf
from headwater.assessment.following.withdrawals import Issuers, is_withdrawal
from headwater.model import (
    Clause,
    Facts,
    Fate,
    FateLink,
    FateSort,
    FateState,
    Pledge,
    Reported,
)

#: Gives the statements of these ids in full, those that report nothing left out.
Load = Callable[[Collection[str]], Iterable[Reported]]

#: Cosine from which a withdrawal speaks of a commitment that its issuer made.
_LEAST_WITHDRAWN = 0.4
#: The state a link brings about, the one that says most of what came of it first.
_STATES = (
    (FateSort.WITHDRAWAL, FateState.WITHDRAWN),
    (FateSort.CONSEQUENCE, FateState.CONSEQUENCE_REPORTED),
    (FateSort.TRIGGER, FateState.TRIGGER_REPORTED),
    (FateSort.AVERTING, FateState.AVERTED),
)


class Following:
    """Follows commitments through what is reported after them.

    Args:
        facts: What the pile puts forward as so.
        load: Reads those in full that are near enough.
        read_clause: Reads a few words by themselves, where no commitment brings them read.
        vector_of: Gives the vector that they would be read with.
    """

    def __init__(
        self, facts: Facts, load: Load, read_clause: ReadClause, vector_of: VectorOf
    ) -> None:
        self._facts, self._load = facts, load
        self._read_clause, self._vector_of = read_clause, vector_of
        #: Clauses that commitments bring, by their words.
        self._given: dict[str, Clause] = {}
        self._near = Nearness(facts, self._vector)
        self._meeting = Meeting(self._clause, self._vector)

    def fates(self, pledges: Iterable[Pledge]) -> tuple[Fate, ...]:
        """Give the fate of each commitment, in the order of their ids.

        A commitment is held against what was published after the day of its first telling and, where
        a passage says when, happened no earlier. One whose day nobody knows has no later.
        """
        groups: dict[str, list[Pledge]] = defaultdict(list)
        for pledge in pledges:
            groups[pledge.key].append(pledge)
            self._given.update(pledge.clauses)
        first = {key: _first_day(group) for key, group in groups.items()}
        hunts = [h for key in sorted(groups) if first[key] for h in hunts_of(groups[key])]
        near = list(self._near.later_than(first, hunts))
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

    def _clause(self, text: str) -> Clause:
        return self._given.get(on_one_line(text)) or self._read_clause(text)

    def _vector(self, text: str) -> bytes:
        given = self._given.get(on_one_line(text))
        return given.vector if given else self._vector_of(text)

    def _keep(
        self,
        found: dict[tuple[object, ...], FateLink],
        hunt: Hunt,
        reported: Reported,
        cosine: float | None,
        first: str,
    ) -> None:
        """Keep the link of a passage that fits; of several wordings that it fits, the best."""
        link = self._meeting.link(hunt, reported, cosine, first)
        if link is None:
            return
        at = (link.sort, link.theirs.article_id, link.theirs.start)
        best = found.get(at)
        if best is None or _rank(link) < _rank(best):
            found[at] = link

    def _fate(self, key: str, group: Sequence[Pledge], links: Iterable[FateLink]) -> Fate:
        kept = tuple(_in_order(group, sorted(links, key=_order)))
        sorts = {link.sort for link in kept}
        as_of = self._facts.as_of
        last_day = max((p.last_day for p in group if p.last_day), default=None)
        state = next((state for sort, state in _STATES if sort in sorts), None)
        if state is None:
            is_past = bool(last_day and as_of and last_day < as_of)
            state = FateState.EXPIRED if is_past else FateState.OPEN
            state = state if _first_day(group) or is_past else FateState.UNDATED
        return Fate(commitment_id=key, state=state, last_day=last_day, as_of=as_of, links=kept)

    def _withdrawals(
        self,
        groups: Mapping[str, Sequence[Pledge]],
        first: Mapping[str, str | None],
        reported: Mapping[str, Reported],
    ) -> Iterator[tuple[str, FateLink]]:
        issuers = Issuers({key: doer_of(group).issuer for key, group in groups.items()})
        told_in = defaultdict[str, set[str]](set)
        for key, group in groups.items():
            for pledge in group:
                told_in[pledge.passage.article_id].add(key)
        for place, statement_id in enumerate(self._facts.ids):
            told = reported.get(statement_id)
            if told is None or not is_withdrawal(told):
                continue
            taken_back = issuers.taking_back(told)
            for key in sorted(taken_back | told_in[told.passage.article_id]):
                if inside := next((p for p in groups[key] if _is_in(p, told)), None):
                    yield key, _withdrawal(inside, told, self._near.nearest([inside], place)[1])
                elif key in taken_back and is_later(told.passage, first[key]):
                    pledge, cosine = self._near.nearest(groups[key], place)
                    if cosine >= _LEAST_WITHDRAWN or pledge.is_only_one:
                        yield key, _withdrawal(pledge, told, cosine)


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


def _in_order(group: Sequence[Pledge], links: Sequence[FateLink]) -> Iterator[FateLink]:
    """Yield links; that what was held up is so no longer counts only once it is reported what held it up."""
    holding = {p.commitment_id for p in group if holds_until_then(p)}
    days = [link.theirs.published_from for link in links if link.sort is FateSort.TRIGGER]
    begin = min((day for day in days if day), default=None)
    for link in links:
        is_held = link.sort is FateSort.CONSEQUENCE and link.commitment_id in holding
        if not is_held or (begin and (link.theirs.published_from or "") >= begin):
            yield link


def _first_day(group: Iterable[Pledge]) -> str | None:
    return min((p.passage.published_to for p in group if p.passage.published_to), default=None)


def _rank(link: FateLink) -> tuple[float, str]:
    return -link.likeness, link.commitment_id


def _order(link: FateLink) -> tuple[int, str, str, int]:
    return (
        list(FateSort).index(link.sort),
        link.theirs.published_from or "~",
        link.theirs.article_id,
        link.theirs.start,
    )
