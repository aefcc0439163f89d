"""Compile ``resources/indicators/*.yml`` (what the board watches for) into ``indicators/starter.json``."""

from pathlib import Path

import msgspec

from headwater.lexicon.indicators import read_indicators


def compile_indicators(folder: Path) -> str:
    """Give the text of ``starter.json``: an indicator a line, every word with its forms.

    Raises:
        BadResource: If an indicator is malformed; names the file, the indicator and the field.
    """
    rows = [msgspec.json.encode(one).decode() for one in read_indicators([folder])]
    return "[\n" + ",\n".join(rows) + "\n]\n"
