import pytest

from headwater.lexicon import words
from headwater.model import LinkKind


def test_the_word_lists_are_loaded_once():
    """Asking twice gives the same lists."""
    assert words() is words()


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("told", "tell"),
        ("denied", "deny"),
        ("admitted", "admit"),
        ("swore", "swear"),
    ],
)
def test_a_cue_is_found_in_every_form(form, lemma):
    """Inflected forms lead to their lemma."""
    assert words().verbs[form].lemma == lemma


def test_every_word_is_lower_case():
    """Keys are what tokens are compared with: small letters, never empty."""
    keys = [*words().verbs, *words().nouns, *words().relays, *words().speakers]
    assert all(key and key == key.lower() for key in keys)


def test_speakers_make_kinds_of_links():
    """What a common noun is listed as is a kind of link of the vocabulary."""
    assert {LinkKind(kind) for kind in words().speakers.values()} >= {
        LinkKind.PERSON,
        LinkKind.UNNAMED,
        LinkKind.DOCUMENT,
    }


def test_frames_are_of_the_closed_list():
    """A frame nobody reads would silently attribute nothing."""
    frames = {"that", "to", "obj", "np", "as", "act", "quoted", "of", "named"}
    assert all(
        set(cue.frames) <= frames for cue in [*words().verbs.values(), *words().nouns.values()]
    )
