"""Who did it, to whom: a subject that became another, counted people who became others, all and some."""

from collections.abc import Iterator

from headwater.assessment.drifting.change import Change
from headwater.assessment.drifting.numbers import match_counts
from headwater.assessment.drifting.telling import Telling, Token, cosine
from headwater.lexicon import shades, split_words, stem_of, tie_words, words
from headwater.model import DriftKind, Quantity

#: Cosine from which two tellings are so near that another word for the actor is a change.
_CLOSE = 0.7
#: What a subject ends at.
_VERBS = frozenset(
    "is are was were has have had will would may might could can must should did does do".split()
)
_JOINTS = frozenset("of in at on for from to with by near who which that whose and".split())
_LONGEST = 5
_FARTHEST = 18
_SHORTEST_WORD = 5
#: Words of a subject that has a name, a kind and a noun; letters that make two forms of a name one.
_WITH_KIND, _ROOT = 3, 6


def actor_changes(a: Telling, b: Telling) -> Iterator[Change]:
    """Yield at most one changed subject, and every count whose people became others or a part."""
    yield from _subject(a, b)
    for mine, yours in match_counts(a, b):
        yield from _counted(mine, yours)
    yield from _extent(a, b)


def _subject(a: Telling, b: Telling) -> Iterator[Change]:
    """ "special services" and "special forces": the same kind of name, another thing."""
    ours, theirs = _subject_of(a), _subject_of(b)
    if not ours or not theirs or cosine(a, b) < _CLOSE:
        return
    mine, yours = ours[-1], theirs[-1]
    if not (mine.key.endswith("s") and yours.key.endswith("s")):
        return  # one person goes by many nouns
    is_kept = mine.stem in {t.stem for t in theirs} or yours.stem in {t.stem for t in ours}
    shared = {t.stem for t in ours[:-1] if t.tells} & {t.stem for t in theirs[:-1] if t.tells}
    if _is_other_kind(ours, theirs):
        yield Change(DriftKind.ACTOR_CHANGED, a.cut(ours[-2], mine), b.cut(theirs[-2], yours))
    elif mine.stem != yours.stem and not is_kept and shared:
        yield Change(DriftKind.ACTOR_CHANGED, a.cut(ours[0], mine), b.cut(theirs[0], yours))


def _is_other_kind(ours: list[Token], theirs: list[Token]) -> bool:
    """ "Fenmark's border troops" and "Fenmark special troops": only the word before the noun differs."""
    if len(ours) != len(theirs) or len(ours) < 2 or ours[-1].stem != theirs[-1].stem:
        return False
    mine, yours = ours[-2], theirs[-2]
    if len(ours) < _WITH_KIND and not {mine.key, yours.key} <= tie_words().bodies:
        return False  # "Fenmark troops" and "border troops" may be the same
    rest = zip(ours[:-2], theirs[:-2], strict=True)
    return (
        mine.stem != yours.stem
        and mine.tells
        and yours.tells
        and all(a.stem[:_ROOT] == b.stem[:_ROOT] for a, b in rest)
    )


def _subject_of(telling: Telling) -> list[Token]:
    """Give the words that head the content, up to its first verb; none where that is not plain."""
    phrase: list[Token] = []
    for token in telling.content[:_FARTHEST]:
        if phrase and _parts(telling.article.text[phrase[-1].end : token.start]):
            phrase = []
        if token.key in words().verbs and phrase:
            return []  # whoever says so is no actor
        if token.key in _VERBS or (_is_past(token) and phrase):
            return _head(phrase)
        if token.key.isdigit():
            phrase = []
            continue
        phrase.append(token)
    return []


def _parts(between: str) -> bool:
    return any(mark in between for mark in ",:;—–\n")


def _is_past(token: Token) -> bool:
    return token.key.endswith("ed") and len(token.key) >= _SHORTEST_WORD


def _head(phrase: list[Token]) -> list[Token]:
    """Cut a noun phrase at its first preposition or bond, and leave out what is no part of a name."""
    cut = next((n for n, token in enumerate(phrase) if token.key in _JOINTS), len(phrase))
    if cut > 1 and cut < len(phrase) and phrase[cut - 1].key in shades().sides:
        cut -= 1  # "units loyal to the mayor"
    kept = [
        t for t in phrase[:cut] if not t.key.endswith("ly") and t.key not in shades().certainty
    ]
    return kept if len(kept) <= _LONGEST and kept and kept[-1].tells else []


def _counted(mine: Quantity, yours: Quantity) -> Iterator[Change]:
    """The same number, of others: "1,500 people" and "1,500 protesters"."""
    before, after = _head_noun(mine), _head_noun(yours)
    is_same = mine.value == yours.value is not None and {mine.unit, yours.unit} == {"persons"}
    if is_same and before and after and stem_of(before) != stem_of(after):
        people = shades().people
        if not (before in people and after in people):
            yield Change(DriftKind.ACTOR_CHANGED, mine.text, yours.text)


def _head_noun(quantity: Quantity) -> str | None:
    """The last word of the noun counted; None where it is what became of them ("wounded")."""
    nouns = [w.key for w in split_words(quantity.counted or "") if w.key]
    if not nouns or nouns[-1].endswith("ed") or nouns[-1] in {"hurt", "missing"}:
        return None
    return nouns[-1]


def _extent(a: Telling, b: Telling) -> Iterator[Change]:
    """All of a thing that became some of it, or the other way round."""
    for ours, theirs in ((shades().whole, shades().part), (shades().part, shades().whole)):
        before, after = _limited(a, ours), _limited(b, theirs)
        for noun in sorted(before.keys() & after.keys()):
            yield Change(DriftKind.SCOPE_CHANGED, before[noun], after[noun])
            return


def _limited(telling: Telling, limiters: frozenset[str]) -> dict[str, str]:
    """Give the nouns right behind a limiter, each with the words."""
    found: dict[str, str] = {}
    tokens = telling.content
    for number, token in enumerate(tokens):
        if token.key in limiters:
            noun = next((t for t in tokens[number + 1 : number + 4] if t.tells), None)
            if noun is not None:
                found.setdefault(noun.stem, telling.cut(token, noun))
    return found
