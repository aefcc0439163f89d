"""How firmly a text puts a tie: from the words on the way from the tie up to its clause."""

from headwater.lexicon import tie_words
from headwater.reading.relations.clauses import is_asked
from headwater.reading.relations.scene import Scene, Seen

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "no", "hardly", "nor"})
_MODALS = frozenset({"would", "could", "may", "might", "can", "should", "will", "wo", "shall", "'ll", "’ll"})
_CONDITIONS = frozenset({"if", "unless", "should", "whether"})
#: How a word stands under another whose denial, doubt or condition reaches it.
_CARRYING = frozenset({"xcomp", "ccomp", "advcl", "conj", "acl", "obj", "obl"})
#: Of those, how it stands where a denial of the other reaches it.
_DENYING = frozenset({"xcomp", "conj", "obj", "acl"})


def strength_at(scene: Scene, seen: Seen) -> str | None:
    """Tell whether a tie is ``asserted`` ``inferred`` ``conditional`` ``intended`` or ``requested``; None where it is denied."""
    is_waiting = seen.kind == "awaits_orders_from"
    at, found, is_denied = seen.trigger, "asserted", False
    for _ in range(8):
        kids = scene.kids[at]
        found = _weaker(found, _own(scene, at))
        if not is_waiting and any(scene.word(k) in _NEGATIONS and scene.is_in(k, "advmod", "det") for k in kids):
            is_denied = True
        if any(_is_nobody(scene, k) for k in scene.under(at, "nsubj")):
            is_denied = True
        if not is_waiting and scene.tokens[at].tag != "VERB" and any(scene.word(k) == "without" for k in scene.under(at, "case")):
            is_denied = True
        over = scene.tokens[at].head
        if over < 0 or scene.tokens[at].relation == "acl:relcl" or not scene.is_in(at, *_CARRYING):
            break
        word = scene.word(over)
        if is_asked(scene, at):
            found = _weaker(found, "requested")
        if word in tie_words().denials and not is_waiting:
            is_denied = True
        if word in tie_words().wishes and scene.is_in(at, "xcomp", "advcl", "ccomp", "acl"):
            found = _weaker(found, "intended")
        if word in tie_words().suspicions and not scene.is_in(at, "conj"):
            found = _weaker(found, "inferred")
        if not scene.is_in(at, *_DENYING):
            # What is denied of the clause above says nothing against this one.
            if is_denied:
                return None
            found = _weaker(found, _own(scene, over)) if scene.is_in(at, "ccomp", "obl") else found
            break
        if scene.is_in(at, "conj") and scene.under(at, "nsubj"):
            break
        at = over
    return None if is_denied else found


def _is_nobody(scene: Scene, at: int) -> bool:
    """Tell "neither X nor Y" and "no group"."""
    return any(scene.word(k) in {"neither", "no"} for k in scene.kids[at])


def _own(scene: Scene, at: int) -> str:
    """Tell what the words right under a word make of it."""
    words = tie_words()
    kids = scene.kids[at]
    if any(scene.word(k) in words.suspicions and scene.is_in(k, "advmod", "amod") for k in kids):
        return "inferred"
    if any(scene.word(k) in _MODALS and scene.is_in(k, "aux") for k in kids):
        return "conditional"
    if any(scene.word(k) in _CONDITIONS and scene.is_in(k, "mark") for k in kids):
        return "conditional"
    return "asserted"


_ORDER = ("asserted", "inferred", "conditional", "intended", "requested")


def _weaker(one: str, other: str) -> str:
    return max(one, other, key=_ORDER.index)
