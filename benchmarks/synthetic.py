"""Piles of any size with known answers: who tells which story, from whom, on how many origins.

Every story is drawn from its own number, so the same seed gives the same articles whatever the
size of the pile, and a larger pile begins with the smaller one. What is made is what reading
gives (articles with statements, chains, mentions and vectors), so that linking can be measured
alone. The words are drawn as the press spreads them, the names are invented, and the vectors lie
as those of the encoder do: .2 within a topic, .45 within a story, .7 to .85 between retellings.

    for planted in plant_stories(seed=1, articles=1_000): ...
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from benchmarks.synthetic_writing import Line, Person, name_of, write_article
from headwater.lexicon import word_weights
from headwater.model import ArticleFindings

Vector = npt.NDArray[np.float32]

_SIZE = 384
_FIRST_DAY = date(2031, 1, 1)
_DAYS = 360
#: Shares of a statement's vector: its topic, its story, itself. Their squares add up to 1.
_TOPIC, _STORY, _OWN = 0.45, 0.5, 0.74
#: Cosine of a proposition with a retelling of it, and with what another witness says of it.
_RETOLD, _WITNESSED = 0.88, 0.84
_TOPICS, _PERSONS, _PLACES, _OUTLETS, _RARE_WORDS = 60, 4_000, 700, 400, 40_000
_OUTLET_NAMES = (
    "Courier",
    "Gazette",
    "Herald",
    "Monitor",
    "Post",
    "Ledger",
    "Wire",
    "Observer",
)


@dataclass(frozen=True, slots=True)
class Planted:
    """One article and what is true of it: story, parents, and the proposition of each statement."""

    findings: ArticleFindings
    story: int
    parents: tuple[str, ...]
    propositions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlantedStory:
    """The articles of one story, and the number of origins behind each of its propositions."""

    articles: tuple[Planted, ...]
    origins: dict[int, int]


@dataclass(frozen=True, slots=True)
class _Proposition:
    """What is said, by whom: words with the names among them, and where its vector points."""

    number: int
    words: tuple[str, ...]
    speaker: Person | None
    vector: Vector


@dataclass(frozen=True, slots=True)
class _Matter:
    """What a story is about: place, persons, words of its own, day, direction of its vectors."""

    number: int
    topic: int
    place: Person
    persons: tuple[Person, ...]
    words: tuple[str, ...]
    day: date
    vector: Vector


@dataclass(slots=True)
class _Telling:
    """An article of a story while the story unfolds."""

    outlet: str
    day: date
    lines: list[Line]
    parents: list[int] = field(default_factory=list)
    credit: str | None = None


def plant_stories(*, seed: int, articles: int) -> Iterator[PlantedStory]:
    """Give stories until they hold so many articles or a few more, always the same for a seed."""
    given = number = 0
    while given < articles:
        for story in _grow(seed, number):
            yield story
            given += len(story.articles)
        number += 1


def _grow(seed: int, number: int) -> Iterator[PlantedStory]:
    """One story; often its follow-up some days later, or one that is like it elsewhere."""
    dice = np.random.default_rng([seed, number])
    matter = _matter(dice, number * 3)
    propositions = _propositions(dice, matter)
    yield _unfold(dice, matter, propositions)
    fate = dice.random()
    if fate < 0.15:
        later = replace(
            matter, number=number * 3 + 1, day=matter.day + timedelta(int(dice.integers(4, 30))),
            vector=_turned(dice, matter.vector, 0.7), words=(*matter.words[:5], *_rare(dice, 7)),
        )  # fmt: skip
        yield _unfold(dice, later, _propositions(dice, later))
    elif fate < 0.3:
        elsewhere = _matter(dice, number * 3 + 2, like=matter)
        yield _unfold(dice, elsewhere, _propositions(dice, elsewhere, like=propositions))


def _matter(dice: np.random.Generator, number: int, like: _Matter | None = None) -> _Matter:
    topic = like.topic if like else int(dice.integers(_TOPICS))
    return _Matter(
        number=number,
        topic=topic,
        place=name_of("place", int(dice.integers(_PLACES))),
        persons=tuple(name_of("person", int(n)) for n in dice.integers(_PERSONS, size=4)),
        words=(*(like.words[:6] if like else ()), *_rare(dice, 6 if like else 12)),
        day=like.day if like else _FIRST_DAY + timedelta(int(dice.integers(_DAYS))),
        vector=_TOPIC * _topic(topic) + _STORY * _random(dice),
    )


def _propositions(
    dice: np.random.Generator, matter: _Matter, like: Sequence[_Proposition] = ()
) -> list[_Proposition]:
    """Fifteen to twenty-five things said of a matter; of one like another, half are said there too."""
    made = []
    for n in range(int(dice.integers(15, 26))):
        own = _random(dice)
        if n < len(like) and n % 2:
            own = _turned(dice, like[n].vector, 0.6)
        speaker = None if dice.random() < 0.2 else matter.persons[int(dice.integers(3))]
        vector = _unit(matter.vector + _OWN * own)
        words = _words(dice, matter, int(dice.integers(11, 24)))
        made.append(_Proposition(matter.number * 100 + n, words, speaker, vector))
    return made


def _words(dice: np.random.Generator, matter: _Matter, count: int) -> tuple[str, ...]:
    words = _common(dice, count)
    for place in dice.choice(count, size=3, replace=False).tolist():
        words[place] = matter.words[int(dice.integers(len(matter.words)))]
    words[int(dice.integers(count))] = matter.place.name
    if dice.random() < 0.3:
        words[int(dice.integers(count))] = str(int(dice.integers(2, 900)))
    return tuple(words)


# ---- how a story spreads


def _unfold(
    dice: np.random.Generator, matter: _Matter, propositions: Sequence[_Proposition]
) -> PlantedStory:
    outlets = [_outlet(int(n)) for n in dice.choice(_OUTLETS, size=40, replace=False)]
    kind = dice.random()
    if kind < 0.35:
        tellings, origins = [_report(matter, outlets[0], propositions)], 1
    elif kind < 0.42:
        tellings, origins = _ring(dice, matter, outlets, propositions), 1
    else:
        tellings, origins = _cascade(dice, matter, outlets, propositions)
    written = [
        write_article(f"{matter.number}/{n}", t.outlet, t.day, t.lines, credit=t.credit)
        for n, t in enumerate(tellings)
    ]
    witnessed = {line.proposition for line in tellings[-1].lines} if origins > 1 else set()
    return PlantedStory(
        tuple(
            Planted(
                finding,
                matter.number,
                tuple(written[parent].article.id for parent in telling.parents),
                tuple(line.proposition for line in telling.lines),
            )
            for finding, telling in zip(written, tellings, strict=True)
        ),
        {p.number: 2 if p.number in witnessed else 1 for p in propositions},
    )


def _report(matter: _Matter, outlet: str, propositions: Sequence[_Proposition]) -> _Telling:
    lines = [Line(p.number, p.words, p.speaker, None, p.vector) for p in propositions]
    return _Telling(outlet, matter.day, lines)


def _cascade(
    dice: np.random.Generator,
    matter: _Matter,
    outlets: Sequence[str],
    propositions: Sequence[_Proposition],
) -> tuple[list[_Telling], int]:
    """A report, what became of it in copies and retellings, and at times a second witness, told last."""
    tellings = [_report(matter, outlets[0], propositions)]
    for outlet in outlets[1 : 1 + min(int(dice.zipf(1.9)), 38)]:
        parent = int(dice.integers(len(tellings))) if dice.random() < 0.4 else 0
        tellings.append(_passed_on(dice, tellings, parent, outlet))
    if dice.random() < 0.25:
        tellings.append(_second_witness(dice, matter, outlets[39], propositions))
        return tellings, 2
    return tellings, 1


def _passed_on(
    dice: np.random.Generator, tellings: Sequence[_Telling], parent: int, outlet: str
) -> _Telling:
    """A copy, a trimmed copy, a retelling that says whence, or one that does not."""
    source, fate = tellings[parent], dice.random()
    day = source.day + timedelta(int(dice.integers(1, 3)))
    if fate < 0.25:
        credit = source.outlet if dice.random() < 0.5 else None
        # The very text of a report, without a word whence: nobody can tell which copy it was taken from.
        root = parent if credit else _root(tellings, parent)
        return _Telling(outlet, day, source.lines, [root], credit)
    if fate < 0.4:
        kept = source.lines[: max(4, int(len(source.lines) * dice.uniform(0.5, 0.85)))]
        return _Telling(outlet, day, kept, [parent], source.outlet)
    cited = source.outlet if fate < 0.85 else None
    return _Telling(outlet, day, _retold(dice, source.lines, cited), [parent])


def _root(tellings: Sequence[_Telling], at: int) -> int:
    """The first that has this very text."""
    return next(n for n, t in enumerate(tellings) if t.lines is tellings[at].lines)


def _retold(
    dice: np.random.Generator, lines: Sequence[Line], cited: str | None, close: float = _RETOLD
) -> list[Line]:
    """The same in other words, a line left out here and there; the first two say from whom."""
    kept = [line for line in lines if dice.random() < 0.85]
    return [
        Line(
            line.proposition, _reworded(dice, line.words), line.speaker,
            cited if n < 2 else None, _turned(dice, line.vector, close),
        )
        for n, line in enumerate(kept)
    ]  # fmt: skip


def _ring(
    dice: np.random.Generator,
    matter: _Matter,
    outlets: Sequence[str],
    propositions: Sequence[_Proposition],
) -> list[_Telling]:
    """Outlets that name nobody but one another, the last one the first."""
    size = int(dice.integers(3, 6))
    bare = [Line(p.number, p.words, None, None, p.vector) for p in propositions]
    tellings = []
    for n in range(size):
        cited = outlets[(n + 1) % size]
        lines = [replace(line, cited=cited) for line in _retold(dice, bare, cited)]
        tellings.append(_Telling(outlets[n], matter.day, lines, [(n + 1) % size]))
    return tellings


def _second_witness(
    dice: np.random.Generator,
    matter: _Matter,
    outlet: str,
    propositions: Sequence[_Proposition],
) -> _Telling:
    """Another outlet's own report of half of it, with somebody else who was there."""
    half = [p for p in propositions if p.speaker and dice.random() < 0.6][:10]
    lines = [
        Line(p.number, _reworded(dice, p.words), matter.persons[3], None, _turned(dice, p.vector, _WITNESSED))
        for p in half
    ]  # fmt: skip
    return _Telling(outlet, matter.day, lines or _report(matter, outlet, propositions).lines)


