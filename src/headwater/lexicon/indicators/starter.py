"""The indicators that ship with Headwater, as compiled from ``resources/indicators``."""

from functools import cache
from importlib import resources

import msgspec

from headwater.lexicon.indicators.indicator import Indicator


@cache
def starter_indicators() -> tuple[Indicator, ...]:
    """Load the indicators that ship with Headwater, once, in the order of the board."""
    data = resources.files(__package__).joinpath("starter.json").read_bytes()
    return msgspec.json.decode(data, type=tuple[Indicator, ...])
