"""An article cut into sentences and words, and the places where it holds the words of an indicator."""

import re
from bisect import bisect_left, bisect_right
from calendar import day_name, month_name
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import Final

from headwater.lexicon.indicators import Phrase, Words

_WORD: Final = re.compile(r"[^\W_]+")
#: A letter whose small form depends on where the word ends.
_SIGMA: Final = "Σ"
#: Where a sentence ends: not after an initial or a title. Its first letter is looked for before anything else.
_END: Final = re.compile(
    r"[.!?…\n](?:(?<=\n)\n*|(?<![A-Z].)(?<!\bMr.)(?<!\bMrs.)(?<!\bDr.)(?<!\bSt.)(?<!\bGen.)(?<!\bCol.)"
    r"[\"”’»)]?\s+(?=[\"“‘«(\[]?[A-Z0-9]))"
)
#: Words that deny what they stand before.
_DENYING: Final = frozenset(
    "no not never nobody none nothing neither nor without cannot didn don doesn isn aren wasn weren hasn haven hadn won wouldn couldn".split()
)
#: How many words before the first found one a denying word may stand, and before those that say what is told.
_BEFORE: Final = 4
_CLOSE_BEFORE: Final = 2
#: Words before what is not done yet.
_AHEAD: Final = frozenset({"will", "shall", "would", "ll"})
#: How many words before the first found one a "whether" may stand.
_ASKED: Final = 8
#: How many words may stand between what it is about and what is done.
_CLOSE_BY: Final = 5
#: Letters of a capitalised word that is taken for no name.
_SHORT: Final = 3
_CALENDAR: Final = frozenset(name.lower() for name in (*month_name, *day_name))

#: A found phrase: its first word and the one after its last, counted in the article.
Hit = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence that holds the words, and where."""

    sentence: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class _Forms:
    """What may stand at one place of a phrase: whole words, and beginnings of words."""

    words: frozenset[str]
    stems: tuple[str, ...]

    @classmethod
    def of(cls, forms: Iterable[str]) -> "_Forms":
        """Sort forms; one that is open at its end has a star there."""
        told = tuple(forms)
        return cls(
            frozenset(form for form in told if not form.endswith("*")),
            tuple(form[:-1] for form in told if form.endswith("*")),
        )


@dataclass(frozen=True, slots=True)
class _LookUp:
    """The phrases of a group, sorted by how they are looked for."""

    single: _Forms
    longer: tuple[tuple[_Forms, ...], ...]


class Passages:
    """The sentences and words of one article."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = _words_in(text)
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            self._places[word].append(at)
        self._groups: dict[tuple[Phrase, ...], dict[int, list[Hit]]] = {}

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands in the text."""
        return [m.span() for m in _WORD.finditer(self.text)]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Where each sentence stands in the text, with the blanks after it."""
        edges = [0, *(m.end() for m in _END.finditer(self.text)), len(self.text)]
        return [(a, b) for a, b in pairwise(edges) if self.text[a:b].strip()]

    def find(self, words: Words) -> Iterator[Match]:
        """Yield every sentence that holds a phrase of each group near the others, and none of the rest."""
        groups: list[dict[int, list[Hit]]] = []
        for group in words.all:
            groups.append(self._group(group))
            if not groups[-1]:
                return
        shared = set(groups[0]).intersection(*groups[1:])
        if not shared or self._group(words.nowhere):
            return
        barred, parting = self._group(words.none), self._group(words.between)
        for sentence in sorted(shared):
            if sentence in barred:
                continue
            hits = _nearest([group[sentence] for group in groups])
            if hits and _are_parted(hits, parting.get(sentence, ())):
                continue
            if hits and _width(hits) <= words.near:
                yield Match(sentence=sentence, hits=tuple(hits))

    def holding(self, words: Words, sentence: int) -> Match | None:
        """Give the match in one sentence, if it holds the words."""
        return next((m for m in self.find(words) if m.sentence == sentence), None)

    def holds_any(self, phrases: tuple[Phrase, ...]) -> bool:
        """Tell whether the article holds any of these phrases."""
        return bool(self._group(phrases))

    def bars(self, words: Words, sentence: int) -> bool:
        """Tell whether a sentence or the article holds what it may not."""
        return bool(self._group(words.nowhere)) or sentence in self._group(words.none)

    def phrases_in(self, phrases: tuple[Phrase, ...], sentence: int) -> list[Hit]:
        """Give where a sentence holds any of these phrases."""
        return self._group(phrases).get(sentence, [])

    def sentence_at(self, offset: int) -> int | None:
        """Give the number of the sentence that holds this place of the text."""
        number = bisect_right(self._ends, offset)
        if number < len(self.sentences) and self.sentences[number][0] <= offset:
            return number
        return None

    def is_denied(self, match: Match) -> bool:
        """Tell whether a denying word, itself none of the found, stands close before what it is about or is done."""
        found = {at for a, b in match.hits for at in range(a, b)}
        first = min(a for a, _ in match.hits)
        before = set(range(first - _BEFORE, first))
        for hit in self.telling(match):
            before |= set(range(hit[0] - _CLOSE_BEFORE, hit[0]))
        return any(
            self.words[at] in _DENYING and self._sentence_of(at) == match.sentence
            for at in before - found
            if at >= 0
        )

    def is_asked(self, match: Match) -> bool:
        """Tell whether all of it stands behind a "whether": "declined to say whether it had sent the drones"."""
        first = min(a for a, _ in match.hits)
        before = range(max(0, first - _ASKED), first)
        return any(
            self.words[at] == "whether" and self._sentence_of(at) == match.sentence
            for at in before
        )

    def is_ahead(self, match: Match) -> bool:
        """Tell whether what is told is yet to be done: "we will resume our attacks"."""
        before = {at for a, _ in self.telling(match) for at in range(a - _CLOSE_BEFORE, a)}
        return any(
            at >= 0 and self.words[at] in _AHEAD and self._sentence_of(at) == match.sentence
            for at in before
        )

    def telling(self, match: Match) -> tuple[Hit, ...]:
        """Give the hits that say what is told: the first group's, and the second's if it stands close to it."""
        core, rest = match.hits[0], match.hits[1:2]
        return (core, *(h for h in rest if max(h[0] - core[1], core[0] - h[1]) <= _CLOSE_BY))

    def names_in(self, sentence: int) -> frozenset[str]:
        """Give the capitalised words of a sentence but its first, and those of the calendar, in lower case."""
        start, end = self.sentences[sentence]
        inside = [at for at, (a, _) in enumerate(self.spans) if start <= a < end][1:]
        return frozenset(
            self.words[at]
            for at in inside
            if self.text[self.spans[at][0]].isupper()
            and len(self.words[at]) > _SHORT
            and self.words[at] not in _CALENDAR
        )

    def word_span(self, hit: Hit) -> tuple[int, int]:
        """Give the span of a hit in the text."""
        return self.spans[hit[0]][0], self.spans[hit[1] - 1][1]

    def _group(self, phrases: tuple[Phrase, ...]) -> dict[int, list[Hit]]:
        if phrases not in self._groups:
            self._groups[phrases] = dict(self._found(phrases))
        return self._groups[phrases]

    def _found(self, phrases: tuple[Phrase, ...]) -> dict[int, list[Hit]]:
        found: dict[int, list[Hit]] = defaultdict(list)
        look = _look_up(phrases)
        for at in self._starts(look.single):
            found[self._sentence_of(at)].append((at, at + 1))
        for phrase in look.longer:
            for at in self._starts(phrase[0]):
                if self._goes_on(phrase, at):
                    found[self._sentence_of(at)].append((at, at + len(phrase)))
        return {sentence: sorted(set(hits)) for sentence, hits in found.items()}

    def _starts(self, forms: _Forms) -> Iterator[int]:
        for word in forms.words & self._places.keys():
            yield from self._places[word]
        for stem in forms.stems:
            yield from self._beginning(stem)

    def _beginning(self, stem: str) -> Iterator[int]:
        for number in range(bisect_left(self._sorted, stem), len(self._sorted)):
            if not self._sorted[number].startswith(stem):
                break
            yield from self._places[self._sorted[number]]

    def _goes_on(self, phrase: tuple[_Forms, ...], at: int) -> bool:
        if at + len(phrase) > len(self.words):
            return False
        for word, forms in zip(self.words[at + 1 : at + len(phrase)], phrase[1:], strict=True):
            if word not in forms.words and not word.startswith(forms.stems):
                return False
        return self._sentence_of(at + len(phrase) - 1) == self._sentence_of(at)

    def _sentence_of(self, word: int) -> int:
        """Give the number of the sentence that holds a word."""
        return bisect_right(self._words_until, word)

    @cached_property
    def _words_until(self) -> list[int]:
        """How many words the article has up to the end of each sentence."""
        counts = (len(_WORD.findall(self.text, a, b)) for a, b in self.sentences)
        return list(accumulate(counts))

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._places)

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self.sentences]


