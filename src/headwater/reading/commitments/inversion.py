"""Triggers opened by an auxiliary before its subject: "should they return", "were they to land"."""

from headwater.lexicon import Opener, condition_words
from headwater.reading.commitments.ahead import has_modal
from headwater.reading.commitments.clause import Opened
from headwater.reading.commitments.tree import Stretch


def find_inverted(stretch: Stretch, at: int) -> Opened | None:
    """Read "should they return" and "were they to land": an auxiliary before its subject."""
    tree, word = stretch.tree, stretch.lower(at)
    if word not in condition_words()["inverted"]:
        return None
    before = tree.tokens[at - 1] if at > stretch.first else None
    if before is not None and before.tag == "PRON":
        return None
    head = tree.tokens[at].head
    subject = next(
        (
            n
            for n in range(at + 1, stretch.end)
            if tree.tokens[n].relation.startswith(("nsubj", "expl")) and tree.first(n) == at + 1
        ),
        None,
    )
    verb = tree.tokens[subject].head if subject is not None else -1
    is_read = verb > at and (word != "were" or _has_to(stretch, at, verb))
    if not is_read or tree.subject(verb) != subject:
        return _inverted_by_comma(stretch, at)
    governor = tree.tokens[verb].head
    if tree.tokens[verb].relation == "advcl" and stretch.holds(governor):
        head = governor
    else:
        head = head if stretch.holds(head) and head != verb else -1
    opener = Opener(words=(word,), role="sufficient", opens="clause")
    return Opened(opener, at, verb, head if head >= 0 else None)


def _inverted_by_comma(stretch: Stretch, at: int) -> Opened | None:
    """Read "Were Dornia to annex the isles, there would …" where the tree is no help."""
    tree = stretch.tree
    comma = next((n for n in range(at + 1, stretch.end) if stretch.lower(n) == ","), None)
    opens = not stretch.place(stretch.first, at)[1]
    if comma is None or not opens or not has_modal(stretch, comma, stretch.end):
        return None
    if stretch.lower(at) == "were" and not _has_to(stretch, at, comma):
        return None
    opener = Opener(words=(stretch.lower(at),), role="sufficient", opens="clause")
    head = comma - 1
    return Opened(opener, at, head, None) if tree.tokens[head].is_word else None


def _has_to(stretch: Stretch, at: int, verb: int) -> bool:
    return any(stretch.lower(n) == "to" for n in range(at + 1, verb))
