import pytest

from headwater.language.tokens import split_tokens
from headwater.reading.grammar import is_capitalised, is_verb_like


def _verbs(sentence):
    tokens = split_tokens(sentence, 0, len(sentence))
    return [token.text for at, token in enumerate(tokens) if is_verb_like(tokens, at)]


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("The kiln is cold", ["is"]),
        ("The potters left and it collapsed", ["left", "collapsed"]),
        ("She has gone to Tema", ["has"]),
        ("They will not wait", ["will"]),
        ("A hundred potters in need of aid", []),
        ("The armed men of the United Front", []),
        ("Two wounded men and an injured child", []),
        ("A Ghana-based firm", []),
        ("Of limited use", []),
        ("Red clay in a shed", []),
    ],
)
def test_a_finite_verb_is_guessed_by_its_form(sentence, verbs):
    """Auxiliaries, common irregulars and forms in -ed are verbs, unless what stands before makes them attributes."""
    assert _verbs(sentence) == verbs


def test_a_form_in_ed_that_opens_a_phrase_is_an_attribute():
    """ ", informed sources told": nothing is done by informing there."""
    assert _verbs("On Monday, informed sources came") == ["came"]


def test_a_capital_is_seen_in_any_script():
    """Capital letters count in Latin, Greek and Cyrillic alike; a digit is none."""
    words = split_tokens("Kiln kiln Ёлка ёлка Ωmega 5", 0, 27)
    assert [is_capitalised(word) for word in words] == [True, False, True, False, True, False]
