import msgspec
import numpy as np
import pytest

from headwater.errors import BadResource
from headwater.pages.features import FEATURES, features
from headwater.pages.gaps import GAP_FEATURES, find_gaps
from headwater.pages.lines import Line
from headwater.pages.trees import TreeTable, line_trees, read_trees, score_lines, split_trees

STUMP = TreeTable(
    columns=["size"],
    base=0.5,
    roots=[0],
    feature=[0, -1, -1],
    value=[10.0, -2.0, 3.0],
    left=[1, 0, 0],
    right=[2, 0, 0],
)


def test_a_tree_is_walked_to_its_leaf() -> None:
    """Up to the threshold goes left, above it right; the base is added once."""
    trees = read_trees(msgspec.json.encode(STUMP), ["size"])
    assert trees.log_odds(np.array([[10.0], [10.1]])).tolist() == [-1.5, 3.5]


def test_a_model_for_other_features_is_refused() -> None:
    """A model trained on other columns is named, not used."""
    with pytest.raises(BadResource, match="other features"):
        read_trees(msgspec.json.encode(STUMP), ["colour"])


def test_the_shipped_models_fit_this_version() -> None:
    """Both models load, and score as many columns as the features have."""
    lines = [Line(text="One line of text, and a full stop.")] * 3
    assert features(lines).shape == (3, len(FEATURES))
    assert score_lines(lines, line_trees()).shape == (3,)
    assert split_trees().log_odds(np.zeros((1, len(GAP_FEATURES)))).shape == (1,)


def test_a_page_scores_the_same_alone_and_after_others() -> None:
    """Scores depend on the page alone."""
    lines = [Line(text="The wells are dry, two officials said on Monday morning.")] * 2
    first = score_lines(lines)
    score_lines([Line(text="Home"), Line(text="News")])
    assert (score_lines(lines) == first).all()


def test_an_article_needs_some_words_to_stand_alone() -> None:
    """No gap is offered that would leave a handful of words on one side."""
    lines = [Line(text="word " * 30), Line(text="a few words"), Line(text="word " * 30)]
    gaps = find_gaps(lines, (0, 1, 2))
    assert [(gap.above, gap.below) for gap in gaps] == [(0, 1), (1, 2)]
    assert find_gaps(lines[:2], (0, 1)) == []
