import pytest
from small_pile import article, day
from test_shingles import REPORT

from headwater.linking import find_neighbourhoods, likeness, neighbourhoods, take_fingerprint
from headwater.settings import LinkingSettings

FAIR = "The cheese fair of Ostrel opens with a parade of goats and a prize for the oldest cheesemaker."


def found(*pile):
    return find_neighbourhoods([take_fingerprint(f) for f in pile], LinkingSettings()).parts


def test_a_copy_a_twin_and_a_retelling_are_neighbours():
    """Whatever may be linked stands together; what shares nothing stands alone."""
    whole = article("Quill Post", key="a", lead=REPORT)
    twin = article("Marsh Gazette", key="b", lead=REPORT)
    part = article("Velden Wire", key="c", lead=REPORT[:2])
    fair = article("Velden Wire", key="d", lead=(FAIR,))
    assert found(fair, part, twin, whole) == (("a", "b", "c"), ("d",))


def test_a_copied_paragraph_in_another_story_makes_neighbours():
    """A text that is mostly another's is its neighbour, whatever else it tells."""
    notice = " ".join(f"notice{n}" for n in range(60))
    a = article(None, key="a", lead=(notice, *REPORT), day=day(1))
    b = article(None, key="b", lead=(notice, FAIR, " ".join(f"goat{n}" for n in range(80))))
    assert found(a, b) == (("a", "b"),)


def docks(**rarer):
    """Articles of the same twenty words in another order, each with words of its own."""
    words = [f"dock{letter}" for letter in "abcdefghijklmnopqrst"]
    return [
        article(None, key=key, lead=(" ".join([more, *words[n:], *words[:n]][::step]),))
        for (key, more), (n, step) in zip(rarer.items(), ((0, 1), (3, -1), (9, 2)), strict=True)
    ]


def test_a_word_that_many_articles_hold_brings_few_together(monkeypatch):
    """Of those that share common words alone, each is compared with the next; with a rarer word, with all."""
    gulls = " ".join([f"gull{a}{b}" for a in "ab" for b in "fghij"] * 40)
    pile = docks(a="kestrel", b=gulls, c="heron")
    assert found(*pile) == (("a", "c"), ("b",))
    monkeypatch.setattr(neighbourhoods, "_COMMON", 2)
    assert found(*pile) == (("a",), ("b",), ("c",))
    assert found(*docks(a="heron", b=gulls, c="heron")) == (("a", "c"), ("b",))


def test_news_that_everybody_retells_stays_together(monkeypatch):
    """Where every word of a report is common because so many tell it, they are still of one neighbourhood."""
    monkeypatch.setattr(neighbourhoods, "_COMMON", 2)
    assert found(*docks(a="kestrel", b="plover", c="heron")) == (("a", "b", "c"),)


def test_common_words_count_where_two_articles_are_compared():
    """Words too common to look others up by still make the score what it is."""
    pile = [
        take_fingerprint(article(None, key=key, lead=(f"{REPORT[0]} {more}",)))
        for key, more in (("a", "kestrel"), ("b", "kestrel"), ("c", "plover"))
    ]
    (first, second, score), successive = likeness.near_pairs(pile, least=0.1, most=2)
    assert (first.tolist(), second.tolist()) == ([0], [1])
    assert score[0] == pytest.approx(likeness.score_pairs(pile)[0, 1])
    assert (successive.first.tolist(), successive.second.tolist()) == ([0, 1], [1, 2])
    assert successive.total[1] == pytest.approx(likeness.score_pairs(pile)[1, 2])


def test_two_articles_with_hardly_a_word_in_common_are_no_pair_however_they_are_looked_up():
    """Common words that each shares with others, and not with the other, bring them no nearer."""
    ours, theirs = (
        [f"{kind}{letter}" for letter in "abcdefghijkl"] for kind in ("dock", "quay")
    )
    pile = [
        take_fingerprint(article(None, key=key, lead=(" ".join(words),)))
        for key, words in (
            ("a", ["kestrel", *ours]),
            ("b", ["kestrel", *theirs]),
            ("c", [*ours, *theirs]),
            ("d", [*ours, *theirs]),
        )
    ]
    assert (0, 1) not in likeness.score_pairs(pile)
    for pairs in likeness.near_pairs(pile, least=-1.0, most=2):
        assert (0, 1) not in zip(pairs.first.tolist(), pairs.second.tolist(), strict=True)


def test_a_neighbourhood_too_large_is_cut_at_its_loosest_ties(monkeypatch):
    """Where too much hangs together, the closest stay together, and copies always do."""
    pile = [
        article(None, key="a", lead=REPORT),
        article(None, key="b", lead=REPORT[:2]),
        article(
            None, key="c", lead=(" ".join(REPORT[0].split()[::2] + REPORT[2].split()[::2]),)
        ),
    ]
    assert found(*pile) == (("a", "b", "c"),)
    monkeypatch.setattr(neighbourhoods, "_MOST", 2)
    assert found(*pile) == (("a", "b"), ("c",))
    monkeypatch.setattr(neighbourhoods, "_MOST", 1)
    assert found(*pile) == (("a", "b"), ("c",))


def test_an_empty_pile_has_none():
    """No articles, no neighbourhoods."""
    assert found() == ()
