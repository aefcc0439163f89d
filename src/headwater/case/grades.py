"""The grade of a claim: a letter for the sources it rests on, a digit for how well it is borne out.

The two never touch. The letter comes from a person's ratings alone: that of the best rated of the
claim's origins, F where none is rated. An origin is rated by its id, by its name, or, if a registry
knows it, by any name that is surely its own; an id goes before a name. A source that an outlet hides
is, unless it is rated itself, rated as whoever quotes it: nobody else answers for it. The digit is the
claim's own, and was given when the case was read.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.errors import UnclearQuestion
from headwater.lexicon import Letter, Rating, fold_name, registry
from headwater.model import Claim, Origin, OriginKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whoever quotes a source without a name."""

    id: str | None
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginLetter:
    """The letter of one origin, and the rating that gives it."""

    origin_id: str
    name: str
    letter: Letter
    #: What the rating notes; None where nothing is, or nobody rated it.
    note: str | None
    #: The name or id that was rated; None where nobody rated it.
    rated_as: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedClaim:
    """A claim with its grade: ``letter`` and ``digit``, each on its own axis."""

    claim: Claim
    letter: Letter
    #: None in a case that an earlier version made.
    digit: int | None
    #: Of every origin, in the claim's order.
    letters: tuple[OriginLetter, ...]

    @property
    def grade(self) -> str:
        """The grade as it is written: "B2"."""
        return f"{self.letter}{self.digit or '–'}"


#: Gives, for sources without a name, who quotes them.
OwnersOf = Callable[[Sequence[Claim]], Mapping[str, Owner]]


def grade_claims(
    claims: Sequence[Claim], ratings: Iterable[Rating], owners_of: OwnersOf
) -> tuple[GradedClaim, ...]:
    """Set beside every claim its letter, from ratings, and its digit.

    Raises:
        UnclearQuestion: If two ratings that differ are of one origin, by two of its names.
    """
    rated = _Ratings(ratings)
    hidden = [c for c in claims if any(o.kind is OriginKind.UNNAMED for o in c.origins)]
    owners = owners_of(hidden) if rated.any else {}
    return tuple(_graded(claim, rated, owners) for claim in claims)


def _graded(claim: Claim, rated: "_Ratings", owners: Mapping[str, Owner]) -> GradedClaim:
    letters = tuple(rated.of_origin(origin, owners.get(origin.id)) for origin in claim.origins)
    best = min((one.letter for one in letters), default=Letter.NOT_RATED)
    return GradedClaim(claim=claim, letter=best, digit=claim.digit, letters=letters)


class _Ratings:
    """Ratings, found by the ids and names of sources."""

    def __init__(self, ratings: Iterable[Rating]) -> None:
        told = list(ratings)
        self.any = bool(told)
        self._by_id = {rating.id: rating for rating in told if rating.id}
        self._by_name = {fold_name(rating.name): rating for rating in told if rating.name}

    def of_origin(self, origin: Origin, owner: Owner | None) -> OriginLetter:
        """Give an origin's letter: its own, else that of whoever hides it."""
        found = self._find(origin.id, origin.name)
        if found is None and owner is not None:
            found = self._find(owner.id, owner.name)
        return OriginLetter(
            origin_id=origin.id,
            name=origin.title,
            letter=found.letter if found else Letter.NOT_RATED,
            note=found.note if found else None,
            rated_as=(found.name or found.id) if found else None,
        )

    def _find(self, key: str | None, name: str | None) -> Rating | None:
        if key in self._by_id:
            return self._by_id[key]
        entry = registry().entries.get(key or "")
        names = [name or "", *(form.text for form in entry.forms if not form.weak)] if entry else [name or ""]  # fmt: skip
        found = {r.where: r for n in names if (r := self._by_name.get(fold_name(n)))}
        if len({rating.letter for rating in found.values()}) > 1:
            remedy = f"Keep one of them, or rate it by its id: {key}"
            places = ", ".join(sorted(found))
            raise UnclearQuestion("it is rated in two ways", where=f"{name} ({places})", remedy=remedy)  # fmt: skip
        return min(found.values(), key=lambda rating: rating.where, default=None)
