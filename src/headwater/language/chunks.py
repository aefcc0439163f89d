"""Nominals of a sentence, nested ones too: "the leader of the Quds Force" and "the Quds Force"."""

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.language.parse import Sentence, Token

_HEADS = frozenset({"NOUN", "PROPN", "PRON"})
#: Relations of words that are part of a larger name or word and head no nominal of their own.
_INNER = frozenset({"compound", "flat", "fixed", "goeswith"})
#: Relations of words under a nominal that belong to the clause around it or to its neighbour.
_OUTER = frozenset(
    "acl:relcl advcl aux case cc ccomp conj cop csubj discourse expl mark nsubj obj obl parataxis punct root vocative".split()
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A nominal: code points ``start`` to ``end``, and where its head word begins."""

    start: int
    end: int
    head: int


def find_chunks(sentence: Sentence) -> Iterator[Chunk]:
    """Find the nominals of a sentence by its tree, in the order of their heads.

    Each conjunct is one of its own. Relative clauses and prepositions before are left out; what
    stands between the first and last word of a nominal is part of it.
    """
    tokens = sentence.tokens
    first, last = list(range(len(tokens))), list(range(len(tokens)))
    for number in range(len(tokens)):
        over = number
        while _belongs(tokens[over]):
            over = tokens[over].head
            first[over], last[over] = min(first[over], number), max(last[over], number)
    for number, token in enumerate(tokens):
        if token.tag in _HEADS and _plain(token) not in _INNER:
            yield Chunk(tokens[first[number]].start, tokens[last[number]].end, token.start)


def _belongs(token: Token) -> bool:
    """Tell whether a word is part of the nominal that its head is in."""
    return token.head >= 0 and not {token.relation, _plain(token)} & _OUTER


def _plain(token: Token) -> str:
    return token.relation.partition(":")[0]
