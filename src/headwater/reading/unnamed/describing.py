"""All that a phrase for an unnamed source tells of it."""

from headwater.language.tokens import split_tokens
from headwater.model import Span, UnnamedSource
from headwater.reading.anonymity import Around, find_anonymity
from headwater.reading.grammar import PRONOUNS
from headwater.reading.unnamed.allegiance import allegiance_before, hidden_by
from headwater.reading.unnamed.nearness import read_behind
from headwater.reading.unnamed.nouns import noun_of, sentence_around
from headwater.reading.unnamed.numbers import number_of


def describe_unnamed(text: str, start: int, end: int) -> UnnamedSource:
    """Describe the source for which ``text[start:end]`` stands, in the words of its sentence.

    Args:
        text: The whole text of an article, so that the offsets of the answer are the article's.
        start: Where the phrase begins.
        end: Where it ends (exclusive).

    Raises:
        ValueError: If nothing but white space stands there.
    """
    phrase = Span.cut(text, start, end)
    low, high = sentence_around(text, phrase)
    noun = noun_of(text, split_tokens(text, low, high), phrase)
    allegiance, nearness, behind = read_behind(noun)
    asked, reason = find_anonymity(Around(text, low, high, phrase.start, behind))
    is_pronoun = noun.tokens[noun.head].lower in PRONOUNS
    return UnnamedSource(
        phrase=phrase,
        number=number_of(noun),
        role=None if is_pronoun else noun.span(noun.head, noun.head + 1),
        nearness=nearness,
        allegiance=(*allegiance_before(noun), *allegiance),
        hidden_by=hidden_by(noun),
        asked=asked,
        reason=reason,
    )
