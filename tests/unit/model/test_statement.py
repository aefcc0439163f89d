from dataclasses import replace

import pytest

from headwater.model import Modality, Polarity, QuoteKind, Span, Statement, Voice


def said(source, cue, content, **more):
    """A statement with these words, of which only how it is told matters."""
    words = {
        role: (Span(start=0, end=len(text), text=text),) if text else ()
        for role, text in (("source", source), ("cue", cue), ("content", content))
    }
    bare = Statement(
        **words,
        **dict.fromkeys(("id", "article_id"), "a"),
        **dict.fromkeys(("addressee", "channel", "nested_in", "carrier")),
        **dict.fromkeys(("chain", "hedges", "warnings", "reasons"), ()),
        quote_kind=QuoteKind.INDIRECT,
        voice=Voice.ATTRIBUTED,
        depth=1,
        polarity=Polarity.POSITIVE,
        modality=Modality.FACT,
    )
    return replace(bare, **more)


LONG = "the ferry had left the quay before dawn"


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (said("The pilot", "said", LONG), LONG),
        (said("The pilot", "denied", LONG, cue_class="doubt"), f"The pilot denied {LONG}"),
        (said("The pilot", "feared", "a collision"), "The pilot feared a collision"),
        (
            said("The pilot", "urged", "to leave the quay at once now", addressee="the crew"),
            "The pilot urged the crew to leave the quay at once now",
        ),
        (said("", "", "a collision"), "a collision"),
        (said("The\npilot", "feared", "a\n  collision"), "The pilot feared a collision"),
    ],
)
def test_what_means_little_by_itself_is_told_with_who_said_it_and_how(statement, told):
    """A denial, an order or a few words get source and cue before them; a whole clause stands alone."""
    assert statement.told == told


def test_parts_of_a_content_are_told_as_one_line():
    """What stands between them is shown as left out."""
    parts = (Span(start=0, end=9, text="the ferry"), Span(start=14, end=18, text="left"))
    assert replace(said("", "", LONG), content=parts).words == "the ferry … left"
