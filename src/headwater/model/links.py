"""What linking gives: everything that holds between articles, made anew by every run."""

from dataclasses import dataclass

from headwater.model.actor import Actor
from headwater.model.claim import Claim, Contradiction, Drift
from headwater.model.derivation import Derivation, Report, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Everything found by looking at the articles of a case together."""

    actors: tuple[Actor, ...] = ()
    stories: tuple[Story, ...] = ()
    reports: tuple[Report, ...] = ()
    claims: tuple[Claim, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    drifts: tuple[Drift, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    #: A commitment that several articles tell, and the one that stands for all its tellings: both ids.
    same_commitments: tuple[tuple[str, str], ...] = ()
