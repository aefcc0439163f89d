"""Which place of a name is meant: how well each fits the article, with the reasons.

A score is a sum: how likely such a place is to be named at all (its prior: kind, or the logarithm of
its inhabitants), plus what the article says for it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from headwater.lexicon import Entry
from headwater.lexicon.gazetteer import WIDE, Site, distance_km
from headwater.model import PlaceKind
from headwater.reading.places.context import Context

#: How likely a place is named, by its kind: on the scale of the logarithm (base 10) of inhabitants.
_PRIOR: Final = {
    PlaceKind.CONTINENT: 8.0, PlaceKind.COUNTRY: 7.5, PlaceKind.REGION: 6.0, PlaceKind.DIVISION: 6.5, PlaceKind.WATER: 6.0,
    PlaceKind.ISLAND: 5.0, PlaceKind.STRAIT: 5.5, PlaceKind.RIVER: 5.0, PlaceKind.MOUNTAIN: 5.0, PlaceKind.BASE: 5.0,
    PlaceKind.CROSSING: 5.0, PlaceKind.CAMP: 5.0, PlaceKind.SITE: 5.0, PlaceKind.DISTRICT: 5.0,
}  # fmt: skip
#: What it takes off that only GeoNames lists a division, and that a village's inhabitants are not known.
_GEONAMES_DIVISION: Final = 5.0
_GEONAMES_DISTRICT: Final = 2.5
_CURATED_TOWN: Final = 4.5
_UNCOUNTED: Final = 2.0
#: What the article adds.
_BESIDE: Final = 6.0
_REGISTERED: Final = 3.0
#: Part of the countries an article names from which a place there may be meant rather than the registry's
#: elsewhere: Tripoli in an article about Lebanon.
_ANOTHER_COUNTRY: Final = 0.3
_KIND_TOLD: Final = 2.5
_OWN: Final = 1.0
_COUNTRY_NAMED: Final = 0.7
_COUNTRY_SHARE: Final = 2.5
_DIVISION_NAMED: Final = 1.5
#: What division and nearness may add together.
_MOST_LOCAL: Final = 2.0
#: What a sea or a region of several countries gets in the place of a share.
_OF_NONE: Final = 2.0
#: Inhabitants from which the registry may mean a town of a name.
_KNOWN_TOWN: Final = 15_000
_NEAR: Final = ((100.0, 1.5), (300.0, 0.7))
#: A mark for each mention of the same name that is beside its land elsewhere in the article.
_NOT_THERE: Final = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What is said of one name in one article."""

    actor: Entry | None
    #: Countries and division codes named right behind it.
    countries: frozenset[str]
    divisions: frozenset[str]
    beside: str
    kinds: frozenset[PlaceKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """A place that a name may mean: its score, what its land and context add, and why."""

    site: Site
    score: float
    support: float
    why: tuple[str, ...]


def score_senses(sites: Sequence[Site], clues: Clues, context: Context) -> tuple[Sense, ...]:
    """Give the places of a name, the best first; ties go to the greater town, then by id."""
    meant = _meant(sites, clues.actor, context)
    senses = (_sense(site, clues, context, is_meant=site.id in meant) for site in sites)
    return tuple(sorted(senses, key=lambda s: (-s.score, -s.site.population, s.site.id)))


def _sense(site: Site, clues: Clues, context: Context, *, is_meant: bool) -> Sense:
    why: list[str] = []
    support = 0.0
    if clues.countries or clues.divisions:
        fits = _is_in(site, clues)
        support += _BESIDE if fits else -_NOT_THERE
        if fits:
            why.append(f"beside it: {clues.beside}")
    if clues.actor and is_meant:
        support += _REGISTERED
        why.append(f"registry: {clues.actor.id}")
    if site.kind in clues.kinds:
        support += _KIND_TOLD
        why.append(f"called a {site.kind}")
    if site.table == "added":
        support += _OWN
        why.append("in your own file")
    if share := context.share(site.country):
        support += _COUNTRY_NAMED + _COUNTRY_SHARE * share
        why.append(f"country: {site.country}, {share:.0%} of what the article names")
    elif site.country is None:
        support += _OF_NONE
    local = 0.0
    if (
        site.division
        and context.divisions.get(site.division)
        and site.kind is not PlaceKind.DIVISION
    ):
        local += _DIVISION_NAMED
        why.append(f"in a division it names: {site.division}")
    near, km = _nearness(site, context)
    support += min(_MOST_LOCAL, local + near)
    if near:
        why.append(f"{km:.0f} km from another place it names")
    return Sense(site=site, score=_prior(site) + support, support=support, why=tuple(why))


def _prior(site: Site) -> float:
    if site.kind is PlaceKind.CITY:
        known = math.log10(site.population) if site.population > 1 else _UNCOUNTED
        return max(known, _CURATED_TOWN) if site.table == "curated" else known
    if site.table == "geonames":
        return _GEONAMES_DIVISION if site.kind is PlaceKind.DIVISION else _GEONAMES_DISTRICT
    return _PRIOR[site.kind]


def _is_in(site: Site, clues: Clues) -> bool:
    if site.division and site.division in clues.divisions:
        return site.kind is not PlaceKind.DIVISION
    return site.country in clues.countries and site.kind is not PlaceKind.COUNTRY


def _meant(sites: Sequence[Site], actor: Entry | None, context: Context) -> frozenset[str]:
    """Give the ids of what the registry may mean: a state, its seat of government, a known town or land there."""
    if actor is None or (
        not context.share(actor.country)
        and any(
            context.share(site.country) >= _ANOTHER_COUNTRY
            for site in sites
            if site.country != actor.country and site.kind is not PlaceKind.COUNTRY
        )
    ):
        return frozenset()
    there = [site for site in sites if site.country == actor.country]
    if actor.id.startswith("state/"):
        return frozenset(site.id for site in there if site.kind is PlaceKind.COUNTRY)
    towns = [site for site in there if site.kind is PlaceKind.CITY]
    if actor.capital_of and towns:
        return frozenset({max(towns, key=lambda s: (s.population, s.id)).id})
    return frozenset(
        site.id
        for site in there
        if site.table != "geonames"
        or site.kind is PlaceKind.DIVISION
        or site.population >= _KNOWN_TOWN
    )


def _nearness(site: Site, context: Context) -> tuple[float, float]:
    """Give what the nearest other point of the article speaks for this one, and how far it is."""
    if site.kind in WIDE or site.kind is PlaceKind.DIVISION:
        return 0.0, 0.0
    ways = [distance_km(site, p) for p in context.points if p.id != site.id]
    km = min(ways, default=math.inf)
    return next((weight for most, weight in _NEAR if km <= most), 0.0), km
