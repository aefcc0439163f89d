"""What a case records of the lexicon that made it."""

import hashlib
from functools import cache
from importlib import resources

#: All but ``names.json`` and ``spellings.json``, the indexes of the names, which follow from these.
_FILES = (
    "bearing.json",
    "coding.json",
    "commitments.json",
    "gazetteer/geonames.bin",
    "gazetteer/places.json",
    "numbers.json",
    "registry.json",
    "shades.json",
    "ties.json",
    "word_weights.json",
    "words.json",
)


@cache
def lexicon_digest() -> str:
    """Give the SHA-256, in hexadecimal, of the compiled lexicon."""
    folder = resources.files("headwater.lexicon")
    whole = hashlib.sha256()
    for name in _FILES:
        whole.update(folder.joinpath(name).read_bytes())
    return whole.hexdigest()
