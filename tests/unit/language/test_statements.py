import pytest

from headwater.language.statements import CONTENT, CUE, SOURCE, MissedCue, Parts, tie


def _parts(source=(), cue=(), content=()):
    return Parts(source=list(source), cue=list(cue), content=list(content))


def test_each_cue_makes_one_statement():
    """Source and content go to the cue they are tied to."""
    spans = [(0, 2, SOURCE), (2, 3, CUE), (3, 8, CONTENT)]
    assert tie(spans, {(0, 2): 4.0, (3, 2): 4.0}, {}) == [_parts([(0, 2)], [(2, 3)], [(3, 8)])]


def test_a_source_may_speak_twice():
    """A source tied to two cues is the source of both statements."""
    spans = [(0, 2, SOURCE), (2, 3, CUE), (3, 6, CONTENT), (7, 8, CUE), (8, 12, CONTENT)]
    links = {(0, 2): 4.0, (0, 7): 1.5, (3, 2): 4.0, (3, 7): -4.0, (8, 7): 4.0, (8, 2): -4.0}
    assert tie(spans, links, {}) == [
        _parts([(0, 2)], [(2, 3)], [(3, 6)]),
        _parts([(0, 2)], [(7, 8)], [(8, 12)]),
    ]


def test_content_may_stand_before_and_behind_its_source():
    """“We wait,” she said, “and hope.” is one statement with content in two parts, in order."""
    spans = [(0, 4, CONTENT), (4, 5, SOURCE), (5, 6, CUE), (7, 10, CONTENT)]
    links = {(0, 5): 4.0, (4, 5): 4.0, (7, 5): 4.0}
    assert tie(spans, links, {}) == [_parts([(4, 5)], [(5, 6)], [(0, 4), (7, 10)])]


def test_two_cues_are_two_statements_in_the_order_of_the_text():
    """Cues that are not tied to one another stay apart; the one without content has none."""
    spans = [(0, 1, SOURCE), (1, 2, CUE), (3, 4, CUE), (4, 6, CONTENT)]
    links = {(0, 1): 4.0, (0, 3): -4.0, (4, 3): 4.0, (4, 1): -4.0, (3, 1): -4.0, (1, 3): -4.0}
    assert tie(spans, links, {}) == [_parts([(0, 1)], [(1, 2)]), _parts([], [(3, 4)], [(4, 6)])]


def test_a_cue_may_have_two_parts():
    """ "attributed the remark to" is one cue, and what is tied to its first part is the statement's."""
    spans = [(0, 1, SOURCE), (1, 2, CUE), (4, 5, CUE), (5, 7, CONTENT)]
    links = {(0, 1): 4.0, (4, 1): 6.0, (5, 1): 4.0, (5, 4): 5.0}
    assert tie(spans, links, {}) == [_parts([(0, 1)], [(1, 2), (4, 5)], [(5, 7)])]


def test_a_third_part_joins_the_first_of_its_cue():
    """Parts of a cue join the one that begins it, and none that has itself joined another."""
    spans = [(0, 1, CUE), (2, 3, CUE), (4, 5, CUE)]
    links = {(2, 0): 6.0, (4, 0): 6.0, (4, 2): 6.0}
    assert tie(spans, links, {}) == [_parts(cue=[(0, 1), (2, 3), (4, 5)])]


def test_a_part_of_a_cue_joins_the_nearest_of_two():
    """Of two cues that a third might go on, it goes on the one that stands nearer before it."""
    spans = [(0, 1, CUE), (2, 3, CUE), (4, 5, CUE)]
    joined = [_parts(cue=[(0, 1)]), _parts(cue=[(2, 3), (4, 5)])]
    assert tie(spans, {(4, 0): 6.0, (4, 2): 5.5}, {}) == joined


def test_cues_tied_by_little_more_than_even_odds_stay_apart():
    """Two cues become one only where it is surer than for a part: "said … and added" are two."""
    spans = [(0, 1, CUE), (2, 3, CUE)]
    assert tie(spans, {(2, 0): 4.9}, {}) == [_parts(cue=[(0, 1)]), _parts(cue=[(2, 3)])]


def test_a_cue_never_joins_a_later_one():
    """The first part of a cue in the text is the one that begins it."""
    spans = [(0, 1, CUE), (2, 3, CUE)]
    assert tie(spans, {(0, 2): 9.0}, {}) == [_parts(cue=[(0, 1)]), _parts(cue=[(2, 3)])]


def test_a_part_without_a_cue_in_reach_is_left_out():
    """A source or content that no window holds together with a cue belongs to no statement."""
    spans = [(0, 2, SOURCE), (9, 10, CUE), (400, 410, CONTENT)]
    assert tie(spans, {(0, 9): 4.0}, {}) == [_parts([(0, 2)], [(9, 10)])]
    assert tie([(0, 2, SOURCE), (3, 9, CONTENT)], {}, {}) == []


