"""On whose word: a source that is no longer named, or became another, or more than it was."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from headwater.assessment.drifting.change import Change
from headwater.assessment.drifting.pairing import Pair, Tie
from headwater.assessment.drifting.telling import Telling, cosine
from headwater.lexicon import same_name, shades, split_words, stem_of
from headwater.model import Basis, ChainLink, DriftKind, LinkKind, UnnamedSource
from headwater.reading import describe_unnamed

_SAID = frozenset({Basis.EXPLICIT, Basis.CARRIED})
_NAMELESS = frozenset({LinkKind.UNNAMED, LinkKind.GROUP})
#: Cosine from which two tellings are alike enough for their sources to be compared.
_ALIKE = 0.7
#: The same where a named or described source became "reports".
_ALIKE_ENOUGH = 0.65
#: Cosine from which two tellings with two named speakers are one telling under another name.
_ONE_TELLING = 0.75

_TELLING = frozenset({LinkKind.OUTLET, LinkKind.AGENCY, LinkKind.DOCUMENT})

#: It says that somebody says so, though not who: a hedge put on, and no word of the teller's own.
_HEARD = frozenset({"reportedly", "allegedly", "purportedly"})
_MARKS = '“”"'

_Links = Sequence[ChainLink]


def attribution_changes(pair: Pair) -> Iterator[Change]:
    """Yield what became of the source, where one telling flows from the other.

    A telling that names only the report on the way, and no longer the source behind it, has
    not changed the source: the report still has it.
    """
    if pair.tie is Tie.APART:
        return
    ours, theirs = _named(pair.a), _named(pair.b)
    likeness = cosine(pair.a, pair.b)
    if not ours or likeness < _ALIKE_ENOUGH:
        return
    if (
        likeness >= _ALIKE
        and not pair.is_retold
        and _is_dropped(ours, theirs, pair)
        and _matters(ours, pair)
    ):
        yield Change(DriftKind.ATTRIBUTION_DROPPED, ours[0].text or pair.a.words, pair.b.words)
        return
    before, after = _speaker(ours, pair.reports), _speaker(theirs, pair.reports)
    if after is None or any(_is_one(link, after) for link in ours):
        return
    if before is None and _is_hearsay(after):
        yield _changed(ours[-1], after, pair)
    elif (
        before
        and _is_other(before, after, theirs, pair)
        and (_is_hearsay(after) or (likeness >= _ALIKE and not pair.is_retold))
    ):
        yield _changed(before, after, pair)


def _changed(before: ChainLink, after: ChainLink, pair: Pair) -> Change:
    words = before.text or pair.a.words, after.text or pair.b.words
    return Change(DriftKind.ATTRIBUTION_CHANGED, *words)


def _named(telling: Telling) -> _Links:
    """Give the speakers that the sentence names, or that are carried into it, outermost first."""
    return [link for link in telling.statement.chain[1:] if link.basis in _SAID]


def _is_dropped(ours: _Links, theirs: _Links, pair: Pair) -> bool:
    """Tell whether nobody is named any more, or only somebody of whom the other told."""
    own = pair.b.statement.chain[0].name or pair.b.article.outlet_name
    if any(t.key in _HEARD for t in pair.b.tokens):
        return False
    if all(link.name is not None and link.name == own for link in pair.b.statement.chain[1:]):
        return not _names_report(pair.b, ours) and not _is_quoted(pair.b)
    outermost = ours[0]
    if outermost.actor_id not in pair.reports or not theirs:
        return False
    return all(any(_is_one(inner, link) for inner in ours[1:]) for link in theirs)


def _matters(ours: _Links, pair: Pair) -> bool:
    """Tell whether a source is gone; of a text that named its report before, only the lead must name it again."""
    return _speaker(ours, pair.reports) is not None or pair.b.is_lead


def _is_quoted(telling: Telling) -> bool:
    """Tell whether the sentence is somebody's words, though the reader did not see whose."""
    text, passage = telling.article.text, telling.passage
    around = (
        text[max(0, passage.start - 1) : passage.start + 1]
        + text[passage.end - 1 : passage.end + 2]
    )
    return any(mark in around for mark in _MARKS)


def _names_report(telling: Telling, ours: _Links) -> bool:
    """Tell whether the sentence names a source of the other telling all the same."""
    held = {t.key for t in telling.tokens}
    names = ({w.key for w in split_words(link.name or "") if w.key} for link in ours)
    return any(name and name <= held for name in names)


