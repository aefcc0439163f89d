"""How near an unnamed source is to what it tells of: "close to the talks", "briefed on", "in the ministry"."""

from headwater.language import Token
from headwater.lexicon import words
from headwater.model import Nearness, Span
from headwater.reading.boundaries import phrase_end
from headwater.reading.grammar import (
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    TIME_WORDS,
    is_capitalised,
)
from headwater.reading.unnamed.nouns import Noun
from headwater.reading.unnamed.numbers import SINGLE

BODIES = frozenset({"organisation", "group", "outlet"})
_INSIDE = frozenset("in inside within from of at for".split())
#: What follows "in" or "for" when it tells how or when somebody spoke.
_MANNER = frozenset("remarks comments interview interviews statement statements time".split())
IN_THE_KNOW = ("in", "the", "know")
#: What ties a source to what it knows, longest first; words in "with … knowledge of" may be between.
_TIES = tuple(
    tuple(tie.split())
    for tie in (
        "close to",
        "near to",
        "near",
        "familiar with",
        "acquainted with",
        "briefed on",
        "briefed about",
        "briefed by",
        "aware of",
        "privy to",
        "knowledgeable about",
        "involved in",
        "with knowledge of",
        "with access to",
    )
)
_BEFORE_TIE = RELATIVES | frozenset("is are was were been has have had".split())
#: Before "knowledge": what it is, never whose.
_HOW_KNOWN = frozenset(
    "direct first firsthand first-hand hand detailed inside close - very".split()
)


def read_behind(noun: Noun) -> tuple[tuple[Span, ...], Nearness | None, int]:
    """Read "in the ministry" and "close to the talks", in any order, and where they end."""
    allegiance: list[Span] = []
    nearness = None
    at = noun.head + 1
    while at < len(noun.tokens):
        if nearness is None and (tie := _tie(noun, at)):
            nearness, at = tie
        elif inside := _inside(noun, at):
            span, at = inside
            allegiance.append(span)
        else:
            break
    return tuple(allegiance), nearness, noun.tokens[at - 1].end


def _tie(noun: Noun, at: int) -> tuple[Nearness, int] | None:
    tokens = noun.tokens
    if tokens[at].text == "," and at + 1 < len(tokens) and tokens[at + 1].lower in RELATIVES:
        at += 1
    while at < len(tokens) and tokens[at].lower in _BEFORE_TIE:
        at += 1
    for tie in _TIES:
        last = match_at(tokens, at, tie)
        if last is None:
            continue
        end = _end(noun, last)
        if end > last:
            return Nearness(tie=noun.span(at, last), to=noun.span(last, end)), end
    return None


def match_at(tokens: tuple[Token, ...], at: int, tie: tuple[str, ...]) -> int | None:
    """Where a tie that begins at ``at`` ends (exclusive): "with direct knowledge of"."""
    for word in tie:
        while word == "knowledge" and at < len(tokens) and tokens[at].lower in _HOW_KNOWN:
            at += 1
        if at >= len(tokens) or tokens[at].lower != word:
            return None
        at += 1
    return at


def _inside(noun: Noun, at: int) -> tuple[Span, int] | None:
    """ "within the coalition": whose the source is, unless the words tell when or how it spoke."""
    if noun.tokens[at].lower not in _INSIDE or match_at(noun.tokens, at, IN_THE_KNOW):
        return None
    end = _end(noun, at + 1)
    end = next((i for i in range(at + 2, end) if _match_any(noun.tokens, i)), end)
    within = noun.tokens[at + 1 : end]
    if not within or any(t.lower in TIME_WORDS | _MANNER for t in within):
        return None
    is_definite = within[0].lower in DETERMINERS - SINGLE
    is_body = any(words().speakers.get(t.lower) in BODIES or is_capitalised(t) for t in within)
    return (noun.span(at, end), end) if is_definite or is_body else None


def _match_any(tokens: tuple[Token, ...], at: int) -> bool:
    return any(match_at(tokens, at, tie) for tie in _TIES)


def _end(noun: Noun, start: int) -> int:
    """Where the noun phrase from ``start`` ends: within the source's own phrase, or before a verb of saying."""
    high = noun.last if start < noun.last else len(noun.tokens)
    end = phrase_end(noun.tokens, start, high)
    before = ""
    for at in range(start, end):
        token = noun.tokens[at]
        is_verb = token.lower in words().verbs and before not in DETERMINERS | PREPOSITIONS
        if is_verb and token.lower not in words().speakers and not is_capitalised(token):
            return at
        before = token.lower
    return end
