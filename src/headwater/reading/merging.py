"""The attributions of a unit: those that the rules of structure find, and those that only the engine finds.

The rules see chains ("told OUTLET", "citing") and nesting to any depth; the engine sees
language the rules have no word for. Where both find a cue, the rules' reading stands.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from headwater.language import Tagged, Token
from headwater.reading.attributions import Attribution, find_attributions
from headwater.reading.deeds import without_deeds
from headwater.reading.grammar import CONJUNCTIONS, FORBIDDING
from headwater.reading.narration import without_narration
from headwater.reading.shapes.contents import trimmed
from headwater.reading.shapes.gapped import with_relative
from headwater.reading.tagged import attributions_tagged
from headwater.reading.units import Unit

#: Words that a content must have, and the sureness a finding must have, to be added on the engine's word alone.
_SHORTEST = 2
_SURE = 0.3
#: The sureness from which the engine's content is taken for the rules', and the shapes that guess at its ends.
_SURE_OF_CONTENT = 0.4
#: Parts of speech that say nothing, but for the words that name a source by themselves.
_EMPTY = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON"})
_PER = frozenset({"according", "as", "by", "per", "via"})
#: What the tree calls the head of a clause that is said.
_CLAUSES = frozenset({"ccomp", "parataxis", "root"})
_MEASURED = frozenset({"closing", "interrupting", "leading"})


def attributions_of(unit: Unit, tagged: Sequence[Tagged]) -> tuple[Attribution, ...]:
    """Find the attributions of a unit, outermost first, nested ones inside them.

    Args:
        unit: The words.
        tagged: What the engine tagged in the whole article, in the order of the cues.
    """
    extras = list(attributions_tagged(unit, tagged))
    by_rule = find_attributions(unit.tokens)
    found = [
        _as_tagged(unit, one, extras, [o for o in by_rule if o is not one]) for one in by_rule
    ]
    for extra in extras:
        if (
            _is_whole(extra, opens=unit.opens)
            and not _is_torn(unit, extra)
            and not _says_nothing(unit, extra)
            and not _told_of(found) & _telling(extra)
        ):
            found = _placed(found, extra)
    found = [one for whole in found for one in without_narration(unit, whole)]
    if len(found) > 1:
        found.sort(key=lambda a: a.cue[0][0])
    told = (without_deeds(unit.tokens, one) for one in found)
    return tuple(with_relative(unit.tokens, one) for one in told)


def _as_tagged(
    unit: Unit,
    found: Attribution,
    extras: Sequence[Attribution],
    others: Sequence[Attribution],
) -> Attribution:
    """Give an attribution the content that the engine sees for its cue, where the engine is sure enough.

    The rules tell who speaks and through whom; where what he says begins and ends, the engine knows
    better: "X called the plan a fraud, and left". What hangs on the content stays in it ("the plan, which
    …"), and so do other sentences of one quotation.
    """
    if found.shape not in _MEASURED or found.relayers:
        return found
    cue, old = _words(found.cue), _words(found.content)
    for extra in extras:
        new = _told_in(unit, found, extra, others)
        is_same = cue & _words(extra.cue) and 2 * len(old & new) > min(len(old), len(new))
        if extra.sure < _SURE_OF_CONTENT or not is_same:
            continue
        new |= _hanging(unit, cue, old - new, new)
        measured = replace(
            found, content=trimmed(unit.tokens, _spans(unit, new)) or found.content
        )
        nested = tuple(a for a in found.nested if _holds(measured, a))
        is_cut = len(nested) < len(found.nested) and found.shape != "leading"
        return found if is_cut else replace(measured, nested=nested)
    return found


def _told_in(
    unit: Unit, found: Attribution, extra: Attribution, others: Iterable[Attribution]
) -> set[int]:
    """The words of the engine's content that no rule has other use for.

    Not source and cue, nor what is said beside it; not whom an infinitive is addressed to, nor what goes
    on behind a cue that closes ("…, said the mayor, but the bridge is not").
    """
    told = _telling(found) | _words(extra.cue)
    for other in others:
        told |= _telling(other) | _stretch(other)
    new, old = _words(extra.content) - told, _words(found.content)
    if not old:
        return new
    if found.shape != "leading":
        return {at for at in new if at in old or at < found.cue[0][0]}
    first = min(old)
    is_addressed = found.addressee is not None or unit.tokens[first].lower in {
        "to",
        *FORBIDDING,
    }
    front = {at for at in new if at < found.cue[-1][1]}
    if not any(unit.tokens[at].relation in _CLAUSES for at in front):
        new -= front  # "Elaborating on it, X noted: …"; but "it had left, X said, “as it does”"
    before = [unit.tokens[at] for at in new if at < first and unit.tokens[at].is_word]
    # "Spread the “readiness of the fleet”": only what is quoted is said
    is_article = all(token.tag == "DET" for token in before)
    return {at for at in new if at >= first} if is_addressed or is_article else new


def _stretch(other: Attribution) -> set[int]:
    """The words from a cue that opens its content to the content's end; of other shapes the content."""
    content = _words(other.content)
    is_leading = other.shape == "leading" and content
    return set(range(other.cue[-1][0], max(content) + 1)) if is_leading else content


def _hanging(unit: Unit, cue: set[int], left: set[int], content: set[int]) -> set[int]:
    """The words left out that belong to a content: their run is tied to it in the tree, or is no part of the cue's sentence."""
    at_cue = unit.tokens[min(cue)].start
    here = next(s for s in unit.sentences if s.start <= at_cue < s.end)
    heads = {unit.tokens[at].head for at in content}
    kept: set[int] = set()
    for first, last in _runs(left):
        words = [token for token in unit.tokens[first:last] if token.is_word]
        is_apart = any(not token.relation or token.start < here.start for token in words)
        if is_apart or not words or heads & set(range(first, last)):
            kept |= set(range(first, last))
        elif tied := [at for at in range(first, last) if _is_below(unit.tokens, at, content)]:
            start = first if first - 1 in content else tied[0]
            kept |= set(range(start, last if last in content else tied[-1] + 1))
    return kept


def _is_below(tokens: tuple[Token, ...], at: int, content: set[int]) -> bool:
    """Tell whether a word hangs on a content, at whatever depth."""
    if not tokens[at].is_word or tokens[at].lower in CONJUNCTIONS:
        return False
    for _ in tokens:
        at = tokens[at].head
        if at < 0 or at in content:
            return at >= 0
    return False


def _runs(places: set[int]) -> list[tuple[int, int]]:
    """Give numbers as unbroken runs, in order; ends are exclusive."""
    runs: list[tuple[int, int]] = []
    for at in sorted(places):
        first = runs.pop()[0] if runs and runs[-1][1] == at else at
        runs.append((first, at + 1))
    return runs


def _spans(unit: Unit, content: set[int]) -> list[tuple[int, int]]:
    """Give a content as spans that only words part."""
    marks = {at for at, token in enumerate(unit.tokens) if not token.is_word}
    between = {at for at in range(min(content), max(content)) if at in marks}
    runs = _runs(content | between)
    return [run for run in runs if content & set(range(*run))]


def _words(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {at for span in spans for at in range(*span)}


def _is_whole(extra: Attribution, *, opens: bool) -> bool:
    """Tell whether the engine has a source, a content of more than a word, and is sure enough of both.

    Behind a colon the content may be all in the next unit.
    """
    words = sum(last - first for first, last in extra.content)
    has_content = words >= _SHORTEST or (opens and not words)
    return extra.source is not None and has_content and extra.sure >= _SURE


def _is_torn(unit: Unit, extra: Attribution) -> bool:
    """Tell whether the engine's content is the subject of a verb that it leaves out: "a missile", of what it did."""
    content, cue = _words(extra.content), _words(extra.cue)
    return any(
        unit.tokens[at].relation.startswith("nsubj")
        and unit.tokens[at].head not in content | cue
        and at + 1 not in content
        for at in content
    )


def _says_nothing(unit: Unit, extra: Attribution) -> bool:
    """Tell whether the engine's cue is no word that says anything: "can be", "in a", the colon of a headline."""
    cue = [unit.tokens[at] for at in _words(extra.cue)]
    empty = _EMPTY | {"PUNCT"} if unit.is_title else _EMPTY
    return all(token.tag in empty and token.lower not in _PER for token in cue)


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
    return _words((*found.cue, *(((source.first, source.last),) if source else ())))


def _told_of(found: Iterable[Attribution]) -> set[int]:
    """The words that tell of attributions: their cues, and who hands them on ("told OUTLET")."""
    return _words(_cues(found))


def _cues(found: Iterable[Attribution]) -> Iterator[tuple[int, int]]:
    for attribution in found:
        yield from attribution.cue
        yield from ((relayer.first, relayer.last) for relayer in attribution.relayers)
        yield from _cues(attribution.nested)
