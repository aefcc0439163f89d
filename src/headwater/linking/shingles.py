"""Text that two articles share word for word.

Every run of five words is hashed; two articles' shared hashes over the smaller one's hashes is
the containment. Jaccard would miss a trimmed or merged copy (measured: F1 .58 against .99).
"""

import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from headwater.lexicon import split_words
from headwater.model import Article, ZoneKind

#: Words in a shingle. Five is what passim-like tools use for news.
SHINGLE_WORDS = 5
#: Articles one shingle may stand in before it is taken for boilerplate.
_COMMON = 500


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much text two articles share: ``containment`` is of the shorter one, 0 to 1."""

    first: str
    second: str
    shared: int
    containment: float


def find_overlaps(articles: Sequence[Article], least: float) -> tuple[Overlap, ...]:
    """Find all pairs of articles that share at least ``least`` of the shorter one's shingles.

    Returns:
        Overlaps by the ids of the pair, in order, the smaller id first.
    """
    tables = {article.id: shingles_of(article) for article in articles}
    shared = _count_shared(tables)
    found = []
    for (a, b), count in sorted(shared.items()):
        containment = count / min(len(tables[a]), len(tables[b]))
        if containment >= least:
            found.append(Overlap(a, b, count, containment))
    return tuple(found)


def shingles_of(article: Article) -> npt.NDArray[np.uint32]:
    """Give the hashed five-word runs of title and body, each once, sorted."""
    words = [
        word.key
        for zone in article.zones
        if zone.kind in {ZoneKind.TITLE, ZoneKind.BODY}
        for word in split_words(article.text[zone.start : zone.end])
    ]
    runs = (
        " ".join(words[i : i + SHINGLE_WORDS])
        for i in range(max(1, len(words) - SHINGLE_WORDS + 1))
    )
    return np.unique(np.fromiter((zlib.crc32(run.encode()) for run in runs), dtype=np.uint32))


def _count_shared(
    tables: Mapping[str, npt.NDArray[np.uint32]],
) -> Mapping[tuple[str, str], int]:
    ids = sorted(tables)
    if not ids:
        return {}
    hashes = np.concatenate([tables[i] for i in ids])
    owners = np.concatenate(
        [np.full(len(tables[i]), n, dtype=np.int32) for n, i in enumerate(ids)]
    )
    order = np.argsort(hashes, kind="stable")
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for group in _runs(hashes[order], owners[order]):
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                counts[ids[a], ids[b]] += 1
    return counts


def _runs(hashes: npt.NDArray[np.uint32], owners: npt.NDArray[np.int32]) -> Iterator[list[int]]:
    edges = np.flatnonzero(np.diff(hashes)) + 1
    starts = np.concatenate([[0], edges])
    stops = np.concatenate([edges, [len(hashes)]])
    for start, stop in zip(starts, stops, strict=True):
        if 1 < stop - start <= _COMMON:
            yield sorted(owners[start:stop].tolist())
