"""What a statement says was done, by whom and to whom: two that turn it round are of two deeds, however alike their words.

Vectors hardly tell "Talvin shelled Ostrel" from "Ostrel shelled Talvin", nor a border that was closed
from one that was opened again. The events read in both do.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from headwater.lexicon import coding, registry
from headwater.model import ArticleFindings, Event, Mention, MentionKind, Span

#: Ids of actors without a name: another article may describe them otherwise.
NAMELESS = ("described/", "unnamed/")
_NAMES = frozenset({MentionKind.NAME, MentionKind.ADJECTIVAL})
#: Types of PLOVER that ease what those of material conflict bear down with.
_EASING = frozenset({"AID", "CONCEDE", "COOPERATE", "RETREAT"})
_MATERIAL_CONFLICT = 4
#: The type of acts that both sides do alike: who meets whom is who is met by whom.
_MEETING = "CONSULT"
#: Days between two tellings of one act: it was done at night, or one counts from the day it is told.
_ONE_NIGHT = 1


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody named in an article: the ids of the actors, and the countries they are of."""

    ids: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """Both at once: "Chinese ships" may be China's coast guard."""
        return self.ids | self.countries

    def is_another(self, other: "Party") -> bool:
        """Tell whether the two are certainly not the same: of other countries, or by other names where neither has one."""
        if self.ids & other.ids:
            return False
        if self.countries and other.countries:
            return not self.countries & other.countries
        return bool(self.ids and other.ids) and not self.countries | other.countries


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """What one statement says was done; actors stand by the keys of their parties."""

    #: Who did something, and who had something done to him.
    doers: frozenset[str] = frozenset()
    sufferers: frozenset[str] = frozenset()
    #: Who did something to whom.
    ways: frozenset[tuple[str, str]] = frozenset()
    #: True where all that is more than words eases something, False where it bears down on somebody, None where there is none, or both.
    eases: bool | None = None
    #: First and last day of each act whose day is known.
    days: tuple[tuple[date, date], ...] = ()

    def is_apart_from(self, other: "Deeds") -> bool:
        """Tell whether what is done here cannot be what is done there."""
        return self.turns_round(other) or self.undoes(other) or self.is_on_another_day(other)

    def turns_round(self, other: "Deeds") -> bool:
        """Tell whether whoever does it here has it done to him there, by whom he does it to; and nothing is done alike in both."""
        ours, theirs = self.ways, other.ways
        if not ours or not theirs or ours & theirs:
            return False
        back = {(b, a) for a, b in theirs}
        return bool((ours & back) - {(b, a) for a, b in ours} - theirs)

    def undoes(self, other: "Deeds") -> bool:
        """Tell whether one eases, by the same doer or for the same, what the other bears down with: a border opened, and closed."""
        if self.eases is None or other.eases is None or self.eases is other.eases:
            return False
        return bool(self.doers & other.doers or self.sufferers & other.sufferers)

    def is_on_another_day(self, other: "Deeds") -> bool:
        """Tell whether both give days and none of one is near one of the other: what is done at night has two."""
        between = (
            max(b[0] - a[1], a[0] - b[1]).days for a, b in product(self.days, other.days)
        )
        return bool(self.days and other.days) and all(days > _ONE_NIGHT for days in between)


NO_DEEDS = Deeds()
NOBODY = Party()


class Names:
    """Looks up whom words of an article name.

    Args:
        mentions: Those of the article.
    """

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._named = sorted((m.start, m.actor_id) for m in mentions if m.kind in _NAMES)

    def between(self, spans: Iterable[Span]) -> Iterator[str]:
        """Yield the actors named in these words, in order."""
        for span in spans:
            first = bisect_left(self._named, (span.start, ""))
            last = bisect_left(self._named, (span.end, ""))
            yield from (actor for _, actor in self._named[first:last])

    def party(self, ids: Iterable[str], words: Iterable[Span]) -> Party:
        """Give who somebody is: his id, if he has a name, whom his words name, and of which countries these are."""
        known = {key for key in ids if not key.startswith(NAMELESS)}
        known.update(self.between(words))
        entries = (registry().entries.get(key) for key in known)
        return Party(frozenset(known), frozenset(e.country for e in entries if e and e.country))


def deeds_of(finding: ArticleFindings, names: Names) -> Mapping[int, Deeds]:
    """Give what each statement of an article says was done, by its number; those that tell of no act are missing."""
    events = sorted(finding.events, key=lambda e: (e.start, e.id))
    starts = [event.start for event in events]
    found: dict[int, Deeds] = {}
    for number, statement in enumerate(finding.statements):
        inside = [
            event
            for span in statement.content
            for event in events[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        ]
        if inside:
            found[number] = _deeds(inside, names)
    return found


def _deeds(events: Sequence[Event], names: Names) -> Deeds:
    sides = [
        (
            names.party(e.actors, e.actor_words).keys,
            names.party(e.recipients, e.recipient_words).keys,
        )
        for e in events
    ]
    eased = {_eases(event.type) for event in events} - {None}
    return Deeds(
        doers=frozenset().union(*(doers for doers, _ in sides)),
        sufferers=frozenset().union(*(sufferers for _, sufferers in sides)),
        ways=frozenset(
            (a, b)
            for event, side in zip(events, sides, strict=True)
            if not _is_mutual(event)
            for a, b in product(*side)
            if a != b
        ),
        eases=eased.pop() if len(eased) == 1 else None,
        days=tuple(_day(e.from_, e.to) for e in events if e.from_ and e.to),
    )


def _eases(kind: str) -> bool | None:
    if kind in _EASING:
        return True
    return False if coding().types[kind].quad == _MATERIAL_CONFLICT else None


def _is_mutual(event: Event) -> bool:
    """ "Talvin clashed with Ostrel" is what "Ostrel clashed with Talvin" is."""
    return event.type == _MEETING or event.text.lower() in coding().mutual


def _day(first: str, last: str) -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last)
