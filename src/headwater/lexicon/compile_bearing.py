"""Compile ``resources/words/bearing.yml`` into ``bearing.json``."""

import json
from pathlib import Path

from headwater.lexicon.compile_words import inflect

_LISTS = (
    "denying", "untrue", "calling", "true", "done", "undone", "answering", "telling", "limiting", "adding",
)  # fmt: skip


def compile_bearing(path: Path) -> str:
    """Give the text of ``bearing.json``: every list in order, each word in its regular forms."""
    import yaml  # noqa: PLC0415 - a build-time need only

    facts = yaml.safe_load(path.read_text(encoding="utf-8"))
    rows = {name: sorted({f for w in facts[name] for f in (w, *inflect(w))}) for name in _LISTS}
    return json.dumps(rows, sort_keys=True, ensure_ascii=False, indent=0) + "\n"
