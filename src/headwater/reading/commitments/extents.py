"""Where a clause begins and ends, told from the tree and the marks between its words."""

from collections.abc import Iterator

from headwater.lexicon import condition_words
from headwater.reading.commitments.ahead import is_modal
from headwater.reading.commitments.tree import Stretch, is_mark

_CLAUSES = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_PRESENT = frozenset({"is", "are", "am", "'re", "’re", "'s", "’s", "'m", "’m"})
_HARD_BREAKS = frozenset({";", ":", "—", "–", "(", ")"})


def start_of_clause(stretch: Stretch, verb: int) -> int:
    """Give the first word of the clause a verb is of."""
    top = stretch.top(verb)
    first = max(stretch.tree.first(top), stretch.first)
    for at in range(first, top):
        if stretch.lower(at) in _HARD_BREAKS:
            first = at + 1
    marks = {
        at
        for at in stretch.tree.under(top, "mark")
        if stretch.lower(at) not in {"to", "no", "any", "every"}
    }
    while first in marks:
        first += 1
    return _behind_participle(stretch, _with_subject(stretch, first, top), top)


def _with_subject(stretch: Stretch, first: int, top: int) -> int:
    """Take in the noun before a modal verb, which the tree may hang on whoever says so: "Chad | will leave, he said"."""
    tree = stretch.tree
    is_bare = first > stretch.first and tree.subject(top) is None and is_modal(stretch, first)
    before = tree.tokens[stretch.first : first]
    return stretch.first if is_bare and all(t.tag in _NOMINAL for t in before) else first


def _behind_participle(stretch: Stretch, first: int, top: int) -> int:
    """Leave out a participle set off before the subject: "having lost the hill, they would shell it"."""
    tree, subject = stretch.tree, stretch.tree.subject(top)
    begin = tree.first(subject) if subject is not None else first
    is_participle = stretch.lower(first).endswith("ing") and tree.tokens[first].tag in _CLAUSES
    return begin if is_participle and stretch.lower(begin - 1) == "," else first


def end_of_clause(stretch: Stretch, first: int, head: int) -> int:
    """Give the end of the clause that begins at a word and is headed by another."""
    for at in range(first, stretch.end):
        word = stretch.lower(at)
        if word in _HARD_BREAKS or (at > head and _breaks(stretch, at, head)):
            return at
    return stretch.end


def _breaks(stretch: Stretch, at: int, head: int) -> bool:
    """Tell whether a comma, or a joining word, leads out of a clause."""
    tree, token = stretch.tree, stretch.tree.tokens[at]
    if at + 1 >= stretch.end:
        return token.text == ","
    if token.text == ",":
        following = at + 1
        while following + 1 < stretch.end and is_mark(tree.tokens[following]):
            following += 1
        return not tree.is_under(following, head) or _opens_other(stretch, following)
    joins = token.relation in {"cc", "mark"} or token.tag == "CCONJ"
    is_outer = not tree.is_under(token.head, head)
    return joins and is_outer and tree.tokens[token.head].tag in _CLAUSES and token.lower not in {"to", "for"}  # fmt: skip


def _opens_other(stretch: Stretch, at: int) -> bool:
    """Tell whether a clause of its own stands behind a comma: ", which", ", and they", ", adding"."""
    tree = stretch.tree
    for above in _above(stretch, at):
        relation = tree.tokens[above].relation
        if tree.first(above) < at - 1 and relation != "conj":
            return False
        if relation in {"advcl", "acl:relcl", "parataxis", "acl"}:
            return tree.first(above) >= at - 1
        if relation == "conj" and tree.subject(above) is not None:
            return True
    return False


def _above(stretch: Stretch, at: int) -> Iterator[int]:
    while stretch.holds(at):
        yield at
        at = stretch.tree.tokens[at].head


def is_as_good_as(stretch: Stretch, consequence: tuple[int, int]) -> bool:
    """Tell "we are at war", "every base is a target": what will be so, told as if it were."""
    tree, states = stretch.tree, condition_words()["as_good_as"]
    inside = [at for at in range(*consequence) if stretch.holds(at) and tree.has(at, states)]
    return any(
        tree.tokens[link].lower in _PRESENT
        for at in inside
        for link in tree.under(at, "cop", "aux:pass")
    )


def has_only(stretch: Stretch, first: int, end: int) -> bool:
    """Tell whether "only" hangs on a verb among some words: "will only leave"."""
    tree = stretch.tree
    return any(
        stretch.lower(n) == "only"
        and tree.is_in(n, "advmod")
        and tree.tokens[tree.tokens[n].head].tag in _CLAUSES
        for n in range(first, end)
    )
