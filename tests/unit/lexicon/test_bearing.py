from itertools import combinations

from headwater.lexicon import bearing


def test_no_word_does_two_things_to_a_clause():
    """What denies, what has been done and what has not are lists apart, and so are true and untrue."""
    lists = bearing()
    for one, other in combinations((lists.denying, lists.done, lists.undone), 2):
        assert not one & other
    assert not lists.true & lists.untrue


def test_every_word_is_met_in_its_forms():
    """Lemmas of a page may be wrong; the forms of a verb are known without them."""
    assert {"deny", "denies", "denied", "denying"} <= bearing().denying
    assert {"refused", "failing"} <= bearing().undone
