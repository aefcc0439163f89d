"""What a sentence makes of the innermost thing that a statement tells.

"The Guard denied that Lorn had threatened to close the bridge": to close it is under a threat, and the
threat under a denial. From the sentence's own verb down to the innermost one, each word does to what
hangs on it what its class does (``bearing.yml``): it denies it, leaves it open, or puts it ahead.
"""

from collections.abc import Sequence
from itertools import pairwise

from headwater.language import Sentence
from headwater.lexicon import bearing
from headwater.model import Span, Standing
from headwater.reading.bearing_tree import BearingTree
from headwater.reading.units import Unit

_TURNED = {
    Standing.HELD: Standing.DENIED,
    Standing.DENIED: Standing.HELD,
    Standing.AHEAD: Standing.RULED_OUT,
    Standing.RULED_OUT: Standing.AHEAD,
    Standing.OPEN: Standing.OPEN,
    Standing.MIXED: Standing.MIXED,
}
_LATER = {Standing.HELD: Standing.AHEAD, Standing.DENIED: Standing.RULED_OUT}
#: What is said, and would be said, is told; what is not said is left open.
_SAID = {Standing.AHEAD: Standing.HELD, Standing.DENIED: Standing.OPEN, Standing.RULED_OUT: Standing.OPEN}  # fmt: skip
#: "Did not respond", "could not be reached"; but "will respond to any attack" is as good as a threat.
_NOT_SAID = frozenset({Standing.DENIED, Standing.RULED_OUT})
#: Whoever does not deny it says nothing; whoever will deny it does.
_DENIED = {Standing.HELD: Standing.DENIED, Standing.AHEAD: Standing.DENIED}


def standing_of(unit: Unit, contents: Sequence[Span]) -> Standing:
    """Tell how the innermost thing told in a content stands, by the whole sentence around it.

    Of a content in several parts it is told in the first that has a verb: "“We”, she said, “will shut it”".
    """
    tree = BearingTree(
        Sentence(unit.start, unit.end, unit.paragraph, unit.is_title, unit.tokens)
    )
    content = next((c for c in contents if tree.has_verb(c.start, c.end)), contents[0])
    innermost = tree.innermost(content.start, content.end)
    if innermost is None:
        return Standing.HELD
    standing = _standing(tree, innermost)
    beside = tree.beside(innermost, content.start, content.end)
    is_one = all(_standing(tree, other) is standing for other in beside)
    return standing if is_one else Standing.MIXED


def _standing(tree: BearingTree, innermost: int) -> Standing:
    way = tuple(reversed(tuple(tree.way_up(innermost))))
    standing = _own(tree, way[0], Standing.HELD)
    for over, at in pairwise(way):
        standing = _own(tree, at, _under(tree, over, at, standing))
    if tree.answers_nothing(innermost):
        return Standing.OPEN
    if standing not in _NOT_SAID:
        return standing
    if tree.is_answer(innermost) or tree.is_kept_from_answering(innermost):
        return Standing.OPEN
    return Standing.MIXED if tree.is_limited(innermost) else standing


def _under(tree: BearingTree, over: int, at: int, standing: Standing) -> Standing:
    """Give how a word stands by what the word over it does to it."""
    known = bearing()
    if tree.has(over, known.denying):
        return _DENIED.get(standing, Standing.OPEN)
    if tree.calls_untrue(over):
        return _TURNED[standing]
    if tree.has(at, known.telling) and not tree.is_negated(at):
        return standing
    if tree.is_deed(at):
        return _done(tree, over, standing)
    if tree.has(over, known.true):
        return standing
    if tree.has(over, known.telling) and not tree.is_negated(over):
        return standing
    return _SAID.get(standing, standing)


def _done(tree: BearingTree, over: int, standing: Standing) -> Standing:
    """Give how an infinitive or a gerund stands: begun to, failed to, or merely asked to."""
    if tree.falls_short(over):
        return _TURNED[standing]
    if tree.has(over, bearing().done):
        return standing
    return _LATER.get(standing, standing)


def _own(tree: BearingTree, at: int, standing: Standing) -> Standing:
    """Add what stands right beside a word: "not", "would", "whether"."""
    if tree.is_question(at):
        return Standing.OPEN
    if tree.is_ahead(at):
        standing = _LATER.get(standing, standing)
    is_turned = tree.is_negated(at) or tree.is_nearly(at)
    return _TURNED[standing] if is_turned else standing
