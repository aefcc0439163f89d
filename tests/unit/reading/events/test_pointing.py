"""What a pronoun stands for."""

import pytest
from small_article import small_article

from headwater.reading import read_article


@pytest.mark.parametrize(
    "text",
    [
        "Chad has told the UN that it will open the border once the fighting ends.",
        "Kenya told Sudan that it would shut the border if the raids went on.",
    ],
)
def test_it_is_not_whom_something_is_told(text):
    """ "Chad has told the UN that it will": of two bodies, the one that speaks."""
    (event,) = read_article(small_article(text)).events
    assert event.actors in {("state/td",), ("state/ke",)}
    assert [s.text for s in event.actor_words] == [text.split()[0]]


def test_a_speaker_shown_by_a_pronoun_is_told_by_name():
    """ "It acknowledged that it had": the last words that name who speaks, not "It"."""
    text = "The Heron Front denied the report. It acknowledged that it had shelled the port."
    events = read_article(small_article(text)).events
    told = [[s.text for s in e.actor_words] for e in events if e.text == "shelled"]
    assert told == [["Heron Front"]]


def test_a_pronoun_that_speaks_is_whoever_the_statement_has_found():
    """ "He warned": who that is the reading of statements knows, before a name of the headline."""
    title = "Ansar Allah denies taking orders"
    text = "The mayor of Marl, Ivo Brel, dismissed the reports. He warned that any raid would be met with shelling."
    events = read_article(small_article(text, title=title)).events
    assert [[s.text for s in e.actor_words] for e in events if e.text == "warned"] == [
        ["Ivo Brel"]
    ]


def test_in_his_own_words_nobody_is_they():
    """ "They have ignored Chad before," a diplomat says: others have."""
    events = read_article(
        small_article("“They have ignored Chad before,” the diplomat said.")
    ).events
    assert [e.actor_words for e in events if e.text == "ignored"] == [()]


def test_it_stands_for_a_speaker_before_many_or_a_thing():
    """Neither "the rebels" nor "the market" is it that arrests somebody."""
    text = (
        "The army said the rebels had shelled the market, and that it had arrested two gunmen."
    )
    events = read_article(small_article(text)).events
    told = {e.text: [s.text for s in e.actor_words] for e in events}
    assert told == {"shelled": ["the rebels"], "arrested": ["The army"]}
