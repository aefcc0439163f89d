"""The forms under which places are looked up: a folded name, and a frame of consonants."""

import re
from functools import lru_cache

from anyascii import anyascii

from headwater.lexicon.fold import fold_name

#: Articles that transliterations write, join and leave out at will.
_ARTICLE = re.compile(r"^(?:al|el|ad|ed|an|en|ar|er|as|es|ash|esh|at|et|az|ez)$")
_FOLDS = tuple(
    (re.compile(find), put)
    for find, put in (
        ("ph", "f"),
        ("[ckq]h?", "k"),  # Hmeimim, Khmeimim; Qamishli, Kamishli
        ("gh", "g"),
        ("dh", "d"),
        ("th", "t"),
        ("[sz]h", "s"),
        ("sch", "s"),
        ("[tj]s", "s"),
        ("j|dj|dg", "g"),
        ("[vw]", "v"),
        ("z", "s"),
        ("x", "ks"),
    )
)
_SOFT = re.compile(r"[aeiouyhv]")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=16384)
def place_key(name: str) -> str:
    """Give a name as it is looked up: small Latin letters, one space between words, no article.

    Accents and apostrophes go, hyphens part words, every script is spelled in Latin letters.
    """
    return " ".join(fold_name(name if name.isascii() else anyascii(name)))


@lru_cache(maxsize=4096)
def frame_of(key: str) -> str:
    """Give the consonants of a folded name as transliterations agree on them.

    Articles inside the name, vowels, doubled letters and h go; sounds that are written in several ways become one.
    Only for names of one country: "Robotyne" and "Rabatin" have one frame. Empty where fewer
    than three consonants are left.
    """
    words = key.split()
    told = [w for w in words if not _ARTICLE.match(w)] or words
    frame = []
    for word in told:
        folded = word
        for find, put in _FOLDS:
            folded = find.sub(put, folded)
        frame.append(_TWICE.sub(r"\1", _SOFT.sub("", folded)))
    joined = "".join(frame)
    return joined if len(joined) > 2 else ""
