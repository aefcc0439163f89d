"""A case as a person reads it: at a glance, and as a brief of one HTML page."""

from headwater.faces.report.overview import (
    ClaimLine,
    Glance,
    Overview,
    StoryLine,
    bounds,
    count_claims,
    days,
    glance,
    overview,
    plural,
    title_of,
    whose_word,
)

__all__ = [
    "ClaimLine",
    "Glance",
    "Overview",
    "StoryLine",
    "bounds",
    "count_claims",
    "days",
    "glance",
    "overview",
    "plural",
    "title_of",
    "whose_word",
]
