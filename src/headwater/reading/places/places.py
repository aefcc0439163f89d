"""The places of an article: every name that is one, tied to one point of the map.

Twice over: first each name by itself, with the countries that the article speaks of; then again with the points
and divisions that came out sure. One name means one place all through an article.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from headwater.language import Parse
from headwater.lexicon.gazetteer import WIDE, Site, distance_km, gazetteer, place_key
from headwater.model import Article, Mention, Place, PlaceCertainty, PlaceKind, digest
from headwater.reading.places.context import (
    Context,
    countries_beside,
    kinds_told,
    read_context,
    stands_before,
)
from headwater.reading.places.senses import Clues, Sense, score_senses
from headwater.reading.places.toponyms import Basis, Toponym, find_toponyms

#: By how much the best place of a name must lead, on the scale of the scores, to be sure.
_LEAD: Final = 1.0
#: Two places of one name nearer than this are as good as one.
_SAME_KM: Final = 50.0
#: Score below which a lone village is no more than a candidate.
_LEAST: Final = 4.0
#: The same of one that nothing in the article speaks for: a town of 100,000.
_ALONE: Final = 5.0
#: Words that say what a place is, before or behind its name, and the kind they make certain of.
_TYPE_BEHIND: Final = re.compile(
    r"[\s-]+(?:province|governorate|oblast|state|region|county|district|raion|city|town|village|area|prefecture|municipality|valley|"
    r"metropolitan area|international airport|airport|air ?base|airfield|base|camp|refugee camp|port|prison|border crossing|crossing|hospital|suburb)$",
    re.IGNORECASE,
)
_TYPE_BEFORE: Final = re.compile(
    r"(?:the )?(?:city|town|village|province|state|district|county|port|republic|gulf|kingdom) of (?:the )?",
    re.IGNORECASE,
)
#: Behind these the name of a town is not the thing itself: it lies near.
_THING: Final = re.compile(
    r"(?:airport|air ?base|airfield|base|camp|port|prison|crossing|hospital)$", re.IGNORECASE
)


_ACRONYM: Final = re.compile(r"(?:[A-Z]\.?){1,3}")
#: Words that are parts of names, and alone none.
_NO_NAME: Final = re.compile(
    r"(?:the )?(?:north|south|east|west|central|upper|lower|north-?east|north-?west|south-?east|south-?west)(?:ern)?|island|city|county|lake|river|mount",
    re.IGNORECASE,
)
#: A town with fewer inhabitants than ten to this power, of a country the article does not name, is not brought up.
_UNHEARD: Final = 4.2


@dataclass(frozen=True, slots=True)
class _Lookup:
    """The places one name may mean, and whether a looser form of it found them."""

    sites: tuple[Site, ...]
    loose: str | None = None


def find_places(
    article: Article, parse: Parse, mentions: Sequence[Mention]
) -> tuple[Place, ...]:
    """Find every name of a place in an article that the gazetteer knows, with its point.

    Args:
        article: What is read.
        parse: Its title and body.
        mentions: Whom it names.
    """
    return place_toponyms(article, find_toponyms(parse, mentions), mentions)


def place_toponyms(
    article: Article, toponyms: Sequence[Toponym], mentions: Sequence[Mention]
) -> tuple[Place, ...]:
    """Tie names that are given to points; those the gazetteer does not know are left out."""
    named = _by_name(toponyms)
    context = read_context(mentions, article.outlet)
    looked = {key: _look_up(row[0].text) for key, row in named.items()}
    clues = _clues(article.text, toponyms, named, looked)
    senses = _resolve(looked, clues, context)
    _learn(context, senses, named)
    _loosen(looked, named, context)
    senses = _resolve(looked, clues, context)
    return tuple(
        _place(article.id, toponym, senses[key], looked[key].loose)
        for toponym in toponyms
        if senses.get(key := _name_of(toponym)) and not _is_unheard(senses[key][0], context)
    )


def _name_of(toponym: Toponym) -> str:
    return place_key(toponym.text)


def _by_name(toponyms: Sequence[Toponym]) -> Mapping[str, list[Toponym]]:
    named: dict[str, list[Toponym]] = {}
    for toponym in toponyms:
        named.setdefault(_name_of(toponym), []).append(toponym)
    return named


def _look_up(text: str) -> _Lookup:
    """Look a name up as it stands, else without the words that say what it is."""
    if _NO_NAME.fullmatch(text):
        return _Lookup(())
    if sites := gazetteer().find(text):
        if _ACRONYM.fullmatch(text):  # "EU" is not the town of Eu
            sites = tuple(site for site in sites if site.table != "geonames")
        return _Lookup(sites)
    for short in _shorter(text):
        if sites := gazetteer().find(short):
            thing = _THING.search(text)
            return _Lookup(sites, f"“{short}” for “{text}”" if thing else None)
    return _Lookup(())


def _shorter(text: str) -> Iterator[str]:
    behind = _TYPE_BEHIND.sub("", text)
    before = _TYPE_BEFORE.sub("", text, count=1)
    for short in (behind, before, _TYPE_BEHIND.sub("", behind)):
        if short and short != text:
            yield short


def _loosen(
    looked: dict[str, _Lookup], named: Mapping[str, list[Toponym]], context: Context
) -> None:
    """Look for other spellings, in the countries the article is about, of names that nothing has."""
    for key, row in named.items():
        if looked[key].sites or row[0].basis is not Basis.ENGINE:
            continue
        sites = [
            site
            for country in context.likeliest()
            for site in gazetteer().find_by_frame(row[0].text, country)
        ]
        if sites:
            looked[key] = _Lookup(tuple(sites), "another spelling with the same consonants")


def _clues(
    text: str,
    toponyms: Sequence[Toponym],
    named: Mapping[str, list[Toponym]],
    looked: Mapping[str, _Lookup],
) -> Mapping[str, Clues]:
    """Gather, over all mentions of a name, what stands beside it."""
    behind: dict[str, Toponym] = {}
    for one, other in pairwise(toponyms):
        if stands_before(text, one.end, other.start):
            sites = looked[_name_of(other)].sites
            if any(countries_beside(sites)) and not _is_list(
                looked[_name_of(one)].sites, sites
            ):
                behind.setdefault(_name_of(one), other)
    clues = {}
    for key, row in named.items():
        land = behind.get(key)
        countries, divisions = (
            countries_beside(looked[_name_of(land)].sites)
            if land
            else (frozenset(), frozenset())
        )
        if not any(
            site.country in countries or site.division in divisions
            for site in looked[key].sites
        ):
            countries, divisions = frozenset(), frozenset()  # "in Syria, Iraq and Jordan"
        clues[key] = Clues(
            actor=next((t.actor for t in row if t.actor), None),
            countries=countries,
            divisions=divisions,
            beside=f"“{land.text}”" if land else "",
            kinds=frozenset().union(*(kinds_told(text, t.start, t.end) for t in row)),
        )
    return clues


def _is_list(sites: Sequence[Site], behind: Sequence[Site]) -> bool:
    """Tell "China, Japan" and "Washington, Oregon" from a town and its land."""
    lands = {PlaceKind.COUNTRY, PlaceKind.DIVISION}
    mine = {s.kind for s in sites if s.table == "curated"} & lands
    return bool(mine & {s.kind for s in behind if s.table == "curated"})


def _resolve(
    looked: Mapping[str, _Lookup], clues: Mapping[str, Clues], context: Context
) -> Mapping[str, tuple[Sense, ...]]:
    senses = {}
    for key, lookup in looked.items():
        if lookup.sites:
            with context.without(key):
                senses[key] = score_senses(lookup.sites, clues[key], context)
    return senses


def _learn(
    context: Context,
    senses: Mapping[str, tuple[Sense, ...]],
    named: Mapping[str, list[Toponym]],
) -> None:
    """Add to the context what came out sure: countries, divisions, points."""
    points = []
    for key, row in senses.items():
        if not _is_clear(row):
            continue
        site = row[0].site
        if site.kind is PlaceKind.COUNTRY:
            continue  # counted by the mentions of its state
        division = site.division if site.kind is PlaceKind.DIVISION else None
        if division is None and site.kind not in WIDE:
            points.append(site)
        if key not in context.learned:
            context.learn(key, site.country, division, len(named[key]))
    context.points = tuple(points)


def _is_clear(senses: Sequence[Sense]) -> bool:
    best = senses[0]
    if best.score < _LEAST or (not best.support and best.score < _ALONE):
        return False
    return all(
        best.score - other.score >= _LEAD or _is_close(best.site, other.site)
        for other in senses[1:]
    )


def _is_unheard(sense: Sense, context: Context) -> bool:
    """Tell whether only the sound of its name brings a small place into an article about others."""
    return bool(context.countries) and not sense.support and sense.score < _UNHEARD


def _is_close(one: Site, other: Site) -> bool:
    """Tell whether it makes no difference which of the two is meant."""
    wide = {one.kind, other.kind} & WIDE
    return not wide and distance_km(one, other) < _SAME_KM


def _place(
    article_id: str, toponym: Toponym, senses: Sequence[Sense], loose: str | None
) -> Place:
    site = senses[0].site
    sure = (
        loose is None and toponym.basis in {Basis.REGISTRY, Basis.ENGINE} and _is_clear(senses)
    )
    others = len(senses) - 1
    why = [f"{toponym.basis}: the words are taken for a place", *senses[0].why]
    if others:
        why.append(f"{others} other{'s' if others > 1 else ''} of this name")
    if loose:
        why.append(loose)
    return Place(
        id=digest("place", article_id, toponym.start, toponym.end),
        article_id=article_id,
        start=toponym.start,
        end=toponym.end,
        text=toponym.text,
        name=site.name,
        lat=site.lat,
        lon=site.lon,
        country=site.country,
        kind=site.kind,
        certainty=PlaceCertainty.SURE if sure else PlaceCertainty.CANDIDATE,
        site=site.id,
        geoname_id=site.geoname_id,
        why=tuple(why),
    )
