"""Who says what a headline says: "Bridge was mined, diplomat claims", "Navy Chief Tells Captains to Wait".

Most headlines are the outlet's own. Their verbs are often no more than a thing's ("Accident claims two
lives") or a participle's ("Drivers warned of ice"), so only what is surely said by somebody is taken.
"""

from collections.abc import Iterator
from dataclasses import replace

from headwater.language import Token
from headwater.lexicon import words
from headwater.model import LinkKind
from headwater.reading.attributions import Attribution, find_attributions
from headwater.reading.grammar import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    is_capitalised,
    is_verb_like,
)
from headwater.reading.shapes.headlines import is_known_to_speak
from headwater.reading.speakers import Phrase
from headwater.reading.units import Unit

#: The share of its longer words that a headline writes with a capital if it writes all so.
_MOST = 0.7
_LONG = 4
_SMALL = (
    ADVERBS | AUXILIARIES | DETERMINERS | PREPOSITIONS | PRONOUNS | RELATIVES | SUBORDINATORS
)
_VERBS = frozenset({"AUX", "VERB"})
#: Before a colon these say where a picture or the text is from, not who says what stands before them.
_CREDITS = frozenset("source sources photo photos picture image video credit via file".split())
#: Words that may stand behind a cue that closes a headline: "…, minister says on visit".
_LONGEST_END = 4


def title_parts(unit: Unit) -> Iterator[tuple[Unit, tuple[Attribution, ...]]]:
    """Give the parts of a headline that semicolons part, each with who is surely said to say it."""
    tokens, low = _in_small_letters(unit.tokens), 0
    stops = [at for at, token in enumerate(tokens) if token.text == ";"]
    if stops and any(token.text == ":" for token in tokens[: stops[0]]):
        stops = []  # "Coroner: A; B" is all hers
    for high in [*stops, len(tokens)]:
        if any(token.is_word for token in tokens[low:high]):
            found = find_attributions(tokens, low, high)
            part = replace(unit, start=tokens[low].start, end=tokens[high - 1].end)
            sure = (one for one in found if _is_sure(tokens, low, high, one))
            yield part, tuple(_without_orders(tokens, one) for one in sure)
        low = high + 1


def _in_small_letters(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the words of a title with small letters where its style alone wrote capitals.

    That is known of verbs, of nouns for those who speak, and of the small words. Every other word keeps
    its capital, as a name must.
    """
    long = [token for token in tokens if token.is_word and len(token.text) >= _LONG]
    if not long or sum(map(is_capitalised, long)) < _MOST * len(long):
        return tokens
    return tuple(
        replace(token, text=token.text.lower()) if _is_common(token) else token
        for token in tokens
    )


def _is_common(token: Token) -> bool:
    is_verb = token.tag in _VERBS or token.lower in words().verbs
    return is_verb or token.lower in _SMALL or token.lower in words().speakers


def _is_sure(tokens: tuple[Token, ...], low: int, high: int, found: Attribution) -> bool:
    source = found.source
    if source is None or source.head in PRONOUNS or found.shape == "noun":
        return False
    if found.shape == "headline":
        says = any(tokens[at].lower in words().verbs for at in range(source.first, source.last))
        credit = tokens[found.cue[0][0] - 1].lower in _CREDITS
        is_noun = any(tokens[at].text == source.head for at in range(source.first, source.last))
        speaks = is_noun or is_known_to_speak(tokens, source)
        return speaks and not says and not credit
    if found.shape == "leading":
        is_told = source.first == low and _is_clause(tokens, found)
        return is_told and _is_finite(tokens, found, source)
    if found.shape == "according":
        return True
    return high - found.cue[-1][1] <= _LONGEST_END and _is_finite(tokens, found, source)


def _without_orders(tokens: tuple[Token, ...], found: Attribution) -> Attribution:
    """ "Crews told to wait, daily says": those who are told something say nothing of it."""
    nested = (n for n in found.nested if n.source and _is_finite(tokens, n, n.source))
    return replace(found, nested=tuple(_without_orders(tokens, n) for n in nested))


def _is_finite(tokens: tuple[Token, ...], found: Attribution, source: Phrase) -> bool:
    """Whether the cue is a verb: "says", "told them to", "officials warn"; not "warned", "told to", "a report"."""
    verb = tokens[found.cue[0][1] - 1].lower
    if verb == "told":
        return found.addressee is not None
    if verb != found.cue_lemma:
        return verb == "said" or verb.endswith("s")
    return verb not in words().nouns and _is_plural(tokens, source)


def _is_plural(tokens: tuple[Token, ...], source: Phrase) -> bool:
    is_many = any(tokens[at].lower == "and" for at in range(source.first, source.last))
    return is_many or source.kind is LinkKind.GROUP or source.head.endswith("s")


def _is_clause(tokens: tuple[Token, ...], found: Attribution) -> bool:
    """Whether what is said is a clause, or what somebody is told to do, and no thing."""
    low, high = found.content[0] if found.content else (0, 0)
    cue = words().verbs.get(tokens[found.cue[0][1] - 1].lower)
    if cue is None or (low < high and tokens[low].lower == "to"):
        return found.addressee is not None
    return "that" in cue.frames and any(
        is_verb_like(tokens, at) or tokens[at].tag in _VERBS for at in range(low, high)
    )
