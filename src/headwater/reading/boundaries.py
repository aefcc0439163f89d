"""Where a noun phrase begins and ends, told by the closed classes around it."""

from headwater.language import Token
from headwater.lexicon import words
from headwater.reading.grammar import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTE_MARKS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    TIMES,
    is_capitalised,
    is_verb_like,
)

_BEFORE_PHRASE = SUBORDINATORS | RELATIVES
_ADJUNCT_OPENERS = PREPOSITIONS | TIME_WORDS
_NO_NEW_PHRASE = PREPOSITIONS | CONJUNCTIONS | DETERMINERS
_NO_VERB_BEHIND = DETERMINERS | PREPOSITIONS | {"'s"}
_NO_NOUN = AUXILIARIES | ADVERBS | PRONOUNS
_SUBJECTS = frozenset("he she they we i".split())
_ARTICLES = frozenset("the a an his her its their".split())
_NO_NOUN_HERE = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | ADVERBS | {"to", "than", "as"}
_NOT_LAST = PREPOSITIONS | DETERMINERS
_BEHIND_PHRASE = TIME_WORDS | frozenset(
    "that who which whose whether when while as after before during on via because citing quoting adding saying".split()
)
_ENDS = frozenset(".?!")
#: "in remarks to", "in a statement": how it was said, not who.
_MANNER = frozenset("a an his her its their remarks comments".split())
#: Tokens within which an aside in brackets must close, and a conjunction's clause show its verb.
_LONGEST_ASIDE = 6
_NEAR_VERB = 6


def phrase_start(tokens: tuple[Token, ...], low: int, end: int) -> int:
    """Walk left from ``end`` to where its noun phrase begins."""
    if end > low and _is_whole_subject(tokens, low, end - 1):
        return end - 1
    at = end
    while at > low:
        opening = _bracket_before(tokens, low, at - 1) if tokens[at - 1].text == ")" else None
        if opening is not None:
            at = opening
        elif _stands_before(tokens, at - 1, low):
            break
        else:
            at -= 1
    return _past_adjunct(tokens, _past_day_after(tokens, at, end), end)


def _past_day_after(tokens: tuple[Token, ...], first: int, end: int) -> int:
    """ "It comes three days after OUTLET said": where the name behind a stretch of time begins."""
    for at in range(first + 1, end - 1):
        is_after = tokens[at].lower in {"after", "before"} and tokens[at - 1].lower in TIMES
        if is_after and all(is_capitalised(t) for t in tokens[at + 1 : end] if t.is_word):
            return at + 1
    return first


def _is_whole_subject(tokens: tuple[Token, ...], low: int, at: int) -> bool:
    """ "In a note to clients he wrote": nothing before "he" is part of it, but for "she and he"."""
    is_alone = at == low or tokens[at - 1].lower not in CONJUNCTIONS
    return tokens[at].lower in _SUBJECTS and is_alone


def phrase_end(tokens: tuple[Token, ...], start: int, high: int) -> int:
    """Walk right from ``start`` to where its noun phrase ends (exclusive)."""
    last = start
    while last < high and not _stands_behind(tokens, start, last):
        last += 1
    while last > start and tokens[last - 1].lower in _NOT_LAST:
        last -= 1
    return last


def _stands_before(tokens: tuple[Token, ...], at: int, low: int) -> bool:
    """Whether a token is outside of the phrase to the right of it."""
    token = tokens[at]
    if token.text in BREAKS or token.lower in _BEFORE_PHRASE or _is_dash(tokens, at):
        return True
    if token.text in _ENDS:  # of the sentence before, in one quotation with this
        return True
    if token.tag == "SCONJ" and token.relation == "mark":  # "comes a day after OUTLET said"
        return True
    if _is_joined(tokens, at):  # "state-funded"
        return False
    if token.lower in words().verbs and _is_cue_verb(tokens, at, low):
        return True
    if is_verb_like(tokens, at) and not _is_reduced_relative(tokens, at, low):
        return True
    return token.lower in CONJUNCTIONS and _has_verb(tokens, low, at)


