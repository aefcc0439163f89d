"""Compile ``resources/words/numbers.yml`` into ``numbers.json``."""

import json
from pathlib import Path


def compile_numbers(path: Path) -> str:
    """Give the text of ``numbers.json``: every list as it stands, but for its source."""
    import yaml  # noqa: PLC0415 - a build-time need only

    facts = yaml.safe_load(path.read_text(encoding="utf-8"))
    del facts["source"]
    return json.dumps(facts, sort_keys=True, ensure_ascii=False, indent=0) + "\n"
