"""A few words read by themselves, without an article around them."""

from headwater.language import Parse, load_encoder, read
from headwater.lexicon import condition_words, split_words
from headwater.model import Clause, MentionKind
from headwater.reading.cast import find_cast
from headwater.reading.events import find_events

#: Stands for the article that a clause does not have.
_NOWHERE = "clause"
_VERBS = frozenset({"VERB", "AUX"})
_NEGATIONS = frozenset({"not", "no", "never", "nobody", "nothing", "none", "cannot", "neither", "nor"})


def read_clause(text: str, *, portable: bool = False) -> Clause:
    """Read a clause: who is named, and what is said to happen.

    A word that opens a trigger ("if", "in the event that") is left out, so that what it makes
    conditional is read as if it were so: "if they cross" and "they crossed" come out alike.

    Args:
        text: A clause, in English.
        portable: Whether the models compute in fp32.
    """
    bare = without_opener(" ".join(text.split()))
    parse = read(bare, portable=portable)
    cast = find_cast(parse)
    events, _ = find_events(_NOWHERE, parse, cast, (), None)
    row = load_encoder(portable=portable).encode([bare])[0]
    return Clause(
        text=bare,
        names=tuple(m for m in cast.mentions(_NOWHERE) if m.kind is not MentionKind.PRONOUN),
        events=events,
        verbs=_verbs(parse),
        negative=_is_negative(bare),
        vector=row.tobytes(),
    )


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
    tokens = [token for sentence in parse.sentences for token in sentence.tokens]
    starts = {p.start for p in parse.predicates if p.event != "NONE"}
    return tuple(
        token.lower
        for token in tokens
        if token.start in starts or (token.tag in _VERBS and not token.relation.startswith(("aux", "cop")))
    )


def _is_negative(text: str) -> bool:
    return not _NEGATIONS.isdisjoint(word.key for word in split_words(text))
