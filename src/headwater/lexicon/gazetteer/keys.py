"""The forms under which places are looked up: a folded name, and a frame of consonants."""

import re
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii

from headwater.lexicon.fold import fold_name

#: Articles that transliterations write, join and leave out at will.
_ARTICLES = frozenset("al el ad ed an en ar er as es ash esh at et az ez".split())
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
#: A frame has more letters than so many.
_SHORTEST = 2


@lru_cache(maxsize=16384)
def place_key(name: str) -> str:
    """Give a name as it is looked up: small Latin letters, one space between words, no article.

    Accents and apostrophes go, hyphens part words, every script is spelled in Latin letters.
    """
    return " ".join(fold_name(name if name.isascii() else anyascii(name)))


def frame_of(key: str) -> str:
    """Give the consonants of a folded name as transliterations agree on them.

    Articles inside the name, vowels, doubled letters and h go; sounds that are written in several ways become one.
    Only for names of one country: "Robotyne" and "Rabatin" have one frame. Empty where fewer
    than three consonants are left.
    """
    return frames_of([key])[0]


def frames_of(keys: Sequence[str]) -> list[str]:
    """Give the frame of each of many names; all at once takes a fifth of the time of one by one."""
    if not keys:
        return []
    lines = "\n".join(map(_without_articles, keys))
    for find, put in (*_FOLDS, (_SOFT, ""), (_TWICE, r"\1")):
        lines = find.sub(put, lines)
    joined = lines.replace(" ", "").split("\n")
    return [frame if len(frame) > _SHORTEST else "" for frame in joined]


def _without_articles(key: str) -> str:
    words = key.split()
    return " ".join([word for word in words if word not in _ARTICLES] or words)
