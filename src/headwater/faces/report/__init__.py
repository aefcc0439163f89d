"""A case as a person reads it: at a glance, and as a brief of one HTML page."""

from headwater.faces.report.overview import (
    ClaimLine,
    Overview,
    StoryLine,
    count_claims,
    overview,
    title_of,
)

__all__ = ["ClaimLine", "Overview", "StoryLine", "count_claims", "overview", "title_of"]
