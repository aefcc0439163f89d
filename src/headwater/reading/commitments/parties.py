"""Who is bound by a commitment, whom it is aimed at, and whom it would serve."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.language import Parse, Token
from headwater.lexicon import coding
from headwater.model import ActorKind, CommitmentKind, Mention
from headwater.reading.commitments.act import Act
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.tree import Stretch, is_mark

#: Prepositions behind which a name is neither hit nor helped.
_BESIDE = frozenset({"from", "with", "by", "via", "through", "near", "between", "across", "among", "of", "along", "alongside", "beside"})  # fmt: skip
_WHERE = frozenset({"in", "at", "inside", "within"})
_UNDERGONE = frozenset({"against", "on", "to", "into"})
_SERVES = frozenset(
    {CommitmentKind.PROMISE, CommitmentKind.READINESS, CommitmentKind.CONDITION}
)
_PRONOUNS = frozenset({"them", "it", "him", "her", "they", "he", "she"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Actors of a commitment beside its issuer."""

    target: tuple[str, ...] = ()
    beneficiary: tuple[str, ...] = ()


class Naming:
    """What the words of an article name: its mentions, and its pronouns by what they stand for."""

    def __init__(self, parse: Parse, mentions: Sequence[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda m: (m.start, m.end))
        self._stands_for: Mapping[int, int] = dict(parse.antecedents)

    def is_place(self, actor_id: str) -> bool:
        """Tell whether an actor is only where something is done: towns are served by nobody."""
        return any(m.actor_id == actor_id and m.type is ActorKind.PLACE for m in self._mentions)

    def within(self, start: int, end: int) -> Iterable[Mention]:
        """Yield the names between two places."""
        return (m for m in self._mentions if start <= m.start and m.end <= end)

    def of_pronoun(self, token: Token) -> Mention | None:
        """Give the name a pronoun stands for, None where the engine knows of none."""
        place = self._stands_for.get(token.start)
        if place is None or token.lower not in _PRONOUNS:
            return None
        return next((m for m in self._mentions if m.start <= place < m.end), None)


def find_parties(
    stretch: Stretch, clause: Clause, kind: CommitmentKind, act: Act, naming: Naming, issuer: str | None
) -> Parties:  # fmt: skip
    """Find whom a commitment is aimed at and whom it serves, as far as its words name them.

    A threat that names nobody is aimed at whoever would trip it: "if Nordia invades, we will fight".
    """
    if act.is_barred:  # "no ship will pass the strait" is aimed at ships, not at the strait
        return Parties(target=_who_trips(stretch, clause, naming, issuer))
    acted_on = _acted_on(stretch, clause, naming, issuer)
    if kind is CommitmentKind.THREAT:
        return Parties(target=acted_on or _who_trips(stretch, clause, naming, issuer))
    if kind is CommitmentKind.WARNING or act.is_harm:
        return Parties(target=acted_on)
    served = acted_on if kind in _SERVES and act.is_good else ()
    return Parties(beneficiary=tuple(key for key in served if not naming.is_place(key)))


def _acted_on(
    stretch: Stretch, clause: Clause, naming: Naming, issuer: str | None
) -> tuple[str, ...]:
    """Give the actors behind the verb, or before it where the verb is passive."""
    start, end = clause.consequence
    tokens = stretch.tree.tokens
    verb = _verb(stretch, start, end)
    is_passive = verb is not None and bool(stretch.tree.under(verb, "aux:pass"))
    acted, places = [], []
    for at in range(stretch.first, stretch.end):
        token = tokens[at]
        if not start <= token.start < end:
            continue
        mention = naming.of_pronoun(token) or next(
            (m for m in naming.within(start, end) if m.start == token.start), None
        )
        is_agent = verb is not None and at < verb and not is_passive
        if mention is None or is_agent or mention.actor_id == issuer:
            continue
        before = _led_by(stretch, at)
        if before in _WHERE:
            places += [mention.actor_id] if not is_passive else []
        elif before not in _BESIDE:
            acted.append(mention.actor_id)
    return tuple(dict.fromkeys(acted or places))


def _who_trips(
    stretch: Stretch, clause: Clause, naming: Naming, issuer: str | None
) -> tuple[str, ...]:
    """Give the actors that the subject of the trigger names."""
    if clause.trigger is None:
        return ()
    start, end = clause.trigger
    verb = _verb(stretch, start, end)
    if verb is None or stretch.tree.under(verb, "aux:pass") or stretch.tree.has(verb, coding().befalls):  # fmt: skip
        return ()
    stop = stretch.tree.tokens[verb].start
    tokens = {t.start: at for at, t in enumerate(stretch.tree.tokens)}
    named = [
        m.actor_id
        for m in naming.within(start, stop)
        if m.actor_id != issuer
        and m.start in tokens
        and _before(stretch, tokens[m.start]) not in _UNDERGONE | _WHERE
    ]
    return tuple(dict.fromkeys(named))


def _verb(stretch: Stretch, start: int, end: int) -> int | None:
    """Give the first full verb between two places, or the first that links."""
    tokens = stretch.tree.tokens
    inside = [at for at in range(stretch.first, stretch.end) if start <= tokens[at].start < end]
    tagged = [next((at for at in inside if tokens[at].tag == tag), None) for tag in ("VERB", "AUX")]  # fmt: skip
    return next((at for at in tagged if at is not None), None)


def _led_by(stretch: Stretch, at: int) -> str:
    """Give a noun's preposition: of the second of "between A and B" its "between", of "from A to B" its "from"."""
    tree, before = stretch.tree, _before(stretch, at)
    over = tree.tokens[at].head
    if not before and tree.is_in(at, "conj") and stretch.holds(over):
        return _before(stretch, over)
    opening = next((n for n in range(at - 1, stretch.first, -1) if tree.tokens[n].lower == before), 0)  # fmt: skip
    is_way = before == "to" and opening > stretch.first and _before(stretch, opening) == "from"
    return "from" if is_way else before


def _before(stretch: Stretch, at: int) -> str:
    """Give the preposition of the noun phrase a word is in, empty where it has none."""
    tokens = stretch.tree.tokens
    for n in range(at - 1, max(stretch.first, at - 5) - 1, -1):
        if tokens[n].tag == "ADP":
            return tokens[n].lower
        if tokens[n].tag not in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"} or is_mark(tokens[n]):  # fmt: skip
            return ""
    return ""
