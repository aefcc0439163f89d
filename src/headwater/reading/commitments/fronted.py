"""A condition that stands before whoever says what follows: "If no ransom is paid, the gang has threatened to sink it"."""

from headwater.lexicon import condition_words
from headwater.model import Statement
from headwater.reading.commitments.tree import Stretch, Tree


def with_fronted(stretch: Stretch, statement: Statement) -> Stretch:
    """Give a statement's words with the condition that hangs on its cue, and the words between as not said.

    Only words that open nothing but a condition count: "when the war began, he vowed" tells a day.
    """
    tree = stretch.tree
    for verb in _cue_verbs(tree, statement):
        for clause in tree.under(verb, "advcl"):
            first, end = tree.first(clause), tree.last(clause) + 1
            if end <= stretch.first and _opens_condition(tree, first):
                gap = (end, stretch.first)
                return Stretch(tree, first, stretch.end, (gap, *stretch.gaps))
    return stretch


def _cue_verbs(tree: Tree, statement: Statement) -> list[int]:
    spans = statement.cue
    return [
        at
        for at, token in enumerate(tree.tokens)
        if token.tag == "VERB" and any(s.start <= token.start < s.end for s in spans)
    ]


def _opens_condition(tree: Tree, first: int) -> bool:
    here = Stretch(tree, first, len(tree.tokens))
    return any(
        here.begins_with(first, opener.words)
        for opener in condition_words().openers
        if opener.opens == "clause" and not (opener.future or opener.vivid)
    )
