import pytest

from headwater.linking.signatures import take_signature


def weights_of(*body, titles=()):
    """The weight of every word, found by asking for the signature of the word alone."""
    words, weights = take_signature(titles, body)
    return dict(zip(words.tolist(), weights.tolist(), strict=True))


def cosine(one, other):
    ours, theirs = weights_of(one), weights_of(other)
    return sum(weight * theirs.get(word, 0.0) for word, weight in ours.items())


def test_each_sort_of_word_has_its_share_however_many_there_are():
    """The squares of names, numbers and other words add up to .45, .25 and .3 of 1."""
    sizes = sorted(round(w * w, 6) for w in weights_of("goats ate Ostrel 17").values())
    assert [sum(sizes[:2]), *sizes[2:]] == pytest.approx([0.3, 0.25, 0.45])


def test_a_sort_that_is_missing_leaves_its_share_to_the_others():
    """An article without a number, or in a script without capitals, is weighed by what it has."""
    for text in ("goats ate Ostrel", "goats ate", "17 18"):
        assert sum(w * w for w in weights_of(text).values()) == pytest.approx(1.0)
    assert weights_of("") == {}


def test_the_same_act_in_another_town_is_less_alike_than_other_words_for_one_town():
    """Names and numbers tell two quakes apart that are told in one and the same wording."""
    quake = "a quake shook the hills of Ostrel and killed 31 people in their beds"
    elsewhere = "a quake shook the hills of Tarsk and killed 7 people in their beds"
    reworded = "tremors near Ostrel left 31 villagers dead before dawn"
    assert cosine(quake, reworded) > 2 * cosine(quake, elsewhere)


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("they sailed to Ostrel at dawn", True),
        ("Ostrel waits", False),
        ("they sailed. Ostrel waits", False),
        ("they said: “Ostrel waits", False),
        ("they sailed to Ostrel, where an ostrel grazed", False),
    ],
)
def test_a_name_has_a_capital_inside_a_sentence_and_is_never_written_small(text, is_name):
    """A capital at the head of a sentence or a quotation shows nothing."""
    heaviest = max(w * w for w in weights_of(text).values())
    assert bool(heaviest == pytest.approx(0.6)) is is_name


def test_a_headline_makes_no_names():
    """Headlines are written With Capitals Throughout."""
    headline = weights_of(titles=("Goats Ate Ostrel",))
    assert headline == weights_of("goats ate ostrel") != weights_of("goats ate Ostrel")


def test_at_most_thirty_words_of_a_sort_are_kept():
    """A long list of numbers cannot crowd out the names."""
    body = " ".join(str(n) for n in range(100, 200)) + " in Ostrel"
    assert len(weights_of(body)) == 31
