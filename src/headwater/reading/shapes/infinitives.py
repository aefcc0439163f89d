"""What a cue asks, or charges, somebody with: "urged SOMEBODY to", "accused SOMEBODY of"."""

from dataclasses import replace

from headwater.language import Token
from headwater.reading.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    FORBIDDING,
    OPENING_QUOTES,
    QUOTE_MARKS,
    SUBORDINATORS,
    TIMES,
    is_capitalised,
    is_verb_like,
)
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.contents import with_content
from headwater.reading.speakers import phrase_after

_SUBJECTS = frozenset("he she it they we i".split())
_LASTING = frozenset({"for", "since", "in"})
#: Tokens of a time between a cue and its infinitive.
_LONGEST_TIME = 5
#: What no phrase and no infinitive runs across.
PARTING = QUOTE_MARKS | {",", ";", ":"}
#: Tokens within which the infinitive, or the "of", must follow whom it is addressed to.
_LONGEST_ADDRESSEE = 25


def asked_of(
    tokens: tuple[Token, ...], after: int, high: int, base: Attribution
) -> Attribution | None:
    """ "urged SOMEBODY to …": the addressee, then the infinitive."""
    if after < high and tokens[after].lower == "to":
        return with_content(tokens, base, after, high)
    to = _infinitive(tokens, after + 1, min(high - 1, after + _LONGEST_ADDRESSEE))
    if to is None:
        return None
    found = with_content(tokens, base, to, _own_clause(tokens, to, high))
    if found is None:
        return None
    cue_class = "request" if base.cue_lemma == "tell" else base.cue_class
    return replace(found, addressee=phrase_after(tokens, after, to), cue_class=cue_class)


def _own_clause(tokens: tuple[Token, ...], low: int, high: int) -> int:
    """Where an infinitive ends before a clause with a subject: "asks them to wait, but it acts itself"."""
    for at in range(low, high - 2):
        beside = tokens[at].text == "," and tokens[at + 1].lower in CONJUNCTIONS
        if beside and tokens[at + 2].lower in _SUBJECTS:
            return at - (tokens[at - 1].lower in FORBIDDING)
    return high


def charged_with(
    tokens: tuple[Token, ...], after: int, high: int, base: Attribution
) -> Attribution | None:
    """ "accused SOMEBODY of …": whom it is said to, or of, and what he is said to have done."""
    for at in range(after + 1, min(high - 1, after + _LONGEST_ADDRESSEE)):
        if tokens[at].text in PARTING or is_verb_like(tokens, at):
            return None
        if tokens[at].lower == "of" and (
            whom := phrase_after(tokens, after, at, any_noun=True)
        ):
            found = with_content(tokens, base, at + 1, high)
            return replace(found, addressee=whom) if found else None
    return None


def own_infinitive(tokens: tuple[Token, ...], after: int, high: int) -> int | None:
    """Give the "to" behind a cue, past a time between: "has been threatening for weeks to"."""
    if tokens[after].lower == "to":
        return after
    if tokens[after].lower not in _LASTING:
        return None
    for at in range(after + 1, min(high - 1, after + _LONGEST_TIME)):
        if tokens[at].lower == "to":
            verb = tokens[at].head
            is_own = tokens[at].tag == "PART" and tokens[verb].head == after - 1
            return at if is_own and tokens[at - 1].lower in TIMES else None
    return None


def _infinitive(tokens: tuple[Token, ...], low: int, high: int) -> int | None:
    for at in range(low, high):
        word = tokens[at].lower
        if word in PARTING or word in SUBORDINATORS or is_verb_like(tokens, at):
            return None
        if word == "to" and _may_be_asked(tokens[at + 1]):
            return at - (tokens[at - 1].lower in FORBIDDING)
    return None


def _may_be_asked(token: Token) -> bool:
    """Whether "to" before it opens an infinitive, perhaps a quoted one, and no place."""
    if token.text in OPENING_QUOTES:
        return True
    return token.is_word and token.lower not in DETERMINERS and not is_capitalised(token)
