"""What hangs together by ties, however long the way from one to the other."""

import numpy as np

from headwater.linking.postings import Numbers


def connected(members: Numbers, first: Numbers, second: Numbers) -> list[Numbers]:
    """Give the connected parts, each sorted, in order of the smallest member.

    Every round ties the smallest member that a part knows to that of a part it is tied to, for all
    at once: of a million ties, a look at each in turn takes ten times as long.

    Args:
        members: What may be tied, sorted, each once.
        first: One side of each tie.
        second: The other side; nothing but members on either.
    """
    a, b = np.searchsorted(members, first), np.searchsorted(members, second)
    least = np.arange(len(members))
    while len(a):
        a, b = least[a], least[b]
        is_apart = a != b
        a, b = a[is_apart], b[is_apart]
        np.minimum.at(least, np.maximum(a, b), np.minimum(a, b))
        while not np.array_equal(nearer := least[least], least):
            least = nearer
    order = np.argsort(least, kind="stable")
    starts = np.flatnonzero(np.diff(least[order], prepend=-1))
    return np.split(members[order], starts[1:]) if len(members) else []
