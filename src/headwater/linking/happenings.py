"""What two tellings of an event are compared by: who, whom, where, when, how many, and in what words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from headwater.lexicon import split_words, word_weights
from headwater.linking.retellings import VECTOR_SIZE, vectors_of
from headwater.model import ArticleFindings, Event, Mention, MentionKind, Quantity, Span

#: Letters of a word that tell it from others, its endings left out.
_STEM = 5
#: Weight of a word from which it means something by itself; "will" has 1.5, "attack" 3.9.
_TELLING = 2.5
#: Ids of actors without a name.
_NAMELESS = ("described/", "unnamed/")
_NAMES = frozenset({MentionKind.NAME, MentionKind.ADJECTIVAL})


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event: the ids of its actors, and the words that mean something in its phrases."""

    ids: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """True where the sentence says who it is."""
        return bool(self.ids or self.stems)

    def meets(self, other: "Party") -> bool | None:
        """Tell whether somebody is on both; None where one of them is not told."""
        if not self or not other:
            return None
        return bool(self.ids & other.ids or self.stems & other.stems)

    def is_another(self, other: "Party") -> bool:
        """Tell whether both are known by name, and nobody is on both."""
        return bool(self.named and other.named) and self.meets(other) is False

    @property
    def named(self) -> frozenset[str]:
        """The actors of it that are not only described: another article may describe them otherwise."""
        return frozenset(key for key in self.ids if not key.startswith(_NAMELESS))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Happening:
    """One telling of an event.

    ``triggers`` are the words that report it; ``vector`` is that of the statement that carries it,
    ``names`` and ``numbers`` are all that stand in that. ``days`` are the first and last on which it
    can have been, as the words say.
    """

    id: str
    article_id: str
    type: str
    #: False for what is planned, or hangs on a condition.
    is_done: bool
    triggers: frozenset[str]
    vector: npt.NDArray[np.float32]
    names: frozenset[str]
    numbers: frozenset[float]
    actors: Party
    recipients: Party
    #: What the name of its place comes to.
    place: frozenset[str]
    days: tuple[date, date] | None
    published: tuple[date, date] | None

    @property
    def sides(self) -> Party:
        """Whoever takes part, and the place: "the base at Ostrel" may be whom it is done to, or where."""
        ours, theirs = self.actors, self.recipients
        return Party(ours.ids | theirs.ids, ours.stems | theirs.stems | self.place)


def find_happenings(finding: ArticleFindings) -> Iterator[Happening]:
    """Yield the events of an article as they are compared, in reading order."""
    article, vectors = finding.article, vectors_of(finding)
    places = {s.id: n for n, s in enumerate(finding.statements)}
    known = (article.published_from, article.published_to)
    for event in finding.events:
        number = places.get(event.statement_id or "")
        spans = finding.statements[number].content if number is not None else ()
        has_vector = number is not None and number < len(vectors)
        yield Happening(
            id=event.id,
            article_id=article.id,
            type=event.type,
            is_done=event.status not in {"planned", "conditional"},
            triggers=frozenset({event.text.lower()}),
            vector=vectors[number] if has_vector else np.zeros(VECTOR_SIZE, np.float32),
            names=names_in(finding.mentions, spans),
            numbers=numbers_in(finding.quantities, spans),
            actors=_party(event.actors, event.actor_words),
            recipients=_party(event.recipients, event.recipient_words),
            place=stems_of(event.place or ""),
            days=_days(event),
            published=(known[0], known[1]) if known[0] and known[1] else None,
        )


def stems_of(text: str) -> frozenset[str]:
    """Give the words of a phrase that mean something, without their endings."""
    weights = word_weights()
    keys = (word.key for word in split_words(text))
    return frozenset(k[:_STEM] for k in keys if weights.weight(k) >= _TELLING)


def names_in(mentions: Iterable[Mention], spans: Iterable[Span]) -> frozenset[str]:
    """Give the actors that are named between these words."""
    inside = [(span.start, span.end) for span in spans]
    return frozenset(
        m.actor_id
        for m in mentions
        if m.kind in _NAMES and any(start <= m.start < end for start, end in inside)
    )


def numbers_in(quantities: Iterable[Quantity], spans: Iterable[Span]) -> frozenset[float]:
    """Give the numbers between these words."""
    inside = [(span.start, span.end) for span in spans]
    return frozenset(
        q.value
        for q in quantities
        if q.value is not None and any(start <= q.start < end for start, end in inside)
    )


def _party(ids: Iterable[str], words: Iterable[Span]) -> Party:
    stems = (stems_of(span.text) for span in words)
    return Party(frozenset(ids), frozenset().union(*stems))


def _days(event: Event) -> tuple[date, date] | None:
    if event.from_ is None or event.to is None:
        return None
    return date.fromisoformat(event.from_), date.fromisoformat(event.to)
