"""Whether two names are those of one actor, whatever alphabet and spelling they come in."""

from headwater.lexicon.likeness.compare import compare_names, same_name
from headwater.lexicon.likeness.spellings import (
    Spellings,
    find_spelled,
    is_common,
    is_spelling,
    spelling_keys,
)
from headwater.lexicon.likeness.verdict import Likeness, Verdict

__all__ = [
    "Likeness",
    "Spellings",
    "Verdict",
    "compare_names",
    "find_spelled",
    "is_common",
    "is_spelling",
    "same_name",
    "spelling_keys",
]
