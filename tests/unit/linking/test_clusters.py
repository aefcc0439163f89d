from headwater.linking.clusters import average_linkage


def test_the_closest_pair_is_merged_first():
    """Of two pairs that share a member, the closer one is merged and the other is not."""
    assert average_linkage(3, {(0, 1): 0.6, (1, 2): 0.9}, 0.5) == [[0], [1, 2]]


def test_one_loose_pair_does_not_chain_two_groups():
    """Two tight groups that share one likely pair stay two: the mean over all pairs decides."""
    similar = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.8}
    assert average_linkage(4, similar, 0.5) == [[0, 1], [2, 3]]


def test_groups_alike_on_the_mean_are_merged():
    """A pair below the bar joins a group that is above it on the mean."""
    assert average_linkage(3, {(0, 1): 0.9, (0, 2): 0.45, (1, 2): 0.65}, 0.5) == [[0, 1, 2]]
    assert average_linkage(3, {(0, 1): 0.9, (0, 2): 0.3, (1, 2): 0.65}, 0.5) == [[0, 1], [2]]


def test_the_mean_counts_every_pair_of_two_groups_once():
    """Four cross pairs at the bar exactly still merge two groups of two."""
    cross = {(a, b): 0.5 for a in (0, 1) for b in (2, 3)}
    assert average_linkage(4, cross | {(0, 1): 0.9, (2, 3): 0.9}, 0.5) == [[0, 1, 2, 3]]


def test_ties_are_broken_by_number():
    """Of pairs as close as each other, the one of the smallest numbers is merged."""
    similar = {(0, 1): 0.8, (1, 2): 0.8, (2, 3): 0.8}
    assert average_linkage(4, similar, 0.8) == [[0, 1], [2, 3]]
    assert average_linkage(4, dict(reversed(similar.items())), 0.8) == [[0, 1], [2, 3]]


def test_groups_come_sorted_by_their_smallest_member():
    """Everything is in one group, also what nothing is like."""
    assert average_linkage(5, {(1, 4): 0.9}, 0.5) == [[0], [1, 4], [2], [3]]
    assert average_linkage(0, {}, 0.5) == []


def test_groups_may_be_kept_apart_by_how_alike_each_is_in_itself():
    """What may merge is asked with the mean between two groups and the mean within each."""
    pairs = {(0, 1): 0.9, (2, 3): 0.8} | {(a, b): 0.6 for a in (0, 1) for b in (2, 3)}
    asked = []

    def refuse(mean, ours, theirs):
        asked.append(tuple(x and round(x, 6) for x in (mean, ours.within, theirs.within)))
        return ours.within is None or theirs.within is None

    assert average_linkage(4, pairs, 0.5) == [[0, 1, 2, 3]]
    assert average_linkage(4, pairs, 0.5, refuse) == [[0, 1], [2, 3]]
    assert (asked[0], asked[-1]) == ((0.9, None, None), (0.6, 0.9, 0.8))


def test_groups_kept_apart_are_asked_about_again_when_one_has_grown():
    """A single thing that was too unlike two others is like them and a third."""
    pairs = {(0, 1): 0.9, (0, 2): 0.6, (1, 2): 0.6, (0, 3): 0.5, (1, 3): 0.5, (2, 3): 0.9}

    def may(mean, ours, theirs):
        return mean >= 0.8 or len(ours.members) == len(theirs.members) == 2

    assert average_linkage(4, pairs, 0.5, may) == [[0, 1, 2, 3]]
