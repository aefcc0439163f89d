"""What Headwater knows before it reads: actors under all their names, and cue words.

All of it is data: ``resources/`` holds it as YAML, every line with its source, and
``python -m headwater.lexicon.compile`` turns it into the files this room loads.
A user's own actors are laid over them for one run.
"""

from headwater.lexicon.added import added_actors, digest_added, read_added_actors
from headwater.lexicon.digest import lexicon_digest
from headwater.lexicon.entry import Entry, NameForm, RegistryRole, Tie
from headwater.lexicon.fold import fold_name, split_words, word_keys
from headwater.lexicon.likeness import Likeness, Verdict, compare_names, same_name
from headwater.lexicon.press import PRESS_NAMES, outlet_id
from headwater.lexicon.registry import NameHit, Registry, registry
from headwater.lexicon.weights import WordWeights, word_weights
from headwater.lexicon.words import CueWord, Words, words

__all__ = [
    "PRESS_NAMES",
    "CueWord",
    "Entry",
    "Likeness",
    "NameForm",
    "NameHit",
    "Registry",
    "RegistryRole",
    "Tie",
    "Verdict",
    "WordWeights",
    "Words",
    "added_actors",
    "compare_names",
    "digest_added",
    "fold_name",
    "lexicon_digest",
    "outlet_id",
    "read_added_actors",
    "registry",
    "same_name",
    "split_words",
    "word_keys",
    "word_weights",
    "words",
]
