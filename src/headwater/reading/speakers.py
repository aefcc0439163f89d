"""Noun phrases that can speak: where they begin, what their head is, what sort of link they make."""

from dataclasses import dataclass

from headwater.language import Token
from headwater.lexicon import registry, words
from headwater.model import ActorKind, LinkKind
from headwater.reading.grammar import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    CONNECTIVES,
    DETERMINERS,
    HIDING,
    PREPOSITIONS,
    PRONOUNS,
    QUOTE_MARKS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    is_capitalised,
    is_verb_like,
)

_KIND_OF_ACTOR = {
    ActorKind.OUTLET: LinkKind.OUTLET,
    ActorKind.AGENCY: LinkKind.AGENCY,
    ActorKind.PERSON: LinkKind.PERSON,
}
_PARTITIVES = frozenset(
    "majority number one some most many all several none both part rest two three group groups".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by its token numbers, its head word, and the kind of speaker it makes."""

    first: int
    last: int  # exclusive
    head: str
    kind: LinkKind


def link_kind_of(actor: ActorKind) -> LinkKind:
    """Give the kind of chain link an actor of the registry makes."""
    return _KIND_OF_ACTOR.get(actor, LinkKind.ORGANISATION)


def phrase_before(tokens: tuple[Token, ...], low: int, end: int) -> Phrase | None:
    """Find the noun phrase that ends right before token ``end``: the subject of a verb there.

    Steps over an apposition or relative clause set off by commas ("X, who asked not to be
    named, said"). None if what stands there cannot speak.
    """
    last = end
    if last > low and tokens[last - 1].text == ",":
        opening = _comma_before(tokens, low, last - 1)
        if opening is None:
            return None
        last = opening
    if last > low and tokens[last - 1].lower in RELATIVES | {"that"}:
        last -= 1
        if last > low and tokens[last - 1].text == ",":
            last -= 1
    if last > low and tokens[last - 1].lower in CONJUNCTIONS:
        return clause_subject(tokens, low, last - 1)
    first = _phrase_start(tokens, low, last)
    return read_phrase(tokens, first, last)


def phrase_after(tokens: tuple[Token, ...], start: int, high: int) -> Phrase | None:
    """Find the noun phrase that begins at token ``start``; None if it cannot speak."""
    last = start
    while last < high and not _ends_phrase(tokens, start, last):
        last += 1
    while last > start and tokens[last - 1].lower in PREPOSITIONS | DETERMINERS:
        last -= 1
    return read_phrase(tokens, start, last)


def clause_subject(tokens: tuple[Token, ...], low: int, high: int) -> Phrase | None:
    """Find the subject of the clause that begins at ``low``: the phrase before its first verb."""
    while low < high and (tokens[low].lower in CONNECTIVES or tokens[low].text == ","):
        low += 1
    for at in range(low, high):
        if (is_verb_like(tokens, at) or tokens[at].lower in words().verbs) and at > low:
            start = at
            while start > low and tokens[start - 1].lower in ADVERBS | AUXILIARIES:
                start -= 1
            return phrase_before(tokens, low, start) if start > low else None
    return None


def read_phrase(tokens: tuple[Token, ...], first: int, last: int) -> Phrase | None:
    """Read the head and kind of the phrase ``tokens[first:last]``; None if it cannot speak."""
    while first < last and (
        not tokens[first].is_word or tokens[first].lower in CONNECTIVES | PREPOSITIONS
    ):
        first += 1
    while first < last and not tokens[last - 1].is_word:
        last -= 1
    if first >= last:
        return None
    head_at = _head(tokens, first, last)
    kind = _kind(tokens, first, last, head_at)
    return Phrase(first, last, tokens[head_at].lower, kind) if kind else None


def _head(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The last word before the first preposition, comma or relative pronoun.

    "The majority of these messages" is headed by its messages.
    """
    for i in range(first, min(first + 3, last - 1)):
        if tokens[i].lower in _PARTITIVES and tokens[i + 1].lower == "of" and i + 2 < last:
            return _head(tokens, i + 2, last)
    at = first
    while at + 1 < last:
        following = tokens[at + 1]
        if following.text == "(" and (closing := _bracket_after(tokens, at + 1, last)):
            at = closing
            continue
        if following.lower in PREPOSITIONS | RELATIVES or following.text in {
            ",",
            "(",
            ")",
            "“",
            "‘",
        }:
            break
        if following.text == "-" and at + 2 < last:
            at += 1
        at += 1
    return at if tokens[at].is_word else first


def _kind(tokens: tuple[Token, ...], first: int, last: int, head_at: int) -> LinkKind | None:
    lowers = [token.lower for token in tokens[first:last]]
    head = tokens[head_at]
    if head.lower in PRONOUNS:
        return LinkKind.PERSON if head.lower in {"he", "she", "i"} else LinkKind.ORGANISATION
    named = _named_kind(tokens, first, head_at + 1)
    kind = words().speakers.get(head.lower)
    if kind in {"outlet", "document"} and named is None:
        return LinkKind(kind)
    if kind == "unnamed" or (
        kind in {"person", "group", None} and named is None and HIDING & set(lowers)
    ):
        return LinkKind.UNNAMED
    if named:
        return named
    if kind:
        return LinkKind(kind)
    if is_capitalised(head) and head_at >= first and _is_name(tokens, first, head_at):
        return (
            LinkKind.PERSON
            if head_at > first and is_capitalised(tokens[head_at - 1])
            else LinkKind.ORGANISATION
        )
    return None


def _named_kind(tokens: tuple[Token, ...], first: int, last: int) -> LinkKind | None:
    """The kind of the registry name the phrase ends in, if it does."""
    text = " ".join(token.text for token in tokens[first:last])
    found = None
    for hit in registry().find_names(text):
        if hit.end >= len(text) - 1 and hit.readings[0][1].how not in {"demonym", "adjective"}:
            found = link_kind_of(registry().entries[hit.readings[0][0]].kind)
    return found


def _is_name(tokens: tuple[Token, ...], first: int, head_at: int) -> bool:
    """A capitalised head counts as a name unless it merely opens the sentence."""
    word = tokens[head_at].lower
    if (
        word
        in DETERMINERS
        | SUBORDINATORS
        | PREPOSITIONS
        | TIME_WORDS
        | ADVERBS
        | AUXILIARIES
        | CONNECTIVES
    ):
        return False
    return head_at > first or len(tokens[head_at].text) > 2


def _phrase_start(tokens: tuple[Token, ...], low: int, end: int) -> int:
    """Walk left from ``end`` to where its noun phrase begins."""
    at = end
    while at > low:
        before = tokens[at - 1]
        if before.text == ")" and (opening := _bracket_before(tokens, low, at - 1)) is not None:
            at = opening
            continue
        if (
            before.text in BREAKS
            or before.lower in SUBORDINATORS | RELATIVES
            or _is_dash(tokens, at - 1)
        ):
            break
        if before.lower in words().verbs and _is_cue_verb(tokens, at - 1, low):
            break
        if is_verb_like(tokens, at - 1) and not _is_reduced_relative(tokens, at - 1, low):
            break
        if before.lower in CONJUNCTIONS and _has_verb(tokens, low, at - 1):
            break
        at -= 1
    return _cut_opening_adjunct(tokens, at, end)


def _cut_opening_adjunct(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Leave "On Thursday" out of "On Thursday the army"."""
    if first >= last or tokens[first].lower not in PREPOSITIONS | TIME_WORDS:
        return first
    for at in range(first + 1, last):
        before = tokens[at - 1].lower
        if (
            tokens[at].lower in DETERMINERS
            and before not in PREPOSITIONS | CONJUNCTIONS | DETERMINERS
        ):
            return at
    for at in range(first + 1, last):
        if tokens[at - 1].lower in TIME_WORDS and tokens[at].lower not in TIME_WORDS:
            return at
    return first


def _ends_phrase(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    token = tokens[at]
    if token.text in "()" and any(t.text == ")" for t in tokens[at : at + 5]):
        return False
    if token.text == "(" or (token.text in BREAKS and token.text not in QUOTE_MARKS):
        return True
    if token.text in QUOTE_MARKS:
        return at > start + 1 and token.text in {"“", '"'}
    if token.lower in {
        "that",
        "who",
        "which",
        "whose",
        "when",
        "while",
        "as",
        "after",
        "before",
        "during",
        "on",
        "via",
        "because",
        "citing",
        "quoting",
        "adding",
        "saying",
    }:
        return at > start
    if token.lower in TIME_WORDS and at > start:
        return True
    if (
        token.lower == "in"
        and at + 2 < len(tokens)
        and tokens[at + 1].lower
        in {"a", "an", "his", "her", "its", "their", "remarks", "comments"}
    ):
        return True
    return at > start and (
        is_verb_like(tokens, at)
        or token.lower in CONJUNCTIONS
        and _has_verb(tokens, at, min(at + 6, len(tokens)))
    )


def _is_cue_verb(tokens: tuple[Token, ...], at: int, low: int) -> bool:
    before = tokens[at - 1].lower if at > low else ""
    if tokens[at].lower.endswith("ed") and not is_verb_like(tokens, at):
        return False
    return (
        before not in DETERMINERS | PREPOSITIONS
        and before != "'s"
        and not tokens[at].text[0].isupper()
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
    spaced = (
        at > 0
        and tokens[at].start > tokens[at - 1].end
        and at + 1 < len(tokens)
        and tokens[at + 1].start > tokens[at].end
    )
    return tokens[at].text == "-" and spaced


def _is_reduced_relative(tokens: tuple[Token, ...], at: int, low: int) -> bool:
    """ "the message delivered to the Americans": a form in -ed between a noun and a preposition."""
    if (
        not tokens[at].lower.endswith("ed")
        or tokens[at + 1].lower not in PREPOSITIONS
        or at - 1 <= low
    ):
        return False
    before = tokens[at - 1]
    return (
        before.is_word
        and before.lower not in AUXILIARIES | ADVERBS | PRONOUNS
        and not is_capitalised(before)
    )


def _bracket_after(tokens: tuple[Token, ...], at: int, last: int) -> int | None:
    """Where a short aside in brackets closes, if a word of the phrase follows it."""
    closing = next((i for i in range(at + 1, min(last, at + 6)) if tokens[i].text == ")"), None)
    return (
        closing
        if closing is not None and closing + 1 < last and tokens[closing + 1].is_word
        else None
    )


def _bracket_before(tokens: tuple[Token, ...], low: int, at: int) -> int | None:
    """Where a short aside in brackets opens: "the American (Farda) radio"."""
    return next((i for i in range(at - 1, max(low, at - 6), -1) if tokens[i].text == "("), None)


def _comma_before(tokens: tuple[Token, ...], low: int, at: int) -> int | None:
    for i in range(at - 1, low, -1):
        if tokens[i].text == ",":
            return i
        if tokens[i].text in QUOTE_MARKS:
            return None
    return None
