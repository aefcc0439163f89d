"""Examples cut into windows of word pieces, and windows laid together as tensors."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from headwater.language.pieces import LONGEST_WINDOW, Pieces
from training.example import UNKNOWN, Example, Labels, unknown


@dataclass
class Prepared:
    """An example with its word pieces: of each word the ids, and its look."""

    example: Example
    pieces: list[list[int]]
    looks: list[int]
    #: Words before which a window may begin; None: any.
    seams: list[int] | None


def prepare(example: Example, pieces: Pieces, seams: list[int] | None = None) -> Prepared:
    """Cut every word into pieces once."""
    return Prepared(
        example,
        pieces.of_words(example.words),
        pieces.looks(example.words, example.gaps),
        seams,
    )


def cut(prepared: Prepared, dice: random.Random | None = None) -> Iterator[tuple[int, int]]:
    """Cut a text into ranges of words that fit a window; with dice, the first is cut short."""
    sizes = [len(p) for p in prepared.pieces]
    total = len(sizes)
    seams = prepared.seams if prepared.seams is not None else list(range(total))
    seams = [*seams, total]
    budget = LONGEST_WINDOW - 2
    room, number = dice.randint(budget // 4, budget) if dice else budget, 0
    while number < len(seams) - 1:
        begin = seams[number]
        used, end = 0, number
        while end < len(seams) - 1:
            size = sum(sizes[seams[end] : seams[end + 1]])
            if used + size > room and end > number:
                break
            used += size
            end += 1
        start, stop = begin, seams[end]
        # A sentence longer than a window is cut off; what lies beyond is not learned from.
        while sum(sizes[start:stop]) > budget:
            stop -= 1
        yield start, stop
        number, room = end, budget


def lay_batch(
    windows: Sequence[tuple[Prepared, int, int]], marks: tuple[int, int]
) -> dict[str, Tensor]:
    """Lay windows together, padded to the widest; labels that are not known are ``UNKNOWN``."""
    begin, stop = marks
    rows = [_lay(p, a, b, begin, stop) for p, a, b in windows]
    # Always of one width, for which a compiled layer is made once.
    pieces = LONGEST_WINDOW
    words = max(b - a for _, a, b in windows)
    out: dict[str, np.ndarray] = {
        "ids": np.zeros((len(rows), pieces), dtype=np.int64),
        "looks": np.zeros((len(rows), pieces), dtype=np.int64),
        "mask": np.zeros((len(rows), pieces), dtype=np.float32),
        "first": np.zeros((len(rows), words), dtype=np.int64),
        "last": np.zeros((len(rows), words), dtype=np.int64),
        "length": np.array([b - a for _, a, b in windows]),
    }
    for number, (ids, looks, first, last) in enumerate(rows):
        out["ids"][number, : len(ids)] = ids
        out["looks"][number, : len(ids)] = looks
        out["mask"][number, : len(ids)] = 1
        out["first"][number, : len(first)] = first
        out["last"][number, : len(last)] = last
    names = {name for p, _, _ in windows for name in p.example.tags}
    for name in sorted(names):
        column = np.full((len(rows), words), UNKNOWN, dtype=np.int64)
        for number, (p, a, b) in enumerate(windows):
            if name in p.example.tags:
                column[number, : b - a] = p.example.tags[name][a:b]
        out[f"tag:{name}"] = column
    heads = np.full((len(rows), words), UNKNOWN, dtype=np.int64)
    sentence = np.full((len(rows), words), -1, dtype=np.int64)
    for number, (p, a, b) in enumerate(windows):
        if p.example.heads is not None and p.example.sentence is not None:
            here = p.example.heads[a:b]
            # The root is the column behind the words of the longest window.
            heads[number, : b - a] = np.where(
                here == -1, words, np.where((here >= a) & (here < b), here - a, UNKNOWN)
            )
            heads[number, : b - a][here == UNKNOWN] = UNKNOWN
            sentence[number, : b - a] = p.example.sentence[a:b]
    out["heads"], out["sentence"] = heads, sentence
    out["links"] = _links(windows)
    return {name: torch.from_numpy(array) for name, array in out.items()}


def _lay(
    p: Prepared, a: int, b: int, begin: int, stop: int
) -> tuple[list[int], list[int], list[int], list[int]]:
    ids, looks, first, last = [begin], [0], [], []
    for word in range(a, b):
        first.append(len(ids))
        ids += p.pieces[word]
        looks += [p.looks[word]] * len(p.pieces[word])
        last.append(len(ids) - 1)
    return [*ids, stop], [*looks, 0], first, last


def _links(windows: Sequence[tuple[Prepared, int, int]]) -> np.ndarray:
    """Rows of (window, channel, from, to); ``to`` is -1 for "to nothing in this window".

    Channel 4 is coreference. A word whose links are known gets a row even where it has none.
    """
    found = []
    for number, (p, a, b) in enumerate(windows):
        rows = [(c, i, j) for c, i, j in p.example.links if a <= i < b and a <= j < b]
        some = {(c, i) for c, i, _ in rows}
        rows += [
            (c, i, -1)
            for c, i in sorted(p.example.linked)
            if c > 1 and a <= i < b and (c, i) not in some
        ]
        for i, earlier in sorted(p.example.antecedents.items()):
            if a <= i < b:
                inside = [j for j in earlier if a <= j < i]
                rows += [(4, i, j) for j in inside] or [(4, i, -1)]
        found += [(number, c, i - a, j - a if j >= 0 else -1) for c, i, j in rows]
    return np.array(found, dtype=np.int64).reshape(-1, 4)


def take(prepared: Prepared, start: int, stop: int) -> Prepared:
    """Give some of the words of a text as a text of their own."""
    whole = prepared.example
    part = Example(whole.words[start:stop], whole.offsets[start:stop], whole.gaps[start:stop])
    part.tags = {name: tags[start:stop] for name, tags in whole.tags.items()}
    if whole.heads is not None and whole.sentence is not None:
        inside = (whole.heads >= start) & (whole.heads < stop)
        part.heads = np.where(
            inside, whole.heads - start, np.where(whole.heads == -1, -1, UNKNOWN)
        )[start:stop]
        part.sentence = whole.sentence[start:stop] - start
    part.links = [
        (c, i - start, j - start)
        for c, i, j in whole.links
        if start <= i < stop and start <= j < stop
    ]
    part.linked = {(c, i - start) for c, i in whole.linked if start <= i < stop}
    for i, earlier in whole.antecedents.items():
        if start <= i < stop:
            part.antecedents[i - start] = [j - start for j in earlier if start <= j] or [
                i - start
            ]
    return Prepared(part, prepared.pieces[start:stop], prepared.looks[start:stop], None)


def fill(parts: Iterable[Prepared]) -> Iterator[Prepared]:
    """Lay short texts together, in their order, as paragraphs of one that fills a window."""
    waiting: list[Prepared] = []
    used = 0
    for part in parts:
        size = sum(map(len, part.pieces))
        if waiting and used + size > LONGEST_WINDOW - 2:
            yield join(waiting)
            waiting, used = [], 0
        waiting.append(part)
        used += size
    if waiting:
        yield join(waiting)


def join(parts: Sequence[Prepared]) -> Prepared:
    """Make one text of several, each beginning a new line."""
    joined, shift = Example([], [], []), 0
    for part in parts:
        example = part.example
        joined.words += example.words
        joined.offsets += example.offsets
        joined.gaps += [2, *example.gaps[1:]]
        joined.links += [(c, i + shift, j + shift) for c, i, j in example.links]
        joined.linked |= {(c, i + shift) for c, i in example.linked}
        joined.antecedents |= {
            i + shift: [j + shift for j in js] for i, js in example.antecedents.items()
        }
        shift += len(example)
    names = sorted({name for part in parts for name in part.example.tags})
    joined.tags = {
        name: np.concatenate([p.example.tags.get(name, unknown(len(p.example))) for p in parts])
        for name in names
    }
    if all(p.example.heads is not None and p.example.sentence is not None for p in parts):
        joined.heads = np.concatenate([_shifted(p.example.heads, n) for p, n in _starts(parts)])
        joined.sentence = np.concatenate([p.example.sentence + n for p, n in _starts(parts)])
    looks = [look for p in parts for look in [p.looks[0] // 3 * 3 + 2, *p.looks[1:]]]
    return Prepared(joined, [x for p in parts for x in p.pieces], looks, None)


def _starts(parts: Sequence[Prepared]) -> Iterator[tuple[Prepared, int]]:
    start = 0
    for part in parts:
        yield part, start
        start += len(part.example)


def _shifted(heads: Labels, by: int) -> Labels:
    return np.where(heads >= 0, heads + by, heads)
