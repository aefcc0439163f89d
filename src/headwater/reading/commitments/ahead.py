"""Whether a clause speaks of what is to come, and what denies it."""

from headwater.lexicon import condition_words
from headwater.reading.commitments.tree import Stretch

#: Of "reserves the right to", which looks ahead.
RESERVES = frozenset({"reserve", "reserves", "reserved", "reserving"})
_PAST = frozenset({"was", "were"})
NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never", "nobody", "none", "nothing", "neither", "nor", "cannot"})  # fmt: skip


def looks_ahead(stretch: Stretch, first: int, end: int) -> bool:
    """Tell whether words are of what will, may or is meant to be; what might have been is not."""
    lists, tree = condition_words(), stretch.tree
    found = False
    for at in range(max(first, stretch.first), min(end, stretch.end)):
        token = tree.tokens[at]
        if is_modal(stretch, at):
            if _is_unreal(stretch, at):
                return False
            found = True
        found = found or tree.has(at, lists["intends"]) or _is_infinitive(stretch, at, first)
        leads = stretch.lower(at + 1) in {"to", "for"}
        found = found or (token.tag == "VERB" and tree.has(at, lists["plans"]) and leads)
        found = found or (token.lower in lists["ready"] and leads)
        rules_out = token.lower in {"rule", "ruled"} and stretch.lower(at + 1) == "out"
        found = found or (rules_out and is_negative(stretch, first, at))
        found = found or tree.has(at, RESERVES)
        found = found or (
            token.lower == "going" and leads and stretch.lower(at - 1) not in _PAST
        )
    return found


def has_modal(stretch: Stretch, first: int, end: int) -> bool:
    """Tell whether a modal verb of what is to come stands among the words."""
    return any(
        is_modal(stretch, at) and not _is_unreal(stretch, at)
        for at in range(max(first, stretch.first), min(end, stretch.end))
    )


def is_modal(stretch: Stretch, at: int) -> bool:
    """Tell whether a word is a modal verb of what is to come; "she'd seen" has none."""
    token, tree = stretch.tree.tokens[at], stretch.tree
    if token.lower not in condition_words()["ahead"] or token.tag not in {
        "AUX",
        "VERB",
        "PART",
    }:
        return False
    if token.lower not in {"'d", "’d"} or token.head < 0:
        return True
    verb = tree.tokens[token.head].lower  # "she'd seen" is "she had seen"
    return tree.lemma(token.head) == verb and not verb.endswith(("ed", "en", "wn", "ne", "t"))


def is_negative(stretch: Stretch, first: int, end: int) -> bool:
    """Tell whether a word of denial stands among the words."""
    tokens = stretch.tree.tokens[max(first, stretch.first) : min(end, stretch.end)]
    return any(token.lower in NEGATIONS for token in tokens)


def _is_unreal(stretch: Stretch, at: int) -> bool:
    """ "Would have lived": a modal verb with "have" and a participle behind it."""
    tree = stretch.tree
    verb = tree.tokens[at].head
    return verb >= 0 and any(
        tree.tokens[aux].lower in {"have", "'ve", "’ve"}
        for aux in tree.under(verb, "aux")
        if aux > at
    )


def _is_infinitive(stretch: Stretch, at: int, first: int) -> bool:
    """Tell "to shell the port" at the head of the words, or "not to"."""
    token = stretch.tree.tokens[at]
    if token.lower != "to" or token.tag != "PART":
        return False
    before = stretch.tree.tokens[max(first, stretch.first) : at]
    return all(other.lower == "not" or not other.is_word for other in before)
