"""Mode, contexts and CAMEO root of an act, each with the word that decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from headwater.lexicon import coding
from headwater.reading.events.act import Act

#: Words around the act that may tell its mode; farther ones belong to something else.
_REACH = 12


@dataclass(frozen=True, slots=True)
class Codes:
    """How an act is coded beside its type; ``reasons`` names the words."""

    mode: str | None
    cameo: str
    contexts: tuple[str, ...]
    reasons: tuple[str, ...]


def code_act(act: Act, participants: Iterable[int]) -> Codes:
    """Read mode, contexts and root off the act's word, its participants and what hangs on them."""
    near = _near(act, participants)
    mode, by = _mode(act, near)
    contexts = dict(_contexts(near))
    reasons = [f"mode {mode}: {by}"] if mode else []
    reasons += [f"context {c}: {w}" for c, w in sorted(contexts.items())]
    return Codes(mode, _root(act, mode), tuple(sorted(contexts)), tuple(reasons))


def _near(act: Act, participants: Iterable[int]) -> list[str]:
    """Give the words of the act, then of what hangs on it, nearest first; two in a row are a phrase too."""
    tree = act.tree
    start = act.word if act.lent_by is None else act.lent_by
    around = (n for n in tree.clause(start) if abs(n - act.word) <= _REACH)
    theirs = (n for p in participants for n in tree.within(p))
    near = []
    for n in dict.fromkeys([act.word, *tree.clause(act.word), *around, *theirs]):
        token = tree.tokens[n]
        if n + 1 < len(tree.tokens):
            near.append(f"{token.lower} {tree.tokens[n + 1].lower}")
        near += [token.lower, token.lemma.lower()]
    return near


def _mode(act: Act, near: Iterable[str]) -> tuple[str | None, str]:
    modes = _mode_words(act.type)
    return next(((modes[w], w) for w in near if w in modes), (None, ""))


@cache
def _mode_words(kind: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for mode, lemmas in coding().modes.get(kind, {}).items():
        for lemma in lemmas:
            found.setdefault(lemma, mode)
    return found


def _contexts(near: Iterable[str]) -> Iterable[tuple[str, str]]:
    table = _context_words()
    seen = set()
    for word in near:
        for context in table.get(word, ()):
            if context not in seen:
                seen.add(context)
                yield context, word


@cache
def _context_words() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for context, lemmas in coding().contexts.items():
        for lemma in lemmas:
            found[lemma] = (*found.get(lemma, ()), context)
    return found


def _root(act: Act, mode: str | None) -> str:
    tables = coding()
    for root, lemmas in tables.roots_by_word.get(act.type, {}).items():
        if act.is_one_of(lemmas):
            return root
    by_mode = tables.roots_by_mode.get(act.type, {})
    return by_mode.get(mode or "", tables.types[act.type].root)
