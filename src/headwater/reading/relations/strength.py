"""How firmly a text puts a tie: from the words on the way from the tie up to its clause."""

from headwater.lexicon import tie_words
from headwater.reading.relations.clauses import is_asked
from headwater.reading.relations.scene import Scene, Seen

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "no", "hardly", "nor"})
_MODALS = frozenset(
    {"would", "could", "may", "might", "can", "should", "will", "wo", "shall", "'ll", "’ll"}
)
_CONDITIONS = frozenset({"if", "unless", "should", "whether"})
#: How a word stands under another whose doubt or condition reaches it.
_CARRYING = frozenset({"xcomp", "ccomp", "advcl", "conj", "acl", "obj", "obl"})
#: Of those, how it stands where a denial of the other reaches it.
_DENYING = frozenset({"xcomp", "conj", "obj", "acl"})
_ORDER = ("asserted", "inferred", "conditional", "intended", "requested")
_STEPS = 8


def strength_at(scene: Scene, seen: Seen) -> str | None:
    """Tell how firmly a tie is put; None where it is denied.

    It is ``asserted`` ``inferred`` ("believed to") ``conditional`` ("would") ``intended`` ("plans to") or
    ``requested`` ("urged to"); the weakest of the words on the way counts, in this order.
    """
    at, found = seen.trigger, "asserted"
    # "They do not move without orders" is no denial of the orders.
    can_deny = seen.kind != "awaits_orders_from"
    for _ in range(_STEPS):
        if can_deny and is_denied(scene, at):
            return None
        found = _weaker(found, _own(scene, at))
        over = scene.tokens[at].head
        if (
            over < 0
            or scene.tokens[at].relation == "acl:relcl"
            or not scene.is_in(at, *_CARRYING)
        ):
            break
        if scene.is_in(at, "conj") and scene.under(at, "nsubj"):
            break
        if can_deny and scene.word(over) in tie_words().denials:
            return None
        found = _weaker(found, _from_above(scene, at, over))
        can_deny = can_deny and scene.is_in(at, *_DENYING)
        if scene.is_in(at, "ccomp", "advcl"):
            break
        at = over
    return found


def is_denied(scene: Scene, at: int) -> bool:
    """Tell whether the words right under a word deny it: "not", "no", a subject that is nobody."""
    kids = scene.children[at]
    if any(scene.word(k) in _NEGATIONS and scene.is_in(k, "advmod", "det") for k in kids):
        return True
    if any(_is_nobody(scene, k) for k in scene.under(at, "nsubj")):
        return True
    is_verb = scene.tokens[at].tag == "VERB"
    return not is_verb and any(scene.word(k) == "without" for k in scene.under(at, "case"))


def _is_nobody(scene: Scene, at: int) -> bool:
    """Tell "neither X nor Y" and "no group"."""
    return any(scene.word(k) in {"neither", "no"} for k in scene.children[at])


def _from_above(scene: Scene, at: int, over: int) -> str:
    """Tell what the word above makes of a clause: "urged", "plans", "is believed"."""
    words, word = tie_words(), scene.word(over)
    if is_asked(scene, at):
        return "requested"
    if word in words.wishes and scene.is_in(at, "xcomp", "advcl", "ccomp", "acl"):
        return "intended"
    return (
        "inferred" if word in words.suspicions and not scene.is_in(at, "conj") else "asserted"
    )


def _own(scene: Scene, at: int) -> str:
    """Tell what the words right under a word make of it."""
    words = tie_words()
    kids = scene.children[at]
    if any(scene.word(k) in _MODALS and scene.is_in(k, "aux") for k in kids):
        return "conditional"
    if any(scene.word(k) in _CONDITIONS and scene.is_in(k, "mark") for k in kids):
        return "conditional"
    if any(
        scene.word(k) in words.suspicions and scene.is_in(k, "advmod", "amod") for k in kids
    ):
        return "inferred"
    return "asserted"


def _weaker(one: str, other: str) -> str:
    return max(one, other, key=_ORDER.index)
