"""A yes that became a no on the way."""

import re
from collections.abc import Iterator

from headwater.assessment.drifting.change import Change
from headwater.assessment.drifting.telling import Telling
from headwater.model import DriftKind, Polarity, Standing

#: Share of the longer telling's telling words that the other must have, and how many at least.
_SAME_WORDS = 0.5
_FEWEST = 3
_NO = frozenset("not no never nor neither none nobody nothing without cannot hardly".split())
_CONTRACTED = re.compile(
    r"^(?:is|are|was|were|do|does|did|has|have|had|wo|would|could|ca|should)nt$"
)


def polarity_changes(a: Telling, b: Telling) -> Iterator[Change]:
    """Yield a flip between affirming and denying, where both tell it in much the same words."""
    if affirms(a) is affirms(b) or (_says_no(a) and _says_no(b)):
        return
    ours, theirs = _content_stems(a), _content_stems(b)
    if len(ours & theirs) >= max(_FEWEST, _SAME_WORDS * max(len(ours), len(theirs))):
        denying, other = (b, a) if affirms(a) else (a, b)
        if not _denies_what_is_told(denying, other):
            return
        yield Change(DriftKind.NEGATION_FLIPPED, a.words, b.words)


def affirms(telling: Telling) -> bool:
    """Tell whether the telling says that it is so, or will be: a denial of a negative does."""
    standing = telling.statement.standing
    if standing is not Standing.MIXED:
        return standing in {Standing.HELD, Standing.AHEAD}
    return (telling.statement.polarity is Polarity.POSITIVE) is not telling.statement.is_denied


def _says_no(telling: Telling) -> bool:
    """Tell whether any word of the sentence denies: what it denies may be read otherwise."""
    return any(t.key in _NO or _CONTRACTED.search(t.key) for t in telling.tokens)


def _denies_what_is_told(denying: Telling, other: Telling) -> bool:
    """Tell whether what follows the negation is what the other affirms; a cue that denies does so by itself."""
    if denying.statement.is_denied:
        return True
    for number, token in enumerate(denying.content):
        if token.key in _NO or _CONTRACTED.search(token.key):
            behind = next((t for t in denying.content[number + 1 :] if t.tells), None)
            return behind is not None and behind.stem in other.stems
    return False


def _content_stems(telling: Telling) -> frozenset[str]:
    return frozenset(t.stem for t in telling.content if t.tells)
