"""Articles that may have to do with one another, told from all others by their fingerprints.

What linking finds for an article depends on the articles of its neighbourhood alone, and on
the names of the pile's outlets. So a pile of any size is linked one neighbourhood at a time, and
the neighbourhoods a new article does not come into stay as they are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from headwater.linking.components import connected
from headwater.linking.fingerprints import Fingerprint
from headwater.linking.likeness import near_pairs
from headwater.linking.newcomers import FEW_NEW, part_with_new
from headwater.linking.postings import Numbers, SharedPairs
from headwater.linking.shingles import find_overlaps
from headwater.linking.twins import find_twins, group_twins
from headwater.settings import LinkingSettings

#: Articles a telling word may stand in before it brings no two together by itself.
_COMMON = 500
#: Texts in one neighbourhood, above which its loosest ties are cut: all its pairs are compared.
_MOST = 1_500
#: By how much the least score is raised to cut them.
_STEP = 0.01


@dataclass(frozen=True, slots=True)
class Neighbourhoods:
    """How a pile falls into neighbourhoods: the ids of the articles of each, sorted, in order of the smallest.

    ``is_cut`` where one held too many together, and was cut: then each may depend on all others.
    """

    parts: tuple[tuple[str, ...], ...]
    is_cut: bool


def find_neighbourhoods(
    prints: Iterable[Fingerprint],
    settings: LinkingSettings,
    before: Sequence[Sequence[str]] = (),
) -> Neighbourhoods:
    """Partition a pile so that no story, storyline, copy or retelling reaches across.

    Two groups of articles merge only if the mean of their scores is at least
    ``same_storyline``, so no two merge that no single pair of that score holds together.

    Args:
        prints: Every article.
        settings: Every dial.
        before: The neighbourhoods that were found, and none of them cut, with these dials while some of
            the articles were not there yet. Where few have come since, it takes less time.
    """
    by_id = {one.article_id: one for one in prints}
    new = by_id.keys() - set(chain.from_iterable(before))
    if before and len(new) <= FEW_NEW:
        parts = part_with_new(by_id, new, before, settings, common=_COMMON, most=_MOST)
        if parts is not None:
            return Neighbourhoods(tuple(sorted(tuple(sorted(p)) for p in parts)), is_cut=False)
    return _parted(by_id, settings)


def _parted(by_id: Mapping[str, Fingerprint], settings: LinkingSettings) -> Neighbourhoods:
    twins = group_twins(find_twins(by_id.values()))
    heads = [by_id[head] for head in twins]
    number = {head: n for n, head in enumerate(twins)}
    overlaps = list(find_overlaps(heads, settings.copy_containment))
    copies = SharedPairs(
        np.array([number[o.first] for o in overlaps], dtype=np.intp),
        np.array([number[o.second] for o in overlaps], dtype=np.intp),
        np.ones(len(overlaps)),
    )
    least = min(settings.same_storyline, settings.same_story)
    alike = _joined(near_pairs(heads, least=least, most=_COMMON))
    everything = np.arange(len(heads))
    parts = _tied(everything, copies, alike)
    is_cut = any(len(part) > _MOST for part in parts)
    if is_cut:
        parts = list(_parts(everything, copies, alike, least))
    found = [
        tuple(sorted(chain.from_iterable(twins[heads[n].article_id] for n in part)))
        for part in map(np.ndarray.tolist, parts)
    ]
    return Neighbourhoods(tuple(sorted(found)), is_cut=is_cut)


def _joined(blocks: Iterable[SharedPairs]) -> SharedPairs:
    parts = list(blocks)
    return SharedPairs(
        np.concatenate([np.zeros(0, dtype=np.intp), *(part.first for part in parts)]),
        np.concatenate([np.zeros(0, dtype=np.intp), *(part.second for part in parts)]),
        np.concatenate([np.zeros(0), *(part.total for part in parts)]),
    )


def _tied(members: Numbers, copies: SharedPairs, alike: SharedPairs) -> list[Numbers]:
    first, second = (np.concatenate([copies[side], alike[side]]) for side in (0, 1))
    return connected(members, first, second)


def _parts(
    members: Numbers, copies: SharedPairs, alike: SharedPairs, least: float
) -> Iterator[Numbers]:
    """What the ties hold together; where that is too much, what closer ties do."""
    alike = alike.where(alike.total >= least)
    for part in _tied(members, copies, alike):
        own = alike.where(np.isin(alike.first, part)) if len(part) > _MOST else None
        if own is None or not len(own.total):  # small enough, or nothing but copies
            yield part
        else:
            theirs = copies.where(np.isin(copies.first, part))
            yield from _parts(part, theirs, own, least + _STEP)
