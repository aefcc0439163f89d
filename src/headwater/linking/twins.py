"""Articles of one and the same text, found first so that the rest need compare only one of each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from headwater.linking.fingerprints import Fingerprint


def find_twins(prints: Iterable[Fingerprint]) -> Mapping[str, str]:
    """Give for every article the head of its twins: itself, where no other has its text.

    Twins share title, body and what was read in them, word for word; captions, outlet and date
    may differ. Their head is the earliest by date, then by id; undated ones come last.
    """
    groups: dict[str, list[Fingerprint]] = defaultdict(list)
    for one in prints:
        groups[one.text_key].append(one)
    heads: dict[str, str] = {}
    for group in groups.values():
        head = min(group, key=lambda p: (str(p.published_from or "~"), p.article_id))
        heads |= {one.article_id: head.article_id for one in group}
    return heads


def group_twins(head_of: Mapping[str, str]) -> Mapping[str, list[str]]:
    """Give for every head, in id order, its twins, itself among them, in id order."""
    groups: dict[str, list[str]] = {head: [] for head in sorted(set(head_of.values()))}
    for article_id, head in sorted(head_of.items()):
        groups[head].append(article_id)
    return groups
