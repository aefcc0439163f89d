from headwater.lexicon import shades, split_words

_LONGEST = 4
#: Lists that are looked up by phrases; the others by single words.
_PHRASES = {"heard", "certainty", "command", "labels", "manner"}


def every_phrase():
    lists = shades()
    for name in lists.__dataclass_fields__:
        yield from ((name, phrase) for phrase in getattr(lists, name))


def test_every_phrase_can_be_met():
    """A phrase is looked up by its folded words, at most four, or by one word: else it would never be found."""
    for name, phrase in every_phrase():
        words = [word.key for word in split_words(phrase)]
        assert " ".join(words) == phrase
        assert len(words) <= (_LONGEST if name in _PHRASES else 1)


def test_degrees_go_from_one_to_three():
    """ "May" is less than "reportedly", that less than "likely"; "told" less than "ordered"."""
    sure, hard = shades().certainty, shades().command
    assert sure["may"] < sure["reportedly"] < sure["likely"]
    assert hard["told"] < hard["instructed"] < hard["ordered"]
    assert {*sure.values(), *hard.values()} == {1, 2, 3}


def test_nothing_is_whole_and_part():
    """What limits to a part cannot take the whole."""
    assert not shades().whole & shades().part


def test_equal_nouns_come_to_one():
    """All nouns of a group have one representative, which is its own."""
    same = shades().same
    assert all(same[first] == first for first in same.values())
    assert same["emissary"] == same["envoys"] != same["boats"]
