"""Whose name a noun is part of, or is the office, the sort or the apposition of."""

from collections.abc import Sequence

from headwater.model import ActorKind, MentionKind
from headwater.reading.cast import Cast, Name
from headwater.reading.events.described import sort_of
from headwater.reading.events.trees import Tree
from headwater.reading.tree import base

#: What ends the words behind an office.
_STOPS = frozenset({"VERB", "AUX", "CCONJ", "PUNCT", "SCONJ"})
_LANDS = frozenset({ActorKind.STATE})
#: A noun beside whose name it says no more than what sort of thing that is: "the Heron group".
_SORTS = frozenset(
    "group movement government administration party militia organisation organization regime army force authorities network agency company alliance guerrillas rebels faction leadership".split()
)


def named_at(tree: Tree, word: int, cast: Cast, text: str) -> str | None:
    """Give the actor whose name the head of the phrase is part of, or that it only sorts."""
    token = tree.tokens[word]
    names = cast.within(*tree.phrase(word))
    if (name := _over(names, token.start)) is not None:
        return name.actor_id
    beside = {
        n.actor_id: n
        for child in tree.under(word, "flat", "appos", "compound", "nmod", "nsubj")
        if (n := _over(cast.within(*tree.phrase(child)), tree.tokens[child].start))
        and _is_named_by(tree, word, child, n)
    }
    if len(beside) == 1:
        return next(iter(beside))
    return _in_office(tree, word, cast, text)


def _in_office(tree: Tree, word: int, cast: Cast, text: str) -> str | None:
    """ "Commander of the Heron Force Ana Sol", "an aide to Ivo Brel, Ana Sol": the name at the end, if it is set off."""
    if sort_of(tree.tokens[word]) is not ActorKind.PERSON:
        return None
    if (behind := name_behind(tree, word, cast, text)) is not None:
        return behind.actor_id
    start, end = tree.stretch(word)
    names = cast.within(start, end)
    people = [n for n in names if n.type is ActorKind.PERSON and n.kind is MentionKind.NAME]
    if not people:
        return None
    last = people[-1]
    before = text[start : last.start].rstrip()
    follows_name = any(n.end == start + len(before) for n in names if n.type not in _LANDS)
    return last.actor_id if before.endswith(",") or follows_name else None


def name_behind(tree: Tree, word: int, cast: Cast, text: str) -> Name | None:
    """Give the person whose name stands behind an office and its land or body, however the tree hangs it.

    "Commander of the Heron Force Ana Sol", "envoy to Kenya Ivo Brel"; not "an aide to President Ivo Brel".
    """
    behind = tree.tokens[word + 1 : word + 2]
    if sort_of(tree.tokens[word]) is not ActorKind.PERSON or not any(
        t.tag == "ADP" for t in behind
    ):
        return None
    stop = next(
        (n for n in range(word + 1, len(tree.tokens)) if tree.tokens[n].tag in _STOPS),
        len(tree.tokens),
    )
    names = cast.within(tree.tokens[word].end, tree.tokens[stop - 1].end)
    person = next(
        (n for n in names if n.type is ActorKind.PERSON and n.kind is MentionKind.NAME), None
    )
    if person is None:
        return None
    before = len(text[: person.start].rstrip())
    owners = [n for n in names if n.end == before and n.kind is MentionKind.NAME]
    return person if any(n.type is not ActorKind.PERSON for n in owners) else None


def _over(names: Sequence[Name], start: int) -> Name | None:
    fitting = [n for n in names if n.start <= start < n.end]
    return max(fitting, key=lambda n: (n.end - n.start, n.start), default=None)


def _is_named_by(tree: Tree, word: int, child: int, name: Name) -> bool:
    """ "the envoy, Ana Sol", "the Heron group", "the government of Kenya": the child is the name of the head."""
    relation, lemma = base(tree.tokens[child]), tree.tokens[word].lemma.lower()
    if relation in {"flat", "appos"}:
        return name.kind is MentionKind.NAME
    if relation == "compound":
        is_person = name.type is ActorKind.PERSON
        return lemma in _SORTS or (is_person and child > word)
    return relation == "nmod" and lemma in _SORTS and tree.preposition(child) == "of"
