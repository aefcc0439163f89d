"""The case store: one SQLite file that holds a pile, read.

``Case`` is made, added to and sealed by the pipeline, and asked by the faces. This room knows
only the model, and how names are compared: it can be tested, and used, without reading a page.
"""

from typing import TYPE_CHECKING

from headwater.case.opening import is_case
from headwater.case.store import Case
from headwater.doors import opened_when_asked

if TYPE_CHECKING:
    from headwater.case.board import (
        Board,
        BoardChange,
        BoardLine,
        Count,
        Evidence,
        Happening,
        IndicatorState,
        OriginsAmong,
    )
    from headwater.case.collecting import (
        CitingWords,
        Imagine,
        MustContain,
        RestingTelling,
        WantedReport,
    )
    from headwater.case.commitments import HeldCommitment, Wording
    from headwater.case.events import EventTelling, HeldEvent
    from headwater.case.following import Follow, Follower
    from headwater.case.fronts import Front, Tally, Whereabouts
    from headwater.case.grades import GradedClaim, OriginLetter
    from headwater.case.network import Network, OriginCounter, TiedActor, TieEdge, TieTelling
    from headwater.case.offices import OfficeHolder
    from headwater.case.profiles import (
        ActorProfile,
        Describer,
        Description,
        HeldRelation,
        Saying,
        WrittenName,
    )
    from headwater.case.questions import OriginSupport, SearchHit
    from headwater.case.resting import HeldStory, ReportBehind, RestingArticle
    from headwater.case.rows import json_line
    from headwater.case.sides import Dispute, SideBySide, ToldPassage
    from headwater.case.sites import NamedSite, gather_sites
    from headwater.case.supposing import Supposes, WeighedPledge
    from headwater.case.tables import TABLES
    from headwater.case.tempo import BEATS, Tempo, TempoRow
    from headwater.case.timeline import TimedEvent, TimedReport, Timeline, TimelineDay
    from headwater.case.what_if import Recount, Said, TakeAway, Teller, Weakened, WhatIf

__all__ = [
    "BEATS",
    "TABLES",
    "ActorProfile",
    "Board",
    "BoardChange",
    "BoardLine",
    "Case",
    "CitingWords",
    "Count",
    "Describer",
    "Description",
    "Dispute",
    "EventTelling",
    "Evidence",
    "Follow",
    "Follower",
    "Front",
    "GradedClaim",
    "Happening",
    "HeldCommitment",
    "HeldEvent",
    "HeldRelation",
    "HeldStory",
    "Imagine",
    "IndicatorState",
    "MustContain",
    "NamedSite",
    "Network",
    "OfficeHolder",
    "OriginCounter",
    "OriginLetter",
    "OriginSupport",
    "OriginsAmong",
    "Recount",
    "ReportBehind",
    "RestingArticle",
    "RestingTelling",
    "Said",
    "Saying",
    "SearchHit",
    "SideBySide",
    "Supposes",
    "TakeAway",
    "Tally",
    "Teller",
    "Tempo",
    "TempoRow",
    "TieEdge",
    "TieTelling",
    "TiedActor",
    "TimedEvent",
    "TimedReport",
    "Timeline",
    "TimelineDay",
    "ToldPassage",
    "WantedReport",
    "Weakened",
    "WeighedPledge",
    "WhatIf",
    "Whereabouts",
    "Wording",
    "WrittenName",
    "gather_sites",
    "is_case",
    "json_line",
]

# What makes one answer is opened when that is asked for.
__getattr__ = opened_when_asked(
    __name__,
    board="Board BoardChange BoardLine Count Evidence Happening IndicatorState OriginsAmong",
    collecting="CitingWords Imagine MustContain RestingTelling WantedReport",
    commitments="HeldCommitment Wording",
    events="EventTelling HeldEvent",
    following="Follow Follower",
    fronts="Front Tally Whereabouts",
    grades="GradedClaim OriginLetter",
    network="Network OriginCounter TiedActor TieEdge TieTelling",
    offices="OfficeHolder",
    profiles="ActorProfile Describer Description HeldRelation Saying WrittenName",
    questions="OriginSupport SearchHit",
    resting="HeldStory ReportBehind RestingArticle",
    rows="json_line",
    sides="Dispute SideBySide ToldPassage",
    sites="NamedSite gather_sites",
    supposing="Supposes WeighedPledge",
    tables="TABLES",
    tempo="BEATS Tempo TempoRow",
    timeline="TimedEvent TimedReport Timeline TimelineDay",
    what_if="Recount Said TakeAway Teller Weakened WhatIf",
)
