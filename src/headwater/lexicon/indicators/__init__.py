"""What is watched for: indicators, those that ship with Headwater and a user's own.

An indicator is data: questions to the tables of a case, the days it looks back, how many origins
it needs, and when what it saw has lapsed. ``docs/indicators.md`` has the format.
"""

from headwater.lexicon.indicators.indicator import (
    Counting,
    Indicator,
    Phrase,
    Query,
    Table,
    Words,
)
from headwater.lexicon.indicators.reading import parse_indicators, read_indicators
from headwater.lexicon.indicators.starter import starter_indicators

__all__ = [
    "Counting",
    "Indicator",
    "Phrase",
    "Query",
    "Table",
    "Words",
    "parse_indicators",
    "read_indicators",
    "starter_indicators",
]
