"""How sure two tellings are of one thing: hedges lost and added, plan and act, told and ordered."""

from collections.abc import Iterator

from headwater.assessment.drifting.change import Change
from headwater.assessment.drifting.phrases import Phrase, find_phrases
from headwater.assessment.drifting.polarity import affirms
from headwater.assessment.drifting.telling import Telling, cosine
from headwater.lexicon import shades
from headwater.model import DriftKind, Hedge, Modality, Polarity

#: Steps of a ladder that make a difference: "may" and "likely", "told" and "ordered".
_STEPS = 2
#: Cosine from which two tellings are alike enough for their hedges to be compared.
_ALIKE = 0.65
#: Cosine from which what is vouched for is what was said.
_CLOSE = 0.75
#: Share of the shorter telling's words from which an act is the act that was planned.
_SAME_ACT = 0.5
#: Words behind a hedge among which stands how soon it is.
_BESIDE = 6
_PLANNED = {"future", "hedge_intent"}
_TO_COME = frozenset({"will", "would", "shall", "ll"})
_NOT_YET = {Modality.FUTURE, Modality.INTENDED}


def certainty_changes(a: Telling, b: Telling) -> Iterator[Change]:
    """Yield at most one change of how sure, one of plan and act, one of how hard somebody was told."""
    if cosine(a, b) < _ALIKE or affirms(a) is not affirms(b):
        return
    before, after = _hedges(a), _hedges(b)
    if before and after:
        yield from _step(before[0], after[0])
        yield from _hastened(before[0], after[0])
    elif before and not _is_weak(b) and before[0].bears_on(b):
        yield Change(DriftKind.HEDGE_LOST, before[0].text, b.words)
    elif after and not _is_weak(a) and after[0].bears_on(a):
        yield Change(DriftKind.HEDGE_ADDED, a.words, after[0].text)
    if _shares_much(a, b):
        yield from _planned(a, b)
    yield from _commanded(a, b)
    yield from _vouched(a, b)
    yield from _known_at_first_hand(a, b)


def _hedges(telling: Telling) -> list[Phrase[int]]:
    """Find the hedges of the telling's own content and of the words around it that introduce it."""
    return [h for h in find_phrases(telling, shades().certainty) if _is_hedge(h)]


def _is_hedge(hedge: Phrase[int]) -> bool:
    token = hedge.telling.tokens[hedge.first]
    text = hedge.telling.article.text[token.start : token.end]
    # "May" is a month, "Might" a noun.
    is_name = text[:1].isupper() and token.start != hedge.telling.passage.start
    return not is_name


def _is_weak(telling: Telling) -> bool:
    """Tell whether a telling is unsure in words that are not on the list."""
    return (
        telling.statement.modality in {Modality.POSSIBLE, Modality.CONDITIONAL}
        or telling.statement.cue_class in {"weak", "belief", "estimate", "doubt", "claim"}
        or any(token.key == "can" for token in telling.tokens)
    )


def _step(before: Phrase[int], after: Phrase[int]) -> Iterator[Change]:
    if after.value - before.value >= _STEPS and _is_of(after, before.telling):
        yield Change(DriftKind.MODALITY_ESCALATED, before.text, after.text)
    elif before.value - after.value >= _STEPS and _is_of(before, after.telling):
        yield Change(DriftKind.MODALITY_SOFTENED, before.text, after.text)


def _hastened(before: Phrase[int], after: Phrase[int]) -> Iterator[Change]:
    """What may come, and by the other telling may come soon: no surer, and bolder."""
    ours, theirs = _near_at_hand(before), _near_at_hand(after)
    if theirs and not ours and before.value <= after.value and after.goes_on_as(before.telling):
        yield Change(DriftKind.MODALITY_ESCALATED, _with_verb(before), theirs)
    elif (
        ours and not theirs and before.value >= after.value and before.goes_on_as(after.telling)
    ):
        yield Change(DriftKind.MODALITY_SOFTENED, ours, _with_verb(after))


def _near_at_hand(hedge: Phrase[int]) -> str | None:
    """Give the words from a hedge to what says, a few words on, that it is near: "could happen soon"."""
    soon = dict.fromkeys(shades().imminent, True)
    found = (p.last for p in find_phrases(hedge.telling, soon) if 0 < p.first - hedge.last <= _BESIDE)  # fmt: skip
    last, tokens = next(found, None), hedge.telling.tokens
    return None if last is None else hedge.telling.cut(tokens[hedge.first], tokens[last])


