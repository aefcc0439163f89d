"""Compile ``resources/words/commitments.yml`` (words of threats and conditions) into ``commitments.json``."""

import json
from pathlib import Path


def compile_conditions(path: Path) -> str:
    """Give the text of ``commitments.json``: openers and linkers, the longest first, then each list."""
    import yaml  # noqa: PLC0415 - a build-time need only

    facts = yaml.safe_load(path.read_text(encoding="utf-8"))
    facts.pop("source")
    openers = [{"words": key.split(), **row} for key, row in facts.pop("openers").items()]
    linkers = [
        {"words": key.split(), "role": role} for key, role in facts.pop("linkers").items()
    ]
    rows = {
        "openers": sorted(openers, key=_longest_first),
        "linkers": sorted(linkers, key=_longest_first),
        "lists": {name: sorted(words) for name, words in facts.items()},
    }
    return json.dumps(rows, sort_keys=True, ensure_ascii=False, indent=0) + "\n"


def _longest_first(row: dict[str, list[str]]) -> tuple[int, list[str]]:
    return -len(row["words"]), row["words"]
