"""A few words read by themselves, without an article around them."""

from collections.abc import Sequence
from functools import lru_cache

from headwater.language import Parse, Token, load_encoder, read
from headwater.lexicon import Registry, condition_words, registry, split_words
from headwater.model import Clause, MentionKind
from headwater.reading.cast import find_cast
from headwater.reading.events import find_events

#: Stands for the article that a clause does not have.
_NOWHERE = "clause"
#: Clauses that are kept read: a reprint brings its threats again, and a passage may meet several.
_KEPT_CLAUSES = 4096
_SUBJECTS = frozenset({"nsubj"})
_OBJECTS = frozenset({"obj", "nsubj:pass"})
_VERBS = frozenset({"VERB", "AUX"})
_NEGATIONS = frozenset(
    {"not", "no", "never", "nobody", "nothing", "none", "cannot", "neither", "nor"}
)


def read_clause(text: str, *, portable: bool = False) -> Clause:
    """Read a clause: who is named, and what is said to happen.

    A word that opens a trigger ("if", "in the event that") is left out, so that what it makes
    conditional is read as if it were so: "if they cross" and "they crossed" come out alike.

    Args:
        text: A clause, in English.
        portable: Whether the models compute in fp32.
    """
    return _read_bare(without_opener(" ".join(text.split())), registry(), portable=portable)


@lru_cache(maxsize=_KEPT_CLAUSES)
def _read_bare(bare: str, _known: Registry, *, portable: bool) -> Clause:
    # Who is named in it hangs on the registry that is chosen around the call.
    parse = read(bare, portable=portable)
    cast = find_cast(parse)
    events, _ = find_events(_NOWHERE, parse, cast, (), None)
    return Clause(
        text=bare,
        names=tuple(m for m in cast.mentions(_NOWHERE) if m.kind is not MentionKind.PRONOUN),
        events=events,
        verbs=_verbs(parse),
        type=_type(parse),
        subject=_words_of(parse, _SUBJECTS),
        object=_words_of(parse, _OBJECTS),
        negative=_is_negative(bare),
        vector=clause_vector(bare, portable=portable),
    )


def clause_vector(text: str, *, portable: bool = False) -> bytes:
    """Give the sentence vector that a clause is read with, at a tenth of the time: 384 float32, of length 1."""
    bare = without_opener(" ".join(text.split()))
    vector: bytes = load_encoder(portable=portable).encode([bare])[0].tobytes()
    return vector


def without_opener(text: str) -> str:
    """Give a trigger without the words that open it: "the moment they land" says "they land"."""
    keys = [word.key for word in split_words(text)]
    lists = condition_words()
    for opener in lists.openers:
        if tuple(keys[: len(opener.words)]) == opener.words and len(keys) > len(opener.words):
            return _behind(text, len(opener.words))
    is_inverted = len(keys) > 1 and keys[0] in lists["inverted"]
    return _behind(text, 1) if is_inverted else text


def _behind(text: str, words: int) -> str:
    return text[list(split_words(text))[words].start :]


def _verbs(parse: Parse) -> tuple[str, ...]:
    """Give the words that tell what is so, the one that governs the clause first."""
    starts = {p.start for p in parse.predicates if p.event != "NONE"}
    tokens = [token for sentence in parse.sentences for token in sentence.tokens]
    found = [
        token
        for token in tokens
        if token.start in starts
        or (token.tag in _VERBS and not token.relation.startswith(("aux", "cop")))
        or (token.tag == "ADJ" and token.head < 0)
    ]
    return tuple(token.lower for token in sorted(found, key=lambda t: (t.head >= 0, t.start)))


def _type(parse: Parse) -> str | None:
    """Give the PLOVER type of the word that governs the clause, None where it reports no event."""
    roots = {t.start for s in parse.sentences for t in s.tokens if t.head < 0}
    told = (p.likeliest for p in parse.predicates if p.event != "NONE" and p.start in roots)
    return next(told, None)


def _words_of(parse: Parse, relations: frozenset[str]) -> str | None:
    """Give the words of the first part that stands in such a relation to what governs the clause."""
    for sentence in parse.sentences:
        root = next((n for n, t in enumerate(sentence.tokens) if t.head < 0), None)
        for number, token in enumerate(sentence.tokens):
            if token.head == root and token.relation in relations:
                below = _below(sentence.tokens, number)
                return parse.words(below[0].start, below[-1].end)
    return None


def _below(tokens: Sequence[Token], number: int) -> list[Token]:
    """Give a token and all that hangs on it, in order."""
    kept = {number}
    while more := {n for n, t in enumerate(tokens) if t.head in kept} - kept:
        kept |= more
    return [tokens[n] for n in sorted(kept)]


def _is_negative(text: str) -> bool:
    return not _NEGATIONS.isdisjoint(word.key for word in split_words(text))
