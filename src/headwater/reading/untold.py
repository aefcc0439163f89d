"""What a sentence says beside the words that it gives to somebody: "The port closed, and the owner said …"."""

from collections.abc import Sequence

from headwater.language import Token
from headwater.reading.attributions import Attribution
from headwater.reading.units import Unit

#: Behind these, and perhaps a comma, a clause stands beside the one before.
_BESIDE = frozenset("and but while whereas though although".split())
_VERBS = frozenset({"AUX", "VERB"})


def untold(unit: Unit, told: Sequence[Attribution]) -> int | None:
    """Find where the words end that a sentence says without giving them to anybody.

    They hold its main verb. What is said beside them ("…, and the owner said that the quay was
    safe") is no part of them; what is said inside them ("… after the owner said that …") is.

    Args:
        unit: The sentence; of several that one quotation holds together nothing is asked.
        told: The outermost attributions in it.

    Returns:
        A token number, exclusive; None if the main verb is said by somebody, or says so.
    """
    if len(unit.sentences) > 1 or not told or not all(map(_may_leave, told)):
        return None
    verb = _main_verb(unit.tokens)
    if verb is None or any(_holds(found, verb) for found in told):
        return None
    opening = min((at for at in _words(told[0]) if at > verb), default=0) - 1
    is_last = max(last for _, last in told[-1].content) >= _end(unit.tokens)
    if len(told) > 1 or not is_last or verb > opening or not _opens(unit.tokens, opening):
        return len(unit.tokens)
    return opening - (unit.tokens[opening - 1].text == ",")


def _may_leave(found: Attribution) -> bool:
    """Whether a shape can leave the main clause to somebody else."""
    return found.shape == "leading" and bool(found.content)


def _main_verb(tokens: tuple[Token, ...]) -> int | None:
    """The word that the sentence is built around, if it makes a clause."""
    root = next(
        (at for at, token in enumerate(tokens) if token.head < 0 and token.is_word), None
    )
    if root is None:
        return None
    has_subject = any(t.head == root and t.relation.startswith("nsubj") for t in tokens)
    return root if has_subject and tokens[root].tag in _VERBS else None


def _holds(found: Attribution, at: int) -> bool:
    """Tell whether a word tells of an attribution; whoever hands it on has a verb of his own."""
    words = _words(found)
    return min(words) <= at <= max(words) if found.relayers else at in words


def _words(found: Attribution) -> set[int]:
    """The words that say whose word it is, by what verb, and what he says."""
    people = [found.source, *found.relayers]
    spans = [*found.cue, *found.content, *((who.first, who.last) for who in people if who)]
    return {at for span in spans for at in range(*span)}


def _opens(tokens: tuple[Token, ...], at: int) -> bool:
    return at > 0 and tokens[at].lower in _BESIDE


def _end(tokens: tuple[Token, ...]) -> int:
    """Where the last word ends."""
    return max(at for at, token in enumerate(tokens) if token.is_word) + 1
