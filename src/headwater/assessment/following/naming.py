"""Whether a passage names whom, and what, a clause names."""

from calendar import day_name, month_name
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from headwater.lexicon import split_words, word_weights
from headwater.model import Clause

_CALENDAR = frozenset(name.lower() for name in (*month_name, *day_name))
#: Letters that two forms of a name share at least: "Brenmar", "Brenmari".
_SHARED = 4
#: Weight from which a word means something by itself; "will" has 1.5, "attack" 3.9.
_TELLING = 2.5
#: Weight from which a capitalised word at the head of a clause is taken for a name; "the" has 1, "Iran" 4.
NAMING = 3.5
#: Letters that are left at least of a verb without its ending.
_SHORTEST = 3
#: Letters of a word that tell it from others, its endings left out.
_STEM = 5
#: Texts whose words are kept.
_KEPT = 1 << 16


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a clause: the actor it stands for, if known, and its words."""

    actor_id: str | None
    words: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as names and words are looked for in it."""

    keys: frozenset[str]
    actor_ids: frozenset[str]

    @classmethod
    def of(cls, text: str, actor_ids: Collection[str] = ()) -> "Wording":
        """Give the folded words of a text, and the actors it names."""
        return cls(folded_words(text), frozenset(actor_ids))

    def names(self, named: Named) -> bool:
        """Tell whether the name, or its actor by another one, stands in the text."""
        if named.actor_id in self.actor_ids:
            return True
        return all(any(_is_form(word, key) for key in self.keys) for word in named.words)

    def stems(self) -> frozenset[str]:
        """Give the stems of the words that mean something."""
        return _stems_of(self.keys)


@lru_cache(maxsize=_KEPT)
def folded_words(text: str) -> frozenset[str]:
    """Give the folded words of a text; a passage is held against many clauses."""
    return frozenset(w.key for w in split_words(text))


@lru_cache(maxsize=_KEPT)
def _stems_of(keys: frozenset[str]) -> frozenset[str]:
    weights = word_weights()
    return frozenset(k[:_STEM] for k in keys if weights.weight(k) >= _TELLING)


@dataclass(frozen=True, slots=True)
class Doer:
    """Whoever would do what a commitment holds out: its issuer, those of its side, whom its words name."""

    issuer: Wording
    #: Names of which every word must be there.
    names: tuple[Named, ...] = ()

    def is_one_of(self, people: Wording) -> bool:
        """Tell whether some people, by their words and ids, are or hold the doer."""
        if self.issuer.actor_ids & people.actor_ids or any(map(people.names, self.names)):
            return True
        return bool(self.issuer.stems() & people.stems())

    def with_names(self, names: tuple[Named, ...]) -> "Doer":
        """Give the doer that may also go by these names."""
        return Doer(self.issuer, (*self.names, *names))


def names_of(clause: Clause) -> tuple[Named, ...]:
    """Give whom and what a clause names: its mentions, and capitals within a sentence."""
    found = [
        Named(
            m.actor_id, tuple(w.key for w in split_words(m.text) if w.text[0].isupper()), m.text
        )
        for m in clause.names
    ]
    taken = [(m.start, m.end) for m in clause.names]
    found += [
        Named(None, (word.key,), word.text)
        for word in split_words(clause.text)
        if word.start > 0
        and word.text[0].isupper()
        and len(word.text) > 1
        and not any(a <= word.start < b for a, b in taken)
    ]
    return tuple(dict.fromkeys(n for n in found if n.words and _CALENDAR.isdisjoint(n.words)))


def names_at_head(text: str) -> tuple[Named, ...]:
    """Give the name that a text begins with, if it is one: any word there has a capital, only rare ones name."""
    word = next(split_words(text), None)
    is_name = word and word.text[0].isupper() and word_weights().weight(word.key) >= NAMING
    return (Named(None, (word.key,), word.text),) if word and is_name else ()


def content_stems(clause: Clause) -> frozenset[str]:
    """Give the stems of what a clause says beside its names."""
    named = {word for one in names_of(clause) for word in one.words}
    own = Wording(frozenset(w.key for w in split_words(clause.text)) - named, frozenset())
    return own.stems()


def shared_stems(ours: Collection[str], theirs: Collection[str]) -> Iterator[str]:
    """Yield the stems of ours that theirs has too, in order; "bomb" is also "bombs", which is no longer than a stem."""
    yield from (stem for stem in sorted(set(ours)) if is_among(stem, theirs))


def is_among(stem: str, stems: Collection[str]) -> bool:
    """Tell whether a stem is one of these, or a form of one."""
    short = stem[:_SHARED]
    return stem in stems or (
        len(short) == _SHARED
        and any(len(x) + len(stem) < 2 * _STEM and x.startswith(short) for x in stems)
    )


def is_form_of(word: str, other: str) -> bool:
    """Tell whether two words may be regular forms of one verb: "frees", "freed"."""
    return not {*_roots(word)}.isdisjoint(_roots(other))


def _roots(word: str) -> Iterator[str]:
    yield word
    for ending in ("s", "es", "d", "ed", "ing"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            yield word[: -len(ending)]


def _is_form(word: str, key: str) -> bool:
    if word == key:
        return True
    short, long = sorted((word, key), key=len)
    return (
        len(short) >= _SHARED and long.startswith(short) and len(long) - len(short) <= _SHARED
    )
