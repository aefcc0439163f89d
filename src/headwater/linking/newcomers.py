"""What one article more changes of how a pile falls into neighbourhoods.

Neighbourhoods follow from pairs of articles, and the pairs of the others stay what they are: the new
one is compared with all, and what it is tied to comes together. In a few cases another pair may no
longer be one; then nothing is said here, and the pile is to be parted anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from itertools import chain

import numpy as np
import numpy.typing as npt

from headwater.linking.fingerprints import Fingerprint
from headwater.linking.likeness import likeness_by_words, most_alike
from headwater.linking.postings import Numbers
from headwater.linking.shingles import COMMON_SHINGLE
from headwater.linking.twins import find_twins, group_twins
from headwater.settings import LinkingSettings

#: Articles that are held against all others; where more have come, all pairs take less time.
FEW_NEW = 5
#: Low bits of a key by which nearly all that are not looked for are passed over.
_LOW = (1 << 16) - 1

Parts = Sequence[Sequence[str]]
Keys = npt.NDArray[np.unsignedinteger]
Weights = npt.NDArray[np.float64]


def part_with_new(
    prints: Mapping[str, Fingerprint],
    new: Iterable[str],
    parts: Parts,
    settings: LinkingSettings,
    *,
    common: int,
    most: int,
) -> Parts | None:
    """Give the neighbourhoods of a pile from those it had before a few articles came.

    Args:
        prints: Every article of the pile, by id.
        new: The ids of those that came.
        parts: The ids of the articles of each neighbourhood there was, none of them cut.
        settings: Every dial.
        common: Articles a word may stand in before it brings no two together by itself.
        most: Texts of one neighbourhood, above which it would be cut.

    Returns:
        The ids of each neighbourhood, or None where that does not follow from those there were.
    """
    coming = set(new)
    held = {key: one for key, one in prints.items() if key not in coming}
    found: Parts | None = parts
    for key in sorted(coming):
        held[key] = prints[key]
        found = _with_one(key, held, found, settings, common) if found is not None else None
    if found is None or any(_texts(part, prints) > most for part in found):
        return None
    return found


def _texts(part: Sequence[str], prints: Mapping[str, Fingerprint]) -> int:
    return len({prints[key].text_key for key in part})


def _with_one(
    key: str,
    held: Mapping[str, Fingerprint],
    parts: Parts,
    settings: LinkingSettings,
    common: int,
) -> Parts | None:
    head_of = find_twins(held.values())
    twins = group_twins(head_of)
    if head_of[key] != key:
        return _joined(key, {head_of[key]}, parts)
    if len(twins[key]) > 1:  # the text is now compared by the day of another article
        return None
    heads = [held[head] for head in twins]
    newcomer = _Newcomer(heads, list(twins).index(key), common)
    part_of = {article: n for n, part in enumerate(parts) for article in part}
    least = min(settings.same_storyline, settings.same_story)
    if newcomer.is_new_common or newcomer.parts_any(part_of, least):
        return None
    tied = (*newcomer.copies(settings.copy_containment), *newcomer.alike(least))
    return _joined(key, {heads[n].article_id for n in tied}, parts)


def _joined(key: str, others: set[str], parts: Parts) -> Parts:
    """Bring an article, and the neighbourhoods of those it is tied to, together."""
    apart = [part for part in parts if others.isdisjoint(part)]
    together = [part for part in parts if not others.isdisjoint(part)]
    return [*apart, (key, *chain.from_iterable(together))]


class _Newcomer:
    """One article held against all others.

    Args:
        heads: All articles, one of each text, as they are compared.
        number: Which of them is new.
        common: Articles a word may stand in before it brings no two together by itself.
    """

    def __init__(self, heads: Sequence[Fingerprint], number: int, common: int) -> None:
        self._heads, self._number, self._common = heads, number, common
        self._own = heads[number]
        self._words = _Shared([p.words for p in heads], self._own.words)
        self._weights = np.concatenate([p.weights for p in heads])
        self._shingles = _Shared([p.shingles for p in heads], self._own.shingles)

    @property
    def is_new_common(self) -> bool:
        """True where by this article a key is in too many: then it ties no others any more."""
        words = self._words.holders == self._common + 1
        shingles = self._shingles.holders == COMMON_SHINGLE + 1
        return bool(words.any() or shingles.any())

    def parts_any(self, part_of: Mapping[str, int], least: float) -> bool:
        """Tell whether it may part two that were compared as holders of a common word one after the other."""
        for place in np.flatnonzero(self._words.holders > self._common).tolist():
            before, after = self._around(place)
            if before is None or after is None:
                continue
            one, other = self._heads[before], self._heads[after]
            is_one_part = part_of[one.article_id] == part_of[other.article_id]
            if is_one_part and most_alike(one, other) >= least:
                return True
        return False

    def copies(self, least: float) -> Iterator[int]:
        """Yield the articles that share at least so much of the shorter one's text with it."""
        rare = self._shingles.where(self._shingles.holders <= COMMON_SHINGLE)
        total = np.bincount(rare.owners, minlength=len(self._heads))
        own = len(self._own.shingles)
        for other in np.flatnonzero(total).tolist():
            shorter = min(own, len(self._heads[other].shingles))
            if other != self._number and total[other] / shorter >= least:
                yield other

    def alike(self, least: float) -> Iterator[int]:
        """Yield the articles whose likeness to it is at least so much."""
        rare = self._words.where(self._words.holders <= self._common)
        often = self._words.where(self._words.holders > self._common)
        by_often = np.bincount(
            often.owners, weights=self._products(often), minlength=len(self._heads)
        )
        # What is shared with a neighbour is not added up: see Postings.successive.
        tried = [*self._by_rare(rare), *((other, 0.0) for other in self._neighbours())]
        for other, total in tried:
            words = total + float(by_often[other])
            if likeness_by_words(self._own, self._heads[other], words) >= least:
                yield other

    def _neighbours(self) -> Iterator[int]:
        places = np.flatnonzero(self._words.holders > self._common).tolist()
        yield from (n for place in places for n in self._around(place) if n is not None)

    def _around(self, place: int) -> tuple[int | None, int | None]:
        """Give who holds a word of it last before it and first after it."""
        holders = self._words.owners[self._words.places == place]
        at = int(np.searchsorted(holders, self._number))
        before = int(holders[at - 1]) if at else None
        after = int(holders[at + 1]) if at + 1 < len(holders) else None
        return before, after

    def _by_rare(self, shared: "_Shared") -> Iterator[tuple[int, float]]:
        """Yield the others that share such words, and what they share, added up as Postings does."""
        owners, starts = np.unique(shared.owners, return_index=True)
        products = self._products(shared)
        totals = np.add.reduceat(products, starts) if len(starts) else products
        for other, total in zip(owners.tolist(), totals.tolist(), strict=True):
            if other != self._number:
                yield other, total

    def _products(self, shared: "_Shared") -> Weights:
        products: Weights = self._weights[shared.at] * self._own.weights[shared.places]
        return products


