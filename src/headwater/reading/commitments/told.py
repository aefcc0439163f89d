"""What the sentence before one tells that somebody said: "Chad told Kenya to leave. Otherwise it would …"."""

from collections.abc import Iterator, Sequence

from headwater.language import Parse
from headwater.model import Modality, Statement, Voice
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.tree import Stretch, Tree

#: Modal verbs in the tense of what is told of another's words.
_SHIFTED = frozenset({"would", "'d", "’d", "could", "might"})


class Told:
    """What others are told to say, sentence by sentence.

    Args:
        parse: The article.
        trees: Its sentences.
        statements: What is said in it.
    """

    def __init__(
        self, parse: Parse, trees: Sequence[Tree], statements: Sequence[Statement]
    ) -> None:
        self._sentences, self._trees = parse.sentences, trees
        self._statements = [s for s in statements if s.voice is Voice.ATTRIBUTED and s.content]

    def before(self, number: int) -> Stretch | None:
        """Give what the sentence before one tells that somebody said; of a demand, what is demanded."""
        if self.is_first(number):
            return None
        demand = self.demand_before(number)
        told = [demand] if demand else self._in_sentence(number - 1)
        spans = [s.content[-1] for s in told]
        tree = self._trees[number - 1]
        words = [
            at
            for span in spans
            for at, token in enumerate(tree.tokens)
            if span.start <= token.start < span.end
        ]
        return Stretch(tree, min(words), max(words) + 1) if words else None

    def demand_before(self, number: int) -> Statement | None:
        """Give the innermost demand that the sentence before one tells of."""
        told = iter(()) if self.is_first(number) else self._in_sentence(number - 1)
        asked = (s for s in told if s.modality is Modality.REQUESTED)
        return min(asked, key=lambda s: s.content[-1].end - s.content[-1].start, default=None)

    def speaker(self, statement: Statement, stretch: Stretch, clause: Clause) -> Statement:
        """Give the statement whose word a clause is.

        "Otherwise it would close its embassy", behind a demand, goes on with who demands: an outlet
        that looks ahead itself says "will".
        """
        sentence = stretch.tree.sentence
        number = next(n for n, tree in enumerate(self._trees) if tree is stretch.tree)
        demand = self.demand_before(number)
        is_linked = clause.trigger is not None and clause.trigger[1] <= sentence.start
        is_shifted = any(
            clause.consequence[0] <= token.start < clause.consequence[1]
            and token.lower in _SHIFTED
            for token in stretch.tree.tokens
        )
        is_own = statement.voice is Voice.OUTLET and is_linked and is_shifted
        return demand if demand and is_own else statement

    def is_first(self, number: int) -> bool:
        """Tell whether a sentence opens its paragraph."""
        return (
            number == 0
            or self._sentences[number - 1].paragraph != self._sentences[number].paragraph
        )

    def _in_sentence(self, number: int) -> Iterator[Statement]:
        sentence = self._sentences[number]
        for statement in (s for s in self._statements if s.content):
            span = statement.content[-1]
            if sentence.start <= span.start < span.end <= sentence.end:
                yield statement
