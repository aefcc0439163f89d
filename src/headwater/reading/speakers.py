"""Noun phrases that can speak: the one before a verb, the one behind it, the subject of a clause.

Where a phrase begins and ends is in ``boundaries``, what its head is and what kind of link it
makes in ``heads``.
"""

from dataclasses import dataclass

from headwater.language import Token
from headwater.lexicon import words
from headwater.model import LinkKind
from headwater.reading.boundaries import phrase_end, phrase_start
from headwater.reading.grammar import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    CONNECTIVES,
    HIDING,
    PREPOSITIONS,
    PRONOUNS,
    QUOTE_MARKS,
    RELATIVES,
    TIME_WORDS,
    is_also_name,
    is_verb_like,
)
from headwater.reading.heads import head_of, is_nobody, kind_of, kind_of_noun, link_kind_of

__all__ = [
    "Phrase",
    "behind_relative",
    "clause_subject",
    "hangs_on",
    "is_nobody",
    "link_kind_of",
    "phrase_after",
    "phrase_before",
    "read_phrase",
    "whole_speaker",
]

_JOINING = RELATIVES | {"that"}
_BEFORE_VERB = ADVERBS | AUXILIARIES
#: Relations of a bare time to its verb, and of what stands behind it ("hours later").
_TIMES = frozenset({"advmod", "obl:unmarked", "obl:tmod"})
_VERBS = frozenset({"AUX", "VERB"})
#: With a capital these are no verbs: "the secretary of State said".
_NAMES = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
#: Relations of an infinitive to the verb that its own subject has.
_COMPLEMENTS = frozenset({"ccomp", "xcomp"})
_NOT_FIRST = CONNECTIVES | PREPOSITIONS


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by its token numbers, its head word, and the kind of speaker it makes."""

    first: int
    last: int  # exclusive
    head: str
    kind: LinkKind
    #: True where it only says of what sphere somebody is: "regional", of nobody in particular.
    is_adjective: bool = False


def phrase_before(
    tokens: tuple[Token, ...], low: int, end: int, *, any_noun: bool = False
) -> Phrase | None:
    """Find the noun phrase that ends right before token ``end``: the subject of a verb there.

    Steps over an apposition or relative clause set off by commas ("X, who asked not to be
    named, said"). None if what stands there cannot speak; with ``any_noun`` every noun with an
    article can.
    """
    last = _before_aside(tokens, low, end)
    if last is None:
        return None
    if last > low and tokens[last - 1].lower in _JOINING:
        last -= 1
        if last > low and tokens[last - 1].text == ",":
            last -= 1
    if last > low and tokens[last - 1].lower in CONJUNCTIONS:
        return clause_subject(tokens, low, last - 1)
    first = _past_times(tokens, phrase_start(tokens, low, last), last)
    if first > low and tokens[first - 1].lower == "who" and tokens[first].tag in _VERBS:
        return None  # "a guard who saw smoke told …": these words describe him
    is_adjunct = first > low and tokens[first - 1].lower in PREPOSITIONS
    return read_phrase(tokens, first, last, any_noun=any_noun and not is_adjunct)


def subject_of(
    tokens: tuple[Token, ...], low: int, verb: int, *, any_noun: bool = False
) -> Phrase | None:
    """Find the subject that the tree gives a verb, with all that hangs on it before the verb."""
    head = next(
        (
            at
            for at in range(low, verb)
            if tokens[at].head == verb and tokens[at].relation in _SUBJECTS
        ),
        None,
    )
    if head is None:
        return None
    inside = [at for at in range(low, verb) if hangs_on(tokens, at, head)]
    first, last = inside[0], inside[-1] + 1
    while not tokens[last - 1].is_word:
        last -= 1
    if is_nobody(tokens, first, head):
        return None
    kind = kind_of(tokens, first, last, head)
    if kind is None and any_noun:
        kind = kind_of_noun(tokens, first, head)
    return Phrase(first, last, tokens[head].lower, kind) if kind else None


def governed_subject(tokens: tuple[Token, ...], to: int) -> Phrase | None:
    """Find whose act the infinitive behind ``to`` is, as the tree has it: "THEY are said to have …"."""
    verb = tokens[to].head
    if verb < 0 or tokens[verb].relation not in _COMPLEMENTS:
        return None
    governor = tokens[verb].head
    head = next((at for at in range(governor) if _is_subject(tokens[at], governor)), None)
    if head is None:
        return None
    first = next(at for at in range(head + 1) if hangs_on(tokens, at, head))
    return read_phrase(tokens, first, head + 1, any_noun=True)


def _is_subject(token: Token, verb: int) -> bool:
    return token.head == verb and token.relation.startswith("nsubj")


def hangs_on(tokens: tuple[Token, ...], at: int, head: int) -> bool:
    """Tell whether a word is another, or hangs on it at whatever depth."""
    seen = 0
    while at != head and at >= 0 and seen < len(tokens):
        at, seen = tokens[at].head, seen + 1
    return at == head


def whole_speaker(
    tokens: tuple[Token, ...], low: int, verb: int, found: Phrase | None, *, any_noun: bool
) -> Phrase | None:
    """Give the subject of the tree where the words before a verb found nobody, a part of it, or too much.

    "Two diplomats briefed on the talks said": the talks say nothing. "After lunch the minister
    said", "is selling boats after its owner said": what stands before them is no part of them.
    """
    subject = subject_of(tokens, low, verb, any_noun=any_noun)
    if subject is None or subject.head in PRONOUNS:
        return found
    at = next(i for i in range(subject.first, subject.last) if tokens[i].lower == subject.head)
    is_part = found is not None and at < found.first and found.last <= subject.last
    is_part = is_part or (found is not None and _is_quoted_by(tokens, subject, found))
    if found is None or is_part or _holds_more(tokens, found, subject, verb):
        return _without_clause(tokens, subject, any_noun=any_noun)
    return found


def _is_quoted_by(tokens: tuple[Token, ...], subject: Phrase, found: Phrase) -> bool:
    """ "Analysts quoted by OUTLET say": between the two is a participle."""
    between = tokens[subject.last : found.first]
    return [t.lower for t in between[1:]] == ["by"] and between[0].tag == "VERB"


def _without_clause(tokens: tuple[Token, ...], subject: Phrase, *, any_noun: bool) -> Phrase:
    """ "A member, speaking to OUTLET, said": the subject without the clause that is set off from it."""
    for at in range(subject.first + 1, subject.last - 1):
        following = tokens[at + 1]
        is_clause = following.tag == "VERB" and following.lower.endswith("ing")
        if tokens[at].text == "," and is_clause:
            return read_phrase(tokens, subject.first, at, any_noun=any_noun) or subject
    return subject


def _holds_more(tokens: tuple[Token, ...], found: Phrase, subject: Phrase, verb: int) -> bool:
    """Whether a phrase that ends in the subject begins with words of the clause around it."""
    if not found.first < subject.first < subject.last <= found.last:
        return False
    before = (at for at in range(found.first, subject.first) if tokens[at].lower not in HIDING)
    return any(tokens[at].tag in _VERBS or _is_adjunct(tokens[at], verb) for at in before)


def _is_adjunct(token: Token, verb: int) -> bool:
    return token.head == verb and token.relation.startswith(("obl", "advmod"))


def behind_relative(tokens: tuple[Token, ...], low: int, end: int) -> Phrase | None:
    """Find whom a relative clause that ends right before ``end`` describes.

    "The guard who saw smoke told …": the clause has its own verb, so the next is the guard's.
    """
    for at in range(end - 2, low, -1):
        if tokens[at].text in BREAKS:
            return None
        if tokens[at].lower == "who":
            return phrase_before(tokens, low, at) if _is_verb(tokens, at + 1) else None
    return None


def phrase_after(
    tokens: tuple[Token, ...], start: int, high: int, *, any_noun: bool = False
) -> Phrase | None:
    """Find the noun phrase that begins at token ``start``; None if it cannot speak."""
    return read_phrase(tokens, start, phrase_end(tokens, start, high), any_noun=any_noun)


def clause_subject(tokens: tuple[Token, ...], low: int, high: int) -> Phrase | None:
    """Find the subject of the clause that begins at ``low``: the phrase before its first verb."""
    while low < high and (tokens[low].lower in CONNECTIVES or tokens[low].text == ","):
        low += 1
    for at in range(low + 1, high):
        if _is_verb(tokens, at):
            start = at
            while start > low and _is_before_verb(tokens[start - 1]):
                start -= 1
            return phrase_before(tokens, low, start) if start > low else None
    return None


def read_phrase(
    tokens: tuple[Token, ...], first: int, last: int, *, any_noun: bool = False
) -> Phrase | None:
    """Read the head and kind of the phrase ``tokens[first:last]``; None if it cannot speak."""
    while first < last and (not tokens[first].is_word or tokens[first].lower in _NOT_FIRST):
        first += 1
    last = _before_bracket(tokens, first, last)
    while first < last and not tokens[last - 1].is_word:
        last -= 1
    last = _before_day(tokens, first, last)
    if first >= last:
        return None
    head = head_of(tokens, first, last)
    if is_nobody(tokens, first, head):
        return None
    kind = kind_of(tokens, first, last, head)
    if kind is None and any_noun:
        kind = kind_of_noun(tokens, first, head)
    return Phrase(first, last, tokens[head].lower, kind) if kind else None


def _before_bracket(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """ "Lena Holt (D-N.C.)": where the bracket that closes a phrase opens."""
    if last <= first or tokens[last - 1].text != ")":
        return last
    return next((at for at in range(last - 1, first, -1) if tokens[at].text == "("), last)


def _before_day(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """ "The mayor on Friday": where the day on which somebody speaks begins."""
    is_day = last - 2 > first and tokens[last - 1].lower in TIME_WORDS
    return last - 2 if is_day and tokens[last - 2].lower == "on" else last


def _past_times(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """ "Hours later officials said", "Last week two guards told": where the subject begins."""
    for at in range(last - 1, first, -1):
        if tokens[at].relation.startswith("nsubj"):
            times = [t for t in range(first, at) if tokens[t].relation in _TIMES]
            return times[-1] + 1 if times else first
    return first


def _is_before_verb(token: Token) -> bool:
    return token.lower in _BEFORE_VERB and not is_also_name(token)


def _is_verb(tokens: tuple[Token, ...], at: int) -> bool:
    is_name = tokens[at].text[0].isupper() and tokens[at].tag in _NAMES
    return is_verb_like(tokens, at) or (tokens[at].lower in words().verbs and not is_name)


def _before_aside(tokens: tuple[Token, ...], low: int, end: int) -> int | None:
    """Where the phrase ends if a comma closes an aside before ``end``; None if none opens it."""
    if end <= low or tokens[end - 1].text != ",":
        return end
    for at in range(end - 2, low, -1):
        if tokens[at].text == ",":
            is_age = tokens[at - 1].text.isdigit() and at - 2 > low
            return at - 2 if is_age and tokens[at - 2].text == "," else at
        if tokens[at].text in QUOTE_MARKS:
            return None
    return None
