"""A claim made of its tellings, and what it is called.

By the telling that is nearest to all others and stands by itself: whoever reads the claim alone must
know what is spoken of.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from headwater.lexicon import words
from headwater.linking.tellings import Telling
from headwater.model import ArticleFindings, Claim, Independence, Member, Statement, digest

#: A telling that begins with one of them speaks of what the sentence before it named.
_POINTING = frozenset("this that these those it they he she we".split())


def name_claim(
    tellings: Sequence[Telling],
    vectors: npt.NDArray[np.float32],
    twins: Mapping[str, list[ArticleFindings]],
) -> Claim:
    """Make a claim of tellings, called by the one nearest to all others, and add the tellings of their twins.

    Args:
        tellings: Those that say the same.
        vectors: Theirs, one row each.
        twins: For every article that is told of, those of its text.
    """
    statements = [
        twin.statements[t.number] for t in tellings for twin in twins[t.statement.article_id]
    ]
    members = tuple(
        sorted(
            Member(statement_id=s.id, start=span.start, end=span.end, text=span.text)
            for s in statements
            for span in s.content[:1]
        )
    )
    ids = tuple(sorted(s.id for s in statements))
    best = _best_telling(tellings, vectors)
    return Claim(
        id=digest("claim", *ids),
        text=best.told_in(twins[best.article_id][0].article.text),
        members=members,
        statement_ids=ids,
        article_ids=tuple(sorted({s.article_id for s in statements})),
        origins=(),
        independent=Independence(low=0, high=0),
        circular=False,
        digit=None,
        reasons=(),
    )


def _best_telling(tellings: Sequence[Telling], vectors: npt.NDArray[np.float32]) -> Statement:
    """The telling nearest to all others that stands by itself; ties go to the shorter, then the id."""
    nearness = (vectors @ vectors.T).sum(axis=1).round(4)

    def rank(number: int) -> tuple[object, ...]:
        statement = tellings[number].statement
        leans = _is_fragment(statement) or statement.told.split()[0].lower() in _POINTING
        return leans, -nearness[number], len(statement.told), statement.id

    return tellings[min(range(len(tellings)), key=rank)].statement


def _is_fragment(statement: Statement) -> bool:
    """ "to have his boats ready", "were intercepted", "regional advice to wait": true of somebody whom only the sentence names."""
    if statement.words.startswith("to ") and _is_by_noun(statement):
        return True
    return (
        statement.told == statement.words
        and not statement.words[:1].isupper()
        and statement.nested_in is not None
    )


def _is_by_noun(statement: Statement) -> bool:
    said = " ".join(span.text for span in statement.cue).lower().split()
    return bool(said) and said[-1] in words().nouns
