"""The words of an indicator: read from its file, each with the forms it stands for."""

import re
from typing import Any, Final

from headwater.errors import BadResource
from headwater.lexicon.compile_words import inflect
from headwater.lexicon.indicators.indicator import NEAR_WORDS, Phrase, Words

_WORD: Final = re.compile(r"[^\W_]+\*?")
_FIELDS: Final = frozenset({"all", "none", "nowhere", "between", "near"})
_REMEDY: Final = (
    "Write all: and below it a list of groups, each a list of words; see docs/indicators.md."
)


def read_words(given: Any, where: str) -> Words:  # noqa: ANN401 - whatever the YAML holds
    """Read what a passage has to hold.

    Raises:
        BadResource: If it breaks the format.
    """
    if not isinstance(given, dict) or not given.keys() <= _FIELDS:
        raise BadResource(
            "it is no map of all, none, nowhere, between and near", where=where, remedy=_REMEDY
        )
    groups = given.get("all")
    if not isinstance(groups, list) or not groups:
        raise BadResource("there is nothing to find", where=f"{where}: all", remedy=_REMEDY)
    near = given.get("near", NEAR_WORDS)
    if not isinstance(near, int) or isinstance(near, bool) or near < 1:
        remedy = "Give a whole number of words from 1 up."
        raise BadResource(f"{near!r} is none", where=f"{where}: near", remedy=remedy)
    return Words(
        all=tuple(
            read_phrases(group, f"{where}: all {number}")
            for number, group in enumerate(groups, 1)
        ),
        none=read_phrases(given["none"], f"{where}: none") if "none" in given else (),
        nowhere=read_phrases(given["nowhere"], f"{where}: nowhere")
        if "nowhere" in given
        else (),
        between=read_phrases(given["between"], f"{where}: between")
        if "between" in given
        else (),
        near=near,
    )


def read_phrases(given: Any, where: str) -> tuple[Phrase, ...]:  # noqa: ANN401 - whatever the YAML holds
    """Read a list of words and phrases.

    A word stands for itself and its regular forms (-s, -ed, -ing); with ``=`` before it, for itself
    alone; with ``*`` after it, for every word that begins so. A list inside the list is part of it,
    so that one may be given a name (``&``) and be used again (``*``).

    Raises:
        BadResource: If it is no such list.
    """
    if not isinstance(given, list) or not given:
        raise BadResource("it is no list of words", where=where, remedy=_REMEDY)
    flat = [one for part in given for one in (part if isinstance(part, list) else [part])]
    for one in flat:
        if not isinstance(one, str) or not _WORD.search(one):
            remedy = "Put it between quotation marks, with at least one letter in it."
            raise BadResource(f"{one!r} is no word", where=where, remedy=remedy)
    return tuple(_phrase(one) for one in flat)


def _phrase(text: str) -> Phrase:
    is_exact = text.startswith("=")
    return tuple(_forms(word, is_exact=is_exact) for word in _WORD.findall(text.lower()))


def _forms(word: str, *, is_exact: bool) -> tuple[str, ...]:
    if is_exact or word.endswith("*") or not word.isalpha() or len(word) < 3:
        return (word,)
    return tuple(dict.fromkeys((word, *inflect(word))))
