"""A case as a person reads it: at a glance, and as a brief of one HTML page."""

from headwater.faces.report.overview import (
    ClaimLine,
    Overview,
    StoryLine,
    bounds,
    count_claims,
    days,
    overview,
    plural,
    title_of,
    whose_word,
)

__all__ = [
    "ClaimLine",
    "Overview",
    "StoryLine",
    "bounds",
    "count_claims",
    "days",
    "overview",
    "plural",
    "title_of",
    "whose_word",
]