class _Shared:
    """Where keys of one article stand in all articles.

    ``at`` are places among the keys of all articles, one after the other; ``owners`` the articles,
    ``places`` the places of the keys in the one article's own row, ``holders`` how many hold each of these.
    """

    def __init__(self, keys: Sequence[Keys], own: Keys) -> None:
        flat = np.concatenate(keys)
        may_be = np.zeros(_LOW + 1, dtype=bool)
        may_be[own & _LOW] = True
        at = np.flatnonzero(may_be[flat & _LOW])
        places = np.searchsorted(own, flat[at])
        places[places == len(own)] = 0
        is_shared = own[places] == flat[at] if len(own) else np.zeros(len(at), dtype=bool)
        self.at: Numbers = at[is_shared]
        self.places: Numbers = places[is_shared]
        ends = np.cumsum([len(row) for row in keys])
        self.owners: Numbers = np.searchsorted(ends, self.at, side="right")
        self.holders = np.bincount(self.places, minlength=len(own))

    def where(self, kept: npt.NDArray[np.bool_]) -> "_Shared":
        """Give the places of those keys of the one article for which this is true."""
        some, is_kept = copy(self), kept[self.places]
        some.at, some.places = self.at[is_kept], self.places[is_kept]
        some.owners = self.owners[is_kept]
        return some
