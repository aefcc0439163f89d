"""What the cue of a statement makes of its content: a promise, a threat, a warning."""

from headwater.lexicon import condition_words
from headwater.model import Statement


def cue_words(statement: Statement) -> tuple[str, ...]:
    """Give the words of a statement's cue in small letters."""
    return tuple(" ".join(span.text for span in statement.cue).lower().split())


def promises_or_threatens(statement: Statement) -> bool:
    """Tell whether the cue by itself makes a commitment of its content: "vowed to"."""
    lists = condition_words()
    return is_any(cue_words(statement), lists["promises"] | lists["threatens"])


def is_held_out(statement: Statement) -> bool:
    """Tell whether the cue says that its content is to come at somebody's hands: "threatened retaliation"."""
    lists, cue = condition_words(), cue_words(statement)
    return promises_or_threatens(statement) or is_any(cue, lists["warns"])


def is_any(words: tuple[str, ...], lemmas: frozenset[str]) -> bool:
    """Tell whether a word is a form of one of the lemmas."""
    return any(word.startswith(tuple(lemma.removesuffix("e") for lemma in lemmas)) for word in words)  # fmt: skip
