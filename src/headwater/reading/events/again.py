"""Second mentions: which events of an article are one told twice."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from headwater.model import Event


def tie_mentions(events: Iterable[tuple[Event, bool]]) -> Iterator[Event]:
    """Yield events in order, a second mention with the id of the first.

    A second mention is taken up by a definite noun ("the attack", "its strike") or repeats who did
    what to whom; nothing it says of people, place or days may contradict the first.

    Args:
        events: Each with whether its words are a definite noun.
    """
    first: list[Event] = []
    for event, is_definite in events:
        earlier = next(
            (e for e in reversed(first) if _may_be_one(e, event, is_definite=is_definite)), None
        )
        if earlier is None:
            first.append(event)
            yield event
        else:
            yield replace(event, same_as=earlier.id)


def _may_be_one(first: Event, second: Event, *, is_definite: bool) -> bool:
    if (first.type, first.status) != (second.type, second.status):
        return False
    who, whom = (
        _shares(first.actors, second.actors),
        _shares(first.recipients, second.recipients),
    )
    if who is False or whom is False or _parted(first, second):
        return False
    if who and whom:
        return is_definite or first.mode == second.mode
    return is_definite and bool(who or whom)


def _shares(a: tuple[str, ...], b: tuple[str, ...]) -> bool | None:
    return None if not a or not b else bool(set(a) & set(b))


def _parted(a: Event, b: Event) -> bool:
    """Tell whether places or days of the two cannot both be."""
    if a.place and b.place and a.place != b.place:
        return True
    if a.from_ and b.to and a.from_ > b.to:
        return True
    return bool(b.from_ and a.to and b.from_ > a.to)
