"""Which events are asked for."""

from collections.abc import Callable, Sequence

from headwater.case.events import HeldEvent
from headwater.model import Actor


def is_wanted(
    actors: Callable[[str], Sequence[Actor]],
    kind: str | None,
    actor: str | None,
    status: str | None,
) -> Callable[[HeldEvent], bool]:
    """Give the question whether an event is asked for.

    Args:
        actors: Gives the actors whose names hold a text.
        kind: Of this PLOVER type, in any case.
        actor: With a participant, on either side, of this id, or one of whose names or words holds this.
        status: Told so by any article.
    """
    ids = {actor, *(a.id for a in actors(actor))} if actor is not None else set()

    def answer(event: HeldEvent) -> bool:
        if kind is not None and event.type != kind.upper():
            return False
        if status is not None and status not in {t.status for t in event.tellings}:
            return False
        return actor is None or bool(ids & _ids(event)) or _words_hold(event, actor.casefold())

    return answer


def _ids(event: HeldEvent) -> set[str]:
    return {*event.actor_ids, *event.recipient_ids}


def _words_hold(event: HeldEvent, wanted: str) -> bool:
    return any(
        wanted in words.casefold()
        for telling in event.tellings
        for words in (*telling.actors, *telling.recipients)
    )
