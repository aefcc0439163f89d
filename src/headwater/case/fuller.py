"""Of tellings of one unnamed source, those that say more than another."""

from collections.abc import Iterable, Iterator

from headwater.case.profiles import Description
from headwater.model import (
    Span,
    UnnamedSource,
)


def without_repeats(found: Iterable[Description]) -> Iterator[Description]:
    """Leave out what an earlier or fuller telling of the same article says already ("the sources", "they")."""
    kept: list[Description] = []
    for one in found:
        if any(_is_told_by(one, other) for other in kept):
            continue
        kept = [other for other in kept if not _is_told_by(other, one)]
        kept.append(one)
    yield from kept


def _is_told_by(one: Description, other: Description) -> bool:
    if one.article_id != other.article_id or one.owner_id != other.owner_id:
        return False
    high = one.source.number.high
    fits = one.source.number.low <= other.source.number.low and (
        high is None or high == other.source.number.high
    )
    return fits and _traits(one.source) <= _traits(other.source)


def _traits(source: UnnamedSource) -> set[tuple[str, str]]:
    """Every trait but the number, with its words; a lone pronoun has none."""
    nearness = source.nearness
    spans: dict[str, tuple[Span | None, ...]] = {
        "role": (source.role,),
        "nearness": (nearness.tie, nearness.to) if nearness else (),
        "allegiance": source.allegiance,
        "hidden_by": source.hidden_by,
        "asked": (source.asked,),
        "reason": (source.reason,),
    }
    return {
        (trait, " ".join(span.text.split()).casefold())
        for trait, told in spans.items()
        for span in told
        if span
    }
