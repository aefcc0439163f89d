"""The case store: one SQLite file that holds a pile, read.

``Case`` is made, added to and sealed by the pipeline, and asked by the faces. This room knows
only the model, and how names are compared: it can be tested, and used, without reading a page.
"""

from headwater.case.collecting import (
    CitingWords,
    Imagine,
    MustContain,
    RestingTelling,
    WantedReport,
)
from headwater.case.commitments import HeldCommitment, Wording
from headwater.case.events import EventTelling, HeldEvent
from headwater.case.grades import GradedClaim, OriginLetter
from headwater.case.network import Network, OriginCounter, TiedActor, TieEdge, TieTelling
from headwater.case.profiles import (
    ActorProfile,
    Describer,
    Description,
    HeldRelation,
    Saying,
    Whereabouts,
    WrittenName,
)
from headwater.case.questions import OriginSupport, SearchHit
from headwater.case.rows import json_line
from headwater.case.sides import Dispute, SideBySide, ToldPassage
from headwater.case.sites import NamedSite, gather_sites
from headwater.case.store import Case, is_case
from headwater.case.tables import TABLES
from headwater.case.tempo import BEATS, Tempo, TempoRow
from headwater.case.what_if import Recount, Said, TakeAway, Teller, Weakened, WhatIf

__all__ = [
    "BEATS",
    "TABLES",
    "ActorProfile",
    "Case",
    "CitingWords",
    "Describer",
    "Description",
    "Dispute",
    "EventTelling",
    "GradedClaim",
    "HeldCommitment",
    "HeldEvent",
    "HeldRelation",
    "Imagine",
    "MustContain",
    "NamedSite",
    "Network",
    "OriginCounter",
    "OriginLetter",
    "OriginSupport",
    "Recount",
    "RestingTelling",
    "Said",
    "Saying",
    "SearchHit",
    "SideBySide",
    "TakeAway",
    "Teller",
    "Tempo",
    "TempoRow",
    "TieEdge",
    "TieTelling",
    "TiedActor",
    "ToldPassage",
    "WantedReport",
    "Weakened",
    "WhatIf",
    "Whereabouts",
    "Wording",
    "WrittenName",
    "gather_sites",
    "is_case",
    "json_line",
]
