"""What a promise holds out: good makes it an agreement, harm a threat."""

from collections.abc import Mapping
from dataclasses import replace

from headwater.language import Predicate
from headwater.lexicon import coding
from headwater.reading.events.act import Act

#: Quad classes of material cooperation and of material conflict.
_GOOD, _HARM = 2, 4
#: Probability from which a word behind a promise tells what is promised.
_SURE = 0.5


def as_promised(act: Act, at: Mapping[int, Predicate]) -> Act:
    """Code "promised to give" as AGREE and "vowed to shell" as THREATEN, by the verb that follows.

    Args:
        act: Any act; one of no verb of promising comes back as it is.
        at: The engine's predicates, by where they begin.
    """
    tree, kind, is_harm = act.tree, act.type, False
    if not act.is_one_of(coding().promises) or tree.behind(act.word, {"to"}):
        return act  # "the aid promised to Peru to fight fires" holds out no fight
    for k in tree.under(act.word, "xcomp", "ccomp"):
        told = at.get(tree.tokens[k].start)
        if told is None or told.sure < _SURE or told.polarity == "neg":
            continue
        quad = coding().types[told.likeliest].quad
        if quad == _GOOD:
            kind = "AGREE"
        elif quad == _HARM and act.is_one_of(coding().vows):
            kind = "THREATEN"
        is_harm = is_harm or quad == _HARM
    # Who promises threatens nobody, unless what he promises is harm.
    is_kind = kind == "THREATEN" and not is_harm and not act.is_one_of(coding().vows)
    kind = "AGREE" if is_kind else kind
    return replace(act, type=kind)
