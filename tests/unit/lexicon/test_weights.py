import math

import pytest

from headwater.lexicon import WordWeights, word_weights

_WEIGHTS = WordWeights(articles=999, spread={"the": 999, "ferry": 9})


@pytest.mark.parametrize(
    ("word", "weight"),
    [("the", 1.0), ("ferry", 1 + math.log(100)), ("unheard", 1 + math.log(1000))],
)
def test_a_word_weighs_more_the_fewer_hold_it(word, weight):
    """A word of every article weighs one; one that no article held weighs most."""
    assert _WEIGHTS.weight(word) == pytest.approx(weight)


def test_the_shipped_table_is_loaded_once_and_is_sane():
    """Nothing stands in more articles than there are, and "the" tells less than "ferry"."""
    table = word_weights()
    assert table is word_weights()
    assert all(0 < count <= table.articles for count in table.spread.values())
    assert 1 <= table.weight("the") < table.weight("ferry")
