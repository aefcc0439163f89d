"""Words that press: "will not stand idle while", "will not leave before", "it would be a pity if"."""

from headwater.lexicon import condition_words
from headwater.reading.commitments.ahead import is_negative
from headwater.reading.commitments.clause import Opened
from headwater.reading.commitments.tree import Stretch


def fits_pressed(stretch: Stretch, found: Opened, consequence: tuple[int, int]) -> bool:
    """Tell "will not stand idle while" and "will not leave before" from a "while" and a "before" of time."""
    is_denied = is_negative(stretch, *consequence) and found.at > consequence[0]
    if not found.opener.pressed:
        return is_denied or not found.opener.denied
    presses = condition_words()["presses"]
    is_pressed = any(stretch.tree.has(at, presses) for at in range(*consequence))
    return is_pressed and is_denied


def is_pity(stretch: Stretch, consequence: tuple[int, int]) -> bool:
    """Tell "it would be a pity if", which says less than it means."""
    pities = condition_words()["pities"]
    is_told = any(stretch.tree.has(at, pities) for at in range(*consequence))
    return is_told and any(stretch.lower(at) == "would" for at in range(*consequence))
