"""What is worth getting: reports that are cited and not held, by how much they would settle.

First comes the report that would make the origin interval of most claims certain; of two, the one
whose claims most articles tell; then the one on which most claims rest; then the most cited.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from headwater.case.fronts import Whereabouts
from headwater.case.what_if import Teller
from headwater.model import Claim, Derivation, Report, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingWords:
    """Words of an article that cite a report, where they stand, and who published them when."""

    article_id: str
    start: int
    end: int
    text: str
    where: Whereabouts


@dataclass(frozen=True, slots=True, kw_only=True)
class RestingTelling:
    """A telling that has its claim from a report: what it tells, and the words that name the report there."""

    statement: Statement
    named_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MustContain:
    """A claim that a report must contain, as those who cite it have it from there."""

    claim: Claim
    #: Whether its interval would become certain.
    settles: bool
    #: Empty where the report stands in for tellers who name nobody for this.
    tellings: tuple[RestingTelling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedReport:
    """A report that is cited and not held: whose, of when, by what to know it, and what it would settle.

    The days are those of ``report``: None where nobody says.
    """

    report: Report
    #: Claims whose interval would become certain, and the articles that tell them.
    settles_claims: int
    settles_articles: int
    #: Those it settles first, then the most told.
    must_contain: tuple[MustContain, ...]
    cited_in: tuple[CitingWords, ...]


class Imagine(Protocol):
    """Counts claims as if a report were held. The case counts nothing itself."""

    def rests_on(self, claim: Claim, report: Report) -> tuple[str, ...] | None:
        """Give the tellings that have a claim from a report; None where it does not rest on it."""

    def settles(self, claim: Claim, report: Report) -> bool:
        """Tell whether a claim's interval would become certain if the report were held."""


#: Brings what imagines reports held, for all articles and the tellings of some claims.
Imagining = Callable[[Sequence[Teller], Sequence[Statement], Sequence[Derivation]], Imagine]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What a case holds around the reports that it cites."""

    ghosts: Sequence[Report]
    #: Those that some article tells which cites a ghost.
    claims: Sequence[Claim]
    #: Theirs, by id.
    statements: Mapping[str, Statement]
    derivations: Sequence[Derivation]
    #: By article id.
    where: Mapping[str, Whereabouts]


def wanted_reports(cited: Cited, imagine: Imagine) -> tuple[WantedReport, ...]:
    """Say of every ghost what it must contain and would settle, in the order in which to get them."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in cited.claims:
        for article_id in claim.article_ids:
            told[article_id].append(claim)
    found = (_wanted(ghost, told, cited, imagine) for ghost in cited.ghosts)
    return tuple(sorted(found, key=_first_to_get))


def _wanted(
    ghost: Report, told: Mapping[str, Sequence[Claim]], cited: Cited, imagine: Imagine
) -> WantedReport:
    claims = {claim.id: claim for key in ghost.cited_by for claim in told.get(key, ())}
    resting = [
        _must_contain(claim, ghost, through, cited, settles=imagine.settles(claim, ghost))
        for claim in claims.values()
        if (through := imagine.rests_on(claim, ghost)) is not None
    ]
    settled = [one.claim for one in resting if one.settles]
    return WantedReport(
        report=ghost,
        settles_claims=len(settled),
        settles_articles=len({key for claim in settled for key in claim.article_ids}),
        must_contain=tuple(sorted(resting, key=_first_to_know)),
        cited_in=_citing_words(ghost, cited),
    )


def _must_contain(
    claim: Claim, ghost: Report, told: Iterable[str], cited: Cited, *, settles: bool
) -> MustContain:
    tellings = (cited.statements[key] for key in told)
    return MustContain(
        claim=claim,
        settles=settles,
        tellings=tuple(
            RestingTelling(statement=said, named_by=_named_by(said, ghost)) for said in tellings
        ),
    )


def _named_by(said: Statement, ghost: Report) -> str | None:
    """The words of a chain that name the report's outlet; another page's name for it stands in the chain too."""
    exact = [link.text for link in said.chain[1:] if link.actor_id == ghost.outlet]
    return next(filter(None, exact), None)


def _citing_words(ghost: Report, cited: Cited) -> tuple[CitingWords, ...]:
    words = [
        CitingWords(
            article_id=derivation.article_id,
            start=passage.start,
            end=passage.end,
            text=passage.text,
            where=cited.where[derivation.article_id],
        )
        for derivation in cited.derivations
        if derivation.upstream_report_id == ghost.id
        for passage in derivation.evidence
    ]
    return tuple(
        sorted(words, key=lambda w: (w.where.published_from or "~", w.article_id, w.start))
    )


def _first_to_get(wanted: WantedReport) -> tuple[object, ...]:
    report = wanted.report
    return (
        -wanted.settles_claims,
        -wanted.settles_articles,
        -len(wanted.must_contain),
        -len(report.cited_by),
        report.outlet_name,
        report.id,
    )


def _first_to_know(one: MustContain) -> tuple[object, ...]:
    claim = one.claim
    return not one.settles, -len(claim.article_ids), -len(claim.statement_ids), claim.id
