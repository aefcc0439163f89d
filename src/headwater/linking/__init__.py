"""Across articles: which tell one story, which flow from which, which statements say the same.

Strings and vectors propose, names and the registry decide. Everything here depends on the set
of articles alone: not on their order, nor on when they were added.
"""

from typing import TYPE_CHECKING

from headwater.doors import opened_when_asked

if TYPE_CHECKING:
    from headwater.linking.actors import gather_actors
    from headwater.linking.claims import group_claims
    from headwater.linking.commitments import link_commitments
    from headwater.linking.derivations import trace_derivations
    from headwater.linking.events import link_events
    from headwater.linking.fingerprints import Fingerprint, take_fingerprint
    from headwater.linking.matters import join_cited
    from headwater.linking.names import page_title
    from headwater.linking.neighbourhoods import Neighbourhoods, find_neighbourhoods
    from headwater.linking.outlets import PileOutlets
    from headwater.linking.reports import gather_reports
    from headwater.linking.retellings import vectors_of
    from headwater.linking.sameness import SameActors, find_same_actors
    from headwater.linking.stories import group_stories
    from headwater.linking.twins import find_twins

__all__ = [
    "Fingerprint",
    "Neighbourhoods",
    "PileOutlets",
    "SameActors",
    "find_neighbourhoods",
    "find_same_actors",
    "find_twins",
    "gather_actors",
    "gather_reports",
    "group_claims",
    "group_stories",
    "join_cited",
    "link_commitments",
    "link_events",
    "page_title",
    "take_fingerprint",
    "trace_derivations",
    "vectors_of",
]

__getattr__ = opened_when_asked(
    __name__,
    actors="gather_actors",
    claims="group_claims",
    commitments="link_commitments",
    derivations="trace_derivations",
    events="link_events",
    fingerprints="Fingerprint take_fingerprint",
    matters="join_cited",
    names="page_title",
    neighbourhoods="Neighbourhoods find_neighbourhoods",
    outlets="PileOutlets",
    reports="gather_reports",
    retellings="vectors_of",
    sameness="SameActors find_same_actors",
    stories="group_stories",
    twins="find_twins",
)
