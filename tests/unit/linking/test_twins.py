from small_pile import article, day, says

from headwater.linking import find_twins, take_fingerprint
from headwater.linking.twins import group_twins

TEXT = ("Two piers of Port Maren are shut.",)


def twins(pile):
    return find_twins(take_fingerprint(f) for f in pile)


def test_the_head_of_twins_is_the_earliest():
    """Of articles with one text, the one of the earliest day is the head; undated ones come last."""
    pile = [
        article("Quill Post", key="a", lead=TEXT),
        article("Marsh Gazette", key="b", lead=TEXT, day=day(5)),
        article("Halyard Tribune", key="c", lead=TEXT, day=day(4)),
    ]
    assert twins(pile) == {"a": "c", "b": "c", "c": "c"}


def test_twins_of_one_day_have_the_head_of_the_smallest_id():
    """Nothing but the id tells them apart, in whatever order they come."""
    pile = [article("Quill Post", key=key, lead=TEXT, day=day(4)) for key in "bca"]
    assert set(twins(pile).values()) == {"a"}


def test_outlet_and_captions_may_differ():
    """A reprint under another flag, with another photo, has the same text."""
    a = article("Quill Post", key="a", lead=TEXT, captions=("A pier.",))
    b = article("Marsh Gazette", key="b", lead=(" Two  piers of Port Maren are shut. ",))
    assert twins([a, b]) == {"a": "a", "b": "a"}


def test_a_word_or_a_title_more_makes_no_twin():
    """Title and body count word for word."""
    pile = [
        article("Quill Post", key="a", lead=TEXT),
        article("Quill Post", key="b", lead=(*TEXT, "More follows.")),
        article("Quill Post", key="c", lead=TEXT, title="Piers shut"),
    ]
    assert twins(pile) == {"a": "a", "b": "b", "c": "c"}


def test_what_was_read_differently_makes_no_twin():
    """The statements of twins stand at the same places; else their heads could not stand for them."""
    pile = [
        article("Quill Post", says("two piers are shut"), key="a"),
        article("Quill Post", key="b", lead=("Two piers are shut.",)),
    ]
    assert twins(pile) == {"a": "a", "b": "b"}


def test_heads_come_with_all_their_twins():
    """Every article is among the twins of exactly one head, in id order."""
    pile = [article("Quill Post", key=key, lead=TEXT) for key in "ba"]
    pile.append(article("Quill Post", key="c", lead=("Fog.",)))
    assert list(group_twins(twins(pile)).items()) == [("a", ["a", "b"]), ("c", ["c"])]
