"""What Headwater knows before it reads: actors under all their names, and cue words.

All of it is data: ``resources/`` holds it as YAML, every line with its source, and
``python -m headwater.lexicon.compile`` turns it into the files this room loads.
"""

from headwater.lexicon.entry import Entry, NameForm, RegistryRole, Tie
from headwater.lexicon.fold import fold_name
from headwater.lexicon.registry import NameHit, Registry, registry

__all__ = [
    "Entry",
    "NameForm",
    "NameHit",
    "Registry",
    "RegistryRole",
    "Tie",
    "fold_name",
    "registry",
]
