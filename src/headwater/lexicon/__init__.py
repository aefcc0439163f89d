"""What Headwater knows before it reads: actors under all their names, and cue words.

All of it is data: ``resources/`` holds it as YAML, every line with its source, and
``python -m headwater.lexicon.compile`` turns it into the files this room loads.
A user's own actors are laid over them for one run.
"""

from typing import TYPE_CHECKING

from headwater.doors import opened_when_asked
from headwater.lexicon.added import added_actors, digest_added, read_added_actors
from headwater.lexicon.bearing import Bearing, bearing
from headwater.lexicon.coding import ActType, Coding, coding
from headwater.lexicon.conditions import ConditionWords, Linker, Opener, condition_words
from headwater.lexicon.digest import lexicon_digest
from headwater.lexicon.entry import Entry, NameForm, RegistryRole, Tie
from headwater.lexicon.fold import fold_name, split_words, word_keys
from headwater.lexicon.numbers import NumberWords, number_words
from headwater.lexicon.press import PRESS_NAMES, PRESS_OPENINGS, is_press_service, outlet_id
from headwater.lexicon.publishers import press_entry
from headwater.lexicon.ratings import Letter, Rating, read_ratings
from headwater.lexicon.registry import NameHit, Registry, registry
from headwater.lexicon.shades import Shades, shades, takes_back
from headwater.lexicon.stems import TELLING_WEIGHT, stem_of
from headwater.lexicon.ties import TieWord, TieWords, tie_words
from headwater.lexicon.weights import WordWeights, word_weights
from headwater.lexicon.words import CueWord, Words, words

if TYPE_CHECKING:
    from headwater.lexicon.likeness import (
        Likeness,
        Spellings,
        Verdict,
        compare_names,
        find_spelled,
        is_common,
        is_spelling,
        same_name,
        spelling_keys,
    )

__all__ = [
    "PRESS_NAMES",
    "PRESS_OPENINGS",
    "TELLING_WEIGHT",
    "ActType",
    "Bearing",
    "Coding",
    "ConditionWords",
    "CueWord",
    "Entry",
    "Letter",
    "Likeness",
    "Linker",
    "NameForm",
    "NameHit",
    "NumberWords",
    "Opener",
    "Rating",
    "Registry",
    "RegistryRole",
    "Shades",
    "Spellings",
    "Tie",
    "TieWord",
    "TieWords",
    "Verdict",
    "WordWeights",
    "Words",
    "added_actors",
    "bearing",
    "coding",
    "compare_names",
    "condition_words",
    "digest_added",
    "find_spelled",
    "fold_name",
    "is_common",
    "is_press_service",
    "is_spelling",
    "lexicon_digest",
    "number_words",
    "outlet_id",
    "press_entry",
    "read_added_actors",
    "read_ratings",
    "registry",
    "same_name",
    "shades",
    "spelling_keys",
    "split_words",
    "stem_of",
    "takes_back",
    "tie_words",
    "word_keys",
    "word_weights",
    "words",
]

# Only linking compares names; what it needs for that is not read for anything else.
__getattr__ = opened_when_asked(
    __name__,
    likeness="Likeness Spellings Verdict compare_names find_spelled is_common is_spelling same_name spelling_keys",
)
