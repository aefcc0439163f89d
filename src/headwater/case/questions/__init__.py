"""What a case can be asked. Nothing here changes it.

One file holds the questions of one idea; ``Questions`` is all of them.
"""

from headwater.case.questions.claims import OriginSupport
from headwater.case.questions.commitments import OfCommitments
from headwater.case.questions.events import OfEvents
from headwater.case.questions.open_case import columns_sql
from headwater.case.questions.overviews import Overviews
from headwater.case.questions.reports import OfReports
from headwater.case.questions.searching import SearchHit, Searching

__all__ = ["OriginSupport", "Questions", "SearchHit", "columns_sql"]


class Questions(OfEvents, OfCommitments, OfReports, Overviews, Searching):
    """Typed answers from an open case; rows come in id order unless it says otherwise."""
