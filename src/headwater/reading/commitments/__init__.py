"""What somebody says will happen if something else does.

In the order they run: ``ordered`` (what stands before is the trigger), ``openers`` (triggers that a word opens, which
``opening`` finds, and ``fronted`` before the cue), ``ultimatums``, ``pairs`` (two halves side by side), ``events`` and ``waiting`` (those that none
does), ``bare`` (threats and promises without a trigger); then ``meaning`` names kind and strength, ``deadlines`` the last day, ``parties`` whom it
hits and serves, and ``behalf`` whose word it is.
``told`` finds who goes on behind a demand, and ``unbound`` tells what binds nobody. ``tree``, ``extents`` (where a clause ends), ``ahead`` (what is to
come) and ``asking`` (what is only asked) are what they look through. The words are those of
``resources/words/commitments.yml``.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice, pairwise

from headwater.language import Parse, Predicate
from headwater.model import Commitment, Mention, Modality, Span, Statement, Voice, digest
from headwater.reading.commitments.act import read_act
from headwater.reading.commitments.bare import find_bare, find_outright
from headwater.reading.commitments.behalf import Behalf
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.cues import is_held_out
from headwater.reading.commitments.deadlines import Deadlines
from headwater.reading.commitments.events import find_events, find_relative, find_understated
from headwater.reading.commitments.fronted import with_fronted
from headwater.reading.commitments.meaning import kind_of, strength_of
from headwater.reading.commitments.openers import find_opened
from headwater.reading.commitments.ordered import find_linked, find_ordered
from headwater.reading.commitments.owning import is_own
from headwater.reading.commitments.pairs import find_pairs
from headwater.reading.commitments.parties import Naming, find_parties
from headwater.reading.commitments.told import Told
from headwater.reading.commitments.tree import Stretch, Tree
from headwater.reading.commitments.ultimatums import find_expiring, find_given, find_ultimatums
from headwater.reading.commitments.unbound import is_sport, only_tells
from headwater.reading.commitments.waiting import find_readiness, find_waiting
from headwater.reading.hedges import find_hedges

__all__ = ["find_commitments"]


def find_commitments(
    article_id: str,
    parse: Parse,
    statements: Sequence[Statement],
    published: tuple[date, date] | None = None,
    mentions: Sequence[Mention] = (),
) -> tuple[Commitment, ...]:
    """Find threats, promises, warnings, forecasts, conditions and readiness in what is said.

    Only words inside a statement's content count, and only where the main clause looks ahead
    ("will", "could", "to withdraw"): a plain "when he arrived" commits nobody. The issuer is
    the last speaker of the statement's chain that the text itself signals. The same words
    inside two statements are told once, for the inner one.

    Args:
        article_id: The article of the parse.
        parse: Its sentences, with the engine's trees.
        statements: What is said in it.
        published: First and last day of publication, for "by Friday"; None is unknown.
        mentions: Who is named in it.
    """
    return _Reader(article_id, parse, published, mentions).read(statements)


class _Reader:
    """One pass over the statements of an article, the inner ones first."""

    def __init__(
        self,
        article_id: str,
        parse: Parse,
        published: tuple[date, date] | None,
        mentions: Sequence[Mention],
    ) -> None:
        self.article_id = article_id
        self.parse = parse
        self.naming = Naming(parse, mentions)
        self.trees = [Tree(sentence) for sentence in parse.sentences]
        self.behalf = Behalf(self.trees, self.naming)
        self.predicates: dict[int, Predicate] = {p.start: p for p in parse.predicates}
        self.antecedents: dict[int, int] = dict(parse.antecedents)
        self.told = Told(parse, self.trees, ())
        self.deadlines = Deadlines(parse, published)

    def read(self, statements: Sequence[Statement]) -> tuple[Commitment, ...]:
        self.told = Told(self.parse, self.trees, statements)
        told: list[tuple[str, Clause]] = []
        found: list[Commitment] = []
        for statement in sorted(statements, key=_inner_first):
            for stretch, clause in self._clauses(statement):
                if not any(_is_told(statement.id, clause, *other) for other in told):
                    told.append((statement.id, clause))
                    found.append(self._commitment(statement, stretch, clause))
        return tuple(sorted(found, key=_place))

    def _clauses(self, statement: Statement) -> Iterator[tuple[Stretch, Clause]]:
        """Yield what a statement commits to: conditions first, bare threats and readiness else."""
        stretches = list(self._stretches(statement))
        found = [
            (stretch.around(clause.consequence), clause)
            for number, stretch in stretches
            if not is_sport(stretch)
            for clause in self._of_stretch(number, stretch, statement, dict(stretches))
            if clause.is_whole and not only_tells(stretch, clause, statement)
        ]
        yield from found
        if not found and stretches:
            first = stretches[0][1]
            yield from ((first, clause) for clause in find_bare(first, statement))

    def _stretches(self, statement: Statement) -> Iterator[tuple[int, Stretch]]:
        """Yield the parts of a statement's content that lie within one sentence, with its number."""
        said: dict[int, list[int]] = {}
        for span in statement.content:
            first = bisect_right(self.parse.sentences, span.start, key=lambda s: s.end)
            for number, sentence in enumerate(islice(self.parse.sentences, first, None), first):
                if sentence.start >= span.end:
                    break
                words = said.setdefault(number, [])
                words += [at for at, token in enumerate(sentence.tokens) if span.start <= token.start and token.end <= span.end]  # fmt: skip
        for number, words in sorted(said.items()):
            if words:
                words.sort()
                gaps = tuple((a + 1, b) for a, b in pairwise(words) if b > a + 1)
                said_here = Stretch(self.trees[number], words[0], words[-1] + 1, gaps)
                yield number, with_fronted(said_here, statement)

    def _of_stretch(
        self, number: int, stretch: Stretch, statement: Statement, said: dict[int, Stretch]
    ) -> Iterator[Clause]:
        before = self._before(number, said.get(number - 1))
        told = self.told.before(number) if statement.voice is Voice.OUTLET else None
        asked = told is not None and self.told.demand_before(number) is not None
        found = [
            *find_linked(stretch, told or before, is_told=told is not None, is_asked=asked)
        ]
        is_said = statement.voice is Voice.ATTRIBUTED
        found += find_expiring(stretch, told or before)
        found += find_opened(stretch, is_held_out=is_held_out(statement))
        found = found or list(find_ultimatums(stretch)) or list(find_ordered(stretch))
        found = found or list(find_pairs(stretch)) or list(find_understated(stretch))
        found = found or list(find_events(stretch))
        found = found or list(find_relative(stretch))
        asked = statement.modality is Modality.REQUESTED
        found = found or list(find_waiting(stretch, is_asked=asked))
        found += _apart(find_given(stretch, self._behind(number), is_said=is_said), found)
        for place, ready in find_readiness(stretch):
            if not any(c.consequence[0] <= place < c.consequence[1] for c in found):
                found.append(ready)
        yield from found or self._outright(stretch, statement)

    def _outright(self, stretch: Stretch, statement: Statement) -> Iterator[Clause]:
        issuer = self.behalf.issuer_of(statement)

        def is_side(words: Sequence[int]) -> bool:
            is_told = statement.voice is Voice.ATTRIBUTED
            return is_told and is_own(stretch, list(words), issuer, statement, self.antecedents)

        return find_outright(stretch, statement, self.predicates, is_side)

    def _before(self, number: int, said: Stretch | None) -> Stretch | None:
        """Give the sentence before one, or what is said of it, if it stands in the same paragraph."""
        if said is not None or self.told.is_first(number):
            return said
        tree = self.trees[number - 1]
        return Stretch(tree, 0, len(tree.tokens))

    def _behind(self, number: int) -> Stretch | None:
        """Give the sentence behind one."""
        tree = self.trees[number + 1] if number + 1 < len(self.trees) else None
        return Stretch(tree, 0, len(tree.tokens)) if tree else None

    def _commitment(self, statement: Statement, stretch: Stretch, clause: Clause) -> Commitment:
        said = self.told.speaker(statement, stretch, clause)
        text, issuer = self.parse.text, self.behalf.issuer_of(said)
        act = read_act(stretch, clause, said, issuer, self.predicates, self.antecedents)
        kind = kind_of(clause, act, said)
        # Who gives an ultimatum that an outlet tells of, and is known by no name, is not the outlet.
        is_anothers = clause.giver is not None and said.voice is not Voice.ATTRIBUTED
        told_by = issuer.actor_id if issuer and not is_anothers else None
        issuer_id = self._giver(clause) or told_by
        parties = find_parties(stretch, clause, kind, act, self.naming, issuer_id)
        key = digest("commitment", self.article_id, clause.trigger, clause.consequence)
        return Commitment(
            id=key,
            article_id=self.article_id,
            issuer=issuer_id,
            on_behalf_of=self.behalf.principal_of(said, issuer),
            kind=kind,
            trigger=Span.cut(text, *clause.trigger) if clause.trigger else None,
            consequence=Span.cut(text, *clause.consequence),
            trigger_role=clause.role,
            strength=strength_of(clause, act, said),
            target=parties.target,
            beneficiary=parties.beneficiary,
            deadline=self.deadlines.of(clause),
            hedges=find_hedges(text, *clause.consequence),
            state=None,
            statement_id=statement.id,
            same_as=None,
        )

    def _giver(self, clause: Clause) -> str | None:
        """Give whose an ultimatum is, where the words name him."""
        named = self.naming.within(*clause.giver) if clause.giver else ()
        return next((m.actor_id for m in named), None)


def _apart(more: Iterable[Clause], found: Sequence[Clause]) -> list[Clause]:
    """Give those clauses whose trigger no other has for its own."""
    places = [c.trigger for c in found if c.trigger]
    return [
        c
        for c in more
        if c.trigger and not any(c.trigger[0] < b and a < c.trigger[1] for a, b in places)
    ]


def _inner_first(statement: Statement) -> tuple[int, int, str]:
    length = sum(span.end - span.start for span in statement.content)
    return (length, statement.content[0].start if statement.content else 0, statement.id)


def _is_told(statement_id: str, clause: Clause, other_id: str, other: Clause) -> bool:
    """Tell whether another clause has these words for its trigger, or is an inner statement's."""
    start, end = clause.trigger or clause.consequence
    places = [other.trigger or other.consequence]
    if statement_id != other_id:
        places.append(other.consequence)
    return any(start < b and a < end for a, b in places)


def _place(commitment: Commitment) -> tuple[int, str]:
    spans = [s.start for s in (commitment.trigger, commitment.consequence) if s]
    return min(spans), commitment.id