def _is_joined(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a hyphen ties a word to the next."""
    return (
        at + 2 < len(tokens)
        and tokens[at + 1].text == "-"
        and tokens[at].end == tokens[at + 1].start
        and tokens[at + 1].end == tokens[at + 2].start
    )


def _past_adjunct(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Leave "On Thursday" out of "On Thursday the army"."""
    if first >= last or tokens[first].lower not in _ADJUNCT_OPENERS:
        return first
    for at in range(first + 1, last):
        if tokens[at].lower in DETERMINERS and tokens[at - 1].lower not in _NO_NEW_PHRASE:
            return at
    for at in range(first + 1, last):
        if tokens[at - 1].lower in TIME_WORDS and tokens[at].lower not in TIME_WORDS:
            return at
    return first


def _stands_behind(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """Whether the phrase that begins at ``start`` is over before a token."""
    token = tokens[at]
    if token.text in "()" and any(t.text == ")" for t in tokens[at : at + 5]):
        return False
    if token.text in QUOTE_MARKS:
        return at > start + 1 and token.text in {"“", '"'}
    if token.text in BREAKS or _is_manner(tokens, at):
        return True
    return at > start and (
        (token.lower in _BEHIND_PHRASE and not _completes(tokens, start, at))
        or (is_verb_like(tokens, at) and not _describes(tokens, start, at))
        or _begins_another(tokens, at)
        or (
            token.lower in CONJUNCTIONS
            and _has_verb(tokens, at, min(at + _NEAR_VERB, len(tokens)))
        )
    )


def _describes(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """ "Citing people briefed on the talks": a participle that the tree hangs on the phrase before it."""
    return tokens[at].relation in {"acl", "amod"} and start <= tokens[at].head < at


def _completes(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """ "briefed on the talks": the preposition before what such a participle is of."""
    noun = tokens[at].head if tokens[at].relation == "case" else -1
    over = tokens[noun].head if noun > at else -1
    return start < over < at and _describes(tokens, start, over)


def _begins_another(tokens: tuple[Token, ...], at: int) -> bool:
    """ "told the agency the contractors came": an article right behind a noun, or "he", which is no object."""
    if tokens[at].lower in _SUBJECTS:
        return True
    before = tokens[at - 1]
    return (
        tokens[at].lower in _ARTICLES and before.is_word and before.lower not in _NO_NOUN_HERE
    )


def _is_manner(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].lower == "in" and at + 2 < len(tokens) and tokens[at + 1].lower in _MANNER


def _is_cue_verb(tokens: tuple[Token, ...], at: int, low: int) -> bool:
    if tokens[at].lower.endswith("ed") and not is_verb_like(tokens, at):
        return False
    return (
        not (at > low and tokens[at - 1].lower in _NO_VERB_BEHIND)
        and not is_capitalised(tokens[at])
        and tokens[at].lower not in words().speakers
    )


def _has_verb(tokens: tuple[Token, ...], low: int, high: int) -> bool:
    return any(
        is_verb_like(tokens, at)
        or (tokens[at].lower in words().verbs and _is_cue_verb(tokens, at, low))
        for at in range(low, high)
    )


def _is_dash(tokens: tuple[Token, ...], at: int) -> bool:
    """A hyphen with a space on either side parts words; one without joins them."""
    return (
        tokens[at].text == "-"
        and 0 < at < len(tokens) - 1
        and tokens[at].start > tokens[at - 1].end
        and tokens[at + 1].start > tokens[at].end
    )


def _is_reduced_relative(tokens: tuple[Token, ...], at: int, low: int) -> bool:
    """ "the message delivered to the Americans": a form in -ed between a noun and a preposition."""
    is_between = low < at - 1 and at + 1 < len(tokens)
    if not is_between or not tokens[at].lower.endswith("ed"):
        return False
    before, following = tokens[at - 1], tokens[at + 1]
    return (
        following.lower in PREPOSITIONS
        and before.is_word
        and before.lower not in _NO_NOUN
        and not is_capitalised(before)
    )


def _bracket_before(tokens: tuple[Token, ...], low: int, at: int) -> int | None:
    """Where a short aside in brackets opens: "the American (Farda) radio"."""
    for opening in range(at - 1, max(low, at - _LONGEST_ASIDE), -1):
        if tokens[opening].text == "(":
            return opening
    return None
