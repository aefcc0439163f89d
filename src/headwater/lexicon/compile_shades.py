"""Compile ``resources/words/shades.yml`` into ``shades.json``."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_LISTS = (
    "imminent",
    "proof",
    "heard",
    "people",
    "part",
    "whole",
    "withdrawal",
    "reports",
    "truth",
)


def compile_shades(path: Path) -> str:
    """Give the text of ``shades.json``: every word with its degree, side or group."""
    import yaml  # noqa: PLC0415 - a build-time need only

    facts = yaml.safe_load(path.read_text(encoding="utf-8"))
    rows: dict[str, Any] = {name: sorted(facts[name]) for name in _LISTS}
    rows |= {name: _turned(facts[name]) for name in ("certainty", "command", "labels", "sides")}
    rows |= {name: _grouped(facts[name]) for name in ("same", "manner")}
    return json.dumps(rows, sort_keys=True, ensure_ascii=False, indent=0) + "\n"


def _grouped(rows: Sequence[Sequence[str]]) -> dict[str, str]:
    return {word: group[0] for group in rows for word in group}


def _turned(groups: Mapping[Any, Sequence[str]]) -> dict[str, Any]:
    return {word: group for group, words in groups.items() for word in words}
