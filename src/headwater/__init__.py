"""Headwater: who says so, and on whose word.

The rooms, in the order in which a page walks through them: pages, language, reading, linking,
assessment, case, faces. ``read`` takes a pile through all of them:

    import headwater

    case = headwater.read(["pile/"])
    for claim in case.claims():
        print(claim.text, claim.independent, claim.reasons)
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from headwater.errors import UnreadablePile

if TYPE_CHECKING:
    from headwater.case import (
        Case,
        Follower,
        Imagine,
        Recount,
        Said,
        Supposes,
        Teller,
        WeighedPledge,
    )
    from headwater.model import (
        Actor,
        ArticleFindings,
        Claim,
        Clause,
        Derivation,
        Facts,
        Pledge,
        Reported,
        Statement,
        UnnamedSource,
    )
    from headwater.settings import Settings

__version__ = "0.1.0"
__all__ = ["__version__", "open_case", "read"]


def read(
    pile: Path | str | Sequence[Path | str],
    out: Path | str | None = None,
    *,
    settings: "Settings | None" = None,
    workers: int = 1,
) -> "Case":
    """Read a pile of saved pages and give the case that answers questions about it.

    Args:
        pile: Files and folders of HTML, text, WARC, WACZ or JSON Lines.
        out: The case file to make, or to add to. None keeps the case in memory.
        settings: Every dial; the defaults if None.
        workers: Processes to spread the pages over. The result does not depend on it.

    Returns:
        The case, open for questions. Pages that could not be read are in ``case.pages()``
        with the reason.

    Raises:
        UnreadablePile: If a path of the pile is not there.
        UnusableCase: If ``out`` is a file and not a case of this version.
    """
    from headwater.case import Case  # noqa: PLC0415 - importing headwater stays light
    from headwater.scale import read_pile  # noqa: PLC0415

    paths = [pile] if isinstance(pile, Path | str) else list(pile)
    is_new = out is not None and not Path(out).exists()
    case = equipped(Case.in_memory() if out is None else Case.open_or_create(out))
    try:
        read_pile(paths, case, settings=settings, workers=workers)
    except UnreadablePile:
        case.close()
        if is_new and out is not None:
            Path(out).unlink()
        raise
    return case


def open_case(path: Path | str) -> "Case":
    """Open a case for questions.

    Raises:
        UnusableCase: If there is none, or it is of another version, or not a case.
    """
    from headwater.case import Case  # noqa: PLC0415 - importing headwater stays light

    return equipped(Case.open(path))


def equipped(case: "Case") -> "Case":
    """Bring along what a case asks of rooms it does not know."""
    case.describe, case.count_origins = _describe, _count_origins
    case.take_away, case.imagining, case.count_among = _take_away, _imagine, _count_among
    case.follow, case.supposes = _follow, _Supposes()
    return case


def _describe(text: str, start: int, end: int) -> "UnnamedSource":
    """Read what a text tells of an unnamed source; the reading room is opened only when asked."""
    from headwater.reading import describe_unnamed  # noqa: PLC0415 - importing headwater stays light

    return describe_unnamed(text, start, end)


def _count_origins(
    claims: "Sequence[Claim]",
    findings: "Iterable[ArticleFindings]",
    derivations: "Iterable[Derivation]",
) -> "tuple[Claim, ...]":
    """Count the origins of what statements say; the assessment room is opened only when asked."""
    from headwater.assessment import assess_claims  # noqa: PLC0415 - importing headwater stays light

    return assess_claims(claims, findings, derivations)


def _count_among(
    claims: "Sequence[Claim]",
    articles: "Iterable[Teller]",
    statements: "Iterable[Said]",
    derivations: "Iterable[Derivation]",
) -> "tuple[Claim, ...]":
    """Count the origins of what statements say among all articles; the assessment room is opened only when asked."""
    from headwater.assessment import count_among  # noqa: PLC0415 - importing headwater stays light

    return count_among(claims, articles, statements, derivations)


def _take_away(source: "Actor", articles: "Sequence[Teller]") -> "Recount":
    """Take a source away from all articles; the assessment room is opened only when asked."""
    from headwater.assessment import Without  # noqa: PLC0415 - importing headwater stays light

    return Without(source, articles)


def _imagine(
    articles: "Sequence[Teller]",
    statements: "Sequence[Statement]",
    derivations: "Sequence[Derivation]",
) -> "Imagine":
    """Imagine reports held; the assessment room is opened only when asked."""
    from headwater.assessment import Missing  # noqa: PLC0415 - importing headwater stays light

    return Missing(articles, statements, derivations)


def _follow(
    facts: "Facts", load: "Callable[[Collection[str]], Iterable[Reported]]"
) -> "Follower":
    """Follow commitments through what is reported; the assessment room is opened only when asked."""
    from headwater.assessment import Following  # noqa: PLC0415 - importing headwater stays light
    from headwater.reading import clause_vector, read_clause  # noqa: PLC0415

    return Following(facts, load, read_clause, clause_vector)


class _Supposes:
    """Holds triggers against a supposition; the rooms are opened only when asked."""

    def read(self, text: str) -> "Clause":
        return self._room.read(text)

    def needs(self, words: str) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
        return self._room.needs(words)

    def weigh(
        self, supposed: "Clause", pledges: "Iterable[Pledge]"
    ) -> "Sequence[WeighedPledge]":
        return self._room.weigh(supposed, pledges)

    @cached_property
    def _room(self) -> "Supposes":
        from headwater.assessment import Supposing  # noqa: PLC0415 - importing headwater stays light
        from headwater.reading import clause_vector, read_clause  # noqa: PLC0415

        return Supposing(read_clause, clause_vector)
