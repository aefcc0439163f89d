"""Where and when an act is put by its own clause."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from headwater.language import Parse
from headwater.model import ActorKind, MentionKind, Span, Time
from headwater.reading.cast import Cast
from headwater.reading.events.act import Act
from headwater.reading.events.trees import NOMINAL, Tree
from headwater.reading.tree import base

_PLACING = frozenset("in at near outside inside across around along off".split())
#: Prepositions of what a place lies in.
_LYING = frozenset({"of", "in", "near", "at"})
_PLACES = frozenset({"LOC", "FAC"})
_STATES = frozenset({ActorKind.PLACE, ActorKind.STATE})


class Places:
    """The places that an article names, by where they stand."""

    def __init__(self, parse: Parse, cast: Cast) -> None:
        self._text, self._cast = parse.text, cast
        self._named = tuple((n.start, n.end) for n in parse.names if n.kind in _PLACES)

    def of_act(self, act: Act, recipients: Sequence[int]) -> Span | None:
        """Give the place the text puts an act in; an office's place ("envoy in Lima") is none."""
        tree = act.tree
        words = [act.word, *([] if act.lent_by is None else [act.lent_by]), *recipients]
        for word in (*words, *_governors(tree, act)):
            for k in tree.under(word, "obl", "nmod"):
                if tree.preposition(k) in _PLACING and (place := self._in(tree, k)):
                    return place
        return None

    def _in(self, tree: Tree, word: int, steps: int = 2) -> Span | None:
        """Give the place that a noun is, or lies in: "in the port of Basra" is Basra."""
        token = tree.tokens[word]
        if token.tag not in NOMINAL:
            return None
        if (span := self._over(tree, word)) is not None or not steps:
            return span
        for k in tree.under(word, "compound", "nmod", "appos"):
            is_inside = base(tree.tokens[k]) != "nmod" or tree.preposition(k) in _LYING
            if is_inside and (span := self._in(tree, k, steps - 1)):
                return span
        return None

    def _over(self, tree: Tree, word: int) -> Span | None:
        """Give the name of a place that a word is part of."""
        start = tree.tokens[word].start
        known = (
            (n.start, n.end)
            for n in self._cast.within(*tree.phrase(word))
            if n.type in _STATES and n.kind is MentionKind.NAME and n.start <= start < n.end
        )
        told = ((a, b) for a, b in self._named if a <= start < b)
        found = max((*known, *told), key=lambda x: (x[1] - x[0], -x[0]), default=None)
        return Span.cut(self._text, *found) if found else None


def _governors(tree: Tree, act: Act) -> Iterator[int]:
    """The verb whose subject or object the act is: "the strike in … killed"."""
    over = tree.tokens[act.word].head
    if over >= 0 and tree.tokens[over].tag == "VERB":
        yield over


def times_by_act(tree: Tree, acts: Iterable[Act], times: Sequence[Time]) -> Mapping[int, Time]:
    """Give each act of a sentence the time that hangs on it, or on what carries it.

    What goes along with an act ("stormed the fort on Monday, killing ten") is done when that is, and so is
    what follows it under a time set before both ("in 1987 rebels took the dam and killed ten").
    """
    acts = tuple(acts)
    carries = {a.word: a.word for a in acts}
    for act in acts:
        if act.lent_by is not None:
            carries.setdefault(act.lent_by, act.word)
    found: dict[int, Time] = {}
    for time in times:
        act_word = _carrier(tree, time, carries)
        if act_word is not None:
            found.setdefault(act_word, time)
    for act in acts:
        over = carries.get(tree.tokens[act.word].head)
        if over in found and (_goes_along(tree, act.word) or _follows(tree, act, found[over])):
            found.setdefault(act.word, found[over])
    return found


def _goes_along(tree: Tree, word: int) -> bool:
    token = tree.tokens[word]
    is_bare = not tree.under(word, "mark", "nsubj", "aux")
    return base(token) == "advcl" and token.lower.endswith("ing") and is_bare


def _follows(tree: Tree, act: Act, when: Time) -> bool:
    """Tell an act joined to another, with no subject of its own, where the time stands before both."""
    verb = act.word if act.lent_by is None else act.lent_by
    is_bare = tree.is_in(verb, "conj") and not tree.under(verb, "nsubj")
    return is_bare and when.end <= tree.tokens[tree.tokens[verb].head].start


def _carrier(tree: Tree, time: Time, carries: Mapping[int, int]) -> int | None:
    inside = [n for n, t in enumerate(tree.tokens) if time.start <= t.start < time.end]
    if not inside:
        return None
    word = inside[0]
    while word >= 0:
        if word in carries and word not in inside:
            return carries[word]
        below = [
            k for k in tree.under(word, "nsubj", "obj") if k in carries and k not in inside
        ]
        if below and tree.tokens[word].tag == "VERB":
            return carries[below[0]]
        word = _over(tree, word)
    return None


def _over(tree: Tree, word: int) -> int:
    """Give what a word hangs on: never across the verb of another clause ("killing ten, they said on Friday")."""
    head = tree.tokens[word].head
    between = (
        k
        for k in range(word - 1, max(head, -1), -1)
        if head >= 0 and tree.tokens[k].tag == "VERB" and not tree.is_under(k, head)
    )
    return next(between, head)