def _with_verb(hedge: Phrase[int]) -> str:
    tokens = hedge.telling.tokens
    return hedge.telling.cut(tokens[hedge.first], tokens[min(hedge.last + 1, len(tokens) - 1)])


def _is_of(hedge: Phrase[int], other: Telling) -> bool:
    """Tell whether the other, which has a hedge of its own, speaks of what this one is put on."""
    return hedge.bears_on(other) or hedge.follows_on(other)


def _shares_much(a: Telling, b: Telling) -> bool:
    shared, fewest = len(a.stems & b.stems), min(len(a.stems), len(b.stems))
    return shared >= max(2, _SAME_ACT * fewest)


def _vouched(a: Telling, b: Telling) -> Iterator[Change]:
    """What was said or found, and is now confirmed, revealed or shown."""
    vouching = _proof(b)
    if (
        vouching
        and a.statement.cue
        and cosine(a, b) >= _CLOSE
        and not any(t.key in shades().proof for t in a.tokens)
    ):
        yield Change(DriftKind.MODALITY_ESCALATED, a.statement.cue[0].text, vouching)


def _known_at_first_hand(a: Telling, b: Telling) -> Iterator[Change]:
    """What its source had only heard, and is now told as if he knew."""
    listed = dict.fromkeys(shades().heard)
    heard = next((h for h in find_phrases(a, listed) if h.bears_on(b)), None)
    if heard and b.statement.source and not any(find_phrases(b, listed)):
        yield Change(DriftKind.MODALITY_ESCALATED, heard.text, b.words)


def _proof(telling: Telling) -> str | None:
    cues = [span for span in telling.statement.cue if span.text.lower() in shades().proof]
    return cues[0].text if cues and telling.statement.polarity is Polarity.POSITIVE else None


def _planned(a: Telling, b: Telling) -> Iterator[Change]:
    """A plan that became an act, a coming thing that became a past one."""
    ours = _plan(a)
    if (
        ours
        and not _speaks_of_plan(b)
        and b.statement.modality is Modality.FACT
        and _is_done(a, ours, b)
    ):
        yield Change(DriftKind.MODALITY_ESCALATED, ours.text, b.words)


def _plan(telling: Telling) -> Hedge | None:
    """Give the words that say that something is yet to come; None where it is not said in words."""
    if telling.statement.modality not in _NOT_YET:
        return None
    return next((h for h in telling.statement.hedges if h.kind in _PLANNED), None)


def _speaks_of_plan(telling: Telling) -> bool:
    """ "Had no intention of leaving" states a fact, and a plan all the same."""
    return any(h.kind in _PLANNED for h in telling.statement.hedges)


def _is_done(planned: Telling, plan: Hedge, done: Telling) -> bool:
    """Tell whether the verb behind "will" or "plans to" is told as done."""
    if any(token.key in _TO_COME for token in done.tokens):
        return False
    verb = next((t for t in planned.tokens if t.start >= plan.end and t.tells), None)
    return verb is not None and verb.stem in done.stems


def _commanded(a: Telling, b: Telling) -> Iterator[Change]:
    """Somebody told to do a thing who was then ordered to, or the other way round."""
    for before in find_phrases(a, shades().command):
        for after in find_phrases(b, shades().command):
            if abs(after.value - before.value) >= _STEPS and _is_one_thing(before, after):
                is_harder = after.value > before.value
                kind = (
                    DriftKind.MODALITY_ESCALATED if is_harder else DriftKind.MODALITY_SOFTENED
                )
                yield Change(kind, before.text, after.text)
                return


def _is_one_thing(before: Phrase[int], after: Phrase[int]) -> bool:
    """Tell whether both verbs are followed by "to" and by the same thing to do."""
    ours, theirs = _infinitive(before), _infinitive(after)
    return bool(ours & theirs)


def _infinitive(phrase: Phrase[int]) -> frozenset[str]:
    tokens = phrase.telling.tokens
    behind = tokens[phrase.last + 1 : phrase.last + 12]
    to = next((n for n, token in enumerate(behind) if token.key == "to"), None)
    if to is None:
        return frozenset()
    rest = tokens[phrase.last + 2 + to : phrase.last + 2 + to + 8]
    return frozenset(t.stem for t in rest if t.tells)
