import sys
from functools import cache
from pathlib import Path

import pytest
from small_pile import article, day
from test_shingles import REPORT

sys.path.insert(0, str(Path(__file__).parents[3]))
from benchmarks import scale
from headwater.linking import (
    find_neighbourhoods,
    neighbourhoods,
    newcomers,
    shingles,
    take_fingerprint,
)
from headwater.settings import LinkingSettings

FAIR = "The cheese fair of Ostrel opens with a parade of goats and a prize for the oldest cheesemaker."


@cache
def planted(size, seed):
    found = (f for f, _ in scale.planted(size, seed, scale.Answers()))
    return tuple(map(take_fingerprint, found))


@pytest.mark.parametrize("common", [500, 12, 4])
@pytest.mark.parametrize("few", [1, 3])
def test_the_neighbourhoods_with_a_few_more_are_those_of_all_at_once(monkeypatch, common, few):
    """Whoever comes last, and however common a word is taken to be."""
    monkeypatch.setattr(neighbourhoods, "_COMMON", common)
    monkeypatch.setattr(newcomers, "COMMON_SHINGLE", 6)
    monkeypatch.setattr(shingles, "COMMON_SHINGLE", 6)
    told, followed = planted(90, 3), 0
    follow = newcomers.part_with_new

    def counting(*args, **kwargs):
        nonlocal followed
        found = follow(*args, **kwargs)
        followed += found is not None
        return found

    monkeypatch.setattr(neighbourhoods, "part_with_new", counting)
    dials = LinkingSettings()
    whole = find_neighbourhoods(told, dials)
    assert 10 < len(whole.parts) < len(told)
    for first in range(0, len(told), 7):
        others = [*told[:first], *told[first + few :]]
        before = find_neighbourhoods(others, dials)
        assert find_neighbourhoods(told, dials, before.parts) == whole
    assert followed, "every pile was parted anew"


def test_a_newcomer_brings_together_what_it_is_tied_to():
    """Of three reports the last has the paragraphs of both others."""
    notice = " ".join(f"notice{n}" for n in range(60))
    a = article(None, key="a", lead=(notice, *REPORT), day=day(1))
    b = article(None, key="b", lead=(FAIR, " ".join(f"goat{n}" for n in range(40))))
    c = article(None, key="c", lead=(notice, FAIR, " ".join(f"goat{n}" for n in range(40))))
    prints = [take_fingerprint(one) for one in (a, b, c)]
    before = find_neighbourhoods(prints[:2], LinkingSettings()).parts
    assert before == (("a",), ("b",))
    found = find_neighbourhoods(prints, LinkingSettings(), before)
    assert found.parts == (("a", "b", "c"),)


def test_a_newcomer_that_is_the_first_of_its_text_has_the_pile_parted_anew():
    """By whose day a text is compared is then another."""
    later = take_fingerprint(article("Quill Post", key="b", lead=REPORT, day=day(9)))
    first = take_fingerprint(article("Marsh Gazette", key="c", lead=REPORT, day=day(1)))
    given = {one.article_id: one for one in (later, first)}
    dials = LinkingSettings()
    told = newcomers.part_with_new(given, {"c"}, [["b"]], dials, common=500, most=1500)
    assert told is None
    told = newcomers.part_with_new(given, {"b"}, [["c"]], dials, common=500, most=1500)
    assert [sorted(part) for part in told] == [["b", "c"]]


def test_too_many_of_one_neighbourhood_are_parted_anew():
    """Where it would be cut, each part may depend on all articles."""
    prints = {
        key: take_fingerprint(article(None, key=key, lead=(f"{REPORT[0]} {key}",)))
        for key in "abc"
    }
    dials = LinkingSettings()
    given = (prints, {"c"}, [["a", "b"]], dials)
    assert newcomers.part_with_new(*given, common=500, most=2) is None
    assert newcomers.part_with_new(*given, common=500, most=3) is not None