# ---- words and vectors


def _reworded(dice: np.random.Generator, words: tuple[str, ...]) -> tuple[str, ...]:
    """Names, numbers and most of the words that tell the story stay; half of the others do not."""
    others = _common(dice, len(words))
    changes = dice.random(len(words))
    return tuple(
        other if not _is_telling(word) and change < 0.5 else word
        for word, other, change in zip(words, others, changes, strict=True)
    )


def _is_telling(word: str) -> bool:
    return not word[0].islower() or word not in word_weights().spread


@cache
def _spread() -> tuple[list[str], npt.NDArray[np.float64]]:
    spread = sorted(word_weights().spread.items())
    totals = np.array(list(accumulate(count for _, count in spread)), dtype=np.float64)
    return [word for word, _ in spread], totals / totals[-1]


def _common(dice: np.random.Generator, count: int) -> list[str]:
    """Words as often as news articles hold them; one in twelve is rarer than the table goes."""
    words, totals = _spread()
    places = np.searchsorted(totals, dice.random(count), side="right")
    drawn = [words[place] for place in places.tolist()]
    for place in np.flatnonzero(dice.random(count) < 1 / 12).tolist():
        drawn[place] = _rare(dice, 1)[0]
    return drawn


def _rare(dice: np.random.Generator, count: int) -> list[str]:
    return [name_of("word", int(n)).name for n in dice.integers(_RARE_WORDS, size=count)]


@cache
def _outlet(number: int) -> str:
    """ "The Ostrel Courier": a town's name and what papers are called."""
    return f"{name_of('town', number).name} {_OUTLET_NAMES[number % len(_OUTLET_NAMES)]}"


@cache
def _topic(number: int) -> Vector:
    return _random(np.random.default_rng([77, number]))


def _turned(dice: np.random.Generator, vector: Vector, cosine: float) -> Vector:
    """A direction at about this cosine to another."""
    return _unit(cosine * vector + np.float32((1 - cosine**2) ** 0.5) * _random(dice))


def _random(dice: np.random.Generator) -> Vector:
    return _unit(dice.standard_normal(_SIZE, dtype=np.float32))


def _unit(vector: Vector) -> Vector:
    return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)
