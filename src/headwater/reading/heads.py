"""The head of a noun phrase, and the kind of speaker it makes."""

from headwater.language import Token
from headwater.lexicon import registry, words
from headwater.model import ActorKind, LinkKind
from headwater.reading.grammar import (
    ADVERBS,
    AUXILIARIES,
    CONNECTIVES,
    DETERMINERS,
    HIDING,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    is_capitalised,
)

_KIND_OF_ACTOR = {
    ActorKind.OUTLET: LinkKind.OUTLET,
    ActorKind.AGENCY: LinkKind.AGENCY,
    ActorKind.PERSON: LinkKind.PERSON,
}
_PARTITIVES = frozenset(
    "majority number one some most many all several none both part rest two three group groups".split()
)
#: Names of a kind of people, not of an actor: "Israeli", "Iraqis".
_OF_PEOPLE = frozenset({"demonym", "adjective"})
_ENDS_HEAD = PREPOSITIONS | RELATIVES | frozenset({",", "(", ")", "“", "‘"})
_NO_NAMES = (
    DETERMINERS
    | SUBORDINATORS
    | PREPOSITIONS
    | TIME_WORDS
    | ADVERBS
    | AUXILIARIES
    | CONNECTIVES
)


def link_kind_of(actor: ActorKind) -> LinkKind:
    """Give the kind of chain link an actor of the registry makes."""
    return _KIND_OF_ACTOR.get(actor, LinkKind.ORGANISATION)


def head_of(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Find the last word before the first preposition, comma or relative pronoun.

    "The majority of these messages" is headed by its messages.
    """
    for at in range(first, min(first + 3, last - 2)):
        if tokens[at + 1].lower == "of" and tokens[at].lower in _PARTITIVES:
            return head_of(tokens, at + 2, last)
    at = first
    while at + 1 < last:
        following = _next_of_head(tokens, at + 1, last)
        if following is None:
            break
        at = following
    return at if tokens[at].is_word else first


def kind_of(tokens: tuple[Token, ...], first: int, last: int, head_at: int) -> LinkKind | None:
    """Tell what sort of speaker a phrase is; None if it cannot speak."""
    head = tokens[head_at].lower
    if head in PRONOUNS:
        return (
            LinkKind.PERSON
            if head in {"he", "she", "i", "him", "her"}
            else LinkKind.ORGANISATION
        )
    named = _named_kind(tokens, first, head_at + 1)
    common = words().speakers.get(head)
    if named and common != "unnamed":
        return named
    if common in {"outlet", "document", "unnamed"}:
        return LinkKind(common)
    if common in {"person", "group", None} and _hides(tokens[first:last]):
        return LinkKind.UNNAMED
    return LinkKind(common) if common else _unknown_name(tokens, first, head_at)


def _next_of_head(tokens: tuple[Token, ...], at: int, last: int) -> int | None:
    """The next place the head may stand at, brackets and hyphens stepped over; None at its end."""
    if tokens[at].text == "(" and (closing := _bracket_after(tokens, at, last)):
        return closing
    if tokens[at].lower in _ENDS_HEAD:
        return None
    return at + 1 if tokens[at].text == "-" and at + 1 < last else at


def _bracket_after(tokens: tuple[Token, ...], at: int, last: int) -> int | None:
    """Where a short aside in brackets closes, if a word of the phrase follows it."""
    for closing in range(at + 1, min(last - 1, at + 6)):
        if tokens[closing].text == ")":
            return closing if tokens[closing + 1].is_word else None
    return None


def _named_kind(tokens: tuple[Token, ...], first: int, last: int) -> LinkKind | None:
    """The kind of the registry name the phrase ends in, if it does."""
    text = " ".join(token.text for token in tokens[first:last])
    found = None
    for hit in registry().find_names(text):
        if hit.end >= len(text) - 1 and hit.readings[0][1].how not in _OF_PEOPLE:
            found = link_kind_of(registry().entries[hit.readings[0][0]].kind)
    return found


def _hides(phrase: tuple[Token, ...]) -> bool:
    return any(token.lower in HIDING for token in phrase)


def _unknown_name(tokens: tuple[Token, ...], first: int, head_at: int) -> LinkKind | None:
    """A capitalised head counts as a name unless it merely opens the sentence."""
    head = tokens[head_at]
    if not is_capitalised(head) or head.lower in _NO_NAMES:
        return None
    if head_at > first:
        has_first_name = is_capitalised(tokens[head_at - 1])
        return LinkKind.PERSON if has_first_name else LinkKind.ORGANISATION
    return LinkKind.ORGANISATION if len(head.text) > 2 else None
