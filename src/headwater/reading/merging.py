"""The attributions of a unit: those that the rules of structure find, and those that only the engine finds.

The rules see chains ("told OUTLET", "citing") and nesting to any depth; the engine sees
language the rules have no word for. Where both find a cue, the rules' reading stands.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from headwater.language import Tagged
from headwater.reading.attributions import Attribution, find_attributions
from headwater.reading.tagged import attributions_tagged
from headwater.reading.units import Unit

#: Words that a content must have, and the sureness a finding must have, to be added on the engine's word alone.
_SHORTEST = 2
_SURE = 0.4
#: The sureness from which the engine's end of a content is taken for the rules'.
_SURE_OF_END = 0.8


def attributions_of(unit: Unit, tagged: Sequence[Tagged]) -> tuple[Attribution, ...]:
    """Find the attributions of a unit, outermost first, nested ones inside them.

    Args:
        unit: The words.
        tagged: What the engine tagged in the whole article, in the order of the cues.
    """
    extras = list(attributions_tagged(unit, tagged))
    found = [
        _ended(unit, attribution, extras) for attribution in find_attributions(unit.tokens)
    ]
    for extra in extras:
        if _is_whole(extra, opens=unit.opens) and not _told_of(found) & _telling(extra):
            found = _placed(found, extra)
    return tuple(sorted(found, key=lambda a: a.cue[0][0])) if len(found) > 1 else tuple(found)


def _ended(unit: Unit, found: Attribution, extras: Sequence[Attribution]) -> Attribution:
    """Cut a content that runs on where the engine sees it end, if what is behind hangs on other words.

    "X called the plan a fraud, and left": the rules see no end of what X said.
    """
    if found.shape != "leading" or found.relayer or len(found.content) != 1:
        return found
    first, last = found.content[0]
    for extra in extras:
        if extra.cue[0][1] != found.cue[0][1] or extra.sure < _SURE_OF_END:
            continue
        ends = [end for start, end in extra.content if start == first and end < last]
        if len(extra.content) == len(ends) == 1 and _stands_apart(unit, first, ends[0], last):
            return replace(found, content=extra.content)
    return found


def _stands_apart(unit: Unit, first: int, end: int, last: int) -> bool:
    """Tell whether words of the tree stand behind ``end``, none with its head between ``first`` and there."""
    behind = [at for at in range(end, last) if unit.tokens[at].is_word]
    in_tree = bool(behind) and all(unit.tokens[at].relation for at in behind)
    return in_tree and not any(first <= unit.tokens[at].head < end for at in behind)


def _is_whole(extra: Attribution, *, opens: bool) -> bool:
    """Tell whether the engine has a source, a content of more than a word, and is sure enough of both.

    Behind a colon the content may be all in the next unit.
    """
    words = sum(last - first for first, last in extra.content)
    has_content = words >= _SHORTEST or (opens and not words)
    return extra.source is not None and has_content and extra.sure >= _SURE


def _placed(found: Sequence[Attribution], extra: Attribution) -> list[Attribution]:
    """Put one more where its words stand: into the content of another, or around others, or beside."""
    for number, other in enumerate(found):
        if _holds(other, extra):
            if extra.is_order:  # "A said that B told C to wait": an act that A tells of
                return list(found)
            inner = tuple(_placed(other.nested, extra))
            return [*found[:number], replace(other, nested=inner), *found[number + 1 :]]
    inside = tuple(a for a in found if _holds(extra, a))
    return [*(a for a in found if a not in inside), replace(extra, nested=inside)]


def _holds(outer: Attribution, inner: Attribution) -> bool:
    at = inner.cue[0][0]
    return any(first <= at < last for first, last in outer.content)


def _telling(found: Attribution) -> set[int]:
    """The words of an engine's finding that must be new: its cue and its source."""
    source = found.source
    spans = (*found.cue, *(((source.first, source.last),) if source else ()))
    return {word for span in spans for word in range(*span)}


def _told_of(found: Iterable[Attribution]) -> set[int]:
    """The words that tell of attributions: their cues, and who hands them on ("told OUTLET")."""
    return {word for span in _cues(found) for word in range(*span)}


def _cues(found: Iterable[Attribution]) -> Iterator[tuple[int, int]]:
    for attribution in found:
        yield from attribution.cue
        yield from ((relayer.first, relayer.last) for relayer in attribution.relayers)
        yield from _cues(attribution.nested)
