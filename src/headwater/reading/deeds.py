"""Where a content ends because its teller goes on to act: "warned that they would fight, and gave them a week"."""

from dataclasses import replace

from headwater.language import Token
from headwater.reading.attributions import Attribution
from headwater.reading.shapes.contents import is_in_quotation, trimmed

_JOINING = frozenset({"and", "but"})
_SUBJECTS = ("nsubj", "csubj", "expl")
_MODALS = frozenset("will would shall should can could may might must 'd ’d 'll ’ll".split())


def without_deeds(tokens: tuple[Token, ...], found: Attribution) -> Attribution:
    """Give an attribution without what its teller does besides.

    That is a verb that the tree joins to the cue, or joins to one behind "would" that it cannot share:
    "would be met with fire, and gave". Only behind a comma: "said he was ill and left" tells of either.
    """
    cue = range(found.cue[0][0], found.cue[-1][1])
    if len(found.content) != 1 or found.content[0][0] < cue.stop:
        return found
    low, high = found.content[0]
    ends = (at for at in range(low + 1, high - 2) if _is_left(tokens, at, cue, low, high))
    end = next(ends, high)
    if end == high:
        return found
    kept = [one for one in found.nested if one.cue[0][0] < end]
    content = trimmed(tokens, ((low, end),))
    return replace(found, content=content, nested=tuple(kept)) if content else found


def _is_left(tokens: tuple[Token, ...], at: int, cue: range, low: int, high: int) -> bool:
    """Tell whether such a verb opens behind a comma."""
    is_joint = tokens[at].text == "," and tokens[at + 1].lower in _JOINING
    if not is_joint or is_in_quotation(tokens, low, at):
        return False
    verb = next((n for n in range(at + 2, high) if tokens[n].tag == "VERB"), None)
    # "But could not say when" is no deed, and goes with what he says.
    if (
        verb is None
        or tokens[verb].relation != "conj"
        or _under(tokens, verb, "aux", *_SUBJECTS)
    ):
        return False
    return tokens[verb].head in cue or _is_past_beside_modal(tokens, verb)


def _is_past_beside_modal(tokens: tuple[Token, ...], verb: int) -> bool:
    """Tell "would be met with fire, and gave them a week": behind "would" it were "give", or "given" without an object."""
    token = tokens[verb]
    shared = {tokens[k].lower for k in _under(tokens, token.head, "aux")}
    is_form = token.lower != token.lemma and not token.lower.endswith(("ing", "s"))
    is_own = bool(_under(tokens, verb, "obj", "iobj"))
    return is_form and is_own and bool(shared & _MODALS) and "have" not in shared


def _under(tokens: tuple[Token, ...], at: int, *relations: str) -> list[int]:
    return [
        k for k, t in enumerate(tokens) if t.head == at and t.relation.startswith(relations)
    ]
