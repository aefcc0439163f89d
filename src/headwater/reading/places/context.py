"""What an article says of where it is: the countries and divisions it names, and what stands beside a name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from headwater.lexicon import registry
from headwater.lexicon.gazetteer import Site, place_key
from headwater.model import ActorKind, Mention, MentionKind, PlaceKind

#: What a mention of a country by its people weighs, beside one by its name.
_BY_PEOPLE: Final = 0.7
#: What one of its towns or bodies weighs.
_BY_TOWN: Final = 0.5
#: What the country of the outlet weighs, once.
_OF_OUTLET: Final = 0.5
#: Words behind or before a name that say what it is.
_AFTER: Final = re.compile(r"\s+(province|governorate|oblast|state|region|county|district|raion|city|town|village|prefecture)\b", re.IGNORECASE)  # fmt: skip
_BEFORE: Final = re.compile(
    r"\b(province|governorate|oblast|state|region|county|district|city|town|village|prefecture)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LANDS: Final = frozenset({PlaceKind.DIVISION, PlaceKind.REGION, PlaceKind.DISTRICT})
_KINDS: Final[Mapping[str, frozenset[PlaceKind]]] = {
    "province": _LANDS, "governorate": _LANDS, "oblast": _LANDS, "state": _LANDS, "region": _LANDS, "prefecture": _LANDS,
    "county": frozenset({PlaceKind.DISTRICT}), "district": frozenset({PlaceKind.DISTRICT}), "raion": frozenset({PlaceKind.DISTRICT}),
    "city": frozenset({PlaceKind.CITY}), "town": frozenset({PlaceKind.CITY}), "village": frozenset({PlaceKind.CITY}),
}  # fmt: skip
#: ", " behind a town, before the land it is in.
_COMMA: Final = re.compile(
    r",\s+(?:in\s+)?(?:the\s+)?(?:(?:north|south|east|west|central)\w*\s+)?"
)


@dataclass(slots=True)
class Context:
    """How often an article speaks of each country and division, and the points it is sure of."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    points: tuple[Site, ...] = ()
    #: What each name has added itself: country, division, times. It does not speak for itself.
    learned: dict[str, tuple[str | None, str | None, float]] = field(default_factory=dict)

    def learn(self, name: str, country: str | None, division: str | None, times: float) -> None:
        """Count what a name that came out sure says of where the article is."""
        _, _, before = self.learned.get(name, (None, None, 0.0))
        self.learned[name] = (country, division, before + times)
        self._count(country, division, times)

    @contextmanager
    def without(self, name: str) -> Iterator[None]:
        """Leave out, inside the ``with``, what this name has added."""
        country, division, times = self.learned.get(name, (None, None, 0.0))
        self._count(country, division, -times)
        yield
        self._count(country, division, times)

    def _count(self, country: str | None, division: str | None, times: float) -> None:
        if country:
            self.countries[country] += times
        if division:
            self.divisions[division] += times

    def share(self, country: str | None) -> float:
        """Give the part of all mentions of countries, 0 to 1, that are of this one."""
        whole = sum(self.countries.values())
        return self.countries.get(country, 0.0) / whole if country and whole else 0.0

    def likeliest(self) -> tuple[str, ...]:
        """Give the countries that the article speaks of most, two at most, each for a quarter of all."""
        ranked = sorted(self.countries, key=lambda c: (-self.countries[c], c))
        return tuple(c for c in ranked[:2] if self.share(c) >= 0.25)


def read_context(mentions: Iterable[Mention], outlet: str | None) -> Context:
    """Count the countries that an article speaks of, by name, people, towns and bodies."""
    context = Context()
    for mention in mentions:
        entry = registry().entries.get(mention.actor_id)
        if entry is None or not entry.country:
            continue
        if mention.type is ActorKind.STATE:
            by_name = mention.kind is MentionKind.NAME
            context.countries[entry.country] += 1.0 if by_name else _BY_PEOPLE
        elif mention.type is ActorKind.PLACE:
            context.learn(place_key(mention.text), entry.country, None, _BY_TOWN)
        elif mention.type not in {ActorKind.OUTLET, ActorKind.AGENCY}:
            context.countries[entry.country] += _BY_TOWN
    own = registry().entries.get(outlet or "")
    if own and own.country:
        context.countries[own.country] += _OF_OUTLET
    return context


def kinds_told(text: str, start: int, end: int) -> frozenset[PlaceKind]:
    """Give the kinds that the words beside a name make of it ("Anbar province"); empty if none."""
    found = _AFTER.match(text, end) or _BEFORE.search(text[max(0, start - 30) : start])
    return _KINDS[found.group(1).lower()] if found else frozenset()


def stands_before(text: str, end: int, next_start: int) -> bool:
    """Tell whether nothing but a comma parts a name from the next one: "Innisfail, Queensland"."""
    return _COMMA.fullmatch(text, end, next_start) is not None


def countries_beside(sites: Sequence[Site]) -> tuple[frozenset[str], frozenset[str]]:
    """Give the countries, and the divisions by their codes, that a name beside a town may be."""
    lands = {s.country for s in sites if s.kind is PlaceKind.COUNTRY and s.country}
    codes = {s.division for s in sites if s.kind is PlaceKind.DIVISION and s.division}
    return frozenset(lands), frozenset(codes)
