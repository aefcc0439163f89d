"""In whose colours: militia or resistance, loyal or allied, ruling or pro-somebody."""

from collections.abc import Iterator, Mapping

from headwater.assessment.drifting.change import Change
from headwater.assessment.drifting.phrases import Phrase, find_phrases
from headwater.assessment.drifting.telling import Telling
from headwater.lexicon import shades
from headwater.model import DriftKind

#: Telling words on either side of a label that tell whose it is.
_AROUND = 3


def label_changes(a: Telling, b: Telling) -> Iterator[Change]:
    """Yield at most one label that became one of another side, beside the same names."""
    for listed, least in ((shades().labels, 1), (shades().sides, 1)):
        yield from _first(a, b, listed, least)


def _first(a: Telling, b: Telling, listed: Mapping[str, str], least: int) -> Iterator[Change]:
    ours = [p for p in find_phrases(a, listed) if not _is_in(p, b)]
    theirs = [p for p in find_phrases(b, listed) if not _is_in(p, a)]
    for before in ours:
        for after in theirs:
            if before.value != after.value and len(_beside(before) & _beside(after)) >= least:
                yield Change(DriftKind.LABEL_CHANGED, _shown(before), _shown(after))
                return


def _is_in(phrase: Phrase[str], other: Telling) -> bool:
    """Tell whether the other telling has a word of the same colour."""
    own = {t.stem for t in phrase.telling.tokens[phrase.first : phrase.last + 1]}
    return bool(own & {t.stem for t in other.tokens})


def _beside(phrase: Phrase[str]) -> frozenset[str]:
    tokens = phrase.telling.tokens
    before = [t.stem for t in tokens[: phrase.first] if t.tells][-_AROUND:]
    after = [t.stem for t in tokens[phrase.last + 1 :] if t.tells][:_AROUND]
    return frozenset(before + after)


def _shown(phrase: Phrase[str]) -> str:
    """The label and the telling word behind it, if no bracket opens between them."""
    tokens, text = phrase.telling.tokens, phrase.telling.article.text
    rest = range(phrase.last + 1, min(phrase.last + 4, len(tokens)))
    last = next((n for n in rest if tokens[n].tells), phrase.last)
    if "(" in text[tokens[phrase.last].end : tokens[last].start]:
        last = phrase.last
    return phrase.telling.cut(tokens[phrase.first], tokens[last])
