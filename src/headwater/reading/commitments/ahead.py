"""Whether a clause speaks of what is to come, and what denies it."""

from headwater.lexicon import condition_words
from headwater.reading.commitments.tree import Stretch

_NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never", "nobody", "none", "nothing", "neither", "nor", "cannot"})  # fmt: skip


def looks_ahead(stretch: Stretch, first: int, end: int) -> bool:
    """Tell whether words are of what will, may or is meant to be; what might have been is not."""
    lists, tree = condition_words(), stretch.tree
    found = False
    for at in range(max(first, stretch.first), min(end, stretch.end)):
        token = tree.tokens[at]
        if token.lower in lists["ahead"] and token.tag in {"AUX", "VERB", "PART"}:
            if _is_unreal(stretch, at):
                return False
            found = True
        found = found or tree.lemma(at) in lists["intends"] or _is_infinitive(stretch, at, first)
        found = found or (
            token.lower in lists["ready"] and stretch.lower(at + 1) in {"to", "for"}
        )
    return found


def has_modal(stretch: Stretch, first: int, end: int) -> bool:
    """Tell whether a modal verb of what is to come stands among the words."""
    ahead = condition_words()["ahead"]
    tokens = stretch.tree.tokens
    return any(
        tokens[at].lower in ahead
        and tokens[at].tag in {"AUX", "VERB", "PART"}
        and not _is_unreal(stretch, at)
        for at in range(max(first, stretch.first), min(end, stretch.end))
    )


def is_negative(stretch: Stretch, first: int, end: int) -> bool:
    """Tell whether a word of denial stands among the words."""
    tokens = stretch.tree.tokens[max(first, stretch.first) : min(end, stretch.end)]
    return any(token.lower in _NEGATIONS for token in tokens)


def _is_unreal(stretch: Stretch, at: int) -> bool:
    """ "Would have lived": a modal verb with "have" and a participle behind it."""
    tree = stretch.tree
    verb = tree.tokens[at].head
    return verb >= 0 and any(
        tree.tokens[aux].lower in {"have", "'ve", "’ve"}
        for aux in tree.of(verb, "aux")
        if aux > at
    )


def _is_infinitive(stretch: Stretch, at: int, first: int) -> bool:
    """Tell "to shell the port" at the head of the words, or "not to"."""
    token = stretch.tree.tokens[at]
    if token.lower != "to" or token.tag != "PART":
        return False
    before = stretch.tree.tokens[max(first, stretch.first) : at]
    return all(other.lower == "not" or not other.is_word for other in before)
