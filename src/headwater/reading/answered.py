"""What becomes of words told within words that say they are not so.

"The Guard denied that he had threatened to close it": nobody says that he did. "The Guard denied a
claim by the rebels that …": the rebels say so, and the Guard is not between them and the page.
"""

from headwater.lexicon import shades, takes_back, word_keys
from headwater.model import Polarity, Standing, Statement
from headwater.reading.attributions import Attribution

#: Words at the head of a content among which what it speaks of is named: "a Reuters report that said …".
_HEAD = 3


def answers(outer: Statement, inner: Attribution) -> bool:
    """Tell whether whoever speaks says of another's report or claim that it is not so, and so does not hand it on."""
    return _is_report(outer, inner) and _says_untrue(outer)


def is_denied_too(outer: Statement, inner: Attribution) -> bool:
    """Tell whether whoever speaks says that this was never said or done, or is not so."""
    return not _is_report(outer, inner) and (outer.is_denied or _negates_truth(outer))


def _is_report(outer: Statement, inner: Attribution) -> bool:
    """Tell whether it stands as somebody's report or claim, which is what the outer one speaks of."""
    if inner.by_engine:
        return not shades().reports.isdisjoint(word_keys(outer.words)[:_HEAD])
    return inner.shape == "noun"


def _says_untrue(outer: Statement) -> bool:
    is_untrue = outer.is_denied or outer.standing is Standing.DENIED
    return is_untrue or takes_back(word_keys(outer.words)) or _negates_truth(outer)


def _negates_truth(outer: Statement) -> bool:
    """ "There is no truth to the claim that …", "it is not true that …"."""
    head, that, _ = outer.words.partition(" that ")
    return (
        outer.polarity is Polarity.NEGATIVE
        and bool(that)
        and not shades().truth.isdisjoint(word_keys(head))
    )