def _speaker(links: _Links, reports: AbstractSet[str]) -> ChainLink | None:
    """Give who finally spoke, the report itself aside."""
    rest = [link for link in links if link.actor_id not in reports and not _is_report(link)]
    return rest[-1] if rest else None


def _is_report(link: ChainLink) -> bool:
    """ "the paper", "the report": a step on the way, by whatever word."""
    name = link.name or ""
    is_one = not name.endswith(("s", "media"))
    words = {w.key for w in split_words(name)}
    return is_one and (
        (link.kind in _TELLING and name.islower()) or bool(words & shades().reports)
    )


def _is_one(a: ChainLink, b: ChainLink) -> bool:
    if a.actor_id is not None and a.actor_id == b.actor_id:
        return True
    if not a.name or not b.name:
        return True  # "they", "he": nobody can tell
    if (a.kind in _NAMELESS and b.kind in _NAMELESS) or _are_other_numbers(a, b):
        return False
    # "the witness Mara Venn" and "a witness" may be one
    return bool(_stems(a.name) & _stems(b.name)) or same_name(a.name, b.name)


def _is_other(before: ChainLink, after: ChainLink, theirs: _Links, pair: Pair) -> bool:
    """Tell whether the speakers differ, and not merely the depth at which the chains end.

    "Sources say" and "the messages, sources say, suggest" differ: there the sources vouch for nothing.
    """
    if not _is_hearsay(after) and any(_is_one(before, link) for link in theirs):
        return False
    if _is_told_of(after, pair.a) or _is_told_of(before, pair.b):
        return False
    if _is_nameless(before) and _is_nameless(after):
        return _is_described_otherwise(before, after)
    if after.kind in _NAMELESS or _is_hearsay(after):
        return True
    if _is_nameless(after):  # "an officer" may speak for "the army"
        return before.kind is LinkKind.PERSON
    return (
        not _is_nameless(before)
        and _is_known(before)
        and _is_known(after)
        and cosine(pair.a, pair.b) >= _ONE_TELLING
    )


def _is_told_of(link: ChainLink, telling: Telling) -> bool:
    """Tell whether the content itself speaks of somebody."""
    stems = _stems(link.name or "")
    return bool(stems) and stems <= {t.stem for t in telling.content}


def _is_hearsay(link: ChainLink) -> bool:
    """ "reports", "media", "newspapers": nobody in particular."""
    name = link.name or ""
    is_many = name.endswith(("s", "media"))
    return link.kind in {LinkKind.DOCUMENT, LinkKind.OUTLET} and name.islower() and is_many


def _is_nameless(link: ChainLink) -> bool:
    """ "Sources", "a former employee": somebody who is only described."""
    is_person = link.kind is LinkKind.PERSON and (link.actor_id or "").startswith("described/")
    return link.kind in _NAMELESS or is_person


def _is_known(link: ChainLink) -> bool:
    """Tell whether somebody goes by a name, not by a description."""
    return link.actor_id is not None and not link.actor_id.startswith("described/")


def _is_described_otherwise(before: ChainLink, after: ChainLink) -> bool:
    """ "sources" and "officials", or "one" and "three": not "two officials close to the talks"."""
    if _stems(before.name or "") == _stems(after.name or ""):
        return False
    roles = {_role(_describe(before)), _role(_describe(after))}
    return (None not in roles and len(roles) == 2) or _are_other_numbers(before, after)


def _are_other_numbers(before: ChainLink, after: ChainLink) -> bool:
    """ "One former employee" and "three former employees": not "three" and "one of them"."""
    if not (_is_nameless(before) and _is_nameless(after)) or _is_one_of(after):
        return False
    mine, yours = _describe(before).number, _describe(after).number
    if mine is None or yours is None:
        return False
    return (mine.high is not None and mine.high < yours.low) or (
        yours.high is not None and yours.high < mine.low
    )


def _is_one_of(link: ChainLink) -> bool:
    """ "one of the officials": of the same ones."""
    return (link.name or "").lower().startswith("one of ")


def _describe(link: ChainLink) -> UnnamedSource:
    name = link.name or ""
    return describe_unnamed(name, 0, len(name))


def _role(source: UnnamedSource) -> str | None:
    return stem_of(source.role.text.lower()) if source.role else None


def _stems(name: str) -> frozenset[str]:
    return frozenset(stem_of(w.key) for w in split_words(name) if len(w.key) > 3)
