import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.language.reading import lemma_of

sys.path.insert(0, str(Path(__file__).parents[3]))
from training.lemmas import KEEP, index_rules, learn_rules, rule_of

_WORDS = st.text(min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("word", "lemma", "rule"),
    [
        ("ships", "ship", ("s", "", "lower")),
        ("Ships", "ship", ("s", "", "lower")),
        ("cities", "city", ("ies", "y", "lower")),
        ("was", "be", ("was", "be", "lower")),
        ("it", "it", ("", "", "lower")),
        ("It", "it", ("", "", "lower")),
        ("Reuters", "Reuters", ("", "", "same")),
        ("Ukrainians", "Ukrainian", ("s", "", "same")),
        ("me", "I", ("me", "I", "same")),
        ("n’t", "not", ("’t", "ot", "lower")),
    ],
)
def test_a_rule_cuts_an_end_and_adds_another(word, lemma, rule):
    """The longest common head stays; the case is the word's own where the lemma has capitals."""
    assert rule_of(word, lemma) == rule


@given(_WORDS, _WORDS)
def test_a_rule_gives_back_its_lemma(word, lemma):
    """What the engine makes of a word by the rule of its lemma is that lemma."""
    assert lemma_of(word, *rule_of(word, lemma)) == lemma


@given(
    st.text(alphabet="aAbsS", min_size=1, max_size=6),
    st.text(alphabet="aAbsS", min_size=1, max_size=6),
)
def test_a_rule_gives_back_a_lemma_that_is_like_its_word(word, lemma):
    """The same of words and lemmas that share letters in either case."""
    assert lemma_of(word, *rule_of(word, lemma)) == lemma


def test_rules_seen_once_are_not_learned():
    """A rule of one word is its own exception; the others stand by how often they were seen."""
    pairs = [("ships", "ship"), ("docks", "dock"), ("cars", "car"), ("cities", "city"), ("duties", "duty"), ("was", "be")]  # fmt: skip
    assert learn_rules(pairs) == [KEEP, ("s", "", "lower"), ("ies", "y", "lower")]


def test_to_keep_the_word_is_the_first_rule():
    """Rule 0 leaves a word as it is, seen or not, and stands once."""
    assert learn_rules([]) == [KEEP]
    rules = learn_rules([("it", "it")] * 3 + [("ships", "ship")] * 5)
    assert rules == [KEEP, ("s", "", "lower")]


def test_rules_seen_as_often_stand_in_one_order():
    """Two readings of the same words in any order give the same list."""
    pairs = [("ships", "ship"), ("cities", "city")] * 2
    assert learn_rules(pairs) == learn_rules(pairs[::-1])


def test_each_rule_has_its_number():
    """A rule's number is its place in the list."""
    rules = learn_rules([("ships", "ship"), ("cities", "city")] * 2)
    assert [index_rules(rules)[rule] for rule in rules] == [0, 1, 2]
