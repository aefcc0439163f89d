"""Whom a speaker cites, and whom that one cites in turn: ", citing OUTLET, which quoted SOURCE"."""

from dataclasses import dataclass

from headwater.language import Token
from headwater.reading.grammar import RELATIVES
from headwater.reading.speakers import Phrase, phrase_after

#: Verbs whose subject hands on what their object says.
RELAYING = frozenset({"quoted", "cited", "quotes", "cites"})
#: The same as participles: "reported, citing two officials".
CITING = frozenset({"citing", "quoting"})
_REFERRING = frozenset({"reference", "referred", "refers"})
#: What may stand before "citing" where one who is cited cites another.
_IN_TURN = frozenset("itself himself herself themselves in turn".split())
#: Tokens within which a relative clause shows such a verb: ", which in turn quoted".
_NEAR_VERB = 4


@dataclass(frozen=True, slots=True)
class Cited:
    """Those cited, each by the one before; where that begins, and the verb that stands before the last."""

    first: int
    phrases: tuple[Phrase, ...]
    verb: int

    @property
    def last(self) -> int:
        """The token behind the last of them."""
        return self.phrases[-1].last


def find_cited(tokens: tuple[Token, ...], low: int, high: int) -> Cited | None:
    """Find the first who is cited in ``tokens[low:high]``, and whom he cites in turn."""
    for at in range(low, high):
        found = cited_at(tokens, at, high)
        if found:
            return found
    return None


def cited_at(tokens: tuple[Token, ...], at: int, high: int) -> Cited | None:
    """Read who is cited by the words that begin at a token, and whom he cites in turn."""
    first = _one_cited(tokens, at, high)
    if first is None:
        return None
    verb, phrase = first
    behind = phrase.last + (phrase.last < high and tokens[phrase.last].text == ",")
    further = cited_at(tokens, behind, high) if behind < high else None
    if further is None:
        return Cited(at, (phrase,), verb)
    return Cited(at, (phrase, *further.phrases), further.verb)


def _one_cited(tokens: tuple[Token, ...], at: int, high: int) -> tuple[int, Phrase] | None:
    verb = _participle(tokens, at, high)
    if verb is None:
        verb = _verb_of_relative(tokens, at, high)
    if verb is None:
        return None
    # Whatever is quoted has words; what is cited may be a mere reason.
    quoted = tokens[verb].lower.startswith("quot")
    start = verb + 1 + (tokens[verb].lower in _REFERRING)
    phrase = phrase_after(tokens, start, high, any_noun=quoted)
    return (verb, phrase) if phrase else None


def _participle(tokens: tuple[Token, ...], at: int, high: int) -> int | None:
    """ "citing", "itself quoting", "in turn citing", "with reference to": the word before whoever is cited."""
    if tuple(token.lower for token in tokens[at : at + 3]) == ("with", "reference", "to"):
        return at + 1
    while at < high and tokens[at].lower in _IN_TURN:
        at += 1
    return at if at < high and tokens[at].lower in CITING else None


def _verb_of_relative(tokens: tuple[Token, ...], at: int, high: int) -> int | None:
    """ "a report in OUTLET, which in turn quoted SOURCE", "a report that quoted SOURCE": the verb."""
    if tokens[at].lower == "that":
        follows = at + 2 < high and tokens[at + 1].lower in RELAYING
        return at + 1 if follows else None
    if tokens[at].lower not in RELATIVES:
        return None
    for verb in range(at + 1, min(at + _NEAR_VERB, high - 1)):
        is_referring = tokens[verb].lower in _REFERRING and tokens[verb + 1].lower == "to"
        if tokens[verb].lower in RELAYING or is_referring:
            return verb
    return None
