"""Compile ``resources/events/coding.yml`` (how acts are coded) into ``coding.json``."""

import json
from pathlib import Path


def compile_coding(path: Path) -> str:
    """Give the text of ``coding.json``: the tables as they are, without their source, keys sorted."""
    import yaml  # noqa: PLC0415 - a build-time need only

    tables = yaml.safe_load(path.read_text(encoding="utf-8"))
    tables.pop("source")
    return json.dumps(tables, sort_keys=False, ensure_ascii=False, indent=0) + "\n"
