"""Words in the form of a commitment that bind nobody: those about sport, and a threat that an outlet only tells of."""

from headwater.lexicon import condition_words
from headwater.model import Statement, Voice
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.tree import Stretch
from headwater.reading.sport import has_score


def is_sport(stretch: Stretch) -> bool:
    """Tell whether the sentence is about sport, where "if" and "will" commit nobody.

    One word that is also of something else is not enough: a league may be of states, and a stadium hit.
    """
    lists, words = condition_words(), {token.lower for token in stretch.tree.tokens}
    signs = len(words & lists["sport_or_not"]) + has_score(stretch.tree.tokens)
    return not words.isdisjoint(lists["sport"]) or signs > 1


def only_tells(stretch: Stretch, clause: Clause, statement: Statement) -> bool:
    """Tell whether an outlet tells of a threat made by others: "having threatened to", "was threatened with".

    It is no forecast of the outlet's own, as "the drought threatens to empty the dam" is.
    """
    if statement.voice is not Voice.OUTLET:
        return False
    start, end = clause.consequence
    return any(
        token.tag == "VERB"
        and start <= token.start < end
        and token.lower.endswith(("ed", "ing"))
        and stretch.tree.lemma(at) in condition_words()["threatens"]
        for at, token in enumerate(stretch.tree.tokens)
    )