def test_a_tie_to_what_is_no_cue_counts_for_nothing():
    """Words that might have begun a cue, but do not, take no part away from those that do."""
    spans = [(0, 2, SOURCE), (9, 10, CUE)]
    assert tie(spans, {(0, 9): -2.0, (0, 5): 8.0}, {}) == [_parts([(0, 2)], [(9, 10)])]


def test_where_no_tie_is_likely_the_likeliest_is_taken():
    """A part goes to one cue, the best, where it is tied to none by even odds."""
    spans = [(0, 1, CUE), (3, 4, SOURCE), (5, 6, CUE), (8, 9, CUE)]
    links = {(3, 0): -3.0, (3, 5): -0.5, (3, 8): -2.0}
    assert tie(spans, links, {}) == [
        _parts(cue=[(0, 1)]),
        _parts([(3, 4)], [(5, 6)]),
        _parts(cue=[(8, 9)]),
    ]


def test_nothing_tagged_is_nothing_stated():
    """Without spans there are no statements."""
    assert tie([], {}, {}) == []


SAID = [(0, 2, SOURCE), (2, 3, CUE), (3, 8, CONTENT)]
TIED = {(0, 2): 4.0, (3, 2): 4.0}


@pytest.mark.parametrize(("tie_to_second", "shared"), [(2.9, False), (3.1, True)])
def test_content_is_shared_only_where_that_is_sure(tie_to_second, shared):
    """A content is the second cue's too only by more than even odds."""
    spans = [(0, 1, CUE), (1, 5, CONTENT), (7, 8, CUE)]
    links = {(1, 0): 5.0, (1, 7): tie_to_second}
    first, second = tie(spans, links, {})
    assert first.content == [(1, 5)]
    assert second.content == ([(1, 5)] if shared else [])


def test_content_that_no_cue_wants_tells_of_a_missed_one():
    """Where the likeliest cue has content already, a second one finds words that may be its cue."""
    spans = [*SAID, (20, 30, CONTENT)]
    links = TIED | {(20, 2): -3.0, (20, 15): 2.0, (20, 17): 2.5}
    missed = {15: MissedCue(17, -0.5), 17: MissedCue(18, -2.0)}
    assert tie(spans, links, missed) == [
        _parts([(0, 2)], [(2, 3)], [(3, 8)]),
        _parts([], [(15, 17)], [(20, 30)]),
    ]


def test_a_source_speaks_by_a_cue_that_its_content_told_of():
    """A missed cue takes part in the tying of sources."""
    spans = [*SAID, (14, 15, SOURCE), (20, 30, CONTENT)]
    links = TIED | {(20, 2): -3.0, (20, 15): 2.0, (14, 15): 3.0}
    assert tie(spans, links, {15: MissedCue(17, -0.5)})[1] == _parts(
        [(14, 15)], [(15, 17)], [(20, 30)]
    )


def test_a_missed_cue_needs_a_tie_by_more_than_even_odds():
    """Content no cue wants, and no missed cue either, is left out."""
    spans = [*SAID, (20, 30, CONTENT)]
    links = TIED | {(20, 2): -3.0, (20, 15): -0.1}
    assert tie(spans, links, {15: MissedCue(17, -0.5)}) == [
        _parts([(0, 2)], [(2, 3)], [(3, 8)])
    ]


def test_a_missed_cue_takes_one_content_and_overlaps_no_other():
    """What one content revived is not there for the next, nor are words inside it."""
    spans = [*SAID, (20, 30, CONTENT), (32, 40, CONTENT)]
    links = TIED | {(20, 2): -3.0, (20, 15): 2.0, (32, 2): -4.0, (32, 15): 9.0, (32, 16): 9.0}
    missed = {15: MissedCue(17, -0.5), 16: MissedCue(17, -0.5)}
    assert [parts.content for parts in tie(spans, links, missed)] == [[(3, 8)], [(20, 30)]]


def test_a_cue_without_content_takes_the_likeliest_rather_than_a_missed_one():
    """Content goes to a missed cue only where its likeliest cue has content."""
    spans = [(2, 3, CUE), (20, 30, CONTENT)]
    links = {(20, 2): -3.0, (20, 15): 2.0}
    assert tie(spans, links, {15: MissedCue(17, -0.5)}) == [_parts([], [(2, 3)], [(20, 30)])]


@pytest.mark.parametrize(("second", "kept"), [(11, True), (12, False)])
def test_content_close_behind_another_goes_with_it(second, kept):
    """Two contents with a word or three between them are one content cut in two."""
    spans = [*SAID, (second, 30, CONTENT)]
    links = TIED | {(second, 2): -1.0}
    assert tie(spans, links, {})[0].content == [(3, 8), (second, 30)][: 1 + kept]
