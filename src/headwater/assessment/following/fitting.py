"""Whether a passage tells what a clause speaks of.

Vectors propose; who is named, who does it to whom, and what is done decide. A passage that fails one
of them fits no worse than one about something else: it does not fit.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from headwater.assessment.following.naming import (
    Doer,
    Named,
    Wording,
    content_stems,
    is_among,
    is_form_of,
    names_at_head,
    names_of,
    shared_stems,
)
from headwater.assessment.following.turning import Sense, Turn, fits_sense, is_said_of, turn_of
from headwater.lexicon import condition_words, split_words
from headwater.model import Clause, Event, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Cosine from which a passage that names all that the clause names may tell it.
LEAST_COSINE = 0.6
#: The same where it names two or more and tells of the same act.
LEAST_OF_ACT = 0.5
#: The same where the clause names nobody, so that only its words speak.
LEAST_NAMELESS = 0.8
_AGAIN = frozenset({"again", "another", "more", "renewed", "further"})
#: Ids of actors without a name of their own.
_NAMELESS = ("described/", "unnamed/")
#: Cosine from which a supposition may be what a trigger that names nobody asks for.
LEAST_SUPPOSED = 0.7
#: Kinds of event that an act is coded as while it is only threatened.
_UNCODED = "THREATEN"
#: Names from which they fix an act by themselves.
_SEVERAL = 2
#: Letters of a word that tell it from others, its endings left out.
_STEM = 5


@dataclass(frozen=True)
class Sought:
    """A clause that is looked for in passages."""

    clause: Clause

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """Whom and what it names."""
        return names_of(self.clause)

    @cached_property
    def stems(self) -> frozenset[str]:
        """What it says beside the names."""
        return content_stems(self.clause)

    @cached_property
    def keys(self) -> frozenset[str]:
        """All its words, folded."""
        return frozenset(w.key for w in split_words(self.clause.text))

    @cached_property
    def subject_names(self) -> tuple[Named, ...]:
        """Whom it names as the one who does it."""
        subject = self.clause.subject or ""
        words = Wording.of(subject)
        first = names_at_head(subject)
        return (*first, *(n for n in self.named if words.names(n)))

    def shares_act(self, text: str) -> bool:
        """Tell whether a text has the word for what is done, and names all that is named but who does it."""
        wording = Wording.of(text)
        verbs = {v[:_STEM] for v in self.clause.verbs[:1]}
        others = (n for n in self.named if n not in self.subject_names)
        return any(shared_stems(verbs, wording.stems())) and all(map(wording.names, others))

    @property
    def is_leave(self) -> bool:
        """True of somebody's word that is waited for: "an order from the marshal"."""
        leave = condition_words()["leave"]
        return all(v in leave for v in self.clause.verbs) and not leave.isdisjoint(self.keys)

    @property
    def least(self) -> float:
        """The least cosine at which a passage may tell it."""
        if len(self.named) >= _SEVERAL and self.clause.events:
            return LEAST_OF_ACT
        return LEAST_COSINE if self.named else LEAST_NAMELESS

    @property
    def is_again(self) -> bool:
        """True where it is about something that has happened before."""
        return not _AGAIN.isdisjoint(self.keys)

    @property
    def vector(self) -> "NDArray[np.float32]":
        """Its sentence vector."""
        import numpy as np  # noqa: PLC0415 - slow to import: `headwater --help` does not wait

        return np.frombuffer(self.clause.vector, dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A passage as it is compared."""

    text: str
    actor_ids: frozenset[str]
    events: Sequence[Event]
    negative: bool
    #: Reads it by itself.
    read: Callable[[], Clause]


def not_named(sought: Sought, told: Told) -> tuple[str, ...]:
    """Give what the clause names and the passage does not."""
    wording = Wording.of(told.text, told.actor_ids)
    missing = [named.text for named in sought.named if not wording.names(named)]
    return tuple(dict.fromkeys(missing or _not_done(sought, wording)))


def _not_done(sought: Sought, wording: Wording) -> list[str]:
    """Give, of a clause that names nobody, the verbs that the passage does not have: its words are all there is."""
    if sought.named:
        return []
    stems = {key[:_STEM] for key in wording.keys}
    return [verb for verb in sought.clause.verbs if not is_among(verb[:_STEM], stems)]


def why_it_fits(
    sought: Sought,
    told: Told,
    cosine: float,
    *,
    sense: Sense = Sense.SO,
    is_supposed: bool = False,
    by: Doer | None = None,
) -> tuple[str, ...]:
    """Give what speaks for a passage telling what is sought; nothing if it does not tell it.

    Args:
        sought: The clause.
        told: The passage.
        cosine: How near their vectors are.
        sense: Whether it must tell that it is so, that it is not ("unless"), or that it has come to its end.
        is_supposed: Whether the passage is a supposition, which may tell of what is no event.
        by: Who would do it, where the clause does not say: a passage that names somebody else
            as the one who did it does not fit.
    """
    wording = Wording.of(told.text, told.actor_ids)
    turn = turn_of(sought.clause, told.text, is_negative=told.negative, sense=sense)
    if turn is None or not fits_sense(turn, sense):
        return ()
    if cosine < _least(sought, turn, wording, is_supposed=is_supposed):
        return ()
    if not all(wording.names(named) for named in sought.named):
        return ()
    if is_supposed and not turn.words and _not_done(sought, wording):
        return ()
    if turn.words:
        done = _what_is_turned(sought, told, wording, turn)
    else:
        done = _what_is_done(sought, told, wording, is_act=by is not None, is_bare=is_supposed)
    if not done or not _roles_fit(sought, told, by):
        return ()
    named = ", ".join(dict.fromkeys(n.text for n in sought.named))
    return tuple(filter(None, (f"names {named}" if named else "", *done)))


def _least(sought: Sought, turn: Turn, wording: Wording, *, is_supposed: bool) -> float:
    """Give the cosine that is asked for: less where more than likeness must be shown.

    So it is where the words that turn a passage round must be said of the thing named, and where
    somebody named must be told to give the leave that is waited for.
    """
    is_leave_given = sought.is_leave and not wording.keys.isdisjoint(condition_words()["gives"])
    if sought.named and (turn.words or is_leave_given):
        return LEAST_OF_ACT
    return min(sought.least, LEAST_SUPPOSED) if is_supposed else sought.least


def _what_is_turned(
    sought: Sought, told: Told, wording: Wording, turn: Turn
) -> tuple[str, ...]:
    """Give the thing of which the one says this and the other the contrary, and the words that do so."""
    things = tuple(shared_stems(sought.stems, wording.stems()))
    is_fixed = bool(things) or len(sought.named) >= _SEVERAL
    if not is_fixed or not is_said_of(turn, things, sought.named, told.read):
        return ()
    both = (f"both speak of {', '.join(things)}…",) if things else ()
    return (*both, f"the other way round: {', '.join(sorted(turn.words))}")


def _what_is_done(
    sought: Sought, told: Told, wording: Wording, *, is_act: bool, is_bare: bool
) -> tuple[str, ...]:
    """Give the words, or the kind of event, by which both tell of one act.

    That they share a thing is not enough for an act that somebody holds out ("bases will be attacked").
    """
    ours = [e for e in sought.clause.events if e.type != _UNCODED]
    verbs = {v[:_STEM] for v in sought.clause.verbs}
    shared = tuple(shared_stems(sought.stems, wording.stems()))
    acting = tuple(stem for stem in shared if stem in verbs) or _governing(sought, wording)
    if acting:
        return (f"both say {', '.join(acting)}…",)
    if ours:
        kinds = sorted({e.type for e in ours} & {e.type for e in told.events})
        is_fixed = is_bare and len(sought.named) >= _SEVERAL
        return tuple(f"both tell of {kind}" for kind in kinds) if shared or is_fixed else ()
    if is_act or not (told.events or is_bare):
        return ()
    return tuple(f"both say {stem}…" for stem in shared)


def _governing(sought: Sought, wording: Wording) -> tuple[str, ...]:
    """Give the verb that governs the clause, if the passage has a form of it: "freed" for "frees"."""
    telling = (v for v in sought.clause.verbs[:1] if v[:_STEM] in sought.stems)
    return tuple(v for v in telling if any(is_form_of(v, key) for key in wording.keys))


def _roles_fit(sought: Sought, told: Told, by: Doer | None) -> bool:
    """Tell whether nobody but those of the clause does it, and nobody who is to do it suffers it."""
    ours = sought.clause.events
    if not ours and by is None:
        return True
    doers = [n for n in sought.named if any(_is_in(n, e.actor_words) for e in ours)]
    sufferers = [n for n in sought.named if any(_is_in(n, e.recipient_words) for e in ours)]
    for event in told.events:
        acting = _people(event.actor_words, event.actors)
        suffering = _people(event.recipient_words, event.recipients)
        if any(acting.names(n) for n in sufferers if n not in doers):
            return False
        if any(suffering.names(n) and not acting.names(n) for n in doers if n not in sufferers):
            return False
    return by is None or _is_done_by(told, by.with_names(sought.subject_names))


def _is_done_by(told: Told, by: Doer) -> bool:
    """Tell whether nobody else by name is said to have done it."""
    named = [
        _people(e.actor_words, e.actors)
        for e in told.events
        if any(map(_is_named, e.actor_words))
        or any(not a.startswith(_NAMELESS) for a in e.actors)
    ]
    return not named or any(map(by.is_one_of, named))


def _is_named(span: Span) -> bool:
    return (
        any(word[0].isupper() for word in span.text.split()[1:]) and len(span.text.split()) > 1
    )


def _people(words: Iterable[object], ids: Iterable[str]) -> Wording:
    text = " ".join(str(getattr(span, "text", span)) for span in words)
    return Wording.of(text, tuple(ids))


def _is_in(named: Named, words: Iterable[object]) -> bool:
    return Wording.of(" ".join(str(getattr(s, "text", s)) for s in words)).names(named)