def _words_in(text: str) -> list[str]:
    """Give the words in lower case. To lower them all at once is quicker, where each letter stays one."""
    lower = text.lower()
    if len(lower) == len(text) and _SIGMA not in text:
        return _WORD.findall(lower)
    return [word.lower() for word in _WORD.findall(text)]


@lru_cache(maxsize=1024)
def _look_up(phrases: tuple[Phrase, ...]) -> _LookUp:
    single = [form for phrase in phrases if len(phrase) == 1 for form in phrase[0]]
    longer = (phrase for phrase in phrases if len(phrase) > 1)
    return _LookUp(
        single=_Forms.of(single),
        longer=tuple(tuple(map(_Forms.of, phrase)) for phrase in longer),
    )


def _nearest(groups: list[list[Hit]]) -> list[Hit]:
    """Choose a hit of each group so that they lie close together; none where one word would count twice."""
    best: list[Hit] = []
    for first in sorted(groups[0]):
        chosen = [first]
        for group in groups[1:]:
            free = [h for h in group if all(h[1] <= c[0] or c[1] <= h[0] for c in chosen)]
            if not free:
                break
            chosen.append(min(free, key=lambda h: (abs(h[0] - chosen[0][0]), h)))
        if len(chosen) == len(groups) and (not best or _width(chosen) < _width(best)):
            best = chosen
    return best


def _are_parted(hits: Sequence[Hit], between: Sequence[Hit]) -> bool:
    """Tell whether one of some words stands between the first two hits, which it is none of."""
    first, last = min(hits[:2])[1], max(hits[:2])[0]
    return len(hits) > 1 and any(first <= a and b <= last for a, b in between)


def _width(hits: Sequence[Hit]) -> int:
    return max(b for _, b in hits) - min(a for a, _ in hits)
