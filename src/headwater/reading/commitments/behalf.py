"""Who speaks through a message or a spokesman: whose word it is, and whose mouth."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from headwater.lexicon import condition_words, words
from headwater.model import (
    ActorKind,
    Basis,
    ChainLink,
    LinkKind,
    Mention,
    Span,
    Statement,
)
from headwater.reading.commitments.parties import Naming
from headwater.reading.commitments.tree import Tree

#: Prepositions before who sends a message, and before whom a spokesman speaks for.
_SENT = frozenset({"from", "of", "by"})
_SPOKEN = frozenset({"for", "of"})
_POINTING = frozenset({"this", "these", "that", "those", "the", "such"})
#: Nouns of "on behalf of" and "in the name of", with what stands before them.
_STEAD = {"behalf": "on", "name": "in"}
_LINKS = {ActorKind.PERSON: LinkKind.PERSON, ActorKind.GROUP: LinkKind.GROUP}


class Behalf:
    """Tells whose word a statement is, from the words of its source and cue."""

    def __init__(self, trees: Sequence[Tree], naming: Naming) -> None:
        self._trees, self._naming = trees, naming
        self._starts = [tree.sentence.start for tree in trees]

    def issuer_of(self, statement: Statement) -> ChainLink | None:
        """Give the last speaker the text signals; an inferred one is not made answerable.

        What a message says, its sender says: "messages from Nordia", "the letter", told of before.
        """
        known = [link for link in statement.chain if link.basis is not Basis.INFERRED]
        link = known[-1] if known else None
        if link is None or link.kind is not LinkKind.DOCUMENT or link.start is None:
            return link
        sender = next(filter(None, map(self._sender, self._documents(link.start, link.end or 0))), None)  # fmt: skip
        return link if sender is None else _as_link(sender, link)

    def principal_of(self, statement: Statement, issuer: ChainLink | None) -> str | None:
        """Give the actor for whom the issuer speaks, where the words say so."""
        own = issuer.actor_id if issuer else None
        spans = (*statement.source, *statement.cue)
        found = [*self._instead(spans), *self._spoken_for(statement.source)]
        for span in statement.cue:
            found += filter(None, map(self._sender, self._documents(span.start, span.end)))
        return next((m.actor_id for m in found if m.actor_id != own), None)

    def _words(self, start: int, end: int) -> Iterator[tuple[Tree, int]]:
        number = max(bisect_right(self._starts, start) - 1, 0)
        for tree in self._trees[number : number + 1]:
            for at, token in enumerate(tree.tokens):
                if start <= token.start and token.end <= end:
                    yield tree, at

    # ---- messages

    def _documents(self, start: int, end: int) -> Iterator[tuple[Tree, int]]:
        for tree, at in self._words(start, end):
            if words().speakers.get(tree.tokens[at].lower) == "document":
                yield tree, at

    def _sender(self, noun: tuple[Tree, int]) -> Mention | None:
        """Give who sends a message, as told beside it or where it was told of before."""
        told = self._sender_here(*noun)
        if told is not None or not _points_back(*noun):
            return told
        tree, at = noun
        for earlier in reversed(self._trees[: self._trees.index(tree)]):
            for other in range(len(earlier.tokens)):
                same = earlier.lemma(other) == tree.lemma(at)
                if same and (told := self._sender_here(earlier, other)) is not None:
                    return told
        return None

    def _sender_here(self, tree: Tree, noun: int) -> Mention | None:
        lists, over = condition_words(), tree.tokens[noun].head
        places = [
            *tree.under(noun, "nmod:poss", "amod", "compound"),
            *_behind(tree, noun, _SENT),
        ]
        for verb in tree.under(noun, "acl"):
            if tree.has(verb, lists["sends"]):
                places += tree.under(verb, "obl:agent", "nsubj")
        if over >= 0 and tree.is_in(noun, "obj", "nsubj:pass"):
            places += _behind(tree, over, frozenset({"from"}))
            if tree.has(over, lists["sends"]):
                places += tree.under(over, "obl:agent", "nsubj")
        return self._first(tree, (k for k in places if k != noun))

    # ---- mouths

    def _spoken_for(self, source: Iterable[Span]) -> Iterator[Mention]:
        """ "A spokesman for Nordia", "Nordia's envoy", "the Heron Front spokesman Ivo Brel"."""
        for span in source:
            for tree, at in self._words(span.start, span.end):
                if tree.has(at, condition_words()["speaks_for"]):
                    names = (*tree.under(at, "nmod:poss", "amod"), *_before(tree, at))
                    found = self._first(tree, (*_behind(tree, at, _SPOKEN), *names))
                    if found is not None:
                        yield found

    def _instead(self, spans: Sequence[Span]) -> Iterator[Mention]:
        """ "Said on behalf of Nordia", "in the name of the council", "on Nordia's behalf"."""
        saying = {(id(tree), at) for s in spans for tree, at in self._words(s.start, s.end)}
        for tree in {id(t): t for s in spans for t, _ in self._words(s.start, s.end)}.values():
            for at, token in enumerate(tree.tokens):
                over = token.head
                if over >= 0 and tree.is_in(over, "advcl"):  # "speaking in the name of …"
                    over = tree.tokens[over].head
                if tree.lemma(at) not in _STEAD or (id(tree), over) not in saying:
                    continue
                cases = {tree.tokens[k].lower for k in tree.under(at, "case")}
                whose = (*_behind(tree, at, frozenset({"of"})), *tree.under(at, "nmod:poss"))
                found = self._first(tree, whose) if _STEAD[tree.lemma(at)] in cases else None
                if found is not None:
                    yield found

    def _first(self, tree: Tree, places: Iterable[int]) -> Mention | None:
        """Give the actor that the first of some words names; of a body and its state, the body."""
        for at in places:
            token = tree.tokens[at]
            pronoun = self._naming.of_pronoun(token)
            if pronoun is not None:
                return pronoun
            first, last = tree.tokens[tree.first(at)].start, tree.tokens[tree.last(at)].end
            over = [
                m for m in self._naming.within(first, last) if m.start <= token.start < m.end
            ]
            if over:
                return max(over, key=lambda m: (m.end - m.start, -m.start))
        return None


def _behind(tree: Tree, word: int, prepositions: frozenset[str]) -> tuple[int, ...]:
    """Give the nouns that hang on a word behind one of these prepositions."""
    return tuple(
        k
        for k in tree.under(word, "nmod", "obl")
        if any(tree.tokens[c].lower in prepositions for c in tree.under(k, "case"))
    )


def _before(tree: Tree, noun: int) -> tuple[int, ...]:
    return tuple(k for k in tree.under(noun, "compound") if k < noun)


def _points_back(tree: Tree, noun: int) -> bool:
    return any(tree.tokens[k].lower in _POINTING for k in tree.under(noun, "det"))


def _as_link(sender: Mention, link: ChainLink) -> ChainLink:
    """Give the sender in the place of the message, with the words that name it."""
    kind = _LINKS.get(sender.type, LinkKind.ORGANISATION)
    return replace(
        link,
        actor_id=sender.actor_id,
        name=sender.text,
        kind=kind,
        start=sender.start,
        end=sender.end,
        text=sender.text,
        page_start=None,
        page_end=None,
    )
