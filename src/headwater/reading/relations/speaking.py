"""Whom "we" and "I" mean: who speaks in the quotation, and the body he speaks for."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.lexicon import words
from headwater.model import ActorKind, ChainLink, Mention, QuoteKind, Statement
from headwater.reading.relations.scene import Scene, Seen

_I = frozenset({"i", "me", "my"})
_WE = frozenset({"we", "us", "our"})
_QUOTED = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED})
_MARKS = frozenset("“\"‘'«„")
#: The ties by which somebody may say "we" for the other.
_SPEAKS_FOR = frozenset(
    "spokesman_of speaks_for leads commands president_of holds_office_in ambassador_of envoy_of deputy_commander_of member_of".split()
)
#: Who can be meant by "we" where a description names him: "a Marsh Council official".
_BODIES = frozenset(
    {
        ActorKind.STATE,
        ActorKind.STATE_ORGAN,
        ActorKind.ARMED_GROUP,
        ActorKind.PARTY,
        ActorKind.ORGANISATION,
        ActorKind.GROUP,
    }
)


@dataclass(frozen=True, slots=True)
class _Speech:
    """A stretch of somebody's own words."""

    start: int
    end: int
    speaker: Mention


class Speaking:
    """The speakers of one article's quotations, asked by place."""

    def __init__(
        self,
        scenes: Sequence[Scene],
        mentions: Iterable[Mention],
        statements: Iterable[Statement],
        offices: Iterable[Seen],
    ) -> None:
        self._named = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._named]
        self._body: dict[str, Mention] = {}
        for seen in offices:
            if seen.kind in _SPEAKS_FOR and not seen.is_former:
                self._body.setdefault(seen.subject.actor_id, seen.object)
        quoted = self._quoted(statements, {s.subject.end: s.subject for s in offices})
        # The innermost first: what is quoted in a quotation is another's "we".
        self._quotes = sorted(quoted, key=lambda q: (q.end - q.start, q.start))
        self._opened = [s for scene in scenes if (s := _opened_by(scene))]

    def meant(self, place: int, word: str) -> Mention | None:
        """Give whom a word of the first person means; None where nobody is known to speak.

        "We" is the body that the speaker speaks for, else he himself, who is surely one of them.
        """
        speaker = next((q.speaker for q in self._quotes if q.start <= place < q.end), None)
        if speaker is None:
            speaker = next(
                (s.speaker for s in reversed(self._opened) if s.start <= place), None
            )
        if speaker is None or word in _I:
            return speaker
        return self._body.get(speaker.actor_id, speaker) if word in _WE else None

    def _quoted(
        self, statements: Iterable[Statement], described: Mapping[int, Mention]
    ) -> Iterator[_Speech]:
        for statement in statements:
            link = statement.chain[-1] if statement.chain else None
            if statement.quote_kind not in _QUOTED or link is None or not statement.source:
                continue
            if speaker := self._speaker(link, described):
                yield from (_Speech(c.start, c.end, speaker) for c in statement.content)

    def _speaker(self, link: ChainLink, described: Mapping[int, Mention]) -> Mention | None:
        """Give the mention of who speaks: his name, his description, or the one body that it names."""
        by_id = next((m for m in self._named if m.actor_id == link.actor_id), None)
        if by_id or link.start is None or link.end is None:
            return by_id
        if link.end in described:
            return described[link.end]
        first, last = (
            bisect_right(self._starts, link.start - 1),
            bisect_right(self._starts, link.end),
        )
        inside = [m for m in self._named[first:last] if m.end <= link.end and m.type in _BODIES]
        return inside[0] if len({m.actor_id for m in inside}) == 1 else None


def _opened_by(scene: Scene) -> _Speech | None:
    """In "The minister said:" above unquoted paragraphs, give the minister; his words go on to the end."""
    end = scene.tokens[-1].end
    rest = scene.text[end : end + 8].lstrip()
    if scene.tokens[-1].text != ":" or not rest or rest[0] in _MARKS:
        return None
    for at, token in enumerate(scene.tokens):
        if token.relation == "root" and token.lower in words().verbs:
            # Of "Minister for the East, Ilse Varga, said:" the tree may make two subjects.
            told = [p for k in scene.under(at, "nsubj") if (p := scene.party(k))]
            return _Speech(end, len(scene.text), told[-1]) if told else None
    return None
