"""The case store: one SQLite file that holds a pile, read.

``Case`` is made, added to and sealed by the pipeline, and asked by the faces. This room knows
only the model, and how names are compared: it can be tested, and used, without reading a page.
"""

from headwater.case.commitments import HeldCommitment, Wording
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

__all__ = [
    "TABLES",
    "ActorProfile",
    "Case",
    "Describer",
    "Description",
    "HeldCommitment",
    "HeldRelation",
    "OriginSupport",
    "Saying",
    "SearchHit",
    "Whereabouts",
    "Wording",
    "WrittenName",
    "is_case",
    "json_line",
]
