import numpy as np
import pytest

from training.logistic import fit, probabilities, to_rows
from training.tie_examples import read_line, read_own


def test_a_line_gives_its_text_and_its_ties_by_place():
    text, ties = read_line("[1 Nordia] arms [2 the Reeds] now. | A 1 2; D 2 1")
    assert text == "Nordia arms the Reeds now."
    assert [(kind, text[a:b], text[c:d]) for kind, (a, b), (c, d) in ties] == [
        ("allied_with", "Nordia", "the Reeds"),
        ("opposes", "the Reeds", "Nordia"),
    ]


def test_a_line_without_ties_has_none():
    assert read_line("[1 Nordia] and [2 Sudor] slept. |") == ("Nordia and Sudor slept.", [])


def test_a_wrong_line_is_named(tmp_path):
    (tmp_path / "a.txt").write_text("# a remark\n[1 Nordia] slept. | A 1 3\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.txt:2"):
        list(read_own(tmp_path))


def test_pairs_have_the_tie_of_their_line_and_others_none(tmp_path):
    line = "[1 Iran] arms [2 Hezbollah], said [3 France]. | A 1 2\n"
    (tmp_path / "a.txt").write_text(line, encoding="utf-8")
    found = list(read_own(tmp_path))
    assert sorted(e.kind for e in found) == ["", "", "allied_with"]
    assert [e.is_tied for e in found if e.kind] == [True]  # "arms" is a word of the lists


def test_weights_tell_classes_apart_and_are_the_same_every_time():
    rows, labels = to_rows([[0], [0, 2], [1], [1, 2]] * 5, 3), [0, 0, 1, 1] * 5
    weights, base = fit(rows, labels, 2, ridge=0.1)
    assert list(probabilities(rows, weights, base).argmax(axis=1)) == labels
    assert np.array_equal(weights, fit(rows, labels, 2, ridge=0.1)[0])
