"""Whether those who do and suffer an act in a passage are those of whom a clause speaks."""

from collections.abc import Iterable

from headwater.assessment.following.naming import Doer, Named, Wording
from headwater.assessment.following.sought import Sought, Told
from headwater.model import Span

#: Ids of actors without a name of their own.
_NAMELESS = ("described/", "unnamed/")


def roles_fit(sought: Sought, told: Told, by: Doer | None) -> bool:
    """Tell whether nobody but those of the clause does it, and nobody who is to do it suffers it."""
    ours = sought.clause.events
    if not ours and by is None:
        return True
    doers = [n for n in sought.named if any(_is_in(n, e.actor_words) for e in ours)]
    sufferers = [n for n in sought.named if any(_is_in(n, e.recipient_words) for e in ours)]
    for event in told.events:
        acting = people_of(event.actor_words, event.actors)
        suffering = people_of(event.recipient_words, event.recipients)
        if any(acting.names(n) for n in sufferers if n not in doers):
            return False
        if any(suffering.names(n) and not acting.names(n) for n in doers if n not in sufferers):
            return False
    return by is None or _is_done_by(told, by.with_names(sought.subject_names))


def _is_done_by(told: Told, by: Doer) -> bool:
    """Tell whether nobody else by name is said to have done it."""
    named = [
        people_of(e.actor_words, e.actors)
        for e in told.events
        if any(map(_is_named, e.actor_words))
        or any(not a.startswith(_NAMELESS) for a in e.actors)
    ]
    return not named or any(map(by.is_one_of, named))


def _is_named(span: Span) -> bool:
    return (
        any(word[0].isupper() for word in span.text.split()[1:]) and len(span.text.split()) > 1
    )


def people_of(words: Iterable[object], ids: Iterable[str]) -> Wording:
    """Give the words and ids of people as names are looked for in them."""
    text = " ".join(str(getattr(span, "text", span)) for span in words)
    return Wording.of(text, tuple(ids))


def _is_in(named: Named, words: Iterable[object]) -> bool:
    return Wording.of(" ".join(str(getattr(s, "text", s)) for s in words)).names(named)
