"""Compile ``resources/words/commitments.yml`` (words of threats and conditions) into ``commitments.json``."""

import json
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from headwater.lexicon.compile_words import inflect


def compile_conditions(path: Path) -> str:
    """Give the text of ``commitments.json``: openers and linkers, the longest first, then each list."""
    import yaml  # noqa: PLC0415 - a build-time need only

    facts = yaml.safe_load(path.read_text(encoding="utf-8"))
    facts.pop("source")
    inflected = facts.pop("inflected")
    opposites = {
        tuple(sorted(pair))
        for one, other in facts.pop("opposites")
        for pair in product(inflect(one), inflect(other))
    }
    openers = [{"words": key.split(), **row} for key, row in facts.pop("openers").items()]
    linkers = [
        {"words": key.split(), "role": role} for key, role in facts.pop("linkers").items()
    ]
    rows = {
        "openers": sorted(openers, key=_longest_first),
        "linkers": sorted(linkers, key=_longest_first),
        "opposites": sorted(opposites),
        "lists": {
            name: sorted({form for word in words for form in _forms(word, name in inflected)})
            for name, words in facts.items()
        },
    }
    return json.dumps(rows, sort_keys=True, ensure_ascii=False, indent=0) + "\n"


def _forms(word: str, is_inflected: bool) -> Iterable[str]:  # noqa: FBT001 - told by the list
    return (word, *inflect(word)) if is_inflected and word.isalpha() else (word,)


def _longest_first(row: dict[str, list[str]]) -> tuple[int, list[str]]:
    return -len(row["words"]), row["words"]
