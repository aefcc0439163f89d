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
from headwater.case.grades import GradedClaim, OriginLetter
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
from headwater.case.store import Case, is_case
from headwater.case.tables import TABLES
from headwater.case.what_if import Recount, Said, TakeAway, Teller, Weakened, WhatIf

__all__ = [
    "TABLES",
    "ActorProfile",
    "Case",
    "CitingWords",
    "Describer",
    "Description",
    "GradedClaim",
    "HeldRelation",
    "Imagine",
    "MustContain",
    "OriginLetter",
    "OriginSupport",
    "Recount",
    "RestingTelling",
    "Said",
    "Saying",
    "SearchHit",
    "TakeAway",
    "Teller",
    "WantedReport",
    "Weakened",
    "WhatIf",
    "Whereabouts",
    "WrittenName",
    "is_case",
    "json_line",
]
