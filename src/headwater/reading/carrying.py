"""Whose word a sentence is on that names no source: the statement beside it that carries over."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from headwater.model import Caveat, ChainLink, LinkKind, QuoteKind, Statement
from headwater.reading.attributions import Attribution
from headwater.reading.sources import Sources
from headwater.reading.speeches import Speech, find_speeches
from headwater.reading.units import Unit

_RESUMES = re.compile(
    r"(?:(?:During|At|In|After|Following|Before)\s+)?(?:[Tt]he|[Tt]hat|[Tt]his|[Tt]hose|[Tt]hese)\s+(?:same\s+)?(\w+)"
)
_ON_AN_OCCASION = frozenset({"During", "At", "In", "After", "Following", "Before"})
#: Those from whom a whole paragraph may be: "according to OUTLET", "according to informed sources".
_OF_WHOLE_REPORTS = frozenset({LinkKind.AGENCY, LinkKind.OUTLET, LinkKind.UNNAMED})


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with a cue of its own, and what it was made of; ``unit`` is a number."""

    unit: int
    attribution: Attribution
    links: tuple[ChainLink, ...]
    statement: Statement


@dataclass(frozen=True, slots=True)
class Carrier:
    """The statement whose source a sentence borrows, and why."""

    told: Told
    why: str
    uncertain: bool = False

    @property
    def warnings(self) -> tuple[Caveat, ...]:
        """What an analyst must know before trusting it."""
        if not self.uncertain:
            return ()
        why = f"No word of the sentence names its source: it {self.why}."
        return (Caveat(kind="uncertain-carrier", why=why),)


class Tops:
    """The units of an article, and the outermost statements found in each so far."""

    def __init__(self, text: str, units: tuple[Unit, ...]) -> None:
        self.text, self.units = text, units
        self._told: dict[int, list[Told]] = {}
        self._numbers: list[int] = []
        self._speeches: Mapping[int, Speech] = {}

    def add(self, told: Told) -> None:
        """Keep one more; they come in reading order."""
        if told.unit not in self._told:
            self._told[told.unit] = []
            self._numbers.append(told.unit)
        self._told[told.unit].append(told)

    def close(self) -> None:
        """Take all for known: who was announced to speak has what stands behind."""
        self._speeches = find_speeches(self)

    def speech_of(self, number: int) -> Speech | None:
        """Give the announced speech of which a unit is part."""
        return self._speeches.get(number)

    def of(self, number: int) -> Sequence[Told]:
        """Give those of one unit, in the order of their words."""
        return self._told.get(number, ())

    def next_after(self, number: int) -> Told | None:
        """Give the first one behind a unit, however far."""
        at = bisect_right(self._numbers, number)
        return self.of(self._numbers[at])[0] if at < len(self._numbers) else None

    def is_one_paragraph(self, number: int, other: int) -> bool:
        """Tell whether two units stand in the same paragraph."""
        return self.units[number].paragraph == self.units[other].paragraph


def carrier_of(tops: Tops, sources: Sources, number: int) -> Carrier | None:
    """Find the statement that carries over to a unit without a cue; None if nobody is meant."""
    for rule in _RULES:
        found = rule(tops, sources, number)
        if found:
            return found
    return None


def frame_of(tops: Tops, sources: Sources, number: int) -> Carrier | None:
    """Find what carries over to a unit although a cue stands in it.

    "During the meeting, officials requested …": the one who told of the meeting tells this too.
    """
    if spoken := _spoken(tops, sources, number):
        return spoken
    if any(len(t.links) > 1 or t.attribution.shape != "leading" for t in tops.of(number)):
        return None
    unit = tops.units[number]
    first = tops.text[unit.start : unit.end].split(" ", 1)[0]
    return _resumed(tops, sources, number) if first in _ON_AN_OCCASION else None


