"""What an act counts as while it is only promised, threatened or refused.

PLOVER and CAMEO code the intent to cooperate as AGREE (CAMEO 03), to harm as THREATEN (13), and
the refusal to cooperate as REJECT (12); the act itself is coded only when it is done.
"""

from headwater.language.parse import Predicate

_COOPERATIVE = frozenset({"AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
_HARMFUL = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})
_INTENDED = frozenset({"future", "intended"})


def type_as_told(predicate: Predicate) -> str:
    """Give the PLOVER type of a predicate with its status: "will send aid" is AGREE, not AID.

    Always a type: the likeliest, where the predicate may be no event at all.
    """
    kind = predicate.likeliest
    if predicate.polarity == "neg" and kind in _COOPERATIVE | {"AGREE"}:
        return "REJECT"
    is_planned = predicate.status == "planned" and predicate.modality in _INTENDED
    if is_planned and kind in _COOPERATIVE:
        return "AGREE"
    if (is_planned or predicate.status == "conditional") and kind in _HARMFUL:
        return "THREATEN"
    return kind
