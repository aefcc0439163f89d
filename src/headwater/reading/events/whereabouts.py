"""Where and when an act is put by its own clause."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from headwater.language import Parse
from headwater.model import ActorKind, Span, Time
from headwater.reading.cast import Cast
from headwater.reading.events.acts import Act
from headwater.reading.events.trees import NOMINAL, Tree

_PLACING = frozenset("in at near outside inside across around along off".split())
_PLACES = frozenset({"LOC", "FAC"})
_STATES = frozenset({ActorKind.PLACE, ActorKind.STATE})


class Places:
    """The places that an article names, by where they stand."""

    def __init__(self, parse: Parse, cast: Cast) -> None:
        self._text, self._cast = parse.text, cast
        self._named = {n.start: n.end for n in parse.names if n.kind in _PLACES}

    def of_act(self, act: Act, recipients: Sequence[int]) -> Span | None:
        """Give the place the text puts an act in; an office's place ("envoy in Lima") is none."""
        tree = act.tree
        words = [act.word, *([] if act.lent_by is None else [act.lent_by]), *recipients]
        for word in (*words, *_governors(tree, act)):
            for k in tree.kids(word, "obl", "nmod"):
                if tree.preposition(k) in _PLACING and (place := self._in(tree, k)):
                    return place
        return None

    def _in(self, tree: Tree, word: int) -> Span | None:
        """Give the first place named in a phrase: "in the port of Basra" is Basra."""
        start, end = tree.phrase(word)
        known = [n for n in self._cast.within(start, end) if n.type in _STATES]
        spans = [(a, b) for a, b in self._named.items() if start <= a and b <= end]
        spans += [(n.start, n.end) for n in known if n.kind == "name"]
        if not spans or tree.tokens[word].tag not in NOMINAL:
            return None
        first = min(a for a, _ in spans)
        return Span.cut(self._text, first, max(b for a, b in spans if a == first))


def _governors(tree: Tree, act: Act) -> Iterator[int]:
    """The verb whose subject or object the act is: "the strike in … killed"."""
    over = tree.tokens[act.word].head
    if over >= 0 and tree.tokens[over].tag == "VERB":
        yield over


def times_by_act(
    tree: Tree, acts: Iterable[Act], times: Sequence[Time]
) -> Mapping[int, Time]:
    """Give each act of a sentence the time that hangs on it, or on what carries it."""
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
    return found


def _carrier(tree: Tree, time: Time, carries: Mapping[int, int]) -> int | None:
    inside = [n for n, t in enumerate(tree.tokens) if time.start <= t.start < time.end]
    if not inside:
        return None
    word = inside[0]
    while word >= 0:
        if word in carries and word not in inside:
            return carries[word]
        below = [k for k in tree.kids(word, "nsubj", "obj") if k in carries and k not in inside]
        if below and tree.tokens[word].tag == "VERB":
            return carries[below[0]]
        word = tree.tokens[word].head
    return None
