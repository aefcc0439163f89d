import pytest

from headwater.language.tokens import split_tokens
from headwater.reading.attributions import find_attributions


class _Seen:
    """An attribution in words instead of token numbers."""

    def __init__(self, text, tokens, found):
        def cut(first, last):
            return text[tokens[first].start : tokens[last - 1].end]

        def phrase(p):
            return None if p is None else cut(p.first, p.last)

        self.source, self.relayer, self.addressee = (
            phrase(found.source),
            phrase(found.relayer),
            phrase(found.addressee),
        )
        self.cue = [cut(*part) for part in found.cue]
        self.content = [cut(*part) for part in found.content]
        self.shape, self.lemma, self.cue_class = found.shape, found.cue_lemma, found.cue_class
        self.relay_cue, self.channel = found.relay_cue, found.channel
        self.nested = [_Seen(text, tokens, inner) for inner in found.nested]


def _seen(text):
    tokens = split_tokens(text, 0, len(text))
    return [_Seen(text, tokens, found) for found in find_attributions(tokens)]


@pytest.mark.parametrize(
    ("text", "shape", "lemma"),
    [
        ("According to the survey, the ice is thin.", "according", "according to"),
        ("As reported by Kyodo, the trawler left Sapporo.", "according", "reported"),
        ("The trawler left Sapporo, Kyodo reported.", "closing", "report"),
        ("“The kiln,” Kofi Asante said, “is cold.”", "interrupting", "say"),
        ("Kofi Asante said the kiln is cold.", "leading", "say"),
        ("The press got a message from the union that the strike was over.", "noun", "message"),
    ],
)
def test_the_shape_and_the_cue_are_told(text, shape, lemma):
    """Each of the five shapes is recognised, by the lemma of its cue."""
    (found,) = _seen(text)
    assert (found.shape, found.lemma) == (shape, lemma)


@pytest.mark.parametrize(
    ("text", "relayer", "relay_cue", "source"),
    [
        ("Kofi Asante told Reuters that the kiln is cold.", "Reuters", "told", "Kofi Asante"),
        (
            "Kyodo reported, citing a fisherman's letter, that the trawler left.",
            "Kyodo",
            "report",
            "a fisherman's letter",
        ),
        (
            "Le Monde quoted the mayor as saying that the kiln is cold.",
            "Le Monde",
            "quoted",
            "the mayor",
        ),
        (
            "The mayor was quoted by Le Monde as saying that the kiln is cold.",
            "Le Monde",
            "quoted",
            "The mayor",
        ),
        (
            "The kiln is cold, Le Monde quoted the mayor as saying.",
            "Le Monde",
            "quoted",
            "the mayor",
        ),
        (
            "Kofi Asante said in an interview with Le Monde that the kiln is cold.",
            "Le Monde",
            "interview",
            "Kofi Asante",
        ),
        ("Kofi Asante told villagers that the kiln is cold.", None, None, "Kofi Asante"),
    ],
)
def test_who_relays_is_told_apart_from_who_speaks(text, relayer, relay_cue, source):
    """An outlet told, citing, quoting or interviewing hands on; anybody else told is only addressed."""
    (found,) = _seen(text)
    assert (found.relayer, found.relay_cue, found.source) == (relayer, relay_cue, source)


def test_a_listener_is_addressed():
    """ "told villagers": they are the addressee, and no part of the content."""
    (found,) = _seen("Kofi Asante told villagers that the kiln is cold.")
    assert (found.addressee, found.content) == ("villagers", ["the kiln is cold"])


def test_nested_attributions_hang_on_their_outer_one():
    """What stands inside a content is found inside it."""
    (outer,) = _seen(
        "Reuters reported that the mayor said that villagers believed that the dam was mined."
    )
    (middle,) = outer.nested
    (inner,) = middle.nested
    assert (outer.source, middle.source, inner.source) == ("Reuters", "the mayor", "villagers")
    assert inner.content == ["the dam was mined"]
    assert inner.nested == []


def test_nesting_ends_after_four_steps():
    """However deep a sentence nests, reading it ends."""
    found = _seen("Kofi Asante said that " + "the mayor said that " * 9 + "the kiln was cold.")
    depth = 0
    while found:
        (found,), depth = [found[0].nested], depth + 1
    assert depth == 5


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "The mayor has repeatedly denied that the dam leaks.",
            ["has repeatedly denied"],
            ["the dam leaks"],
        ),
        ("The governor vowed to cut the water.", ["vowed"], ["to cut the water"]),
        (
            "The army ordered its soldiers to hold the bridge.",
            ["ordered"],
            ["to hold the bridge"],
        ),
        (
            "The union called for an inquiry into the wreck.",
            ["called for"],
            ["an inquiry into the wreck"],
        ),
        (
            "The mayor described the wall as a scandal.",
            ["described"],
            ["the wall as a scandal"],
        ),
        (
            "The ministry confirmed the death of a diver.",
            ["confirmed"],
            ["the death of a diver"],
        ),
        (
            "The governor said on Friday, in a speech, that the dam leaks.",
            ["said"],
            ["the dam leaks"],
        ),
    ],
)
def test_each_cue_takes_what_its_frame_allows(text, cue, content):
    """A clause, an infinitive, a noun phrase or "as": what may follow a cue is in its entry."""
    (found,) = _seen(text)
    assert (found.cue, found.content) == (cue, content)


def test_a_second_cue_cuts_the_first_content():
    """What is added under a cue of its own is not also content of the first."""
    first, second = _seen(
        "The captain said the ship was sound, adding that the crew was rested."
    )
    assert (first.content, second.content) == (["the ship was sound"], ["the crew was rested"])
    assert second.source == first.source == "The captain"


@pytest.mark.parametrize(
    "text",
    [
        "The mayor could say that the dam leaks.",
        "The data show that rainfall fell.",
        "The saying that rain is rare is old.",
        "It was claimed that the dam leaks.",
        "The mayor spoke to reporters.",
        "Report cards were sent out.",
        "",
        ", . ;",
    ],
)
def test_a_cue_word_alone_attributes_nothing(text):
    """A possible, passive, nominal or contentless "say", or a speaker that cannot speak, is no attribution."""
    assert _seen(text) == []


def test_marks_around_content_are_cut_off():
    """Quotation marks and the comma before the closing one are not content."""
    (found,) = _seen("“The kiln is cold,” said Kofi Asante.")
    assert found.content == ["The kiln is cold"]
