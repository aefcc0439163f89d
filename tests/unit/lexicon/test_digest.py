import hashlib
from importlib import resources

from headwater.lexicon import lexicon_digest


def test_the_digest_is_of_every_compiled_file():
    """Whoever changes a compiled file changes the digest that a case records.

    Not the indexes of the names, which follow from the others.
    """
    indexes = {"names.json", "spellings.json"}
    folder = resources.files("headwater.lexicon")
    files = sorted(
        name
        for place in ("", "gazetteer/")
        for f in folder.joinpath(place).iterdir()
        if (name := place + f.name).endswith((".json", ".bin")) and name not in indexes
    )
    together = b"".join(folder.joinpath(name).read_bytes() for name in files)
    assert lexicon_digest() == hashlib.sha256(together).hexdigest()