def _spoken(tops: Tops, sources: Sources, number: int) -> Carrier | None:
    """What stands behind "The minister said:", paragraph by paragraph."""
    del sources
    speech = tops.speech_of(number)
    if speech is None:
        return None
    why = "goes on with what its speaker was announced to say"
    return Carrier(speech.told, why, uncertain=not speech.sure)


def _carried_back(tops: Tops, sources: Sources, number: int) -> Carrier | None:
    """A cue that closes a later sentence of the paragraph covers this one as well.

    Not where the sentence tells of the one who speaks there: "The union met. The pay is low, it said".
    """
    later = tops.next_after(number)
    if later is None or not tops.is_one_paragraph(number, later.unit) or not _closes(later):
        return None
    if later.links and _tells_of(sources.words_of(number), later.links[-1]):
        return None
    return Carrier(later, "carried back from the cue that closes the paragraph")


def _tells_of(words: frozenset[str], speaker: ChainLink) -> bool:
    """Tell whether words hold the last of a name, or the noun that "the guild" goes back to."""
    name = (speaker.name or "").split()
    is_met = (speaker.text or "").startswith("the ")
    return bool(name) and (is_met or name[-1][0].isupper()) and name[-1].lower() in words


def _closes(told: Told) -> bool:
    """Whether the cue stands behind its content, and the content is not a quotation's own words.

    "According to federal data" says where one figure is from, not the paragraph.
    """
    found = told.attribution
    is_of_report = any(link.kind in _OF_WHOLE_REPORTS for link in told.links)
    return (
        (found.shape == "closing" or (found.shape == "according" and is_of_report))
        and bool(found.content)
        and found.content[0][0] < found.cue[0][0]
        and told.statement.quote_kind is not QuoteKind.DIRECT
    )


def _quotation_goes_on(tops: Tops, sources: Sources, number: int) -> Carrier | None:
    """A sentence that is all quotation, behind one that says who speaks.

    Also paragraph by paragraph, where each but the last is left open.
    """
    del sources
    if not tops.units[number].is_all_quotation:
        return None
    before = number - 1
    is_opened = tops.units[number].quotations[0].start >= tops.units[number].start
    while is_opened and before > 0 and _is_left_open(tops.units[before]):
        before -= 1
    earlier = tops.of(before)
    return Carrier(earlier[-1], "a quotation right behind a quotation") if earlier else None


def _is_left_open(unit: Unit) -> bool:
    quotation = unit.quotations[-1] if unit.is_all_quotation else None
    return quotation is not None and quotation.start >= unit.start and not quotation.closed


def _resumed(tops: Tops, sources: Sources, number: int) -> Carrier | None:
    """The next sentence of the paragraph goes on about the same event ("During the meeting")."""
    earlier = tops.of(number - 1)
    if not earlier or not tops.is_one_paragraph(number - 1, number):
        return None
    unit = tops.units[number]
    resumes = _RESUMES.match(tops.text, unit.start, unit.end)
    if len(earlier[-1].links) < 2 or resumes is None:
        return None
    if resumes.group(1).lower() not in sources.words_of(number - 1):
        return None
    return Carrier(earlier[-1], "resumes what the source before it told", uncertain=True)


def _between(tops: Tops, sources: Sources, number: int) -> Carrier | None:
    """A sentence between two that the same unnamed source tells."""
    del sources
    before, after = tops.of(number - 1), tops.of(number + 1)
    if not before or not after or not before[-1].links or not after[0].links:
        return None
    one, other = before[-1].links[-1], after[0].links[-1]
    if one.kind is not LinkKind.UNNAMED or one.actor_id != other.actor_id:
        return None
    why = "stands between two sentences of the same source"
    return Carrier(before[-1], why, uncertain=True)


#: In the order in which they are tried.
_RULES: tuple[Callable[[Tops, Sources, int], Carrier | None], ...] = (
    _spoken,
    _carried_back,
    _quotation_goes_on,
    _resumed,
    _between,
)
